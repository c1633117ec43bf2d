"""What the shop vouches for in its own data: certificates, words, free delivery, people. Read once per ledger."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from content.checks.knowledge import knowledge, spoken
from content.checks.policy import FOLDER
from content.checks.reading import Reading, Sentence
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.records import Choice, Fact, Many, Money, Text, Value

_SUM: Final = re.compile(r"(?:\d[\d.,٬٫]*\d|\d)万?")
_WHOLE: Final = {"JPY", "KRW"}  # currencies without cents
_NEAR: Final = 120
_MAN: Final = 10_000  # 2万円
_NUMBER: Final = re.compile(r"\s*\([^()]*\)\s*$")
_WARRANTY: Final = re.compile(r"warrant|guarant|garant|保証|ضمان")
_YEARS: Final = re.compile(r"years?\b|jahr|jährig|\bans\b|años?\b|سنه|سنوات|سنتين|عام|年")


@dataclass(frozen=True, slots=True)
class Mark:
    """A certificate as texts name it."""

    name: str
    pattern: re.Pattern[str]
    hints: tuple[str, ...]
    is_environmental: bool


@cache
def marks() -> tuple[Mark, ...]:
    """The marks of `certificates.toml`."""
    table = tomllib.loads((FOLDER / "certificates.toml").read_text(encoding="utf-8"))
    return tuple(
        Mark(name, re.compile(low(fold(row["terms"]))), tuple(row["hints"]), row["environmental"])
        for name, row in table.items()
    )


def marks_in(text: str) -> tuple[Mark, ...]:
    """The marks a folded text of small letters may name: a look at their pieces, before any pattern."""
    return tuple(mark for mark in marks() if any(hint in text for hint in mark.hints))


@dataclass(frozen=True)
class Vouched:
    """A ledger's words and certificates."""

    words: frozenset[str]  # folded small letters: texts, choices, and the names of what is true
    certified: Mapping[str, tuple[tuple[str, Fact], ...]]  # mark or own name -> (family, fact)
    keys: frozenset[str]
    said: dict[str, bool] = field(default_factory=dict)  # words -> whether the shop's data hold them

    def says(self, words: str) -> bool:
        """Whether the shop's own data hold these words (folded, small letters)."""
        plain = words.replace("-", " ")
        if plain not in self.said:
            self.said[plain] = any(plain in text for text in self.words)
        return self.said[plain]

    def states_years(self, words: str) -> bool:
        """Whether years of a guarantee are named and some row states a guarantee: how many years is the number
        check's business."""
        return bool(_YEARS.search(words)) and any(_WARRANTY.search(key) for key in self.keys)


@once_per_ledger
def vouched(ledger: Ledger) -> Vouched:
    """What a ledger vouches for."""
    keys, said = ledger.stated()
    words: set[str] = set()
    naming: set[tuple[str, Value]] = set()  # what names a certificate: of these few it matters whose they are
    for key, value in said:
        for text in dict.fromkeys(_texts(key, value)):
            plain = low(fold(text))
            words.add(plain.replace("-", " "))
            if any(_names(key, plain)):
                naming.add((key, value))
    certified = _certified(ledger) if naming else {}
    return Vouched(frozenset(words), {n: tuple(found) for n, found in certified.items()}, keys)


def _certified(ledger: Ledger) -> dict[str, list[tuple[str, Fact]]]:
    """Each certificate with the families that have it."""
    certified: dict[str, list[tuple[str, Fact]]] = {}
    for subject in ledger.subjects():
        product = ledger.products.get(subject)
        family = (product.family or product.handle) if product else subject
        for fact in ledger.facts(subject):
            for text in dict.fromkeys(_texts(fact.key, fact.value)):
                for name in _names(fact.key, low(fold(text))):
                    certified.setdefault(name, []).append((family, fact))
    return certified


def _texts(key: str, value: Value) -> Iterator[str]:
    if value is True:
        yield key.replace("_", " ")
    elif isinstance(value, Choice):
        yield value.text
    elif isinstance(value, Text):
        yield from (text for _, text in value.by_language)
    elif isinstance(value, Many):
        yield from (each.text for each in value.values if isinstance(each, Choice))


def _names(key: str, text: str) -> Iterator[str]:
    yield from (mark.name for mark in marks_in(text) if mark.pattern.search(text))
    if key == "certificate":
        yield _NUMBER.sub("", text)


def holds(reading: Reading, sentence: Sentence, name: str) -> bool:
    """Whether a certificate is the ledger's, today, for the products the sentence or the page is about."""
    found = [
        family
        for family, fact in vouched(reading.ledger).certified.get(name, ())
        if _is_valid(fact, reading.on)
    ]
    about = about_of(reading, sentence)
    return any(family in about or family == "shop" for family in found) if about else bool(found)


def names_own_certificate(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence names a certificate of the shop's own, held for what it is about: `EN 1078`."""
    return any(
        name in sentence.low and holds(reading, sentence, name) for name in vouched(reading.ledger).certified
    )


def about_of(reading: Reading, sentence: Sentence) -> set[str]:
    """The products named in the sentence, else in its paragraph, else the page's own; empty: none in particular."""
    names = knowledge(reading).names
    meant = {
        handle
        for said, subject in spoken(reading)
        if said.block is sentence.block and said.start == sentence.start
        for handle in subject.handles
        if subject.certainty in {"named", "carried"}
    }
    if meant:
        return meant | {mention.handle for mention in names.mentions(sentence.text)}
    for text in (sentence.text, sentence.block.text):
        named = {mention.handle for mention in names.mentions(text)}
        if named:
            return named
    own = reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None
    return {own} if own else set()


def _is_valid(fact: Fact, on: date | None) -> bool:
    return on is None or (
        (fact.valid_from is None or fact.valid_from <= on)
        and (fact.valid_until is None or on <= fact.valid_until)
    )


def is_delivered_free(
    reading: Reading, sentence: Sentence, *, is_from: bool, is_of_all: bool = False
) -> bool:
    """Whether a route to this market costs nothing: always, which alone allows to say it of every order (`is_of_all`),
    from an amount the sentence speaks of (`is_from`), or for what it is about because that costs as much."""
    facts = list(_of_shop(reading, "delivery_"))
    if any(f.key.endswith("_cost") and isinstance(f.value, Money) and f.value.minor == 0 for f in facts):
        return True
    if is_of_all:
        return False
    sums = [f.value for f in facts if f.key.endswith("_free_from") and isinstance(f.value, Money)]
    return any(is_from or _is_reached(reading, sentence, least) for least in sums)


def _is_reached(reading: Reading, sentence: Sentence, least: Money) -> bool:
    """Whether something spoken of costs the amount, or the sentence or the one before names such a sum."""
    handles = about_of(reading, sentence) or set(_on_page(reading))
    for handle in [*handles, *(v for h in handles for v in reading.ledger.products[h].variants)]:
        for fact in reading.ledger.facts(handle):
            is_here = fact.market in {None, reading.market.country}
            if (
                fact.key == "price"
                and is_here
                and isinstance(fact.value, Money)
                and fact.value.minor >= least.minor
            ):
                return True
    scale = 1 if least.currency in _WHOLE else 100
    said = sentence.block.view.low[max(0, sentence.start - _NEAR) : sentence.end]
    return any(_sum(number) * scale >= least.minor for number in _SUM.findall(said))


def _on_page(reading: Reading) -> Iterator[str]:
    """The products a page names."""
    for _, subject in spoken(reading):
        yield from subject.on_page
        return


def _sum(number: str) -> float:
    """The amount written, whichever mark parts thousands and cents."""
    whole = re.sub(r"[.,٫](\d{1,2})$", "", number.removesuffix("万"))
    return float(re.sub(r"\D", "", whole)) * (_MAN if number.endswith("万") else 1)


def is_returned_free(reading: Reading) -> bool:
    """Whether sending back costs nothing in this market."""
    return any(
        fact.value is True or (isinstance(fact.value, Money) and fact.value.minor == 0)
        for fact in _of_shop(reading, "returns_")
    )


def _of_shop(reading: Reading, stem: str) -> Iterator[Fact]:
    country = reading.market.country
    return (
        fact
        for fact in reading.ledger.facts("shop")
        if fact.key.startswith(stem) and fact.market in {None, country}
    )


def people(reading: Reading) -> tuple[str, ...]:
    """Everybody the shop itself names: its editor, who stands behind its rule, its evidence and its
    advice, its own name.
    """
    shop = reading.ledger.shop
    named = [shop.editor, shop.name, shop.approval.owner if shop.approval else ""]
    named += [evidence.by for evidence in reading.ledger.evidence]
    named += [advice.by for advice in reading.ledger.advice]
    return tuple(low(fold(name)) for name in named if name.strip())


def is_known(reading: Reading, name: str) -> bool:
    """Whether a person named in a text is one of the shop's, or stands in its facts."""
    words = low(fold(name)).split()
    return any(all(word in known for word in words) for known in people(reading)) or any(
        " ".join(words) in text for text in shop_texts(reading.ledger)
    )


def shop_texts(ledger: Ledger) -> Iterator[str]:
    """The texts of facts.toml, folded small letters."""
    for fact in ledger.facts("shop"):
        if isinstance(fact.value, Text):
            yield from (low(fold(text)) for _, text in fact.value.by_language)
