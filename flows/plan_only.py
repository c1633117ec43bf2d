"""A week's plan from the files as they are, with nothing stored: no database is made, no vector is kept."""

from pathlib import Path

from content.inventory import read_pages
from content.ledger.ledger import read_ledger
from content.plan.plan import plan
from content.records import Article, Assignment
from content.shop import Shop, load_shop
from content.store import Store
from flows.bootstrap import STATE, choose_encoder, database_place
from flows.iso_week import parse_week, today
from flows.stages import topics_in
from seo.database import FILE, open_engine
from seo.signals.collect import collect


def preview_plan(folder: Path, week: str, articles: int) -> tuple[Shop, str, list[Assignment]]:
    """The shop, the week, and the assignments it would have."""
    shop = load_shop(folder)
    named = parse_week(week, shop.time_zone)
    signals, _ = collect(folder / "signals", shop.markets, shop.listening.columns)
    vectors = folder / STATE if (folder / STATE).is_dir() else None
    topics = topics_in(signals, shop, choose_encoder(vectors))
    pages = read_pages(folder, shop.language)
    by_id = {signal.id: signal for signal in signals}
    limit = articles or shop.articles
    ledger = read_ledger(shop).as_of(today(shop.time_zone))
    return shop, named, plan(topics, ledger, pages, shop.markets, named, limit, _written(shop), by_id)


def _written(shop: Shop) -> list[Article]:
    """What the shop has already, when it has a database at all."""
    place = database_place(shop.folder)
    if isinstance(place, Path) and not (place / FILE).is_file():
        return []
    engine = open_engine(place)
    try:
        return Store(engine, shop.id).articles()
    finally:
        engine.dispose()
