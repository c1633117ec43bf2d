"""What code measures: a share between 0 and 1 for each dimension, None where there is nothing to measure with."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from content.checks.reading import Reading
from content.checks.sense import repeated
from content.originality import containment
from content.records import Finding
from content.score.soundness import FINE_ORDER, NO_ORDER, Soundness
from content.score.text import FEW_WORDS, Text
from seo.language import stems

GROUNDED: Final = 0.4  # a page of which this share of statements rests on facts is well grounded
FACTS: Final = 14  # different facts after which more add nothing
COPY: Final = 0.25
MANY_WORDS: Final = 220  # a longer text is easier with a list or a table in it
WRONG: Final[dict[str, float]] = {"block": 1.0, "warn": 0.15, "note": 0.0}
UNBROKEN, FLOODED = 130, 200  # words a reader goes through, and drowns in, without a heading
_WORDLESS: Final = re.compile(
    r"!\[\s*\]\((?!image:|chart:)"
)  # ours get their words from the ledger; a picture alone in its paragraph leaves no block to find
SHORT_SENTENCE: Final = 6  # words to a sentence: prose lies between
LONG_SENTENCE: Final = 26
STUFFED: Final = 0.12  # share of words one keyword may have before it is stuffing
FAULT: Final = 0.4  # of the structure's points, for a fault a visitor or a search engine stumbles over
STRUCTURE_COSTS: Final = {
    "structure.description": 0.15, "structure.title": 0.2, "structure.unfinished": 0.8, "structure.answer": 0.6,
    "structure.byline": 0.1, "structure.undated": 0.1, "structure.unsourced": 0.1,  # trust weighs these
    "structure.long": 0.0, "structure.lead": 0.0,  # the promise weighs it
}  # fmt: skip


@dataclass
class Measures:
    """What code can tell of a text."""

    reading: Reading
    findings: Sequence[Finding]

    def shares(self) -> dict[str, float | None]:
        """Shares by dimension, in the order of the weights."""
        return {
            "facts": self._facts(),
            "usefulness": self._usefulness(),
            "coverage": self._coverage(),
            "originality": self._originality(),
            "own value": self._own_value(),
            "structure": self._structure(),
            "language": self._language(),
            "coherence": self._coherence(),
            "trust": self._trust(),
            "compliance": self._compliance(),
        }

    @cached_property
    def text(self) -> Text:
        """The counts all measures share."""
        return Text(self.reading)

    @cached_property
    def soundness(self) -> Soundness:
        """Whether it is a text at all."""
        return Soundness(self.text, self.findings)

    @property
    def is_empty(self) -> bool:
        """Whether there are too few words to be a page."""
        return self.text.size < FEW_WORDS

    def _wrong(self, *families: str) -> float:
        return sum(
            WRONG[finding.severity] for finding in self.findings if finding.rule.split(".")[0] in families
        )

    def _facts(self) -> float:
        grounded = min(1.0, self.text.grounding.share / GROUNDED)
        claims = max(4.0, float(self.text.grounding.resting))
        wrong = self._wrong("number", "price", "capability", "choice", "reference", "invention")
        return 0.0 if self.is_empty else (0.25 + 0.75 * grounded) * max(0.0, 1 - 2 * wrong / claims)

    def _usefulness(self) -> float:
        has_steps = any(block.kind in {"item", "row"} for block in self.reading.body)
        is_short = self.text.size < MANY_WORDS
        return (
            0.6 * self.soundness.promise.opening
            + 0.25 * self.text.grounding.early
            + 0.15 * (has_steps or is_short)
        )

    def _coverage(self) -> float | None:
        """How far the keyword, the questions and all that is promised are taken up; None without any."""
        draft, promise = self.reading.draft, self.soundness.promise
        asked = [promise.kept(text) for text in (draft.keyword, *draft.questions)]
        shares = [share for share in asked if share is not None]
        if not shares:
            return None
        shares.append(promise.body)
        return sum(shares) / len(shares) * (0.6 + 0.4 * self._depth()) * (1 - self._stuffed())

    def _depth(self) -> float:
        return min(1.0, math.log1p(self.text.grounding.facts) / math.log1p(FACTS))

    def _stuffed(self) -> float:
        keyword = stems(self.reading.draft.keyword, self.text.language)
        if not keyword or not self.text.stems:
            return 0.0
        counts = Counter(self.text.stems)
        share = max(counts[stem] for stem in keyword) / len(self.text.stems)
        return min(1.0, max(0.0, share - STUFFED) * 5)

    def _originality(self) -> float | None:
        """Other words than the other pages'; None when there is nothing to compare with."""
        others = [
            o
            for o in self.reading.others
            if o.language == self.reading.draft.language and o != self.reading.draft
        ]
        if not others:
            return None
        most = max(containment(self.reading.draft, other, self.reading.ledger) for other in others)
        return max(0.0, 1 - most / COPY)

    def _own_value(self) -> float:
        is_drawn = any(link.url.startswith("chart:") for block in self.reading.body for link in block.links)
        has_table = is_drawn or any(block.kind == "row" for block in self.reading.body)
        return 0.6 * self._depth() + 0.2 * has_table + 0.2 * bool(self.text.grounding.evidence)

    def _structure(self) -> float:
        found = [finding for finding in self.findings if finding.rule.startswith("structure.")]
        lost = sum(STRUCTURE_COSTS.get(finding.rule, FAULT) for finding in found)
        rules = {finding.rule for finding in found}
        if "structure.alt" not in rules:
            lost += FAULT * bool(_WORDLESS.search(self.reading.draft.body))
        if "structure.headings" not in rules:
            lost += FAULT * self._unbroken()
        return 0.0 if self.is_empty else max(0.0, 1 - lost)

    def _unbroken(self) -> float:
        """How far a page without headings is too long for that."""
        is_broken = any(block.kind == "heading" for block in self.reading.body)
        return 0.0 if is_broken else min(1.0, max(0.0, self.text.size - UNBROKEN) / (FLOODED - UNBROKEN))

    def _language(self) -> float:
        wrong = min(1.0, self._wrong("language") - self._noisy() * WRONG["warn"])
        sizes = [self.text.length(sentence) for sentence in self.text.sentences]
        if not sizes:
            return 0.0
        average = sum(sizes) / len(sizes)
        beyond = max(SHORT_SENTENCE - average, average - LONG_SENTENCE, 0)
        band = max(0.3, 1 - beyond / LONG_SENTENCE)
        return (1 - wrong) * band * self._orderly() * (1 - self.soundness.careless)

    def _noisy(self) -> int:
        """Findings of slips: the careful share weighs them by how many there are in a thousand words."""
        return sum(finding.rule == "language.noise" for finding in self.findings)

    def _orderly(self) -> float:
        fine = FINE_ORDER / 2
        return min(1.0, max(0.0, 1 - (self.text.order.share - fine) / (NO_ORDER - fine)))

    def _coherence(self) -> float:
        again = repeated(self.text.tokens)
        twice = sum(finding.rule == "structure.duplicate" for finding in self.findings)
        return max(0.0, 1 - 3 * again - 3 * self.text.said_twice - 0.4 * twice)

    def _trust(self) -> float:
        """Who answers for the page, since when, what it rests on; and that the shop can be reached."""
        return (
            0.3 * self._signed()
            + 0.3 * self._dated()
            + 0.3 * self._sourced()
            + 0.1 * bool(self.reading.ledger.shop.contact)
        )

    @property
    def _is_ours(self) -> bool:
        """Our own pages get editor and day when they are built, and rest on the ledger's facts."""
        return self.reading.draft.written_by != "file"

    def _signed(self) -> float:
        """A name on the page; the shop's editor alone answers for it, but the page does not say so."""
        has_editor = bool(self.reading.ledger.shop.editor)
        return 1.0 if self.reading.draft.head.author else has_editor * (1.0 if self._is_ours else 0.3)

    def _dated(self) -> float:
        """The days it was published and looked at; one that is none or wrong says nothing."""
        said = self.reading.draft.head
        wrong = any(finding.rule == "structure.date" for finding in self.findings)
        return 0.0 if wrong else float(self._is_ours or bool(said.date or said.updated))

    def _sourced(self) -> float:
        """Sources named, quotations, the shop's own evidence; a link may only lead on."""
        body = self.reading.body
        if (
            self.reading.draft.head.sources
            or any(block.notes for block in body)
            or self.text.grounding.evidence
        ):
            return 1.0
        rests = self._is_ours and any(block.rendered for block in body)
        links = any(link.url and not link.is_image for block in body for link in block.links)
        return 1.0 if rests else 0.5 * links

    def _compliance(self) -> float:
        return max(0.0, 1 - self._wrong("claim", "privacy", "manners", "invention"))
