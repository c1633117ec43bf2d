"""What the web says of a shop's subjects, heard once a week: who is asked, and what stands in for who failed."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from content.ledger.ledger import Ledger
from content.seeds import seeds
from content.shop import Shop
from flows.bootstrap import listening_of, open_door, service_keys
from flows.desk import Desk
from flows.iso_week import now
from seo.errors import SettingMissing
from seo.records import Signal, SourceReport
from seo.services import SERVICES
from seo.services.listening import MOST_ERRANDS, Haul, listen, stands_in
from seo.services.service import Ask, Service

BACK_DAYS = 90  # what is older was heard before, or is nobody's question any more


def hear(desk: Desk, own: Sequence[Signal]) -> tuple[list[Signal], list[SourceReport]]:
    """Signals and reports of every service the shop has switched on; what else they showed is stored."""
    asks, unready = asks_of(desk.shop, desk.ledger, own, desk.today)
    hauls = asyncio.run(_listen(desk, asks)) if asks else []
    desk.seen.save(
        (result for haul in hauls for result in haul.results),
        (each for haul in hauls for each in haul.interest),
    )
    reports = [_with_stand_in(desk, haul.report) for haul in hauls]
    return [signal for haul in hauls for signal in haul.signals], [*reports, *unready]


async def _listen(desk: Desk, asks: Mapping[str, Ask]) -> list[Haul]:
    async with open_door(desk.shop, desk.engine) as door:
        services: dict[str, Service] = {name: SERVICES[name]() for name in asks}
        return await listen(asks, services, door, desk.shop.listening.deadline_s)


def asks_of(
    shop: Shop, ledger: Ledger, own: Sequence[Signal], today: date
) -> tuple[dict[str, Ask], list[SourceReport]]:
    """What each service is asked, and a report for each that cannot be: its key is missing."""
    listening = listening_of(shop)
    phrases = seeds(listening, ledger, own)
    asks: dict[str, Ask] = {}
    unready: list[SourceReport] = []
    for name, options in listening.services.items():
        try:
            keys = service_keys(SERVICES[name])
        except SettingMissing as error:
            unready.append(SourceReport(name, "blocked", 0, 0, note=str(error)))
            continue
        if lacking := lacks(SERVICES[name], keys):
            note = f"not asked: set {lacking}, or take {name} out of [listen] in shop.toml"
            unready.append(SourceReport(name, "blocked", 0, 0, note=note))
            continue
        since = today - timedelta(days=BACK_DAYS)
        asks[name] = Ask(phrases, shop.markets, since, today, shop.site, options, keys, now())
    return asks, unready


def lacks(service: type[Service], keys: Mapping[str, str]) -> str:
    """The variables that have to be set before a service can be asked, in words; empty when it is ready."""
    missing = [variable for variable in service.needs if variable not in keys]
    if missing:
        return " and ".join(missing)
    if service.needs_one and not any(variable in keys for variable in service.needs_one):
        return " or ".join(service.needs_one)
    return ""


def ceiling(asks: Mapping[str, Ask]) -> dict[str, float | None]:
    """What each service that costs something may cost at most in this week, US dollars; None: nobody says."""
    prices: dict[str, float | None] = {}
    for name, ask in asks.items():
        price = SERVICES[name].price
        if price != 0.0:
            count = sum(1 for _ in islice(SERVICES[name]().errands(ask), MOST_ERRANDS))
            prices[name] = None if price is None else round(price * count, 4)
    return prices


def _with_stand_in(desk: Desk, report: SourceReport) -> SourceReport:
    """A source that brought nothing because it failed is stood in for by what it said last."""
    if report.state != "blocked":
        return report
    week, count = desk.heard.last_good(report.source, desk.week)
    return stands_in(report, week, count) if week else report
