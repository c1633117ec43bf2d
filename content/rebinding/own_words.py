"""Which blocks repeat what the shop's own people wrote: their advice, their evidence; and which list everything."""

from collections.abc import Iterator, Sequence
from typing import Final

from content.errors import DraftError
from content.ledger.ledger import Ledger
from content.originality import masks, shingles
from content.records import Text
from content.references import find_references
from content.reliance import claim
from seo.records import Market

_FEWEST: Final = 3  # groups of words that must be the same
_SHARE: Final = 0.3  # of the shorter text
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
            yield from ((n, made) for n, own in enumerate(grams) if _is_repeated(own, theirs))
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
    facts = ledger.facts("shop")
    days = [f.key for f in facts if f.key.startswith("delivery_") and f.key.endswith("_days")]
    routes = {
        key.removesuffix("_days") for key in days
        if any(f.key == key and f.market == market.country for f in facts)
    }  # fmt: skip
    for number, block in enumerate(blocks):
        shown = _targets(block)
        if routes and all(any(s == "shop" and k.startswith(f"{r}_") for s, k in shown) for r in routes):
            yield number, claim("routes")
        subjects = {subject for subject, _ in shown}
        for product in ledger.families():
            if len(product.variants) > 1 and set(product.variants) <= subjects:
                yield number, claim("variants", product.handle)


def _targets(text: str) -> list[tuple[str, str]]:
    try:
        return [target for reference in find_references(text) for target in reference.targets]
    except DraftError:
        return []  # the checks say so
