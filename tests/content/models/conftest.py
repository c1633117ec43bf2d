"""A server of models, a table of calls, and a model that keeps its answers in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from content.calls import Calls, Purpose
from content.models.chat import Chat
from content.models.paid import Paid, Terms
from content.models.retries import Patience
from seo.database import open_engine
from tests.servers.model_server import ModelServer

QUICK = Patience(deadline_s=8.0, try_s=1.0, chance=lambda: 0.0, sleep=lambda _: None)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    return engine


@pytest.fixture
def calls(engine: Engine) -> Calls:
    return Calls(engine, "hollow-lane", "here 1 0", lambda holder: "gone" in holder)


BuildPaid = Callable[..., Paid]


@pytest.fixture
def paid(server: ModelServer, calls: Calls) -> BuildPaid:
    """A writer at work on an article."""

    def build(purpose: Purpose | None = None, book: Calls | None = None, **terms: object) -> Paid:
        chat = Chat(server.url, "m", "sk-very-secret-0123456789")
        known = {"patience": QUICK, **terms}
        return Paid(book or calls, chat, purpose or Purpose("writer", "a1", "2026-W48"), Terms(**known))  # type: ignore[arg-type]

    return build
