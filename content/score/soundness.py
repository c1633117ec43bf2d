"""Whether there is a text at all, whether it is one, and whether it is the one that was promised.

A factor between 0 and 1 on everything, because no dimension alone would see it: shuffled words, one phrase or
word that fills the page, words without sentences, filler, a page too short to answer, another page's body or
title. A sound page has 1, and no page gets more by being longer.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from content.checks.noise import LEVEL, rate, slips
from content.checks.sense import repeated
from content.records import Finding
from content.score.carrying import Carrying
from content.score.promise import Promise
from content.score.text import FEW_WORDS, Text

FINE_ORDER: Final = 0.09  # share of impossible neighbours prose may have
NO_ORDER: Final = 0.14  # the share shuffled words have at least
LEAST: Final = 0.06
FULL_WORDS: Final = (
    160  # words that carry something, from which a text has room for an answer; more is not better
)
HALVED: Final = (
    0.1,
    0.03,
)  # what the first halving below that costs, and how much dearer each further one is
SAYS: Final = {"en": 1.0, "es": 1.15, "fr": 1.15, "de": 1.2, "ar": 1.4, "ja": 1.15}
"""How much a word says beside an English one: the same ten pages, told anew in each language, take fewer words."""

CARELESS: Final = 7.0  # slips in a thousand words that leave nothing of the language's points
IDLE: Final = 0.42  # share of words that carry nothing, which easy prose may have
TITLE, SUBJECT, LEAD, OPENING, BODY = 0.4, 0.3, 0.42, 0.18, 0.5
"""What is lost when it is another page's, when nothing comes first, or when what does speaks of something else."""

BROKEN_OFF: Final = 0.22  # a page that stops in mid-sentence keeps no promise whole
LONGEST: Final = 90.0  # words to a sentence from which no sentence is one
REPEATED: Final = 0.18
SLIPSHOD: Final = 0.12  # what is lost beside the language's points by a text as full of slips as can be
DENSE: Final = 0.18  # share of the content words one of them may have
FLOOD: Final = 4.0  # what is lost per share beyond that


@dataclass
class Soundness:
    """The factor and what it is made of."""

    text: Text
    findings: Sequence[Finding] = ()

    @cached_property
    def promise(self) -> Promise:
        """What the page says it is about."""
        return Promise(self.text)

    @cached_property
    def share(self) -> float:
        """What is left of the points."""
        return math.prod(self.factors.values())

    @cached_property
    def factors(self) -> dict[str, float]:
        """What it is made of, each between 0 and 1, by the words a reader is told them in."""
        promise = self.promise
        strayed = OPENING * (1 - promise.opening) if promise.lead else 0.0
        return {
            "words in no order, or one that fills the page": self.sense,
            "little that carries something": self.substance,
            "title and text speak of different things": 1 - TITLE * (1 - promise.title),
            "not about the product named at its head": 1 - SUBJECT * (1 - promise.subject),
            "nothing is said before the first heading": 1.0 if promise.lead else 1 - LEAD,
            "the first words speak of something else than title and keyword": 1 - strayed,
            "the text takes up little of what its head says": 1 - BODY * (1 - promise.body),
            "it breaks off": 1 - BROKEN_OFF * self._breaks_off(),
            "slips of the keyboard": 1 - SLIPSHOD * self.careless,
        }

    @cached_property
    def careless(self) -> float:
        """0 up to the rate of slips a careful writer makes, 1 where one word in 150 is visibly misspelt."""
        if not any(finding.rule == "language.noise" for finding in self.findings):
            return 0.0
        seen = rate(self.text.reading, slips(self.text.reading))
        return min(1.0, max(0.0, seen - LEVEL / 2) / (CARELESS - LEVEL / 2))

    @cached_property
    def sense(self) -> float:
        """1 for prose; near 0 where words stand in no order or one phrase fills the page."""
        return max(LEAST, self._ordered() * self._fresh() * self._punctuated() * self._varied())

    def _breaks_off(self) -> bool:
        return any(finding.rule == "structure.unfinished" for finding in self.findings)

    @cached_property
    def substance(self) -> float:
        """A page needs room for an answer; from some length on more words add nothing, and idle ones take."""
        if self.text.size < FEW_WORDS:
            return self.text.size / FEW_WORDS * 0.05
        return self._roomy() * (1 - max(0.0, self.carrying.idle - IDLE) * 0.7)

    @cached_property
    def carrying(self) -> Carrying:
        """Which of the words carry something."""
        return Carrying(self.text, self.promise, self.findings)

    def _roomy(self) -> float:
        said = self.carrying.words * SAYS[self.text.language]
        halvings = max(0.0, math.log2(FULL_WORDS / max(1.0, said)))
        return max(LEAST, 1 - HALVED[0] * halvings - HALVED[1] * halvings**2)

    def _ordered(self) -> float:
        disorder = (self.text.order.share - FINE_ORDER) / (NO_ORDER - FINE_ORDER)
        return 1 - min(1.0, max(0.0, disorder)) * (1 - LEAST)

    def _fresh(self) -> float:
        again = max(0.0, repeated(self.text.tokens) - REPEATED) / (1 - REPEATED)
        return (1 - again) ** 2 * (1 - 0.6 * self.text.said_twice)

    def _punctuated(self) -> float:
        """Words without sentences: keyword lists, soups."""
        if not self.text.sentences:
            return LEAST if self.text.size > FEW_WORDS else 1.0
        average = self.text.size / max(1, len(self.text.reading.sentences))
        return 1.0 if average <= LONGEST else max(LEAST, LONGEST / average - LEAST)

    def _varied(self) -> float:
        """One content word that fills the page."""
        counts = Counter(stem for stem in self.text.stems if len(stem) > 1)
        if not counts or self.text.size < FEW_WORDS:
            return 1.0
        share = counts.most_common(1)[0][1] / len(self.text.stems)
        return 1.0 if share <= DENSE else max(LEAST, 1 - (share - DENSE) * FLOOD)
