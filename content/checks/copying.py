"""Whether the text stands elsewhere: in the week's other drafts, in what the site has."""

from collections.abc import Iterator
from typing import Final

from content.checks.check import Check
from content.checks.reading import Reading
from content.originality import containment, longest_run
from content.records import Finding, Proof

CONTAINED: Final = 0.25
NEAR: Final = 0.12
RUN: Final = {"ja": 60, "": 25}  # words, in Japanese characters


class Copying(Check):
    """A page that repeats another competes with it and helps nobody."""

    name = "originality"
    rules = ("originality.contained", "originality.run", "originality.near")

    def check(self, reading: Reading) -> Iterator[Finding]:
        first = next(iter(reading.body), reading.blocks[0])
        limit = RUN.get(reading.market.language, RUN[""])
        for other in reading.others:
            if other.language != reading.draft.language or other == reading.draft:
                continue
            share = containment(reading.draft, other, reading.ledger)
            proof = Proof(other.source, None, other.title)
            if share >= CONTAINED:
                where = f"{share:.0%} of it stands in “{other.title}” too"
                cure = f"{where}: write about something else, or send readers there."
                yield reading.finding("originality.contained", first, 0, len(first.text), cure, proof)
            elif share >= NEAR:
                cure = f"{share:.0%} of it stands in “{other.title}” too: look whether both pages are needed."
                yield reading.finding("originality.near", first, 0, len(first.text), cure, proof)
            run = longest_run(reading.draft.body, other.body, reading.draft.language)
            if run and run[0] > limit:
                yield _run(reading, run[1], other.title, proof)


def _run(reading: Reading, place: tuple[int, int], title: str, proof: Proof) -> Finding:
    """The copied stretch, shown where it begins."""
    for block in reading.body:
        inside = [at for at, start in enumerate(block.view.starts) if start >= place[0] + _offset(reading)]
        if inside:
            cure = f"This run of words stands in “{title}”: say it in other words, or quote it by name."
            return reading.finding("originality.run", block, inside[0], len(block.text), cure, proof)
    first = reading.blocks[0]
    return reading.finding(
        "originality.run", first, 0, len(first.text), f"A run of words stands in “{title}”.", proof
    )


def _offset(reading: Reading) -> int:
    draft = reading.draft
    return draft.offset if draft.source else len(draft.title) + 2
