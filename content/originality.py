"""How much of one text stands in another, facts and names left out: two pages with the same words and other
numbers are the same page. Relative to the shorter of the two, so that a copied half shows as a half."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from content.ledger.ledger import Ledger
from content.records import Choice, Draft, Many
from content.rendering import SLOT

WORDS: Final = 5
LETTERS_JA: Final = 8
_MARKS: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<[^>]+>|[#>*_`|~]+")
_REFERENCE: Final = re.compile(r"\{\{[^{}\n]*\}\}")
_TABLE: Final = re.compile(r"^\s*\|.*$", re.MULTILINE)
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
    found: set[str] = set()
    for handle in ledger.products:
        found |= {_normal(ledger.name(handle, language)), _normal(ledger.short(handle, language))}
        for fact in ledger.facts(handle):
            values: Iterable[object] = fact.value.values if isinstance(fact.value, Many) else (fact.value,)
            for value in values:
                if isinstance(value, Choice):
                    found.add(_normal(ledger.lexicon.value(value.text, language) or value.text))
    return sorted((text for text in found if len(text) > 2), key=lambda text: (-len(text), text))  # noqa: PLR2004 - no masks of a letter


@lru_cache(maxsize=512)
def shingles(body: str, language: str, hidden: tuple[str, ...]) -> frozenset[str]:
    """The word groups of a text, facts blanked; tables are facts and left out."""
    text = _masked(_normal(_bare(body)), hidden, language)
    if language == "ja":
        letters = re.sub(r"[\s、。,.!?！？「」『』()（）・]+", "", text)
        return frozenset(letters[at : at + LETTERS_JA] for at in range(max(0, len(letters) - LETTERS_JA + 1)))
    found = _WORD.findall(text)
    groups = (found[at : at + WORDS] for at in range(max(0, len(found) - WORDS + 1)))
    return frozenset(" ".join(group) for group in groups if group.count(SLOT) < WORDS - 1)


def _bare(body: str) -> str:
    return _MARKS.sub(lambda match: match[1] or " ", _REFERENCE.sub(SLOT, _TABLE.sub(" ", body)))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_ARABIC).replace("’", "'")


_AMOUNT: Final = re.compile(
    r"[£$€¥]?\s?\d+(?:[.,٫٬]\d+)*(?:\s?(?:[%€£$¥円]|°\s?[cf]?|[a-z]{1,2}(?:/m2)?(?![^\W\d_])|سم|كجم|ملم|درهما?))?"
)
"""A number with the sign of its unit; a unit in words stays."""


def _masked(text: str, hidden: tuple[str, ...], language: str) -> str:
    if hidden:
        edge = "" if language in {"ja", "ar"} else r"\b"
        text = _pattern(hidden, edge).sub(SLOT, text)
    text = _AMOUNT.sub(SLOT, text)
    return re.sub(rf"{SLOT}(?:\s*[×x/–-]?\s*{SLOT})+", SLOT, text)


@lru_cache(maxsize=16)
def _pattern(hidden: tuple[str, ...], edge: str) -> re.Pattern[str]:
    return re.compile(edge + "(?:" + "|".join(map(re.escape, hidden)) + ")" + edge)


def longest_run(body: str, other: str, language: str) -> tuple[int, tuple[int, int]] | None:
    """The longest stretch of words (Japanese: letters) both texts share, outside quotations: its size and
    place in `body`."""
    mine = _units(body, language)
    theirs = [unit for unit, _, _ in _units(other, language)]
    size = LETTERS_JA if language == "ja" else WORDS
    seen: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(theirs) - size + 1):
        seen.setdefault(tuple(theirs[at : at + size]), []).append(at)
    best: tuple[int, tuple[int, int]] | None = None
    at = 0
    while at <= len(mine) - size:
        longest = 0
        for start in seen.get(tuple(unit for unit, _, _ in mine[at : at + size]), ()):
            length = size
            while (
                at + length < len(mine)
                and start + length < len(theirs)
                and mine[at + length][0] == theirs[start + length]
            ):
                length += 1
            longest = max(longest, length)
        if longest and (best is None or longest > best[0]):
            best = (longest, (mine[at][1], mine[at + longest - 1][2]))
        at += max(1, longest - size)
    return best


def _units(body: str, language: str) -> list[tuple[str, int, int]]:
    """Words (Japanese: letters) with their places; quotations, tables and references left out."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match.group())

    text = re.sub(r"(?m)^\s*>.*$", blank, _TABLE.sub(blank, _REFERENCE.sub(blank, body)))
    pattern = re.compile(r"[^\W_]") if language == "ja" else _WORD
    return [(_normal(match.group()), *match.span()) for match in pattern.finditer(text)]
