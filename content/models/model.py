"""What a chat model is: something that answers a request, and can be named."""

import hashlib
import json
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn. What others wrote stands in it only as fenced data."""

    role: Literal["system", "user"]
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, with everything the answer depends on; no clock and no chance in it."""

    messages: tuple[Message, ...]
    schema: Mapping[str, Json]  # JSON schema of the answer
    name: str  # of the schema
    temperature: float = 0.0
    tokens: int = 700  # the most the answer may have
    sample: int = 0  # the same question asked again is another request
    attempt: int = 0  # and so is one asked again because the answer was no good

    def key(self, base_url: str, model: str) -> str:
        """The request's identity: two equal ones need one answer."""
        parts = {
            "url": base_url,
            "model": model,
            "messages": [[message.role, message.text] for message in self.messages],
            "schema": dict(self.schema),
            "parameters": [self.temperature, self.tokens],
            "sample": self.sample,
            "attempt": self.attempt,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, as text; nothing in it is believed yet."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0


class ChatModel(Protocol):
    """Answers requests. ModelSilent when it cannot be reached or says nothing; never an invented answer."""

    name: str
    """The model as the endpoint calls it."""

    base_url: str
    """Where it is."""

    @abstractmethod
    def ask(self, request: Request) -> Answer:
        """The answer to one request."""
