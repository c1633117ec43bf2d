"""The product line that a comparison leaves half unsaid: of "thermal or blackout curtains" people say "curtains" once.

Lines of one shop share their noun (thermal curtains, blackout curtains). Where a text names one of them and sets
something against it ("or", "oder", "ou", "أو", "それとも"), the other's own word alone names the other line.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from content.word_lists import pattern_of
from seo.language import fold, plain, stems

COMPOUND = frozenset(
    {"de", "ja"}
)  # the noun is the end of the word itself: Thermo- oder Verdunkelungsvorhang
LEAST_NOUN = {"de": 5, "ja": 2}  # letters that two names must end alike in to share a noun
LEAST_OWN = 2  # letters of a line's own word


class Elided:
    """The own words of each product line beside the others that share its noun, in one language."""

    def __init__(self, names: Mapping[str, Sequence[str]], language: str) -> None:
        self._language = language
        self._or = re.compile(pattern_of(__file__, "alternatives", language))
        self._own: dict[str, dict[str, set[str]]] = {}  # line -> other line -> own words of the other
        spoken = {line: list(self._forms(words)) for line, words in names.items()}
        for one, other in combinations(sorted(spoken), 2):
            for left in spoken[one]:
                for right in spoken[other]:
                    for mine, theirs in self._parts(left, right):
                        self._own.setdefault(one, {}).setdefault(other, set()).add(theirs)
                        self._own.setdefault(other, {}).setdefault(one, set()).add(mine)

    def lines(self, text: str, named: Sequence[str]) -> list[str]:
        """Lines set against those named, by their own word alone; those named already are not among them."""
        if not self._or.search(fold(text)):
            return []
        said = self._said(text)
        found = [
            other
            for line in named
            for other, words in self._own.get(line, {}).items()
            if other not in named and any(self._is_said(word, said) for word in words)
        ]
        return list(dict.fromkeys(sorted(found)))

    def _forms(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        for word in words:
            folded = unicodedata.normalize("NFKC", word).casefold()
            yield (folded,) if self._language == "ja" else stems(word, self._language)

    def _parts(self, left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """What two names of one noun say beside it, each one word: (thermal, blackout)."""
        shared = set(left) & set(right)
        mine, theirs = [w for w in left if w not in shared], [w for w in right if w not in shared]
        if shared and len(mine) == len(theirs) == 1:
            yield mine[0], theirs[0]
        if self._language in COMPOUND and len(left) == len(right) == 1:
            noun = _common_end(left[0], right[0])
            if len(noun) >= LEAST_NOUN[self._language]:
                own = [name.removesuffix(noun).removesuffix("s") for name in (left[0], right[0])]
                if all(len(word) >= LEAST_OWN for word in own):
                    yield own[0], own[1]

    def _said(self, text: str) -> list[str]:
        if self._language == "ja":
            return [unicodedata.normalize("NFKC", text).casefold()]
        found = list(stems(text, self._language))
        if self._language == "de":  # of `Thermo-` and `Verdunkelungs-` as they stand
            found += [plain(word).removesuffix("s") for word in re.findall(r"(\w+)-(?=\s)", text)]
        return found

    def _is_said(self, word: str, said: Sequence[str]) -> bool:
        return word in said[0] if self._language == "ja" and said else word in said


def _common_end(left: str, right: str) -> str:
    """The letters that two words end alike in; never the whole of one."""
    size = 0
    while size < min(len(left), len(right)) - 1 and left[-1 - size] == right[-1 - size]:
        size += 1
    return left[len(left) - size :] if size else ""
