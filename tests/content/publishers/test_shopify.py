"""Shopify, against our own fake of it (tests/servers/shopify_fake.py): no claim about the real one is proved here."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from content.errors import PublishDown, PublishRefused, ShopError
from content.publications import Publications, Stand, placement_key
from content.publishers.place import Image, Payload, Setting, Status
from content.publishers.placing import Placing, Wish
from content.publishers.shopify import Shopify
from content.shop import Target, load_shop
from flows.migrate import migrate
from seo.database import open_engine
from tests.content.publishers.repository.workshop import BODY, DRAFT, OUT
from tests.content.publishers.repository.workshop import page as plain_page
from tests.content.publishers.shelf import Clock
from tests.servers.shopify_fake import TOKEN, FakeShopify, shopify_fake

MARKETS = ("en-US", "de-DE", "ar-AE")


def page(locale: str = "en-US", slug: str = "how-wide", **changes: object) -> Payload:
    return plain_page(locale, slug, **{"title": f"Title {locale}", **changes})


@pytest.fixture
def store() -> Iterator[FakeShopify]:
    with shopify_fake() as found:
        yield found


def opened(folder: Path, fake: FakeShopify, token: str = TOKEN, **settings: object) -> Shopify:
    markets = "".join(f'[[markets]]\nlocale = "{each}"\ncurrency = "EUR"\n' for each in MARKETS)
    (folder / "shop.toml").write_text(f'name = "Lindenhof"\n{markets}', encoding="utf-8")
    told = {"store": fake.site, "blog": "news", **settings}
    target = Target("shopify", "blog", fake.site, MARKETS, "published", settings=told)
    clock = Clock()
    return Shopify(Setting(target, load_shop(folder), token, clock.now, clock.sleep))


@pytest.fixture
def way(tmp_path: Path, store: FakeShopify) -> Placing:
    engine, clock = open_engine(tmp_path), Clock()
    migrate(engine)
    return Placing(opened(tmp_path, store), Publications(engine, "shop"), "blog", clock.now, clock.sleep)


def only(store: FakeShopify) -> dict[str, object]:
    (article,) = store.articles.values()
    return article


def test_an_article_is_made_hidden_and_then_published_by_its_number(way: Placing, store: FakeShopify) -> None:
    placed = way.put(page(), OUT)
    assert (placed.stand, placed.dropped) == (Stand.PUBLISHED, ())
    assert placed.url == f"{store.site}/blogs/news/how-wide"
    writes = [name for name in store.asked if name in ("AcreageCreate", "AcreageUpdate")]
    assert writes == ["AcreageCreate", "AcreageUpdate"]
    assert only(store)["isPublished"] is True
    assert only(store)["tags"] == ["Breite", "Vorhänge"]
    assert way.look(placed, page()).stand is Stand.LIVE


def test_the_same_again_writes_nothing(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    count = len(store.asked)
    way.put(page(), OUT)
    assert len(store.asked) == count


def test_other_languages_are_translations_of_one_article(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    for locale, slug in (("de-DE", "wie-breit"), ("ar-AE", "arab")):
        placed = way.put(page(locale, slug), OUT)
        assert (placed.stand, placed.dropped) == (Stand.PUBLISHED, ())
        assert placed.url == f"{store.site}/{locale[:2]}/blogs/news/{slug}"
        assert way.look(placed, page(locale, slug)).stand is Stand.LIVE
    assert only(store)["title"] == "Title en-US"
    (gid,) = store.articles
    assert store.translations[gid, "ar"]["title"] == "Title ar-AE"
    assert '<div dir="rtl" lang="ar">' in store.translations[gid, "ar"]["body_html"]


def test_a_translation_waits_for_its_original_and_never_stands_at_its_address(
    way: Placing, store: FakeShopify
) -> None:
    for _ in range(2):
        placed = way.put(page("de-DE", "wie-breit"), OUT)
        assert placed.stand is Stand.REFUSED
        assert "no article in en yet that this one translates" in placed.note
        way.put(page(concept="curtains/care"), OUT)
    assert [each["title"] for each in store.articles.values()] == ["Title en-US"]
    assert way.place.rank("en-US") < way.place.rank("de-DE")


def test_a_draft_of_a_translation_is_seen_by_nobody(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    placed = way.put(page("de-DE", "wie-breit"), DRAFT)
    assert (placed.stand, store.translations) == (Stand.DRAFT, {})
    assert way.put(page("de-DE", "wie-breit"), OUT).stand is Stand.PUBLISHED


def test_a_translation_taken_off_leaves_its_article_and_comes_back(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    placed = way.put(page("de-DE", "wie-breit"), OUT)
    assert way.withdraw(placed, is_final=False).stand is Stand.OFF
    assert store.translations[next(iter(store.articles)), "de"] == {}
    assert only(store)["isPublished"] is True
    assert way.put(page("de-DE", "wie-breit"), OUT).stand is Stand.PUBLISHED


def test_a_new_figure_in_the_original_leaves_its_translations_valid(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    way.put(page("de-DE", "wie-breit"), OUT)
    way.put(page(html=BODY.replace("140", "150")), OUT)
    placed = way.put(page("de-DE", "wie-breit", html=BODY.replace("140", "150")), OUT)
    assert (placed.edited, placed.dropped, placed.stand) == ((), (), Stand.PUBLISHED)


def test_a_persons_words_stay_and_new_figures_go_in(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    only(store)["body"] = str(only(store)["body"]).replace("30 Grad", "40 Grad")
    way.put(page(html=BODY.replace("140", "150")), OUT)
    assert "40 Grad" in str(only(store)["body"]) and ">150 cm</data>" in str(only(store)["body"])


@pytest.mark.parametrize("name", ["AcreageCreate", "AcreageUpdate", "AcreageTranslate", "AcreageMark"])
def test_an_answer_lost_after_the_work_doubles_nothing(way: Placing, store: FakeShopify, name: str) -> None:
    store.cut = [name]
    way.put(page(), OUT)
    placed = way.put(page("de-DE", "wie-breit"), OUT)
    assert (placed.stand, placed.edited, len(store.articles)) == (Stand.PUBLISHED, (), 1)
    assert store.cut == []


def test_somebody_elses_article_at_the_handle_is_left_alone(way: Placing, store: FakeShopify) -> None:
    store.articles["gid://shopify/Article/5"] = {
        "id": "gid://shopify/Article/5", "handle": "how-wide", "title": "Mine", "body": "", "summary": "", "tags": [],
        "isPublished": True, "image": None, "metafields": {},
    }  # fmt: skip
    assert way.put(page(), OUT).stand is Stand.CONFLICT
    assert only(store)["title"] == "Mine"


def test_consolidated_pages_lead_to_their_successor(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    way.put(page(slug="other", concept="x"), OUT)
    first = way.book.placement(placement_key("shop", "a-how-wide", "en-US", "blog"))
    assert first is not None
    done = way.withdraw(first, f"{store.site}/blogs/news/other", is_final=True)
    assert (done.stand, done.note) == (Stand.WITHDRAWN, "")
    assert store.redirects == {"/blogs/news/how-wide": "/blogs/news/other"}


def test_a_new_handle_of_a_published_article_redirects_the_old_one(way: Placing, store: FakeShopify) -> None:
    way.put(page(), OUT)
    way.put(replace(page(), slug="how-wide-is-it"), OUT)
    assert store.redirects == {"/blogs/news/how-wide": "/blogs/news/how-wide-is-it"}


def test_requests_wait_for_the_bucket_and_a_throttled_one_is_repeated(
    way: Placing, store: FakeShopify
) -> None:
    store.size, store.points, store.restored_per_s = 70.0, 70.0, 50_000.0
    for number in range(6):
        assert way.put(page(slug=f"a-{number}", concept=f"c{number}"), OUT).stand is Stand.PUBLISHED
    assert len(store.articles) == 6


def test_a_bucket_that_others_empty_is_for_later(tmp_path: Path, store: FakeShopify) -> None:
    store.points, store.restored_per_s = 0.0, 0.001
    with pytest.raises(PublishDown, match="used up by others"):
        opened(tmp_path, store).check()


def test_what_shopify_calls_wrong_is_said_in_its_words(way: Placing, store: FakeShopify) -> None:
    placed = way.put(page(html="<p>" + "x" * 1_000_001 + "</p>"), OUT)
    assert placed.stand is Stand.REFUSED
    assert "article.body Body is too big" in placed.note and "\n" not in placed.note


def test_a_scheduled_article_stays_hidden_until_its_hour(way: Placing, store: FakeShopify) -> None:
    due_at = way.now() + timedelta(hours=3)
    placed = way.put(page(), Wish(Status.SCHEDULED, "2026-W48", due_at))
    assert (placed.stand, only(store)["isPublished"]) == (Stand.SCHEDULED, False)
    way.sleep(4 * 3600)
    assert way.look(placed, page()).stand is Stand.LIVE


def test_a_picture_with_an_address_is_shown(way: Placing, store: FakeShopify) -> None:
    image = Image("a.jpg", "image/jpeg", "A curtain", b"x", source="https://shop.example/a.jpg")
    assert way.put(page(images=(image,)), OUT).dropped == ()
    assert only(store)["image"]


PAGE = b"<!doctype html><title>502 Bad Gateway</title>"


@pytest.mark.parametrize(
    ("strange", "kind", "said"),
    [
        ((404, {}, b""), PublishRefused, "is no store"),
        ((403, {}, b""), PublishRefused, "needs the scopes write_content"),
        (
            (302, {"Location": "https://x.example/admin/login?token=t0p"}, b""),
            PublishRefused,
            "login page (/admin/login)",
        ),
        ((200, {"Content-Type": "text/html"}, PAGE), PublishDown, "with a web page (502 Bad Gateway)"),
        ((502, {"Content-Type": "text/html"}, PAGE), PublishDown, "busy or broken (502: 502 Bad Gateway)"),
        ((429, {}, b""), PublishDown, "left alone for a while"),
    ],
)
def test_whatever_else_it_answers_is_one_line(
    tmp_path: Path,
    store: FakeShopify,
    strange: tuple[int, dict[str, str], bytes],
    kind: type[Exception],
    said: str,
) -> None:
    store.strange = [strange]
    with pytest.raises(kind) as error:
        opened(tmp_path, store).check()
    assert said in str(error.value) and "\n" not in str(error.value) and "t0p" not in str(error.value)
    assert opened(tmp_path, store).check().lines


def test_a_wrong_token_is_one_line_and_stands_nowhere(
    tmp_path: Path, store: FakeShopify, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    place = opened(tmp_path, store, "shpat_wr0ng")
    with pytest.raises(PublishRefused, match="does not accept the token") as error:
        place.check()
    assert "shpat" not in f"{error.value}{place.__dict__}{caplog.text}"


def test_the_token_is_in_no_database_and_no_log(
    way: Placing, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    way.put(page(), OUT)
    assert TOKEN not in caplog.text
    assert not any(TOKEN.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_what_the_store_lacks_is_said_before_anything_is_written(tmp_path: Path, store: FakeShopify) -> None:
    with pytest.raises(PublishRefused, match="has no blog 'nevs'"):
        opened(tmp_path, store, blog="nevs").check()
    store.locales = store.locales[:2]
    store.scopes = ["write_content"]
    warnings = " ".join(opened(tmp_path, store).check().warnings)
    assert "no language for ar-AE" in warnings and "write_translations" in warnings and "redirect" in warnings
    with pytest.raises(ShopError, match="store must be name"):
        opened(tmp_path, store, store="shop.example")
