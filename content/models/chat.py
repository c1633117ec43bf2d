"""Any OpenAI-compatible endpoint (OpenAI, DeepSeek, vLLM, Ollama, llama.cpp …), through Chat Completions.

https://platform.openai.com/docs/api-reference/chat · https://api-docs.deepseek.com/api/create-chat-completion. The
client sends and nothing more: its own retries are off, because each sending may cost money and is counted by who
asked for it. Nothing of the key is ever in a message of ours: what a server says is searched for it first.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import openai

from content.errors import ModelBarred, ModelDown, ModelError, ModelRefused, PromptTooLong
from content.models import tokens
from content.models.completion import answer_of
from content.models.forms import body, is_about_form, is_declined, is_too_long, step_down
from content.models.gate import Gate
from content.models.model import Answer, ChatModel, Endpoint, Json, Request, Told
from content.models.retries import Patience, patiently, retry_after
from content.models.wire import run

_CLOSED: Final = {
    401: "the key",
    403: "the key",
    402: "the account's balance",
    404: "the address or the model's name",
}
_COMPLAINTS: Final = (400, 422)
_BUSY: Final = (408, 409, 425, 429)
_SERVERS_FAULT: Final = 500
_SHORTEST: Final = 6  # characters a key has at least, to be looked for in texts
LINE: Final = 200


@dataclass(frozen=True, slots=True)
class _Failure:
    error: ModelError | None = None
    complaint: str = ""  # about the request: another form may do


class Chat(ChatModel, Endpoint):
    """One model at one address."""

    def __init__(
        self,
        base_url: str,
        name: str,
        key: str = "",
        *,
        gate: Gate | None = None,
        patience: Patience | None = None,
        extra: Mapping[str, Json] = MappingProxyType({}),
        reasoning: int = 0,
        context: int = 0,
        told: Told | None = None,
        learnt: Callable[[Told], None] | None = None,
    ) -> None:
        """`reasoning`: tokens it may spend before it answers. `context`: what it holds, 0 = nobody said. `told`: what
        this endpoint has shown before; `learnt` is called when it shows something else.
        """
        self.base_url = base_url.rstrip("/")
        self.name = name
        self.extra = extra
        self._key = key
        self._create: Callable[..., Any] | None = None  # Any: the client's own shapes
        self._gate = gate or Gate(at_once=4)
        self._patience = patience or Patience()
        self._reasoning, self._context = reasoning, context
        self._told = told or Told()
        self._learnt = learnt

    def __repr__(self) -> str:
        return f"Chat({self.name!r} at {self.base_url})"

    def ask(self, request: Request) -> Answer:
        """Ask as often as the deadline allows, and keep nothing."""
        return patiently(lambda within: self.send(request, within), self._patience)

    def send(self, request: Request, within: Callable[[], float]) -> Answer:
        """One try, in the strictest form this endpoint takes; the form found is kept for the next request."""
        about = tokens.about(*(message.text for message in request.messages))
        if self._context and about + request.tokens + self._reasoning > self._context:
            raise PromptTooLong(
                f"{self._who}: about {about} tokens and an answer of {request.tokens} are more than its context of "
                f"{self._context}."
            )
        self._open()  # 0.6 s the first time, which is not the endpoint's
        return run(self._send(request, about + request.tokens, within))

    async def _send(self, request: Request, size: int, within: Callable[[], float]) -> Answer:
        async with self._gate.turn(size):
            told = self._told
            while True:
                start = time.monotonic()
                came = await self._once(request, told, within())
                if isinstance(came, str):
                    self._learn(told)
                    return answer_of(came, request, self._who, time.monotonic() - start)
                if came.error:
                    raise came.error
                told = self._lower(request, told, came.complaint)

    def _learn(self, told: Told) -> None:
        """Remember a form that worked; one complaint about something else must not cost an endpoint its schemas."""
        if told != self._told:
            self._told = told
            if self._learnt:
                self._learnt(told)

    async def _once(self, request: Request, told: Told, within_s: float) -> "str | _Failure":
        """The response's body; or what is to be made of its failure. Errors of the client end here, with all they hold
        on to: a response may repeat the key.
        """
        if within_s <= 0:
            return _Failure(ModelDown(f"{self._who}: no time is left."))
        sent = body(request, told, self.name, self.extra, self._reasoning)
        try:
            async with asyncio.timeout(within_s):
                raw = await self._open()(**sent, timeout=within_s)
                return self._without_key(raw.text)
        except (TimeoutError, openai.APITimeoutError):
            late = f"{self._who} gave no answer within {within_s:.0f} s."
            return _Failure(ModelDown(late, is_lost=True))
        except openai.APIStatusError as error:
            if error.status_code in _COMPLAINTS:
                return _Failure(complaint=self._line(error))
            return _Failure(self._failed(error))
        except openai.OpenAIError as error:
            return _Failure(ModelDown(f"{self._who}: {self._line(error)}", is_lost=_was_sent(error)))

    def _open(self) -> Callable[..., Any]:  # Any: the client's own shapes
        if self._create is None:
            client = openai.AsyncOpenAI(
                base_url=self.base_url,
                api_key=self._key or "none",
                max_retries=0,
                organization="",
                project="",
            )
            self._create = client.chat.completions.with_raw_response.create
        return self._create

    def _lower(self, request: Request, told: Told, complaint: str) -> Told:
        """The next form to try; or an error for what the complaint means."""
        if is_too_long(complaint):
            raise PromptTooLong(f"{self._who}: {complaint}")
        lower = step_down(told, complaint, wants_form=request.schema is not None)
        if lower is None or (is_declined(complaint) and not is_about_form(complaint)):
            raise ModelRefused(f"{self._who} refused the request: {complaint}")
        return lower

    def _failed(self, error: openai.APIStatusError) -> ModelError:
        status, line = error.status_code, self._line(error)
        if status in _CLOSED or "insufficient_quota" in line:
            what = _CLOSED.get(status, "the account's balance")
            return ModelBarred(f"{self._who} answered {status}: look at {what} ({line}).")
        if status in _BUSY or status >= _SERVERS_FAULT:
            headers = error.response.headers
            after = retry_after(headers.get("retry-after", ""), headers.get("retry-after-ms", ""))
            if after:
                self._gate.pause(after)
            return ModelDown(f"{self._who} answered {status}: {line}", retry_after_s=after)
        return ModelRefused(f"{self._who} answered {status}: {line}")

    @property
    def _who(self) -> str:
        return f"{self.name} at {self.base_url}"

    def _line(self, error: Exception) -> str:
        return self._without_key(" ".join(str(error).split()))[:LINE]

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "…") if len(self._key) >= _SHORTEST else text


def _was_sent(error: openai.OpenAIError) -> bool:
    """Whether the request may have reached the model: not when nobody listens there."""
    cause = type(error.__cause__).__name__
    return cause not in {"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"}
