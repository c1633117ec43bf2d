"""A loopback server that remembers what it was told and answers as it is bid."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.servers.answering import Quiet, standing


@dataclass
class Answer:
    """What is said, with which headers."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Hearing:
    """What has been heard, and what is answered: one after the other, the last for ever."""

    url: str = ""
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=lambda: [Answer()])

    def next(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def hearing() -> Iterator[Hearing]:
    found = Hearing()

    class Handler(Quiet):
        def do_POST(self) -> None:  # noqa: N802  the library's name
            body = self.body()
            found.heard.append(({name.lower(): value for name, value in self.headers.items()}, body))
            answer = found.next()
            self.say(answer.status, {"Date": self.date_time_string(), **answer.headers}, answer.body)

    with standing(Handler) as address:
        found.url = f"{address}/acreage"
        yield found
