"""A shop's own backend, Zapier, Make, Strapi, Directus: told of every article by signed events.

https://www.standardwebhooks.com · what a receiver does stands in `webhook_receiver.md`, its code is executed by a
test. An event is kept in the project's own database before anything is sent, and until somebody has taken it.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlsplit

from content.errors import PublishRefused, ShopError
from content.outbox import Event, Outbox, Post, event_id
from content.publishers import sight
from content.publishers.delivery import Courier
from content.publishers.place import (
    ADDRESS,
    Capabilities,
    Copy,
    Fields,
    Mark,
    Payload,
    Place,
    Report,
    Setting,
    Sight,
    Status,
)
from seo.database import open_engine

TYPES = ("article.approved", "article.published", "article.updated", "article.withdrawn", "week.finished")
WEEK = re.compile(r"\d{4}-W\d{2}")
DISABLED = "endpoint.disabled"  # kept, never sent
SHORTEST = 24  # bytes of a secret, as the standard asks
LOCAL = ("localhost", "127.0.0.1", "::1")


class Webhook(Place):
    """One receiver. What it holds of an article is the last event about it."""

    kind: ClassVar[str] = "webhook"
    secret: ClassVar[str] = "ACREAGE_WEBHOOK_SECRET"
    settings: ClassVar[Mapping[str, str]] = {
        "url": "!the receiver's address",
        "events": f"a list of those that are wanted; left out: all of {', '.join(TYPES)}",
        "address": "how the site builds addresses, for example /{locale}/{slug}/: pages are then looked at",
    }
    is_batch: ClassVar[bool] = True
    own: ClassVar[tuple[str, ...]] = ("json_ld", "alternates", "locale", "concept", "article", "images")
    takes_files: ClassVar[bool] = False

    def __init__(self, setting: Setting) -> None:
        self._setting, target = setting, setting.target
        url = target.text("url")
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL):
            raise ShopError(
                f"[[publish]] {target.name}: url must begin with https://: events are signed, not hidden."
            )
        self._wanted = _wanted(setting)
        _refuse_weak(setting)
        self._courier = Courier(url, setting.secret)
        self._visitor = sight.visitor()

    @cached_property
    def _outbox(self) -> Outbox:
        self._engine = open_engine(self._setting.database)
        return Outbox(self._engine, self._setting.shop.id, self._setting.target.name)

    def close(self) -> None:
        """Give the connections back."""
        self._courier.close()
        self._visitor.close()
        if "_outbox" in self.__dict__:
            self._engine.dispose()

    # --- what it may do ------------------------------------------------------------------------------------

    def capabilities(self) -> Capabilities:
        """Everything: what becomes of an event is the receiver's matter."""
        statuses = (Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.PUBLISHED)
        return Capabilities(statuses=statuses, longest_slug=80)

    def check(self) -> Report:
        """What waits and what was not taken. PublishRefused when the receiver has said that it wants no more."""
        if self._is_disabled():
            raise PublishRefused(self._gone_line())
        waiting = self._outbox.every(Post.WAITING)
        left = self._outbox.every(Post.PARKED, Post.DEAD)
        lines = (f"{self._courier.host}: {', '.join(self._wanted)}", f"{len(waiting)} events wait")
        return Report(
            self.capabilities(), lines, tuple(f"{each.type} {each.id}: {each.note}" for each in left)
        )

    def _is_disabled(self) -> bool:
        asked = self._disabling()
        return any(each.id == asked.id for each in self._outbox.since(0) if each.type == DISABLED)

    def _disabling(self) -> Event:
        url, name = self._setting.target.text("url"), self._setting.target.name
        return Event(
            event_id("", name, DISABLED, url), name, "", DISABLED, self._setting.now(), "", post=Post.TAKEN
        )

    # --- read ----------------------------------------------------------------------------------------------

    def find(self, key: str) -> list[Copy]:
        """The last event about an article."""
        copy = self.get(key)
        return [copy] if copy else []

    def get(self, remote_id: str) -> Copy | None:
        """What we told last."""
        event = self._outbox.last(remote_id)
        if event is None:
            return None
        status = Status(event.status)
        url = self._address(event.fields) if status is Status.PUBLISHED else ""
        return Copy(
            remote_id, status, event.fields["slug"], event.id, url, remote_id, event.fingerprint, event.fields,
            event.due_at,
        )  # fmt: skip

    def at_slug(self, slug: str) -> Copy | None:  # noqa: ARG002  the receiver's own pages are not ours to know
        """None."""
        return None

    def _address(self, fields: Fields) -> str:
        target = self._setting.target
        pattern, locale = target.text("address"), fields.get("locale", "")
        if not target.site or not pattern:
            return ""
        try:
            path = pattern.format(slug=fields["slug"], locale=locale.lower(), language=locale[:2])
        except (KeyError, IndexError, ValueError) as error:
            raise ShopError(
                f"[[publish]] {target.name}: address knows only the blanks {{slug}}, {{locale}} and {{language}}."
            ) from error
        return f"{target.site}/{path.lstrip('/')}"

    # --- write ---------------------------------------------------------------------------------------------

    def spell(self, payload: Payload) -> Fields:
        """Everything the article says."""
        said = {
            "title": payload.title, "body": payload.html, "markdown": payload.markdown, "slug": payload.slug,
            "excerpt": payload.excerpt, "description": payload.description, "json_ld": payload.json_ld,
            "locale": payload.locale, "article": payload.article, "concept": payload.concept,
            "categories": _lines((term.slug, term.name) for term in payload.categories),
            "tags": _lines((term.slug, term.name) for term in payload.tags),
            "alternates": _lines(payload.alternates),
            "products": _lines(payload.products),
            "images": _lines((f"{each.media_type} {each.source or each.name}", each.alt) for each in payload.images),
        }  # fmt: skip
        address = self._address(said)
        return {**said, "json_ld": said["json_ld"].replace(ADDRESS, address or ADDRESS)}

    def create(self, mark: Mark, fields: Fields) -> Copy:
        """`article.approved`: what it says, before it is shown."""
        self._tell(mark, fields, Status.DRAFT, None, lambda last: "" if last else "article.approved")
        return self._now(mark.key)

    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        """`article.published` when it is to be shown from now on, `article.updated` when it says something else."""
        last = self._outbox.last(remote_id)
        if last and (last.status, last.fields, last.due_at) == (status, fields, due_at):
            self._relabel(last, mark)
        self._tell(mark, fields, status, due_at, lambda before: _step(before, fields, status, due_at))
        return self._now(remote_id)

    def _relabel(self, last: Event, mark: Mark) -> None:
        """The same in every field: the fingerprint is ours, not the receiver's."""
        if last.fingerprint != mark.fingerprint:
            self._outbox.keep(replace(last, fingerprint=mark.fingerprint))

    def _now(self, key: str) -> Copy:
        copy = self.get(key)
        assert copy is not None  # its event has just been kept
        return copy

    def _tell(
        self, mark: Mark, fields: Fields, status: Status, due_at: datetime | None,
        step: Callable[[Event | None], str], more: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Keep the event that `step` names after the last one; empty: nothing has happened."""
        name, at = self._setting.target.name, self._setting.now()
        data = {
            "key": mark.key, "fingerprint": mark.fingerprint, "status": str(status), "url": self._address(fields),
            "due_at": due_at.isoformat() if due_at else "", **_data(fields), **(more or {}),
        }  # fmt: skip

        def made(last: Event | None) -> Event | None:
            type_ = step(last)
            said = json.dumps(dict(fields), sort_keys=True)
            known = event_id(last.id if last else "", name, mark.key, type_, said, str(status), str(due_at))
            if not type_:
                return None
            return Event(
                known, name, mark.key, type_, at, _body(type_, at, data), str(status), mark.fingerprint, fields,
                due_at, self._first_post(type_),
            )  # fmt: skip

        self._outbox.follow(mark.key, made)

    def _first_post(self, type_: str) -> Post:
        """What the receiver did not ask for counts as taken."""
        return Post.WAITING if type_ in self._wanted else Post.TAKEN

    def discard(self, remote_id: str) -> None:
        """Nothing: a key has one copy."""

    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:
        """`article.withdrawn`, with where its readers go."""
        copy = self.get(remote_id)
        status = Status.TRASH if is_final else Status.DRAFT
        if copy is not None and copy.status is not status:
            more = {"successor": successor, "is_final": "true" if is_final else "false"}
            mark = Mark(remote_id, copy.fingerprint)
            self._tell(mark, copy.said, status, None, lambda _: "article.withdrawn", more)
        return self.get(remote_id)

    # --- deliver -------------------------------------------------------------------------------------------

    def finish(self, message: str) -> None:
        """`week.finished` when something has happened since the last; then everything that is due is delivered.

        PublishRefused in one line when something was not taken: it stays here and comes again, or is listed.
        """
        news = self._news()
        if news:
            found = WEEK.search(message)
            data = {"message": message, "week": found.group(0) if found else "", "articles": news}
            at, name = self._setting.now(), self._setting.target.name
            week = event_id("", name, "week.finished", *(str(each["event"]) for each in news))
            body = _body("week.finished", at, data)
            self._outbox.add(
                Event(week, name, "", "week.finished", at, body, post=self._first_post("week.finished"))
            )
        self.deliver()

    def _news(self) -> list[dict[str, str]]:
        last = max((each.number for each in self._outbox.since(0) if each.type == "week.finished"), default=0)
        return [
            {"event": each.id, "type": each.type, "key": each.about, "title": each.fields.get("title", ""),
             "locale": each.fields.get("locale", ""), "status": each.status}
            for each in self._outbox.since(last) if each.about
        ]  # fmt: skip

    def deliver(self) -> None:
        """Everything that is due, in the order it happened; of an article nothing overtakes what still waits.

        What was parked or given up gets one more try.
        """
        if self._is_disabled():
            raise PublishRefused(self._gone_line())
        held: set[str] = set()
        for event in self._outbox.every(Post.WAITING, Post.PARKED, Post.DEAD):
            now = self._setting.now()
            is_early = event.next_at is not None and event.next_at > now
            if is_early or event.about in held or (not event.about and held):
                held.add(event.about)
                continue
            after, is_disabled = self._courier.deliver(event, now)
            self._outbox.keep(after)
            if is_disabled:
                self._outbox.add(self._disabling())
                raise PublishRefused(self._gone_line())
            if after.post is Post.WAITING:
                held.add(event.about)
        self._complain()

    def _complain(self) -> None:
        left = [each for each in self._outbox.every(Post.WAITING, Post.PARKED, Post.DEAD) if each.note]
        if left:
            raise PublishRefused(
                f"{left[0].note}; {len(left)} events are kept: acreage publish delivers them again."
            )

    def _gone_line(self) -> str:
        return (
            f"{self._courier.host} has answered 410: it wants no more events. Write its new address as url in "
            "shop.toml, or take the target out."
        )

    # --- look ----------------------------------------------------------------------------------------------

    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        """The page, where its address is known; before its event is taken nothing can be there."""
        last = self._outbox.last(copy.id)
        if last and last.post is not Post.TAKEN:
            return Sight.NOT_LIVE, last.note or "its event is not delivered yet"
        if not copy.url:
            return Sight.UNSEEN, "its address is not known: set site and address in shop.toml"
        seen, why, _ = sight.look(self._visitor, copy.url, mark, payload)
        return seen, why

    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        """What the receiver's site says."""
        return sight.gone(self._visitor, url, successor)


def _step(last: Event | None, fields: Fields, status: Status, due_at: datetime | None) -> str:
    """What an update is, after the last event."""
    if last is None or (status is Status.PUBLISHED and last.status != Status.PUBLISHED):
        return "article.published" if status is Status.PUBLISHED else "article.approved"
    if last.fields != fields:
        return "article.updated"
    return "" if (last.status, last.due_at) == (status, due_at) else "article.approved"


def _wanted(setting: Setting) -> tuple[str, ...]:
    asked = setting.target.settings.get("events", list(TYPES))
    if not isinstance(asked, list) or not set(asked) <= set(TYPES):
        raise ShopError(f"[[publish]] {setting.target.name}: events must be a list of {', '.join(TYPES)}.")
    return tuple(asked)


def _refuse_weak(setting: Setting) -> None:
    """A secret as the standard writes it; several, parted by blanks, while one takes over from the other."""
    for each in setting.secret.split() or [""]:
        try:
            key = base64.b64decode(each.removeprefix("whsec_") + "==")
        except (binascii.Error, ValueError):
            key = b""
        if not each.startswith("whsec_") or len(key) < SHORTEST:
            raise ShopError(
                f"[[publish]] {setting.target.name}: its secret must be whsec_ and at least {SHORTEST} random bytes "
                "in base64, the same as the receiver's."
            )


def _lines(pairs: Any) -> str:  # Any: an iterable of two texts each
    return "\n".join(f"{one} {other}" for one, other in pairs)


def _data(fields: Fields) -> dict[str, Any]:
    """Fields as a receiver wants them: lists and objects where they are some."""
    data: dict[str, Any] = {name: text for name, text in fields.items() if name != "body"}
    data["html"] = fields["body"]
    for name, keys in (("categories", ("slug", "name")), ("tags", ("slug", "name")), ("products", ("url", "name")),
                       ("alternates", ("locale", "url")), ("images", ("media_type", "source", "alt"))):  # fmt: skip
        lines = fields.get(name, "").splitlines()
        data[name] = [dict(zip(keys, line.split(" ", len(keys) - 1), strict=False)) for line in lines]
    data["json_ld"] = json.loads(fields["json_ld"]) if fields.get("json_ld") else None
    return data


def _body(type_: str, at: datetime, data: Mapping[str, Any]) -> str:
    moment = at.replace(microsecond=0)
    return json.dumps({"type": type_, "timestamp": moment.isoformat(), "data": data}, ensure_ascii=False)
