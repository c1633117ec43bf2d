"""A product line whose name a search takes apart: "paraguas pequeño plegable" and "傘 折りたたみ" name one.

Beside folding and stick umbrellas the noun alone means either line, and "folding" alone is a feature. People who
search put the words in any order and others between them; together they are the one line's name. A sentence has small
words between what does not belong together: "an umbrella for my folding bike".
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from seo.language import stems, words

UNSPACED: Final = frozenset({"ja"})
MOST_BETWEEN: Final = 1  # words between the first and the last of a name, beside its own


class Scattered:
    """The names of a shop's product lines that are made of several words, in one language."""

    def __init__(self, names: Mapping[str, Sequence[str]], language: str) -> None:
        self._language = language
        self._names = [
            (line, _folded(name), stems(name, language)) for line, all_ in names.items() for name in all_
        ]

    def gathered(self, text: str) -> str:
        """The text with the words of the one line's name that it holds put together; as it is where there is none."""
        found = dict(self._unspaced(text) if self._language in UNSPACED else self._spaced(text))
        return next(iter(found.values())) if len(found) == 1 else text

    def _spaced(self, text: str) -> Iterator[tuple[str, str]]:
        said = words(text, self._language)
        read = [stems(word, self._language) for word in said]
        for line, name, parts in self._names:
            at = [next((i for i, stem in enumerate(read) if stem == (part,)), -1) for part in parts]
            if min(at, default=-1) < 0 or not all(read[min(at) : max(at)]):
                continue
            if 0 < max(at) - min(at) < len(at) + MOST_BETWEEN:
                yield line, " ".join([name, *(word for i, word in enumerate(said) if i not in at)])

    def _unspaced(self, text: str) -> Iterator[tuple[str, str]]:
        said = _folded(text).split()
        for line, name, _ in self._names:
            for at in range(1, len(name)):
                if name[:at] in said and name[at:] in said:
                    yield (
                        line,
                        " ".join([name, *(word for word in said if word not in {name[:at], name[at:]})]),
                    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
