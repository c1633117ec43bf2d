"""Reads what a model wrote: without its reasoning, the JSON object in it wherever it stands, and what it is not."""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from content.errors import ModelUnreadable
from content.models.model import Json
from seo.language import detect, fold

_NAMES: Final = r"(?:think|thinking|reasoning|thought|seed:think)"
_TRACE: Final = re.compile(rf"<{_NAMES}>.*?(?:</{_NAMES}>|\Z)", re.DOTALL | re.IGNORECASE)
_OPEN_TRACE: Final = re.compile(rf"\A.*</{_NAMES}>", re.DOTALL | re.IGNORECASE)
LONGEST: Final = 60_000  # letters from which an answer is no answer
_REFUSAL: Final = 240  # letters within which a refusal says so
_PARAGRAPH: Final = 60  # letters from which a language can be told
_FOREIGN: Final = 0.5  # share of an answer in another language
_SURE: Final = 0.8
_DENSE: Final = re.compile(r"[\u3040-\u9fff]")
_NOT_PROSE: Final = re.compile(r"\{\{[^}]*\}\}|https?://\S+|\[\^[^\]]*\]")


def spoken(text: str) -> str:
    """An answer without the reasoning before it: `<think>…</think>`, also where only its end is there.

    What is JSON as a whole is left alone: a string in it may speak of such a mark.
    """
    if _is_json(text):
        return text.strip()
    bare = _TRACE.sub("", text)
    return _OPEN_TRACE.sub("", bare, count=1).strip()


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def parsed(text: str) -> dict[str, Json]:
    """The one JSON object of an answer; ModelUnreadable when there is none or there are two different ones."""
    bare = spoken(text)[:LONGEST]
    if not bare:
        raise ModelUnreadable("the answer is empty", "empty")
    found = _objects(bare)
    if not found:
        raise ModelUnreadable(f"no JSON object in the answer {bare[:80]!r}")
    if any(other != found[0] for other in found[1:]):
        raise ModelUnreadable(f"{len(found)} different JSON objects in one answer")
    return found[0]


def _objects(text: str) -> list[dict[str, Json]]:
    decoder, found, at = json.JSONDecoder(strict=False), [], text.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            if isinstance(value, dict):
                found.append(value)
        at = text.find("{", end)
    return found


def is_refusal(text: str) -> bool:
    """Whether an answer that holds no JSON declines, in so many words, to give one."""
    start = " ".join(fold(spoken(text)[:_REFUSAL]).replace("’", "'").split()).lstrip("*_\"'«„“「 ")
    return "{" not in start and any(start.startswith(opening) for opening in _openings())


@cache
def _openings() -> tuple[str, ...]:
    rows = tomllib.loads(Path(__file__).with_name("refusals.toml").read_text(encoding="utf-8"))
    return tuple(" ".join(fold(text).split()) for texts in rows["openings"].values() for text in texts)


def foreign(value: Json, language: str) -> str:
    """The other language most of an answer's prose is in; empty when it is in the one asked for, or too short to
    tell.
    """
    sizes: dict[str, float] = {}
    for paragraph in _paragraphs(value):
        told, sure = detect(paragraph, prior=language)
        told = told if sure >= _SURE else language
        sizes[told] = sizes.get(told, 0.0) + _weight(paragraph)
    total = sum(sizes.values())
    others = {told: size for told, size in sizes.items() if told != language}
    return max(others, key=others.__getitem__) if sum(others.values()) > _FOREIGN * total else ""


def _weight(text: str) -> float:
    """Letters; one of Japanese says as much as two or three of others."""
    return len(text) + 1.5 * len(_DENSE.findall(text))


def _paragraphs(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        for line in _NOT_PROSE.sub(" ", value).splitlines():
            if len(line.strip()) >= _PARAGRAPH or (
                not line.isascii() and len(line.strip()) >= _PARAGRAPH // 3
            ):
                yield line.strip()
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _paragraphs(inner)
