"""Which variant of a product a text points at: by its size in words, its colour, or a measure only it has."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from content.checks import amounts
from content.checks.amounts import Amount
from content.checks.extract import extract, fold_pattern, small_pattern
from content.checks.names import Mention
from content.checks.phrases import Phrases
from content.checks.variant_words import variant_words
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Choice, Quantity, Text
from seo.records import Market

_RANKED: Final = re.compile(r"capac|volume|diamet|width|length|height|size|litre|weight")
"""Attributes by which a shopper calls one variant small and another large, the first that tells them apart."""


@dataclass
class Variants:
    """The variants of every product in one market's language, made ready when a page speaks of them."""

    ledger: Ledger
    market: Market
    _known: dict[str, "_Family"] = field(default_factory=dict)

    def mentions(self, text: str, handle: str, cased: str = "") -> list[Mention]:
        """Places of a folded small-letter text that point at one variant of a product; `cased`: with capitals."""
        family = self._family(handle)
        if family is None:
            return []
        titled = [Mention(variant, *m.span()) for p, variant in family.titled for m in p.finditer(cased)]
        if titled:
            return sorted(titled, key=lambda mention: mention.start)
        found = [
            Mention(next(iter(handles)), start, end)
            for start, end, handles in family.words.find(text) if len(handles) == 1
        ]  # fmt: skip
        for name, variant in family.ranked:
            found += [Mention(variant, *m.span()) for m in _sizes(self.market.language)[name].finditer(text)]
        found += self._measured(text, family, cased or text)
        return sorted(found, key=lambda mention: mention.start)

    def _measured(self, text: str, family: "_Family", cased: str) -> list[Mention]:
        """`the 30-litre box`, `celui de 30 litres`, `30リットルのほう`, `- 30 l: …`: a measure only one has, used as a
        name; behind "weighs" or "is" it is a statement and no name."""
        if not family.measures or not _DIGIT.search(text):
            return []
        found = [
            (amount, Mention(next(iter(variants)), amount.start, amount.end))
            for amount in extract(cased, self.market.locale, self.market.currency)
            if amount.dimension and len(variants := family.with_measure(amount)) == 1
        ]
        listed = {
            id(mention)
            for (first, one), (second, other) in pairwise(found)
            if first.dimension == second.dimension and second.start - first.end <= _LISTED
            for mention in (one, other)
        }  # "in 24 and 28 cm" speaks of both
        return [
            mention
            for _, mention in found
            if id(mention) not in listed and is_name(text, mention.start, mention.end, self.market.language)
        ]

    def of_title(self, title: str, handle: str, cased: str = "") -> str:
        """The variant a column or row is about: named, or the only one with the measure it gives ("28 cm")."""
        family = self._family(handle)
        if family is None or not title:
            return ""
        named = {mention.handle for mention in self.mentions(title, handle, cased)}
        named |= {variant for p, variant in family.marks if p.fullmatch(cased.strip())}
        bare = _bare(self.market.language)
        if not named:
            named = {variant for name, variant in family.ranked if bare[name].search(title)}
        measured = {
            variant
            for amount in extract(title, self.market.locale, self.market.currency)
            for variant in family.with_measure(amount)
        }
        found = named or measured
        return next(iter(found)) if len(found) == 1 else ""

    def _family(self, handle: str) -> "_Family | None":
        product = self.ledger.products.get(handle)
        if product is None or len(product.variants) < 2:  # noqa: PLR2004 - nothing to tell apart
            return None
        if handle not in self._known:
            self._known[handle] = _family(self.ledger, product.variants, self.market.language)
        return self._known[handle]


_LISTED: Final = 8  # letters between measures said in one breath
_DIGIT: Final = re.compile(r"\d")


def is_name(text: str, start: int, end: int, language: str) -> bool:
    """Whether the measure at a place is what a thing is called by, not what is said of it."""
    ahead, behind = _as_name(language)
    is_label = not text[:start].strip(" -*•|") and _LABEL.match(text, end) is not None
    return is_label or bool(ahead.search(text[:start])) or bool(behind.match(text, end))


_LABEL: Final = re.compile(r"\s?(?:[:：]|[-–—]\s)")


@cache
def _as_name(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before or behind a measure that is a name."""
    row = tomllib.loads(Path(__file__).with_name("variants.toml").read_text(encoding="utf-8"))["measured"]
    ahead, behind = (small_pattern(row[name].get(language, "(?!)")) for name in ("ahead", "behind"))
    edge = "" if language == "ja" else r"(?<!\w)"
    return re.compile(rf"{edge}(?:{ahead})$"), re.compile(rf"(?:{behind})")


@dataclass(frozen=True, slots=True)
class _Family:
    titled: tuple[
        tuple[re.Pattern[str], str], ...
    ]  # "Pako 20", "el S": what only its title has, behind name or article
    marks: tuple[tuple[re.Pattern[str], str], ...]  # the same alone, in the head of a column
    words: Phrases  # colours and other choices that only some variants have
    ranked: tuple[tuple[str, str], ...]  # ("small", variant), ("large", variant)
    measures: tuple[tuple[str, Decimal, Decimal, str], ...]  # dimension, base value, value as stated, variant

    def with_measure(self, amount: Amount) -> set[str]:
        """The variants that have a measure; of a bare number those that state just that number."""
        if not amount.dimension:
            return {variant for _, _, value, variant in self.measures if (value,) == amount.values}
        return {
            variant for dimension, base, _, variant in self.measures
            if dimension == amount.dimension and (base,) == amount.base
        }  # fmt: skip


def _family(ledger: Ledger, variants: tuple[str, ...], language: str) -> _Family:
    marks = dict(_marks(ledger, variants, language))
    sizes = [
        (_sized(size, language, is_worn=is_worn), variant)
        for is_worn, found in ((True, _sizes_of(ledger, variants)), (False, _sides_of(ledger, variants)))
        for size, variant in found
    ]
    names = "|".join(re.escape(name) for name in _names(ledger, variants[0], language))
    return _Family(
        titled=tuple(
            (
                re.compile(rf"(?<!\w)(?:{names}|{_ARTICLES[language]})[ -]?{re.escape(mark)}(?![A-Za-z0-9])"),
                variant,
            )
            for mark, variant in marks.items()
        )
        + tuple(sizes),
        marks=tuple((re.compile(re.escape(mark)), variant) for mark, variant in marks.items()),
        words=Phrases((*_words(ledger, variants, language), *variant_words(ledger, variants, language))),
        ranked=tuple(_ranked(ledger, variants)),
        measures=tuple(_measures(ledger, variants)),
    )


_ARTICLES: Final = {
    "en": "[Tt]he ",
    "es": "(?:[Ee]l|[Ll]a|al|del) ",
    "fr": "(?:[Ll]e|[Ll]a|au|du) ",
    "de": "(?:[Dd]er|[Dd]ie|[Dd]as|den|dem|[Bb]eim|[Zz]um|[Zz]ur) ",
    "ar": "(?!)",
    "ja": "(?!)",
}


_SIZE: Final = {
    "en": "[Ss]izes?|EU|UK|US",
    "es": "[Tt]allas?|[Nn]úmero",
    "fr": "[Tt]ailles?|[Pp]ointures?",
    "de": r"[Gg]rößen?|Gr\.",
    "ar": "(?:ال)?مقاس",
    "ja": "サイズ|EU",
}
"""What stands in front of a size: `EU size 42`, `pointure 42`, `Größe M`."""
_IN: Final = {
    "en": "[Ii]n(?: EU)?(?: size)?",
    "es": "[Ee]n(?: la)?(?: talla)?",
    "fr": "[Ee]n(?: taille| pointure)?",
    "de": "[Ii]n(?: Größe)?",
}
"""And of one that is worn, `in 42`: "comes in 24 and 28 cm" names two lengths and no pan."""


def _sized(size: str, language: str, *, is_worn: bool) -> re.Pattern[str]:
    behind, edge = ("サイズ", "") if language == "ja" else ("(?!)", r"(?<!\w)")
    number = re.escape(size)
    words = "|".join([_SIZE[language], *([_IN[language]] if is_worn and language in _IN else [])])
    return re.compile(
        rf"{edge}(?:{fold_pattern(words)})\s?{number}(?![A-Za-z0-9.,]*\d|[A-Za-z])"
        rf"|(?<![A-Za-z0-9]){number}{behind}"
    )


def _sizes_of(ledger: Ledger, variants: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Sizes that only one variant has: `42`, `M`."""
    found: dict[str, set[str]] = {}
    for variant in variants:
        for fact in ledger.facts(variant):
            if not _SIZED.search(fact.key):
                continue
            if isinstance(fact.value, Quantity) and not amounts.dimension(amounts.canonical(fact.value.unit)):
                found.setdefault(format(fact.value.amount.normalize(), "f"), set()).add(variant)
            elif isinstance(fact.value, Choice) and len(fact.value.text) <= _LETTERS:
                found.setdefault(fact.value.text, set()).add(variant)
    yield from ((size, next(iter(owners))) for size, owners in found.items() if len(owners) == 1)


def _sides_of(ledger: Ledger, variants: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The numbers of the only length that tells all variants apart, `size 160` of sheets; none where two do, for then a
    size is of both.
    """
    sides: dict[str, dict[str, Decimal]] = {}
    for variant in variants:
        for fact in ledger.facts(variant):
            if (
                isinstance(fact.value, Quantity)
                and amounts.dimension(amounts.canonical(fact.value.unit)) == "length"
            ):
                sides.setdefault(fact.key, {})[variant] = fact.value.amount
    telling = [each for each in sides.values() if len(each) == len(variants) == len(set(each.values()))]
    if len(telling) == 1:
        yield from ((format(value.normalize(), "f"), variant) for variant, value in telling[0].items())


_LETTERS: Final = 4  # of a size such as XXL
_SIZED: Final = re.compile(r"size|größe|groesse|talla|taille|pointure|مقاس|サイズ")


def _names(ledger: Ledger, variant: str, language: str) -> Iterator[str]:
    family = ledger.products[variant].family
    yield from sorted({fold(ledger.short(family, language)), *_shared(ledger, family, language)}, key=len)


def _shared(ledger: Ledger, family: str, language: str) -> set[str]:
    """Words that stand in every variant's title; a mark may stand behind the last of them."""
    variants = ledger.products[family].variants
    found = [set(_WORD.findall(fold(title))) for v in variants for title in _titles(ledger, v, language)]
    return {word for word in set.intersection(*found) if len(word) > 1} if found else set()


def _titles(ledger: Ledger, variant: str, language: str) -> list[str]:
    own = [
        fact.value.get(language)
        for fact in ledger.facts(variant)
        if fact.key == "title" and isinstance(fact.value, Text)
    ]
    return [text for text in own if text] or [ledger.products[variant].title]


def _marks(ledger: Ledger, variants: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    """What stands in one variant's title only: `S`, `20`, `XL`; in Japanese written onto the name (パコ20)."""
    tokens = {
        v: [t for title in _titles(ledger, v, language) for t in _MARK.findall(fold(title))] for v in variants
    }
    for variant, own in tokens.items():
        others = {token for other, found in tokens.items() if other != variant for token in found}
        yield from ((token, variant) for token in dict.fromkeys(own) if token not in others)


_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+|[\u0621-\u064a]+|[\u30a0-\u30ff]+|[\u3400-\u9fff]+")
_MARK: Final = re.compile(
    r"(?<![A-Za-zÀ-ɏ0-9])(?:[A-Z]{1,3}|[A-Z]?\d{1,4}[A-Z]?|[A-Z][a-zà-ÿ]{2,})(?![A-Za-zÀ-ɏ0-9])"
)


def _words(ledger: Ledger, variants: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    for variant in variants:
        for fact in ledger.facts(variant):
            if isinstance(fact.value, Choice):
                key = ledger.lexicon.find("value", fact.value.text) or fact.value.text
                words = ledger.lexicon.synonyms("value", key, language)
                yield from ((low(fold(word)), variant) for word in words)


def _ranked(ledger: Ledger, variants: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    sizes: dict[str, dict[str, Decimal]] = {}
    for dimension_key, value, variant in _quantities(ledger, variants):
        sizes.setdefault(dimension_key, {})[variant] = value
    for key, values in sizes.items():
        if _RANKED.search(key) and len(values) == len(variants) == len(set(values.values())):
            ordered = sorted(values, key=lambda variant: values[variant])
            yield "small", ordered[0]
            yield "large", ordered[-1]
            return


def _measures(ledger: Ledger, variants: tuple[str, ...]) -> Iterator[tuple[str, Decimal, Decimal, str]]:
    for variant in variants:
        for fact in ledger.facts(variant):
            if isinstance(fact.value, Quantity):
                unit = amounts.canonical(fact.value.unit)
                yield (
                    amounts.dimension(unit),
                    amounts.to_base(fact.value.amount, unit),
                    fact.value.amount,
                    variant,
                )


def _quantities(ledger: Ledger, variants: tuple[str, ...]) -> Iterator[tuple[str, Decimal, str]]:
    for variant in variants:
        for fact in ledger.facts(variant):
            if isinstance(fact.value, Quantity):
                unit = amounts.canonical(fact.value.unit)
                yield fact.key, amounts.to_base(fact.value.amount, unit), variant


@cache
def _sizes(language: str) -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("variants.toml").read_text(encoding="utf-8"))
    edge = "" if language in {"ja", "ar"} else r"(?<!\w)"
    last = "" if language == "ja" else r"(?!\w)"
    return {
        name: re.compile(edge + f"(?:{small_pattern(row['pattern'])})" + last)
        for name in ("small", "large")
        for row in table[name]
        if row["language"] == language
    }


@cache
def _bare(language: str) -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("variants.toml").read_text(encoding="utf-8"))["bare"]
    edge = (r"", r"") if language == "ja" else (r"(?<!\w)", r"(?!\w)")
    return {
        name: re.compile(edge[0] + f"(?:{small_pattern(words[language])})" + edge[1])
        for name, words in table.items()
    }


@cache
def part_words(language: str) -> re.Pattern[str]:
    """Words that say that not every size and colour is meant; over folded small letters."""
    table = tomllib.loads(Path(__file__).with_name("variants.toml").read_text(encoding="utf-8"))["part"]
    pattern = small_pattern(table["words"][language])
    return re.compile(pattern if language in {"ja", "ar"} else rf"(?<!\w)(?:{pattern})(?!\w)")
