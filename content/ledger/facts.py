"""Facts by subject. Those of a product are made when somebody asks: few questions touch every product."""

from collections.abc import Iterable, Mapping

from content.ledger.rows import Stated
from content.records import Fact

ByKey = Mapping[str, list[Fact]]


class Facts:
    """A book of facts, filled while the shop is read."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[str, tuple[Stated, ...]]] = {}
        self._made: dict[str, dict[str, list[Fact]]] = {}

    def expect(self, subject: str, source: str, stated: tuple[Stated, ...]) -> None:
        """Keep what rows say of a subject until it is asked for."""
        self._waiting[subject] = (source, stated)

    def add(self, facts: Iterable[Fact]) -> None:
        """Take facts in."""
        for fact in facts:
            self._open(fact.subject).setdefault(fact.key, []).append(fact)

    def of(self, subject: str) -> ByKey:
        """Everything stated about a subject by key, in the order of its source; empty when nobody did."""
        return self._open(subject) if subject in self._waiting else self._made.get(subject, {})

    def subjects(self) -> tuple[str, ...]:
        """Everything somebody stated something about: products first, in row order."""
        return tuple(dict.fromkeys((*self._waiting, *self._made)))

    def _open(self, subject: str) -> dict[str, list[Fact]]:
        made = self._made.setdefault(subject, {})
        source, stated = self._waiting.pop(subject, ("", ()))
        for key, value, row, column, market in stated:
            made.setdefault(key, []).append(Fact(subject, key, value, source, row, column, market))
        return made
