"""A row of the policy that holds at a place, as a finding with its law."""

from collections.abc import Iterator
from dataclasses import replace

from content.checks.denial import is_denied
from content.checks.knowledge import knowledge
from content.checks.policy import Hit, kinds, pattern, policy
from content.checks.reading import Reading, Sentence
from content.records import Finding, Proof, Severity


def hits(reading: Reading, sentence: Sentence, check: str, *, is_said_behind: bool = True) -> Iterator[Hit]:
    """The rows of a check that hold in a sentence of this market and are not denied there.

    Words a reference renders are the ledger's own.
    """
    language, text = reading.market.language, sentence.block.view.low
    found = policy(language, check).find(text, sentence.start, sentence.end, reading.market.country)
    for hit in found:
        start, end = hit.start - sentence.start, hit.end - sentence.start
        if not (is_reference(sentence, start, end) or _is_across_a_name(reading, sentence, hit)) and not (
            is_denied(sentence.low, start, end, language, is_said_behind=is_said_behind)
            or is_answered_no(sentence, language)
        ):
            yield hit


def _is_across_a_name(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether it begins or ends within a product's name and reaches beyond."""
    start, end = hit.start - sentence.start, hit.end - sentence.start
    return any(
        (name.start < start < name.end < end) or (start < name.start < end < name.end)
        for name in knowledge(reading).names.mentions(sentence.text)
    )


def is_in_a_name(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether words (places counted from the sentence's start) are a product's name or part of it."""
    names = knowledge(reading).names.mentions(sentence.text)
    return any(name.start <= start and end <= name.end for name in names)


def is_reference(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a reference renders some of these words."""
    return any(found.start < end and start < found.end for found in sentence.rendered)


def is_answered_no(sentence: Sentence, language: str) -> bool:
    """Whether a cell stands in a row whose other cells say no."""
    block = sentence.block
    return block.kind == "row" and any(
        pattern(language, "honest", "no").fullmatch(block.view.low[start:end])
        for start, end in block.cells
        if start != sentence.start
    )


def report(reading: Reading, sentence: Sentence, hit: Hit, *, warns: bool = False, cure: str = "") -> Finding:
    """The finding of a hit. `warns`, a row that only warns, and a law to come make it a warning without a cap."""
    row = hit.row
    found = reading.finding(row.rule, sentence.block, hit.start, hit.end, cure or row.cure, row.proof)
    return softened(found) if warns or row.action == "warn" or row.is_coming(reading.on) else found


def other(
    reading: Reading, sentence: Sentence, kind: str, start: int, end: int, proof: Proof | None = None
) -> Finding:
    """A finding of a class on words of a sentence (places counted from its start), not from a row."""
    entry = kinds()[kind]
    return reading.finding(
        entry.rule, sentence.block, sentence.start + start, sentence.start + end, entry.cure, proof
    )


def softened(finding: Finding) -> Finding:
    """The finding as a warning: `examine` leaves it one and lets it cap nothing."""
    return replace(finding, severity=Severity.WARN)
