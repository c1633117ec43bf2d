"""What each customer's question can be answered with: facts, advice, evidence, quotes, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from content.briefs.grounds import Grounds
from content.records import Advice, Evidence
from content.writing.asked import MOST_UNKNOWN
from seo.language import stems
from seo.records import Question

MOST_QUOTES = 2  # for one question
ENOUGH = 2  # words that a text must share with a question, its product line not counted
_SLOT = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True)
class Answerable:
    """A question and what there is to answer it with."""

    text: str
    count: int
    handles: tuple[str, ...]
    keys: tuple[str, ...]  # attributes it asks for, known of at least one product
    gaps: tuple[tuple[str, str], ...]  # product and attribute asked for that nobody has stated
    advice: str = ""
    evidence: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def is_ours(self) -> bool:
        """Whether the shop itself has something to say to it."""
        return bool(self.keys or self.advice or self.evidence)

    @property
    def is_answered(self) -> bool:
        """Whether anything answers it."""
        return self.is_ours or bool(self.quotes)


def answerable(question: Question, grounds: Grounds) -> Answerable:
    """What a question can be answered with."""
    page = grounds.page
    sense = page.vocabulary.understand(question.text)
    own = grounds.ledger.resolve(question.sku) if question.sku else None
    named = tuple(h for h in sense.keys("product") if h in grounds.handles)
    handles = named or ((own,) if own in grounds.handles and own else grounds.handles)
    asked = [key for key in sense.keys("attribute") if grounds.ledger.lexicon.attribute(key, page.language)]
    words = _content(question.text, grounds)
    is_clear = len(sense.unknown) <= MOST_UNKNOWN * max(1, len(stems(question.text, page.language)))
    aspects = {*sense.keys("aspect"), *(grounds.ledger.lexicon.aspect(key) for key in asked)}
    aspects = aspects if is_clear else set()
    evidence = [e for e in grounds.ledger.evidence if _evident(e, words, aspects, grounds)]
    return Answerable(
        question.text,
        question.count,
        handles,
        tuple(k for k in asked if any(grounds.is_known(h, k) for h in handles)),
        tuple(grounds.unknown(stated_by_us(asked, grounds), handles)),
        _advice(words, aspects, grounds),
        tuple(e.id for e in evidence),
        quoted(words, grounds)[:MOST_QUOTES],
    )


def quoted(words: frozenset[str], grounds: Grounds) -> tuple[str, ...]:
    """Quotes in the page's language that share enough words, the nearest first."""
    found = []
    for quote in grounds.dossier.quotes:
        page = grounds.dossier.page(quote.page)
        if page is None or page.language != grounds.language:
            continue
        shared = len(words & set(stems(quote.text, grounds.language)))
        if shared >= ENOUGH:
            found.append((-shared, quote.id))
    return tuple(id_ for _, id_ in sorted(found))


def content_of(text: str, grounds: Grounds) -> frozenset[str]:
    """The words of a text that say what it is about, the product line's own left out."""
    return _content(text, grounds)


def _content(text: str, grounds: Grounds) -> frozenset[str]:
    line = grounds.ledger.lexicon.synonyms("category", grounds.assignment.category, grounds.language)
    common = {stem for name in line for stem in stems(name, grounds.language)}
    return frozenset(set(stems(_SLOT.sub(" ", text), grounds.language)) - common)


def stated_by_us(keys: Sequence[str], grounds: Grounds) -> list[str]:
    """Attributes that could be stated of this product line: some product of it does, or it is all that is asked and
    said with yes or no.
    """
    ours = grounds.ledger.keys(p.handle for p in grounds.ledger.families(grounds.assignment.category))
    is_alone = len(set(keys)) == 1
    return [k for k in keys if k in ours or (is_alone and grounds.ledger.lexicon.kind(k) == "boolean")]


def _advice(words: frozenset[str], aspects: set[str], grounds: Grounds) -> str:
    """The advice whose own question comes nearest; it must share words, or be about what is clearly asked."""
    rated = []
    for each in grounds.ledger.advice:
        if not each.answer.get(grounds.language) or not grounds.is_about_us(each.about):
            continue
        near = len(words & _content(grounds.words(each.title), grounds))
        far = len(words & _content(grounds.said(each), grounds))
        fits = each.aspect in aspects
        if near >= ENOUGH or (fits and far) or (fits and len(aspects) == 1):
            rated.append((-near, not fits, -far, each.id))
    return min(rated)[-1] if rated else ""


def _evident(each: Evidence, words: frozenset[str], aspects: set[str], grounds: Grounds) -> bool:
    text = grounds.words(each.text)
    if not text or not grounds.is_about_us(each.about):
        return False
    return each.aspect in aspects and len(words & _content(text, grounds)) >= ENOUGH


def advice_by_id(grounds: Grounds, name: str) -> Advice | None:
    """A piece of advice; None when there is none of this name."""
    return next((each for each in grounds.ledger.advice if each.id == name), None)
