"""Which sentences carry something: they name a product, hold a number, a fact, a can or a cannot, or speak of
what such sentences and the page's promise speak of.

The rest may be read by anybody about anything: it adds no length, and neither does what a check doubts (what it
blocks is capped).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from content.checks.assertions import assertions
from content.checks.extract import extract
from content.checks.knowledge import knowledge
from content.checks.reading import Sentence
from content.records import Finding, Severity
from content.score.promise import Promise
from content.score.text import PROSE, Text
from seo.language import stems

_KINDS: Final = PROSE | {"row"}
CLAIMS: Final = {"number", "price", "capability", "choice", "reference", "invention", "claim", "returns"}
ONE: Final = Decimal(1)
SHARED: Final = 0.3  # share of a sentence's stems that tie it to the rest; one common word ties nothing


@dataclass
class Carrying:
    """Words that carry and words that idle."""

    text: Text
    promise: Promise
    findings: Sequence[Finding] = ()

    @cached_property
    def words(self) -> float:
        """Words in sentences and cells that carry."""
        return self._words(idle=False)

    @cached_property
    def idle(self) -> float:
        """The share of words in sentences that carry nothing."""
        idle = self._words(idle=True)
        return idle / (idle + self.words) if idle + self.words else 0.0

    def _words(self, *, idle: bool) -> float:
        return sum(
            self.text.length(sentence.text)
            for sentence in self._sentences
            if not self._is_objected(sentence) and self._idles(sentence) is idle
        )

    @cached_property
    def _sentences(self) -> list[Sentence]:
        """Each once: what is said again is no longer text."""
        found = [sentence for sentence in self.text.reading.sentences if sentence.block.kind in _KINDS]
        return list({sentence.low: sentence for sentence in reversed(found)}.values())

    def _idles(self, sentence: Sentence) -> bool:
        if id(sentence) in self._anchored:
            return False
        own = set(stems(sentence.text, self.text.language))
        return len(own & self._core) < SHARED * len(own) or not own

    def _is_objected(self, sentence: Sentence) -> bool:
        return self._is_on(sentence, self._objections)

    @staticmethod
    def _is_on(sentence: Sentence, places: Sequence[tuple[int, int]]) -> bool:
        start, end = sentence.block.view.span(sentence.start, sentence.end)
        return any(start < last and first < end for first, last in places)

    @cached_property
    def _unproven(self) -> list[tuple[int, int]]:
        """Numbers nothing states: `100 % us` measures nothing; what else the sentence says may carry it."""
        return [finding.span for finding in self.findings if finding.rule == "number.unproven"]

    @cached_property
    def _objections(self) -> list[tuple[int, int]]:
        return [
            finding.span
            for finding in self.findings
            if finding.rule.split(".")[0] in CLAIMS and finding.severity is Severity.WARN
        ]

    @cached_property
    def _anchored(self) -> set[int]:
        names = knowledge(self.text.reading).names
        return {
            id(sentence)
            for sentence in self._sentences
            if sentence.block.kind == "row"
            or sentence.rendered
            or (self._measures(sentence) and not self._is_on(sentence, self._unproven))
            or self._asserts(sentence)
            or names.mentions(sentence.text)
        }

    def _measures(self, sentence: Sentence) -> bool:
        """Whether a number stands in it, in digits or in words; a lone `a`, `une` or `1` counts nothing."""
        market = self.text.reading.market
        return any(
            amount.values != (ONE,) for amount in extract(sentence.text, market.locale, market.currency)
        )

    def _asserts(self, sentence: Sentence) -> bool:
        """Whether it says that something can or cannot."""
        truth = knowledge(self.text.reading).truth
        return any(True for _ in assertions(sentence.low, truth.language, truth.features, truth.labels))

    @cached_property
    def _core(self) -> set[str]:
        """What the page is about: its promise, and the words that stand beside names, numbers and facts."""
        return self.promise.stems | {
            stem
            for sentence in self._sentences
            if id(sentence) in self._anchored
            for stem in stems(sentence.text, self.text.language)
        }
