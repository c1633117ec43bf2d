"""What a proofreader said of a draft: each claim with what the ledger makes of it, and the numbers that are settled."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from content.checks.reading import Reading
from content.proofreading.formulas import told_plainly
from content.proofreading.holding import Held, hold
from content.proofreading.own import OwnWords
from content.proofreading.reading import Claims, lines_of, said_of
from content.proofreading.sheet import Gap, Line, Sheet

WRONG: Final = frozenset({"false", "unknown"})


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as the ledger holds it."""

    line: Line
    formula: str  # in the ledger's own names
    held: Held


@dataclass(frozen=True, slots=True)
class Told:
    """Everything the proofreader said of one draft."""

    said: tuple[Said, ...]
    unlisted: Mapping[int, tuple[str, ...]]  # line -> products and words
    borne: frozenset[int]  # numbers that hold to a row, by themselves or as a sum of such
    nobodys: frozenset[int]
    sheet: Sheet
    reading: Reading
    own: OwnWords

    def lines(self, span: tuple[int, int]) -> list[Line]:
        """The lines of a place."""
        return [each for each in self.sheet.lines if overlaps(span, [self._place(each)])]

    def gaps(self, span: tuple[int, int]) -> list[Gap]:
        """The numbers of a place."""
        return [
            gap
            for gap in self.sheet.gaps
            if overlaps(span, [self.reading.span(gap.block, gap.amount.start, gap.amount.end)])
        ]

    def is_unlisted(self, span: tuple[int, int]) -> bool:
        """Whether a place also says what no column is about."""
        return any(line.number in self.unlisted for line in self.lines(span))

    @property
    def last(self) -> int:
        """The last line it spoke of."""
        return max([*self.unlisted, *(each.line.number for each in self.said)], default=0)

    def is_loose(self, said: Said) -> bool:
        """Whether it is a ratio in words, "a good seven times", of numbers that each hold to a row of their own."""
        return said.held.is_near and said.held.gaps <= self.borne

    def wrong_at(self, span: tuple[int, int]) -> list[Said]:
        """The claims a finding of the proofreader's at just this place rests on."""
        return [
            each
            for each in self.said
            if each.held.outcome in WRONG
            and self.reading.span(each.line.block, *place_of(each, self)) == span
        ]

    def is_held(self, line: Line) -> bool:
        """Whether a line is the page's own statement, and not its people's words."""
        return line.is_stated and not self.own.hold(line.block.view.text[line.start : line.end])

    def _place(self, line: Line) -> tuple[int, int]:
        return self.reading.span(line.block, line.start, line.end)


def tell(claims: Claims, sheet: Sheet, reading: Reading) -> Told:
    """What a proofreader said, with what the ledger makes of it."""
    said = tuple(
        Said(line, told_plainly(text, sheet), hold(text, sheet, reading))
        for line, text in said_of(claims.claims, sheet)
    )
    unlisted: dict[int, tuple[str, ...]] = {}
    for claim in lines_of(claims.unlisted):
        unlisted[claim.line] = (*unlisted.get(claim.line, ()), told_plainly(claim.text, sheet))
    return Told(said, unlisted, *_settled(claims.free, said), sheet, reading, OwnWords(reading))


def _settled(free: Iterable[int], said: Sequence[Said]) -> tuple[frozenset[int], frozenset[int]]:
    """Numbers that a row bears out, and numbers of nobody's: what is said to be free, what true sums on a row only
    reckon with ("at 31 yen a kilowatt hour"). A sum is borne out where one of its numbers is, and else nobody's."""
    told = {number for each in said for number in each.held.told}
    true = [each.held for each in said if each.held.outcome == "true"]
    doubted = {number for each in said if each.held.outcome != "true" for number in each.held.gaps}
    rows = {number for held in true for number in held.bound}
    reckoned = [held for held in true if held.told and (held.proofs or held.gaps & rows)]
    nobodys = {*free, *(number for held in reckoned for number in held.gaps - told - doubted)}
    while sums := [held for held in true if _is_worked_out(held, rows | nobodys)]:
        for held in sums:
            new = held.gaps - rows - nobodys
            (rows if held.gaps & rows else nobodys).update(new)
    return frozenset(rows), frozenset(nobodys)


def _is_worked_out(held: Held, known: AbstractSet[int]) -> bool:
    """Whether all numbers are known but one that it says something of."""
    new = held.gaps - known
    return len(new) == 1 and new <= held.told


def place_of(each: Said, told: Told) -> tuple[int, int]:
    """Of a false claim its number where it speaks of one, else its line; in the text of its block."""
    amounts = {gap.number: gap.amount for gap in told.sheet.gaps if gap.block is each.line.block}
    own = [amounts[number] for number in sorted(each.held.gaps) if number in amounts]
    is_one = len(own) == 1 and each.held.outcome == "false"
    return (own[0].start, own[0].end) if is_one else (each.line.start, each.line.end)


def overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a place shares a letter with one of others."""
    return any(span[0] < end and start < span[1] for start, end in others)
