"""Hostile pages in the shop's folder and hostile customers, through the whole of an article: a writer that obeys them all
gets nothing published by a rule, and nobody is asked anything but the articles' own calls.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.records import Severity, State
from flows import stages
from flows.desk import Desk, opened
from flows.researching import look_up
from tests.content.writing.model.hostile import PAGES, QUESTIONS, REVIEWS, hostile
from tests.flows.conftest import RULE
from tests.servers.model_server import Asked, ModelServer, completion
from tests.servers.web import Reply

WEEK = "2026-W48"
TRUE = "The {{c-1.short}} can be cut to length; the {{c-2.short}} cannot be cut."
LONG = (
    "Let the curtain hang for a few days and mark the length on the rod. Then take it down and look at the mark once "
    "more before the scissors come out. What was cut off does not come back, so a second look is worth the time."
)


def block(text: str) -> dict[str, object]:
    return {"text": text, "rests_on": ["c-1.can_be_cut", "c-2.can_be_cut"] if text == TRUE else []}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as server:
        monkeypatch.setenv("ACREAGE_WRITER_URL", server.url)
        monkeypatch.setenv("ACREAGE_WRITER_MODEL", "m")
        monkeypatch.setenv("ACREAGE_WRITER_KEY", "k")
        yield server


def plant(shop: Path, url: str) -> None:
    """Every English page into the folder, every English customer into the signals; and the shop's own rule."""
    folder = shop / "evidence" / "pages"
    folder.mkdir(parents=True)
    for each in hostile(PAGES):
        if each.language == "en":
            (folder / each.path.name).write_bytes(each.path.read_bytes())
    with (shop / "signals" / "planted.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [(each.text, "en", 9) for each in hostile(QUESTIONS, REVIEWS) if each.language == "en"]
        csv.writer(file).writerows([("question", "lang", "count"), *rows])
    with (shop / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[writer]\nurl = "{url}"\nmodel = "m"\ncontext = 64000\n')
        file.write(RULE if "[approval]" not in (shop / "shop.toml").read_text(encoding="utf-8") else "")


def says(*more: str) -> object:
    """The article, and what it was told beside it; the same again when it is sent back."""
    opening = [block(TRUE), *map(block, more)]

    def said(asked: Asked) -> Reply:
        text = asked.body["messages"][1]["content"]
        told: dict[str, object] = {
            "title": "Can you cut blackout curtains?", "description": TRUE,
            "opening": opening, "sections": [{"heading": "Before you cut", "blocks": [block(LONG)]}],
        }  # fmt: skip
        if "\nPART 0\n" in text:
            told = {
                "title": "",
                "description": "",
                "parts": [{"number": 0, "heading": "", "blocks": opening}],
            }
        return completion(json.dumps(told))

    return said


def made(desk: Desk) -> str:
    """One article on cutting, as far as it goes."""
    for stage in (stages.collect, stages.cluster):
        stage(desk)
    stages.plan(desk, 4)
    keys = {key: desk.told.assignment(WEEK, key) for key in desk.told.keys_to_write(WEEK)}
    key = next(key for key, each in keys.items() if (each.market.language, each.aspect) == ("en", "cut"))
    for stage in (stages.research, stages.brief, stages.write, stages.check, stages.revise, stages.check,
                  stages.revise, stages.check, stages.score, stages.decide):  # fmt: skip
        stage(desk, key)
    return key


def test_a_writer_that_obeys_every_page_is_held(shop: Path, server: ModelServer) -> None:
    plant(shop, server.url)
    told = [each.obeyed.replace("nachtal", "c-2") for each in hostile(PAGES) if each.language == "en"]
    server.says = says(*told[:12])  # type: ignore[assignment]
    with opened(shop, WEEK) as desk:
        key = made(desk)
        article = desk.told.article(key)
        assert article is not None
        assert article.state is State.HELD, article.draft.note
        assert article.draft.rounds == 2
        assert any(each.severity is Severity.BLOCK for each in article.findings)
        assert look_up(desk, key).pages
    assert len(server.answered) == 3  # the article, and twice what was found in it
    assert not any(
        "evil" in message["content"] for asked in server.asked for message in asked.body["messages"][:1]
    )


def test_a_writer_that_does_not_is_not_held_for_what_its_sources_say(shop: Path, server: ModelServer) -> None:
    plant(shop, server.url)
    server.says = says()  # type: ignore[assignment]
    with opened(shop, WEEK) as desk:
        article = desk.told.article(made(desk))
        assert article is not None
        assert [each.rule for each in article.findings if each.severity is Severity.BLOCK] == []
        assert article.draft.written_by == "model:m", article.draft.note
        assert "evil" not in article.draft.body
