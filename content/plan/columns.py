"""A column of the shop's own, found by the words of its name where a sentence takes them apart.

"Hood fits over a helmet" is asked as "does the hood go over my bike helmet?". No bundled word knows such a column, so
what it is called is all there is to know it by: two of its words, one of which means nothing else here.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence

from seo.language import stems

FEWEST = 2  # words of a name that a text must have
LEAST = 0.5  # share of them
TAIL = 4  # letters of a German compound's last part: Fahrrad-helm
UNSPACED = frozenset({"ja"})


class Columns:
    """The names of the shop's own columns, word by word, in one language."""

    def __init__(self, names: Mapping[str, Sequence[str]], language: str) -> None:
        self._language = language
        self._every = [
            (key, found)
            for key, phrases in names.items()
            for phrase in phrases
            if (found := tuple(dict.fromkeys(stems(phrase, language))))
        ]
        self._names = [(key, name) for key, name in self._every if len(name) >= FEWEST]

    def named(self, text: str, unknown: Collection[str]) -> tuple[tuple[str, ...], frozenset[str]]:
        """The columns a text names best, and which of its unknown words say so."""
        said = self._said(text) if self._names else ()
        best: tuple[int, float] = (FEWEST, LEAST)
        found: dict[str, frozenset[str]] = {}
        for key, name in self._names:
            hits = {word: heard for word in name if (heard := self._heard(word, said))}
            new = frozenset(heard for heard in hits.values() if heard in unknown)
            rank = (len(hits), len(hits) / len(name))
            if not new or rank[0] < best[0] or rank[1] < LEAST or (found and rank < best):
                continue
            found = {**found, key: new} if found and rank == best else {key: new}
            best = rank
        return tuple(found), frozenset().union(*found.values())

    def halves(
        self, text: str, words: Collection[str]
    ) -> Iterator[tuple[str, frozenset[str], tuple[str, ...]]]:
        """The columns of whose name a text has half by one of `words`: key, those words, what it leaves unsaid."""
        said = self._said(text) if words else ()
        for key, name in self._every if said else ():
            new = {part: word for part in name for word in words if _is_half(word, part)}
            rest = tuple(part for part in name if part not in new and not self._heard(part, said))
            if new and 1 - len(rest) / len(name) >= LEAST:
                yield key, frozenset(new.values()), rest

    def _said(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*stems(text, self._language), *self._runs(text)]))

    def _runs(self, text: str) -> Iterator[str]:
        if self._language in UNSPACED:
            yield unicodedata.normalize("NFKC", text).casefold()

    def _heard(self, word: str, said: Sequence[str]) -> str:
        """The word of the text that is this word of a name, or a compound that ends in it; empty when none is."""
        if word in said:
            return word
        if self._language in UNSPACED:
            return word if said and word in said[-1] else ""
        if self._language == "de" and len(word) >= TAIL:
            return next((each for each in said if each.endswith(word)), "")
        return ""


def _is_half(word: str, part: str) -> bool:
    """Whether a word is a part of a name or half of it: laptop and Laptopgröße, カーボン and カーボンフレーム."""
    return word == part or (len(word) > 1 and word in part and len(word) >= LEAST * len(part))
