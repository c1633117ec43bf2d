"""Every paragraph in the market's language; nothing left untranslated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.fluency import fluency
from content.checks.noise import noise
from content.checks.reading import Reading, words
from content.checks.sense import function_words
from content.records import Finding
from seo.language import by_script, detect

_LATIN: Final = ("en", "es", "fr", "de")
_ENOUGH: Final = 6  # function words of one language that tell it for sure
_LEAD: Final = 3.0  # times more than the market's own
_RESIDUE: Final = 0.03
_SCRIPT_SHARE: Final = 0.5
_ONLY_KANJI: Final = 25  # letters no Japanese writes without a single kana
_SHORTEST: Final = 8  # words below which nothing is said of a paragraph


class Language(Check):
    """The market's readers can read it."""

    name = "language"
    rules = (
        "language.wrong", "language.residue", "language.noise", "language.hard", "language.easy",
        "language.repeated", "language.filler",
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from _foreign(reading)
        yield from noise(reading)
        yield from fluency(reading)


def _foreign(reading: Reading) -> Iterator[Finding]:
    """`language.wrong` on a paragraph; `language.residue` on sentences, once they are more than three words in
    a hundred."""
    left: list[Left] = []
    total = 0.0
    for block in reading.near:
        if block.kind == "code":
            continue
        found = list(words(block.view.low))
        total += _size(block.text, found, reading.market.language)
        told = _told(block, found, reading.market.language)
        if told:
            cure = f"This reads as {told}; the market reads {reading.market.language}: translate it."
            yield reading.finding("language.wrong", block, 0, len(block.text), cure)
        else:
            left += _left(block, reading.market.language)
    share = sum(each.size for each in left) / total if total else 0.0
    if share > _RESIDUE and (len(left) > 1 or any(each.is_clear for each in left)):
        for each in left:
            cure = f"This reads as {each.language}: translate what was left."
            yield reading.finding("language.residue", each.block, each.start, each.end, cure)


@dataclass(frozen=True, slots=True)
class Left:
    """A stretch in another language: clear when it alone can be nothing else."""

    block: Block
    start: int
    end: int
    language: str
    size: float
    is_clear: bool


def _told(block: Block, found: list[str], market: str) -> str:
    """The language of a block that is surely another one; empty else."""
    told = tell(block.text, found, market)
    is_head = block.kind in {"title", "heading"}
    size = len(found) if told in _LATIN else _letters(block.text) / _LETTERS_A_WORD
    if told and told != market:
        return told if size >= _SHORTEST or (is_head and size > _SHORTEST // 2) else ""
    by_letters = by_script(block.text, market)
    if by_letters and by_letters[0] not in {market, "ar", "ja"} and _letters(block.text) >= _SHORTEST:
        return by_letters[0]
    if told or market not in _LATIN or len(found) < _LONG:
        return ""
    counts = _counts(found)
    if counts[market] / len(found) < _FEW_OWN or max(counts.values()) > counts[market]:
        guess, sure = detect(block.text)  # Italian, Dutch, or a neighbour whose small words are half ours
        return guess if guess != market and sure >= _SURE else ""
    return ""


_LETTERS_A_WORD: Final = 4  # Arabic has more to a word, Chinese and Japanese fewer


def _left(block: Block, market: str) -> Iterator[Left]:
    """Sentences, or a whole short block, in another language; in Arabic and Japanese text also runs of Latin
    words."""
    if market in {"ar", "ja"}:
        for match in _LATIN_RUN.finditer(block.text):
            size = _size(match.group(), list(words(match.group())), market)
            yield Left(block, *match.span(), "another language", size, is_clear=True)
    places = block.sentences if len(block.sentences) > 1 else ((0, len(block.text)),)
    for start, end in places:
        text = block.text[start:end]
        inside = list(words(block.view.low[start:end]))
        own = sum(word in function_words(market) for word in inside)
        is_ours = len(inside) < _SHORT_SENTENCE or (market in _LATIN and own / len(inside) > _OWN)
        told = "" if is_ours else tell(text, inside, market)
        if told and told != market:
            foreign = sum(word in function_words(told) for word in inside) if told in _LATIN else len(inside)
            is_clear = len(inside) >= _SHORTEST and foreign > _ENOUGH // 2
            yield Left(block, start, end, told, _size(text, inside, market), is_clear)


_LONG: Final = 12
_OWN: Final = 0.25  # share of the market's small words from which a sentence needs no second look
_FEW_OWN: Final = 0.1  # share of small words: prose of the language has 0.25 and more
_SURE: Final = 0.8
_SHORT_SENTENCE: Final = 4
_LATIN_RUN: Final = re.compile(r"(?<![A-Za-z./@_-])[a-z]{2,}(?:,? [a-z]+){4,}(?![A-Za-z/@_-])")


def _size(text: str, found: list[str], market: str) -> float:
    return float(_letters(text)) if market in {"ja", "ar"} else float(len(found))


def tell(text: str, found: list[str], market: str) -> str:
    """The language of a text by its script and its small words; empty when nothing speaks clearly."""
    letters = _letters(text)
    if not letters:
        return ""
    kana, han, arabic = (0, 0, 0) if text.isascii() else (len(each.findall(text)) for each in _SCRIPTS)
    if (kana + han) / letters > _SCRIPT_SHARE:
        is_japanese = bool(kana) or (market == "ja" and han < _ONLY_KANJI)
        return "ja" if is_japanese else "zh"
    if arabic / letters > _SCRIPT_SHARE:
        return "ar"
    counts = _counts(found)
    best = max(_LATIN, key=lambda language: (counts[language], language == market))
    mine = counts.get(market, 0)
    enough = _ENOUGH if market in _LATIN else _ENOUGH // 2
    is_clear = counts[best] >= enough and counts[best] >= _LEAD * max(mine, 1)
    # "no poker, no guard, no cover" is one word of Spanish, said often
    several = len(function_words(best).intersection(found))
    is_clear_though_short = (
        counts[best] >= max(_ENOUGH // 2, _LEAD * mine)
        and several >= _ENOUGH // 2
        and len(found) <= 2 * _SHORTEST
    )
    return best if is_clear or is_clear_though_short else ""


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


_SCRIPTS: Final = tuple(map(re.compile, ("[\u3040-\u30ff]", "[\u3400-\u9fff]", "[\u0621-\u064a]")))
"""Letters of Japanese, of Chinese characters, of Arabic."""


def _counts(found: list[str]) -> dict[str, int]:
    """How many of some words are small words of each language."""
    return {language: sum(map(function_words(language).__contains__, found)) for language in _LATIN}
