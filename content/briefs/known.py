"""What a brief may name: facts somebody has stated, claims that are so, advice, evidence and quotes that exist."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from content.briefs.brief import Brief
from content.briefs.grounds import FALSE_STATES
from content.briefs.pages import stop
from content.briefs.sheet import ADVICE, EVIDENCE
from content.dossier import Dossier
from content.errors import DraftError
from content.ledger.ledger import Ledger
from content.records import UNKNOWN
from content.references import find_references
from content.reliance import is_claim, state
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Known:
    """The ledger and the dossier, and what the brief named before: that may stand though it is gone."""

    before: Brief
    ledger: Ledger
    dossier: Dossier
    market: Market
    on: date | None

    def fact(self, line: int, text: str) -> str:
        """A fact or claim as it is stored."""
        written = text.removeprefix("{{").removesuffix("}}").strip()
        if written in {ref for section in self.before.sections for ref in section.facts}:
            return written
        return self._claim(line, written) if is_claim(written) else self._reference(line, written)

    def evidence(self, line: int, mark: str) -> str:
        """Advice or evidence by its id."""
        known = [f"{ADVICE}{each.id}" for each in self.ledger.advice]
        known += [f"{EVIDENCE}{each.id}" for each in self.ledger.evidence]
        before = {each for section in self.before.sections for each in section.evidence}
        if mark not in {*known, *before}:
            stop(line, f"there is no {mark!r}: {_near(mark, known)}")
        return mark

    def quote(self, line: int, id_: str) -> str:
        """A quote of the dossier by its id."""
        known = {each.id for each in self.dossier.quotes}
        before = {each for section in self.before.sections for each in section.quotes}
        if id_ not in known | before:
            stop(line, f"there is no quote {id_!r} in the dossier: {_near(id_, known)}")
        return id_

    def title(self, line: int, text: str) -> str:
        """A title whose references exist."""
        try:
            targets = [target for found in find_references(text) for target in found.targets]
        except DraftError as error:
            stop(line, str(error).rstrip("."))
        for subject, key in targets:
            if text not in self.before.titles:
                self._reference(line, f"{subject}.{key}")
        return text

    def _claim(self, line: int, written: str) -> str:
        try:
            told = state(written, self.ledger, self.market, self.on)
        except DraftError as error:
            stop(line, str(error).rstrip("."))
        if told in FALSE_STATES:
            stop(line, f"{written} does not hold in {self.market.locale} ({told}): take it out or change it")
        return written

    def _reference(self, line: int, written: str) -> str:
        subject, _, key = written.partition(".")
        if subject not in self.ledger.products and subject not in self.ledger.subjects():
            known = [*self.ledger.products, *self.ledger.subjects()]
            stop(line, f"{written!r}: there is no {subject!r} in this shop: {_near(subject, known)}")
        if self.ledger.fact(subject, key, self.market, self.on).value == UNKNOWN:
            known = list(dict.fromkeys(fact.key for fact in self.ledger.facts(subject)))
            stop(
                line, f"{written!r}: nobody has stated {key!r} for {self.market.locale}: {_near(key, known)}"
            )
        return written


def _near(wrong: str, known: Collection[str]) -> str:
    found = get_close_matches(wrong, sorted(known), 3)
    return f"did you mean {' or '.join(found)}?" if found else "correct it or take the line out"
