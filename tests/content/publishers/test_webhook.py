"""Events: kept before they are sent, signed, delivered once each in order, and never lost."""

import base64
import json
import logging
import re
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from standardwebhooks import Webhook as Signer
from standardwebhooks import WebhookVerificationError

from content.errors import PublishRefused, ShopError
from content.outbox import Outbox, Post
from content.publications import Publications, Stand
from content.publishers import webhook as webhook_module
from content.publishers.delivery import TRIES
from content.publishers.place import Setting, Sight, Status
from content.publishers.placing import Placing, Wish
from content.publishers.webhook import TYPES, Webhook
from content.shop import Target, load_shop
from flows.migrate import migrate
from seo.database import open_engine
from tests.content.publishers.repository.workshop import DRAFT, OUT, page
from tests.servers.hearing import Answer, Hearing, hearing

SECRET = "whsec_" + base64.b64encode(b"a-secret-of-thirty-two-bytes-ok!").decode()


class Hours:
    """The real time, moved on by whoever sleeps."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def sleep(self, seconds: float) -> None:
        self.ahead += timedelta(seconds=seconds)


@pytest.fixture
def receiver() -> Iterator[Hearing]:
    with hearing() as found:
        yield found


@pytest.fixture
def hours() -> Hours:
    return Hours()


def opened(folder: Path, hours: Hours, url: str, secret: str = SECRET, **settings: object) -> Webhook:
    (folder / "shop.toml").write_text('name = "shop"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n')
    migrate(open_engine(folder))
    target = Target("webhook", "hook", "", ("de-DE",), "published", settings={"url": url, **settings})
    return Webhook(Setting(target, load_shop(folder), secret, hours.now, hours.sleep, database=folder))


def placing(place: Webhook, folder: Path, hours: Hours) -> Placing:
    return Placing(place, Publications(open_engine(folder), "shop"), "hook", hours.now, hours.sleep)


@pytest.fixture
def way(tmp_path: Path, hours: Hours, receiver: Hearing) -> Placing:
    return placing(opened(tmp_path, hours, receiver.url), tmp_path, hours)


def heard(receiver: Hearing) -> list[dict[str, Any]]:
    """The events as a receiver reads them, their signatures held good."""
    return [Signer(SECRET).verify(body, headers) for headers, body in receiver.heard]


def types(receiver: Hearing) -> list[str]:
    return [event["type"] for event in heard(receiver)]


def test_an_article_is_approved_and_published_and_the_week_finished(way: Placing, receiver: Hearing) -> None:
    way.put(page(), OUT)
    assert receiver.heard == []
    way.place.finish("Lindenhof Home, 2026-W48")
    assert types(receiver) == ["article.approved", "article.published", "week.finished"]
    _, published, week = heard(receiver)
    data = published["data"]
    assert (data["key"], data["status"], data["locale"], data["concept"]) == (
        page().key,
        "published",
        "de-DE",
        "curtains/size",
    )
    assert data["html"] == page().html
    assert data["categories"] == [{"slug": "vorhaenge", "name": "Vorhänge"}]
    assert data["alternates"][1] == {"locale": "ar-AE", "url": "https://blog.example/ar/posts/arab/"}
    assert data["json_ld"]["headline"] == "a {{ b }}"
    assert week["data"]["week"] == "2026-W48"
    assert [each["type"] for each in week["data"]["articles"]] == ["article.approved", "article.published"]


def test_nothing_new_is_no_event(way: Placing, receiver: Hearing) -> None:
    for _ in range(3):
        way.put(page(), OUT)
        way.place.finish("2026-W48")
    assert len(receiver.heard) == 3


def test_a_change_is_an_update_and_a_withdrawal_says_where_readers_go(
    way: Placing, receiver: Hearing
) -> None:
    way.put(page(), OUT)
    way.put(page(title="Neu"), OUT)
    known = way.book.placements()[0]
    way.withdraw(known, "https://shop.example/other/", is_final=True)
    way.place.finish("2026-W48")
    assert types(receiver)[2:] == ["article.updated", "article.withdrawn", "week.finished"]
    gone = heard(receiver)[3]["data"]
    assert (gone["successor"], gone["is_final"], gone["status"]) == (
        "https://shop.example/other/",
        "true",
        "trash",
    )


def test_what_was_withdrawn_may_be_published_anew(way: Placing, receiver: Hearing) -> None:
    way.put(page(), OUT)
    way.withdraw(way.book.placements()[0], is_final=False)
    assert way.put(page(), OUT).stand is Stand.PUBLISHED
    way.place.finish("2026-W48")
    assert types(receiver)[2:4] == ["article.withdrawn", "article.published"]


def test_a_draft_is_approved_and_not_published(way: Placing, receiver: Hearing) -> None:
    way.put(page(), DRAFT)
    way.place.finish("2026-W48")
    assert types(receiver) == ["article.approved", "week.finished"]


def test_a_scheduled_article_says_when(way: Placing, receiver: Hearing, hours: Hours) -> None:
    due_at = hours.now() + timedelta(hours=3)
    way.put(page(), Wish(Status.SCHEDULED, "2026-W48", due_at))
    way.place.finish("2026-W48")
    assert heard(receiver)[1]["data"]["due_at"] == due_at.isoformat()
    hours.sleep(4 * 3600)
    way.look(way.book.placements()[0], page())
    assert way.place.get(page().key).status is Status.PUBLISHED  # type: ignore[union-attr]


def test_a_receiver_that_is_down_gets_it_later_with_the_same_id_signed_anew(
    way: Placing, receiver: Hearing, hours: Hours
) -> None:
    receiver.answers = [Answer(503), Answer()]
    way.put(page(), OUT)
    with pytest.raises(PublishRefused, match="answers 503; 1 events are kept"):
        way.place.finish("2026-W48")
    assert way.place.look(way.place.get(page().key), None, page())[0] is Sight.NOT_LIVE  # type: ignore[arg-type]
    with pytest.raises(PublishRefused):
        way.place.finish("2026-W48")  # too early: nothing is sent
    assert len(receiver.heard) == 1
    hours.sleep(60)
    way.place.finish("2026-W48")
    ids = [headers["webhook-id"] for headers, _ in receiver.heard]
    assert ids[0] == ids[1]
    times = [headers["webhook-timestamp"] for headers, _ in receiver.heard]
    assert int(times[1]) >= int(times[0]) + 60
    assert [json.loads(body)["type"] for _, body in receiver.heard[1:]] == [
        "article.approved",
        "article.published",
        "week.finished",
    ]


def test_the_receivers_wish_to_wait_is_honoured(way: Placing, receiver: Hearing, hours: Hours) -> None:
    receiver.answers = [Answer(429, headers={"Retry-After": "600"}), Answer()]
    way.put(page(), DRAFT)
    for pause, sent in ((0, 1), (300, 1), (301, 3)):
        hours.sleep(pause)
        if sent == 1:
            with pytest.raises(PublishRefused):
                way.place.finish("2026-W48")
        else:
            way.place.finish("2026-W48")
        assert len(receiver.heard) == sent


def test_after_many_tries_it_is_given_up_and_listed_and_publish_tries_it_again(
    way: Placing, receiver: Hearing, hours: Hours
) -> None:
    receiver.answers = [Answer(500)]
    way.put(page(), DRAFT)
    for _ in range(TRIES):
        with pytest.raises(PublishRefused):
            way.place.finish("2026-W48")
        hours.sleep(7 * 3600)
    assert "given up after 12 tries" in way.place.check().warnings[0]
    receiver.answers = [Answer()]
    way.place.finish("2026-W48")
    assert way.place.check().warnings == ()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(401), "refuses it (401): check the secret"),
        (Answer(404), "refuses it (404)"),
        (
            Answer(302, headers={"Location": "https://shop.example/login?next=secret"}),
            "sends us to 'https://shop.example/login'",
        ),
        (Answer(200, b"<!DOCTYPE html><title>502 Bad Gateway</title>"), "with a web page and takes nothing"),
        (Answer(400, headers={"Date": "Wed, 25 Nov 2026 03:00:00 GMT"}), "minutes off ours"),
    ],
)
def test_every_refusal_is_one_line_and_nothing_is_lost(
    way: Placing, receiver: Hearing, hours: Hours, answer: Answer, said: str
) -> None:
    receiver.answers = [answer]
    way.put(page(), OUT)
    with pytest.raises(PublishRefused) as error:
        way.place.finish("2026-W48")
    assert said in str(error.value) and "\n" not in str(error.value) and "secret=" not in str(error.value)
    receiver.heard.clear()
    receiver.answers = [Answer()]
    hours.sleep(120)
    way.place.finish("2026-W48")
    assert sorted(json.loads(body)["type"] for _, body in receiver.heard) == [
        "article.approved",
        "article.published",
        "week.finished",
    ]


def test_410_ends_it_until_another_address_is_given(tmp_path: Path, hours: Hours, receiver: Hearing) -> None:
    way = placing(opened(tmp_path, hours, receiver.url), tmp_path, hours)
    receiver.answers = [Answer(410)]
    way.put(page(), OUT)
    for _ in range(2):
        with pytest.raises(PublishRefused, match="has answered 410: it wants no more events"):
            way.place.finish("2026-W48")
    assert len(receiver.heard) == 1
    with pytest.raises(PublishRefused, match="410"):
        way.place.check()
    receiver.answers = [Answer()]
    moved = opened(tmp_path, hours, f"{receiver.url}?v=2")
    moved.check()
    moved.finish("2026-W48")
    assert len(receiver.heard) == 4


def test_a_process_killed_after_the_event_was_kept_tells_it_once(
    tmp_path: Path, hours: Hours, receiver: Hearing
) -> None:
    """The event is there, the placement does not know: the next run finds it by its key."""
    first = placing(opened(tmp_path, hours, receiver.url), tmp_path, hours)
    first.put(page(), OUT)
    known = first.book.placements()[0]
    first.book.keep(
        type(known)(known.key, known.article, known.target, known.locale, known.week, begun_at=hours.now())
    )
    again = placing(opened(tmp_path, hours, receiver.url), tmp_path, hours)
    assert again.put(page(), OUT).stand is Stand.PUBLISHED
    again.place.finish("2026-W48")
    assert types(receiver) == ["article.approved", "article.published", "week.finished"]


def test_two_at_once_keep_one_event(tmp_path: Path, hours: Hours, receiver: Hearing) -> None:
    places = [opened(tmp_path, hours, receiver.url) for _ in range(4)]
    fields = places[0].spell(page())
    from content.publishers.place import Mark  # noqa: PLC0415

    threads = [
        threading.Thread(target=place.create, args=(Mark(page().key, "f"), fields)) for place in places
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Outbox(open_engine(tmp_path), "shop", "hook").every(Post.WAITING)) == 1


def test_only_the_events_that_are_wanted_are_sent(tmp_path: Path, hours: Hours, receiver: Hearing) -> None:
    way = placing(opened(tmp_path, hours, receiver.url, events=["article.published"]), tmp_path, hours)
    way.put(page(), OUT)
    way.place.finish("2026-W48")
    assert types(receiver) == ["article.published"]


def test_both_secrets_sign_while_one_takes_over(tmp_path: Path, hours: Hours, receiver: Hearing) -> None:
    other = "whsec_" + base64.b64encode(b"another-secret-of-32-bytes-long!").decode()
    way = placing(opened(tmp_path, hours, receiver.url, f"{SECRET} {other}"), tmp_path, hours)
    way.put(page(), DRAFT)
    way.place.finish("2026-W48")
    headers, body = receiver.heard[0]
    for secret in (SECRET, other):
        Signer(secret).verify(body, headers)


def test_a_changed_body_and_an_old_one_are_refused(way: Placing, receiver: Hearing) -> None:
    way.put(page(), DRAFT)
    way.place.finish("2026-W48")
    headers, body = receiver.heard[0]
    with pytest.raises(WebhookVerificationError):
        Signer(SECRET).verify(body.replace(b"Dusk", b"Dawn"), headers)
    with pytest.raises(WebhookVerificationError):
        Signer(SECRET).verify(body, {**headers, "webhook-timestamp": str(int(time.time()) - 301)})


def test_the_secret_stands_nowhere(
    way: Placing, receiver: Hearing, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    receiver.answers = [Answer(500)]
    way.put(page(), OUT)
    with pytest.raises(PublishRefused) as error:
        way.place.finish("2026-W48")
    said = f"{error.value} {caplog.text} {way.place!r} {way.place.check()} {way.place.__dict__}"
    assert SECRET not in said and SECRET[6:] not in said
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert SECRET[6:].encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("settings", "secret", "said"),
    [
        ({"url": "http://shop.example/hook"}, SECRET, "must begin with https://"),
        (
            {"url": "https://shop.example/hook", "events": ["article.gone"]},
            SECRET,
            "events must be a list of",
        ),
        ({"url": "https://shop.example/hook"}, "hunter2", "must be whsec_ and at least 24 random bytes"),
        (
            {"url": "https://shop.example/hook"},
            "whsec_c2hvcnQ=",
            "must be whsec_ and at least 24 random bytes",
        ),
    ],
)
def test_a_table_that_is_not_right_is_one_line(
    tmp_path: Path, hours: Hours, settings: dict[str, object], secret: str, said: str
) -> None:
    with pytest.raises(ShopError) as error:
        opened(tmp_path, hours, str(settings.pop("url")), secret, **settings)
    assert said in str(error.value) and secret not in str(error.value)


# --- the receiver of the guide, run ------------------------------------------------------------------------


@pytest.fixture
def guide(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, dict[str, Any]]]:
    """The code of `webhook_receiver.md` behind a real server."""
    monkeypatch.setenv("ACREAGE_WEBHOOK_SECRET", SECRET)
    (code,) = re.findall(
        r"```python\n(.*?)```",
        Path(webhook_module.__file__).with_name("webhook_receiver.md").read_text("utf-8"),
        re.DOTALL,
    )
    assert len([line for line in code.splitlines() if line.strip()]) <= 20
    names: dict[str, Any] = {}
    exec(compile(code, "webhook_receiver.md", "exec"), names)
    server = uvicorn.Server(uvicorn.Config(names["app"], host="127.0.0.1", port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/acreage", names
    server.should_exit = True
    thread.join(10)


def test_the_receiver_of_the_guide_takes_each_event_once(
    tmp_path: Path, hours: Hours, guide: tuple[str, dict[str, Any]]
) -> None:
    url, names = guide
    way = placing(opened(tmp_path, hours, url), tmp_path, hours)
    way.put(page(), OUT)
    way.put(page(title="Neu"), OUT)
    way.place.finish("2026-W48")
    assert names["pages"][page().key]["title"] == "Neu"
    assert len(names["seen"]) == 4
    assert httpx.post(url, content=b"{}", headers={"webhook-id": "x"}).status_code == 401


def test_the_guide_names_every_event() -> None:
    text = Path(webhook_module.__file__).with_name("webhook_receiver.md").read_text("utf-8")
    assert [name for name in TYPES if f"| `{name}` |" not in text] == []
