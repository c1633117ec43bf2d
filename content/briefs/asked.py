"""What each customer's question can be answered with: facts, advice, evidence, quotes, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.briefs.aftersales import accompanying, advice_on, answering
from content.briefs.grounds import Grounds
from content.briefs.mentioned import mentioned
from content.plan.answered import ENOUGH, content_of, given
from content.records import Advice
from seo.language import stems
from seo.records import Question

MOST_QUOTES = 2  # for one question


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
    shop: tuple[str, ...] = ()  # the shop's own facts that answer it: `shop.returns_text`
    brought: tuple[
        str, ...
    ] = ()  # facts that answer nothing by themselves and that whoever answers needs to know

    @property
    def is_ours(self) -> bool:
        """Whether the shop itself has something to say to it."""
        return bool(self.keys or self.shop or self.advice or self.evidence)

    @property
    def is_answered(self) -> bool:
        """Whether anything answers it."""
        return self.is_ours or bool(self.quotes)


def answerable(question: Question, grounds: Grounds) -> Answerable:
    """What a question can be answered with: as the plan judged it, and with the quotes that were found since."""
    found = given(question, grounds.matter)
    shop = answering(question.text, grounds)
    keys = tuple(
        key for key in found.keys if not (shop and key == "price")
    )  # what a repair costs, no product says
    touched = mentioned(question.text, found.asked, found.handles, grounds)
    return Answerable(
        question.text,
        question.count,
        found.handles,
        keys,
        tuple(grounds.unknown(stated_by_us(found.asked, grounds), found.handles)),
        advice_on(shop, grounds) or found.advice,
        found.evidence,
        quoted(content_of(question.text, grounds.matter), grounds)[:MOST_QUOTES],
        (*(f"shop.{key}" for key in found.shop), *shop),
        (*grounds.facts(touched, found.handles), *accompanying(question.text, grounds)),
    )


def advised(asked: Sequence[Answerable], grounds: Grounds) -> frozenset[str]:
    """Attributes that no product of the page states, where the shop's advice answers who asks for them: "can a hole be
    mended?" is told by the one who mends, and a page that says "we do not know" beside it denies its own shop.
    """
    known = {key for handle in grounds.handles for key in grounds.ledger.keys([handle])}
    return frozenset(key for each in asked if each.advice for _, key in each.gaps if key not in known)


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


def stated_by_us(keys: Sequence[str], grounds: Grounds) -> list[str]:
    """Attributes that could be stated of this product line: some product of it does, or it is all that is asked and
    said with yes or no.
    """
    ours = grounds.ledger.keys(p.handle for p in grounds.ledger.families(grounds.assignment.category))
    is_alone = len(set(keys)) == 1
    return [k for k in keys if k in ours or (is_alone and grounds.ledger.lexicon.kind(k) == "boolean")]


def advice_by_id(grounds: Grounds, name: str) -> Advice | None:
    """A piece of advice; None when there is none of this name."""
    return next((each for each in grounds.ledger.advice if each.id == name), None)
