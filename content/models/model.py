"""What a chat model is: something that answers a request, and can be named."""

import hashlib
import json
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn. What others wrote stands in it only as fenced data."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, with everything the answer depends on; no clock and no chance in it."""

    messages: tuple[Message, ...]
    schema: Mapping[str, Json] | None  # JSON schema of the answer; None: plain text is wanted
    name: str  # of the schema, or what the text is: `outline`, `section`
    temperature: float = 0.0
    tokens: int = 700  # the most the answer may have, its reasoning not counted
    sample: int = 0  # the same question asked again is another request
    attempt: int = 0  # and so is one asked again because the answer was no good
    prompt: str = (
        ""  # which prompt file, in which version: `section@3f2a`; told in reports, not part of the key
    )

    def key(self, base_url: str, model: str, extra: Mapping[str, Json] | None = None) -> str:
        """The request's identity: two equal ones need one answer. `extra` is what a role adds to each request."""
        parts: dict[str, object] = {
            "url": base_url,
            "model": model,
            "messages": [[message.role, message.text] for message in self.messages],
            "schema": None if self.schema is None else dict(self.schema),
            "parameters": [self.temperature, self.tokens, *([dict(extra)] if extra else [])],
            "sample": self.sample,
            "attempt": self.attempt,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, as text; nothing in it is believed yet. An unknown count of tokens is None, never 0."""

    text: str
    tokens_in: int | None = None
    tokens_out: int | None = None  # reasoning among them
    seconds: float = 0.0
    cached_in: int | None = None  # of tokens_in, those the endpoint had in its cache


class ChatModel(Protocol):
    """Answers requests. A ModelError says which way it failed; never an invented answer."""

    name: str
    """The model as the endpoint calls it."""

    base_url: str
    """Where it is."""

    @abstractmethod
    def ask(self, request: Request) -> Answer:
        """The answer to one request."""

    def reject(self, request: Request, fault: str) -> None:  # noqa: ARG002 - who keeps nothing forgets it
        """Take note that an answer was no good, and how (`language: it is written in …`). Whoever keeps answers never
        hands that one out again.
        """
        return


@dataclass(frozen=True, slots=True)
class Told:
    """What an endpoint can do, as it has shown: kept, so that it is tried out once."""

    form: Literal["schema", "object", "plain"] = "schema"
    length: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    left_out: frozenset[str] = field(default_factory=frozenset)  # parameters it will not have: `seed`


class Endpoint(Protocol):
    """A model at an address: one request, sent once."""

    name: str
    base_url: str
    extra: Mapping[str, Json]
    """What is added to each request of this role; part of a request's identity."""

    @abstractmethod
    def send(self, request: Request, within: Callable[[], float]) -> Answer:
        """Send it once, when its turn has come, and wait no longer than `within()` says then. ModelDown may be tried
        again, other errors may not.
        """
