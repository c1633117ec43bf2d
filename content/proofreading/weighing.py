"""What becomes of the checks' findings once a proofreader has said what each sentence speaks of.

The checks read with rules: on shops nobody had read they found two lies of three, and most of their blocks on honest
articles were mistaken, because a sentence called a product by a noun no table holds. A proofreader names the row,
blind; the ledger decides.
- A number or a claim the checks could not place, and whose formula is true, is a note.
- A number that is nobody's ("your window", "after ten minutes", and what such numbers add up to) is a warning at most.
- A formula the ledger refutes blocks, whatever the checks made of it. So does one on a column nobody filled in, and a
  claim no column is about; the shop's own advice and evidence are left to its people.
What a market's law or custom says, quotes, invented voices and everything else stays as the checks have it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from content.checks import ruled
from content.checks.inventions import shows_evidence
from content.checks.quotes import quoted_places
from content.checks.reading import Reading
from content.ledger.own_words import OWN_WORDS
from content.proofreading.holding import Held
from content.proofreading.reading import Claims
from content.proofreading.sheet import Line, Sheet
from content.proofreading.told import WRONG, Said, Told, overlaps, place_of, tell
from content.records import Finding, Proof, Severity

CONTRADICTED, UNSTATED, UNLISTED = "proof.contradicted", "proof.unstated", "proof.unlisted"
_LABEL: Final = 24  # letters: "Not for this: ", の使用上の制限：
_OF_NUMBERS: Final = ("number.", "price.")
_OF_WORDS: Final = ("capability.", "choice.", "comparison.")
_RETURNED: Final = re.compile(r"returns_(?:free|cost)$")
_OF_THE_SHOP: Final = {
    "claim.offer": re.compile(r"(?:delivery_\w+_(?:cost|free_from)|returns_free)$"),
    "claim.certificate": re.compile(r"certificate$"),
    "returns.contradicted": _RETURNED,
    "returns.unsupported": _RETURNED,
    "claim.guarantee": re.compile(r"(?:warranty|returns)\w*$"),
}
"""Promises of the shop, and the rows that may bear one out."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one reading came to."""

    told: Told
    kept: tuple[
        Finding, ...
    ]  # the checks' findings in their order; the same object where nothing has changed
    read: tuple[Finding, ...]  # what the proofreader found, whatever the checks made of the same place

    @property
    def added(self) -> list[Finding]:
        """What it found where the checks block nothing."""
        blocked = [finding.span for finding in self.kept if finding.severity is Severity.BLOCK]
        return [each for each in self.read if not overlaps(each.span, blocked)]

    def findings(self) -> list[Finding]:
        """All of them, in the order of the text."""
        return in_order([*self.kept, *self.added])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """As they stand in the text."""
    return sorted(findings, key=lambda finding: (finding.span, finding.rule, finding.quote))


def weighed(findings: Sequence[Finding], claims: Claims, sheet: Sheet, reading: Reading) -> list[Finding]:
    """The findings as they stand after one reading, in the order of the text."""
    return weigh(findings, claims, sheet, reading).findings()


def weigh(findings: Sequence[Finding], claims: Claims, sheet: Sheet, reading: Reading) -> Weighed:
    """Each finding beside what one reading makes of it."""
    told = tell(claims, sheet, reading)
    kept = tuple(_relieved(finding, told) for finding in findings)
    return Weighed(told, kept, tuple(ruled(_together((*_refuted(told), *_unheard(told))))))


def _together(found: Iterable[Finding]) -> list[Finding]:
    """One finding for each rule and place, whatever came first; two faults of one place stand in one cure."""
    by_place: dict[tuple[str, tuple[int, int], str], list[Finding]] = {}
    for each in found:
        by_place.setdefault((each.rule, each.span, each.quote), []).append(each)
    return [
        replace(min(some, key=lambda each: each.cure), cure=" ".join(sorted({each.cure for each in some})))
        for some in by_place.values()
    ]


# --- what the checks found --------------------------------------------------------------------------------


def _relieved(finding: Finding, told: Told) -> Finding:
    if finding.severity is Severity.NOTE or not all(line.is_shown for line in told.lines(finding.span)):
        return finding
    if finding.rule.startswith(_OF_NUMBERS):
        return _number(finding, told)
    if finding.rule.startswith(_OF_WORDS) and not told.is_unlisted(finding.span):
        return _words(finding, told)
    if finding.rule in _OF_THE_SHOP and not told.is_unlisted(finding.span):
        return _promise(finding, told)
    return finding


def _promise(finding: Finding, told: Told) -> Finding:
    """Borne out by a row; or no promise ("asking of a certificate what it does not say"), which a person looks at: only
    where the proofreader spoke of a later line, so that one who stopped half-way lets nothing go."""
    lines = told.lines(finding.span)
    said = [each for each in told.said if each.line in lines]
    if not said and all(line.number < told.last for line in lines):
        return _warning(finding)
    about = [each for each in said if any(map(_OF_THE_SHOP[finding.rule].match, _keys(each.held)))]
    return _note(finding, about, about)


def _number(finding: Finding, told: Told) -> Finding:
    """A number is let go by a true formula of its own line that holds it to a row, or to a sum of such numbers, and by
    nothing else."""
    gaps, lines = {gap.number for gap in told.gaps(finding.span)}, told.lines(finding.span)
    about = [each for each in told.said if each.held.gaps & gaps]
    binding = [each for each in about if each.held.told & gaps & told.borne and each.line in lines]
    is_false = any(each.held.outcome in WRONG for each in about if not told.is_loose(each))
    if gaps and gaps <= told.nobodys and not binding and not is_false:
        return replace(
            _warning(finding), cure="Is it nobody's number? A proofreader read it as none of the shop's."
        )
    is_whole = gaps <= {
        number for each in binding if each.held.outcome == "true" for number in each.held.told
    }
    return (
        _note(finding, [each for each in about if not told.is_loose(each)], binding) if is_whole else finding
    )


def _words(finding: Finding, told: Told) -> Finding:
    """Nothing claimed, or something else that is true: the checks took one thing for another, and a person looks."""
    lines = told.lines(finding.span)
    about = [each for each in told.said if each.line in lines and not each.held.gaps]
    if any(each.held.outcome in WRONG for each in about):
        return finding
    key = _key(finding.evidence)
    is_own = _OF_A_KIND[finding.rule.partition(".")[0]]
    own = [each for each in about if (key in _keys(each.held) if key else is_own(each.held))]
    return _note(finding, own, own) if any(each.held.outcome == "true" for each in own) else _warning(finding)


def _note(finding: Finding, about: Sequence[Said], binding: Sequence[Said]) -> Finding:
    """The finding as a note, where all that was read of it is true."""
    if {each.held.outcome for each in about} - {"unread"} != {"true"}:
        return finding
    proven = next(each for each in binding if each.held.outcome == "true")
    cure = f"Nothing to do: a proofreader read it as {proven.formula}, and so the ledger has it."
    return replace(finding, severity=Severity.NOTE, cap=None, cure=cure, evidence=_first(proven.held))


def _warning(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARN, cap=None)


# --- what they did not ------------------------------------------------------------------------------------


def _refuted(told: Told) -> Iterator[Finding]:
    """Claims the ledger contradicts, and claims on what nobody has stated."""
    for each in told.said:
        if not told.is_held(each.line) or told.is_loose(each):
            continue
        if each.held.outcome == "false" and each.held.speaks:
            yield _refutation(each, told)
        elif each.held.outcome == "unknown":
            cure = f"Nobody has stated {each.held.why}: fill in the column, or say that it is not known."
            yield told.reading.finding(UNSTATED, each.line.block, each.line.start, each.line.end, cure)


def _refutation(each: Said, told: Told) -> Finding:
    place = place_of(each, told)
    rows = "; ".join(proof.value for proof in each.held.proofs) or "no such sum"
    cure = f"Read as {each.formula}, and the ledger says {rows}: correct the text or the row."
    return told.reading.finding(CONTRADICTED, each.line.block, *place, cure, _first(each.held))


def _unheard(told: Told) -> Iterator[Finding]:
    """Claims no column is about."""
    quoted = quoted_places(told.reading)
    for line in told.sheet.lines:
        if line.number in told.unlisted and told.is_held(line):
            span = told.reading.span(line.block, line.start, line.end)
            if any(start <= span[0] < end and not names_a_product for start, end, names_a_product in quoted):
                continue  # what a stored page says of the world
            if shows_evidence(line.block, line.start, line.end):
                continue  # no column holds what was measured: the reference is its proof
            if is_own_words(line):
                continue  # nor what a person accepted as the sentence it is
            words = "; ".join(sorted(told.unlisted[line.number]))
            cure = f"No column says this of it ({words}): add one, take it out, or let it stand by name (review waive)."
            yield told.reading.finding(UNLISTED, line.block, line.start, line.end, cure)


def is_own_words(line: Line) -> bool:
    """Whether a line is a sentence of the shop's that a person has accepted, by its reference, with a name or a label
    in front of it and nothing more.
    """
    shown = [r for r in line.block.rendered if r.start < line.end and line.start < r.end]
    if not any(r.source.strip("{} ").rpartition(".")[2] in OWN_WORDS for r in shown):
        return False
    inside = sum(min(r.end, line.end) - max(r.start, line.start) for r in shown)
    return line.end - line.start - inside <= _LABEL


def _first(held: Held) -> Proof:
    return held.proofs[0] if held.proofs else Proof()


def _key(proof: Proof) -> str:
    """`can_be_cut` of `nachtal.can_be_cut = false`."""
    return proof.value.partition(" = ")[0].rpartition(".")[2]


def _keys(held: Held) -> list[str]:
    return [_key(proof) for proof in held.proofs]


def _is_yes_or_no(held: Held) -> bool:
    return any(proof.value.endswith((" = true", " = false")) for proof in held.proofs)


def _is_in_words(held: Held) -> bool:
    return not _is_yes_or_no(held)


_OF_A_KIND: Final[Mapping[str, Callable[[Held], bool]]] = {
    "capability": _is_yes_or_no,
    "choice": _is_in_words,
    "comparison": lambda held: len(held.proofs) > 1,
}
"""What may answer for a finding that names no column: "waterproof" is not let go because it is of cotton."""
