"""Whether another stored page says the opposite of what is quoted: another number for the same thing, or a
`not`.

Lexical and careful: two sentences speak of the same thing when most of the shorter one's words are the other's
too. What is said in other words is not seen here; that is a judge's work.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from content.checks.amounts import Amount
from content.checks.extract import extract
from content.checks.quotation import comparable
from content.checks.reading import split_sentences
from content.checks.view import fold
from content.dossier import StoredPage
from seo.language import NEGATIONS, stems, words

_FEWEST: Final = 3  # stems in common
_ALIKE: Final = 0.6  # of the shorter one's stems, when numbers differ
_ALIKE_NEGATED: Final = 0.75  # when only a `not` differs
_LONGEST: Final = 400  # letters of a sentence; beyond that it is a list


def contradiction(
    quoted: str, page: StoredPage, pages: Sequence[StoredPage], said: set[str]
) -> tuple[StoredPage, str] | None:
    """The first stored page and sentence that speak against the quoted words and are not quoted too."""
    mine = _told(quoted, page.language)
    for other in pages:
        if other.hash == page.hash or other.language != page.language:
            continue
        for told in _sentences(other.text, other.language):
            text = comparable(told.text)
            if not any(run in text or text in run for run in said) and _is_against(mine, told):
                return other, told.text
    return None


def opposed(one: str, other: str, language: str) -> Literal["number", "negation", ""]:
    """How two sentences speak against each other; empty when they do not."""
    mine, theirs = _told(one, language), _told(other, language)
    if not _is_against(mine, theirs):
        return ""
    return "number" if _differ(mine.amounts, theirs.amounts) else "negation"


class _Told:
    """A sentence as far as it can be compared."""

    __slots__ = ("amounts", "is_negated", "stems", "text")

    def __init__(self, text: str, language: str) -> None:
        self.text = " ".join(text.split())
        self.stems = {stem for stem in stems(text, language) if not stem.isdigit()}
        self.amounts = [amount for amount in extract(fold(text), language) if amount.dimension]
        self.is_negated = not NEGATIONS.get(language, frozenset()).isdisjoint(words(text, language))


@lru_cache(maxsize=512)
def _told(text: str, language: str) -> _Told:
    return _Told(text, language)


@lru_cache(maxsize=64)
def _sentences(text: str, language: str) -> tuple[_Told, ...]:
    folded = fold(text)
    places = (place for place in split_sentences(folded) if place[1] - place[0] <= _LONGEST)
    return tuple(_Told(folded[start:end], language) for start, end in places)


def _is_against(mine: _Told, other: _Told) -> bool:
    common = len(mine.stems & other.stems)
    if common < _FEWEST:
        return False
    share = common / min(len(mine.stems), len(other.stems))
    if share >= _ALIKE and _differ(mine.amounts, other.amounts):
        return True
    return share >= _ALIKE_NEGATED and mine.is_negated != other.is_negated


def _differ(mine: list[Amount], others: list[Amount]) -> bool:
    """Numbers of one kind on both sides, and no two of them meet."""
    pairs = [(a, b) for a in mine for b in others if a.dimension == b.dimension]
    return bool(pairs) and not any(
        min(a.base) <= max(b.base) and min(b.base) <= max(a.base) for a, b in pairs
    )
