"""What attributes are called in one language: the lexicon's words, those of `measures.csv`, and delivery routes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from content.checks import amounts
from content.checks.phrases import Phrases
from content.checks.promises import ROUTE
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Quantity, Span, Text

_SHOP: Final = "shop"
_FEW_WORDS: Final = 2
_LONG: Final = 6  # letters
_LASTING: Final = {"time", "day", "month"}
_PLACES: Final = {
    "tienda",
    "magasin",
    "boutique",
    "geschäft",
    "laden",
    "delivery",
    "livraison",
    "lieferung",
    "entrega",
}
_SENT: Final = ("versand", "lieferung", "zustellung", "paket")  # Standardversand


def attribute_phrases(ledger: Ledger, language: str) -> Phrases:
    """Words of every attribute the ledger states, with the keys they may mean."""
    keys, measured = sorted(ledger.stated()[0]), _measured(ledger)
    entries = [
        (low(fold(word)), key)
        for key in keys
        for word in _attribute_words(ledger, key, language, measured.get(key, ""))
    ]
    entries += _route_words(ledger, language)
    return Phrases(entries, is_compound=language == "de")


def kinds(ledger: Ledger, language: str) -> Phrases:
    """What kinds of products are called in several words: in `high chairs` nothing is high."""
    words = (
        word for key in ledger.categories() for word in ledger.lexicon.synonyms("category", key, language)
    )
    spelled = dict.fromkeys(low(fold(word)) for word in words if " " in word)
    bent = {form for word in spelled for form in (word, f"{word}s", word.removesuffix("s"))}
    return Phrases((word, "kind") for word in sorted(bent))


def _route_words(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    """What a delivery route is called: `Envío exprés`, and the word no other route has: `exprés`."""
    names = dict(_route_names(ledger, language))
    for route, name in names.items():
        others = {word for other, text in names.items() if other != route for word in text.split()}
        parts = name.split()
        alone = parts if len(parts) <= _FEW_WORDS else [parts[0], *filter(_is_telling, parts[1:])]
        own = (name, *(part for part in alone if part not in others))
        compounds = (f"{part}{sent}" for part in own for sent in _SENT) if language == "de" else ()
        for word in (*own, *compounds):
            for key in ("days", "cost", "free_from"):
                yield word, f"{route}{key}"


def _is_telling(word: str) -> bool:
    """Of `Livraison à domicile` the `domicile`; of `Recogida en tienda` neither `en` nor `tienda`: that is any shop."""
    return len(word) >= _LONG and word not in _PLACES


def _route_names(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    """Each route and its name, the ones in this language last: a route has its own name in every market, and another
    market's must not take its place."""
    found: list[tuple[str, Text]] = []
    for fact in ledger.facts(_SHOP):
        route = ROUTE.match(fact.key)
        if route and fact.key.endswith("_name") and isinstance(fact.value, Text):
            found.append((route[1], fact.value))
    for tongue in (ledger.shop.language, language):
        yield from ((route_, low(fold(name))) for route_, text in found if (name := text.get(tongue)))


def _measured(ledger: Ledger) -> dict[str, str]:
    """What the numbers of the shop's own facts measure; of a column its name says it."""
    named = (
        (fact.key, amounts.dimension(amounts.canonical(fact.value.unit)))
        for fact in ledger.facts(_SHOP)
        if isinstance(fact.value, Quantity | Span)
    )
    return {key: dimension for key, dimension in named if dimension}


def _is_alike(measure: str, dimension: str) -> bool:
    return measure == dimension or {measure, dimension} <= _LASTING


def _attribute_words(ledger: Ledger, key: str, language: str, measured: str) -> Iterator[str]:
    """Its own words, and those of its measure: how often sheets are washed is no temperature of washing."""
    yield from ledger.lexicon.synonyms("attribute", key, language)
    if language == ledger.shop.language:
        yield re.sub(r"^(?:number of|no of|anzahl|nombre de|número de) ", "", key.replace("_", " "))
    for row in _measures():
        if re.search(row["keys"], key) and (not measured or _is_alike(row["dimension"], measured)):
            yield from row[language].split("|")


@cache
def _measures() -> tuple[dict[str, str], ...]:
    return tuple(amounts.rows("measures.csv"))
