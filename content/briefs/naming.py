"""What a fact, a claim, a product is called in a market's language: in a brief, in a prompt, on the screen."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel import Locale

from content.briefs.phrases import say
from content.entries import names as entry_names
from content.ledger.counted import are_named, counts_of
from content.ledger.ledger import Ledger
from content.ledger.own_words import LIMITS, OWN_WORDS
from content.ledger.partly import partly, set_apart
from content.locales import listed, number, quantity, value
from content.marks import mark
from content.records import UNKNOWN, Quantity, Text, Value
from content.reliance import NOBODY, state
from content.rendering import render
from content.tongues import tongue
from content.writing.counted import counted_of
from content.writing.phrases import phrase_book
from seo.records import Market

_CLAIM = re.compile(r"([a-z]+)\((.*)\)")
_ROUTE = re.compile(r"delivery_(.+)_(name|days|cost|free_from)")
_ROUTE_WORDS: Mapping[str, str] = {"name": "route", "days": "time", "cost": "price", "free_from": "free_from"}
_OF_RETURNS = frozenset({"returns_days", "returns_cost", "returns_text"})
MOST_VERSIONS = 6  # told of one product
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Names:
    """The words of one market on one day."""

    ledger: Ledger
    market: Market
    on: date | None

    def word(self, name: str) -> str:
        """A word of the brief's phrase book."""
        return say(self.market.language, f"word.{name}")

    def tongue(self, text: Text) -> str:
        """In which language something the shop's people wrote is read: the market's, else another; empty where none."""
        return tongue(text, self.market.language, self.ledger.shop.language)

    def in_language(self, language: str) -> str:
        """`in German`, in the market's language; empty for the market's own."""
        if language in ("", self.market.language):
            return ""
        name = str(Locale.parse(self.market.locale, sep="-").languages[language])
        return say(self.market.language, "word.in_language", language=name)

    def short(self, handle: str) -> str:
        """A product's short name; a variant goes by its family's, where it has none of its own."""
        product = self.ledger.products.get(handle)
        own = handle if product is None or self.has_name(handle) else product.family or handle
        return self.ledger.short(own, self.market.language) if product else handle

    def has_name(self, handle: str) -> bool:
        """Whether it is a variant that people call by a name: `Belette M`."""
        product = self.ledger.products.get(handle)
        family = product.family if product else ""
        return bool(family) and are_named(family, self.ledger, self.market.language)

    def whole(self, handle: str) -> str:
        """A product's full name; a variant goes by its family's."""
        product = self.ledger.products.get(handle)
        return self.ledger.name(product.family or handle, self.market.language) if product else handle

    def shorts(self, handles: Sequence[str]) -> str:
        """Short names, joined by the language's "and"."""
        return listed(list(dict.fromkeys(self.short(h) for h in handles)), self.market.locale) or _NOTHING

    def value(self, subject: str, key: str) -> Value:
        """What is stated here on the day."""
        return self.ledger.fact(subject, key, self.market, self.on).value

    def shown(self, subject: str, key: str) -> str:
        """The value as a reader will see it; a dash where there is none to see."""
        known = self.value(subject, key)
        if known == UNKNOWN:
            return _NOTHING
        return value(known, self.market.locale, self.ledger.lexicon) or _NOTHING

    def entries(self, subject: str, key: str) -> tuple[str, ...]:
        """How the entries of a list are named alone; none where the list itself has no words here."""
        return () if self.shown(subject, key) == _NOTHING else entry_names(self.value(subject, key))

    def product(self, subject: str, key: str) -> str:
        """The product a fact is about; empty for the shop's own."""
        if subject in self.ledger.products:
            return self.short(subject)
        counts = counts_of(subject, key, self.ledger)
        return self.short(counts[1]) if counts else ""

    def label(self, subject: str, key: str) -> str:
        """What a fact is called; empty where it has no name of its own: it stands in the text of an advice."""
        if subject == "shop":
            return self._of_shop(key)
        if subject.startswith("evidence-"):
            return self._of_evidence(subject, key)
        if key == LIMITS:
            return self.word(key)
        return self.ledger.lexicon.attribute(key, self.market.language) or key.replace("_", " ")

    def claim(self, written: str) -> str:
        """A claim in plain words: `widest: Aldermoor`."""
        found = _CLAIM.fullmatch(written)
        if found is None:
            return written
        arguments = [part.strip() for part in found[2].split(";") if part.strip()]
        told = state(written, self.ledger, self.market, self.on)
        if found[1] == "unknown" and (versions := self.versions(arguments[0])):
            return say(self.market.language, "word.partly", **self.of(arguments[0]), names=versions)
        slots = _SLOTS[found[1]](self, arguments, told) if found[1] in _SLOTS else None
        return written if slots is None else say(self.market.language, f"claim.{found[1]}", **slots)

    # --- slots of the claims --------------------------------------------------------------------------------

    def keys(self, written: str) -> str:
        """`iron&can_be_cut` in words."""
        return listed([self.label("", key) for key in written.split("&")], self.market.locale)

    def of(self, reference: str) -> dict[str, str]:
        """`label` and `one` of `handle.key`."""
        subject, _, key = reference.partition(".")
        return {"label": self.label(subject, key), "one": self.product(subject, key)}

    def versions(self, reference: str) -> str:
        """`grey (yes), blue (yes)`: the variants that state what the product as a whole leaves open, by what they alone
        are, else by their names.
        """
        subject, _, key = reference.partition(".")
        told = list(partly(self.ledger, subject, key, self.market, self.on))
        by = set_apart(self.ledger, subject, told, self.market) if told else ""
        language = self.market.language
        names = [self.shown(each, by) if by else self.ledger.name(each, language) for each in told]
        shown = list(
            dict.fromkeys(f"{name} ({self.shown(h, key)})" for h, name in zip(told, names, strict=True))
        )
        more = ["…"] if len(shown) > MOST_VERSIONS else []
        return listed([*shown[:MOST_VERSIONS], *more], self.market.locale)

    def listed(self, told: str) -> str:
        """A state that names products."""
        return _NOTHING if told == NOBODY else self.shorts(told.split("+"))

    def bound(self, written: str) -> str:
        """`120 cm` as the market writes it."""
        amount, _, unit = written.partition(" ")
        is_plain = re.fullmatch(r"-?\d+(\.\d+)?", amount)
        return quantity(Quantity(Decimal(amount), unit), self.market.locale) if is_plain else written

    def counted(self, told: str) -> str:
        """A state that is a number."""
        return number(Decimal(told), self.market.locale) if told.isdigit() else _NOTHING

    def routes(self, told: str) -> str:
        """Delivery routes by their names."""
        names = [] if told == NOBODY else [self._route(route) for route in told.split("+")]
        return listed(names, self.market.locale) or _NOTHING

    def _route(self, route: str) -> str:
        named = self.shown("shop", f"delivery_{route}_name")
        return route if named == _NOTHING else named

    def _of_shop(self, key: str) -> str:
        if found := _ROUTE.fullmatch(key):
            word = phrase_book(self.market.language)["word"][_ROUTE_WORDS[found[2]]]
            return f"{self._route(found[1])}{mark('comma', self.market.language)}{word}"
        if key in _OF_RETURNS | OWN_WORDS:
            return self.word(key)
        if key.startswith("contact"):
            return self.word("contact")
        return self.ledger.lexicon.attribute(key, self.market.language) or ""

    def _of_evidence(self, subject: str, key: str) -> str:
        if key in ("on", "from", "to"):
            return self.word(key)
        counts = counts_of(subject, key, self.ledger)
        if counts is None:
            return ""
        found, handle = counts
        rest = key.removeprefix(f"{handle.replace('-', '_')}_")
        reason = rest.replace("_", " ")
        lexicon = self.ledger.lexicon
        told = lexicon.value(reason, self.market.language) or lexicon.written(reason)
        word = (
            self.word("sold") if rest == "sold" else say(self.market.language, "word.returned", reason=told)
        )
        which = counted_of(found, handle, self.ledger, self.market)
        return f"{word} ({render(which, self.ledger, self.market, 'plain', self.on)})" if which else word


Slots = Callable[[Names, Sequence[str], str], dict[str, str]]


def _over(names: Names, arguments: Sequence[str], told: str) -> dict[str, str]:
    return {"label": names.keys(arguments[0]), "names": names.listed(told)}


def _whether(names: Names, arguments: Sequence[str], told: str) -> dict[str, str]:  # noqa: ARG001
    return {"label": names.keys(arguments[0])}


def _less(names: Names, arguments: Sequence[str], told: str) -> dict[str, str]:  # noqa: ARG001
    return {**names.of(arguments[0]), "other": names.of(arguments[1])["one"]}


def _reaches(names: Names, arguments: Sequence[str], told: str) -> dict[str, str]:  # noqa: ARG001
    return {**names.of(arguments[0]), "bound": names.bound(arguments[1])}


_SLOTS: Mapping[str, Slots] = {
    **dict.fromkeys(("highest", "lowest", "having", "lacking", "unstated"), _over),
    **dict.fromkeys(("same", "differ"), _whether),
    **dict.fromkeys(("atleast", "atmost"), _reaches),
    "less": _less,
    "count": lambda names, arguments, told: {**names.of(arguments[0]), "names": names.counted(told)},
    "unknown": lambda names, arguments, _: names.of(arguments[0]),
    "members": lambda names, _, told: {"names": names.listed(told)},
    "variants": lambda names, arguments, told: {
        "one": names.short(arguments[0]),
        "names": told.replace("+", mark("comma", names.market.language)),
    },
    "routes": lambda names, _, told: {"names": names.routes(told)},
}
