"""A shop hears the web once a week: through the real door, from a server that says what the test wants."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.shop import load_shop
from flows import stages
from flows.artifacts import source_row
from flows.desk import opened
from flows.health import signs
from flows.listening import asks_of, ceiling
from seo.records import SourceReport
from tests.servers.web import Reply, WebServer

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title>
<item><title>How do I stop light coming in at the sides of blackout curtains?</title><link>https://forum.example/1</link></item>
<item><title>Our new showroom</title><link>https://forum.example/2</link></item></channel></rss>"""
SEARCH = {
    "query": "blackout curtains",
    "results": [{"url": "https://a.example/cut", "title": "Cutting curtains", "content": "Mark, pin, cut.", "engine": "e"}],
    "suggestions": ["blackout curtains too long"],
    "answers": [], "corrections": [], "infoboxes": [], "unresponsive_engines": [],
}  # fmt: skip


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        server.route("/feed", Reply(FEED.encode(), media="application/rss+xml"))
        server.route("/search", Reply(json.dumps(SEARCH).encode()))
        yield server


@pytest.fixture
def listening(shop: Path, web: WebServer, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ACREAGE_OFFLINE", raising=False)
    text = (shop / "shop.toml").read_text(encoding="utf-8")
    table = f'\n[listen]\nfeeds = ["http://{web.host}/feed"]\nsearxng = "http://{web.host}"\nhosts = ["{web.host}"]\n'
    (shop / "shop.toml").write_text(
        text + table + '[listen.seeds]\nen = ["blackout curtains"]\n', encoding="utf-8"
    )
    return shop


def reports_of(shop: Path, week: str) -> dict[str, SourceReport]:
    with opened(shop, week) as desk:
        stages.collect(desk)
        return {report.source: report for report in desk.heard.reports(week)}


def test_what_the_web_says_stands_beside_the_shops_own_signals(listening: Path) -> None:
    reports = reports_of(listening, "2026-W48")
    assert {name: report.state for name, report in reports.items()} == {
        "signals/questions.csv": "ok", "feeds": "ok", "searxng": "ok",
    }  # fmt: skip
    with opened(listening, "2026-W48") as desk:
        heard = {signal.text: signal for signal in desk.heard.signals("2026-W48")}
        asked = heard["How do I stop light coming in at the sides of blackout curtains?"]
        assert (asked.kind, asked.licence, asked.sources, asked.url) == (
            "question", "open", ("feeds",), "https://forum.example/1",
        )  # fmt: skip
        assert heard["blackout curtains too long"].kind == "suggestion"
        assert heard["Our new showroom"].kind == "heading"
        (place,) = desk.seen.results("blackout curtains", "en-GB")
        assert (place.rank, place.url, place.source) == (1, "https://a.example/cut", "searxng")


def test_when_a_source_fails_its_last_good_signals_stand_and_the_report_says_so(
    listening: Path, web: WebServer
) -> None:
    reports_of(listening, "2026-W48")
    web.route("/feed", Reply(b"", status=403))
    web.route(
        "/search",
        Reply(
            json.dumps(
                {
                    **SEARCH,
                    "results": [],
                    "suggestions": [],
                    "unresponsive_engines": [["e", "too many requests"]],
                }
            ).encode()
        ),
    )
    with opened(listening) as desk, desk.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM fetches")  # a day later nothing is taken from the cache
    reports = reports_of(listening, "2026-W49")
    assert (reports["feeds"].state, reports["feeds"].stands_from) == ("blocked", "2026-W48")
    assert "its 2 signals of 2026-W48 stand" in reports["feeds"].note
    assert reports["searxng"].state == "blocked"
    with opened(listening, "2026-W49") as desk:
        texts = {signal.text for signal in desk.heard.signals("2026-W49")}
    assert "How do I stop light coming in at the sides of blackout curtains?" in texts
    shown = {sign.name: sign for sign in signs(listening)}
    assert not shown["feeds"].is_there
    assert "its 2 signals of 2026-W48 stand" in shown["feeds"].says


def test_a_shop_that_says_nothing_of_the_web_asks_nothing(shop: Path) -> None:
    assert list(reports_of(shop, "2026-W48")) == ["signals/questions.csv"]


def test_offline_asks_nothing_whatever_the_shop_says(
    listening: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACREAGE_OFFLINE", "1")
    assert list(reports_of(listening, "2026-W48")) == ["signals/questions.csv"]
    assert "ACREAGE_OFFLINE" in next(sign.says for sign in signs(listening) if sign.name == "listen")


def test_a_search_engine_named_in_the_environment_is_asked(
    shop: Path, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ACREAGE_OFFLINE", raising=False)
    monkeypatch.setenv("SEARXNG_URL", f"http://{web.host}/")
    assert reports_of(shop, "2026-W48")["searxng"].state == "ok"


def test_a_missing_key_is_named_and_what_listening_costs_is_known_before(
    listening: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (listening / "shop.toml").read_text(encoding="utf-8")
    (listening / "shop.toml").write_text(
        text.replace("[listen]", "[listen]\ndataforseo = true\nbrave = true"), encoding="utf-8"
    )
    monkeypatch.delenv("BRAVE_API_KEY", raising=False)
    monkeypatch.setenv("DATAFORSEO_LOGIN", "me")
    monkeypatch.setenv("DATAFORSEO_PASSWORD", "secret-of-the-test")
    with opened(listening, "2026-W48") as desk:
        asks, unready = asks_of(load_shop(listening), desk.ledger, [], desk.today)
    assert [(report.source, report.note) for report in unready] == [
        ("brave", "not asked: set BRAVE_API_KEY, or take brave out of [listen] in shop.toml")
    ]
    seeds = len(asks["dataforseo"].seeds)
    assert seeds
    assert ceiling(asks) == {"dataforseo": round(0.002 * seeds, 4)}
    assert "secret-of-the-test" not in repr(asks)


def test_a_card_of_the_sources_shows_a_dash_for_what_is_not_known() -> None:
    row = source_row(SourceReport("feeds", "ok", 12, 9, shape="open service, 1 requests"))
    assert (row["kept"], row["paid"], row["requests left"], row["not before"]) == ("9", "-", "-", "-")
