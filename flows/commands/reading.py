"""Texts from files, and the ledger they are held against: the common ground of `check` and `score`."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from content.against import read_against
from content.checks import examine
from content.checks.reading import Reading
from content.dossier import Dossier, read_dossier
from content.files import read_draft
from content.inventory import read_pages
from content.ledger.ledger import Ledger, read_ledger
from content.proofreading.proofreader import proofread
from content.records import Draft, Finding
from content.shop import Shop, load_shop
from content.waivers import for_file, read_waivers, waived
from flows.commands.options import readable
from flows.errors import WrongUse
from flows.iso_week import parse_week, today
from flows.shop_folder import find_shop
from seo.records import Market

if TYPE_CHECKING:
    from content.proofreading.proofreader import Proofreader
    from seo.web.stored import StoredPage


@dataclass(frozen=True, slots=True)
class Text:
    """A file as read, the market it is written for, and what the checks saw in it."""

    path: Path
    draft: Draft
    market: Market
    findings: tuple[Finding, ...]


def open_ledger(options: argparse.Namespace) -> Ledger:
    """The ledger of the shop meant, for questions of today; it is only read."""
    shop = load_shop(find_shop(options.shop, is_only_read=True))
    return read_ledger(shop).as_of(today(shop.time_zone))


def read_and_check(options: argparse.Namespace, ledger: Ledger) -> Iterator[Text]:
    """Every file named, checked; the first unreadable one stops with its reason."""
    day: date = today(ledger.shop.time_zone)
    shop = ledger.shop
    against = read_against(options.against)
    stored = read_dossier(shop.folder, _fetched(options.files, shop))
    dossier = Dossier((*stored.pages, *against.pages), stored.quotes)
    pages = read_pages(shop.folder, shop.language)
    proofreader = _proofreader(shop) if options.proofread else None
    waivers = read_waivers(readable(options.waivers)) if options.waivers else ()
    for path in options.files:
        draft = read_draft(readable(path), options.lang, options.market)
        market = market_of(draft, ledger.shop)
        reading = Reading(draft, ledger, market, day, against.others(path), pages, dossier)
        findings = proofread(proofreader, examine(reading), reading)
        yield Text(path, draft, market, waived(findings, draft, for_file(waivers, path)))


def _proofreader(shop: Shop) -> "Proofreader":
    from flows.bootstrap import admitted_proofreader  # noqa: PLC0415  only where one is asked

    proofreader = admitted_proofreader(shop, week=parse_week("", shop.time_zone))
    if proofreader is None:
        raise WrongUse(
            "no admitted proofreader: name one ([proofreader] in shop.toml or ACREAGE_PROOFREADER_URL and "
            "ACREAGE_PROOFREADER_MODEL), then run acreage proofreader admit."
        )
    return proofreader


def _fetched(files: Sequence[Path], shop: Shop) -> "list[StoredPage]":
    """The pages the door has stored, where a text quotes: else no database is opened."""
    if not any("[^q" in readable(path).read_text(encoding="utf-8", errors="replace") for path in files):
        return []
    from flows.bootstrap import stored_pages  # noqa: PLC0415  SQLAlchemy

    return stored_pages(shop)


def market_of(draft: Draft, shop: Shop) -> Market:
    """The market a draft is written for: its own, or the shop's first in its language."""
    if draft.market:
        known = {market.locale.lower(): market for market in shop.markets}
        return known.get(draft.market.lower()) or Market(draft.market, shop.default_currency)
    in_language = [market for market in shop.markets if market.language == draft.language]
    return in_language[0] if in_language else Market(draft.language or shop.language, shop.default_currency)
