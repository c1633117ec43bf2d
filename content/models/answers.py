"""Finds the JSON object in what a model wrote: bare, fenced, behind a reasoning trace, or none."""

import json
import re
from typing import Final

from content.errors import ModelGarbled
from content.models.model import Json

_TRACE: Final = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_OPEN_TRACE: Final = re.compile(r"\A.*?</(?:think|thinking|reasoning)>", re.DOTALL | re.IGNORECASE)
LONGEST: Final = 20_000  # letters from which an answer is no answer


def parsed(text: str) -> dict[str, Json]:
    """The one JSON object of an answer; ModelGarbled when there is none or there are two different ones."""
    bare = _OPEN_TRACE.sub("", _TRACE.sub("", text[:LONGEST])).strip()
    found = _objects(bare)
    if not found:
        raise ModelGarbled(f"no JSON object in the answer {bare[:80]!r}")
    if any(other != found[0] for other in found[1:]):
        raise ModelGarbled(f"{len(found)} different JSON objects in one answer")
    return found[0]


def _objects(text: str) -> list[dict[str, Json]]:
    decoder, found, at = json.JSONDecoder(), [], text.find("{")
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
