"""Why a page says what it says: the facts behind a number, a reference or a sentence, with their rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from content.checks.amounts import Amount, dimension, to_base
from content.checks.extract import extract
from content.checks.view import fold, low
from content.errors import LedgerGap
from content.ledger.conflicts import place_of
from content.ledger.ledger import Ledger, digest
from content.ledger.values import precision
from content.proposing.known import numbers
from content.proposing.proposal import written
from content.records import Draft, Fact, Money, Text, Value, sides_of
from content.references import find_references
from content.rendering import render, show
from seo.language import sentences
from seo.records import Market

TEXTS = ("title", "description", "url", "image")


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence of an article, and the facts it shows or rests on."""

    sentence: str  # as a reader sees it
    shown: tuple[tuple[str, str, tuple[Fact, ...]], ...]  # reference, its words, its facts


def facts_behind(asked: str, ledger: Ledger, locale: str = "") -> list[Fact]:
    """Facts for `handle.key`, a handle or SKU, or a value as a reader sees it (`4-6`, `49,90 €`, `polyester`)."""
    subject, _, key = asked.strip().strip("{}").rpartition(".")
    if subject and (handle := ledger.resolve(subject) or subject) and (found := _of_key(ledger, handle, key)):
        return found
    family = ledger.resolve(asked)
    if family:
        return [
            fact for handle in (family, *ledger.products[family].variants) for fact in ledger.facts(handle)
        ]
    return [*_by_value(asked, ledger, locale or ledger.shop.language)]


def explain(draft: Draft, sentence: str, ledger: Ledger, market: Market, on: date | None) -> list[Reason]:
    """For each sentence of an article that holds the words (all when none are given): its references with facts."""
    found = []
    for text in (draft.title, draft.description, *_sentences(draft)):
        reason = _reason(text, ledger, market, on)
        if reason.shown and low(fold(sentence)) in low(fold(reason.sentence)):
            found.append(reason)
    return found


def where(fact: Fact) -> str:
    """Place, market, days and who accepted it, in one line."""
    days = (
        f"{fact.valid_from or '…'} to {fact.valid_until or '…'}"
        if fact.valid_from or fact.valid_until
        else ""
    )
    parts = [
        place_of(fact.source, fact.row, fact.column),
        f"market {fact.market}" if fact.market else "every market",
        f"valid {days}" if days else "",
        f"accepted by {fact.by}" if fact.by else "",
    ]
    return "; ".join(part for part in parts if part)


def value_of(fact: Fact) -> str:
    """The value to a person: texts as they read."""
    if isinstance(fact.value, Text):
        return " / ".join(dict.fromkeys(words for _, words in fact.value.by_language))
    return written(fact.value) or digest(fact.value)


def _of_key(ledger: Ledger, handle: str, key: str) -> list[Fact]:
    product = ledger.products.get(handle)
    handles = (handle, *(product.variants if product else ()))
    found = [fact for each in handles for fact in ledger.facts(each) if fact.key == key]
    if not found and product and key in ("name", "short"):
        found = [ledger.fact(handle, key)]
    return found


def _by_value(asked: str, ledger: Ledger, locale: str) -> Iterator[Fact]:
    """Facts that hold the number asked for (in any unit when none is written), or exactly these words."""
    wanted = extract(fold(asked), locale, ledger.shop.default_currency)
    words = low(fold(asked)).strip()
    for subject in ledger.subjects():
        for fact in ledger.facts(subject):
            if fact.key not in TEXTS and _says(fact, wanted, words, ledger.shop.language):
                yield fact


def _says(fact: Fact, wanted: Sequence[Amount], words: str, language: str) -> bool:
    if not wanted:
        return low(fold(value_of(fact))) == words
    return any(_is_said(fact.value, one.values, one.unit, language) for one in wanted)


def _is_said(value: Value, asked: tuple[Decimal, ...], unit: str, language: str) -> bool:
    for values, own in _numbers(value, language):
        if not unit and values == asked:
            return True
        is_comparable = unit and (own == unit or (dimension(own) == dimension(unit) != "money"))
        if is_comparable and [to_base(v, own) for v in values] == [to_base(v, unit) for v in asked]:
            return True
    return False


def _numbers(value: Value, language: str) -> Iterator[tuple[tuple[Decimal, ...], str]]:
    yield from numbers(value, language)
    for side in sides_of(value):
        if isinstance(side, Money):
            yield (Decimal(side.minor).scaleb(-precision(side.currency)),), side.currency


def _sentences(draft: Draft) -> Iterator[str]:
    for block in draft.body.split("\n"):
        yield from sentences(block, draft.language) if block.strip() else ()


def _reason(text: str, ledger: Ledger, market: Market, on: date | None) -> Reason:
    shown = []
    for reference in find_references(text):
        try:
            words = show(reference, ledger, market, on)
        except LedgerGap as gap:
            words = f"? ({gap})"
        facts = tuple(ledger.fact(subject, key, market, on) for subject, key in reference.targets)
        shown.append((reference.source, words, facts))
    try:
        sentence = render(text, ledger, market, "plain", on)
    except LedgerGap:
        sentence = text
    return Reason(" ".join(sentence.split()), tuple(shown))
