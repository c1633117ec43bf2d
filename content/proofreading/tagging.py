"""Asks the proofreader which lines say what law or custom asks proof of, or would offend: of 144 such lies that two
authors wrote without knowing the lists of words, these found 25 (tests/benchmarks/bench_manners.py).

A line counts only where a second reading says the same (`rereading.py`).
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from content.checks.policy import strictest
from content.models.model import ChatModel, Request
from content.proofreading.question import Question
from content.proofreading.reading import numbered, said_of
from content.proofreading.sheet import Sheet
from seo.records import Market

_NAME: Final = re.compile(r"[a-z]+")


class Tag(BaseModel):
    """One thing to look for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: str  # class of content/policy/classes.toml; empty: `proof.offence`
    says: str
    by_market: bool = False


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
    told = question().answers(
        model, sheet, lambda part, attempt: request(sheet, part, market, secret, attempt)
    )
    return list(_read(told, sheet, tags_of(market)))


def _read(told: Sequence[str], sheet: Sheet, asked: Sequence[Tag]) -> Iterator[Tagged]:
    known = {tag.name: tag for tag in asked}
    names = ((line.number, _NAME.match(text)) for line, text in said_of(told, sheet))
    for line, name in sorted({(line, name[0]) for line, name in names if name}):
        if name in known:
            yield Tagged(line, known[name])


def request(sheet: Sheet, part: range, market: Market, secret: bytes, attempt: int = 0) -> Request:
    """What is asked about some lines."""
    about = (
        f"The article, line by line, for readers in the market {market.locale}:\n{numbered(sheet, part, secret)}\n\n"
        f"The tags:\n{_listed(tags_of(market))}"
    )
    return question().request(about, part, attempt)


@cache
def question() -> Question:
    """What is asked of every line."""
    return Question(
        "tags", "tagging.md", '{"tags": ["12: medical", "19: review"]}', (_listed(tags().values()),)
    )


def _listed(asked: Iterable[Tag]) -> str:
    return "\n".join(f"{tag.name}: {tag.says}" for tag in asked)
