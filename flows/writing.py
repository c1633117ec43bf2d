"""Who writes an article: the shop's model where it has one, from the brief; else, or where it gives nothing, the
assembler.
"""

from collections.abc import Sequence
from dataclasses import replace

from content.briefs.store import Briefs
from content.errors import (
    ContentError,
    LimitReached,
    ModelError,
    ModelRefused,
    ModelUnreadable,
    PromptTooLong,
)
from content.judging.fence import shop_secret
from content.models.paid import Paid
from content.records import Article, Assignment, Draft
from content.rendering import SLOT, slots
from content.voice.voice import voice_of
from content.writing.comments import Revise
from content.writing.model.revising import needs_revision, revise, rewritten
from content.writing.model.task import Task
from content.writing.model.writer import compose
from flows.bootstrap import asked_model, role_of
from flows.desk import Desk
from flows.researching import look_up

BEGUN = 6  # openings of earlier pages that the next one must not repeat
OPENING = 90  # letters of each


def has_writer(desk: Desk) -> bool:
    """Whether a model writes for this shop."""
    return role_of(desk.shop, "writer") is not None


def written(desk: Desk, key: str, assignment: Assignment, others: Sequence[Draft]) -> Draft:
    """The first version of an article. Where the model gives nothing the assembler's stands in and says so."""
    model = _writer(desk, key)
    if model is None:
        return desk.adapters.write(assignment, desk.ledger, others, desk.today)
    try:
        return compose(task_of(desk, key, assignment, others), model, _context(desk))
    except ModelError as error:
        return _stand_in(desk, assignment, others, model, error)


def _stand_in(
    desk: Desk, assignment: Assignment, others: Sequence[Draft], model: Paid, error: ModelError
) -> Draft:
    why = f"{model.name} did not write it ({' '.join(str(error).split())})"
    try:
        draft = desk.adapters.write(assignment, desk.ledger, others, desk.today)
    except ContentError as gap:
        raise type(error)(f"{why}, and it cannot be assembled: {gap}") from error
    return replace(draft, note=f"{why}: assembled from the shop's data instead")


def revised(desk: Desk, article: Article, others: Sequence[Draft]) -> Draft | None:
    """The next version of a checked draft, when its findings ask for one and its writer is there; else None."""
    if not needs_revision(article.draft, article.findings):
        return None
    model = _writer(desk, article.key)
    if model is None:
        return None
    task = task_of(desk, article.key, article.assignment, others)
    try:
        return revise(task, article.draft, article.findings, model)
    except (LimitReached, ModelUnreadable, ModelRefused, PromptTooLong):
        return None  # nothing better is to be had: it is held as it is, with its findings


def reviser(desk: Desk, article: Article) -> Revise | None:
    """What writes a section anew as a person asks; None where no model writes for the shop."""
    model = _writer(desk, article.key)
    if model is None:
        return None
    task = task_of(desk, article.key, article.assignment, ())
    return lambda draft, section, wish: rewritten(task, section.text(draft), wish, model)


def task_of(desk: Desk, key: str, assignment: Assignment, others: Sequence[Draft]) -> Task:
    """All that a writer may know."""
    brief = Briefs(desk.engine, desk.shop.id).latest(key)
    if brief is None:
        raise ContentError(f"{key}: there is no brief yet.")
    return Task(
        brief, assignment, desk.ledger, look_up(desk, key), voice_of(desk.shop, assignment.market).shown(),
        tuple(_begins(each) for each in others[-BEGUN:]), shop_secret(desk.state), desk.today,
    )  # fmt: skip


def _begins(draft: Draft) -> str:
    return slots(draft.body)[:OPENING].replace(SLOT, "…")


def _writer(desk: Desk, key: str) -> Paid | None:
    return asked_model(desk.shop, "writer", desk.engine, key, desk.week)


def _context(desk: Desk) -> int:
    role = role_of(desk.shop, "writer")
    assert role is not None
    return role.context - role.reasoning
