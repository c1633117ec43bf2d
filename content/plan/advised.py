"""What a question asks that the shop itself has asked: the title of an advice says what its words are about.

"Wie schütze ich meine Hausschuhe vor Motten?" names no feature of any catalogue. A shop that gives advice under this
very question has said that it is a matter of care. Only words that mean nothing else tell: "felt slippers" is not
the question how felt slippers are washed.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from content.ledger.ledger import Ledger
from content.plan.strange import is_asking
from seo.language import NEGATIONS, stems

ENOUGH: Final = 2  # words in common; one will do where a text has no other


@dataclass(frozen=True, slots=True)
class _Title:
    words: frozenset[str]
    aspect: str
    about: frozenset[str]  # lines and products; empty: everything


class Advised:
    """The questions that the shop's advice answers, in one language."""

    def __init__(self, ledger: Ledger, language: str, told: Callable[[str], str]) -> None:
        self._language = language
        self._line = {family.handle: family.category for family in ledger.families()}
        self._titles = list(self._read(ledger, told))

    def aspect(
        self, said: Sequence[str], telling: Collection[str], lines: Sequence[str], products: Sequence[str]
    ) -> tuple[str, frozenset[str]]:
        """What the nearest advice on these lines or products is about, and the words that say so; empty where none is
        near. `said`: the words of a text but its line's; `telling`: those that mean nothing else."""
        content = {word for word in said if not self._is_small(word)}
        best: tuple[int, _Title] | None = None
        for title in self._titles:
            shared = content & title.words
            is_near = len(shared) >= min(ENOUGH, len(content)) and shared & set(telling)
            if is_near and self._is_on(title, lines, products) and (best is None or len(shared) > best[0]):
                best = len(shared), title
        return (best[1].aspect, frozenset(content & best[1].words)) if best else ("", frozenset())

    def _read(self, ledger: Ledger, told: Callable[[str], str]) -> Iterator[_Title]:
        for advice in ledger.advice:
            if title := advice.title.get(self._language):
                words = frozenset(stems(told(title), self._language))
                yield _Title(words, advice.aspect, frozenset(advice.about))

    def _is_small(self, word: str) -> bool:
        return word in NEGATIONS.get(self._language, ()) or is_asking(word, self._language)

    def _is_on(self, title: _Title, lines: Sequence[str], products: Sequence[str]) -> bool:
        mine = {*lines, *products, *(self._line[handle] for handle in products)}
        wider = {self._line.get(each, each) for each in title.about} if not products else title.about
        return not title.about or not mine.isdisjoint({*title.about, *wider})
