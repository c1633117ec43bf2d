"""A place in memory for tests: loses answers, doubles drafts, lets a person edit. Keeps no contract it could break."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import ClassVar

from content.errors import PublishUnknown
from content.publishers.place import (
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


class Clock:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Shelf(Place):
    """Copies by id. `before` is called with the name of every method that writes, and may raise; so is `after`."""

    kind: ClassVar[str] = "shelf"
    timeout_s = 5.0

    def __init__(self, setting: Setting | None = None) -> None:
        self.copies: dict[str, Copy] = {}
        self.writes: list[str] = []
        self.before: Callable[[str], None] = lambda name: None
        self.after: Callable[[str], None] = lambda name: None
        self.drops: set[str] = set()
        self.sight = Sight.LIVE
        self._numbers = count(1)

    def capabilities(self) -> Capabilities:
        return Capabilities(statuses=tuple(Status))

    def check(self) -> Report:
        return Report(self.capabilities(), ("a shelf",))

    def find(self, key: str) -> list[Copy]:
        return [
            copy for _, copy in sorted(self.copies.items(), key=lambda item: int(item[0])) if copy.key == key
        ]

    def get(self, remote_id: str) -> Copy | None:
        return self.copies.get(remote_id)

    def at_slug(self, slug: str) -> Copy | None:
        return next((copy for copy in self.copies.values() if copy.slug == slug and not copy.key), None)

    def spell(self, payload: Payload) -> Fields:
        return {"title": payload.title, "body": payload.html, "slug": payload.slug, "tags": payload.locale}

    def create(self, mark: Mark, fields: Fields) -> Copy:
        self.before("create")
        copy = self._put(str(next(self._numbers)), mark, fields, Status.DRAFT, None)
        self.writes.append("create")
        self.after("create")
        return copy

    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        self.before("update")
        if remote_id not in self.copies:
            raise PublishUnknown("gone meanwhile")
        copy = self._put(remote_id, mark, fields, status, due_at)
        self.writes.append("update")
        self.after("update")
        return copy

    def _put(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        said = {name: text for name, text in fields.items() if name not in self.drops}
        url = f"https://shelf.example/{fields['slug']}/" if status is Status.PUBLISHED else ""
        self.copies[remote_id] = Copy(
            remote_id, status, fields["slug"], self._stamp(), url, mark.key, mark.fingerprint, said, due_at
        )
        return self.copies[remote_id]

    def _stamp(self) -> str:
        return str(next(self._numbers))

    def discard(self, remote_id: str) -> None:
        self.before("discard")
        self.copies.pop(remote_id, None)
        self.writes.append("discard")

    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        return self.sight, "" if self.sight is Sight.LIVE else "nobody saw it"

    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:
        self.before("unpublish")
        if remote_id in self.copies:
            status = Status.TRASH if is_final else Status.DRAFT
            self.copies[remote_id] = replace(self.copies[remote_id], status=status, modified=self._stamp())
        self.writes.append("unpublish")
        self.after("unpublish")
        return self.copies.get(remote_id)

    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        return Sight.LIVE, ""

    def edited(self, remote_id: str, **said: str) -> None:
        """What a person does in the CMS."""
        copy = self.copies[remote_id]
        self.copies[remote_id] = replace(copy, said={**copy.said, **said}, modified=self._stamp())
