"""How the services are that a shop listens to: switched on or not, keyed or not, and what they said last."""

from collections.abc import Iterator
from pathlib import Path

from content.shop import Shop
from flows.bootstrap import database_place, is_offline, listening_of, service_keys
from flows.listening import lacks
from flows.sign import Sign
from seo.database import FILE, open_engine
from seo.errors import SettingMissing
from seo.records import SourceReport
from seo.services import SERVICES
from seo.store import Store


def service_signs(shop: Shop) -> Iterator[Sign]:
    """One line for each service that is on, and one that names the others."""
    if is_offline():
        yield Sign("listen", False, "ACREAGE_OFFLINE is set: nothing is asked of the web")
        return
    on = listening_of(shop).services
    last = last_reports(shop)
    for name in on:
        yield _sign(name, last.get(name))
    open_ones = [name for name, service in SERVICES.items() if name not in on and service.licence == "open"]
    others = [name for name, service in SERVICES.items() if name not in on and service.licence != "open"]
    if not on:
        says = "nothing is asked of the web. Switch services on in [listen] of shop.toml, for example wikipedia = true"
        yield Sign("listen", False, says)
    yield Sign(
        "services off",
        True,
        f"without a key: {_list(open_ones)}; with a key or on your own risk: {_list(others)}",
    )


def _sign(name: str, report: SourceReport | None) -> Sign:
    service = SERVICES[name]
    try:
        lacking = lacks(service, service_keys(service))
    except SettingMissing as error:
        return Sign(name, False, str(error))
    if lacking:
        return Sign(name, False, f"set {lacking}; {service.terms}")
    if report is None:
        return Sign(name, True, f"on, not asked yet; {service.terms}")
    said = [report.state, f"{report.kept} signals", report.note]
    said.append(f"{report.quota_left} requests left" if report.quota_left is not None else "")
    said.append(f"not before {report.retry_after:%Y-%m-%d %H:%M} UTC" if report.retry_after else "")
    said.append(f"paid {report.cost:g} US dollars" if report.cost is not None else "")
    return Sign(name, report.state in ("ok", "empty"), "; ".join(part for part in said if part))


def last_reports(shop: Shop) -> dict[str, SourceReport]:
    """What each source said in the last week that was heard; nothing where there is no database yet."""
    place = database_place(shop.folder)
    if isinstance(place, Path) and not (place / FILE).is_file():
        return {}
    engine = open_engine(place)
    try:
        return {report.source: report for report in Store(engine, shop.id).latest_reports()}
    finally:
        engine.dispose()


def _list(names: list[str]) -> str:
    return ", ".join(names) or "none"
