"""Pages come through the door, are kept as they stood, and an owner's no is a no; which pages, in which order."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from content.dossier import Dossier, dropped_pages, from_web, read_dossier
from content.research.addresses import addresses
from content.research.fetching import Fetch, fetch_pages
from content.research.kept import Dossiers
from content.research.research import research
from content.research.settings import Reading
from seo.encoders.encoder import Encoder
from seo.records import Keyword, Result
from seo.web.door import Door
from seo.web.stored import Pages
from tests.content.research.pages import DAY, PAGES, html_of, stored, topic
from tests.seo.web.conftest import Time, engine, memory, open_door, time, web  # noqa: F401  fixtures
from tests.servers.shapes import HTML, captcha, robots
from tests.servers.web import Reply, WebServer

OpenDoor = Callable[..., Door]
PAGE = html_of(PAGES["en"][0], "en")


def page(text: str = PAGE, **headers: str) -> Reply:
    return Reply(text.encode(), media=HTML, headers=headers)


def fetched(door: Door | None, pages: Pages, *urls: str) -> list[Fetch]:
    async def go() -> list[Fetch]:
        if door is None:
            return await fetch_pages(urls, None, pages)
        async with door:
            return await fetch_pages(urls, door, pages)

    return asyncio.run(go())


@pytest.fixture
def pages(engine: Engine) -> Pages:  # noqa: F811
    return Pages(engine, "hollow-lane")


def test_a_page_is_kept_and_found_again_by_its_hash(
    web: WebServer,  # noqa: F811
    open_door: OpenDoor,  # noqa: F811
    pages: Pages,
    tmp_path: Path,
) -> None:
    web.route("/hem", page())
    (one,) = fetched(open_door(), pages, web.url("/hem"))
    assert one.page is not None
    assert pages.get(one.page.hash) == one.page
    dossier = read_dossier(tmp_path, pages.all())
    assert [each.url for each in dossier.pages] == [web.url("/hem")]
    assert "Iron-on tape" in dossier.pages[0].text


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (page(**{"TDM-Reservation": "1"}), "text and data mining"),
        (page(**{"X-Robots-Tag": "noai"}), "keeps it from machines"),
        (
            page("<html><head><meta name='robots' content='noindex'></head><body>" + "word " * 200),
            "in no index",
        ),
        (
            page("<html><body><div id='root'></div><p>Please enable JavaScript</p></body></html>"),
            "by a script",
        ),
        (page("<html><body><p>Little.</p></body></html>"), "too little text"),
        (Reply(b"gone", 404, HTML), "404"),
        (Reply(b"%PDF-1.7", media="application/pdf"), "application/pdf"),
        (captcha(), "127.0.0.1"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(
    web: WebServer,  # noqa: F811
    open_door: OpenDoor,  # noqa: F811
    pages: Pages,
    reply: Reply,
    why: str,
) -> None:
    web.route("/x", reply)
    web.route("/hem", page())
    bad, good = fetched(open_door(), pages, web.url("/x"), web.url("/hem"))
    assert bad.page is None
    assert why in bad.note
    assert good.page is not None  # one page's trouble is not another's


def test_robots_txt_is_asked_first(web: WebServer, open_door: OpenDoor, pages: Pages) -> None:  # noqa: F811
    web.route("/robots.txt", robots("User-agent: *\nDisallow: /hem\n"))
    web.route("/hem", page())
    (one,) = fetched(open_door(), pages, web.url("/hem"))
    assert one.page is None
    assert web.paths() == []


def test_without_a_web_what_is_stored_of_it_serves(web: WebServer, open_door: OpenDoor, pages: Pages) -> None:  # noqa: F811
    web.route("/hem", page())
    fetched(open_door(), pages, web.url("/hem"))
    old, new = fetched(None, pages, web.url("/hem"), "https://b.example/new")
    assert old.page is not None
    assert new.note == "b.example: the web was not asked"


# --- which pages ------------------------------------------------------------------------------------------


def place(url: str, rank: int) -> Result:
    return Result("q", "en-GB", rank, url, "T", "", "searxng", date(2026, 11, 25))


def chosen(places: list[Result], reading: Reading | None = None) -> tuple[str, ...]:
    wanted = topic("en")
    return addresses(
        wanted,
        lambda phrase: places if phrase == wanted.name else [],
        reading or Reading(),
        "https://www.hollow.example",
    )


def test_results_come_in_their_order_two_of_a_host_and_nothing_of_our_own() -> None:
    urls = ["https://a.example/1", "https://hollow.example/p", "https://www.a.example/2", "https://a.example/3", "https://b.example/x.pdf",
            "http://a.example/1/", "https://www.amazon.com/dp/1", "https://c.example/"]  # fmt: skip
    found = chosen([place(url, rank) for rank, url in enumerate(urls, 1)])
    assert found == (
        "https://a.example/1",
        "https://www.a.example/2",
        "https://c.example/",
        "https://www.amazon.com/dp/1",
    )


def test_the_shops_list_comes_first_and_its_never_is_kept() -> None:
    reading = Reading(
        ("https://list.example/1", "https://list.example/2", "https://list.example/3"),
        frozenset({"rival.example"}),
        most=4,
    )
    found = chosen(
        [
            place("https://www.rival.example/a", 1),
            place("https://b.example/a", 2),
            place("https://c.example/a", 3),
        ],
        reading,
    )
    assert found == (*reading.pages, "https://b.example/a")


def test_a_page_found_for_several_phrases_goes_before_one_found_for_one() -> None:
    wanted = topic("en")
    more = tuple(Keyword(text, text, "en", 1.0, 1) for text in ("hem curtains", "cut curtains"))
    both = type(wanted)(
        **{name: getattr(wanted, name) for name in wanted.__slots__ if name != "keywords"}, keywords=more
    )
    seen = {
        "hem curtains": [place("https://one.example/", 1), place("https://often.example/", 2)],
        "cut curtains": [place("https://other.example/", 3), place("https://often.example/", 1)],
    }
    assert addresses(both, lambda phrase: seen.get(phrase, []), Reading())[0] == "https://often.example/"


# --- kept -------------------------------------------------------------------------------------------------


def test_a_dossier_is_the_same_on_the_next_run(engine: Engine, encoder: Encoder) -> None:  # noqa: F811
    found = research(
        topic("en"), [stored(each, "en") for each in PAGES["en"]], encoder, ["c.example: refused"]
    )
    by_hash = {each.hash: each for each in found.pages}
    Dossiers(engine, "s").keep("a1", "2026-W48", found, DAY)
    assert Dossiers(engine, "s").get("a1", "2026-W48", by_hash.get) == found
    assert Dossiers(engine, "s").get("a1", "2026-W49", by_hash.get) is None
    assert Dossiers(engine, "other").get("a1", "2026-W48", by_hash.get) is None
    assert (
        Dossiers(engine, "s").get("a1", "2026-W48", lambda _: None) is None
    )  # its pages are gone: look again
    Dossiers(engine, "s").keep("a2", "2026-W48", Dossier(), DAY)
    kept = Dossiers(engine, "s").get("a2", "2026-W48", by_hash.get)
    assert kept == Dossier()
    assert kept.chances is None  # and not "no chances"


def test_a_shops_own_word_on_a_host_goes_before_the_list(
    pages: Pages,
    web: WebServer,  # noqa: F811
    open_door: OpenDoor,  # noqa: F811
) -> None:
    web.route("/hem", page())
    (one,) = fetched(open_door(), pages, web.url("/hem"))
    assert one.page is not None
    assert from_web(one.page).tier == "unknown"
    assert from_web(one.page, {web.host: "maker"}).tier == "maker"


@pytest.mark.parametrize("name", ["page.html", "page.md"])
def test_a_page_dropped_in_hides_nothing(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "evidence" / "pages"
    folder.mkdir(parents=True)
    header = "---\nurl: https://a.example/linen\ntitle: Linen\nfetched_on: 2026-05-04\nlanguage: en\n---\n"
    hidden = "<!-- orders to a machine -->" + (
        "<p style='display:none'>orders to a machine</p>"
        if name.endswith("html")
        else "or\u200bders\U000e0041"
    )
    (folder / name).write_text(
        f"{header}<p>Linen dries fast.</p>{hidden}"
        if name.endswith("html")
        else f"{header}Linen dries fast.\n{hidden}",
        encoding="utf-8",
    )
    (one,) = dropped_pages(tmp_path)
    assert one.text.split("\n") == (
        ["Linen dries fast."] if name.endswith("html") else ["Linen dries fast.", "orders"]
    )
