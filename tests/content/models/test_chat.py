"""The thin client against a local endpoint that behaves as endpoints do."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest

from content.errors import ModelSilent
from content.models.chat import Chat
from content.models.model import Message, Request

ASKED = Request(
    (Message("system", "Judge."), Message("user", "This.")), {"type": "object"}, "verdict", sample=2
)


class Endpoint(BaseHTTPRequestHandler):
    """Keeps what it was asked; knows the response formats named."""

    knows: ClassVar[set[str]] = set()
    status: ClassVar[int] = 200
    says: ClassVar[str | None] = '{"score": 4}'
    asked: ClassVar[list[dict[str, Any]]] = []

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append({**body, "authorization": self.headers["Authorization"]})
        form = body.get("response_format", {}).get("type", "plain")
        if form not in self.knows:
            self._reply(400, {"error": {"message": f"{form} is not known here"}})
        elif self.status != 200:
            self._reply(self.status, {"error": {"message": "no"}})
        else:
            message = {"role": "assistant", "content": self.says}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
            self._reply(
                200,
                {
                    "id": "1",
                    "object": "chat.completion",
                    "created": 1,
                    "model": "m",
                    "choices": [choice],
                    "usage": usage,
                },
            )

    def _reply(self, status: int, payload: dict[str, Any]) -> None:
        data = json.dumps(payload).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def endpoint() -> Iterator[str]:
    Endpoint.knows, Endpoint.status, Endpoint.says, Endpoint.asked = {"json_schema"}, 200, '{"score": 4}', []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_it_asks_at_temperature_zero_for_the_schema(endpoint: str) -> None:
    answer = Chat(endpoint, "m", "key-1").ask(ASKED)
    assert (answer.text, answer.tokens_in, answer.tokens_out) == ('{"score": 4}', 7, 3)
    sent = Endpoint.asked[0]
    assert (sent["model"], sent["temperature"], sent["seed"]) == ("m", 0.0, 2)
    assert sent["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert sent["authorization"] == "Bearer key-1"


@pytest.mark.parametrize(("knows", "refused"), [("json_object", 1), ("plain", 2)])
def test_an_endpoint_without_schemas_is_asked_in_words_and_remembered(
    endpoint: str, knows: str, refused: int
) -> None:
    Endpoint.knows = {knows}
    chat = Chat(endpoint, "m")
    chat.ask(ASKED)
    chat.ask(ASKED)
    assert len(Endpoint.asked) == refused + 2
    assert "one JSON object of this schema" in Endpoint.asked[-1]["messages"][-1]["content"]


def test_silence_is_an_error_and_never_an_answer(endpoint: str) -> None:
    Endpoint.says = None
    with pytest.raises(ModelSilent, match="answered nothing"):
        Chat(endpoint, "m").ask(ASKED)
    Endpoint.knows = set()
    with pytest.raises(ModelSilent, match="refused the request"):
        Chat(endpoint, "m").ask(ASKED)
    Endpoint.knows, Endpoint.status = {"json_schema"}, 401
    with pytest.raises(ModelSilent, match="401"):
        Chat(endpoint, "m").ask(ASKED)


def test_nobody_there_is_said_in_one_line() -> None:
    chat = Chat("http://127.0.0.1:9/v1", "m", timeout_s=0.5)
    chat._client.max_retries = 0
    with pytest.raises(ModelSilent, match="m at http://127"):
        chat.ask(ASKED)
