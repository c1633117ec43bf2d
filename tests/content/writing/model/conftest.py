"""A task made of the demo shop, and a model that answers from a list."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from content.briefs.outline import outline
from content.dossier import Dossier, Quote, StoredPage
from content.ledger.ledger import Ledger, read_ledger
from content.models.model import Answer, ChatModel, Request
from content.records import Action, Assignment, Opportunity
from content.shop import load_shop
from content.writing.model.task import Task
from seo.records import Intent, Keyword, Question, Topic

SHOP = Path(__file__).parents[4] / "flows" / "demo_shop"
ON = date(2026, 11, 25)
PAGE = StoredPage(
    "p1", "https://www.textile-institute.example/coated", "Working with coated cloth", ON, "open", "en",
    "Under a hot iron the layer softens and sticks to the soleplate. A cut edge of coated cloth frays less.", "scholar",
)  # fmt: skip
QUOTE = Quote("q1", "p1", 0, 62, PAGE.text[:62])


class Scripted(ChatModel):
    """Answers by the name of the request, one after the other; the last one again and again."""

    name, base_url = "scripted", "http://scripted/v1"

    def __init__(self, **said: object) -> None:
        self.said = {
            name: list(given) if isinstance(given, list) else [given] for name, given in said.items()
        }
        self.asked: list[Request] = []

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        left = self.said[request.name]
        told = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(told, Exception):
            raise told
        return Answer(told if isinstance(told, str) else json.dumps(told, ensure_ascii=False), 100, 50)

    def reject(self, request: Request, fault: str) -> None:
        """Nothing is kept here."""


@cache
def demo() -> Ledger:
    return read_ledger(load_shop(SHOP)).as_of(ON)


@pytest.fixture
def ledger() -> Ledger:
    return demo()


@pytest.fixture
def task(ledger: Ledger) -> Task:
    """Can a blackout curtain be cut? One says yes, one no, of one nobody knows."""
    return task_of(ledger)


def task_of(ledger: Ledger, dossier: Dossier | None = None) -> Task:
    market = next(each for each in ledger.shop.markets if each.locale == "en-GB")
    handles = tuple(family.handle for family in ledger.families("blackout-curtains"))
    questions = (Question("Can you cut blackout curtains?", 9), Question("How do I hem a coated curtain?", 2))
    keyword = Keyword("cut blackout curtains", "blackout curtains cut", "en", 80.0, 9)
    topic = Topic(
        "t1",
        "en",
        "Can you cut blackout curtains?",
        Intent.INFORMATIONAL,
        1.0,
        "asks",
        (keyword,),
        questions,
        80.0,
    )
    assignment = Assignment(
        "a1", "2026-W48", 1, market, topic, "blackout-curtains/cut", "cut", "blackout-curtains", handles,
        ("can_be_cut", "width", "drop"), Action.WRITE, "asked nine times", Opportunity(80, 1, 1, 1, 1),
        "https://shop.example/en/blackout-curtains/",
    )  # fmt: skip
    pages = dossier or Dossier((PAGE,), (QUOTE,))
    brief = outline(assignment, "k1", "2026-W48", ledger, pages, (), ON)
    return Task(
        brief, assignment, ledger, pages, "Plain and friendly.", ("Blackout curtains …",), b"secret", ON
    )


def said(text: str, *rests_on: str) -> dict[str, object]:
    return {"text": text, "rests_on": list(rests_on)}
