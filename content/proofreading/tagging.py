"""Asks the proofreader which lines say what law or custom asks proof of, or would offend: of 144 such lies that two
authors wrote without knowing the lists of words, these found 25 (tests/benchmarks/bench_manners.py).

A line counts only where a second reading says the same (`rereading.py`).
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from content.checks.policy import strictest
from content.models.asking import answered
from content.models.model import ChatModel, Json, Message, Request
from content.proofreading.reading import TEXTS, numbered, parts, since
from content.proofreading.sheet import Sheet
from seo.records import Market

TOKENS: Final = 600
_TAGGED: Final = re.compile(r"\s*\[?L?(\d{1,6})\]?\s*[:.]\s*([a-z]+)")
_FORM: Final = '{"tags": ["12: medical", "19: review"]}'
_SCHEMA: Final[dict[str, Json]] = {
    "type": "object",
    "properties": {"tags": TEXTS},
    "required": ["tags"],
    "additionalProperties": False,
}


class Tag(BaseModel):
    """One thing to look for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: str  # class of content/policy/classes.toml; empty: `proof.offence`
    says: str
    by_market: bool = False


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    tags: list[str]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line and what it says."""

    line: int
    tag: Tag


@cache
def tags() -> Mapping[str, Tag]:
    """The rows of `tags.toml` by name."""
    told = tomllib.loads(Path(__file__).with_name("tags.toml").read_text(encoding="utf-8"))["tag"]
    return {row["name"]: Tag(kind=row.pop("class"), **row) for row in told}


def tags_of(market: Market) -> list[Tag]:
    """Those that matter in a market."""
    return [
        tag
        for tag in tags().values()
        if not tag.by_market or strictest(market.language, tag.kind, market.country) is not None
    ]


def tagged(model: ChatModel, sheet: Sheet, market: Market, secret: bytes) -> list[Tagged]:
    """The lines that say such things, in their order, each tag of a line once. ModelError when no answer comes."""
    found = [
        answered(model, partial(request, sheet, part, market, secret), _Answer) for part in parts(sheet.lines)
    ]
    return list(_read((each for one in found for each in one.tags), sheet, tags_of(market)))


def _read(told: Iterable[str], sheet: Sheet, asked: Sequence[Tag]) -> Iterator[Tagged]:
    known = {tag.name: tag for tag in asked}
    answers = (_TAGGED.match(each) for each in told)
    pairs = {(int(each[1]), each[2]) for each in answers if each}
    for line, name in sorted(pairs):
        if name in known and 0 < line <= len(sheet.lines):
            yield Tagged(line, known[name])


def request(sheet: Sheet, part: range, market: Market, secret: bytes, attempt: int = 0) -> Request:
    """What is asked about some lines."""
    text = (
        f"The article, line by line, for readers in the market {market.locale}:\n{numbered(sheet, part, secret)}\n\n"
        f"The tags:\n{_listed(tags_of(market))}\n\n{since(part)}Answer in this form:\n{_FORM}"
    )
    messages = (Message("system", _frame()), Message("user", text))
    return Request(messages, _SCHEMA, "tags", tokens=TOKENS, attempt=attempt, prompt=f"tags@{_version()}")


def _listed(asked: Iterable[Tag]) -> str:
    return "\n".join(f"{tag.name}: {tag.says}" for tag in asked)


@cache
def _frame() -> str:
    return Path(__file__).with_name("tagging.md").read_text(encoding="utf-8").strip()


@cache
def _version() -> str:
    return hashlib.sha256(repr(told()).encode()).hexdigest()[:4]


def told() -> tuple[str, ...]:
    """Everything that is said in this reading, for the hash an admission stands under."""
    return (_frame(), _FORM, _listed(tags().values()))
