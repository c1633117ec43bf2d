"""The keyword map: which page of the site answers which question, before anything is written.

A page is read like a question: which product lines it is about and which aspects of them. Where its title does
not say both, its likeness with the topic decides (encoder), unless what it does say differs.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from content.ledger.ledger import Ledger
from content.plan.concepts import CHOOSE, SHOP_ASPECTS, Concept, about, compares, lines
from content.plan.vocabulary import Sense, Vocabulary
from seo.encoders.encoder import Encoder
from seo.intents import intent
from seo.language import is_question, key
from seo.records import Intent, Page

ALIKE = 0.62
"""Cosine of the bundled encoder from which a title and a question are about the same: measured on
tests/content/plan/overlaps.csv, where unlike pairs of one shop reach .60 at most."""
SHOWN = 10.0  # a page at this position or better is what a searcher finds
SURE = 0.5  # an intent below it was not decided
BROWSING = frozenset({CHOOSE, "price", "features"})  # what a list of products answers by itself
SHOPPING = frozenset({Intent.COMMERCIAL, Intent.TRANSACTIONAL})
# A title that lists two things is about both.
LIST = re.compile(r"[,&/+、・]|\b(?:and|und|et|y|e)\b|\sو|と")
MOST_TEXTS = 8  # of a topic that are compared with a title


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about, as far as its title and heading say."""

    page: Page
    lines: frozenset[str]
    aspects: frozenset[str]
    attributes: frozenset[str]
    products: frozenset[str]
    is_narrow: bool  # its title asks one thing


@dataclass(slots=True)
class Coverage:
    """Which of a topic's questions (and searches) other pages answer, and which pages do."""

    asked: tuple[str, ...]
    answered: dict[str, str] = field(
        default_factory=dict
    )  # question -> address of the page that answers best
    pages: dict[str, Page] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)  # address -> how many it answers
    is_whole: bool = False  # nobody asked, and a page stands for the concept itself

    @property
    def open_share(self) -> float | None:
        """Share (0-1) of the questions that no other page answers; None when there is none."""
        return 1 - len(self.answered) / len(self.asked) if self.asked else None

    def best(self) -> Page | None:
        """The page that answers most; an article before a category, theirs before ours."""
        order = ("article", "other", "category", "product")
        found = sorted(
            self.count,
            key=lambda url: (-self.count[url], order.index(self.pages[url].kind), self.pages[url].ours, url),
        )
        return self.pages[found[0]] if found else None


class KeywordMap:
    """The site's pages, read once, by language."""

    def __init__(
        self,
        pages: Sequence[Page],
        ledger: Ledger,
        vocabularies: Mapping[str, Vocabulary],
        encoder: Encoder | None = None,
    ) -> None:
        self._ledger = ledger
        self._vocabularies = vocabularies
        self._encoder = encoder
        self._subjects: dict[str, list[Subject]] = {language: [] for language in vocabularies}
        for page in pages:
            if page.language in vocabularies:
                self._subjects[page.language].append(self._subject(page))

    def _subject(self, page: Page) -> Subject:
        vocabulary = self._vocabularies[page.language]
        text = f"{page.title}. {page.heading}" if page.heading else page.title
        sense = vocabulary.understand(text)
        category, aspect = about(text, sense, self._ledger)
        found = lines(sense, self._ledger) or ({category} if category else set())
        return Subject(
            page,
            frozenset(found),
            frozenset(self._aspects(text, sense, aspect) if found or aspect else ()),
            frozenset(sense.keys("attribute")),
            frozenset(sense.keys("product")),
            is_question(page.title, page.language),
        )

    def _aspects(self, text: str, sense: Sense, surest: str) -> set[str]:
        """The surest one; all of them where the title lists several things."""
        found = {surest} if surest else set()
        if surest and surest != CHOOSE and LIST.search(text):
            found |= {self._ledger.lexicon.aspect(key) for key in sense.keys("attribute")}
            found |= set(sense.keys("aspect"))
        return found - {""}

    def coverage(self, concept: Concept, *, is_advised: bool) -> Coverage:
        """Hold every question and search of a topic against every page of its language."""
        searches = [k.phrase for k in concept.keywords.values() if k.phrase not in concept.questions]
        found = Coverage((*concept.questions, *searches))
        vocabulary = self._vocabularies[concept.language]
        near = self._near(concept, found.asked)
        for subject in self._subjects[concept.language]:
            page = subject.page
            for text in found.asked:
                sense = vocabulary.understand(text)
                if _is_shown(page, text) or self._answers(
                    subject, text, sense, concept, is_near=page.url in near, is_advised=is_advised
                ):
                    _note(found, page, text)
            if not found.asked and self._stands_for(subject, concept, is_advised=is_advised):
                found.pages[page.url], found.count[page.url], found.is_whole = page, 1, True
        return found

    def _answers(
        self,
        subject: Subject,
        text: str,
        sense: Sense,
        concept: Concept,
        *,
        is_near: bool,
        is_advised: bool,
    ) -> bool:
        page = subject.page
        if page.kind == "category":
            return _is_of_line(subject, concept) and self._is_browsing(text, sense, concept, is_advised)
        if page.kind == "product":
            named = set(sense.keys("product"))
            told, sure, _ = intent(text, concept.language)
            return bool(named & subject.products) and told is Intent.TRANSACTIONAL and sure >= SURE
        if page.ours and key(text, page.language) in {key(q, page.language) for q in page.questions}:
            return True
        if is_near:
            return True
        if not _is_of_line(subject, concept) or concept.aspect not in (subject.aspects or {CHOOSE}):
            return False
        if page.kind == "other" and concept.aspect not in SHOP_ASPECTS:
            return False
        asked = set(sense.keys("attribute"))
        return not (subject.is_narrow and asked and subject.attributes and not asked & subject.attributes)

    def _is_browsing(self, text: str, sense: Sense, concept: Concept, is_advised: bool) -> bool:
        """Whether a list of products serves it: a search to buy or look around, comparing no two lines."""
        if compares(text, sense, self._ledger):
            return False
        if concept.aspect == CHOOSE and not is_advised:
            return True
        told, sure, _ = intent(text, concept.language)
        if told is Intent.TRANSACTIONAL and sure >= SURE:
            return True
        if is_question(text, concept.language):
            return False
        return concept.aspect in BROWSING or (told is Intent.COMMERCIAL and sure >= SURE)

    def _stands_for(self, subject: Subject, concept: Concept, *, is_advised: bool) -> bool:
        if not _is_of_line(subject, concept):
            return False
        if subject.page.kind == "category":
            return concept.aspect == CHOOSE and not is_advised
        return subject.page.kind == "article" and concept.aspect in (subject.aspects or {CHOOSE})

    def _near(self, concept: Concept, asked: Sequence[str]) -> set[str]:
        """Addresses of articles whose title does not say everything, but means the same as the topic."""
        vague = [s for s in self._subjects[concept.language] if _may_be(s, concept)]
        if self._encoder is None or not vague or not asked:
            return set()
        titles = self._encoder.encode([s.page.title for s in vague])
        texts = self._encoder.encode(list(asked)[:MOST_TEXTS])
        likeness = np.asarray(titles @ texts.T).max(axis=1)
        return {s.page.url for s, alike in zip(vague, likeness, strict=True) if alike >= ALIKE}


def _may_be(subject: Subject, concept: Concept) -> bool:
    """An article that leaves its line or its aspect open, and names no other."""
    if subject.page.kind not in ("article", "other") or not subject.page.title:
        return False
    if subject.lines and subject.aspects:
        return False
    if subject.lines and concept.category not in subject.lines:
        return False
    return not subject.aspects or concept.aspect in subject.aspects


def _is_of_line(subject: Subject, concept: Concept) -> bool:
    return concept.category in subject.lines if concept.category else not subject.lines


def _is_shown(page: Page, text: str) -> bool:
    """A page that is no mere list and that a search engine shows for these very words answers them."""
    if page.kind not in ("article", "other"):
        return False
    mine = key(text, page.language)
    return any(
        f.position is not None and f.position <= SHOWN and key(f.query, page.language) == mine
        for f in page.found_with
    )


def _note(found: Coverage, page: Page, text: str) -> None:
    found.answered.setdefault(text, page.url)
    found.pages[page.url] = page
    found.count[page.url] += 1
