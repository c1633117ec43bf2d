"""The judge's questions: Markdown files beside this, put together into requests."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from content.judging.article import Article
from content.judging.fence import fenced
from content.models.forms import object_of
from content.models.model import Json, Message, Request
from content.score.weights import JUDGED

HERE: Final = Path(__file__).parent
ASKED: Final = (
    3  # times each question is put, unless two answers agree: then the third could change no median
)
ROWED: Final = ("support",)  # the dimension for which the ledger's rows are needed, and paid for
CONTEXT: Final = "rows-2"  # what stands beside an article, and in which order
_STEP: Final = re.compile(r"(?m)^- ([1-5]): ((?:.|\n(?!- ))*)")


_TEXT: Final[dict[str, Json]] = {"type": "string"}
DIMENSION: Final = object_of(
    quotes={"type": "array", "items": _TEXT, "minItems": 1, "maxItems": 3},
    reason=_TEXT,
    score={"type": "integer", "minimum": 1, "maximum": 5},
)
PAIR: Final = object_of(
    quote_a=_TEXT, quote_b=_TEXT, reason=_TEXT, better={"type": "string", "enum": ["A", "B"]}
)
CLAIM: Final = object_of(
    row=_TEXT,
    value=_TEXT,
    verdict={"type": "string", "enum": ["SUPPORTED", "CONTRADICTED", "NOT STATED"]},
)
ERRORS: Final = object_of(quote=_TEXT, row=_TEXT, contradicts={"type": "boolean"})


def dimension(name: str, article: Article, secret: bytes, sample: int = 0, attempt: int = 0) -> Request:
    """One dimension asked once. Each sample lists the steps in another order, so that a model that leans
    towards the first or the last one shows it."""
    question, steps = _dimension(name)
    turned = [steps, steps[::-1], (*steps[2:], *steps[:2])][sample % ASKED]
    scale = "\n".join(f"- {step}: {says}" for step, says in turned)
    return _request(
        "dimension", DIMENSION, f"{question}\n\nThe steps:\n\n{scale}",
        article if name in ROWED else replace(article, rows=()), secret, sample, attempt,
    )  # fmt: skip


def errors(article: Article, secret: bytes, attempt: int = 0) -> Request:
    """Whether anything in it contradicts the rows."""
    return _request("errors", ERRORS, read("errors.md"), article, secret, 0, attempt)


def claim(article: Article, secret: bytes, attempt: int = 0) -> Request:
    """What the rows make of one statement."""
    return _request("claim", CLAIM, read("claim.md"), article, secret, 0, attempt)


def pair(one: Article, two: Article, secret: bytes, attempt: int = 0) -> Request:
    """Which of two texts serves better, the first shown as A."""
    shown = (f"{name}:\n\n{fenced(text.text, secret)}" for name, text in (("A", one), ("B", two)))
    text = "\n\n".join((read("pair.md"), _context(one, secret), *shown))
    return Request(
        (Message("system", read("frame.md")), Message("user", text)), PAIR, "pair", attempt=attempt
    )


def _request(
    name: str,
    schema: Mapping[str, Json],
    question: str,
    article: Article,
    secret: bytes,
    sample: int,
    attempt: int,
) -> Request:
    text = f"{question}\n\n{_context(article, secret)}\n\n{fenced(article.text, secret)}"
    messages = (Message("system", read("frame.md")), Message("user", text))
    return Request(messages, schema, name, sample=sample, attempt=attempt)


def _context(article: Article, secret: bytes) -> str:
    """What customers typed and what feeds call their products is as foreign as the article."""
    asked = fenced("\n".join(f"- {text}" for text in article.asked), secret, "QUESTIONS")
    rows = (
        f"\n\nRows of the ledger:\n{fenced(chr(10).join(article.rows), secret, 'ROWS')}"
        if article.rows
        else ""
    )
    return f"Language: {article.language}\nAsked by customers:\n{asked}{rows}"


@cache
def read(name: str) -> str:
    """A prompt file."""
    return (HERE / name).read_text(encoding="utf-8").strip()


@cache
def _dimension(name: str) -> tuple[str, Sequence[tuple[str, str]]]:
    text = read(f"dimensions/{name}.md")
    steps = tuple((step, " ".join(says.split())) for step, says in _STEP.findall(text))
    return _STEP.sub("", text).strip(), steps


@cache
def prompt_hash() -> str:
    """Of everything a judge is told: whoever changes a word needs a new admission."""
    files = ["frame.md", "pair.md", "claim.md", "errors.md", *(f"dimensions/{name}.md" for name in JUDGED)]
    total = hashlib.sha256()
    for name in files:
        total.update(f"{name}\0{read(name)}\0".encode())
    total.update(repr((DIMENSION, PAIR, CLAIM, ERRORS, ASKED, ROWED, CONTEXT)).encode())
    return total.hexdigest()[:16]
