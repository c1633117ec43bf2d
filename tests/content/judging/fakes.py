"""Judges made of rules: one that reads well, and those the admission test must keep out."""

import json
import re
from collections.abc import Callable
from functools import cache

from content.errors import ModelError
from content.judging.anchors import anchors, as_article
from content.judging.items import items
from content.models.model import Answer, ChatModel, Request

FENCED = re.compile(r"<<<ARTICLE ([0-9a-f]{16})\n(.*?)\nARTICLE \1>>>", re.DOTALL)


def shown(request: Request) -> list[str]:
    """The texts between the marks."""
    return [text for _, text in FENCED.findall(request.messages[-1].text)]


def quote(text: str) -> str:
    return " ".join(text.split())[:60]


class Fake(ChatModel):
    """Answers through a function of its own."""

    base_url = "http://fake/v1"

    def __init__(self, name: str, says: Callable[[Request], object]) -> None:
        self.name = name
        self.says = says
        self.asked = 0

    def ask(self, request: Request) -> Answer:
        self.asked += 1
        told = self.says(request)
        if told is None:
            raise ModelError("gone")
        return Answer(told if isinstance(told, str) else json.dumps(told, ensure_ascii=False))


def good(request: Request) -> object:
    """Knows what the team meant with every item: the judge everybody would like to have."""
    if request.name == "pair":
        return good_pair(request)
    if request.name == "claim":
        return good_claim(request)
    if request.name == "errors":
        return good_errors(request)
    return good_dimension(request)


def good_pair(request: Request) -> object:
    one, two = shown(request)
    better = {pair.better for pair in items().pairs}
    return {
        "quote_a": quote(one),
        "quote_b": quote(two),
        "reason": "",
        "better": "A" if one in better else "B",
    }


def good_claim(request: Request) -> object:
    says = next(claim.says for claim in items().claims if claim.text == shown(request)[0])
    row = re.findall(r"^(r\d+) \| [^|]+ \| [^|]+ \| (.+)$", request.messages[-1].text, re.MULTILINE)[0]
    return {"row": row[0], "value": row[1], "verdict": says}


def good_errors(request: Request) -> object:
    text = shown(request)[0]
    put = next((row.put for row in items().injections if row.put in text), "")
    return {"quote": put, "row": "r1" if put else "", "contradicts": bool(put)}


@cache
def levels() -> dict[str, int]:
    return {as_article(anchor).text.strip()[:200]: anchor.level for anchor in anchors()}


def good_dimension(request: Request) -> object:
    text = shown(request)[0]
    level = next((level for opening, level in levels().items() if text.startswith(opening)), 3)
    return {"quotes": [quote(text)], "reason": "", "score": level}
