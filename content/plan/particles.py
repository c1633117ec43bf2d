"""Small words that Arabic writes together with the next: لغرفة is "for the room". No stem can drop them, since لون
(colour) begins with the same letter; but where a word means nothing and its rest does, the rest is what was said."""

import re
from collections.abc import Iterable
from typing import Final

from content.plan.spelling import PARTICLE
from seo.language import stem

_WORD: Final = re.compile(r"\w+")


class Particles:
    """The words of an index, and whatever is written together with one of them."""

    def __init__(self, stems: Iterable[str], language: str) -> None:
        self._known = frozenset(stems) if language == "ar" else frozenset[str]()
        self._language = language

    def told(self, text: str) -> str:
        """The text without particles that stand at a known word."""
        return _WORD.sub(lambda found: self._bare(found.group()), text) if self._known else text

    def _bare(self, word: str) -> str:
        rest = PARTICLE.sub("", word)
        is_known = stem(word, self._language) in self._known
        return rest if not is_known and stem(rest, self._language) in self._known else word
