"""What a passage was written on must still be so: yes and no, comparisons, lists, the shop's own words."""

from collections.abc import Iterator

from content.checks.blocks import body_at
from content.checks.check import Check
from content.checks.reading import Reading
from content.freshness import Shaken, in_words, shaken, stated
from content.ledger.worded import worded_state
from content.records import Finding, Proof, Severity


class Changed(Check):
    """The facts and claims a draft says it rests on (`draft.relies`), held against today's ledger."""

    name = "fact"
    rules = ("fact.changed",)

    def check(self, reading: Reading) -> Iterator[Finding]:
        for found in shaken(reading.draft, reading.ledger, reading.market, reading.on):
            yield _finding(reading, found)


def _finding(reading: Reading, found: Shaken) -> Finding:
    change, at = found.change, body_at(reading.draft)
    where = stated(change.what, reading.ledger, reading.market, reading.on)
    place = f" ({where})" if where else ""
    cure = (
        f"since this was written {in_words(change)}{place}: correct it, or let the week write the page anew"
    )
    start, end = found.span
    return Finding(
        "fact.changed", Severity.NOTE, (at + start, at + end), reading.draft.body[start:end],
        Proof(where.partition(",")[0], None, f"{change.what} = {worded_state(change.now)}"), cure,
    )  # fmt: skip
