"""Facts by subject. Those of a product are made when somebody asks: few questions touch every product."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from content.ledger.conflicts import LISTED, conflict, differ, overlap, place_of
from content.ledger.joining import joined
from content.ledger.stated import Stated
from content.records import UNKNOWN, Fact, Finding, Text, Value

ByKey = Mapping[str, list[Fact]]
Statement = tuple[Fact, bool]
"""A fact, and whether a person said that it replaces what is stated otherwise."""


class Facts:
    """A book of facts, filled while the shop is read."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[str, Sequence[tuple[Stated, ...]]]] = {}
        self._made: dict[str, dict[str, list[Fact]]] = {}
        self._texts: dict[tuple[str, str], tuple[tuple[str | None, Text], ...]] = {}

    def expect(self, subject: str, source: str, sides: Sequence[tuple[Stated, ...]]) -> None:
        """Keep what rows say of a subject, one side for each variant, until it is asked for."""
        self._waiting[subject] = (source, sides)

    def add(self, facts: Iterable[Statement], findings: list[Finding]) -> None:
        """Take facts in. One that clashes with another makes both unknown, unless a person said it replaces."""
        for fact, replaces in facts:
            held = self._open(fact.subject).setdefault(fact.key, [])
            before = [one for one in held if one.market == fact.market and overlap(one, fact)]
            apart = next((one for one in before if differ(one.value, fact.value)), None)
            if replaces:
                held[:] = [one for one in held if one not in before]
            elif apart is not None and fact.key not in LISTED:
                findings.append(_clash(apart, fact))
                held[:] = [one for one in held if one not in before]
                fact = replace(fact, value=UNKNOWN, valid_from=None, valid_until=None)  # noqa: PLW2901
            elif fact.key not in LISTED and any(one.value == fact.value for one in before):
                continue
            held.append(fact)

    def of(self, subject: str) -> ByKey:
        """Everything stated about a subject by key, in the order of its source; empty when nobody did."""
        return self._open(subject) if subject in self._waiting else self._made.get(subject, {})

    def texts(self, subject: str, key: str) -> tuple[tuple[str | None, Text], ...]:
        """The texts a subject has under a key, each with its country, without making all its facts; kept, because a
        name is asked for in every language."""
        if subject not in self._waiting:
            return _texts(self._made.get(subject, {}).get(key, ()))
        if (subject, key) not in self._texts:
            sides = self._waiting[subject][1]
            own = [tuple(one for one in side if one.key == key) for side in sides]
            self._texts[subject, key] = _texts(joined(own) if len(own) > 1 else own[0] if own else ())
        return self._texts[subject, key]

    def said(self) -> Iterator[tuple[str, Value]]:
        """Every key with every value somebody stated, of products and all else, without making a fact; a value that is
        the same object under a key comes once."""
        seen: set[tuple[str, int]] = set()
        for _, sides in self._waiting.values():
            for side in sides:
                for one in side:
                    place = (one.key, id(one.value))
                    if place not in seen:
                        seen.add(place)
                        yield one.key, one.value
        for made in self._made.values():
            for key, facts in made.items():
                yield from ((key, fact.value) for fact in facts)

    def columns(self, subjects: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The key of every statement about these subjects with the column it stands in, without making a fact."""
        for subject in subjects:
            _, sides = self._waiting.get(subject, ("", ()))
            yield from ((one.key, one.column) for side in sides for one in side)
            made = self._made.get(subject, {}).values()
            yield from ((fact.key, fact.column) for facts in made for fact in facts)

    def subjects(self) -> tuple[str, ...]:
        """Everything somebody stated something about: products first, in row order."""
        return tuple(dict.fromkeys((*self._waiting, *self._made)))

    def _open(self, subject: str) -> dict[str, list[Fact]]:
        made = self._made.setdefault(subject, {})
        source, sides = self._waiting.pop(subject, ("", ()))
        for one in joined(sides):
            made.setdefault(one.key, []).append(_fact(subject, source, one))
        return made


def _texts(rows: Iterable[Stated | Fact]) -> tuple[tuple[str | None, Text], ...]:
    return tuple((one.market, one.value) for one in rows if isinstance(one.value, Text))


def _clash(first: Fact, second: Fact) -> Finding:
    places = [place_of(one.source, one.row, one.column) for one in (first, second)]
    return conflict(first.reference, places[0], places[1], second.column, first.row)


def _fact(subject: str, source: str, one: Stated) -> Fact:
    return Fact(
        subject=subject,
        key=one.key,
        value=one.value,
        source=one.source or source,
        row=one.row,
        column=one.column,
        market=one.market,
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        by=one.by,
    )
