"""What the web says on an article's topic: looked up once for a week, kept, and the same for whoever works on it
later.
"""

import asyncio
from collections.abc import Mapping, Sequence

from content.dossier import Dossier, StoredPage, dropped_pages, from_web, read_dossier
from content.records import Assignment
from content.research.addresses import addresses
from content.research.fetching import Fetch, fetch_pages
from content.research.kept import Dossiers
from content.research.research import research
from flows.bootstrap import is_offline, open_door
from flows.desk import Desk
from flows.iso_week import now
from flows.turn import TURN
from seo.web.stored import Pages


def look_up(desk: Desk, key: str) -> Dossier:
    """The dossier of an article: as it was kept, else from pages read now. Without any page it is empty and says so."""
    known = dossier_of(desk, key)
    if known is not None:
        return known
    assignment = desk.told.assignment(desk.week, key)
    fetched = _fetched(desk, assignment)
    pages = [from_web(each.page, desk.shop.reading.tiers) for each in fetched if each.page]
    notes = [each.note for each in fetched if each.note]
    found = research(
        assignment.topic, [*pages, *dropped_pages(desk.shop.folder)], desk.adapters.encoder, notes
    )
    Dossiers(desk.engine, desk.shop.id).keep(key, desk.week, found, now())
    return found


def dossier_of(desk: Desk, key: str) -> Dossier | None:
    """The dossier as it was kept; None when nobody looked anything up."""
    dropped = {page.hash: page for page in dropped_pages(desk.shop.folder)}
    week = desk.told.week_of(key) or desk.week  # a page is held against what it was written from
    return Dossiers(desk.engine, desk.shop.id).get(key, week, lambda page: _page(desk, page, dropped))


def checked_against(desk: Desk, key: str) -> Dossier:
    """What a draft's quotes are looked for in: every page that was read for it, and those of the shop's folder."""
    known = dossier_of(desk, key)
    own = read_dossier(desk.shop.folder)
    if known is None:
        return own
    there = {page.hash for page in own.pages}
    return Dossier((*own.pages, *(page for page in known.pages if page.hash not in there)), own.quotes)


def _page(desk: Desk, hash_: str, dropped: Mapping[str, StoredPage]) -> StoredPage | None:
    if hash_ in dropped:
        return dropped[hash_]
    found = Pages(desk.engine, desk.shop.id).get(hash_)
    return from_web(found, desk.shop.reading.tiers) if found else None


def _fetched(desk: Desk, assignment: Assignment) -> list[Fetch]:
    locale = assignment.market.locale
    wanted = addresses(
        assignment.topic, lambda phrase: desk.seen.results(phrase, locale), desk.shop.reading, desk.shop.site
    )
    if not wanted:
        return []
    with TURN.let_go():
        return asyncio.run(_fetch(desk, wanted))


async def _fetch(desk: Desk, wanted: Sequence[str]) -> list[Fetch]:
    pages = Pages(desk.engine, desk.shop.id)
    if is_offline():
        return await fetch_pages(wanted, None, pages)
    async with open_door(desk.shop, desk.engine) as door:
        return await fetch_pages(wanted, door, pages)
