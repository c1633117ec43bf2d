"""An article's dossier is looked up once, kept, and what a draft quotes is found in the pages it came from."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.records import Draft, State
from flows import stages
from flows.__main__ import main
from flows.desk import Desk, opened
from flows.researching import checked_against, dossier_of, look_up
from seo.records import Result
from seo.web.answers import Answer
from seo.web.stored import Pages
from tests.content.research.pages import DAY, PAGES, html_of
from tests.servers.shapes import HTML
from tests.servers.web import Reply, WebServer

WEEK = "2026-W48"


def planned(desk: Desk) -> str:
    """The key of a week's English article on cutting."""
    for stage in (stages.collect, stages.cluster):
        stage(desk)
    stages.plan(desk, 4)
    keys = desk.told.keys_to_write(WEEK)
    chosen = {key: desk.told.assignment(WEEK, key) for key in keys}
    return next(key for key, each in chosen.items() if (each.market.language, each.aspect) == ("en", "cut"))


def show(desk: Desk, key: str, *urls: str) -> None:
    """As if a search engine had shown these for the article's topic."""
    topic = desk.told.assignment(WEEK, key).topic
    places = [
        Result(topic.name, "en-GB", rank, url, "T", "", "searxng", DAY.date())
        for rank, url in enumerate(urls, 1)
    ]
    desk.seen.save(places, [])


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACREAGE_OFFLINE", raising=False)


def open_with(shop: Path, host: str) -> None:
    with (shop / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[listen]\nhosts = ["{host}"]\n')


def test_research_reads_through_the_door_and_a_second_run_asks_nothing(shop: Path, online: None) -> None:
    with WebServer() as web:
        open_with(shop, web.host)
        web.route("/hem", Reply(html_of(PAGES["en"][0], "en").encode(), media=HTML))
        with opened(shop, WEEK) as desk:
            key = planned(desk)
            show(desk, key, web.url("/hem"), web.url("/gone"))
            found = look_up(desk, key)
            assert [page.url for page in found.pages] == [web.url("/hem")]
            assert found.quotes
            assert any("404" in note for note in found.notes)
            asked = len(web.asked)
        with opened(shop, WEEK) as desk:
            assert look_up(desk, key) == found
        assert len(web.asked) == asked


def test_with_no_web_at_all_it_is_smaller_and_says_so(shop: Path) -> None:
    folder = shop / "evidence" / "pages"
    folder.mkdir(parents=True)
    header = "---\nurl: https://sewing.example/hem\ntitle: Hems\nfetched_on: 2026-11-20\nlanguage: en\n---\n"
    (folder / "hem.md").write_text(header + PAGES["en"][0][2], encoding="utf-8")
    with opened(shop, WEEK) as desk:
        key = planned(desk)
        assert dossier_of(desk, key) is None
        show(desk, key, "https://never.example/asked")
        found = look_up(desk, key)
        assert found.notes == ("never.example: the web was not asked",)
        assert [page.url for page in found.pages] == ["https://sewing.example/hem"]
        assert found.quotes
        assert look_up(desk, key) == found


def keep(desk: Desk) -> str:
    """A page in the database; returns its address."""
    address, title, text = PAGES["en"][1]
    answer = Answer(address, 200, {"content-type": HTML}, html_of((address, title, text), "en").encode(), DAY)
    return Pages(desk.engine, desk.shop.id).keep(answer, "grey").url


QUOTED = "The backing of a blackout curtain melts under a hot iron."


def test_the_weeks_check_finds_a_quote_in_the_pages_of_the_dossier(shop: Path, online: None) -> None:
    with WebServer() as web:
        open_with(shop, web.host)
        web.route("/ironed", Reply(html_of(PAGES["en"][1], "en").encode(), media=HTML))
        with opened(shop, WEEK) as desk:
            key = planned(desk)
            show(desk, key, web.url("/ironed"))
            look_up(desk, key)
            assert [page.url for page in checked_against(desk, key).pages] == [web.url("/ironed")]
            stages.write(desk, key)
            article = desk.told.article(key)
            assert article is not None
            note = f'\n\nThe backing melts under a hot iron.[^q1]\n\n[^q1]: "{QUOTED}" — Ironed, {web.url("/ironed")}\n'
            for words, is_altered in ((QUOTED, False), (QUOTED.replace("hot", "cold"), True)):
                draft: Draft = replace(article.draft, body=article.draft.body + note.replace(QUOTED, words))
                desk.told.save_article(replace(article, draft=draft, state=State.DRAFTED), WEEK, desk.inputs)
                stages.check(desk, key)
                checked = desk.told.article(key)
                assert checked is not None
                rules = {finding.rule for finding in checked.findings}
                assert "quote.missing" not in rules
                assert ("quote.altered" in rules) is is_altered


def test_acreage_check_finds_it_in_the_database_too(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "page.md"
    head = "---\ntitle: Ironing curtains\nlang: en\nmarket: en-GB\n---\n"
    url = PAGES["en"][1][0]
    file.write_text(f'{head}The backing melts.[^q1]\n\n[^q1]: "{QUOTED}" — Ironed, {url}\n', encoding="utf-8")
    main(["check", str(file), "--shop", str(shop)])
    assert "quote.missing" in capsys.readouterr().out
    assert not (shop / ".acreage" / "acreage.db").exists()
    with opened(shop, WEEK) as desk:
        assert keep(desk) == url
    main(["check", str(file), "--shop", str(shop)])
    assert "quote.missing" not in capsys.readouterr().out
