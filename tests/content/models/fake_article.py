"""An article's calls, made one after the other by a process of its own: what the kill test starts and kills.

Research, an outline, three sections (the second is rejected once and repaired), a revision, and a judge's three samples.
"""

from pathlib import Path

from pydantic import BaseModel

from content.calls import Calls, Purpose
from content.models.asking import answered
from content.models.chat import Chat
from content.models.model import Message, Request
from content.models.paid import Paid, Terms
from content.models.prices import Price
from content.models.retries import Patience
from flows.lease import has_ended, signature
from seo.database import open_engine

CALLS = (
    "outline",
    "section 1",
    "section 2",
    "section 2 again",
    "section 3",
    "revision",
    "judge 0",
    "judge 1",
    "judge 2",
)


class Said(BaseModel):
    """The form of every answer here."""

    said: str


def main(folder: Path, url: str) -> None:
    """Ask, each question made of the answer before it, as a writer's are."""
    engine = open_engine(folder)
    book = Calls(engine, "hollow-lane", signature(), has_ended)
    purpose = Purpose("writer", "article-1", "2026-W48")
    patience = Patience(deadline_s=20.0, try_s=15.0)
    model = Paid(book, Chat(url, "m", "sk-secret-1234"), purpose, Terms(Price(1.0, 1.0), patience=patience))
    said = ""
    for name in ("outline", "section 1", "section 2", "section 3", "revision"):
        said = ask(model, name, said).said
    for sample in range(3):
        ask(model, "judge", said, sample)


def ask(model: Paid, name: str, before: str, sample: int = 0) -> Said:
    """One of them."""

    def request(attempt: int) -> Request:
        text = f"{name} after: {before}"
        return Request((Message("user", text),), {"type": "object"}, name, sample=sample, attempt=attempt)

    return answered(model, request, Said)
