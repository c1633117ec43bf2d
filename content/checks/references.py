"""Every reference of a draft must have a value and words in this market, today; of a list, the entry it names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.counted import counts_of_a_part
from content.checks.reading import Reading
from content.entries import entry_of, fault
from content.errors import DraftError
from content.records import UNKNOWN, Finding, Proof
from content.references import Reference, find_references

_BRACES: Final = re.compile(r"\{\{|\}\}")
_TOLD: Final = {"name", "short", "url"}  # every product has these without a column


class References(Check):
    """`{{handle.attribute}}`: the product is known, the attribute is stated, the value has words here."""

    name = "reference"
    rules = ("reference.malformed", "reference.unknown", "reference.gap", "reference.part")

    def check(self, reading: Reading) -> Iterator[Finding]:
        yield from counts_of_a_part(reading)
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
    if cure := _no_entry(reading, references):
        told = ", ".join(fact for reference in references for fact in reference.facts)
        return reading.finding("reference.unknown", block, start, end, cure, Proof(value=f"{told} = gone"))
    if reading.words_of(source) is None:
        value = ", ".join(
            f"{subject}.{key}" for reference in references for subject, key in reference.targets
        )
        where = f"{value} has no value or no word in {reading.market.locale}"
        cure = f"{where}: add it to products.csv, facts.toml or words.csv."
        return reading.finding("reference.gap", block, start, end, cure, Proof(value=f"{value} = unknown"))
    return None


def _no_entry(reading: Reading, references: Sequence[Reference]) -> str:
    """The cure where a list does not hold the entry named; empty when it does, or when nothing is stated here."""
    for (subject, key), entry in (part for reference in references for part in reference.parts):
        value = reading.ledger.fact(subject, key, reading.market, reading.on).value
        if entry and value != UNKNOWN and entry_of(value, entry) is None:
            return fault(subject, key, entry, value)
    return ""
