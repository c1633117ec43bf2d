"""Prints how many lines that go against a shop's own words (descriptions, advice, evidence) the checks find, and how many
a proofreader that is shown these words: named by one reading and confirmed by another.

    python tests/benchmarks/bench_contrary.py [-v]     `-v`: every one that is missed, every honest line that is taken for one

`tests/data/proofread/contrary.jsonl` holds the answers; one to a request that has changed since is counted as stale.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.checks import examine
from content.proofreading.contrary import heard
from content.proofreading.meant import confirmed, gone_against
from content.proofreading.reading import Claims
from content.proofreading.rereading import Doubts, Second
from content.proofreading.weighing import weigh
from content.proofreading.words import words_of
from content.records import Finding, Severity
from tests.benchmarks.contrary_cases import Case, Row, cases
from tests.benchmarks.cost import Clock, say


def sides(case: Case, row: Row) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """What the checks block, what one reading names, what both do."""
    blocked = [each for each in examine(case.reading) if each.severity is Severity.BLOCK]
    page = case.page
    told = heard(row["contrary"], page, words_of(case.reading))
    waiting = gone_against(told, weigh([], Claims(claims=[]), page, case.reading))
    doubts = Doubts(frozenset(), tuple(one.mark for one in waiting))
    said = {place - 1: is_so for place, is_so in enumerate(row["marks"], 1)}
    denied = frozenset(place for place, is_so in said.items() if not is_so)
    again = Second(Claims(claims=[]), denied, frozenset(said) - denied)
    return blocked, [one.finding for one in waiting], confirmed(waiting, again, doubts)


def told_long(case: Case, side: int, findings: list[Finding]) -> list[str]:
    """Every miss and every honest line taken for one, of the readings."""
    if not side:
        return []
    if case.variant != "l":
        return [f"    taken for one: {case.shop} {case.article} {each.quote!r}" for each in findings]
    return [
        f"    missed: {case.shop} {case.article} {kind} at {start}"
        for kind, start, end in case.lies
        if not is_met(start, end, findings)
    ]


def is_met(start: int, end: int, findings: list[Finding]) -> bool:
    """Whether a finding stands in a place."""
    return any(each.span[0] < end and start < each.span[1] for each in findings)


def main(*, is_long: bool) -> None:
    """Count, print, and say what it took."""
    clock = Clock()
    found: list[Counter[str]] = [Counter(), Counter(), Counter()]
    wrong, lies, stale, honest = [0, 0, 0], Counter[str](), 0, 0
    lines = ["the checks -> one reading -> two readings"]
    for case in cases():
        if (row := case.row) is None:
            stale += 1
            continue
        honest += case.variant != "l"
        lies.update(kind for kind, _, _ in case.lies)
        for side, findings in enumerate(sides(case, row)):
            wrong[side] += case.variant != "l" and bool(findings)
            found[side].update(kind for kind, start, end in case.lies if is_met(start, end, findings))
            lines += told_long(case, side, findings) if is_long else []
    for kind, count in sorted(lies.items()):
        lines.append(f"{kind:12}{' -> '.join(str(each[kind]) for each in found)} of {count}")
    lines += [
        f"{'all':12}{' -> '.join(str(each.total()) for each in found)} of {lies.total()}; {stale} texts stale",
        f"honest texts with such a block: {' -> '.join(map(str, wrong))} of {honest}",
        clock.told(),
    ]
    say("\n".join(lines))


if __name__ == "__main__":
    main(is_long="-v" in sys.argv)
