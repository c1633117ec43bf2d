"""A week's plan from the files as they are: no week is planned by it and no vector is kept.

Its briefs: `briefing.py`; what was shown: `previewed.py`.
"""

from pathlib import Path

from sqlalchemy.exc import DatabaseError

from content.decisions import Decision, Decisions
from content.inventory import read_pages, whole_inventory
from content.ledger.ledger import read_ledger
from content.plan.ceiling import places
from content.plan.days import read_days
from content.plan.known import Known
from content.plan.plan import plan
from content.records import Article, Assignment
from content.shop import Shop, load_shop
from content.store import Store
from flows.bootstrap import STATE, choose_encoder, database_place, role_of
from flows.iso_week import parse_week, today
from flows.stages import topics_in
from seo.database import FILE, open_engine
from seo.seasons import Season, season
from seo.seen import Seen
from seo.signals.collect import collect


def preview_plan(folder: Path, week: str, articles: int) -> tuple[Shop, str, list[Assignment]]:
    """The shop, the week, and the assignments it would have."""
    shop = load_shop(folder)
    named = parse_week(week, shop.time_zone)
    signals, _ = collect(folder / "signals", shop.markets, shop.listening.columns)
    vectors = folder / STATE if (folder / STATE).is_dir() else None
    encoder = choose_encoder(vectors)
    topics = topics_in(signals, shop, encoder)
    written, seasons, decided = _remembered(shop)
    pages = whole_inventory(read_pages(folder, shop.language), signals, written, shop.site, shop.language)
    days = read_days(folder, shop.markets)
    by_id = {signal.id: signal for signal in signals}
    can_translate = role_of(shop, "writer") is not None
    known = Known(by_id, seasons, decisions=decided, days=days, encoder=encoder, can_translate=can_translate)
    limit = places(articles or shop.articles, shop.review_minutes)
    ledger = read_ledger(shop).as_of(today(shop.time_zone))
    return shop, named, plan(topics, ledger, pages, shop.markets, named, limit, written, None, known)


def _remembered(shop: Shop) -> tuple[list[Article], list[Season], list[Decision]]:
    """What the shop has written, measured and decided already, when it has a database at all."""
    place = database_place(shop.folder)
    if isinstance(place, Path) and not (place / FILE).is_file():
        return [], [], []
    engine = open_engine(place)
    try:
        languages = sorted({market.language for market in shop.markets})
        series = (each for name in languages for each in Seen(engine, shop.id).interest(name))
        seasons = [found for each in series if (found := season(each)) is not None]
        return Store(engine, shop.id).articles(), seasons, Decisions(engine, shop.id).standing()
    except DatabaseError:  # of an older Acreage: `acreage week` brings it to the present tables
        return Store(engine, shop.id).articles(), [], []
    finally:
        engine.dispose()
