"""What a page may need beside its own matter: the shop's other advice on the same products, and where to ask.

A page that recommends a roll-top bag as waterproof must know that it is to be rolled three times, whatever the brief is
about: of two articles in eight that went wrong, a fact checker found the condition in advice the writer was not shown.
"""

from collections.abc import Iterator, Set
from typing import Final

from content.briefs.brief import Section
from content.briefs.sheet import ADVICE
from content.models import tokens
from content.records import Advice, Text
from content.tongues import tongue
from content.writing.model.task import Task

MOST: Final = 6  # pieces of advice
MOST_TOKENS: Final = 700  # by the generous estimate: 2,400 letters of German, 1,100 of Arabic


def beside(task: Task) -> Section:
    """Advice on the page's products that no section holds, that on just these before that on their line; and the
    shop's address."""
    return Section(
        "", facts=tuple(_contact(task)), evidence=tuple(f"{ADVICE}{each.id}" for each in _advice(task))
    )


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
