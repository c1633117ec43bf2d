"""Articles written once by hand at an OpenAI-compatible endpoint, kept with every answer: they are written again from
those, without a model, whenever the tests run.

A folder each in `tests/data/golden/`: `case.json` (shop, assignment, brief, dossier), `answers.json` (what the writer and
the judge said, in order), `article.md` (what came of it), `score.json`. They prove the pipe and not any model.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.briefs.brief import Brief
from content.checks import check
from content.dossier import Dossier
from content.errors import ModelError
from content.judging.article import article
from content.judging.judge import Judge, shares
from content.judging.prompts import read as prompt
from content.ledger.ledger import Ledger, read_ledger
from content.models.model import Answer, ChatModel, Request
from content.records import Assignment, Draft, Finding, Proof, Score, Severity
from content.score import score
from content.score.weights import JUDGED
from content.shop import load_shop
from content.voice.voice import voice_of
from content.writing.model.parts import part_at
from content.writing.model.revising import revise
from content.writing.model.task import Task
from content.writing.model.writer import compose

HERE = Path(__file__).parent / "data" / "golden"
SHOPS = {"demo": Path(__file__).parents[1] / "flows" / "demo_shop", "kitchen": HERE / "kitchen_shop"}
CONTEXT = 32_000
WORDS: Any = TypeAdapter(dict[str, Any])  # Any: JSON of our own
ASSIGNMENT, BRIEF, DOSSIER = TypeAdapter(Assignment), TypeAdapter(Brief), TypeAdapter(Dossier)


@dataclass(frozen=True)
class Case:
    """One article and all that was said for it."""

    name: str
    shop: str
    on: date
    assignment: Assignment
    brief: Brief
    dossier: Dossier
    begun: tuple[str, ...]
    writer: Sequence[Mapping[str, str]]  # name of the request, text
    judge: Sequence[Mapping[str, Any]]  # dimension, sample, text

    @property
    def ledger(self) -> Ledger:
        """The shop's facts on the day it was written."""
        return ledger_of(self.shop).as_of(self.on)

    @property
    def task(self) -> Task:
        """What the writer is handed."""
        voice = voice_of(self.ledger.shop, self.assignment.market).shown()
        return Task(
            self.brief, self.assignment, self.ledger, self.dossier, voice, self.begun, b"golden", self.on
        )


@cache
def ledger_of(shop: str) -> Ledger:
    """A shop read once."""
    return read_ledger(load_shop(SHOPS[shop]))


def cases() -> list[str]:
    """The names of all of them."""
    return sorted(path.parent.name for path in HERE.glob("*/case.json"))


@cache
def read(name: str) -> Case:
    """A case with its answers."""
    told = json.loads((HERE / name / "case.json").read_text(encoding="utf-8"))
    said = json.loads((HERE / name / "answers.json").read_text(encoding="utf-8"))
    return Case(
        name, told["shop"], date.fromisoformat(told["on"]), ASSIGNMENT.validate_python(told["assignment"]),
        BRIEF.validate_python(told["brief"]), DOSSIER.validate_python(told["dossier"]), tuple(told["begun"]),
        said["writer"], said["judge"],
    )  # fmt: skip


class Recorded(ChatModel):
    """Gives the recorded answers in their order, by the name of the request; what was never recorded is an error."""

    base_url = "recorded"

    def __init__(self, name: str, said: Sequence[Mapping[str, Any]]) -> None:
        self.name = name
        self.left: dict[str, list[str]] = {}
        self.asked: list[tuple[Request, str]] = []
        for each in said:
            self.left.setdefault(each["name"], []).append(each["text"])

    def ask(self, request: Request) -> Answer:
        waiting = self.left.get(self.named(request), [])
        if not waiting:
            raise ModelError(f"{self.named(request)}: no answer is recorded")
        text = waiting.pop(0)
        self.asked.append((request, text))
        return Answer(text)

    def named(self, request: Request) -> str:
        return request.name

    def reject(self, request: Request, fault: str) -> None:
        """Nothing is kept here."""


class RecordedJudge(Recorded):
    """The same for a judge, whose requests are told apart by the dimension's question and the sample."""

    def named(self, request: Request) -> str:
        text = request.messages[-1].text
        found = next(name for name in JUDGED if text.startswith(question(name)[:60]))
        return f"{found}.{request.sample}"


def question(dimension: str) -> str:
    """How a dimension's question begins."""
    return prompt(f"dimensions/{dimension}.md")


@dataclass(frozen=True)
class Written:
    """What a replay came to."""

    draft: Draft
    findings: Sequence[Finding]
    writer: Recorded


def write(case: Case, model: Recorded | None = None) -> Written:
    """Compose, and send back what was sent back then: the parts that the recorded answers hold.

    Which parts today's checks would send back is not asked, or every better check would make another article of it.
    """
    task, model = case.task, model or Recorded("desk-writer", case.writer)
    draft = compose(task, model, CONTEXT)
    for text in model.left.get("revise", [])[:]:
        numbers = [each["number"] for each in json.loads(text)["parts"]]
        draft = revise(task, draft, [_sent_back(draft, number) for number in numbers], model)
    return Written(draft, seen(case, draft), model)


def _sent_back(draft: Draft, number: int) -> Finding:
    """A finding that stands in a part, whatever it was."""
    at = next(place for place in range(len(draft.title) + len(draft.body)) if part_at(draft, place) == number)
    return Finding("recorded", Severity.WARN, (max(at, 1), at + 1), "", Proof(), "As it was cured then.")


def seen(case: Case, draft: Draft) -> Sequence[Finding]:
    """What the checks find."""
    return check(draft, case.ledger, case.assignment.market, on=case.on, dossier=case.dossier)


def judged(case: Case, written: Written, model: Recorded | None = None) -> Score:
    """The score with the recorded judge's word; its admission is another matter, and said where it is shown."""
    market, ledger = case.assignment.market, case.ledger
    judge = Judge(model or RecordedJudge("desk-judge", case.judge), b"golden")
    said = shares(judge.opinions(article(written.draft, ledger, market, case.on))) if case.judge else None
    return score(written.draft, written.findings, ledger, market, (), said)


def as_file(draft: Draft) -> str:
    """A draft as `article.md` holds it: with its references, not their values."""
    return f"# {draft.title}\n\n*{draft.description}*\n\n{draft.body}\n"
