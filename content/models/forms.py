"""In which form an endpoint is asked: what it has shown it can do, and what to leave out when it complains.

OpenAI-compatible servers agree on messages and little else. JSON schema: OpenAI, vLLM, llama.cpp, Ollama from 0.5; JSON
mode: DeepSeek and most others; older ones take neither. `max_tokens` is refused by OpenAI's reasoning models, `seed`
and `temperature` by some. One complaint, one step down; the step that worked is remembered.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from content.models.model import Json, Request, Told

STEPS: Final = ("schema", "object", "plain")
_FORM: Final = re.compile(
    r"response_format|json[_ ]?schema|json[_ ]?object|structured output|grammar|\bstrict\b", re.IGNORECASE
)
_LENGTH: Final = re.compile(
    r"max_tokens.{0,80}max_completion_tokens|unsupported.{0,40}max_tokens", re.IGNORECASE | re.DOTALL
)
_LEFT_OUT: Final = ("seed", "temperature")
_TOO_LONG: Final = re.compile(
    r"context[_ ](?:length|size|window)|maximum context|too many (?:input )?tokens|prompt is too long"
    r"|exceeds? the (?:available )?context",
    re.IGNORECASE,
)
_DECLINED: Final = re.compile(
    r"content[_ ](?:filter|policy|management)|safety system|usage polic", re.IGNORECASE
)


def object_of(**fields: Json) -> dict[str, Json]:
    """The schema of an object that has all of these fields and no others, in the few words every server understands."""
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


def body(
    request: Request, told: Told, model: str, extra: Mapping[str, Json], spare: int = 0
) -> dict[str, Any]:
    """What is sent. `spare`: tokens beside the answer's own, for reasoning."""
    sent: dict[str, Any] = {  # Any: JSON of many shapes
        "model": model,
        "messages": messages(request, told),
        told.length: request.tokens + spare,
        "temperature": request.temperature,
        "seed": request.sample,
    }
    if request.schema is not None and told.form == "schema":
        schema = {"name": request.name, "strict": True, "schema": dict(request.schema)}
        sent["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif request.schema is not None and told.form == "object":
        sent["response_format"] = {"type": "json_object"}
    return {name: value for name, value in sent.items() if name not in told.left_out} | dict(extra)


def messages(request: Request, told: Told) -> list[dict[str, str]]:
    """The turns; where the endpoint knows no schemas the last one tells the schema in words."""
    found = [{"role": message.role, "content": message.text} for message in request.messages]
    if request.schema is not None and (told.form != "schema" or request.attempt):
        found[-1]["content"] += in_words(request.schema)
    return found


def in_words(schema: Mapping[str, Json]) -> str:
    """The schema as part of a prompt; some JSON modes want the word JSON in it."""
    shown = json.dumps(dict(schema), ensure_ascii=False)
    return f"\n\nAnswer with one JSON object of this schema and nothing else:\n{shown}"


def step_down(told: Told, complaint: str, *, wants_form: bool) -> Told | None:
    """The next thing to try after a complaint (400 or 422); None when nothing is left that could be meant."""
    if told.length == "max_tokens" and _LENGTH.search(complaint):
        return replace(told, length="max_completion_tokens")
    for name in _LEFT_OUT:
        if name not in told.left_out and re.search(rf"\b{name}\b", complaint):
            return replace(told, left_out=told.left_out | {name})
    at = STEPS.index(told.form)
    if wants_form and at + 1 < len(STEPS):
        return replace(told, form=STEPS[at + 1])
    return None


def is_about_form(complaint: str) -> bool:
    """Whether a complaint is about the form of the answer, not about what was asked."""
    return bool(_FORM.search(complaint))


def is_too_long(complaint: str) -> bool:
    """Whether the prompt was longer than the context."""
    return bool(_TOO_LONG.search(complaint))


def is_declined(complaint: str) -> bool:
    """Whether the request was turned down for what it is about."""
    return bool(_DECLINED.search(complaint))
