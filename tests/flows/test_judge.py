"""`acreage judge`: a model is let in by its test, keeps its answers, and never judges itself."""

import json
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest

from content.judging.drift import Drift, note
from content.models.model import Message, Request
from content.records import Article, Draft, Score, State
from flows import stages
from flows.__main__ import main
from flows.desk import opened
from flows.health import signs
from tests.content.judging.fakes import good

PAGE = """---
title: Is the Dusk curtain 140 cm wide?
description: How wide the Dusk curtain is and whether it can be washed and cut at home.
lang: en
market: en-GB
keyword: dusk curtain width
sku: C 1
---
The Dusk curtain is 140 cm wide. It is machine washable and can be cut, so a hem can be sewn at home after the first wash.
"""


class Endpoint(BaseHTTPRequestHandler):
    """A judge over HTTP, good unless told otherwise."""

    says: ClassVar[Any] = staticmethod(good)
    asked: ClassVar[int] = 0

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked += 1
        messages = tuple(Message(each["role"], each["content"]) for each in body["messages"])
        told = type(self).says(Request(messages, {}, body["response_format"]["json_schema"]["name"]))
        message = {"role": "assistant", "content": json.dumps(told, ensure_ascii=False)}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        answer = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    Endpoint.says, Endpoint.asked = staticmethod(good), 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/v1"
    monkeypatch.setenv("ACREAGE_JUDGE_URL", url)
    monkeypatch.setenv("ACREAGE_JUDGE_MODEL", "reader")
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(shop: Path) -> Path:
    path = shop.parent / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def scored(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["score", "--json", *words]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["files"][0]
    return found


def judge_sign(shop: Path) -> str:
    return next(sign.says for sign in signs(shop) if sign.name == "judge")


def test_an_admitted_judge_verifies_scores_and_is_never_paid_twice(
    endpoint: str, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = scored(capsys, str(page), "--shop", str(shop))
    assert (plain["verified"], plain["calibration"], plain["interval"]) == (False, "uncalibrated", None)
    assert plain["dimensions"]["answer"] is None
    assert {"rule": "judge.absent", "cap": 75} in plain["caps"]

    assert main(["judge", "admit", "--quick", "--shop", str(shop)]) == 0
    assert "reader is admitted by the quick set" in capsys.readouterr().out
    assert Endpoint.asked <= 40
    assert "reader, admitted by the quick set" in judge_sign(shop)

    judged = scored(capsys, str(page), "--shop", str(shop), "--judge")
    asked = Endpoint.asked
    assert judged["verified"] and judged["calibration"] == "uncalibrated"
    assert judged["points"] > plain["points"]
    assert judged["dimensions"]["answer"] == 4.0
    assert judged["caps"] == []
    assert scored(capsys, str(page), "--shop", str(shop), "--judge") == judged
    assert Endpoint.asked == asked
    assert not [path for path in (shop / ".acreage").rglob("*") if endpoint in path.name]


def test_one_that_fails_is_named_with_what_failed_and_not_used(
    endpoint: str, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Endpoint.says = staticmethod(
        lambda r: {"quote": "", "row": "", "contradicts": False} if r.name == "errors" else good(r)
    )
    assert main(["judge", "admit", "--quick", "--shop", str(shop)]) == 1
    told = capsys.readouterr().out
    assert (
        "errors found | 0% | at least 90% | 4 | failed: false product statements in an article pass it"
        in told
    )
    assert "scores stay at 75 at most" in told
    assert "failed the admission test (errors found)" in judge_sign(shop)
    assert main(["score", "--judge", str(page), "--shop", str(shop)]) == 2
    assert "then run acreage judge admit" in capsys.readouterr().err


def test_without_a_judge_the_command_says_how_to_name_one(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["judge", "admit", "--shop", str(shop)]) == 2
    assert "set ACREAGE_JUDGE_URL and ACREAGE_JUDGE_MODEL" in capsys.readouterr().err


def test_half_a_judge_is_an_error(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ACREAGE_JUDGE_URL", "http://127.0.0.1:9/v1")
    assert main(["judge", "admit", "--shop", str(shop)]) == 2
    assert "ACREAGE_JUDGE_MODEL is not set" in capsys.readouterr().err


def test_the_writer_does_not_judge_itself_unless_the_shop_says_so(
    endpoint: str, shop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ACREAGE_WRITER_MODEL", "reader")
    assert main(["judge", "admit", "--quick", "--shop", str(shop)]) == 2
    assert "writes and would judge itself" in capsys.readouterr().err
    with (shop / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[judge]\nurl = "{endpoint}"\nmodel = "reader"\nmay_be_writer = true\n')
    assert main(["judge", "admit", "--quick", "--shop", str(shop)]) == 0


def test_drift_is_quiet_today_and_an_alarm_makes_every_page_wait(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["judge", "drift", "--shop", str(shop)]) == 0
    with opened(shop, "2026-W48") as desk:
        for stage in (stages.collect, stages.cluster):
            stage(desk)
        stages.plan(desk, 1)
        (key,) = desk.told.keys_to_write("2026-W48")
        draft = Draft("Curtains", "", "The Dusk curtain is 140 cm wide.", "en", "en-GB")
        good_one = Article(
            key,
            "c",
            desk.told.assignment("2026-W48", key),
            draft,
            (),
            Score(75.0, False, None, (), ()),
            State.CHECKED,
        )
        assert stages.verdict(desk, good_one)[0] is State.APPROVED
        note(desk.state, Drift(50.0, 40.0, -10.0, "en/blanket-4", -12.0))
        state, reason, approved_by = stages.verdict(desk, replace(good_one))
        assert (state, approved_by) == (State.AWAITING, "")
        assert "the scorer drifted" in reason
    assert "the scorer drifted" in judge_sign(shop)
