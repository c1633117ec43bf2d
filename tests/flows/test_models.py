"""Roles from the environment, limits before anything is sent, the closing line, and that nobody ever sees a key."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.errors import LimitReached, ShopError
from content.models.model import Message, Request
from content.shop import load_shop
from flows import stages
from flows.__main__ import main
from flows.bootstrap import asked_model, choose_encoder, role_of
from flows.closing import paid
from flows.desk import Desk, opened
from flows.health import signs
from flows.turn import TURN, Turn
from tests.servers.model_server import GOOD, ModelServer, completion

KEY = "sk-very-secret-0123456789"
WEEK = "2026-W48"
ASKED = Request((Message("user", "How many?"),), {"type": "object"}, "count")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(completion(GOOD, tokens=(1000, 100))) as server:
        for role in ("WRITER", "EMBEDDER"):
            monkeypatch.setenv(f"ACREAGE_{role}_URL", server.url)
            monkeypatch.setenv(f"ACREAGE_{role}_MODEL", "m")
            monkeypatch.setenv(f"ACREAGE_{role}_KEY", KEY)
        yield server


def add(shop: Path, text: str) -> None:
    with (shop / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(text)


def ask(desk: Desk, sample: int = 0, article: str = "a1") -> str:
    model = asked_model(desk.shop, "writer", desk.engine, article, WEEK)
    assert model is not None
    return model.ask(Request(ASKED.messages, ASKED.schema, "count", sample=sample)).text


def test_the_environment_goes_before_the_file(
    shop: Path, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(shop, '\n[writer]\nurl = "https://other.example/v1"\nmodel = "other"\n')
    role = role_of(load_shop(shop), "writer")
    assert role is not None
    assert (role.url, role.model) == (server.url, "m")
    monkeypatch.delenv("ACREAGE_WRITER_MODEL")
    with pytest.raises(ShopError, match="ACREAGE_WRITER_MODEL is not set"):
        role_of(load_shop(shop), "writer")
    monkeypatch.setenv("ACREAGE_WRITER_MODEL", "m")
    monkeypatch.setenv("ACREAGE_WRITER_URL", f"https://{KEY}@a.example/v1")
    with pytest.raises(ShopError, match="holds no key") as caught:
        role_of(load_shop(shop), "writer")
    assert KEY not in str(caught.value)


def test_a_week_ends_with_what_it_paid(shop: Path, server: ModelServer) -> None:
    with opened(shop, WEEK) as desk:
        assert paid(desk) == "tokens 0, cost 0."
        assert ask(desk) == ask(desk) == GOOD
        assert len(server.asked) == 1
        assert paid(desk) == (
            "model calls 1, tokens 1,000 in and 100 out, a cost nobody states a price for "
            "(1 of 1 calls have no known price)."
        )


def test_a_limit_in_dollars_stops_before_it_is_passed(shop: Path, server: ModelServer) -> None:
    add(shop, "\n[models]\nweek_usd = 0.01\n")
    with opened(shop, WEEK) as desk, pytest.raises(ShopError, match="nobody says what m costs"):
        ask(desk)
    add(shop, f'\n[writer]\nurl = "{server.url}"\nmodel = "m"\nprice_in = 2.0\nprice_out = 10.0\n')
    with opened(shop, WEEK) as desk:  # 0.003 each, and at most 0.0071
        ask(desk)
        with pytest.raises(LimitReached, match=r"week's limit of 0.01 US dollars.*Raise week_usd"):
            ask(desk, sample=1, article="a2")
        assert "cost 0.0030 US dollars" in paid(desk)
    assert len(server.asked) == 1


def test_the_key_is_in_nothing_that_is_written_or_said(
    shop: Path, server: ModelServer, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says = lambda asked: completion(f'{{"echo": "{asked.headers["authorization"]}"}}')
    with caplog.at_level(0), opened(shop, WEEK) as desk:
        model = asked_model(desk.shop, "writer", desk.engine, "a1", WEEK)
        said = repr(model) + repr(desk.shop) + ask(desk) + paid(desk) + repr(signs(shop))
        stages.collect(desk)
    main(["doctor", "--shop", str(shop)])
    said += caplog.text + capsys.readouterr().out
    assert KEY not in said
    for path in shop.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def test_an_embedder_takes_the_encoders_place_and_no_text_is_paid_twice(
    shop: Path, server: ModelServer
) -> None:
    with opened(shop, WEEK) as desk:
        encoder = choose_encoder(desk.state, desk.shop, desk.engine)
        assert encoder.encode(["a", "bb"]).shape == (2, 2)
        assert choose_encoder(desk.state, desk.shop, desk.engine).encode(["bb", "a"]).shape == (2, 2)
    assert server.embedded_batches == 1


def test_whoever_waits_for_a_model_lets_others_compute() -> None:
    turn, inside = Turn(), threading.Event()
    order: list[str] = []

    def other() -> None:
        with turn:
            order.append("other")
            inside.set()

    with turn:
        thread = threading.Thread(target=other)
        thread.start()
        order.append("first")
        with turn.let_go():
            assert inside.wait(5)
        order.append("first again")
    thread.join()
    assert order == ["first", "other", "first again"]
    with turn.let_go():  # nobody has it: nothing happens
        pass
    with turn:  # and it can be taken as before
        pass


def test_two_who_ask_the_same_while_a_third_computes_do_not_block_each_other(
    shop: Path, server: ModelServer
) -> None:
    with opened(shop, WEEK) as desk:

        def stage() -> None:
            with TURN:
                ask(desk)

        threads = [threading.Thread(target=stage, daemon=True) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert not any(thread.is_alive() for thread in threads)
    assert len(server.asked) == 1
