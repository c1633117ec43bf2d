"""Whether the text stands elsewhere: in a source, in the shop's product pages, in its other articles."""

from collections.abc import Iterator
from typing import Final

from content.checks.blocks import body_at
from content.checks.check import Check
from content.checks.knowledge import knowledge
from content.checks.outlines import outlines
from content.checks.own_value import own_value
from content.checks.reading import Reading
from content.checks.rivals import rivals
from content.checks.sameness import sameness
from content.originality import containment, copied, longest_run
from content.records import Finding, Proof, Text

CONTAINED: Final = 0.25  # of another article of ours, facts left out
NEAR: Final = 0.12
COPIED: Final = 0.10  # word for word (findings/quality.md §8: unrelated texts never pass .002)
CLOSE: Final = 0.03
_FEWEST: Final = 6  # word groups: one shared turn of phrase on a short page is no copy
RUN: Final = {"ja": 60, "": 25}  # words, in Japanese characters


class Copying(Check):
    """A page that repeats another competes with it and helps nobody."""

    name = "originality"
    rules = tuple(
        f"originality.{fault}"
        for fault in (
            "contained", "run", "near", "copied", "close", "outline", "stitched", "opening", "phrase",
            "heading", "tells", "common", "rival",
        )
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from _articles(reading)
        yield from _sources(reading)
        yield from outlines(reading)
        yield from sameness(reading)
        yield from rivals(reading)
        yield from own_value(reading)


def _articles(reading: Reading) -> Iterator[Finding]:
    first = next(iter(reading.body), reading.blocks[0])
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
        yield from _run(reading, other.body, other.title, proof)


def _sources(reading: Reading) -> Iterator[Finding]:
    """Stored pages, and what the shop's product pages say of the products named."""
    language = reading.market.language
    first = next(iter(reading.body), reading.blocks[0])
    for title, text, proof in _told_elsewhere(reading):
        share, groups = copied(reading.near_body, text, language)
        if groups < _FEWEST:
            continue
        if share >= COPIED:
            cure = f"{share:.0%} of it stands word for word in “{title}”: write it from the facts instead."
            yield reading.finding("originality.copied", first, 0, len(first.text), cure, proof)
        elif share >= CLOSE:
            cure = f"{share:.0%} of it stands word for word in “{title}”: look whether it is your own text."
            yield reading.finding("originality.close", first, 0, len(first.text), cure, proof)
        yield from _run(reading, text, title, proof)


def _told_elsewhere(reading: Reading) -> Iterator[tuple[str, str, Proof]]:
    language = reading.market.language
    for page in reading.dossier.pages:
        if page.language == language:
            yield page.title, page.text, Proof(page.file or page.url, None, page.title)
    names = knowledge(reading).names
    named = {mention.handle for block in reading.blocks for mention in names.mentions(block.text)}
    about = reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None
    for handle in sorted(named | ({about} if about else set())):
        fact = reading.ledger.fact(handle, "description", reading.market, reading.on)
        text = fact.value.get(language) if isinstance(fact.value, Text) else None
        if text:
            title = reading.ledger.name(handle, language)
            yield title, text, Proof(fact.source, fact.row, title)


def _run(reading: Reading, text: str, title: str, proof: Proof) -> Iterator[Finding]:
    """The copied stretch, shown where it begins."""
    language = reading.market.language
    run = longest_run(reading.near_body, text, language)
    if run is None or run[0] <= RUN.get(language, RUN[""]):
        return
    cure = f"This run of words stands in “{title}”: say it in other words, or quote it by name."
    for block in reading.body:
        at = run[1][0] + body_at(reading.draft)
        inside = [place for place, start in enumerate(block.view.starts) if start >= at]
        if inside:
            yield reading.finding("originality.run", block, inside[0], len(block.text), cure, proof)
            return
    yield reading.body_finding("originality.run", *run[1], cure, proof)
