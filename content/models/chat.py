"""Any OpenAI-compatible endpoint (OpenAI, DeepSeek, vLLM, Ollama, llama.cpp …), through Chat Completions.

https://platform.openai.com/docs/api-reference/chat. The answer is asked for by JSON schema; an endpoint that
does not know schemas is asked for a JSON object, one that knows neither for plain text with the schema in words.
"""

import json
import time
from typing import Any, Final

import openai

from content.errors import ModelSilent
from content.models.model import Answer, ChatModel, Request

TIMEOUT_S: Final = 120.0
RETRIES: Final = 2  # of the client itself, on 429 and 5xx
_REFUSALS: Final = (openai.BadRequestError, openai.UnprocessableEntityError)


class Chat(ChatModel):
    """One model at one address."""

    def __init__(self, base_url: str, name: str, key: str = "", timeout_s: float = TIMEOUT_S) -> None:
        self.base_url = base_url.rstrip("/")
        self.name = name
        self._client = openai.OpenAI(
            base_url=self.base_url, api_key=key or "none", timeout=timeout_s, max_retries=RETRIES
        )
        self._forms = ["schema", "object", "plain"]

    def ask(self, request: Request) -> Answer:
        """Ask in the strictest form this endpoint takes; the form found is kept for the next request."""
        while True:
            try:
                return self._ask(request, self._forms[0])
            except _REFUSALS as error:
                if len(self._forms) == 1:
                    raise ModelSilent(
                        f"{self.name} at {self.base_url} refused the request: {_line(error)}"
                    ) from error
                self._forms.pop(0)
            except openai.APITimeoutError as error:
                raise ModelSilent(f"{self.name} at {self.base_url} gave no answer in time.") from error
            except openai.OpenAIError as error:
                raise ModelSilent(f"{self.name} at {self.base_url}: {_line(error)}") from error

    def _ask(self, request: Request, form: str) -> Answer:
        start = time.monotonic()
        options: dict[str, Any] = {}  # Any: the client's own shapes
        if form == "schema":
            schema = {"name": request.name, "strict": True, "schema": dict(request.schema)}
            options["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif form == "object":
            options["response_format"] = {"type": "json_object"}
        done = self._client.chat.completions.create(
            model=self.name,
            messages=_messages(request, form),
            temperature=request.temperature,
            max_tokens=request.tokens,
            seed=request.sample,
            **options,
        )
        text = done.choices[0].message.content if done.choices else None
        if not text:
            raise ModelSilent(f"{self.name} at {self.base_url} answered nothing.")
        used = done.usage
        return Answer(
            text,
            used.prompt_tokens if used else 0,
            used.completion_tokens if used else 0,
            time.monotonic() - start,
        )


def _messages(request: Request, form: str) -> Any:  # Any: the client wants its own typed dictionaries
    found = [{"role": message.role, "content": message.text} for message in request.messages]
    if form != "schema":
        found[-1]["content"] += (
            "\n\nAnswer with one JSON object of this schema and nothing else:\n"
            + json.dumps(dict(request.schema), ensure_ascii=False)
        )
    return found


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
