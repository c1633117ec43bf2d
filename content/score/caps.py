"""Caps: what no average may hide. The lowest counts, and every further gate takes a fifth of it."""

from collections.abc import Iterable, Sequence
from typing import Final

from content.records import Cap, Finding, Severity
from content.score.weights import JUDGE

FURTHER: Final = 0.8
NO_JUDGE: Final = Cap("judge.absent", 100 - JUDGE)


def gates(findings: Iterable[Finding]) -> list[Finding]:
    """The distinct blocking findings that cap, in the order of the text.

    Two are one when they are of the same rule and say the same words, or lie on the same words: one wrong
    number seen by two rules is one error, the same sentence twice is one error, and each further one is not.
    """
    kept: list[Finding] = []
    for finding in findings:
        is_gate = finding.cap is not None and finding.severity is Severity.BLOCK
        if is_gate and not any(_is_same(finding, other) for other in kept):
            kept.append(finding)
    return kept


def _is_same(one: Finding, other: Finding) -> bool:
    has_words = bool(one.quote.strip())
    is_said_again = one.rule == other.rule and (
        not has_words or " ".join(one.quote.split()) == " ".join(other.quote.split())
    )
    overlaps = one.span[0] < other.span[1] and other.span[0] < one.span[1]
    return is_said_again or overlaps


def caps(findings: Iterable[Finding]) -> tuple[Cap, ...]:
    """A cap per rule that blocks, the lowest first."""
    found = {
        Cap(finding.rule, finding.cap)
        for finding in findings
        if finding.cap is not None and finding.severity is Severity.BLOCK
    }
    return tuple(sorted(found, key=lambda cap: (cap.cap, cap.rule)))


def ceiling(findings: Sequence[Finding]) -> float:
    """The most points these findings leave: the lowest cap, times .8 for each gate after the first."""
    lowest = caps(findings)
    return lowest[0].cap * FURTHER ** (len(gates(findings)) - 1) if lowest else 100.0
