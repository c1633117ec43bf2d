"""What a bare noun means in a shop: "umbrella" beside folding and stick umbrellas, "Jacke" beside Regenjacken.

Lines are named by a noun and what tells them apart. Who says the noun alone means any of the lines whose names are
built on it; who says a noun that only the titles of a line have means that line. What a line is called outright is in
the vocabulary itself and goes before.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from seo.language import stems

AND = re.compile(r"\s+(?:and|und|et|y|e|&)\s+|[,&/・]|と|\s+و")
HEAD_FIRST = frozenset({"fr", "es", "ar"})
UNSPACED = frozenset({"ja"})
LEAST_RULED = 3  # letters that a compound has before its noun: Regen-jacke
LEAST_NOUN = {"de": 3, "ja": 1}  # letters of the noun at its end
FEWEST = 2  # products of a line that must bear a word before it stands for the line


class Heads:
    """The nouns behind the names of the product lines, and the words that only the titles of one line have."""

    def __init__(
        self, names: Mapping[str, Sequence[str]], titles: Iterable[tuple[str, str]], language: str
    ) -> None:
        """`names`: what each line is called; `titles`: line and title of each product."""
        self._language = language
        self._names = {line: list(self._parts(words)) for line, words in names.items()}
        self._titles: dict[str, Counter[str]] = defaultdict(Counter)
        self._said: list[tuple[str, tuple[str, ...]]] = []
        self._whole: dict[str, list[str]] = defaultdict(list)  # of a language without spaces
        for line, title in titles:
            self._whole[line].append(_folded(title)) if language in UNSPACED else None
            said = () if language in UNSPACED else stems(title, language)
            self._said.append((line, said))
            for word in dict.fromkeys(said):
                self._titles[word][line] += 1

    def lines(self, noun: tuple[str, ...]) -> tuple[str, ...]:
        """The lines whose names are built on a noun, in the order of the catalogue."""
        if len(noun) != 1:
            return ()
        return tuple(
            line for line, parts in self._names.items() if any(self._rules(part, noun[0]) for part in parts)
        )

    def of_titles(self, phrase: tuple[str, ...], fewest: int = 1) -> tuple[str, ...]:
        """The one line whose products bear a phrase in their titles; none where other lines' products do as well."""
        if self._language in UNSPACED:
            counts = {line: sum(phrase[0] in each for each in all_) for line, all_ in self._whole.items()}
        else:
            found = [self._titles[word] for word in phrase if word in self._titles]
            first = found[0] if len(found) == len(phrase) and found else Counter()
            counts = {line: min(each[line] for each in found) for line in first}
        said = [line for line, count in counts.items() if count]
        return tuple(said) if len(said) == 1 and counts[said[0]] >= fewest else ()

    def kinds(
        self, is_aspect: Callable[[str], bool], is_kind: Callable[[tuple[str, ...]], bool]
    ) -> Iterator[tuple[tuple[str, ...], str]]:
        """Names of kinds that stand in the titles of one line alone, and the line: a "dry bag" is not about drying.

        Only where the word beside the noun would be taken for a question of its own.
        """
        lines: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for line, title in self._said:
            for pair in pairwise(title):
                ruling, noun = pair[::-1] if self._language in HEAD_FIRST else pair
                if is_aspect(ruling) and is_kind((noun,)):
                    lines[pair].add(line)
        yield from ((pair, min(found)) for pair, found in sorted(lines.items()) if len(found) == 1)

    def _parts(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        for word in words:
            for part in AND.split(word):
                if self._language in UNSPACED:
                    yield (_folded(part),)
                elif found := stems(part, self._language):
                    yield found

    def _rules(self, part: tuple[str, ...], noun: str) -> bool:
        """Whether a name is built on the noun: it stands where the language puts it, or ends the compound."""
        head = part[0] if self._language in HEAD_FIRST else part[-1]
        if head == noun:
            return True
        least = LEAST_NOUN.get(self._language)
        own = len(head) - len(noun)
        ruled = 1 if self._language in UNSPACED else LEAST_RULED
        return least is not None and len(noun) >= least and own >= ruled and head.endswith(noun)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
