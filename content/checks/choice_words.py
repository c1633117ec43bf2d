"""The words of materials, colours and countries in one language, and which of them a product has."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from content.checks.extract import small_pattern
from content.checks.phrases import Phrases
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Choice, Fact, Text, Value, sides_of
from seo.records import LANGUAGES

KINDS: Final = ("material", "colour", "country")
_BEFORE: Final = 34  # letters in front of a word within which its cue begins
_NOT: Final = 24
_UNSPACED: Final = {"ja", "ar"}
_EDGES: Final = {"ja": ("", ""), "ar": (r"(?<!\w)[وف]?", r"(?!\w)")}  # of a no: لا stands in مقلاة, too
_FILL: Final = (
    r"(?:\s*(?:\d{1,3}\s?%|the|a|an|pure|real|genuine|soft|robust|solid|thick|el|la|los|las|un|una|puro|pura"
    r"|auténtic[oa]|le|les|l'|du|de|d'|des|une|pur|véritable|der|die|das|dem|den|ein|eine|einem|einer|reinem"
    r"|reiner|echtem|echter|robustem|weichem|ال))*\s*"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What says that a choice word is the product's own, and what turns it round."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    negation: re.Pattern[str]
    is_behind: bool  # whether the negation stands behind the word, as in Japanese

    def binds(self, text: str, start: int, end: int) -> bool:
        """Whether the word at this place is said of the product."""
        is_led = self.before.search(text[max(0, start - _BEFORE) : start]) is not None
        return is_led or self.behind.match(text, end) is not None

    def turned(self, text: str, start: int, end: int) -> bool:
        """Whether the clause says that it is not so."""
        if self.is_behind:
            return self.negation.search(text, end, end + _NOT) is not None
        if _FREE.match(text, end):
            return True
        clause = re.split(r"[,;:!?؛—]", text[max(0, start - _BEFORE - _NOT) : start])[-1]
        return self.negation.search(clause) is not None


_FREE: Final = re.compile(
    r"[ -]?(?:free|frei(?:e[rsnm]?)?)(?!\w)| (?:ou non|or not|o no|oder nicht|ام لا|او لا)(?!\w)"
)
"""`latex-free`, `latex ou non`."""


@dataclass
class ChoiceWords:
    """The choice words of a market's language over one ledger."""

    ledger: Ledger
    language: str
    phrases: dict[str, Phrases] = field(init=False)
    _texts: dict[str, str] = field(default_factory=dict)
    _labels: dict[str, list[tuple[str, re.Pattern[str], Fact]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.phrases = {kind: Phrases(self._entries(kind)) for kind in KINDS}

    def _entries(self, kind: str) -> Iterator[tuple[str, str]]:
        keys = {*_rows()[kind].values, *self._of_catalogue(kind)}
        for key in sorted(keys):
            for word in self._words(key, self.language):
                yield low(fold(word)).removesuffix(_MADE_IN), key

    def _of_catalogue(self, kind: str) -> Iterator[str]:
        _, said = self.ledger.stated()
        texts = {choice.text for key, value in said if _is_kind(key, kind) for choice in _choices(value)}
        for text in texts:
            yield self.ledger.lexicon.find("value", text) or low(text)

    def _words(self, key: str, language: str) -> tuple[str, ...]:
        words = self.ledger.lexicon.synonyms("value", key, language)
        return words or ((key,) if language == self.ledger.shop.language else ())

    def stated(self, handle: str, kind: str) -> list[Fact]:
        """What the ledger says of a product's material (colour, country), its variants included."""
        product = self.ledger.products.get(handle)
        parts = (handle, *(product.variants if product else ()))
        facts = (fact for part in parts for fact in self.ledger.facts(part))
        return [fact for fact in facts if _is_kind(fact.key, kind) and any(_sides(fact))]

    def saying(self, handle: str, kind: str, keys: frozenset[str]) -> list[Fact]:
        """The facts of a product whose value is one of these, or a kind of it: beech of wood."""
        wanted = {*keys, *(species for key in keys for species in _species().get(key, ()))}
        return [
            fact
            for fact in self.stated(handle, kind)
            if any((self.ledger.lexicon.find("value", v.text) or low(v.text)) in wanted for v in _sides(fact))
        ]

    def labels(self, handle: str) -> list[tuple[str, re.Pattern[str], Fact]]:
        """Attributes of a product that are choices: key, what they are called here, the fact."""
        if handle not in self._labels:
            self._labels[handle] = list(self._named(handle))
        return self._labels[handle]

    def _named(self, handle: str) -> Iterator[tuple[str, re.Pattern[str], Fact]]:
        product = self.ledger.products.get(handle)
        parts = (handle, *(product.variants if product else ()))
        facts = {
            fact.key: fact
            for part in reversed(parts)
            for fact in self.ledger.facts(part)
            if any(_sides(fact))
        }
        for key, fact in facts.items():
            words = self.ledger.lexicon.synonyms("attribute", key, self.language)
            known = [low(fold(word)) for word in words if len(word) >= _SHORTEST_LABEL or not word.isascii()]
            if known and key not in _LOOSE_KEYS and self.spoken(handle, key):
                yield key, _label(known, self._fronts(known), self.language), fact

    def _fronts(self, words: list[str]) -> set[str]:
        """What makes another attribute of a word: `handle ` of `material`."""
        ends = tuple(words)
        return {
            front
            for longer in self._attributes
            if longer.endswith(ends)
            for word in words
            if longer.endswith(word) and (front := longer.removesuffix(word))
        }

    @cached_property
    def _attributes(self) -> tuple[str, ...]:
        """What any attribute of the lexicon is called."""
        lexicon = self.ledger.lexicon
        names = (lexicon.synonyms("attribute", key, self.language) for key in lexicon.keys("attribute"))
        return tuple(low(fold(word)) for words in names for word in words)

    def spoken(self, handle: str, key: str) -> list[str]:
        """The words of a product's choices under a key in this language; empty when one of them has none."""
        product = self.ledger.products.get(handle)
        parts = (handle, *(product.variants if product else ()))
        texts = [
            v.text
            for part in parts
            for fact in self.ledger.facts(part)
            if fact.key == key
            for v in _sides(fact)
        ]
        found: list[str] = []
        for text in dict.fromkeys(texts):
            value = self.ledger.lexicon.find("value", text) or text
            words = self._words(value, self.language)
            if not words:
                return []
            found += [low(fold(word)) for word in words]
        return found

    def has(self, handle: str, keys: frozenset[str]) -> bool:
        """Whether a choice, a title or a text of the shop names the value, or one that holds it: "organic
        cotton" is cotton, beech is wood."""
        if handle not in self._texts:
            self._texts[handle] = "\n".join(low(fold(text)) for text in self._raw(handle))
        every = {*keys, *(species for key in keys for species in _species().get(key, ()))}
        wanted = {
            low(fold(word))
            for key in every
            for tongue in LANGUAGES
            for word in (key, *self._words(key, tongue))
        }
        return any(_stands(word, self._texts[handle]) for word in wanted if word)

    def _raw(self, handle: str) -> Iterator[str]:
        product = self.ledger.products.get(handle)
        for part in (handle, *product.variants) if product else ():
            yield self.ledger.products[part].title
            for fact in self.ledger.facts(part):
                if isinstance(fact.value, Text):
                    yield from (text for _, text in fact.value.by_language)
                yield from (value.text for value in _sides(fact))


_MADE_IN: Final = "製"  # イタリア製 is イタリア with what says so of the product
_SHORTEST_LABEL: Final = 3
_LOOSE_KEYS: Final = {
    "category",
    "brand",
    "type",
    "product_type",
    "style",
    "gender",
    "availability",
    "manufacturer",
}
"""Attributes whose words are said of everything ("type", "style")."""
_OF: Final = {
    "en": r"(?: (?:is|are|comes? in|in|of|made (?:of|from)|from))+ (?:a |an |the )?",
    "es": r"(?:,? (?:es|son|de|en|hech[oa]s? de))+ (?:un |una |el |la )?",
    "fr": r"(?:,? (?:(?:est|sont|en|de|faite?s? en)(?![a-zà-ÿ])|d'))+ ?(?:un |une |le |la |l')?",
    "de": r"(?: (?:ist|sind|besteht|bestehen|aus|in))+ (?:dem |der |einem |einer )?",
    "ar": r"(?:ه|ها|هما)? (?:من |هو |هي |ب)+",
    "ja": r"(?:は|が|には|の素材は|も)",
}
"""What stands between the name of an attribute and its value: `handle of walnut`, `Griff aus Nussbaum`."""


def _label(words: list[str], fronts: set[str], language: str) -> re.Pattern[str]:
    """`Farbe: …` and `Griff aus …` at a word, none of `fronts` before it; what follows up to the clause's end is
    the group `value`."""
    other = "".join(f"(?<!{re.escape(front)})" for front in sorted(fronts))
    names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    edge = "" if language == "ja" else r"(?<![\w-])(?:ال|و|وال)?"
    joint = rf"(?:\s?[:：]\s?|\s[-–—]\s|{_OF[language]})"
    return re.compile(rf"{edge}{other}(?:{names})(?:s|en|n|e)?{joint}(?P<value>[^,;:.!?。、()|]+)")


@cache
def _is_kind(key: str, kind: str) -> bool:
    """Whether an attribute is a material (colour, country); asked for every fact of a catalogue."""
    return _rows()[kind].keys.search(key) is not None


def cue(kind: str, language: str) -> Cue:
    """What binds words of a kind in a language."""
    return _rows()[kind].cues[language]


def _sides(fact: Fact) -> Iterator[Choice]:
    yield from _choices(fact.value)


def _choices(value: Value) -> Iterator[Choice]:
    for one in sides_of(value):
        if isinstance(one, Choice):
            yield one


def _stands(word: str, text: str) -> bool:
    """A Latin word at a word's beginning ("leinen" in "leinenvorhang"), a short one whole (no `fer` in "Ferra"),
    any other anywhere."""
    if not word[0].isascii():
        return word in text
    last = r"(?:e[nrsm]?|n|s)?(?![a-zà-ÿ])" if len(word) <= _SHORT_WORD else ""
    return re.search(rf"(?<![a-zà-ÿ]){re.escape(word)}{last}", text) is not None


_SHORT_WORD: Final = 4


@dataclass(frozen=True, slots=True)
class _Row:
    keys: re.Pattern[str]
    values: tuple[str, ...]
    cues: dict[str, Cue]


@cache
def _rows() -> dict[str, _Row]:
    table = tomllib.loads(Path(__file__).with_name("choices.toml").read_text(encoding="utf-8"))
    return {
        kind: _Row(
            re.compile(row["keys"]),
            tuple(row["values"].split("|")),
            {language: _cue(row[language], language) for language in LANGUAGES},
        )
        for kind, row in table.items()
        if kind in KINDS
    }


@cache
def _species() -> dict[str, tuple[str, ...]]:
    """What a general word holds: oak is wood."""
    table = tomllib.loads(Path(__file__).with_name("choices.toml").read_text(encoding="utf-8"))
    return {general: tuple(listed.split("|")) for general, listed in table["species"].items()}


def _cue(row: dict[str, str], language: str) -> Cue:
    def pattern(name: str, shape: str) -> re.Pattern[str]:
        return re.compile(shape.replace("{}", small_pattern(row[name])) if name in row else "(?!)")

    edge, last = _EDGES.get(language, (r"(?<!\w)", r"(?!\w)"))
    joint = "" if language in _UNSPACED else r"(?=\s|$)"
    return Cue(
        before=pattern("before", ("" if language in _UNSPACED else edge) + "(?:{})" + joint + _FILL + r"\Z"),
        behind=pattern("behind", r"\s*(?:{})" if language == "ja" else r"\s+(?:{})(?!\w)"),
        negation=pattern("not", edge + "(?:{})" + last),
        is_behind=language == "ja",
    )
