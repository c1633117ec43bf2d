"""Prints what the checks read of honest articles: of the yes and no that a careful reader saw in eighteen invented shops,
how many they prove by the same row; and of the numbers that reader held to a row, how many are stopped once changed.

    python tests/benchmarks/bench_read.py [-v] [step]     `-v`: every claim and number that is not; every step-th number

A lie is found only where the sentence is read, so this shows what is missing when no lie has been thought of yet. The
reader's answers are those of `bench_proofread.py`; of an answer to a sheet that has changed since, what still proves
true is taken.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.checks import examine
from content.checks.capabilities import Ruled, rulings
from content.checks.knowledge import knowledge
from content.checks.reading import Reading
from content.files import parse_draft
from content.proofreading.formulas import told_plainly
from content.proofreading.holding import hold
from content.proofreading.reading import said_of
from content.proofreading.sheet import Gap, Line
from content.records import Severity
from tests.benchmarks.bench_proofread import UNREAD
from tests.benchmarks.cost import Clock, say
from tests.benchmarks.proofread_cases import DATA, Case, answers, sheet_of, shop_cases

_YES_OR_NO: Final = re.compile(r"([\w-]+)\.(\S+?)(?:@\w+)? (==|!=) (yes|no)")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_TIMES: Final = (1.27, 1.43, 1.61, 1.83, 2.17, 2.6, 3.3)  # what a number is changed by: the first nobody has
_NEAR: Final = 25  # letters beside a number in which a finding is about it
_STEP: Final = 3


@dataclass
class Read:
    """Counts by language, and what was not read."""

    seen: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def add(self, key: str, told: str, *, is_read: bool) -> None:
        self.seen[key] += 1
        self.read[key] += is_read
        if not is_read:
            self.missed.append(told)

    def row(self, name: str) -> str:
        shares = "  ".join(f"{key} {self.read[key]} of {n}" for key, n in sorted(self.seen.items()))
        whole = self.read.total() / max(1, self.seen.total())
        return f"{name:8}{self.read.total()} of {self.seen.total()} ({100 * whole:.0f} %)   {shares}"


def claims(case: Case, read: Read) -> None:
    """Every yes and no of a page's reader."""
    _, said = answers(case.shop)[case.article, "h"]
    page, ruled = sheet_of(case), list(rulings(case.reading))
    for line, formula in said_of(said.claims, page):
        match = _YES_OR_NO.fullmatch(told_plainly(formula, page))
        if match and hold(formula, page, case.reading).outcome == "true" and match[1] != "shop":
            holds = (match[4] == "yes") == (match[3] == "==")
            is_read = any(_proves(each, line, match[1], match[2], holds, case.reading) for each in ruled)
            told = f"    {case.shop} {case.article} {match.group()}: {line.text}"
            read.add(case.reading.market.language, told, is_read=is_read)


def _proves(ruled: Ruled, line: Line, handle: str, key: str, holds: bool, reading: Reading) -> bool:
    sentence, said = ruled.sentence, ruled.assertion
    if sentence.block is not line.block or not (sentence.start < line.end and line.start < sentence.end):
        return False
    own = said.capability.removeprefix("key:")
    keys = {own} if own != said.capability else set(knowledge(reading).truth.keys.get(own, ()))
    products = reading.ledger.products
    kin = {handle, products[handle].family or handle}
    is_its = any(kin & {owner, products[owner].family} for owner in ruled.owners)
    return ruled.verdict == "proven" and key in keys and said.holds is holds and is_its


def numbers(case: Case, path: Path, known: set[str], step: int, read: Read) -> None:
    """Every step-th number that one row bears out, changed in the text."""
    text, reading = path.read_text(encoding="utf-8"), case.reading
    before = {(f.rule, f.quote) for f in examine(reading) if f.severity is Severity.BLOCK}
    for place, (gap, formula) in enumerate(_bound(case)):
        if place % step:
            continue
        start, end = reading.span(gap.block, gap.amount.start, gap.amount.end)
        changed = _changed(text[start:end], known | set(_NUMBER.findall(text)))
        if changed:
            lie = parse_draft(text[:start] + changed + text[end:], path.name)
            found = examine(Reading(lie, reading.ledger, reading.market, reading.on))
            is_read = any(
                f.severity is Severity.BLOCK
                and (f.rule, f.quote) not in before
                and f.span[0] < end + _NEAR
                and start - _NEAR < f.span[1]
                for f in found
            )
            told = f"    {case.shop} {case.article} {formula}: {text[start:end]} -> {changed}"
            read.add(reading.market.language, told, is_read=is_read)


def _bound(case: Case) -> Iterator[tuple[Gap, str]]:
    page = sheet_of(case)
    gaps = {gap.number: gap for gap in page.gaps}
    for line, formula in said_of(answers(case.shop)[case.article, "h"][1].claims, page):
        held = hold(formula, page, case.reading)
        if held.outcome == "true" and len(held.bound) == 1:
            gap = gaps[next(iter(held.bound))]
            if gap.block is line.block and not gap.amount.is_range:
                yield gap, told_plainly(formula, page)


def _changed(source: str, known: set[str]) -> str:
    """The same with another number, in the same form; empty where it has none in digits, or every one is known."""
    found = _NUMBER.findall(source)
    if len(found) != 1:
        return ""
    mark = "," if "," in found[0] else "."
    whole, _, rest = found[0].partition(mark)
    is_thousands = len(rest) == 3
    value = float(whole + rest) if is_thousands else float(f"{whole}.{rest or 0}")
    digits = 0 if is_thousands else len(rest)
    for times in _TIMES:
        new = f"{max(value * times, value + (not digits)):,.{digits}f}"
        new = new.replace(",", mark) if is_thousands else new.replace(",", "").replace(".", mark)
        if new not in known and new != found[0]:
            return source.replace(found[0], new)
    return ""


def main(step: int, *, is_long: bool) -> None:
    clock, said, counted = Clock(), Read(), Read()
    for name in UNREAD:
        folder = DATA / "unread" / name
        rows = " ".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.csv")))
        known = set(_NUMBER.findall(rows.replace(",", " ")))
        for case in shop_cases(folder):
            if case.variant == "h" and (case.article, "h") in answers(name):
                claims(case, said)
                numbers(case, folder / "articles" / f"{case.article}.md", known, step, counted)
    say(said.row("yes, no"))
    say(counted.row("numbers"))
    if is_long:
        say("\n".join([*said.missed, *counted.missed]))
    say(clock.told())


if __name__ == "__main__":
    steps = [int(each) for each in sys.argv[1:] if each.isdigit()]
    main(steps[0] if steps else _STEP, is_long="-v" in sys.argv)
