"""The anchors: texts at five levels, written by the team about the small shop beside them. Never called human.

1 spam or stub, 2 raw draft with faults, 3 lightly edited, 4 competent, 5 excellent.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from content.checks import check
from content.files import parse_draft
from content.judging.article import Article, article
from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft
from content.score import score
from content.shop import load_shop
from seo.records import Market

HERE: Final = Path(__file__).with_name("anchors")


@dataclass(frozen=True, slots=True)
class Anchor:
    """One team-written text and the level it was written for."""

    name: str  # `en/blanket-4`
    topic: str  # `en/blanket`
    level: int
    draft: Draft


@cache
def shop() -> Ledger:
    """The ledger of the shop the anchors speak of."""
    return read_ledger(load_shop(HERE / "shop"))


@cache
def anchors() -> tuple[Anchor, ...]:
    """All of them, by name."""
    found = []
    for path in sorted(HERE.glob("??/*.md")):
        topic, _, level = f"{path.parent.name}/{path.stem}".rpartition("-")
        text = path.read_text(encoding="utf-8")
        found.append(Anchor(f"{topic}-{level}", topic, int(level), parse_draft(text, path.name)))
    return tuple(found)


def market_of(language: str) -> Market:
    """The small shop's market in a language."""
    return next(market for market in shop().shop.markets if market.language == language)


def as_article(anchor: Anchor, find: str = "", put: str = "") -> Article:
    """An anchor as a judge reads it, with one place changed."""
    found = article(anchor.draft, shop(), market_of(anchor.draft.language))
    if find and find not in found.text:
        raise ValueError(f"{anchor.name} does not hold {find!r}")  # our own table, held by a test
    return Article(
        found.language, found.text.replace(find, put) if find else found.text, found.asked, found.rows
    )


def points(anchor: Anchor) -> float:
    """What code alone gives it."""
    market = market_of(anchor.draft.language)
    return score(anchor.draft, check(anchor.draft, shop(), market), shop(), market).points
