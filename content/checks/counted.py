"""Returns counted of some sizes and colours must not be told of the whole product: "of 288 suits sold"."""

from collections.abc import Iterator, Sequence

from content.checks.blocks import Block
from content.checks.reading import Reading
from content.checks.variants import part_words
from content.checks.view import fold, low
from content.errors import DraftError
from content.ledger.counted import counts_of, part_counted
from content.records import Finding
from content.references import Reference, find_references
from content.rendering import render
from content.writing.counted import counted_of, told_apart_by


def counts_of_a_part(reading: Reading) -> Iterator[Finding]:
    """`reference.part`: a count in a passage that does not say of which sizes and colours it is."""
    for block in reading.blocks:
        for rendered in block.rendered:
            for subject, key in (t for r in _references(rendered.source) for t in r.targets):
                counts = counts_of(subject, key, reading.ledger)
                part = part_counted(*counts, reading.ledger) if counts else ()
                if part and counts and not _says_which(reading, block, counts[1], part):
                    which = counted_of(*counts, reading.ledger, reading.market)
                    named = render(which, reading.ledger, reading.market, "plain", reading.on)
                    cure = f"Only a part was counted: say of which ({named}), or fill in the other SKUs."
                    yield reading.finding("reference.part", block, rendered.start, rendered.end, cure)


def _references(source: str) -> Sequence[Reference]:
    try:
        return find_references(source)
    except DraftError:
        return ()  # told already


def _says_which(reading: Reading, block: Block, handle: str, part: Sequence[str]) -> bool:
    """Whether the passage says that not all were counted, or names what tells the counted ones apart."""
    language, text = reading.market.language, low(fold(block.text))
    if part_words(language).search(text):
        return True
    keys = told_apart_by(handle, reading.ledger, reading.market)
    words = [{reading.words_of(f"{{{{{each}.{key}}}}}") for key in keys} - {None} for each in part]
    return bool(words) and all(any(low(fold(word or "")) in text for word in own) for own in words)
