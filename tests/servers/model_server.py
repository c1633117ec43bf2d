"""An OpenAI-compatible chat endpoint that answers as good, bad and broken ones do, and remembers what it was asked.

    with ModelServer(says) as server:              # `says(Asked) -> Said`
        Chat(server.url, "m").ask(request)
        assert server.paid() == {...}

`says` is a function of what was asked, or one of the shapes below. Whatever it answers with 200 and a completion counts as paid.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from tests.servers.web import Asked as Raw
from tests.servers.web import Reply, WebServer

GOOD: Final = '{"score": 4}'


@dataclass(frozen=True)
class Asked:
    """One chat request."""

    body: Mapping[str, Any]
    headers: Mapping[str, str]
    nth: int  # 1 for the first time this very request came
    total: int  # 1 for the first request of all

    @property
    def form(self) -> str:
        """`json_schema`, `json_object` or `plain`."""
        return str(self.body.get("response_format", {}).get("type", "plain"))

    @property
    def text(self) -> str:
        """The last message."""
        return str(self.body["messages"][-1]["content"])

    @property
    def mark(self) -> str:
        """What makes two requests the same."""
        return sha256(json.dumps(self.body, sort_keys=True).encode()).hexdigest()[:16]


Says = Callable[[Asked], Reply]


def completion(
    text: str | None, *, finish: str = "stop", tokens: tuple[int, int] | None = (7, 3), **message: Any
) -> Reply:
    """200 with an answer; `tokens` None: the server does not count."""
    said: dict[str, Any] = {"role": "assistant", "content": text, **message}
    body: dict[str, Any] = {
        "id": "1", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "finish_reason": finish, "message": said}],
    }  # fmt: skip
    if tokens is not None:
        body["usage"] = {
            "prompt_tokens": tokens[0],
            "completion_tokens": tokens[1],
            "total_tokens": sum(tokens),
        }
    return Reply(json.dumps(body, ensure_ascii=False).encode())


def complaint(message: str, status: int = 400, headers: Mapping[str, str] | None = None) -> Reply:
    """An error as OpenAI words it."""
    return Reply(
        json.dumps({"error": {"message": message, "type": "x"}}).encode(), status, headers=headers or {}
    )


def knows(*forms: str, says: str = GOOD) -> Says:
    """An endpoint that takes only these response formats."""

    def said(asked: Asked) -> Reply:
        if asked.form not in forms:
            return complaint(f"response_format {asked.form} is not known here")
        return completion(says)

    return said


def in_turn(*replies: Reply) -> Says:
    """One after the other; the last stays."""
    return lambda asked: replies[min(asked.total, len(replies)) - 1]


HANG: Final = Reply(hang_s=60.0)
CUT: Final = Reply(completion(GOOD).body[:40], length=400)
DRIP: Final = Reply([b" "] * 2000, pause_s=0.05, length=2000)
GONE: Final = Reply(is_cut=True)
PAGE: Final = Reply(b"<!doctype html><title>Proxy</title>", media="text/html")
FAULTS: Final[dict[str, Reply]] = {
    "429": complaint("slow down", 429),
    "429 in a second": complaint("slow down", 429, {"Retry-After": "1"}),
    "500": complaint("oops", 500),
    "hang": HANG,
    "cut stream": CUT,
    "cut before a byte": GONE,
    "a proxy's page": PAGE,
    "invalid JSON": completion('{"score": 4'),
    "JSON in a fence": completion(f"Here it is:\n```json\n{GOOD}\n```"),
    "wrong schema": completion('{"points": "four"}'),
    "refusal": completion(None, refusal="I'm sorry, but I can't judge this."),
    "refusal in words": completion("I'm sorry, but I can't help with that request."),
    "reasoning before the JSON": completion(f'<think>Perhaps {{"score": 1}}? No.</think>\n{GOOD}'),
    "reasoning beside it": completion(GOOD, reasoning_content='Perhaps {"score": 1}?'),
    "cut short": completion('{"score": 4, "why": "bec', finish="length"),
    "empty": completion(""),
    "filtered": completion("", finish="content_filter"),
    "another language": completion(
        json.dumps(
            {
                "text": "The curtain is wide enough for most windows and it can be washed in the machine at home."
            }
        )
    ),
}


@dataclass
class ModelServer:
    """On 127.0.0.1 for the length of a `with` block."""

    says: Says | Reply = field(default_factory=lambda: knows("json_schema"))

    def __post_init__(self) -> None:
        self._web = WebServer()
        self._counts: Counter[str] = Counter()
        self.asked: list[Asked] = []
        self.answered: list[Asked] = []
        """Those that got a completion, whole: they are on the bill."""
        self.embedded_batches = 0
        self.embedded: Callable[[str], Sequence[float]] = lambda text: [float(len(text)), 1.0]

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://{self._web.host}/v1"

    def _chat(self, raw: Raw) -> Reply:
        body = json.loads(raw.body)
        asked = Asked(body, raw.headers, 0, 0)
        self._counts[asked.mark] += 1
        asked = Asked(body, raw.headers, self._counts[asked.mark], self._counts.total())
        self.asked.append(asked)
        reply = self.says if isinstance(self.says, Reply) else self.says(asked)
        if (
            reply.status == 200
            and isinstance(reply.body, bytes)
            and b'"choices"' in reply.body
            and not reply.length
        ):
            self.answered.append(asked)
        return reply

    def _embed(self, raw: Raw) -> Reply:
        texts = json.loads(raw.body)["input"]
        self.embedded_batches += 1
        rows = [
            {"object": "embedding", "index": i, "embedding": self.embedded(t)} for i, t in enumerate(texts)
        ]
        body = {
            "object": "list",
            "data": rows,
            "model": "e",
            "usage": {"prompt_tokens": len(texts), "total_tokens": len(texts)},
        }
        return Reply(json.dumps(body).encode())

    def paid(self) -> Counter[str]:
        """How often each request is on the bill."""
        return Counter(asked.mark for asked in self.answered)

    def __enter__(self) -> "ModelServer":
        self._web.route("/v1/chat/completions", self._chat)
        self._web.route("/v1/embeddings", self._embed)
        self._web.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._web.__exit__(None, None, None)
