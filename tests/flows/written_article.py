"""An article on a small shop, carried from its plan to its decision by a model that says what it is told to."""

import json
from collections.abc import Callable
from pathlib import Path

from flows import stages
from flows.desk import Desk, opened
from tests.servers.model_server import Asked, completion
from tests.servers.web import Reply

WEEK = "2026-W48"
TRUE = "The {{c-1.short}} can be cut to length; the {{c-2.short}} cannot. For the {{c-3.short}} nobody has stated it."
LIE = "The {{c-2.short}} can be cut to length, too, with any pair of scissors."
MORE = (
    "Before you cut, hang the curtain and mark the length where the cloth ends. The {{c-4.short}} can be cut as well, and "
    "at {{c-4.width}} it is the one for a wider window; the {{c-1.short}} is {{c-1.width}} wide."
)


def article(second: str) -> dict[str, object]:
    """An article whose second part says this."""
    return {
        "title": "Can you cut blackout curtains to length?",
        "description": "Which of our blackout curtains can be cut to length, which cannot, and for which nobody has said so.",
        "opening": [{"text": TRUE, "rests_on": ["c-1.can_be_cut", "c-2.can_be_cut", "unknown(c-3.can_be_cut)"]}],
        "sections": [
            {"heading": "How to shorten one", "blocks": [{"text": MORE, "rests_on": ["c-4.can_be_cut"]}]},
            {"heading": "The cotton one", "blocks": [{"text": second, "rests_on": []}]},
        ],
    }  # fmt: skip


def again(text: str) -> dict[str, object]:
    """The second part, sent back."""
    part = {
        "number": 2,
        "heading": "The cotton one",
        "blocks": [{"text": text, "rests_on": ["c-2.can_be_cut"]}],
    }
    return {"title": "", "description": "", "parts": [part]}


def writes(first: str, *then: str) -> Callable[[Asked], Reply]:
    """Writes the article, and what is asked for again in this order."""
    left = list(then)

    def says(asked: Asked) -> Reply:
        if asked.text.startswith("Parts of your article"):
            return completion(json.dumps(again(left.pop(0) if len(left) > 1 else left[0])), tokens=(900, 80))
        if asked.text.startswith("A person at the shop"):
            told = {
                "heading": "The cotton one",
                "blocks": [{"text": "The {{c-2.short}} must stay whole.", "rests_on": []}],
            }
            return completion(json.dumps(told), tokens=(900, 40))
        return completion(json.dumps(article(first)), tokens=(2000, 400))

    return says


def planned(desk: Desk) -> str:
    """The key of the English article on cutting."""
    for stage in (stages.collect, stages.cluster):
        stage(desk)
    stages.plan(desk, 4)
    chosen = {each: desk.told.assignment(WEEK, each) for each in desk.told.keys_to_write(WEEK)}
    return next(k for k, a in chosen.items() if (a.market.language, a.aspect) == ("en", "cut"))


def carried(desk: Desk, key: str = "") -> str:
    """The article from its plan to its decision; its key."""
    key = key or planned(desk)
    for step in (
        stages.research, stages.brief, stages.write, stages.check, stages.revise, stages.check, stages.revise,
        stages.check, stages.score, stages.decide,
    ):  # fmt: skip
        step(desk, key)
    return key


def main(shop: Path, key: str) -> None:
    """Carry it through in a process of its own: what the kill test starts and kills."""
    with opened(shop, WEEK) as desk:
        carried(desk, key)
