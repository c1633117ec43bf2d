"""Every reference of a draft must have a value and words in this market, today."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.reading import Reading
from content.checks.variants import part_words
from content.checks.view import fold, low
from content.errors import DraftError
from content.ledger.counted import counts_of, part_counted
from content.records import Finding, Proof
from content.references import Reference, find_references
from content.rendering import render
from content.writing.counted import counted_of, told_apart_by

_BRACES: Final = re.compile(r"\{\{|\}\}")
_TOLD: Final = {"name", "short", "url"}  # every product has these without a column


class References(Check):
    """`{{handle.attribute}}`: the product is known, the attribute is stated, the value has words here."""

    name = "reference"
    rules = ("reference.malformed", "reference.unknown", "reference.gap", "reference.part")

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from _of_a_part(reading)
        for block in reading.blocks:
            for rendered in block.rendered:
                finding = _judge(reading, block, rendered.source, rendered.start, rendered.end)
                if finding:
                    yield finding
            for match in _BRACES.finditer(block.text):
                if not any(found.start <= match.start() < found.end for found in block.rendered):
                    yield reading.finding(
                        "reference.malformed",
                        block,
                        *match.span(),
                        "Write a reference as {{handle.attribute}}, both braces doubled.",
                    )


def _judge(reading: Reading, block: Block, source: str, start: int, end: int) -> Finding | None:
    try:
        references = find_references(source)
    except DraftError as error:
        return reading.finding("reference.malformed", block, start, end, str(error))
    for subject, key in (target for reference in references for target in reference.targets):
        is_subject = subject in reading.ledger.products or bool(reading.ledger.facts(subject))
        if not is_subject:
            cure = f"The ledger has no {subject!r}: correct the handle (`acreage facts` lists them)."
            return reading.finding("reference.unknown", block, start, end, cure)
        known = {fact.key for fact in reading.ledger.facts(subject)} | (
            _TOLD if subject in reading.ledger.products else set()
        )
        if key not in known:
            fact = reading.ledger.fact(subject, key, reading.market, reading.on)
            column = fact.column or key
            cure = f"Nobody has stated {key!r} of {subject!r}: fill in column {column!r}, or drop it."
            return reading.finding(
                "reference.unknown", block, start, end, cure, Proof(value=f"{subject}.{key} = unknown")
            )
    if reading.words_of(source) is None:
        value = ", ".join(
            f"{subject}.{key}" for reference in references for subject, key in reference.targets
        )
        where = f"{value} has no value or no word in {reading.market.locale}"
        cure = f"{where}: add it to products.csv, facts.toml or words.csv."
        return reading.finding("reference.gap", block, start, end, cure, Proof(value=f"{value} = unknown"))
    return None


def _of_a_part(reading: Reading) -> Iterator[Finding]:
    """Returns counted of some sizes and colours, told of the whole product: "of 288 suits sold"."""
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
