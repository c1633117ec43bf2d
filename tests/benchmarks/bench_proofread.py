"""Prints what a proofreader adds to the checks on shops nobody had read: its first reading, and the second one of what is
doubtful after it. The answers were given once and are weighed by today's code.

    python tests/benchmarks/bench_proofread.py [-v]     `-v`: every lie that passes, every honest sentence that is blocked

`tests/data/proofread/` holds the answers; its README says who gave them. They speak of lines, gaps and products by
number: an answer to a sheet that has changed since is left out and counted as stale.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.checks import examine
from content.corruption.corpus import SHIPPED
from content.proofreading.weighing import weighed
from content.records import Finding, Severity
from tests.benchmarks.cost import Clock, say
from tests.benchmarks.proofread_cases import (
    DATA,
    Case,
    Lie,
    answers,
    corpus_cases,
    digest,
    read_twice,
    sheet_of,
    shop_cases,
)

UNREAD = (
    "pantry", "plants", "fishing", "bags", "aquarium", "winter", "beekeeping", "stationery", "games", "baking",
    "dogs", "tea", "patio", "fragrance", "swim", "sewing", "laundry", "charging",
)  # fmt: skip
SIDES = 3
Sides = tuple[list[Finding], ...]
NEAR = 20  # letters beside a lie in which a finding is about it


@dataclass
class Tally:
    """Counts of one shop: the checks alone (0), with one reading (1), with two (2)."""

    articles: int = 0
    sentences: int = 0
    stale: int = 0
    blocked: list[int] = field(default_factory=lambda: [0] * SIDES)
    blocks: list[int] = field(default_factory=lambda: [0] * SIDES)
    flagged: list[int] = field(default_factory=lambda: [0] * SIDES)
    lies: Counter[str] = field(default_factory=Counter)
    found: list[Counter[str]] = field(default_factory=lambda: [Counter() for _ in range(SIDES)])
    told: list[str] = field(default_factory=list)


def measured(cases: Iterable[Case]) -> Tally:
    """Every case whose answer is there and fits."""
    tally = Tally()
    honest: dict[str, Sides] = {}
    for case in cases:
        was, said = answers(case.shop).get((case.article, case.variant), ("", None))
        page = sheet_of(case)
        if said is None or was != digest(page):
            tally.stale += 1
            continue
        before = examine(case.reading)
        sides = (before, weighed(before, said, page, case.reading), read_twice(case, page, before, said))
        if case.variant == "h":
            honest[case.article] = sides
            _honest(tally, case, sides)
        for lie in case.lies:
            _lied(tally, case, lie, sides, honest.get(case.article, ([],) * SIDES))
    return tally


def _honest(tally: Tally, case: Case, sides: Sides) -> None:
    spans = [each.block.view.span(each.start, each.end) for each in case.reading.sentences]
    tally.articles += 1
    tally.sentences += len(spans)
    for side, findings in enumerate(sides):
        loud = [finding for finding in findings if finding.severity is not Severity.NOTE]
        blocks = [finding for finding in loud if finding.severity is Severity.BLOCK]
        tally.blocked[side] += bool(blocks)
        tally.blocks[side] += len(blocks)
        tally.flagged[side] += sum(any(_touches(f, *span, 0) for f in loud) for span in spans)
    tally.told += [
        f"    honest {case.shop} {case.article}: {f.rule} {f.quote!r}: {f.cure}"
        for f in sides[-1]
        if f.severity is Severity.BLOCK
    ]


def _lied(
    tally: Tally,
    case: Case,
    lie: Lie,
    sides: Sides,
    honest: Sides,
) -> None:
    tally.lies[lie.kind] += 1
    for side in range(SIDES):
        tally.found[side][lie.kind] += _is_found(lie, sides[side], honest[side])
    if not _is_found(lie, sides[-1], honest[-1]):
        text = case.reading.quote((lie.start - 60, lie.end + 40))
        tally.told.append(f"    missed {case.shop} {case.article} {lie.kind}: {text!r}")


def _is_found(lie: Lie, findings: Sequence[Finding], honest: Sequence[Finding]) -> bool:
    """A finding at the lie that the honest text has not, or not so gravely, as low as its kind asks for."""
    known = {(finding.rule, finding.quote, finding.severity) for finding in honest}
    near = [f for f in findings if _touches(f, lie.start, lie.end, NEAR)]
    here = [f for f in near if (f.rule, f.quote, f.severity) not in known]
    if lie.cap is None:
        return any(f.severity is not Severity.NOTE for f in here)
    return any(f.severity is Severity.BLOCK and f.cap is not None and f.cap <= lie.cap for f in here)


def _touches(finding: Finding, start: int, end: int, near: int) -> bool:
    return finding.span[0] < end + near and start - near < finding.span[1]


def _row(name: str, tally: Tally) -> str:
    lies, found = tally.lies.total(), [side.total() for side in tally.found]
    blocked = f"{_arrows(tally.blocked)} of {tally.articles}"
    blocks = _arrows(tally.blocks)
    flagged = " -> ".join(f"{100 * n / max(1, tally.sentences):.1f} %" for n in tally.flagged)
    return (
        f"{name:12}{blocked:>20}{blocks:>18}{flagged:>26}{f'{_arrows(found)} of {lies}':>26}{tally.stale:>7}"
    )


def _arrows(counts: Iterable[int]) -> str:
    return " -> ".join(map(str, counts))


def _all(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for each in tallies:
        total.articles, total.sentences = total.articles + each.articles, total.sentences + each.sentences
        total.stale += each.stale
        total.lies.update(each.lies)
        for side in range(SIDES):
            total.blocked[side] += each.blocked[side]
            total.blocks[side] += each.blocks[side]
            total.flagged[side] += each.flagged[side]
            total.found[side].update(each.found[side])
    return total


def main(*, is_long: bool) -> None:
    clock = Clock()
    tallies = {name: measured(shop_cases(DATA / "unread" / name)) for name in UNREAD}
    tallies["bathroom"] = measured(corpus_cases(SHIPPED / "bathroom"))
    out = [f"{'':12}{'honest blocked':>20}{'blocks':>18}{'flagged':>26}{'lies found':>26}{'stale':>7}"]
    for name, tally in tallies.items():
        out += [_row(name, tally), *(tally.told if is_long else ())]
    total = _all(tallies.values())
    out += [_row("all", total), ""]
    out += [
        f"{kind:14}{_arrows(side[kind] for side in total.found)} of {count}"
        for kind, count in total.lies.items()
    ]
    out.append(clock.told())
    say("\n".join(out))


if __name__ == "__main__":
    main(is_long="-v" in sys.argv)
