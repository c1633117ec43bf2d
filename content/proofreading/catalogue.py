"""What the catalogue is about, without what it says: products by name, columns by what they hold."""

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from content.checks.amounts import dimension
from content.checks.reading import Reading
from content.judging.rows import shown
from content.records import Choice, Fact, Money, Quantity, Span, Text, Unknown, Value, sides_of

MOST_WORDS: Final = 24  # of a column that are listed
_UNITS: Final = {"wd": "working days", "d": "days", "a": "years", "mo": "months"}
_UNSAID: Final = {"url", "image", "description", "title", "name", "short"}
_NAMED: Final = {"brand", "certificate"}  # texts that are names: the only ones a claim can be made on
_NOT_A_MARK: Final = {"price", "availability", *_UNSAID, *_NAMED}
ALIAS: Final = "c_"  # before a key that no formula can hold: `c_360_rotation`, `c_class`
_PLACE: Final = re.compile(r"@\w+(?:-\w+)?")  # `price@DE`


def unit_name(unit: str) -> str:
    """A unit as anyone reads it."""
    return _UNITS.get(unit, unit)


def alias(key: str) -> str:
    """A key as formulas have it."""
    return key if key.isidentifier() and not keyword.iskeyword(key) else f"{ALIAS}{key}"


def marks(reading: Reading, products: Sequence[str]) -> dict[str, str]:
    """What tells products of one name apart, in few columns: `size M, colour sage`. Words before lengths, in the order
    of the catalogue. Families have none: their sizes and colours do."""
    alike: dict[str, list[str]] = {}
    for handle in products:
        if not reading.ledger.products[handle].variants:
            alike.setdefault(reading.ledger.name(handle, reading.market.language), []).append(handle)
    return {
        handle: mark
        for named in alike.values()
        if len(named) > 1
        for handle, mark in _told_apart(reading, named).items()
    }


def _told_apart(reading: Reading, named: Sequence[str]) -> dict[str, str]:
    told: dict[str, tuple[str, ...]] = dict.fromkeys(named, ())
    columns = {
        key: _said(reading, named, key) for key in reading.ledger.keys(named) if key not in _NOT_A_MARK
    }
    for key in sorted(columns, key=lambda key: _rank(columns[key])):
        more = {
            handle: (*told[handle], *([f"{key.replace('_', ' ')} {text}"] if text else []))
            for handle, (_, text) in columns[key].items()
        }
        if len(set(more.values())) > len(set(told.values())):
            told = more
    return {handle: ", ".join(words) for handle, words in told.items() if words}


def _said(reading: Reading, named: Sequence[str], key: str) -> dict[str, tuple[Value, str]]:
    """What a column says of each, and in words; nothing where it is empty or says yes or no."""
    found = {handle: reading.ledger.fact(handle, key, reading.market, reading.on).value for handle in named}
    return {
        handle: (
            value,
            shown(value, reading.market.language) if isinstance(value, Choice | Quantity | Span) else "",
        )
        for handle, value in found.items()
    }


def _rank(said: Mapping[str, tuple[Value, str]]) -> int:
    """Words first, then what is measured in lengths, then the rest."""
    values = [value for value, _ in said.values()]
    if any(isinstance(value, Choice) for value in values):
        return 0
    is_length = any(isinstance(value, Quantity) and dimension(value.unit) == "length" for value in values)
    return 1 if is_length else 2


def catalogue(reading: Reading, products: Sequence[str]) -> str:
    """The names of some products, their columns and the shop's, a line each."""
    parts = (_names(reading, products), _columns(reading, products), _of_shop(reading))
    return "\n\n".join("\n".join(part) for part in parts)


def _names(reading: Reading, products: Sequence[str]) -> Iterator[str]:
    number = {handle: place for place, handle in enumerate(products, 1)}
    told = marks(reading, products)
    for handle in products:
        variants = reading.ledger.products[handle].variants
        if known := [f"P{number[each]}" for each in variants if each in number]:
            told[handle] = f"family; its sizes or colours are {', '.join(known)}"
        of = f" ({told[handle]})" if handle in told else ""
        yield f"P{number[handle]} {reading.ledger.name(handle, reading.market.language)}{of}"


def _columns(reading: Reading, products: Sequence[str]) -> Iterator[str]:
    stated: dict[str, list[Fact]] = {}
    for handle in products:
        for fact in reading.ledger.facts(handle):
            if fact.key not in _UNSAID and fact.market in {None, reading.market.country}:
                stated.setdefault(fact.key, []).append(fact)
    for key, facts in stated.items():
        values = [fact.value for fact in facts]
        texts = [each.by_language[0][1] for each in values if isinstance(each, Text) and each.by_language]
        kind = _one_of(texts) if key in _NAMED else _kind(values)
        if kind:
            yield f"P.{alias(key)}{_header(key, facts)}: {kind}"


def _header(key: str, facts: Sequence[Fact]) -> str:
    """The column as the shop calls it, where its key does not say so."""
    head = _PLACE.sub("", next((fact.column for fact in facts if fact.column), ""))
    is_same = re.sub(r"\W+", "_", head.lower()).strip("_") == key
    return "" if is_same or not head else f" ({head})"


def _of_shop(reading: Reading) -> Iterator[str]:
    for fact in reading.ledger.facts("shop"):
        kind = _kind([fact.value])
        if kind and fact.market in {None, reading.market.country}:
            yield f"S.{alias(fact.key)}: {kind}"


def _kind(values: Sequence[Value]) -> str:
    """What a column holds, in words; empty for what no claim is made on."""
    flat = [each for value in values for each in sides_of(value)]
    first = next((each for each in flat if not isinstance(each, Unknown)), None)
    match first:
        case bool():
            return "yes/no"
        case Quantity() | Span():
            return f"number, {unit_name(first.unit)}" if first.unit else "number"
        case Money():
            return f"money, {first.currency}"
        case Choice():
            words = _one_of(each.text for each in flat if isinstance(each, Choice))
            return (
                f"{words}, or a number" if any(isinstance(each, Quantity | Span) for each in flat) else words
            )
    return ""


def _one_of(words: Iterable[str]) -> str:
    found = sorted(set(words))
    more = ", …" if len(found) > MOST_WORDS else ""
    return "one of " + ", ".join(f"'{_quoted(word)}'" for word in found[:MOST_WORDS]) + more


def _quoted(word: str) -> str:
    """`perle d’eau douce`: an apostrophe would end the quotation."""
    return word.replace("'", "’")


def filled(reading: Reading, products: Mapping[int, str]) -> str:
    """Which columns of numbers some products have, by their places, without the numbers; empty where none has any."""
    found = (
        (place, [alias(key) for key in reading.ledger.keys([handle]) if _is_measured(reading, handle, key)])
        for place, handle in products.items()
    )
    return "\n".join(f"P{place}: {', '.join(keys)}" for place, keys in found if keys)


def _is_measured(reading: Reading, handle: str, key: str) -> bool:
    value = reading.ledger.fact(handle, key, reading.market, reading.on).value
    flat = sides_of(value)
    return any(isinstance(each, Quantity | Span) for each in flat)
