"""What a delivery route is called: by the shop's own name for it, and in the words everybody has for an express.

A page says "per Express sind es 27 €" of a route its shop calls `Expressversand`, and "jusque chez vous" of one it
calls `Livraison à domicile`. Taken for no route at all, a right price was held against another route's. The names our
own pages print for a route without one are the ledger's (`content/ledger/routes.py`); here are the words others use.
"""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.promises import ROUTE
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Text
from content.word_lists import word_lists, words_of

_SHOP: Final = "shop"
_FEW_WORDS: Final = 2
_LONG: Final = 6  # letters
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
_TERMS: Final = ("days", "cost", "free_from")
_HOME, _OTHERS = "home", ("express", "pickup")


def route_words(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    """Each word or phrase that names a route, with the keys of what it promises."""
    names = list(_route_names(ledger, language))
    for route, word in (*_own(dict(names), language), *_everybodys(ledger, names, language)):
        yield from ((word, f"{route}{term}") for term in _TERMS)


def _own(names: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    """What the shop calls a route: `Envío exprés`, and the word no other route has: `exprés`."""
    for route, name in names.items():
        others = {word for other, text in names.items() if other != route for word in text.split()}
        parts = name.split()
        alone = parts if len(parts) <= _FEW_WORDS else [parts[0], *filter(_is_telling, parts[1:])]
        own = (name, *(part for part in alone if part not in others))
        compounds = (f"{part}{sent}" for part in own for sent in _SENT) if language == "de" else ()
        yield from ((route, word) for word in (*own, *compounds))


def _is_telling(word: str) -> bool:
    """Of `Livraison à domicile` the `domicile`; of `Recogida en tienda` neither `en` nor `tienda`: that is any shop."""
    return len(word) >= _LONG and word not in _PLACES


def _everybodys(ledger: Ledger, names: list[tuple[str, str]], language: str) -> Iterator[tuple[str, str]]:
    """Words of a kind of delivery that one route alone is of. Beside a pickup point, the one that is neither that nor
    express comes home."""
    called = {
        match[1]: [match[1].replace("_", " ")]
        for fact in ledger.facts(_SHOP)
        if (match := ROUTE.match(fact.key))
    }
    for route, name in names:
        called[route].append(name)
    kinds = {kind: [route for route, said in called.items() if _is_of(kind, said)] for kind in _OTHERS}
    plain = [route for route in called if not any(route in routes for routes in kinds.values())]
    kinds[_HOME] = plain if kinds["pickup"] else []
    for kind, routes in kinds.items():
        if len(routes) == 1:
            yield from (
                (routes[0], low(fold(word))) for word in words_of(__file__, kind, language).split("|") if word
            )


def _is_of(kind: str, called: list[str]) -> bool:
    """Whether a route is called so, its key among its names: in whatever language that is."""
    words = (low(fold(word)) for listed in word_lists(__file__)[kind].values() for word in listed.split("|"))
    bare = "|".join(re.escape(word) for word in words)
    return any(re.search(rf"(?:{bare})", name) for name in called)


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
