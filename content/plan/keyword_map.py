"""The keyword map: which page of the site answers which question, before anything is written.

A page is read like a question: which product lines it is about and which aspects of them. Where the catalogue's
words do not say, likeness decides (content/plan/alike.py), unless what is said differs.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from content.ledger.ledger import Ledger
from content.plan.alike import Alike
from content.plan.concepts import CHOOSE, SHOP_ASPECTS, Concept, about, compares, lines
from content.plan.vocabulary import Sense, Vocabulary
from content.shop import slug
from seo.encoders.encoder import Encoder
from seo.intents import intent
from seo.language import is_question, key, stems
from seo.records import Intent, Page, Topic

SHOWN = 10.0  # a page at this position or better is what a searcher finds
SURE = 0.5  # an intent below it was not decided
BROWSING = frozenset({CHOOSE, "price", "features"})  # what a list of products answers by itself
# Cleaning a thing and caring for it are one to most people.
ONE = {"care": {"care", "cleaning"}, "cleaning": {"care", "cleaning"}}
# A title that lists two things is about both.
LIST = re.compile(r"[,&/+、・]|\b(?:and|und|et|y|e)\b|\sو|と")
CLEAR = 0.33
"""Likeness needed where the catalogue knows what is asked: beside that, a title may be about anything."""

NEARLY = 0.5
"""Likeness from which a title means what is asked, even where it lacks the word that the shop does not know."""

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
    likeness: dict[str, float] = field(default_factory=dict)  # of pages that merely mean the same
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
            key=lambda url: (
                -self.count[url],
                order.index(self.pages[url].kind),
                self.pages[url].ours,
                -self.likeness.get(url, 0.0),
                url,
            ),
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
        self._subjects: dict[str, list[Subject]] = {language: [] for language in vocabularies}
        for page in pages:
            if page.language in vocabularies:
                self._subjects[page.language].append(self._subject(page))
        self._alike = {
            language: Alike(
                [s.page for s in subjects if s.page.kind in ("article", "other")], language, encoder
            )
            for language, subjects in self._subjects.items()
        }

    def _subject(self, page: Page) -> Subject:
        vocabulary = self._vocabularies[page.language]
        text = f"{page.title}. {page.heading}" if page.heading else page.title
        sense = vocabulary.understand(text)
        category, aspect = about(text, sense, self._ledger)
        named = {slug(page.title)} & set(
            self._ledger.categories()
        )  # a category page bears the catalogue's own word
        found = lines(sense, self._ledger) or named or ({category} if category else set())
        return Subject(
            page,
            frozenset(found),
            frozenset(
                self._aspects(text, sense, aspect)
                if aspect
                else {CHOOSE}
                if found and not sense.unknown
                else ()
            ),
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
        alike = self._alike[concept.language].near(found.asked[:MOST_TEXTS])
        near = {url: likeness for url, likeness in alike.items() if likeness >= CLEAR}
        near_of = {text: self._near(concept.language, text, near) for text in found.asked} if near else {}
        found.likeness.update(near)
        senses = {text: vocabulary.understand(text) for text in found.asked}
        for subject in self._subjects[concept.language]:
            page = subject.page
            if not (page.url in near or page.found_with or page.ours or _is_of_line(subject, concept)):
                continue
            for text, sense in senses.items():
                if _is_shown(page, text) or self._answers(
                    subject,
                    text,
                    sense,
                    concept,
                    is_near=page.url in near_of.get(text, ()),
                    is_advised=is_advised,
                ):
                    _note(found, page, text)
            if not found.asked and self._stands_for(subject, concept, is_advised=is_advised):
                found.pages[page.url], found.count[page.url], found.is_whole = page, 1, True
        return found

    def _near(self, language: str, text: str, among: Collection[str]) -> set[str]:
        """Of some pages those whose title means this very text: what is like one search of a topic may be unlike the
        next."""
        found = self._alike[language].near([text], among)
        return {url for url, likeness in found.items() if likeness >= CLEAR}

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
            return bool(named & subject.products) and _is_to_buy(text, concept.language)
        if page.ours and key(text, page.language) in {key(q, page.language) for q in page.questions}:
            return True
        if is_near and _may_be(subject, concept.category, concept.aspect):
            return not _is_to_buy(text, concept.language)
        if not _is_of_line(subject, concept) or not subject.aspects & ONE.get(
            concept.aspect, {concept.aspect}
        ):
            return False
        if page.kind == "other" and concept.aspect not in SHOP_ASPECTS:
            return False
        if _is_to_buy(text, concept.language):
            return False
        asked = set(sense.keys("attribute"))
        return not (subject.is_narrow and asked and subject.attributes and not asked & subject.attributes)

    def _is_browsing(self, text: str, sense: Sense, concept: Concept, is_advised: bool) -> bool:
        """Whether a list of products serves it: a search to buy or look around, comparing no two lines."""
        if compares(text, sense, self._ledger):
            return False
        if concept.aspect == CHOOSE and not is_advised:
            return True
        if _is_to_buy(text, concept.language):
            return True
        if is_question(text, concept.language):
            return False
        told, sure, _ = intent(text, concept.language)
        return concept.aspect in BROWSING or (told is Intent.COMMERCIAL and sure >= SURE)

    def _stands_for(self, subject: Subject, concept: Concept, *, is_advised: bool) -> bool:
        if not _is_of_line(subject, concept):
            return False
        if subject.page.kind == "category":
            return concept.aspect == CHOOSE and not is_advised
        return subject.page.kind == "article" and concept.aspect in subject.aspects

    @staticmethod
    def _names(page: Page, unknown: Collection[str]) -> bool:
        return not set(unknown).isdisjoint(stems(f"{page.title} {page.heading}", page.language))

    def category_page(self, language: str, category: str) -> str:
        """The address of the page that lists a product line and fewest others; empty when there is none."""
        pages = [s for s in self._subjects[language] if s.page.kind == "category" and category in s.lines]
        nearest = min(pages, key=lambda s: len(s.lines), default=None)  # of equals the first
        return nearest.page.url if nearest and category else ""

    def serving(self, topic: Topic) -> Page | None:
        """The page that serves a topic the catalogue cannot place; None when none comes near."""
        texts = tuple(dict.fromkeys([topic.name, *(k.phrase for k in topic.keywords)]))[:MOST_TEXTS]
        sense = self._vocabularies[topic.language].understand(topic.name)
        category, aspect = about(topic.name, sense, self._ledger)
        if category and _is_to_buy(topic.name, topic.language):
            served = (
                s.page
                for s in self._subjects[topic.language]
                if s.page.kind == "category" and category in s.lines
            )
            return next(served, None)
        near = self._alike[topic.language].near(texts)
        found = [
            s
            for s in self._subjects[topic.language]
            if s.page.url in near and _may_be(s, category, aspect)
            # What the shop does not know ("thermos jugs") is served where a title names it, or means nearly the same.
            if not sense.unknown or near[s.page.url] >= NEARLY or self._names(s.page, sense.unknown)
            # A line and a word nobody knows ("slippers acme"): an article on one matter of that line is no answer.
            if aspect or not category or not s.aspects or is_question(topic.name, topic.language)
        ]
        return max(found, key=lambda s: (near[s.page.url], s.page.url)).page if found else None


def _may_be(subject: Subject, category: str, aspect: str) -> bool:
    """An article that names no other line and no other aspect."""
    if subject.page.kind not in ("article", "other"):
        return False
    if category and subject.lines and category not in subject.lines:
        return False
    return not (aspect and subject.aspects) or bool(subject.aspects & ONE.get(aspect, {aspect}))


def _is_to_buy(text: str, language: str) -> bool:
    """Who wants to buy does not want to read an article."""
    told, sure, _ = intent(text, language)
    return told is Intent.TRANSACTIONAL and sure >= SURE


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
