"""Returns counted of some sizes and colours must not be told of the whole product: "of 288 suits sold"."""

import re
from collections.abc import Iterator, Sequence

from content.checks.blocks import Block
from content.checks.reading import Reading
from content.checks.variants import part_words
from content.checks.view import fold, low
from content.ledger.counted import Part, part_of
from content.records import Finding
from content.references import readable


def counts_of_a_part(reading: Reading) -> Iterator[Finding]:
    """`reference.part`: a count in a passage that does not say of which sizes and colours it is."""
    for block in reading.blocks:
        for rendered in block.rendered:
            for subject, key in (t for r in readable(rendered.source) for t in r.targets):
                if part := part_of(subject, key, reading.ledger, reading.market):
                    place = rendered.start, rendered.end
                    yield from _unsaid(reading, block, place, _names(reading, part))


def _names(reading: Reading, part: Part) -> list[list[str]]:
    """What tells each of the sizes and colours apart, in the market's words."""
    return [
        [said for key in part.keys if (said := reading.words_of(f"{{{{{each}.{key}}}}}"))]
        for each in part.variants
    ]


def _unsaid(
    reading: Reading, block: Block, place: tuple[int, int], names: Sequence[Sequence[str]]
) -> Iterator[Finding]:
    """Nothing where the passage says that not all were counted, or calls each that was by all of its name."""
    language, text = reading.market.language, low(fold(block.text))
    is_named = all(own and all(_stands(low(fold(word)), text, language) for word in own) for own in names)
    if is_named or part_words(language).search(text):
        return
    told = "; ".join(", ".join(own) for own in names if own) or "some sizes and colours"
    cure = f"Only a part was counted ({told}): say so, or fill in the rows of the others."
    yield reading.finding("reference.part", block, *place, cure)


def _stands(word: str, text: str, language: str) -> bool:
    """Whether it stands there as a word of its own: size M is not the m of a name."""
    edges = ("", "") if language in {"ja", "ar"} else (r"(?<!\w)", r"(?!\w)")
    return bool(word) and re.search(f"{edges[0]}{re.escape(word)}{edges[1]}", text) is not None
