"""What a market takes amiss: holidays, alcohol, pork, gambling, numbers of a gift, two forms of address, maps."""

import re
from collections.abc import Iterator

from content.checks.check import Check
from content.checks.policy import forms
from content.checks.reading import Reading, Sentence
from content.checks.reporting import hits, other, report
from content.records import Finding

Place = tuple[Sentence, re.Match[str]]


class Culture(Check):
    """Rows of the market's country; and one form of address through the whole text."""

    name = "culture"
    rules = (
        "culture.holiday", "culture.alcohol", "culture.pork", "culture.gambling", "culture.number",
        "culture.address", "culture.map",
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        for sentence in reading.statements:
            for hit in hits(reading, sentence, "culture"):
                yield report(reading, sentence, hit)
        yield from _mixed_address(reading)


def _mixed_address(reading: Reading) -> Iterator[Finding]:
    """Where the rarer form of address stands first; what a customer asks is theirs."""
    places: dict[str, list[Place]] = {}
    for name, form in forms(reading.market.language).items():
        for sentence in reading.statements:
            places.setdefault(name, []).extend((sentence, match) for match in form.finditer(sentence.text))
    used = sorted((len(found), name) for name, found in places.items() if found)
    if len(used) > 1:
        sentence, match = places[used[0][1]][0]
        yield other(reading, sentence, "address", *match.span())
