"""How much of one text stands in another, facts and names left out: two pages with the same words and other
numbers are the same page. Relative to the shorter of the two, so that a copied half shows as a half."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from content.ledger.ledger import Ledger
from content.records import Choice, Draft, sides_of
from content.rendering import SLOT

WORDS: Final = 5
LETTERS_JA: Final = 8
_MARKS: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<[^>]+>|[#>*_`|~]+")
_REFERENCE: Final = re.compile(r"\{\{[^{}\n]*\}\}")
_TABLE: Final = re.compile(r"^\s*(?:\|.*|[-*+] +\[[^\]\n]*\]\(article:[^)\s]*\)\s*)$", re.MULTILINE)
"""Rows of facts, and lines that are nothing but the way to another article: neither is a page's own text."""
_WORD: Final = re.compile(rf"{SLOT}|[^\W\d_]+|\d+(?:[.,٫٬]\d+)*")
_ARABIC: Final = str.maketrans("أإآٱىةؤئ", "اااايهوي", "\u0640" + "".join(map(chr, range(0x64B, 0x660))))


def containment(a: Draft, b: Draft, ledger: Ledger) -> float:
    """The share (0-1) of the shorter text's word groups that stand in the other: five words, in Japanese
    eight letters.

    Product names, numbers, choices and references count as one blank: they differ without making another
    page.
    """
    if a.language != b.language:
        return 0.0
    first = shingles(a.body, a.language, masks(ledger, a.language))
    second = shingles(b.body, b.language, masks(ledger, b.language))
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def masks(ledger: Ledger, language: str) -> tuple[str, ...]:
    """Names and choices of the catalogue in one language, the longest first."""
    key = (id(ledger), language)
    if key not in _MASKS:
        _MASKS.clear() if len(_MASKS) > _KEPT else None
        _MASKS[key] = (ledger, tuple(_masks(ledger, language)))
    return _MASKS[key][1]


_KEPT: Final = 12
_MASKS: dict[
    tuple[int, str], tuple[Ledger, tuple[str, ...]]
] = {}  # holds the ledger, so that an id is never reused


def _masks(ledger: Ledger, language: str) -> list[str]:
    names = {say(handle, language) for handle in ledger.products for say in (ledger.name, ledger.short)}
    _, said = ledger.stated()
    choices = {side.text for _, value in said for side in sides_of(value) if isinstance(side, Choice)}
    words = {ledger.lexicon.value(choice, language) or choice for choice in choices}
    found = {_normal(text) for text in (*names, *words)}
    return sorted((text for text in found if len(text) > 2), key=lambda text: (-len(text), text))  # noqa: PLR2004 - no masks of a letter


@lru_cache(maxsize=512)
def shingles(body: str, language: str, hidden: tuple[str, ...]) -> frozenset[str]:
    """The word groups of a text, facts blanked; tables are facts and left out."""
    text = bare(body, language, hidden)
    if language == "ja":
        letters = re.sub(r"[\s、。,.!?！？「」『』()（）・]+", "", text)
        return frozenset(letters[at : at + LETTERS_JA] for at in range(max(0, len(letters) - LETTERS_JA + 1)))
    found = _WORD.findall(text)
    groups = (found[at : at + WORDS] for at in range(max(0, len(found) - WORDS + 1)))
    return frozenset(" ".join(group) for group in groups if group.count(SLOT) < WORDS - 1)


def bare(body: str, language: str, hidden: tuple[str, ...]) -> str:
    """A text in small letters with every name, number and reference blanked, without tables and marks."""
    return _masked(_normal(_bare(body)), hidden, language)


def _bare(body: str) -> str:
    return _MARKS.sub(lambda match: match[1] or " ", _REFERENCE.sub(SLOT, _TABLE.sub(" ", body)))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_ARABIC).replace("’", "'")


@lru_cache(maxsize=1 << 15)  # the words of a language come again and again
def _normal_word(word: str) -> str:
    return _normal(word)


_AMOUNT: Final = re.compile(
    r"[£$€¥]?\s?\d+(?:[.,٫٬]\d+)*(?:\s?(?:[%€£$¥円]|°\s?[cf]?|[a-z]{1,2}(?:/m2)?(?![^\W\d_])|سم|كجم|ملم|درهما?))?"
)
"""A number with the sign of its unit; a unit in words stays."""


def _masked(text: str, hidden: tuple[str, ...], language: str) -> str:
    grams = {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
    there = tuple(name for name in hidden if name[:_GRAM] in grams and name in text)
    if there:  # a pattern of every name of a large catalogue would take seconds
        edge = "" if language in {"ja", "ar"} else r"\b"
        text = _pattern(there, edge).sub(SLOT, text)
    text = _AMOUNT.sub(SLOT, text)
    return re.sub(rf"{SLOT}(?:\s*[×x/–-]?\s*{SLOT})+", SLOT, text)


_GRAM: Final = 3


@lru_cache(maxsize=64)
def _pattern(hidden: tuple[str, ...], edge: str) -> re.Pattern[str]:
    return re.compile(edge + "(?:" + "|".join(map(re.escape, hidden)) + ")" + edge)


def copied(body: str, source: str, language: str) -> tuple[float, int]:
    """The share of a text's own word groups (Japanese: letter groups) that stand in a source word for word, and
    how many do; attributed quotations and tables left out."""
    mine, theirs = _exact(body, language), _exact(source, language)
    common = len(mine & theirs)
    return (common / len(mine) if mine else 0.0), common


@lru_cache(maxsize=512)
def _exact(body: str, language: str) -> frozenset[tuple[str, ...]]:
    size = LETTERS_JA if language == "ja" else WORDS
    found = [unit for unit, _, _ in _units(body, language)]
    return frozenset(tuple(found[at : at + size]) for at in range(len(found) - size + 1))


def longest_run(body: str, other: str, language: str) -> tuple[int, tuple[int, int]] | None:
    """The longest stretch of words (Japanese: letters) both texts share, outside quotations: its size and
    place in `body`."""
    if _exact(body, language).isdisjoint(_exact(other, language)):
        return None
    mine, theirs = _units(body, language), [unit for unit, _, _ in _units(other, language)]
    size = LETTERS_JA if language == "ja" else WORDS
    seen = _places(theirs, size)
    best: tuple[int, tuple[int, int]] | None = None
    at = 0
    while at <= len(mine) - size:
        starts = seen.get(tuple(unit for unit, _, _ in mine[at : at + size]), ())
        longest = max((_length(mine, at, theirs, start) for start in starts), default=0)
        if longest and (best is None or longest > best[0]):
            best = (longest, (mine[at][1], mine[at + longest - 1][2]))
        at += max(1, longest - size)
    return best


_MOST_PLACES: Final = (
    20  # of one group of words; a text that repeats it more often would take its square in time
)


def _places(units: list[str], size: int) -> dict[tuple[str, ...], list[int]]:
    seen: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(units) - size + 1):
        places = seen.setdefault(tuple(units[at : at + size]), [])
        if len(places) < _MOST_PLACES:
            places.append(at)
    return seen


def _length(mine: list[tuple[str, int, int]], at: int, theirs: list[str], start: int) -> int:
    most = min(len(mine) - at, len(theirs) - start)
    return next((length for length in range(most) if mine[at + length][0] != theirs[start + length]), most)


_ATTRIBUTED: Final = re.compile(r"[\"“„«「『][^\"”“»」』\n]{1,900}[\"”“»」』][.,;:。、]?\s*(?=\[\^q\d)")
_NOTES: Final = re.compile(r"(?m)^ {0,3}\[\^[^\]\s]+\]:.*(?:\n[ \t]+\S.*)*|^\s*>.*$|\[\^[^\]\s]+\]")


def _units(body: str, language: str) -> list[tuple[str, int, int]]:
    """Words (Japanese: letters) with their places; quotations, their source lines, tables and references left
    out."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group())

    text = _TABLE.sub(blank, _REFERENCE.sub(blank, _ATTRIBUTED.sub(blank, body)))
    text = _NOTES.sub(blank, text)
    pattern = _LETTER if language == "ja" else _WORD
    return [(_normal_word(match.group()), *match.span()) for match in pattern.finditer(text)]


_LETTER: Final = re.compile(r"[^\W_]")
