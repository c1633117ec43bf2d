"""Thirty and more changes to the catalogue under a published week: the right pages are touched, and no other."""

import asyncio
import json
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from content.publishers.static import StaticSite
from content.records import Article, State
from flows import stages
from flows.__main__ import main
from flows.approval import approve
from flows.desk import opened
from flows.errors import WrongUse
from flows.refresh import refresh as refresh_flow
from flows.refreshing import settle
from tests.flows.published_shop import DAY, WEEK, publish_week

Edit = Callable[[Path], None]
NEXT = DAY + timedelta(days=1)
ANEW, OFF = "published", "stale"
ALL_CURTAINS = ("cut en", "size de", "material fr", "care es", "size ar", "choose ja")


def swap(file: str, *pairs: tuple[str, str]) -> Edit:
    """Write other words into a file of the shop; each must be there."""

    def edit(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        (folder / file).write_text(text, encoding="utf-8")

    return edit


def rows(change: Callable[[list[str], list[list[str]]], None]) -> Edit:
    """Change the product table cell by cell."""

    def edit(folder: Path) -> None:
        path = folder / "products.csv"
        header, *lines = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
        change(header, lines)
        path.write_text("\n".join(",".join(line) for line in [header, *lines]) + "\n", encoding="utf-8")

    return edit


def cell(sku: str, column: str, value: str) -> Edit:
    """Another value in the rows whose SKU begins like this."""

    def change(header: list[str], lines: list[list[str]]) -> None:
        for line in lines:
            if line[0].startswith(sku):
                line[header.index(column)] = value

    return rows(change)


def unit(column: str, renamed: str, factor: int) -> Edit:
    """The same amounts in another unit."""

    def change(header: list[str], lines: list[list[str]]) -> None:
        place = header.index(column)
        header[place] = renamed
        for line in lines:
            line[place] = f"{float(line[place]) * factor:g}" if line[place] else ""

    return rows(change)


def padded(header: list[str], lines: list[list[str]]) -> None:
    for line in lines:
        line[:] = [f" {each} " for each in line]


def described(header: list[str], lines: list[list[str]]) -> None:
    header.append("description")
    for line in lines:
        line.append("A new text for the product page.")


def new_row(text: str) -> Edit:
    return rows(lambda _, lines: lines.append(text.split(",")))


def without(sku: str) -> Edit:
    return rows(lambda _, lines: lines.__setitem__(slice(None), [each for each in lines if each[0] != sku]))


def appended(file: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(before + text, encoding="utf-8")

    return edit


LOCKER = '\n[[delivery]]\ncountry = "{}"\nroute = "locker"\ndays = "2-4 working days"\ncost = "3.90"\n'
CHANGES: dict[str, tuple[Edit, dict[str, str]]] = {
    # prices and comparisons
    "a price": (cell("NOON", "price@DE", "34.90 EUR"), {"cheaper de": ANEW}),
    "a price that makes 'cheaper than' false": (cell("NOON", "price@DE", "69.90 EUR"), {"cheaper de": OFF}),
    "a price that makes 'cheaper than' a tie": (cell("NOON", "price@DE", "64.90 EUR"), {"cheaper de": OFF}),
    "the dearer one's price": (cell("NIGHT", "price@DE", "59.90 EUR"), {"cheaper de": ANEW}),
    "a price no page shows": (cell("NIGHT", "price@GB", "55.90 GBP"), {}),
    # yes, no, nobody knows
    "no becomes yes": (
        cell("NIGHT", "can_be_cut", "yes"), {"cut en": OFF, "care es": ANEW, "choose ja": OFF},
    ),
    "yes becomes no, in a plain text too": (
        cell("DAWN", "can_be_cut", "no"), {"cut en": OFF, "care es": ANEW, "choose ja": OFF, "plain en": OFF},
    ),
    "unknown becomes known": (
        cell("NOON", "can_be_cut", "yes"), {"cut en": OFF, "care es": OFF, "choose ja": OFF},
    ),
    "known becomes unknown": (
        cell("DAWN", "machine_washable", ""), {"care es": OFF, "size ar": OFF, "choose ja": OFF},
    ),
    # amounts, units, ends of a scale
    "an amount in the middle": (
        cell("DUSK", "weight [kg]", "1.2"),
        {"size de": ANEW, "material fr": ANEW, "size ar": ANEW, "choose ja": ANEW},
    ),
    "the heaviest is another": (
        cell("NOON", "weight [kg]", "2.2"),
        {"size de": OFF, "material fr": ANEW, "size ar": OFF, "choose ja": OFF},
    ),
    "the end of a scale moves on": (
        cell("NIGHT", "weight [kg]", "2.1"),
        {"size de": ANEW, "material fr": ANEW, "size ar": ANEW, "choose ja": ANEW},
    ),
    "a number in a plain text": (
        cell("DAWN", "width [cm]", "165"), {"size de": ANEW, "plain en": OFF},
    ),
    "kilograms become grams": (unit("weight [kg]", "weight [g]", 1000), {}),
    "litres become millilitres": (unit("capacity [l]", "capacity [ml]", 1000), {}),
    "another line's amount": (cell("FJORD", "power [W]", "2200"), {"kettles de": ANEW}),
    "another line's strongest": (cell("FJORD", "power [W]", "1900"), {"kettles de": OFF}),
    # products
    "a new heaviest product": (
        new_row("STORM,,Storm curtain,blackout-curtains,,,in stock,170,2.5,cotton,yes,no,,,,,,,"),
        {"size de": OFF, "size ar": OFF, "choose ja": OFF},
    ),
    "a new product that changes no sentence": (
        new_row("STORM,,Storm curtain,blackout-curtains,,,in stock,170,1.5,cotton,no,no,,,,,,,"), {},
    ),
    "a product goes": (
        without("NOON"), {**dict.fromkeys(ALL_CURTAINS, OFF), "cheaper de": OFF},
    ),
    "a product is renamed": (
        swap("products.csv", ("Noon", "Zenith")), {**dict.fromkeys(ALL_CURTAINS, ANEW), "cheaper de": ANEW},
    ),
    "a variant more": (
        new_row("DUSK-3,DUSK,Dusk curtain,blackout-curtains,39.90 GBP,44.90 EUR,in stock,170,1.1,polyester,yes,yes,,,Vorhang Dusk,Rideau Dusk,Cortina Dusk,ستارة Dusk,Dusk カーテン"),
        {"size de": ANEW, "widths es": OFF},
    ),
    "a variant of another width": (cell("DUSK-2", "width [cm]", "155"), {"size de": ANEW}),
    "no variant wide enough": (cell("DUSK-2", "width [cm]", "144"), {"size de": ANEW, "widths es": OFF}),
    "sold out": (cell("DUSK", "availability", "out of stock"), {"widths es": OFF}),
    "a choice": (cell("NOON", "material", "cotton"), {"material fr": ANEW}),
    "a choice two products shared": (cell("DAWN", "material", "cotton"), {"material fr": OFF}),
    # the shop
    "delivery days": (swap("facts.toml", ("3-5 working", "4-6 working")), {"delivery en": ANEW}),
    "delivery cost": (swap("facts.toml", ("9.90 GBP", "8.90 GBP")), {"delivery en": ANEW}),
    "a delivery route more": (appended("facts.toml", LOCKER.format("GB")), {"delivery en": OFF}),
    "a delivery route to another country": (appended("facts.toml", LOCKER.format("DE")), {}),
    "returns": (swap("facts.toml", ('"30 days"', '"14 days"')), {"returns fr": ANEW}),
    "a certificate has ended": (swap("facts.toml", ("2027-03-31", "2026-11-24")), {"certified en": OFF}),
    "a certificate's number": (swap("facts.toml", ("21.HDE.1", "22.HDE.7")), {"certified en": ANEW}),
    "a word is added": (appended("words.csv", "wool,fr,laine,Ida\n"), {}),
    "a word is another": (swap("words.csv", ("fr,lin,", "fr,lin lavé,")), {"material fr": ANEW}),
    "advice in a page's language": (swap("facts.toml", ("let it hang and", "let it hang, and")), {"cut en": OFF}),
    "advice in another language": (swap("facts.toml", ("Erst waschen", "Zuerst waschen")), {}),
    "advice with other line breaks": (swap("facts.toml", ("Wash the curtain", "Wash  the curtain")), {}),
    "a number of the evidence": (swap("evidence/hems.toml", ('"48"', '"52"')), {"cut en": ANEW}),
    "words of the evidence": (swap("evidence/hems.toml", ("kept their line", "kept the line")), {"cut en": OFF}),
    # nothing
    "rows in another order": (rows(lambda _, lines: lines.reverse()), {}),
    "white space": (rows(padded), {}),
    "a description": (rows(described), {}),
    "signals": (appended("signals/questions.csv", "question,lang,count\nHow wide?,en,3\n"), {}),
}  # fmt: skip


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A published week, once for all changes."""
    folder = tmp_path_factory.mktemp("shop") / "hollow"
    return folder, publish_week(folder)


@pytest.fixture
def shop(week: tuple[Path, dict[str, str]], tmp_path: Path) -> Path:
    """A copy of it for one change."""
    copied = tmp_path / "shop"
    shutil.copytree(week[0], copied, symlinks=True)
    return copied


@pytest.fixture
def keys(week: tuple[Path, dict[str, str]]) -> dict[str, str]:
    """The pages' keys by the names of the tests."""
    return week[1]


def refresh(shop: Path, day: date = NEXT) -> dict[str, str]:
    """What `acreage refresh` does; the touched pages, by key, with the state they end in."""
    with opened(shop, WEEK, day) as desk:
        touched = [each.article.key for each in settle(desk)]
        stages.publish(desk, is_rebuild=True)
        return {key: str(article.state) for key in touched if (article := desk.told.article(key))}


def articles_of(shop: Path) -> dict[str, Article]:
    with opened(shop, WEEK, NEXT) as desk:
        return {article.key: article for article in desk.told.articles()}


def page_of(shop: Path, article: Article) -> Path:
    return shop / "public" / article.url.removeprefix("https://hollow.example/") / "index.html"


def lastmod(shop: Path) -> dict[str, str]:
    text = (shop / "public" / "sitemap.xml").read_text(encoding="utf-8")
    return dict(re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>([^<]+)</lastmod>", text))


def prose(html: str) -> str:
    """The article itself: what is around it names its neighbours, who may have gone."""
    found = re.search(r"<article.*?</article>", html, re.DOTALL)
    return found.group() if found else html


def json_ld(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    said: dict[str, object] = json.loads(found[1])
    return said


def test_there_are_more_than_thirty_changes_over_pages_in_six_languages(
    week: tuple[Path, dict[str, str]],
) -> None:
    assert len(CHANGES) >= 30
    articles = articles_of(week[0])
    assert len(articles) == 13
    assert len({article.draft.language for article in articles.values()}) == 6
    assert {str(article.state) for article in articles.values()} == {"published"}


def test_without_a_change_nothing_is_touched(shop: Path) -> None:
    build = (shop / "public").readlink()
    assert refresh(shop) == {}
    assert (shop / "public").readlink() == build


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_touches_the_right_pages_and_no_other(shop: Path, keys: dict[str, str], name: str) -> None:
    edit, expected = CHANGES[name]
    before, dates = articles_of(shop), lastmod(shop)
    html = {key: page_of(shop, each).read_text(encoding="utf-8") for key, each in before.items()}
    edit(shop)
    names = {key: each for each, key in keys.items()}
    assert {names[key]: to for key, to in refresh(shop).items()} == expected
    after, new_dates = articles_of(shop), lastmod(shop)
    for key, article in after.items():
        page = page_of(shop, before[key])
        if names[key] not in expected:
            assert article == before[key]
            assert new_dates[article.url] == dates[article.url]
            text = page.read_text(encoding="utf-8")
            assert prose(text) == prose(html[key])
            assert json_ld(text) == json_ld(html[key])
            assert text == html[key] or expected  # its list of neighbours tells what they say now
        elif article.state is State.STALE:
            assert not page.exists()
            assert article.url not in new_dates
            assert article.reason
        else:
            _is_filled_anew(before[key], article, html[key], page.read_text(encoding="utf-8"))
            assert new_dates[article.url] > dates[article.url]
    build = (shop / "public").readlink()
    assert refresh(shop) == {}  # a second time there is nothing to do
    assert (shop / "public").readlink() == build
    assert articles_of(shop) == after


def _is_filled_anew(before: Article, after: Article, old: str, new: str) -> None:
    """Other figures, the same text, the same approval, and no date that a reader would take for a new text."""
    assert prose(new) != prose(old)
    assert after.draft == before.draft
    assert (after.approved_by, after.published_at, after.updated_at) == (
        before.approved_by, before.published_at, None,
    )  # fmt: skip
    assert after.refreshed_at is not None
    assert "modified_time" not in new
    said, had = json_ld(new), json_ld(old)
    assert said["dateModified"] == had["dateModified"]
    assert "lastReviewed" in str(said["mainEntityOfPage"])
    assert "lastReviewed" not in str(had["mainEntityOfPage"])


def test_a_fact_that_ends_takes_its_page_with_it_on_the_day(shop: Path, keys: dict[str, str]) -> None:
    assert refresh(shop, date(2027, 3, 31)) == {}
    assert refresh(shop, date(2027, 4, 1)) == {keys["certified en"]: OFF}
    assert refresh(shop, date(2027, 4, 2)) == {}


def test_a_page_returns_under_its_approval_when_the_fact_does(shop: Path, keys: dict[str, str]) -> None:
    key = keys["cheaper de"]
    cell("NOON", "price@DE", "69.90 EUR")(shop)
    assert refresh(shop) == {key: OFF}
    cell("NOON", "price@DE", "31.90 EUR")(shop)
    assert refresh(shop) == {key: ANEW}
    article = articles_of(shop)[key]
    assert (article.approved_by, article.reason) == ("person:Ida Holm", "")
    assert "31,90" in page_of(shop, article).read_text(encoding="utf-8")


def test_an_approval_that_stands_is_recorded_as_such(
    shop: Path, keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    cell("NOON", "price@DE", "34.90 EUR")(shop)
    refresh(shop)
    with opened(shop, WEEK, NEXT) as desk:
        (kept,) = desk.refreshes.of(keys["cheaper de"])
    assert (kept.was, kept.now, kept.approved_by) == ("published", "refreshed", "person:Ida Holm")
    assert kept.reason == "figures only: the approval stands"
    assert [c.what for c in kept.changes] == ["noon.price"]
    assert main(["review", "show", keys["cheaper de"], "--shop", str(shop)]) == 0
    assert "figures only: the approval stands (person:Ida Holm): noon.price" in capsys.readouterr().out


def test_nobody_approves_what_is_not_so_any_more(shop: Path, keys: dict[str, str]) -> None:
    cell("NIGHT", "can_be_cut", "yes")(shop)
    refresh(shop)
    with (
        opened(shop, WEEK, NEXT) as desk,
        pytest.raises(WrongUse, match=r"fact\.changed blocks it .*whereas .* cannot"),
    ):
        approve(desk, keys["cut en"], "Jo Doe")


@pytest.mark.parametrize("moment", ["before the build", "after the build"])
def test_killed_between_store_and_publish_the_next_run_finishes(
    shop: Path, keys: dict[str, str], moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell("NOON", "price@DE", "34.90 EUR")(shop)
    cell("NIGHT", "can_be_cut", "yes")(shop)
    real = StaticSite.publish

    def dies(self: StaticSite, *given: object) -> object:
        if moment == "after the build":
            real(self, *given)  # type: ignore[arg-type]  # what the stage hands over
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(StaticSite, "publish", dies)
        with pytest.raises(KeyboardInterrupt):
            refresh(shop)
    assert refresh(shop) == {}  # judged already, and now built
    articles = articles_of(shop)
    assert articles[keys["cheaper de"]].state is State.PUBLISHED
    assert "34,90" in page_of(shop, articles[keys["cheaper de"]]).read_text(encoding="utf-8")
    assert articles[keys["cut en"]].state is State.STALE
    assert not page_of(shop, articles[keys["cut en"]]).exists()
    with opened(shop, WEEK, NEXT) as desk:
        held = {each.key: each.state for each in desk.told.publications()}
    assert held[keys["cut en"]] is State.WITHDRAWN


def test_the_last_page_of_a_site_can_leave_it(shop: Path, keys: dict[str, str]) -> None:
    with opened(shop, WEEK, NEXT) as desk:
        for key in keys.values():
            desk.told.set_state(key, State.STALE, "it is not so")
        stages.publish(desk, is_rebuild=True)
        assert {each.state for each in desk.told.publications()} == {State.WITHDRAWN}
    assert not list((shop / "public").glob("*/*/index.html"))


def test_a_rehearsal_tells_and_stores_nothing(
    shop: Path, keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    before, build = articles_of(shop), (shop / "public").readlink()
    cell("NOON", "price@DE", "69.90 EUR")(shop)
    capsys.readouterr()
    assert main(["refresh", "--shop", str(shop), "--dry-run", "--json", "--on", "2026-11-25"]) == 0
    told = json.loads(capsys.readouterr().out)
    (page,) = told["pages"]
    assert (told["on"], told["is_rehearsal"]) == ("2026-11-25", True)
    assert (page["key"], page["was"], page["now"]) == (keys["cheaper de"], "published", "stale")
    assert {"what": "less(noon.price; night.price)", "then": "true", "now": "false"} in page["changes"]
    assert "less(noon.price; night.price) was 'yes' and is 'no'" in page["reason"]
    assert articles_of(shop) == before
    assert (shop / "public").readlink() == build


def test_a_day_nobody_can_read_is_refused(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refresh", "--shop", str(shop), "--on", "tomorrow"]) == 2
    assert "--on tomorrow: not a day. Write it like 2026-11-30." in capsys.readouterr().err


def test_no_build_shows_a_page_that_was_not_held_against_the_facts(
    shop: Path, keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    cell("NOON", "price@DE", "69.90 EUR")(shop)
    assert main(["site", "build", "--shop", str(shop)]) == 0
    assert "stale: de-DE Noon oder Night?" in capsys.readouterr().out
    article = articles_of(shop)[keys["cheaper de"]]
    assert article.state is State.STALE
    assert not page_of(shop, article).exists()


def test_what_waits_for_a_person_is_held_against_the_facts_too(shop: Path, keys: dict[str, str]) -> None:
    with opened(shop, WEEK, NEXT) as desk:
        for name in ("cheaper de", "returns fr"):
            desk.told.set_state(keys[name], State.AWAITING, "waits for a person")
    cell("NOON", "price@DE", "69.90 EUR")(shop)
    swap("facts.toml", ('"30 days"', '"14 days"'))(shop)
    assert refresh(shop) == {keys["cheaper de"]: "held", keys["returns fr"]: "awaiting approval"}


def test_the_week_writes_a_stale_page_anew(shop: Path, keys: dict[str, str]) -> None:
    key = keys["cut en"]
    address = articles_of(shop)[key].url
    cell("NIGHT", "can_be_cut", "yes")(shop)
    refresh(shop)
    with opened(shop, WEEK, NEXT) as desk:
        assert key in [each for queue in stages.queues(desk) for each in queue]
        for step in (stages.write, stages.check, stages.score, stages.decide):
            step(desk, key)
        stages.publish(desk)
    article = articles_of(shop)[key]
    assert (article.state, article.draft.version, article.url) == (State.PUBLISHED, 2, address)
    assert article.updated_at is not None  # this time the text is another
    assert ("night.can_be_cut", "true") in {(each.reference, each.value) for each in article.draft.relies}
    assert refresh(shop) == {}


def test_the_flow_does_the_same_and_a_second_run_nothing(
    shop: Path, keys: dict[str, str], prefect_url: str
) -> None:
    cell("NOON", "price@DE", "69.90 EUR")(shop)
    assert asyncio.run(refresh_flow(str(shop))) == 1
    article = articles_of(shop)[keys["cheaper de"]]
    assert article.state is State.STALE
    assert not page_of(shop, article).exists()
    assert asyncio.run(refresh_flow(str(shop))) == 0
