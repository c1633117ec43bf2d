"""One writing for a name that people write in several: in the singular, in two words, in one, in two numbers.

A shop names its lines in the plural ("حقائب خلفية", "Lenkertaschen", "saddle bags"), people search "حقيبة خلفية",
"lenker tasche", "saddlebag". Endings are the stem's matter; this is what no stem can see. Every name and every text
is written alike before it is read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from seo.broken_plurals import bare, same_noun
from seo.language import stem, stems, words

SHORTEST_PART: Final = 4  # letters that each half of a compound has: "in" and "door" make no name
PARTICLE: Final = re.compile(r"^[وفلبك](?=\w{4})")  # written with the Arabic word they stand before
INSIDE: Final = frozenset({"ar"})  # languages that make plurals inside the word
JOINING: Final = frozenset({"en", "de"})  # languages that write a name in one word or in two


class Spelling:
    """How the names of a shop are written, in one language."""

    def __init__(self, names: Sequence[str], others: Iterable[str], language: str) -> None:
        """`names`: of product lines; `others`: whatever else the shop calls by a word."""
        self._language = language
        self._nouns = dict(_nouns([*names, *others])) if language in INSIDE else {}
        self._joined = dict(self._compounds(names)) if language in JOINING else {}
        self._kept: dict[str, str] = {}  # words come again and again: a title with each of its variants

    def told(self, text: str) -> str:
        """The text with the shop's own names written as the shop does; as it is where it has none of them."""
        if self._nouns:
            return re.sub(r"\w+", lambda found: self._known(found.group()), text)
        return self._gathered(text) if self._joined else text

    def _known(self, word: str) -> str:
        if word not in self._kept:
            self._kept[word] = self._noun(word)
        return self._kept[word]

    def _noun(self, word: str) -> str:
        forms = dict.fromkeys((bare(word), PARTICLE.sub("", bare(word))))
        for form in forms:
            if found := self._nouns.get(stem(form, self._language)):
                return found
        for form in forms:
            if found := next((own for own in self._nouns.values() if same_noun(form, own)), None):
                return found
        return word

    def _compounds(self, names: Sequence[str]) -> Iterator[tuple[str, str]]:
        """What a name is in one word, and how the shop writes it."""
        for name in names:
            said = words(name, self._language)
            if len(said) <= 2 and min(map(len, said), default=0) >= SHORTEST_PART:  # noqa: PLR2004  a compound of two
                yield stem("".join(said).lower(), self._language), name

    def _gathered(self, text: str) -> str:
        """The text with each name that stands in it in another spacing put as the shop puts it."""
        said = words(text, self._language)
        for size in (2, 1):
            for at in range(len(said) - size + 1):
                if found := self._respaced(said[at : at + size]):
                    return self._gathered(" ".join((*said[:at], found, *said[at + size :])))
        return text

    def _respaced(self, part: Sequence[str]) -> str:
        """The name that a word or a pair of words is, where the shop writes it otherwise; empty where it is none."""
        if min(map(len, part)) < SHORTEST_PART:
            return ""
        said = " ".join(part)
        if said not in self._kept:
            self._kept[said] = self._name(part)
        return self._kept[said]

    def _name(self, part: Sequence[str]) -> str:
        found = self._joined.get(stem("".join(part).lower(), self._language), "")
        is_as_written = stems(found, self._language) == stems(" ".join(part), self._language)
        return "" if is_as_written else found


def _nouns(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Stem -> the first writing of the noun: حقائب for both حقائب and حقيبة."""
    first: list[str] = []
    for text in texts:
        for word in map(bare, words(text, "ar")):
            if PARTICLE.sub("", word) in first:
                continue
            form = next((own for own in first if same_noun(own, word)), word)
            if form == word:
                first.append(word)
            yield stem(word, "ar"), form
