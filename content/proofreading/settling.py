"""Two readings of a line and one verdict.

A block falls only where the second reading proves the line, or where the first alone blocked and the second has another
account of it; and where the ledger refutes one of the two, a person is told. What both take for nobody's number, or for
no claim at all, is a note; so is what the first alone took for a claim in no column where the second was shown what the
shop's own people wrote of it. A word of law or experience that the page, says the second reading, does not claim is a
warning.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from content.proofreading.reading import Claims, lines_of
from content.proofreading.rereading import Doubts, Mark, Second
from content.proofreading.sheet import Sheet
from content.proofreading.told import WRONG, Said, Told, overlaps
from content.proofreading.weighing import UNLISTED, Weighed, in_order
from content.records import Finding, Severity

_READ: Final = ("number.", "price.", "capability.", "choice.", "comparison.", "proof.")
_PROMISED: Final = {
    "claim.offer",
    "claim.certificate",
    "claim.guarantee",
    "returns.contradicted",
    "returns.unsupported",
}
_CLAIMED: Final = _PROMISED | {
    "claim.no1",
    "claim.urgency",
    "claim.absolute",
    "claim.comparison",
    "claim.green",
    "claim.medical",
    "claim.superlative",
}
_OFFERED: Final = {"culture.alcohol", "culture.pork", "culture.gambling"}
_LIVED: Final = "invention."
_LONGEST: Final = 120  # letters of marked words
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"-?\d")


def doubted(first: Weighed) -> Doubts:
    """The lines of what blocks or warns after the first reading, and the words to ask about. A line that was not shown
    because it gives orders is never one of them."""
    lines: set[int] = set()
    marks: dict[Mark, None] = {}
    for finding in (*first.kept, *first.read):
        mine = first.told.lines(finding.span)
        if finding.severity is Severity.NOTE or not all(line.is_shown for line in mine):
            continue
        if finding.rule.startswith(_READ) or finding.rule in _PROMISED:
            lines.update(line.number for line in mine)
        if mine and (asked := _asked(finding.rule)):
            marks[_mark(finding, mine[0].number, asked)] = None
    return Doubts(frozenset(lines), tuple(marks))


def marked_words(text: str, longest: int = _LONGEST) -> str:
    """Words as they are asked about: on one line, not too many, without their digits."""
    return _DIGIT.sub("#", " ".join(text.split())[:longest])


def together(doubts: Iterable[Doubts]) -> Doubts:
    """All doubts of one text, each once."""
    found = list(doubts)
    marks = dict.fromkeys(mark for each in found for mark in each.marks)
    return Doubts(frozenset(line for each in found for line in each.lines), tuple(marks))


def _asked(rule: str) -> str:
    if rule.startswith(_LIVED):
        return "lived"
    if rule in _OFFERED:
        return "offered"
    return "claimed" if rule in _CLAIMED else ""


def _mark(finding: Finding, line: int, asked: str) -> Mark:
    return Mark(line, marked_words(finding.quote), asked)


def merged(first: Claims, second: Claims, doubts: Doubts, sheet: Sheet) -> Claims:
    """The first reading with the second one's words in the doubted lines."""
    places = {(id(line.block), line.start, line.end) for line in sheet.lines if line.number in doubts.lines}
    mine = {
        gap.number
        for gap in sheet.gaps
        for block, start, end in places
        if id(gap.block) == block and start <= gap.amount.start < end
    }
    return Claims(
        claims=[*_elsewhere(first.claims, doubts), *second.claims],
        unlisted=[*_elsewhere(first.unlisted, doubts), *second.unlisted],
        free=[*(number for number in first.free if number not in mine), *mine.intersection(second.free)],
    )


def _elsewhere(told: Sequence[str], doubts: Doubts) -> Iterator[str]:
    return (each for each in told for claim in lines_of([each]) if claim.line not in doubts.lines)


def settled(
    findings: Sequence[Finding], first: Weighed, second: Weighed, again: Second, doubts: Doubts
) -> list[Finding]:
    """The findings after both readings, in the order of the text. `second`: what the merged readings come to."""
    both = _Both(first, second, doubts)
    denied = {doubts.marks[place] for place in again.denied if place < len(doubts.marks)}
    kept = [
        _marked(both.of_check(*each), first.told, denied)
        for each in zip(findings, first.kept, second.kept, strict=True)
    ]
    read = [both.of_reading(each) for each in first.read]
    return in_order([*kept, *(each for each in read if not _is_told(each, kept))])


def _is_told(found: Finding, kept: Sequence[Finding]) -> bool:
    """Whether a finding of the checks says as much of the same place."""
    as_grave = {Severity.BLOCK} if found.severity is Severity.BLOCK else {Severity.BLOCK, Severity.WARN}
    return overlaps(found.span, [each.span for each in kept if each.severity in as_grave])


class _Both:
    """Two readings side by side."""

    def __init__(self, first: Weighed, second: Weighed, doubts: Doubts) -> None:
        self._first, self._second, self._lines = first, second, doubts.lines

    def of_check(self, finding: Finding, one: Finding, two: Finding) -> Finding:
        """What becomes of a finding of the checks."""
        if one.severity is Severity.NOTE or not self._is_doubted(finding.span):
            return one
        if one is not finding:  # the first reading took it for nobody's number, or for no claim
            if two is finding:
                return one
            return two if two.severity is Severity.NOTE else _agreed(two)
        if two is finding:
            return one
        if not _refuting(finding, self._first.told):
            return two
        return _differing(one) if two.severity is Severity.NOTE else one

    def of_reading(self, found: Finding) -> Finding:
        """What becomes of a finding of the first reading's own."""
        if not self._is_doubted(found.span):
            return found
        blocks = [
            each.span
            for each in self._second.findings()
            if each.severity is Severity.BLOCK and each.rule.startswith(_READ)
        ]
        if overlaps(found.span, blocks) or not self._is_dropped(found):
            return found
        is_own = found.rule == UNLISTED and self._first.told.own.may_hold(self._words(found.span))
        return _unclaimed(found) if is_own else _differing(found)

    def _words(self, span: tuple[int, int]) -> Iterator[str]:
        return (line.text for line in self._first.told.lines(span))

    def _is_dropped(self, found: Finding) -> bool:
        """Whether the second reading has another account of the place: all its numbers known, nothing said of the same
        row."""
        wrong = self._first.told.wrong_at(found.span)
        numbers = {number for each in wrong for number in each.held.gaps}
        rows = {row for each in wrong for row in _rows(each)}
        again = [each for each in self._second.told.said if each.line in self._first.told.lines(found.span)]
        if numbers:
            return numbers <= self._second.told.borne | self._second.told.nobodys
        return not any(rows & set(_rows(each)) and _is_contrary(each) for each in again)

    def _is_doubted(self, span: tuple[int, int]) -> bool:
        mine = self._first.told.lines(span)
        return bool(mine) and all(line.number in self._lines for line in mine)


def _refuting(finding: Finding, told: Told) -> list[Said]:
    """What the ledger refutes of what was said of a finding's number, or of its line where it has none."""
    gaps, lines = {gap.number for gap in told.gaps(finding.span)}, told.lines(finding.span)
    about = [each for each in told.said if (each.held.gaps & gaps if gaps else each.line in lines)]
    return [each for each in about if each.held.outcome in WRONG and not told.is_loose(each)]


def _rows(said: Said) -> Iterator[str]:
    yield from (proof.value.partition(" = ")[0] for proof in said.held.proofs)
    if said.held.outcome == "unknown":
        yield said.held.why


def _is_contrary(said: Said) -> bool:
    """Whether a second word on the same row is another word of the same kind: a no for a yes, and not "under 1/8 inch"
    for "1/8 inch"."""
    is_number = any(_NUMBER.match(proof.value.partition(" = ")[2]) for proof in said.held.proofs)
    return said.held.outcome in WRONG or not is_number


def _differing(finding: Finding) -> Finding:
    cure = f"Two readings differ, look which is meant. One: {finding.cure}"
    return replace(finding, severity=Severity.WARN, cap=None, cure=cure)


def _unclaimed(finding: Finding) -> Finding:
    cure = f"Read once more it claims nothing of the goods. If it does: {finding.cure}"
    return replace(finding, severity=Severity.NOTE, cap=None, cure=cure)


def _agreed(finding: Finding) -> Finding:
    cure = "Nothing to do: two readings agree that it is nothing of the shop's."
    return replace(finding, severity=Severity.NOTE, cap=None, cure=cure)


def _marked(finding: Finding, told: Told, denied: set[Mark]) -> Finding:
    """A word of law or experience the page does not say of itself."""
    asked = _asked(finding.rule)
    lines = told.lines(finding.span)
    if not asked or finding.severity is not Severity.BLOCK or not lines:
        return finding
    if _mark(finding, lines[0].number, asked) not in denied:
        return finding
    cure = f"A proofreader reads it as nothing the page claims. If it does: {finding.cure}"
    return replace(finding, severity=Severity.WARN, cap=None, cure=cure)
