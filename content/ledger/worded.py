"""A value as a person reads it in a table, a finding or a message. What is stored and compared is its `digest`."""

import re
from decimal import Decimal
from typing import Final

from babel import Locale

from content.ledger.ledger import digest
from content.ledger.values import precision
from content.records import Fact, Many, Money, Text, Value
from content.shop import Shop

LETTERS: Final = 60  # of a text: enough to know which it is
_PRICE: Final = re.compile(r"(-?\d+) ([A-Z]{3})")
_CURRENCIES: Final = frozenset(Locale("en").currencies)


def worded(value: Value, language: str = "") -> str:
    """`189.00 EUR`, `1250 JPY`, `5 cm`, `true`; a text by how it begins in a language, else in the first it has."""
    match value:
        case Money():
            return _price(value.minor, value.currency)
        case Text():
            return beginning(value.get(language) or next((words for _, words in value.by_language), ""))
        case Many():
            return " | ".join(worded(side, language) for side in value.values)
    return digest(value)


def worded_state(state: str) -> str:
    """A stored state (`4990 EUR | 5990 EUR`, `text 09b37e6c9b19`) as far as a person can read it."""
    if re.fullmatch(r"text [0-9a-f]{12}", state):
        return "another text"
    return " | ".join(_side(side) for side in state.split(" | "))


def language_of(fact: Fact, shop: Shop) -> str:
    """The language a fact is told in: that of its market, else the shop's own."""
    return next((m.language for m in shop.markets if m.country == fact.market), shop.language)


def beginning(text: str) -> str:
    """The first 60 letters of a text on one line, and … where it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= LETTERS else f"{line[:LETTERS].rstrip()}…"


def around(text: str, start: int, end: int) -> str:
    """Some 60 letters of a text with what stands from `start` to `end` in their midst, and … where more follows."""
    room = max(0, LETTERS - (end - start)) // 2
    first, last = max(0, start - room), min(len(text), end + room)
    if first and " " in text[first:start]:
        first = text.index(" ", first) + 1  # no half words, where there are spaces
    if last < len(text) and " " in text[end:last]:
        last = text.rindex(" ", end, last)
    line = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{line}{'…' if last < len(text) else ''}"


def _side(side: str) -> str:
    found = _PRICE.fullmatch(side)
    return _price(int(found[1]), found[2]) if found and found[2] in _CURRENCIES else side


def _price(minor: int, currency: str) -> str:
    return f"{Decimal(minor).scaleb(-precision(currency))} {currency}"
