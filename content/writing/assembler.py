"""The writer that needs no model: it assembles what the ledger, the shop's people and its customers say.

It adds nothing. What nobody has stated is named as unknown or left out, and a page that would repeat another
one of its language is not written.
"""

from collections.abc import Sequence
from datetime import date

from content.errors import LedgerGap, Sameness
from content.ledger.ledger import Ledger
from content.originality import containment
from content.plan.vocabulary import Vocabulary
from content.records import Assignment, Draft, Reliance
from content.rendering import render
from content.writing.blocks import OTHERWISE, PLANS, Block, Page, Part, ask, country, opening
from content.writing.phrases import Wording, capital
from content.writing.statements import Speaker, reliances
from seo.language import is_question, sentences, words

MOST_BLOCKS = 4
FEW_QUESTIONS = 4  # fewer distinct ones make an answer page ...
ANSWER_WORDS = 250  # ... of at most this many words
MOST_ALIKE = 0.25  # 5-gram containment with names, numbers and choices masked
TRIES = 6  # other wordings tried before a page counts as a repetition
MARKS = ("advice.", "evidence.")  # what stands on one page of a language only
LONGEST_DESCRIPTION = 155  # characters a results page shows


def assemble(
    assignment: Assignment,
    ledger: Ledger,
    others: Sequence[Draft] = (),
    on: date | None = None,
) -> Draft:
    """Write the article; LedgerGap when the ledger says too little, Sameness when a page says it already."""
    language = assignment.market.language
    same_language = [d for d in others if d.language == language]
    vocabulary = Vocabulary(ledger, language)
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
    wording = Wording(market.language, assignment.ordinal, shift)
    taken = frozenset(mark for other in others for mark in other.wordings if mark.startswith(MARKS))
    speaker = Speaker(ledger, market, wording)
    page = Page(assignment, ledger, speaker, wording, vocabulary, taken, set())
    title = _title(page)
    first = opening(page)
    if first is None:
        raise LedgerGap(f"the ledger does not answer {assignment.topic.name!r}: see the missing product data")
    blocks = _blocks(page, first, on)
    parts = [part for block in blocks for part in _with_heading(block)]
    if assignment.missing and (closing := ask(page)):
        parts.append(closing)
    return Draft(
        title=title,
        description=_description(page, first, on),
        body="\n\n".join(part.text for part in parts),
        language=market.language,
        market=market.locale,
        keyword=assignment.topic.keywords[0].phrase if assignment.topic.keywords else "",
        questions=tuple(q.text for q in assignment.topic.questions),
        sku=assignment.handles[0] if len(assignment.handles) == 1 else "",
        relies=_relies(parts, page),
        wordings=(*wording.used, *(mark for block in blocks for mark in block.marks)),
    )


def _blocks(page: Page, first: Block, on: date | None) -> list[Block]:
    """The two to four blocks that have something to say; an answer page stops at its limit of words."""
    is_answer = len(page.assignment.topic.questions) < FEW_QUESTIONS
    blocks = [first]
    for build in PLANS.get(page.assignment.aspect, OTHERWISE):
        if len(blocks) > MOST_BLOCKS:
            break
        said = set(page.said)
        block = build(page)
        if block is None:
            continue
        if is_answer and _length([*blocks, block], page, on) > ANSWER_WORDS:
            page.said = said
            continue
        blocks.append(block)
    return blocks


def _length(blocks: Sequence[Block], page: Page, on: date | None) -> int:
    text = "\n".join(part.text for block in blocks for part in _with_heading(block))
    plain = render(text, page.ledger, page.market, "plain", on)
    return len(words(plain, page.language))


def _with_heading(block: Block) -> list[Part]:
    heading = [Part(f"## {capital(block.heading)}")] if block.heading else []
    return [*heading, *block.parts]


def _title(page: Page) -> str:
    """A customer's own question where one will do; else a pattern for the kind of page."""
    assignment, wording = page.assignment, page.wording
    if assignment.topic.origin == "signals" and is_question(assignment.topic.name, page.language):
        return assignment.topic.name
    if assignment.aspect == "delivery":
        return wording.say("title.delivery", country=country(page.market))
    if assignment.aspect == "returns":
        return wording.say("title.returns")
    if len(assignment.handles) == 1:
        return wording.say("title.single", name=page.speaker.names(assignment.handles), label=page.label)
    if assignment.aspect == "choose":
        return wording.say("title.choose", category=page.category)
    return wording.say("title.aspect", category=page.category, label=page.label)


def _description(page: Page, first: Block, on: date | None) -> str:
    """The opening's first sentences as far as a results page shows them, else a line of the phrase book."""
    text = " ".join(part.text for part in first.parts)
    plain = render(text, page.ledger, page.market, "plain", on)
    if len(plain) <= LONGEST_DESCRIPTION:
        return text
    whole = sentences(text, page.language)
    if whole and len(render(whole[0], page.ledger, page.market, "plain", on)) <= LONGEST_DESCRIPTION:
        return whole[0]
    return page.wording.say("description.description", category=page.category or page.label, label=page.label)


def _relies(parts: Sequence[Part], page: Page) -> tuple[Reliance, ...]:
    found: list[Reliance] = []
    for index, part in enumerate(parts):
        found += reliances(index, part.references(), page.ledger, page.market)
    return tuple(found)

