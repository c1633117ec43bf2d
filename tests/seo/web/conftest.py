"""A door onto a loopback server, with a clock that runs when somebody sleeps."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from seo.database import open_engine
from seo.web.door import Door
from seo.web.memory import Memory
from tests.servers.web import WebServer

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AGENT = "Acreage/0.1 (+mailto:shop@example.org)"


@dataclass
class Time:
    """Sleeping moves it on at once; what was slept is kept."""

    now: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def clock(self) -> datetime:
        """The moment."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """No real time passes."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


@dataclass
class Names:
    """A name server of our own; the last list of a name stays."""

    of: dict[str, list[Sequence[str]]]
    asked: list[str] = field(default_factory=list)

    async def resolve(self, host: str) -> Sequence[str]:
        """What the name has this time."""
        self.asked.append(host)
        answers = self.of.get(host)
        if answers is None:
            raise OSError("no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]


OpenDoor = Callable[..., Door]


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    return engine


@pytest.fixture
def memory(engine: Engine) -> Memory:
    return Memory(engine, "hollow-lane")


@pytest.fixture
def open_door(web: WebServer, memory: Memory, time: Time) -> OpenDoor:
    """A door that may ask the loopback server; `names` are hosts that lead to it as well."""

    def build(*names: str, agent: str = AGENT, **more: object) -> Door:
        allow = frozenset({web.host, *(f"{name}:{web.port}" for name in names)})
        resolve = Names({name: [["127.0.0.1"]] for name in names}).resolve
        known = {"resolve": resolve, "clock": time.clock, "sleep": time.sleep, "chance": lambda: 0.5}
        return Door(agent, memory, allow, **{**known, **more})  # type: ignore[arg-type]

    return build
