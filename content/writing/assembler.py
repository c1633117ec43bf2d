"""The writer that needs no model: it assembles what the ledger, the shop's people and its customers say.

It adds nothing. What nobody has stated is named as unknown or left out, and a page that would repeat another
one of its language is not written.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from content.errors import LedgerGap, Sameness
from content.ledger.ledger import Ledger
from content.locales import spelled
from content.marks import mark
from content.originality import containment
from content.plan.concepts import SHOP_ASPECTS
from content.plan.headline import is_own_question
from content.plan.vocabulary import Vocabulary, vocabulary_of
from content.records import Assignment, Draft, Reliance
from content.references import outside
from content.rendering import render
from content.writing.asked import asked_attribute
from content.writing.blocks import ask, opening, side_by_side, table
from content.writing.page import Block, Page, Part, destination, own_advice
from content.writing.phrases import WINDOW, Wording, capital
from content.writing.plans import OTHERWISE, PLANS
from content.writing.reading_on import with_links
from content.writing.statements import Speaker, reliances
from seo.language import sentences, words

MOST_BLOCKS = 4
FEW_QUESTIONS = 4  # fewer distinct ones make an answer page ...
ANSWER_WORDS = 250  # ... of at most this many words
FEWEST_WORDS = {"en": 25, "es": 23, "fr": 23, "de": 21, "ar": 18, "ja": 25}
"""A sentence or two is no page. What English says in 25 words the others say in so many: counted over 47 passages of
advice that the demo shop has in all six languages (an Arabic word carries its article, conjunction and pronoun)."""
MOST_ALIKE = 0.24  # 5-gram containment with names, numbers and choices masked
TRIES = 6  # other wordings tried before a page counts as a repetition
MARKS = ("advice.", "evidence.")  # what stands on one page of a language only
LONGEST_DESCRIPTION = 155  # characters a results page shows
SHORTEST_DESCRIPTION = 50  # of an opening cut short: "Choose by what bothers you." tells a searcher nothing


def assemble(
    assignment: Assignment,
    ledger: Ledger,
    others: Sequence[Draft] = (),
    on: date | None = None,
) -> Draft:
    """Write the article; LedgerGap when the ledger says too little, Sameness when a page says it already."""
    language = assignment.market.language
    same_language = [d for d in others if d.language == language]
    vocabulary = vocabulary_of(ledger, language)
    closest = ""
    for shift in range(TRIES):
        draft = _draft(assignment, ledger, same_language, vocabulary, shift, on)
        alike = [(containment(draft, other, ledger), other.title) for other in same_language]
        worst, closest = max(alike, default=(0.0, ""))
        if worst <= MOST_ALIKE:
            return draft
    raise Sameness(f"it would repeat the page {closest!r}: give it facts, questions or advice of its own")


def _draft(
    assignment: Assignment,
    ledger: Ledger,
    others: Sequence[Draft],
    vocabulary: Vocabulary,
    shift: int,
    on: date | None,
) -> Draft:
    market = assignment.market
    recent = Counter(used for other in others[-WINDOW:] for used in set(other.wordings))
    wording = Wording(market.language, assignment.ordinal, shift, recent)
    taken = frozenset(mark for other in others for mark in other.wordings if mark.startswith(MARKS))
    speaker = Speaker(ledger, market, wording)
    is_short = len(assignment.topic.questions) < FEW_QUESTIONS
    page = Page(assignment, speaker, vocabulary, taken, set(), is_short)
    first = opening(page)
    title = _title(page)
    if first is None:
        raise LedgerGap(f"the ledger does not answer {assignment.topic.name!r}: see the missing product data")
    blocks = _blocks(page, first, on)
    if _length(blocks, page, on) < FEWEST_WORDS[page.language]:
        raise LedgerGap(
            f"too little is known on {assignment.topic.name!r} for a page: add advice or facts on it"
        )
    parts = [part for block in blocks for part in _with_heading(block)]
    if assignment.missing and (closing := ask(page)):
        parts.append(closing)
    parts = [replace(part, text=_spelled(part.text, market.locale)) for part in parts]
    parts = with_links(parts, page)  # last: an address is never respelled
    return Draft(
        title=_spelled(title, market.locale),
        description=_spelled(_description(page, first, on), market.locale),
        body="\n\n".join(part.text for part in parts),
        language=market.language,
        market=market.locale,
        keyword=assignment.topic.keywords[0].phrase if assignment.topic.keywords else "",
        questions=tuple(q.text for q in assignment.topic.questions),
        sku=assignment.handles[0] if len(assignment.handles) == 1 else "",
        relies=_relies(parts, page, on),
        wordings=(*wording.used, *(mark for block in blocks for mark in block.marks)),
    )


def _blocks(page: Page, first: Block, on: date | None) -> list[Block]:
    """The two to four blocks that have something to say, in the order of the aspect's plan.

    An answer page stops at its limit of words; its table is fitted in first, because the text points to it.
    """
    builders = list(PLANS.get(page.assignment.aspect, OTHERWISE))
    built: dict[str, Block] = {}
    for build in sorted(builders, key=lambda b: page.is_short and b is not table):
        said, kept = set(page.said), page.wording.keep()
        block = build(page) if len(built) < MOST_BLOCKS else None
        if block is None:
            continue
        if page.is_short and _length(_prose([first, *built.values(), block]), page, on) > ANSWER_WORDS:
            page.said = said
            page.wording.back(kept)
            continue
        built[build.__name__] = block
    if not built and (block := side_by_side(page)) is not None:
        return [first, block]
    ordered = [built[b.__name__] for b in builders if b.__name__ in built]
    # What goes on from the opening has no heading of its own, and must not fall under another block's.
    return [first, *(b for b in ordered if not b.heading), *(b for b in ordered if b.heading)]


def _prose(blocks: Sequence[Block]) -> list[Block]:
    """Without their tables: a row is looked up, not read."""
    return [
        replace(block, parts=tuple(p for p in block.parts if not p.text.startswith("|"))) for block in blocks
    ]


def _length(blocks: Sequence[Block], page: Page, on: date | None) -> int:
    text = "\n".join(part.text for block in blocks for part in _with_heading(block))
    plain = render(text, page.ledger, page.market, "plain", on)
    return len(words(plain, page.language))


def _with_heading(block: Block) -> list[Part]:
    heading = [Part(f"## {capital(block.heading)}")] if block.heading else []
    return [*heading, *block.parts]


def _title(page: Page) -> str:
    """A customer's own question where the first sentence answers it; else the advice's; else a pattern."""
    assignment, wording = page.assignment, page.wording
    said = own_advice(page)
    if page.is_led_by_advice and said is not None and (question := said.title.get(page.language)):
        return question
    if is_own_question(assignment.topic.name) and _is_answered_at_once(page):
        return assignment.topic.name
    if assignment.aspect == "delivery":
        return wording.say("title.delivery", **destination(page))
    if assignment.aspect == "returns":
        return wording.say("title.returns")
    if len(assignment.handles) == 1:
        return wording.say("title.single", name=page.speaker.names(assignment.handles), label=page.label)
    if assignment.aspect == "choose":
        return wording.say("title.choose", category=page.category)
    return wording.say("title.aspect", category=page.category, label=page.label)


def _is_answered_at_once(page: Page) -> bool:
    """Whether the fact of the first sentence is the one the customer's question asks for."""
    text = page.assignment.topic.name
    sense = page.vocabulary.understand(text)
    asked = asked_attribute(text, sense, page.assignment.aspect, page.language, page.ledger)
    return page.first is not None and page.first.key == asked


def _description(page: Page, first: Block, on: date | None) -> str:
    """As much of the answer as a results page shows: the opening, the fact, a sentence, else a pattern."""
    opening_text = mark("gap", page.language).join(part.text for part in first.parts)
    is_fact_first = page.first is not None and not page.is_led_by_advice
    fact = page.first.statement if page.first is not None and is_fact_first else ""
    whole = sentences(first.parts[0].text, page.language) if not is_fact_first else []
    gap = mark("gap", page.language)
    begun = [gap.join(whole[:count]) for count in range(len(whole), 0, -1)]
    for text in (opening_text, fact, *begun):
        length = len(render(text, page.ledger, page.market, "plain", on))
        if text and length <= LONGEST_DESCRIPTION and (text not in begun or length >= SHORTEST_DESCRIPTION):
            return text
    kind = page.assignment.aspect if page.assignment.aspect in SHOP_ASPECTS else "description"
    slots = {"category": page.category or page.label, "label": page.label, **destination(page)}
    return page.wording.say(f"description.{kind}", **slots)


def _spelled(text: str, locale: str) -> str:
    """Our own words as the country spells them; references and customers' words stay as they are."""
    if text.startswith(">"):
        return text
    return outside(text, lambda piece: spelled(piece, locale))


def _relies(parts: Sequence[Part], page: Page, on: date | None) -> tuple[Reliance, ...]:
    found: list[Reliance] = []
    for index, part in enumerate(parts):
        found += reliances(index, part.references(), page.ledger, page.market, on)
    return tuple(found)
