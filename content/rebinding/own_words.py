"""Which blocks repeat what the shop's own people wrote: their advice, their evidence; and which list everything."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.ledger.ledger import Ledger
from content.originality import masks, shingles
from content.records import UNKNOWN, Text
from content.references import readable
from content.reliance import claim
from seo.records import Market

_FEWEST: Final = 3  # groups of words that must be the same
_SHARE: Final = 0.3  # of the shorter text
_DASH: Final = re.compile(r"\|\s*[–—-]\s*\|")
Of = tuple[int, str]  # a block, and what it rests on


def own_words(blocks: Sequence[str], ledger: Ledger, market: Market) -> Iterator[Of]:
    """`advice(id)` and `evidence(id)`: the block holds their words, their figures or the name behind them."""
    hidden = masks(ledger, market.language)
    grams = [shingles(block, market.language, hidden) for block in blocks]
    sources: list[tuple[str, tuple[Text, ...]]]
    sources = [(claim("advice", a.id), (a.answer, a.body)) for a in ledger.advice]
    sources += [(claim("evidence", e.id), (e.text,)) for e in ledger.evidence]
    for made, texts in sources:
        for text in _paragraphs(texts, market.language):
            theirs = shingles(text, market.language, hidden)
            for number, own in enumerate(grams):
                if _is_repeated(own, theirs) or blocks[number].strip() == text.strip():
                    yield number, made
    yield from _evidence(blocks, ledger)


def _paragraphs(texts: Sequence[Text], language: str) -> Iterator[str]:
    for text in texts:
        yield from (part for part in (text.get(language) or "").split("\n\n") if part.strip())


def _is_repeated(own: frozenset[str], theirs: frozenset[str]) -> bool:
    shared = len(own & theirs)
    return shared >= _FEWEST and shared >= _SHARE * min(len(own), len(theirs))


def _evidence(blocks: Sequence[str], ledger: Ledger) -> Iterator[Of]:
    """Evidence whose facts a block shows, or whose author it names."""
    for number, block in enumerate(blocks):
        for each in ledger.evidence:
            name = each.by.split(",")[0].strip()
            if f"{{{{evidence-{each.id}." in block or (name and name in block and len(name.split()) > 1):
                yield number, claim("evidence", each.id)


def complete_lists(blocks: Sequence[str], ledger: Ledger, market: Market) -> Iterator[Of]:
    """`routes()` where every delivery route is shown, `variants(a)` where every variant of a product is."""
    routes = _routes(ledger, market)
    for number, block in enumerate(blocks):
        shown = _targets(block)
        if routes and all(any(s == "shop" and k.startswith(f"{r}_") for s, k in shown) for r in routes):
            yield number, claim("routes")
            yield from ((number, made) for made in _dashes(block, routes, ledger, market))
        subjects = {subject for subject, _ in shown}
        for product in ledger.families():
            if len(product.variants) > 1 and set(product.variants) <= subjects:
                yield number, claim("variants", product.handle)


def _routes(ledger: Ledger, market: Market) -> list[str]:
    """`delivery_express`, for each route to this market."""
    facts = [f for f in ledger.facts("shop") if f.market == market.country]
    days = (f.key for f in facts if f.key.startswith("delivery_") and f.key.endswith("_days"))
    return sorted({key.removesuffix("_days") for key in days})


def _dashes(block: str, routes: Sequence[str], ledger: Ledger, market: Market) -> Iterator[str]:
    """What a table of routes leaves blank: once the shop states it, the blank is wrong."""
    for what in ("days", "cost", "free_from") if _DASH.search(block) else ():
        silent = [r for r in routes if ledger.fact("shop", f"{r}_{what}", market).value == UNKNOWN]
        if 0 < len(silent) < len(routes):
            yield from (claim("unknown", f"shop.{route}_{what}") for route in silent)


def _targets(text: str) -> list[tuple[str, str]]:
    return [target for reference in readable(text) for target in reference.targets]
