"""Numbers of a description: which attribute of the product they are, or nothing when that is not said for good."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from content.checks.amounts import Amount
from content.checks.extract import extract
from content.checks.view import fold, low
from content.lexicon.lexicon import Lexicon
from content.proposing.clauses import Clause
from content.proposing.known import Known
from content.proposing.words import alone, dimensions, words
from content.records import Product, Quantity, Span

BY_KIND = ("volume", "pressure", "sound", "power", "voltage", "frequency")
"""Dimensions in which the products of a kind have one number each, when the catalogue says so."""
WHOLE = frozenset({"width", "height", "depth", "length", "weight", "diameter", "thickness"})
"""What the whole product has: these names may stand between its name and another number of it."""
LEDGER_UNITS = {"[foz]": "fl oz"}
"""Where the checks' name of a unit is not the ledger's."""
COUNTED = {
    "en": r"number of (.+)", "es": r"(?:número|cantidad) de (.+)", "fr": r"nombre de (.+)",
    "de": r"(?:anzahl der|anzahl) (.+)", "ar": r"عدد (.+)", "ja": r"(.+)数",
}  # fmt: skip


def measures(
    clause: Clause, locale: str, product: Product, known: Known
) -> Iterator[tuple[str, Quantity | Span, bool]]:
    """Key and value of each number whose attribute is said, and whether the text names the attribute itself.

    A number that is about, at most or at least something is none; nor is one of a chain (`137 x 213 cm`).
    """
    text = low(fold(clause.text))
    if words(locale.partition("-")[0]).hedge.search(low(fold(clause.sentence))):
        return
    amounts = extract(fold(clause.text), locale)
    for amount in amounts:
        value = _value(amount)
        if value is None or amount.qualifier != "exact" or amount.chain >= 0:
            continue
        named = _named(
            text, amount, _before(text, amount, amounts), locale.partition("-")[0], known.ledger.lexicon
        )
        if named:
            if _is_its_name(named[1], product, known, locale):
                yield named[0], value, True
        elif len(amounts) == 1 and clause.is_alone:
            key = _counted(text, amount, known, locale) or _by_dimension(text, amount, product, known, locale)
            if key:
                yield key, value, False


def _value(amount: Amount) -> Quantity | Span | None:
    if amount.dimension == "money" or amount.in_words:
        return None
    unit = LEDGER_UNITS.get(amount.unit, amount.unit)
    first, last = amount.values[0], amount.values[-1]
    return (
        Quantity(first, unit)
        if len(amount.values) == 1
        else Span(first, last, unit)
        if first < last
        else None
    )


def _named(text: str, amount: Amount, before: str, language: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The attribute right before the number (`width: 20 cm`, `幅20cm`) or right behind it (`20 cm wide`).

    With it what stands in front: whose attribute it is.
    """
    own = words(language)
    for key, pattern in own.behind.items():
        if pattern.match(text, amount.end) and _measures(key, amount):
            return key, before
    found: list[tuple[int, int, str]] = []
    for label, key in _labels(lexicon, language).items():
        place = before.rfind(label)
        if place < 0 or not _is_word(before, place, place + len(label), language):
            continue
        if own.joins.fullmatch(before[place + len(label) :]) and _measures(key, amount):
            found.append((len(label), place, key))
    longest = max(found, default=(0, 0, ""))[0]
    keys = {key: place for length, place, key in found if length == longest}
    return next(((key, before[:place]) for key, place in keys.items() if len(keys) == 1), None)


def _before(text: str, amount: Amount, amounts: list[Amount]) -> str:
    """What stands in front of a number, earlier numbers taken out."""
    parts, start = [], 0
    for other in amounts:
        if other.end <= amount.start:
            parts.append(text[start : other.start])
            start = other.end
    return " ".join([*parts, text[start : amount.start]])


def _measures(key: str, amount: Amount) -> bool:
    return dimensions().get(key) == amount.dimension


@cache
def _labels(lexicon: Lexicon, language: str) -> Mapping[str, str]:
    """Names of attributes that measure something, as folded small letters."""
    return {
        low(fold(word)): key
        for key in lexicon.keys("attribute")
        if key in dimensions()
        for word in lexicon.synonyms("attribute", key, language)
        if "?" not in word
    }


def _is_word(text: str, start: int, end: int, language: str) -> bool:
    if language == "ja":
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _counted(text: str, amount: Amount, known: Known, locale: str) -> str | None:
    """`5 speeds` where the catalogue has a `number of speeds`, and the part says nothing else."""
    language, lexicon = locale.partition("-")[0], known.ledger.lexicon
    if amount.unit or len(amount.values) > 1 or language not in COUNTED:
        return None
    noun = text[amount.end :].strip()
    if text[: amount.start].strip() or not noun:
        return None
    for key in known.ledger.keys(known.ledger.products):
        for label in lexicon.synonyms("attribute", key, language):
            found = re.fullmatch(COUNTED[language], low(fold(label)))
            if found and found[1] == noun:
                return key
    return None


def _by_dimension(text: str, amount: Amount, product: Product, known: Known, locale: str) -> str | None:
    """A bare number of a specification (`1000W`): the key in which such products state that dimension."""
    rest = f"{text[: amount.start]} {text[amount.end :]}".strip(" .,:;")
    if not amount.dimension or "(" in rest or not _is_its_name(rest, product, known, locale):
        return None
    found = known.key_of(amount.dimension, product) if amount.dimension in BY_KIND else None
    usual = alone().get(amount.dimension)
    return found or (usual if usual and known.are_usual(amount.dimension, usual) else None)


def _is_its_name(text: str, product: Product, known: Known, locale: str) -> bool:
    """Whether only the product itself can be meant: nothing stands there but its name, its kind, and small words.

    `The seat is 40 cm high` is not the height of the chair.
    """
    language = locale.partition("-")[0]
    kinds = known.ledger.lexicon.synonyms("category", product.category, language)
    named = [known.ledger.name(product.handle, language), product.title, product.sku, product.brand, *kinds]
    if language == "ja":
        own = low(fold(" ".join(named)))
        parts = re.split(r"[\s、。：:はがものをと・「」（）()]+", text)
        return all(not part or part in own or part in words(language).plain for part in parts)
    labels = {label for label, key in _labels(known.ledger.lexicon, language).items() if key in WHOLE}
    behind = {
        word for pattern in words(language).behind.values() for word in re.findall(r"\w{2,}", pattern.pattern)
    }
    allowed = {low(fold(word)) for name in named for word in re.findall(r"\w+", name)}
    allowed |= words(language).plain | labels | behind
    return all(word in allowed for word in re.findall(r"[^\W\d_]+", text))
