"""Whether the words of a text stand in an order its language allows: sees shuffled words without any model.

Articles before verbs, prepositions at the end of a sentence, a particle that opens one: each language has
pairs of small words that prose never holds. `sense.toml` lists them; this file counts.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from content.checks.amounts import currencies, number_words, units
from content.checks.view import fold, low
from seo.records import LANGUAGES

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[^\w\s]")
_END: Final = "END"
_OPENING: Final = re.compile(r"[\"'«„“(\[「『]")
_FEWEST: Final = 3  # a sentence of fewer words says nothing about order


@dataclass(frozen=True, slots=True)
class Order:
    """How often the order of words could have been wrong, and how often it was."""

    chances: int
    wrong: int

    @property
    def share(self) -> float:
        """Wrong places among the chances; smoothed, so that two small words prove nothing."""
        return self.wrong / (self.chances + 2)


def order(sentences: Iterable[str], language: str) -> Order:
    """Count the impossible neighbours in folded sentences."""
    chances = wrong = 0
    for sentence in sentences:
        found = _ja(sentence) if language == "ja" else _spaced(sentence, language)
        chances += found.chances
        wrong += found.wrong
    return Order(chances, wrong)


def _spaced(sentence: str, language: str) -> Order:
    tokens = _TOKEN.findall(sentence)
    if sum(token[0].isalpha() for token in tokens) < _FEWEST:
        return Order(0, 0)
    small = _neighbours(tokens, language)
    extra = _arabic(tokens) if language == "ar" else _capitals(tokens, language)
    units = _units(tokens, language)
    return Order(small.chances + extra.chances + units.chances, small.wrong + extra.wrong + units.wrong)


def _neighbours(tokens: list[str], language: str) -> Order:
    """Pairs of small words that cannot stand side by side; nothing is said of what follows a comma."""
    classes, forbidden = _classes(language), _forbidden(language)
    chances = wrong = 0
    previous = ","
    for first, second in pairwise([*tokens, "."]):
        readings = classes.get(low(first), ())
        if readings and previous != ",":
            other = (_END,) if second in _ENDS else classes.get(low(second), ())
            article = ("AL",) if second.startswith("ال") else ()
            chances += 1
            wrong += any((one, two) in forbidden for one in readings for two in (*other, *article))
        previous = first
    return Order(chances, wrong)


_ENDS: Final = {".", "!", "?", "؟"}


def ends_open(text: str, language: str) -> bool:
    """Whether a text ends in a small word that no sentence ends in: `… or`, `… de la`, `…は`; without a mark behind."""
    if language == "ja":
        return bool(_PARTICLE_END.search(text.strip()))
    tokens = _TOKEN.findall(fold(text))
    readings = _classes(language).get(low(tokens[-1]), ()) if tokens else ()
    return any((one, _END) in _forbidden(language) for one in readings if one != "in")  # `put it on` ends


def _capitals(tokens: list[str], language: str) -> Order:
    """A small letter that opens a sentence, a capital small word in the middle of one."""
    classes = _classes(language)
    wrong = sum(
        second[0].isupper() and not second.isupper() and low(second) in classes and first[0].isalpha()
        for first, second in pairwise(tokens)
    )
    if not tokens[0][0].isalpha():
        return Order(0, wrong)
    return Order(1, wrong + tokens[0][0].islower())


_VERB: Final = re.compile(r"ي(?!وم|د|مين|سار|ابان|ونيو|وليو|ورو)\w{3,}")
_BEFORE_NOUN: Final = {"في", "علي", "الي", "عن", "مع"}
_AND: Final = re.compile(
    r"و(?!ساد|حد|قت|صف|صل|اجه|سيل|سط|رق|رد|لاد|ظيف|ضع|زن|جه|عاء|ثيق|كال)\w{4,}"
)  # `and`, not the first letter of `pillow`, `unit`, `time`
_DEFINITE: Final = re.compile(r"[وفبك]?ال|لل")


def _arabic(tokens: list[str]) -> Order:
    """Prepositions before a verb or before a word with `and`; a relative without a definite word in front."""
    chances = wrong = 0
    for first, second in pairwise(tokens):
        if first in _BEFORE_NOUN:
            wrong += bool(_VERB.fullmatch(second) or _AND.fullmatch(second))
        if second in {"التي", "الذي"}:
            chances += 1
            wrong += not _DEFINITE.match(first) and first[0].isalpha()
    return Order(chances, wrong)


def _units(tokens: list[str], language: str) -> Order:
    """A sign such as `cm` or `سم` without a number in front."""
    known = unit_signs(language)
    chances = wrong = 0
    for first, second in pairwise(["", *tokens]):
        if second in known:
            chances += 1
            is_counted = first[:1].isdigit() or first[:1] in _NUMBERISH
            wrong += not (is_counted or (language == "ar" and _counts(first)))
    return Order(chances, wrong)


_NUMBERISH: Final = set("½¼¾×/.,-")
_BESIDE: Final = frozenset(
    [
        "نحو",
        "حوالي",
        "كل",
        "لكل",
        "من",
        "علي",
        "عن",
        "الف",
        "الاف",
        "مليون",
        "ملي",
        "مللي",
        "ثمن",
        "عشر",
        "او",
    ]
)
_CLITIC: Final = re.compile(r"^[وف]?[بل]?(?=\w{2})")
_ITS: Final = re.compile(r"(?:طول|عرض|وزن|سعت|ارتفاع|عمق|قطر|سمك|في|من|علي)(?:ه|ها)")  # `its length`, `in it`


def _counts(word: str) -> bool:
    """Whether an Arabic unit may follow: `ثمانون درهمًا`, `بخمسة أمتار`, `نحو متر`, `سعته لتر`."""
    bare = _CLITIC.sub("", word)
    return not (_number_parts() | _BESIDE).isdisjoint((word, bare)) or bool(_ITS.fullmatch(bare))


@cache
def _number_parts() -> frozenset[str]:
    return frozenset(part for word in number_words("ar") for part in word.split())


@cache
def unit_signs(language: str) -> frozenset[str]:
    """Signs of units that stand behind numbers only; one-letter signs are left out."""
    found = {
        word
        for unit in units().values()
        if unit.dimension not in _WORDS_TOO
        for which, word in unit.words
        if which in _SIGNS[language] and len(word) > 1
    }
    money = (
        {word for unit in currencies().values() for which, word in unit.words if which == "ar"}
        if language == "ar"
        else set()
    )
    return frozenset(word for word in found | money if _TOKEN.fullmatch(word) and word not in _NO_SIGNS)


_WORDS_TOO: Final = {
    "time",
    "day",
    "month",
    "pressure",
    "warmth",
    "percent",
    "temperature",
    "speed",
}  # words without a number as well
_NO_SIGNS: Final = {"in", "gal", "كم"}  # كم asks how many, too
_SIGNS: Final = {language: {"any", "ar"} if language == "ar" else {"any"} for language in LANGUAGES}


_PARTICLE_START: Final = re.compile(r"[をがはにのへ](?=[\u3400-\u9fff])|を|(?:です|ます|ません|ました)")
_PARTICLE_END: Final = re.compile(r"(?:を|は|が|に|の|で|と|や|、)$")
_NOUN_END: Final = re.compile(r"[\u30a0-\u30ff\u3400-\u9fffA-Za-z0-9]$")
_STOPPED_JA: Final = re.compile(r"[。!?！？][」』)\s]*$")
_BROKEN: Final = re.compile(
    r"をは|をが|をを|がを|はを|はは(?!は)|がが|へを|をへ|にを|がへ|をの|をに|をで"
    r"|(?:ます|です|ません|ました|でした)(?=[\u30a0-\u30ff\u3400-\u9fffA-Za-z0-9をはにへで])"
    r"|、、|っ(?=[あいうえおんをはがに、。])|[ぁぃぅぇぉゃゅょっー](?=[をん])|ーっ|(?<![\u3041-\u30ff])[ゃゅょ]|んん|(?<=[。、])[をがはの](?=[\u3400-\u9fff])"
)
_CHANCE_JA: Final = re.compile(r"[をはがにのへでも]|ます|です|ません")


def _ja(sentence: str) -> Order:
    """Particles that open or close a sentence, collide, or a polite ending that goes on."""
    text = re.sub(r"[。!?！？」』)\s]+$", "", sentence.strip())
    if len(text) < 2 * _FEWEST or not re.search(r"[\u3041-\u309f]", text):
        return Order(0, 0)
    chances = 2 + len(_CHANCE_JA.findall(text)) // 2
    wrong = (
        len(_BROKEN.findall(text))
        + 2 * bool(_PARTICLE_START.match(text))
        + 2 * bool(_PARTICLE_END.search(text))
        + bool(_NOUN_END.search(text) and _STOPPED_JA.search(sentence))  # a label or a link ends in a noun
    )
    pairs = [text[at : at + 2] for at in range(len(text) - 1) if _HIRAGANA.fullmatch(text, at, at + 2)]
    rare = sum(pair not in _bigrams() for pair in pairs)
    if len(pairs) > 2 * _FEWEST:
        chances += len(pairs) // 3
        wrong += len(pairs) // 3 if rare > len(pairs) * _RARE else 0
    return Order(chances, min(wrong, chances))


_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]{2}")
_RARE: Final = 0.72  # share of uncommon pairs of letters that no sentence of prose reaches


@cache
def _bigrams() -> frozenset[str]:
    return frozenset(_table()["ja"]["bigrams"].split())


def repeated(tokens: Sequence[str], size: int = 4) -> float:
    """The share of word groups that stand in the text more than once. Groups that are mostly figures are none: sizes
    told in the answer stand in the table below it as well.
    """
    groups = [tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1)]
    groups = [group for group in groups if sum(token.isdigit() for token in group) <= size / 2]
    return 1 - len(set(groups)) / len(groups) if groups else 0.0


@cache
def function_words(language: str) -> frozenset[str]:
    """The small words of a language, folded."""
    row = _table()[language]
    return frozenset(
        low(fold(word))
        for name, words in row.items()
        if name not in {"wrong", "bigrams"}
        for word in words.split()
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    data: dict[str, Any] = tomllib.loads(
        Path(__file__).with_name("sense.toml").read_text(encoding="utf-8")
    )  # Any: TOML
    return data


@cache
def _classes(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _table()[language].items():
        if name not in {"wrong", "more", "bigrams"}:
            for word in words.split():
                folded = low(fold(word))
                found[folded] = (*found.get(folded, ()), name)
    return found


@cache
def _forbidden(language: str) -> frozenset[tuple[str, str]]:
    pairs = (pair.split(">") for pair in _table()[language]["wrong"].split())
    return frozenset((first, second) for first, second in pairs)
