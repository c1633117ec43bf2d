"""Ghost: against recorded shapes (tests/servers/ghost_fake.py) always, against a real one by `pytest -m ghost`."""

import logging
import os
import struct
import time
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from content.errors import PublishDown, PublishRefused, ShopError
from content.publications import Publications, Stand
from content.publishers.ghost import BEGIN, END, Ghost
from content.publishers.place import Image, Mark, Payload, Setting, Status
from content.publishers.placing import Placing, Wish
from content.shop import Target, load_shop
from flows.migrate import migrate
from seo.database import open_engine
from tests.content.publishers.repository.workshop import BODY, DRAFT, OUT, WIDTH
from tests.content.publishers.repository.workshop import page as plain_page
from tests.servers.ghost_fake import KEY, FakeGhost, ghost_fake


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PIXEL = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\xff\x00\x00"))
    + _chunk(b"IEND", b"")
)


@dataclass
class Site:
    """Where the tests publish to, and under which slug: a real one keeps what earlier runs left."""

    url: str
    key: str = field(repr=False)
    fake: FakeGhost | None
    slug: str


@pytest.fixture(params=["recorded", pytest.param("real", marks=pytest.mark.ghost)])
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    if request.param == "real":
        url, key = os.environ.get("ACREAGE_TEST_GHOST"), os.environ.get("ACREAGE_GHOST_KEY")
        assert url and key, "start one with tests/servers/ghost.sh and export what it says"
        yield Site(url, key, None, f"how-wide-{uuid.uuid4().hex[:8]}")
        return
    with ghost_fake() as fake:
        yield Site(fake.site, KEY, fake, "how-wide")


@pytest.fixture
def fake() -> Iterator[FakeGhost]:
    with ghost_fake() as found:
        yield found


def opened(folder: Path, url: str, key: str = KEY, ahead: timedelta = timedelta()) -> Ghost:
    (folder / "shop.toml").write_text('name = "shop"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n')
    target = Target("ghost", "ghost", url, ("de-DE",), "published")
    return Ghost(Setting(target, load_shop(folder), key, lambda: datetime.now(UTC) + ahead))


def way_to(folder: Path, url: str, key: str = KEY) -> Placing:
    engine = open_engine(folder)
    migrate(engine)
    place = opened(folder, url, key)
    slept: list[float] = []
    return Placing(
        place, Publications(engine, "shop"), "ghost",
        lambda: datetime.now(UTC) + timedelta(seconds=sum(slept)), slept.append,
    )  # fmt: skip


def page(site: Site, locale: str = "de-DE", **changes: Any) -> Payload:
    key = uuid.uuid5(uuid.NAMESPACE_URL, site.slug + locale).hex
    return plain_page(
        locale, f"{site.slug}-{locale[:2]}", **{"key": key, "title": f"Breite {site.slug}", **changes}
    )


def test_a_post_is_a_draft_first_then_out_and_seen(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    assert "the key is accepted" in way.place.check().lines[0]
    placed = way.put(page(site), OUT)
    assert (placed.stand, placed.dropped, placed.note) == (Stand.PUBLISHED, (), "")
    copy = way.place.get(placed.remote_id)
    assert copy is not None
    assert WIDTH.format(140) in copy.said["body"] and BEGIN in copy.said["body"]
    assert copy.said["tags"] == "Vorhänge\nBreite"
    assert way.look(placed, page(site)).stand is Stand.LIVE
    assert way.put(page(site), OUT) == way.book.placements()[0]
    assert [each.id for each in way.place.find(page(site).key)] == [placed.remote_id]


def test_arabic_keeps_its_direction(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    placed = way.put(page(site, "ar-AE", html="<p>عرضه " + WIDTH.format(140) + "</p>"), OUT)
    copy = way.place.get(placed.remote_id)
    assert copy is not None and '<div dir="rtl" lang="ar">' in copy.said["body"]
    assert placed.dropped == ()


def test_a_persons_words_stay_and_new_figures_go_in(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    placed = way.put(page(site), OUT)
    copy = way.place.get(placed.remote_id)
    assert copy is not None
    theirs = {**copy.said, "body": copy.said["body"].replace("30 Grad", "40 Grad")}
    way.place.update(copy.id, Mark(copy.key, copy.fingerprint), theirs, Status.PUBLISHED, None)
    after = way.put(page(site, html=BODY.replace("140", "150")), OUT)
    held = way.place.get(placed.remote_id)
    assert held is not None
    assert after.edited == ("body",)
    assert "40 Grad" in held.said["body"] and WIDTH.format(150) in held.said["body"]


def test_what_a_person_saves_in_between_is_a_conflict(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    placed = way.put(page(site), OUT)
    place, other = way.place, opened(tmp_path, site.url, site.key)
    copy = place.get(placed.remote_id)
    seen = other.get(placed.remote_id)
    assert copy is not None and seen is not None
    if site.fake is None:
        time.sleep(1.1)  # Ghost's stamps have whole seconds
    other.update(seen.id, Mark(seen.key, ""), {**seen.said, "title": "Theirs"}, Status.PUBLISHED, None)
    place.get = lambda remote_id: copy  # type: ignore[method-assign]  # read before the other one saved
    assert way.put(page(site, title="Ours"), OUT).stand is Stand.CONFLICT
    again = other.get(placed.remote_id)
    assert again is not None and again.said["title"] == "Theirs"


def test_drafts_pending_and_scheduled(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    due_at = (datetime.now(UTC) + timedelta(hours=3)).replace(microsecond=0)
    for wish, status in ((DRAFT, Status.DRAFT), (Wish(Status.PENDING, "w"), Status.PENDING),
                         (Wish(Status.SCHEDULED, "w", due_at), Status.SCHEDULED)):  # fmt: skip
        placed = way.put(page(site), wish)
        copy = way.place.get(placed.remote_id)
        assert copy is not None and (copy.status, copy.url) == (status, "")
    assert copy is not None and copy.due_at == due_at


def test_taken_off_and_gone(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    placed = way.put(page(site), OUT)
    assert way.withdraw(placed, is_final=False).stand is Stand.OFF
    assert way.put(page(site), OUT).stand is Stand.PUBLISHED
    done = way.withdraw(way.book.placements()[0], is_final=True)
    assert "Ghost knows no 410" in done.note
    assert way.place.find(page(site).key) == []
    assert way.withdraw(done, is_final=True).stand is Stand.WITHDRAWN


def test_a_picture_is_uploaded_once(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    image = Image("a.png", "image/png", "A curtain", PIXEL, source="/a.png")
    placed = way.put(page(site, images=(image,), html='<p><img src="/a.png" alt="A curtain"></p>'), OUT)
    assert placed.dropped == ()
    assert way.place.ensure_media(image) == opened(tmp_path, site.url, site.key).ensure_media(image)
    assert site.fake is None or site.fake.images == 1


def test_somebody_elses_post_at_the_slug_is_left_alone(tmp_path: Path, site: Site) -> None:
    way = way_to(tmp_path, site.url, site.key)
    way.put(page(site), OUT)
    assert way.put(page(site, key="f" * 32, article="other"), OUT).stand is Stand.CONFLICT


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_an_answer_lost_after_the_work_doubles_nothing(tmp_path: Path, fake: FakeGhost, method: str) -> None:
    way, site = way_to(tmp_path, fake.site), Site(fake.site, KEY, fake, "how-wide")
    fake.cut = [method]
    placed = way.put(page(site), OUT)
    assert (placed.stand, placed.edited, len(fake.posts)) == (Stand.PUBLISHED, (), 1)


HTML = b"<!doctype html><title>502 Bad Gateway</title>"


@pytest.mark.parametrize(
    ("strange", "kind", "said"),
    [
        ((302, {"Location": "https://x.example/signin?t=t0p"}, b""), PublishRefused, "login page (/signin)"),
        ((200, {"Content-Type": "text/html"}, HTML), PublishDown, "with a web page (502 Bad Gateway)"),
        ((503, {"Content-Type": "text/html"}, HTML), PublishDown, "busy or broken"),
        ((404, {"Content-Type": "text/html"}, b"<title>404</title>"), PublishRefused, "refuses it (404)"),
        (
            (500, {"Content-Type": "application/json"}, b'{"errors":[{"message":"ENOSPC: no space left"}]}'),
            PublishDown,
            "is its disk full?",
        ),
    ],
)
def test_whatever_else_it_answers_is_one_line(
    tmp_path: Path,
    fake: FakeGhost,
    strange: tuple[int, dict[str, str], bytes],
    kind: type[Exception],
    said: str,
) -> None:
    fake.strange = [strange]
    with pytest.raises(kind) as error:
        opened(tmp_path, fake.site).check()
    assert said in str(error.value) and "\n" not in str(error.value) and "t0p" not in str(error.value)


@pytest.mark.parametrize("hours", [2, -2])
def test_a_clock_two_hours_off_is_said_and_does_not_stop_us(
    tmp_path: Path, fake: FakeGhost, hours: int
) -> None:
    place = opened(tmp_path, fake.site, ahead=timedelta(hours=hours))
    assert "120 minutes off ours" in place.check().warnings[0]


def test_a_wrong_key_is_one_line_and_stands_nowhere(
    tmp_path: Path, fake: FakeGhost, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = KEY[:-2] + "00"
    place = opened(tmp_path, fake.site, wrong)
    with pytest.raises(PublishRefused, match="does not accept the key") as error:
        place.check()
    assert wrong[30:] not in f"{error.value}{place.__dict__}{caplog.text}"
    with pytest.raises(ShopError) as refused:
        opened(tmp_path, fake.site, "hunter2")
    assert "hunter2" not in str(refused.value)


def test_the_key_is_in_no_database_and_no_log(
    tmp_path: Path, fake: FakeGhost, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    way_to(tmp_path, fake.site).put(page(Site(fake.site, KEY, fake, "x")), OUT)
    secret = KEY.partition(":")[2]
    assert secret not in caplog.text
    assert not any(secret.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_only_blocks_that_ghost_would_flatten_are_cards(tmp_path: Path, fake: FakeGhost) -> None:
    place = opened(tmp_path, fake.site)
    body = place.spell(
        page(
            Site(fake.site, KEY, fake, "x"),
            html="<p>a</p>\n<p>" + WIDTH.format(1) + '</p>\n<h2 id="s">b</h2>',
        )
    )["body"]
    assert body.split("\n") == ["<p>a</p>", BEGIN, "<p>" + WIDTH.format(1) + "</p>", END, "<h2>b</h2>"]


def test_a_list_of_several_lines_goes_into_one_card(tmp_path: Path, fake: FakeGhost) -> None:
    markup = f"<ul>\n<li>a</li>\n<li>{WIDTH.format(1)}</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>"
    body = opened(tmp_path, fake.site).spell(page(Site(fake.site, KEY, fake, "x"), html=markup))["body"]
    assert (
        body
        == f"{BEGIN}\n<ul>\n<li>a</li>\n<li>{WIDTH.format(1)}</li>\n</ul>\n{END}\n<ul>\n<li>b</li>\n</ul>"
    )
