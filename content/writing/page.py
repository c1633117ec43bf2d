"""What the blocks of one article share, and its first sentence of fact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from content.figures.written import charted_facts
from content.ledger.ledger import Ledger
from content.lexicon.lexicon import UNKNOWN_ASPECT
from content.locales import listed
from content.marks import mark
from content.plan.answered import Matter, asked_of
from content.plan.concepts import CHOOSE, SHOP_ASPECTS
from content.plan.headline import is_own_question
from content.plan.vocabulary import Vocabulary
from content.records import Advice, Assignment, Text
from content.references import find_references
from content.writing.asked import is_open
from content.writing.phrases import Wording
from content.writing.statements import Speaker
from content.writing.tables import table_keys
from seo.language import is_question
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Part:
    """One Markdown block and the facts it rests on without showing them."""

    text: str
    relies: tuple[str, ...] = ()

    def references(self) -> tuple[str, ...]:
        """Facts shown, facts and claims not shown; names, addresses and the like are none."""
        shown = [f"{s}.{k}" for r in find_references(self.text) for s, k in r.targets]
        shown += charted_facts(self.text)
        return tuple(dict.fromkeys(r for r in (*shown, *self.relies) if r.split(".")[-1] not in NO_CLAIM))


NO_CLAIM = ("name", "short", "url")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (empty for the opening) with its paragraphs."""

    name: str
    heading: str
    parts: tuple[Part, ...]
    marks: tuple[str, ...] = ()  # what another page must not repeat: `advice.measure-window`


@dataclass
class Page:
    """What the blocks of one article share: the ledger, the wording, and what has been said already."""

    assignment: Assignment
    speaker: Speaker
    vocabulary: Vocabulary
    taken: frozenset[str]  # marks of other pages in this language
    said: set[str]  # attributes that have had their sentence
    is_short: bool = False  # an answer page does without sentences that lead from one block to the next
    can_translate: bool = False  # it is laid down for a model: advice of another language can speak on it

    @property
    def ledger(self) -> Ledger:
        """The facts the page may state."""
        return self.speaker.ledger

    @property
    def wording(self) -> Wording:
        """The patterns of this article."""
        return self.speaker.wording

    @property
    def market(self) -> Market:
        """The market the page is written for."""
        return self.assignment.market

    @property
    def language(self) -> str:
        """The language the page is written in."""
        return self.assignment.market.language

    @property
    def matter(self) -> Matter:
        """The same as the plan sees it."""
        each = self.assignment
        return Matter(
            self.ledger, self.vocabulary, self.market, each.category, each.aspect, each.handles,
            can_translate=self.can_translate,
        )  # fmt: skip

    def tongue(self, text: Text) -> str:
        """In which language a text can be used for the page; empty where in none."""
        return self.matter.tongue(text)

    @property
    def label(self) -> str:
        """The aspect's name; a page for choosing is about its first two attributes."""
        lexicon, attributes = self.ledger.lexicon, self.assignment.attributes
        if self.assignment.aspect == CHOOSE:
            words = [w for k in attributes[:2] if (w := lexicon.attribute(k, self.language))]
            if words:
                return listed(words, self.market.locale)
        known = lexicon.synonyms("aspect", self.assignment.aspect, self.language)
        return known[0] if known else self.assignment.aspect

    @property
    def category(self) -> str:
        """The product line's plural in mid-sentence."""
        return self.ledger.lexicon.category(self.assignment.category, self.language) or ""

    def heading(self, name: str) -> str:
        """A heading from the phrase book, with whatever it may need."""
        labels = [
            w
            for k in (table_keys(self.assignment, self.ledger) or self.assignment.attributes)[:2]
            if (w := self.ledger.lexicon.attribute(k, self.language))
        ]
        return self.wording.say(
            f"heading.{name}",
            category=self.category,
            label=self.label,
            labels=mark("comma", self.language).join(labels) or self.label,
            **destination(self),
        )

    def lead(self, name: str) -> tuple[Part, ...]:
        """The sentence that leads into a block; none on a short page."""
        if self.is_short:
            return ()
        return (Part(self.wording.say(f"lead.{name}", category=self.category, label=self.label)),)

    @cached_property
    def first(self) -> "First | None":
        """The page's first sentence of fact."""
        return first_statement(self)

    @cached_property
    def is_led_by_advice(self) -> bool:
        """Whether the shop's advice speaks first, under its own question."""
        own, aspect = own_advice(self), self.assignment.aspect
        if own is None or aspect in SHOP_ASPECTS:
            return False
        is_asked = is_own_question(name := self.assignment.topic.name)
        if own.aspect != aspect and not is_asked:
            return True
        # "How do I shorten it" is answered by no yes, with a question mark or, as people search, without.
        is_asked_how = is_question(name, self.language) and is_open(name, self.language)
        return self.first is None or not self.first.is_yes_or_no or is_asked_how


@dataclass(frozen=True, slots=True)
class First:
    """The first sentence of fact on a page."""

    key: str
    is_yes_or_no: bool
    part: Part
    statement: str  # without what is unknown


Builder = Callable[[Page], Block | None]
YES_OR_NO = ("mixed", "except", "only", "all_yes", "all_no")


def destination(page: Page) -> dict[str, str]:
    """The market's country as its own people call it, and as a place things are sent to: nobody who lives where the
    shop is calls that "to Saudi Arabia".
    """
    from babel import Locale  # noqa: PLC0415  slow to load, needed by few pages

    country = str(Locale.parse(page.market.locale, sep="-").territories[page.market.country])
    word = page.wording.word("at_home" if page.ledger.shop.country == page.market.country else "abroad")
    return {"country": country, "place": word.format(country=country)}


def first_statement(page: Page) -> First | None:
    """The first attribute of the page that can be said in a sentence, with what is unknown about it."""
    found = (sentence(page, key) for key in page.assignment.attributes)
    return next((each for each in found if each is not None), None)


def sentence(page: Page, key: str) -> First | None:
    """What the products have, and of which of them nobody has said so; None when it cannot be said in short."""
    handles = page.assignment.handles
    statement = page.speaker.say(key, handles)
    if statement is None or (statement.shape == "value" and len(handles) > 1):
        return None
    page.said.add(key)
    silent = page.speaker.unknown(key, handles)
    gap = mark("gap", page.language)
    text = f"{statement.text}{gap}{silent.text}" if silent else statement.text
    relies = statement.relies + (silent.relies if silent else ())
    return First(key, statement.shape in YES_OR_NO, Part(text, relies), statement.text)


def own_advice(page: Page) -> Advice | None:
    """The shop's advice on this aspect that no other page of this language has used; of features, which are no one
    matter, the advice on what was searched. What stands in the page's language goes first, then what comes nearest to
    the search.
    """
    about = {page.assignment.category, *page.assignment.handles}
    free = [
        a
        for a in page.ledger.advice
        if (not a.about or about & set(a.about))
        and page.tongue(a.answer)
        and f"advice.{a.id}" not in page.taken
    ]
    fitting = [a for a in free if a.aspect == page.assignment.aspect]
    if not fitting and page.assignment.aspect == UNKNOWN_ASPECT:
        fitting = _searched(page, free)
    return min(fitting, key=lambda a: (*_translated(page, a), len(a.about) or 99, a.id), default=None)


def _translated(page: Page, advice: Advice) -> tuple[bool, int, int]:
    """Whether advice is in another language than the page, and then how near it comes to what the page is named by: all
    of a line and aspect is on offer, and none has a title here that says which page it is for.
    """
    language = page.tongue(advice.answer)
    if language == page.language:
        return False, 0, 0
    near, far = asked_of(page.assignment.topic.name, page.matter).nearness(advice, language, page.matter)
    return True, -near, -far


def _searched(page: Page, free: Sequence[Advice]) -> list[Advice]:
    """Advice whose own question has the words of the search the page is named by: "rain jacket reproofing"."""
    matter = page.matter
    searched = asked_of(page.assignment.topic.name, matter)
    shared = {a.id: searched.nearness(a, page.tongue(a.answer), matter)[0] for a in free}
    most = max(shared.values(), default=0)
    return [a for a in free if most and shared[a.id] == most]


def paragraphs(text: str) -> list[str]:
    """Markdown blocks of a text, split at blank lines."""
    return [block.strip() for block in text.split("\n\n") if block.strip()]
