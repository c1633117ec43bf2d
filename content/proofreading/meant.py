"""What becomes of lines that one reading took for a review, a cure, a boast, an offence or the contrary of what the
shop writes: a finding where the second reading says so too, none where it denies it, a warning where it says nothing
of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from content.checks import ruled
from content.checks.inventions import has_evidence, refers_to_evidence, section, shows_evidence
from content.checks.policy import kinds, strictest
from content.checks.quotes import quoted_places
from content.checks.reading import Reading
from content.checks.view import fold
from content.proofreading.contrary import Against
from content.proofreading.rereading import AGAINST, Doubts, Mark, Second
from content.proofreading.settling import marked_words
from content.proofreading.sheet import Line
from content.proofreading.tagging import Tag, Tagged
from content.proofreading.told import overlaps
from content.proofreading.weighing import Weighed
from content.records import Finding, Proof, Severity

CONTRARY: Final = "proof.contrary"
OFFENCE: Final = "proof.offence"
_CURE: Final = "Take it out: readers of this market would take it amiss."
_LONGEST: Final = 300  # letters of the shop's words: half a condition is none
_DATED: Final = "urgency"
_LIVED: Final = "invention."
_REVIEW: Final = "review"


@dataclass(frozen=True, slots=True)
class Meant:
    """A finding that waits for the second reading, and what is asked about it."""

    finding: Finding
    mark: Mark


def meant(found: Sequence[Finding], tagged: Iterable[Tagged], first: Weighed) -> list[Meant]:
    """Of the tagged lines those that are the page's own words, show no evidence, and of which the checks say nothing of
    the kind."""
    return [one for each in tagged for one in _meant(found, each, first)]


def _meant(found: Sequence[Finding], tagged: Tagged, first: Weighed) -> Iterator[Meant]:
    reading, line = first.told.reading, first.told.sheet.lines[tagged.line - 1]
    rule = kinds()[tagged.tag.kind].rule if tagged.tag.kind else OFFENCE
    span = reading.span(line.block, line.start, line.end)
    if not line.is_shown or _is_vouched_for(line, span, tagged.tag, first):
        return
    family = rule.partition(".")[0]
    if any(
        each.rule.startswith(family) and each.severity is not Severity.NOTE and overlaps(span, [each.span])
        for each in found
    ):
        return
    (finding,) = ruled([_finding(tagged.tag, rule, line, reading)])
    yield Meant(finding, Mark(line.number, marked_words(finding.quote), tagged.tag.name))


def gone_against(told: Iterable[Against], first: Weighed) -> list[Meant]:
    """Of the lines that one reading holds against the shop's own words those that the page says itself."""
    return [
        _contrary(each, first.told.reading)
        for each in told
        if each.line.is_shown and first.told.is_held(each.line)
    ]


def _contrary(each: Against, reading: Reading) -> Meant:
    line = each.line
    cure = f"{each.word.by} says: “{each.quote}”. Say it so, or take it out."
    proof = Proof(each.word.source, each.word.row, each.quote)
    (finding,) = ruled([reading.finding(CONTRARY, line.block, line.start, line.end, cure, proof)])
    said = marked_words(f"{each.word.by} says: {each.quote}", _LONGEST)
    return Meant(finding, Mark(line.number, said, AGAINST))


def _is_vouched_for(line: Line, span: tuple[int, int], tag: Tag, first: Weighed) -> bool:
    """Whether the shop's people wrote it, a stored page says it, or evidence stands beside it."""
    reading = first.told.reading
    quoted = [(start, end) for start, end, _ in quoted_places(reading)]
    is_own = first.told.own.hold(line.block.view.text[line.start : line.end])
    return (
        is_own
        or _is_asked(line, reading)
        or overlaps(span, quoted)
        or (_is_lived(tag) and _is_shown(line, tag, reading))
    )


def _is_asked(line: Line, reading: Reading) -> bool:
    """Whether it is a customer's question, quoted as the brief offered it; a file may say what it likes of its own."""
    asked = {" ".join(fold(question).split()) for question in reading.draft.questions}
    is_ours = reading.draft.written_by != "file"
    return is_ours and line.block.kind == "quote" and " ".join(line.block.text.split()) in asked


def _is_shown(line: Line, tag: Tag, reading: Reading) -> bool:
    """Whether the evidence stands in the sentence, or under the heading that announces it; of reviews, whether their
    number, period and opposite stand in the paragraph."""
    if line.block.kind == "heading":
        return any(map(refers_to_evidence, section(reading, line.block)))
    is_balanced = tag.name == _REVIEW and has_evidence(reading, line.block, tag.kind)
    return is_balanced or shows_evidence(line.block, line.start, line.end)


def _is_lived(tag: Tag) -> bool:
    return bool(tag.kind) and kinds()[tag.kind].rule.startswith(_LIVED)


def _is_beside_evidence(tag: Tag, line: Line, reading: Reading) -> bool:
    """Whether the shop's evidence stands under the same heading: "she hangs it first", of the one who says so."""
    return _is_lived(tag) and any(map(refers_to_evidence, section(reading, line.block)))


def _finding(tag: Tag, rule: str, line: Line, reading: Reading) -> Finding:
    market = reading.market
    row = strictest(market.language, tag.kind, market.country)
    cure = f"Read as: {tag.says}. {row.cure if row else kinds()[tag.kind].cure if tag.kind else _CURE}"
    found = reading.finding(rule, line.block, line.start, line.end, cure, row.proof if row else Proof())
    is_soft = (
        (row is not None and row.action == "warn")
        or (tag.kind == _DATED and _has_dates(reading))
        or _is_beside_evidence(tag, line, reading)
    )
    return replace(found, severity=Severity.WARN) if is_soft else found


def _has_dates(reading: Reading) -> bool:
    """Whether the ledger knows of offers that end: "until Sunday" may be one of them."""
    ledger = reading.ledger
    return any(fact.valid_until for subject in ledger.subjects() for fact in ledger.facts(subject))


def confirmed(waiting: Iterable[Meant], again: Second | None, doubts: Doubts) -> list[Finding]:
    """The findings, in their order, as the second reading has them; without one all are warnings."""
    return [each for one in waiting for each in _confirmed(one, again, doubts)]


def _confirmed(one: Meant, again: Second | None, doubts: Doubts) -> Iterator[Finding]:
    place = doubts.marks.index(one.mark)
    if again is None or place not in again.denied | again.affirmed:
        cure = f"One reading took it so, the other said nothing: look at it. {one.finding.cure}"
        yield replace(one.finding, severity=Severity.WARN, cap=None, cure=cure)
    elif place in again.affirmed:
        yield one.finding
