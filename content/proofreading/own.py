"""The shop's own words: advice and evidence that people of the shop stand behind. They were not drawn from columns, so
what no column is about is no fault of theirs."""

import re
from collections.abc import Iterable
from typing import Final

from content.checks.own_texts import own_texts, translated_texts
from content.checks.reading import Reading
from content.checks.view import fold, low
from content.proofreading.words import descriptions

_FEWEST: Final = 20  # letters of a sentence that is found in a text by more than chance
_MOST: Final = 6  # texts that are shown beside doubted lines
_COMMON: Final = 3  # words in common from which a text may be what a line says
_LONG: Final = 5  # letters
_DIGIT: Final = re.compile(r"\d")
_UNPARTED: Final = re.compile(r"[\u0621-\u064a\u3040-\u30ff\u4e00-\u9fff]")
_APART: Final = re.compile(r"[\W_]+")


class OwnWords:
    """Advice and evidence in the market's language, as a page would show them; and what it rests on of others."""

    def __init__(self, reading: Reading) -> None:
        self._texts = tuple(own_texts(reading))
        self._translated = tuple(translated_texts(reading))
        self._described = tuple(f"{each.by}: {each.text}" for each in descriptions(reading))
        self._text = " ".join(map(_bare, self._texts))

    def near(self, lines: Iterable[str]) -> str:
        """Those of the texts that have most words in common with some lines, without their digits; empty where none has
        a few."""
        words = {word for line in lines for word in _words(line)}
        ranked = sorted(self._texts, key=lambda text: -len(words & _words(text)))
        near = [text for text in ranked[:_MOST] if len(words & _words(text)) >= _COMMON]
        return "\n\n".join(_DIGIT.sub("#", text) for text in near)

    def beside(self, lines: Iterable[str]) -> str:
        """What is shown beside doubted lines: the texts near them, and before those what the page rests on that stands
        in another language, and what its products' own pages say. They have no words in common with them, but whoever
        reads can compare them all the same.
        """
        translated = (_DIGIT.sub("#", text) for text in self._translated[:_MOST])
        return "\n\n".join(filter(None, (*translated, *self._described[:_MOST], self.near(lines))))

    def may_hold(self, lines: Iterable[str]) -> bool:
        """Whether lines may be what the shop's people wrote: in other words of theirs, or of another language."""
        return bool(self._translated or self.near(lines))

    def hold(self, text: str) -> bool:
        """Whether a sentence stands in them, letter for letter but for marks."""
        bare = _bare(text)
        return len(bare) >= _FEWEST and bare in self._text


def _words(text: str) -> set[str]:
    """Its longer words; of Arabic and Japanese, where words are short or unparted, pairs of letters."""
    bare = _bare(text)
    if _UNPARTED.search(bare):
        letters = bare.replace(" ", "")
        return {letters[at : at + 3] for at in range(len(letters) - 2)}
    return {word for word in bare.split() if len(word) >= _LONG}


def _bare(text: str) -> str:
    return _APART.sub(" ", low(fold(text))).strip()
