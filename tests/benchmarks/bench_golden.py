"""Prints what a proofreader makes of the golden articles, which a model wrote: the checks, one reading, two readings.

    python tests/benchmarks/bench_golden.py [-v]     `-v`: every warning and block that is left

`tests/data/proofread/golden.jsonl` holds the answers, given once by careful readers who saw nothing but the requests; an
answer to a sheet that has changed since is left out and counted as stale.
"""

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.checks import examine
from content.checks.reading import Reading
from content.files import parse_draft
from content.proofreading.meant import confirmed, meant
from content.proofreading.reading import Claims
from content.proofreading.rereading import Doubts, Second, about
from content.proofreading.settling import doubted, merged, settled, together
from content.proofreading.sheet import sheet
from content.proofreading.tagging import Tagged, tags_of
from content.proofreading.weighing import weigh
from content.records import Finding, Severity
from tests.benchmarks.cost import Clock, say
from tests.benchmarks.proofread_cases import DATA, digest
from tests.golden import HERE, cases, read

Sides = tuple[list[Finding], list[Finding], list[Finding]]
Row = dict[str, Any]  # Any: whatever JSON holds


def page(name: str) -> Reading:
    """A golden article as a proofreader gets it."""
    case = read(name)
    text = (HERE / name / "article.md").read_text(encoding="utf-8")
    draft = parse_draft(text, f"{name}.md")
    return Reading(draft, case.ledger, case.assignment.market, case.on, (), (), case.dossier)


def sides(reading: Reading, row: Row) -> Sides:
    """The findings of the checks, after one reading, after two."""
    shown, said = sheet(reading), Claims(**row["said"])
    before = examine(reading)
    first = weigh(before, said, shown, reading)
    known = {tag.name: tag for tag in tags_of(reading.market)}
    waiting = meant(before, [Tagged(line, known[name]) for line, name in row["tags"]], first)
    marks = tuple(one.mark for one in waiting)
    doubts = together([doubted(first), Doubts(frozenset(), marks)])
    once = [*first.findings(), *confirmed(waiting, None, doubts)]
    if not row["again"]:
        return before, once, once
    claims = about(Claims(**row["again"]["said"]), doubts)
    answered = {(line, words, asked): is_so for line, words, asked, is_so in row["again"]["marks"]}
    places = {n: answered.get((m.line, m.words, m.asked)) for n, m in enumerate(doubts.marks)}
    denied = frozenset(n for n, is_so in places.items() if is_so is False)
    again = Second(claims, denied, frozenset(n for n, is_so in places.items() if is_so))
    second = weigh(before, merged(said, claims, doubts, shown), shown, reading)
    return (
        before,
        once,
        [*settled(before, first, second, again, doubts), *confirmed(waiting, again, doubts)],
    )


def main(*, is_long: bool) -> None:
    """Count, print, and say what it took."""
    clock = Clock()
    rows = [
        json.loads(line) for line in (DATA / "proofread" / "golden.jsonl").read_text("utf-8").splitlines()
    ]
    kept = {row["article"]: row for row in rows}
    held, flagged, sentences, stale = [0, 0, 0], [0, 0, 0], 0, 0
    told: list[str] = []
    for name in cases():
        reading = page(name)
        row = kept.get(name)
        if row is None or row["sheet"] != digest(sheet(reading)):
            stale += 1
            continue
        spans = [each.block.view.span(each.start, each.end) for each in reading.sentences]
        sentences += len(spans)
        found = sides(reading, row)
        for side, findings in enumerate(found):
            loud = [each for each in findings if each.severity is not Severity.NOTE]
            held[side] += any(each.severity is Severity.BLOCK for each in loud)
            flagged[side] += sum(
                any(f.span[0] < end and start < f.span[1] for f in loud) for start, end in spans
            )
        told += [
            f"    {each.severity} {each.rule} {name}: {' '.join(each.quote.split())[:90]!r}: {each.cure[:150]}"
            for each in found[2]
            if each.severity is not Severity.NOTE
        ]
    shares = " -> ".join(f"{100 * each / max(1, sentences):.1f} %" for each in flagged)
    lines = [
        f"{len(cases()) - stale} articles, {sentences} sentences, {stale} stale; checks -> one reading -> two",
        f"held: {' -> '.join(map(str, held))}; sentences with a warning or a block: {shares}",
        *(told if is_long else []),
        clock.told(),
    ]
    say("\n".join(lines))


if __name__ == "__main__":
    main(is_long="-v" in sys.argv)
