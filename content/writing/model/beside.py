"""What a page may need beside its own matter: the shop's other advice on the same products, and where to ask.

A page that recommends a roll-top bag as waterproof must know that it is to be rolled three times, whatever the brief is
about: of two articles in eight that went wrong, a fact checker found the condition in advice the writer was not shown.
"""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from content.briefs.brief import Section
from content.briefs.sheet import ADVICE
from content.ledger.own_words import LIMITS, TERMS, said
from content.models import tokens
from content.plan.catalogue import sayable
from content.plan.vocabulary import vocabulary_of
from content.records import UNKNOWN, Advice, Text
from content.tongues import tongue
from content.writing.model.task import Task

MOST: Final = 6  # pieces of advice
MOST_FACTS: Final = 8  # on its matters
OF_WEAR: Final = {"care", "cleaning", "durability"}  # who washes it too hot has lost the warranty
OF_ANY: Final = {"price", "colour", "weight", "size"}  # every text names them
MOST_TOKENS: Final = 700  # by the generous estimate: 2,400 letters of German, 1,100 of Arabic


def beside(task: Task) -> Section:
    """Advice on the page's products that no section holds, that on just these before that on their line; what is stated
    on its matters; what the products are not for, and of wear what no warranty covers; and the shop's address.
    `contact` says which are the address.
    """
    advice = tuple(_advice(task))
    marks = tuple(f"{ADVICE}{each.id}" for each in advice)
    return Section("", facts=(*_spoken_of(advice, task), *_limits(task), *contact(task)), evidence=marks)


def contact(task: Task) -> tuple[str, ...]:
    """Where a reader can ask, as far as the market's language has it."""
    return tuple(_contact(task))


def _spoken_of(advice: Sequence[Advice], task: Task) -> list[str]:
    """What is stated of the page's products on the matters of that advice: who is told to look whether a bag is meant
    for carbon wants to be told that it is."""
    handles, ledger = task.assignment.handles, task.ledger
    line = task.assignment.category
    texts = [
        (name, f"{ledger.lexicon.category(line, name) or ''} {text}")
        for one in advice
        if (name := tongue(one.answer, task.market.language, ledger.shop.language))
        for said in (one.title, one.answer)
        if (text := said.get(name))
    ]
    named = (
        key for name, text in texts for key in vocabulary_of(ledger, name).understand(text).keys("attribute")
    )
    keys = [
        key
        for key in dict.fromkeys(named)
        if key not in OF_ANY and sayable(ledger, [*handles], key, task.market)
    ]
    known = [
        f"{handle}.{key}"
        for key in keys
        for handle in handles
        if ledger.fact(handle, key, task.market, task.on).value != UNKNOWN
    ]
    held = {fact for section in task.brief.sections for fact in section.facts}
    return [each for each in known if each not in held][:MOST_FACTS]


def _limits(task: Task) -> list[str]:
    """What the page's products are not for and what no warranty covers, in the shop's own words, where no section has
    it.
    """
    held = {fact for section in task.brief.sections for fact in section.facts}
    mine = [(handle, LIMITS) for handle in task.assignment.handles]
    mine += [("shop", TERMS["warranty"])] if task.assignment.aspect in OF_WEAR else []
    found = [
        f"{subject}.{key}"
        for subject, key in mine
        if said(task.ledger.fact(subject, key, task.market, task.on).value, task.market.language)
    ]
    return [each for each in found if each not in held][:MOST_FACTS]


def _contact(task: Task) -> Iterator[str]:
    for key in ("contact_text", "contact_email"):
        value = task.ledger.fact("shop", key, task.market, task.on).value
        if isinstance(value, Text) and value.get(task.market.language):
            yield f"shop.{key}"


def _advice(task: Task) -> Iterator[Advice]:
    size = 0
    found = (*_about(task, {*task.assignment.handles}), *_about(task, {task.assignment.category}))
    for each in list(dict.fromkeys(found))[:MOST]:
        language = tongue(each.answer, task.market.language, task.ledger.shop.language)
        size += tokens.about(*(text.get(language) or "" for text in (each.answer, each.body)))
        if size > MOST_TOKENS:
            return
        yield each


def _about(task: Task, whom: Set[str]) -> Iterator[Advice]:
    held = {mark for section in task.brief.sections for mark in section.evidence}
    yield from (a for a in task.ledger.advice if whom & {*a.about} and f"{ADVICE}{a.id}" not in held)
