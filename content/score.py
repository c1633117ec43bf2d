"""Points for a draft, 0-100: a heuristic, not a ranking prediction.

What code measures sums to 75. The other 25 are a judge's: without an admitted one they earn nothing and the
score says so (`verified` False). A part that could not be measured is None, earns nothing and is never
shared out. Findings cap the points; text without sense loses them whatever its parts say.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from content.checks.grounding import Grounding, ground
from content.checks.reading import Reading, words
from content.checks.sense import Order, order, repeated
from content.checks.structure import asked, opening, taken_up
from content.ledger.ledger import Ledger
from content.originality import containment
from content.records import Cap, Draft, Finding, Score, Severity
from seo.language import stems
from seo.records import Market

WEIGHTS: Final[dict[str, float]] = {
    "facts": 22,  # numbers and capabilities proven, statements that rest on facts
    "usefulness": 10,  # the answer comes first
    "coverage": 9,  # the keyword and the questions are taken up
    "originality": 5,  # other words than the shop's other pages
    "own value": 4,  # data of the shop: facts, a table, evidence
    "structure": 10,
    "language": 7,
    "coherence": 3,
    "trust": 3,
    "compliance": 2,
}
"""The most each dimension can earn; together 75. Proposals until outside ratings exist."""

JUDGE: Final = 25
SCORER: Final = "rules-1"
GATE: Final = 0.8  # every further gate takes a fifth more
GROUNDED: Final = 0.4  # a page of which this share of statements rests on facts is well grounded
FACTS: Final = 14  # different facts after which more add nothing
COPY: Final = 0.25
WRONG: Final[dict[str, float]] = {"block": 1.0, "warn": 0.15, "note": 0.0}
FINE_ORDER: Final = 0.09  # share of impossible neighbours prose may have
NO_ORDER: Final = 0.14  # the share shuffled words have at least
LEAST: Final = 0.06
FEW_WORDS: Final = 20  # below this there is no page
FULL_WORDS: Final = 220  # words from which a text has room for an answer; more is not better
SHORT_SENTENCE: Final = 6  # words to a sentence: prose lies between
LONG_SENTENCE: Final = 26
_WORDS_JA: Final = 2.2
_REPEATED: Final = 0.18
_DENSE: Final = 0.06  # share of words one keyword may have before it is stuffing


def score(
    draft: Draft, findings: Sequence[Finding], ledger: Ledger, market: Market, others: Sequence[Draft] = ()
) -> Score:
    """Weigh a draft: parts, then caps. More words, figures or links by themselves never raise it."""
    measure = _Measure(Reading(draft, ledger, market, None, others), findings)
    dimensions = measure.dimensions()
    raw = sum(WEIGHTS[name] * share for name, share in dimensions.items() if share is not None)
    caps = tuple(sorted(_caps(findings), key=lambda cap: (cap.cap, cap.rule)))
    points = raw * measure.sense * measure.substance
    if caps:
        points = min(points, caps[0].cap * GATE ** (len(caps) - 1))
    if measure.size < FEW_WORDS:
        points = min(points, 5.0)
    return Score(
        points=round(points, 1),
        verified=False,
        interval=None,
        caps=(*caps, Cap("judge.absent", 100 - JUDGE)),
        dimensions=tuple(
            (name, None if share is None else round(WEIGHTS[name] * share, 1))
            for name, share in dimensions.items()
        ),
        scorer=SCORER,
    )


def _caps(findings: Sequence[Finding]) -> set[Cap]:
    return {
        Cap(finding.rule, finding.cap)
        for finding in findings
        if finding.cap is not None and finding.severity == Severity.BLOCK
    }


@dataclass
class _Measure:
    """What code can tell of a text; every share lies between 0 and 1."""

    reading: Reading
    findings: Sequence[Finding]

    def dimensions(self) -> dict[str, float | None]:
        """Shares by dimension; None where there is nothing to measure with."""
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

    # --- the text ---------------------------------------------------------------------------------------

    @cached_property
    def language(self) -> str:
        return self.reading.market.language

    @cached_property
    def tokens(self) -> list[str]:
        """Words of the body in small letters; of Japanese its letters by twos."""
        text = "\n".join(block.view.low for block in self.reading.body if block.kind != "code")
        if self.language == "ja":
            letters = "".join(words(text))
            return [letters[at : at + 2] for at in range(0, len(letters) - 1, 2)]
        return list(words(text))

    @cached_property
    def size(self) -> float:
        """Words of the body."""
        return float(len(self.tokens)) * (2 / _WORDS_JA if self.language == "ja" else 1.0)

    @cached_property
    def prose(self) -> list[str]:
        kinds = {"paragraph", "item", "quote"}
        return [sentence.text for sentence in self.reading.sentences if sentence.block.kind in kinds]

    @cached_property
    def order(self) -> Order:
        return order(self.prose, self.language)

    @cached_property
    def grounding(self) -> Grounding:
        return ground(self.reading)

    @cached_property
    def sense(self) -> float:
        """1 for prose; near 0 where words stand in no order or one phrase fills the page."""
        disorder = (self.order.share - FINE_ORDER) / (NO_ORDER - FINE_ORDER)
        ordered = 1 - min(1.0, max(0.0, disorder)) * (1 - LEAST)
        again = max(0.0, repeated(self.tokens) - _REPEATED) / (1 - _REPEATED)
        unpunctuated = self._run_on()
        return max(LEAST, ordered * (1 - again) ** 2 * unpunctuated * self._dense())

    def _run_on(self) -> float:
        """Words without sentences: keyword lists, soups."""
        if not self.prose:
            return LEAST if self.size > FEW_WORDS else 1.0
        longest = 90.0
        average = self.size / max(1, len(self.reading.sentences))
        return 1.0 if average <= longest else max(LEAST, longest / average - LEAST)

    def _dense(self) -> float:
        """One content word that fills the page."""
        counts = Counter(stem for stem in self._stems if len(stem) > 1)
        if not counts or self.size < FEW_WORDS:
            return 1.0
        share = counts.most_common(1)[0][1] / len(self._stems)
        limit = 3 * _DENSE
        return 1.0 if share <= limit else max(LEAST, 1 - (share - limit) * 3)

    @cached_property
    def _stems(self) -> list[str]:
        return [stem for block in self.reading.body for stem in stems(block.text, self.language)]

    @cached_property
    def substance(self) -> float:
        """A page needs room for an answer; from some length on more words add nothing."""
        if self.size < FEW_WORDS:
            return self.size / FEW_WORDS * 0.05
        return min(1.0, 0.55 + 0.45 * math.log1p(self.size - FEW_WORDS) / math.log1p(FULL_WORDS - FEW_WORDS))

    # --- the dimensions ---------------------------------------------------------------------------------

    def _wrong(self, *families: str) -> float:
        return sum(
            WRONG[finding.severity] for finding in self.findings if finding.rule.split(".")[0] in families
        )

    def _facts(self) -> float:
        grounded = min(1.0, self.grounding.share / GROUNDED)
        claims = max(4.0, float(self.grounding.resting))
        wrong = self._wrong("number", "price", "capability", "choice", "reference", "invention")
        return (0.25 + 0.75 * grounded) * max(0.0, 1 - 2 * wrong / claims) if self.size >= FEW_WORDS else 0.0

    def _usefulness(self) -> float:
        wanted = asked(self.reading)
        found = set(stems(opening(self.reading), self.language))
        answered = len(taken_up(wanted, found)) / len(wanted) if wanted else 0.0
        has_steps = any(block.kind in {"item", "row"} for block in self.reading.body)
        is_short = self.size < FULL_WORDS
        return 0.6 * min(1.0, answered / 0.6) + 0.25 * self.grounding.early + 0.15 * (has_steps or is_short)

    def _coverage(self) -> float | None:
        """How far the keyword and the questions are taken up; None without either."""
        draft = self.reading.draft
        wanted = [set(stems(text, self.language)) for text in (draft.keyword, *draft.questions)]
        wanted = [stems_ for stems_ in wanted if stems_]
        if not wanted:
            return None
        found = set(self._stems)
        covered = sum(len(taken_up(stems_, found)) / len(stems_) for stems_ in wanted) / len(wanted)
        depth = min(1.0, math.log1p(self.grounding.facts) / math.log1p(FACTS))
        return covered * (0.6 + 0.4 * depth) * (1 - self._stuffed())

    def _stuffed(self) -> float:
        keyword = stems(self.reading.draft.keyword, self.language)
        if not keyword or not self._stems:
            return 0.0
        counts = Counter(self._stems)
        share = max(counts[stem] for stem in keyword) / len(self._stems)
        return min(1.0, max(0.0, share - 2 * _DENSE) * 5)

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
        depth = min(1.0, math.log1p(self.grounding.facts) / math.log1p(FACTS))
        has_table = any(block.kind == "row" for block in self.reading.body)
        return 0.6 * depth + 0.2 * has_table + 0.2 * bool(self.grounding.evidence)

    def _structure(self) -> float:
        found = [finding for finding in self.findings if finding.rule.startswith("structure.")]
        costs = {
            "structure.description": 0.15,
            "structure.title": 0.2,
            "structure.duplicate": 0.3,
            "structure.answer": 0.3,
        }
        lost = sum(costs.get(finding.rule, 0.2) for finding in found)
        return max(0.0, 1 - lost) if self.size >= FEW_WORDS else 0.0

    def _language(self) -> float:
        wrong = min(1.0, self._wrong("language"))
        sizes = [
            len(list(words(text))) if self.language != "ja" else len(text) / _WORDS_JA for text in self.prose
        ]
        if not sizes:
            return 0.0
        average = sum(sizes) / len(sizes)
        beyond = max(SHORT_SENTENCE - average, average - LONG_SENTENCE, 0)
        band = max(0.3, 1 - beyond / LONG_SENTENCE)
        return (1 - wrong) * band * self._orderly()

    def _orderly(self) -> float:
        return min(1.0, max(0.0, 1 - (self.order.share - FINE_ORDER / 2) / (NO_ORDER - FINE_ORDER / 2)))

    def _coherence(self) -> float:
        again = repeated(self.tokens)
        twice = sum(finding.rule == "structure.duplicate" for finding in self.findings)
        return max(0.0, 1 - 3 * again - 0.4 * twice)

    def _trust(self) -> float:
        shop = self.reading.ledger.shop
        return 0.4 * bool(shop.editor) + 0.3 * bool(shop.contact) + 0.3 * bool(self.grounding.evidence)

    def _compliance(self) -> float:
        return max(0.0, 1 - self._wrong("claim", "privacy", "manners", "invention"))
