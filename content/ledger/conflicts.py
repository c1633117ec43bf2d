"""Two places that state one thing differently: named for a person, never decided by code."""

from collections.abc import Sequence
from datetime import date

from content.ledger.own_words import OWN_WORDS, joined
from content.ledger.stated import Stated
from content.ledger.units import convert
from content.records import UNKNOWN, Choice, Fact, Finding, Money, Proof, Quantity, Severity, Text, Value

NEAR = 0.01  # two units of one length may differ by their rounding
DESCRIBED = frozenset({"title", "url", "description", "image"})
"""Words about a product, not facts of it: the first source's are used, and nobody is bothered."""
CONFLICT = "ledger.conflict"
LISTED = frozenset({"certificate", *OWN_WORDS})
"""Keys of which several hold at once."""


def differ(first: Value, second: Value) -> bool:
    """Whether two statements cannot both be true; prices in two currencies can, and so can unknown."""
    if UNKNOWN in (first, second) or first == second:
        return False
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        other = convert(second.amount, second.unit, first.unit)
        return other is None or abs(float(first.amount - other)) > NEAR * abs(float(first.amount))
    if isinstance(first, Money) and isinstance(second, Money):
        return first.currency == second.currency
    if isinstance(first, Choice) and isinstance(second, Choice):
        return first.text.casefold() != second.text.casefold()
    if isinstance(first, Text) and isinstance(second, Text):
        return any(second.get(language) not in (None, words) for language, words in first.by_language)
    return True


def overlap(first: Stated | Fact, second: Stated | Fact) -> bool:
    """Whether there is a day on which both hold."""
    starts = max(first.valid_from or date.min, second.valid_from or date.min)
    ends = min(first.valid_until or date.max, second.valid_until or date.max)
    return starts <= ends


def settled(found: Sequence[Stated], quote: str, source: str, findings: list[Finding]) -> list[Stated]:
    """What is used of everything the sources state of one key in one market.

    What a person accepted as replacing goes before everything else, the last such statement before the earlier
    ones. Otherwise statements that cannot both be true are both left out and named.
    """
    if found[0].key in OWN_WORDS and (texts := [one.value for one in found if isinstance(one.value, Text)]):
        return [found[0]._replace(value=joined(texts))]
    replacing = [one for one in found if one.replaces]
    if replacing:
        return [replacing[-1]]
    if found[0].key in DESCRIBED:
        return [_all_languages(found)]
    known = [one for one in found if one.value != UNKNOWN] or list(found[:1])
    for place, one in enumerate(known):
        apart = next((other for other in known[place + 1 :] if _clash(one, other)), None)
        if apart is not None:
            findings.append(_apart(quote, one, apart, source))
            return [one._replace(value=UNKNOWN, valid_from=None, valid_until=None)]
    return _different(known)


def conflict(quote: str, first: str, second: str, column: str, row: int | None) -> Finding:
    """The finding: both places, and what a person can do."""
    source = first.partition(",")[0]
    return Finding(
        rule=CONFLICT,
        severity=Severity.WARN,
        span=(0, 0),
        quote=f"{quote}: {column}",
        evidence=Proof(source, row, f"{first} / {second}"),
        cure=f"{quote!r}: {first} and {second} disagree; neither is used, correct one, or accept one as replacing "
        "the other (acreage facts propose)",
    )


def _apart(sku: str, first: Stated, second: Stated, source: str) -> Finding:
    named = first.source or source
    if named != (second.source or source):
        return conflict(sku, _place(first, source), _place(second, source), first.column, first.row)
    return Finding(
        rule=CONFLICT,
        severity=Severity.WARN,
        span=(0, 0),
        quote=f"{sku}: {first.column}",
        evidence=Proof(named, first.row, f"rows {first.row} and {second.row}"),
        cure=f"{named}: {sku!r} stands in rows {first.row} and {second.row} with different values for "
        f"{first.column!r}; neither is used, keep one",
    )


def place_of(source: str, row: int | None, column: str) -> str:
    """`products.csv, row 3, column 'Power [W]'`."""
    return ", ".join([source, *([f"row {row}"] if row else []), *([f"column {column!r}"] if column else [])])


def _clash(first: Stated, second: Stated) -> bool:
    return overlap(first, second) and differ(first.value, second.value)


def _place(one: Stated, source: str) -> str:
    return place_of(one.source or source, one.row, one.column)


def _different(known: Sequence[Stated]) -> list[Stated]:
    """Each statement once: the first of those that say the same of the same days; texts with every language."""
    if all(isinstance(one.value, Text) for one in known):
        return [_all_languages(known)]
    kept: list[Stated] = []
    for one in known:
        if not any(overlap(one, other) and _says_the_same(one.value, other.value) for other in kept):
            kept.append(one)
    return kept


def _says_the_same(first: Value, second: Value) -> bool:
    return first == second or (not isinstance(first, Money) and not differ(first, second))


def _all_languages(found: Sequence[Stated]) -> Stated:
    """The first statement, with the languages that only later ones have."""
    words: dict[str, str] = {}
    for one in found:
        for language, text in one.value.by_language if isinstance(one.value, Text) else ():
            words.setdefault(language, text)
    return found[0]._replace(value=Text(tuple(words.items()))) if words else found[0]
