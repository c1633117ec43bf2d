"""Whether the page shows anything that no single product page shows."""

from collections.abc import Iterator

from content.checks.knowledge import knowledge
from content.checks.reading import Reading
from content.records import Finding

_TWO = 2


def own_value(reading: Reading) -> Iterator[Finding]:
    """`originality.common`, a note: no comparison, no table, no evidence, no quotation, no customer's question."""
    names = knowledge(reading).names
    named = {mention.handle for block in reading.body for mention in names.mentions(block.text)}
    if not named:
        return
    kinds = {block.kind for block in reading.body}
    rests_on_more = (
        len(named) >= _TWO
        or bool(kinds & {"row", "quote"})
        or bool(reading.draft.questions)
        or any("evidence-" in found.source for block in reading.blocks for found in block.rendered)
        or any(block.notes for block in reading.body)
    )
    if not rests_on_more:
        cure = "All of this stands on one product page: compare, calculate, answer what customers asked, show evidence."
        yield reading.page_finding("originality.common", cure)
