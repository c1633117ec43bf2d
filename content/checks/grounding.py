"""How much of a text rests on something: a reference, a number or a capability the ledger proves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from content.checks.assertions import assertions
from content.checks.knowledge import knowledge
from content.checks.numbers import amounts_of
from content.checks.owners import owners_of, pointed
from content.checks.reading import Reading, Sentence
from content.ledger.ledger import Ledger
from content.references import whole
from content.reliance import is_claim


@dataclass(frozen=True, slots=True)
class Grounding:
    """Statements of a text, those that rest on a fact, and the different facts they rest on."""

    statements: int
    resting: int
    facts: int
    evidence: int  # references to the shop's own evidence
    early: bool  # whether one of the first three statements of the body rests on a fact
    owners: Mapping[str, int] = field(default_factory=dict)  # statements that rest on a fact of each family

    @property
    def share(self) -> float:
        """The share of statements that rest on a fact."""
        return self.resting / self.statements if self.statements else 0.0


_EARLY = 3


def ground(reading: Reading) -> Grounding:
    """Count what rests on what; titles and headings are not statements."""
    known = knowledge(reading)
    truth, binder = known.truth, known.binder
    facts: set[str] = set()
    rests: list[bool] = []
    told: Counter[str] = Counter()
    relied = _relied(reading)
    for sentence, subject in pointed(reading):
        if sentence.block.kind in {"title", "description", "heading"}:
            continue
        own = {
            found.source
            for found in sentence.rendered
            if not found.source.endswith((".name}}", ".url}}", ".short}}"))
        }
        own |= _block_relies(sentence, reading, relied)
        about = {source.strip("{}").split(".")[0] for source in own}
        amounts = amounts_of(reading, sentence, subject, binder.numbers)
        for amount in amounts:
            ruling = binder.rule(amount, sentence, subject, amounts)
            if ruling.verdict == "proven" and ruling.stated:
                own.add(f"{ruling.stated.subject}.{ruling.stated.key}")
                about.add(ruling.stated.subject)
        for assertion in assertions(sentence.low, truth.language, truth.features, truth.labels):
            owners, certainty = owners_of(assertion, sentence, subject, truth.language)
            if truth.of(assertion, owners, certainty)[0] == "proven":
                own.add(f"{owners}.{assertion.capability}")
                about.update(owners[:1] if len(owners) == 1 else ())
        rests.append(bool(own))
        facts |= own
        told.update(_families(reading.ledger, about))
    evidence = sum("evidence-" in found.source for block in reading.blocks for found in block.rendered)
    return Grounding(len(rests), sum(rests), len(facts), evidence, any(rests[:_EARLY]), told)


def _families(ledger: Ledger, handles: Iterable[str]) -> set[str]:
    return {ledger.products[one].family or one for one in handles if one in ledger.products}


def _relied(reading: Reading) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for reliance in reading.draft.relies:
        if is_claim(reliance.reference):  # says how facts compare: no further fact
            continue
        found.setdefault(reliance.block, set()).add(whole(reliance.reference))
    return found


def _block_relies(sentence: Sentence, reading: Reading, relied: dict[int, set[str]]) -> set[str]:
    """Facts the writer says the sentence's paragraph rests on (`draft.relies`, paragraphs split at blank
    lines)."""
    if not relied or not sentence.block.view.starts:
        return set()
    draft = reading.draft
    at = sentence.block.view.starts[0] - (draft.offset if draft.source else len(draft.title) + 2)
    number = sum(1 for part in draft.body[: max(0, at)].split("\n\n")[:-1] if part.strip())
    return relied.get(number, set())
