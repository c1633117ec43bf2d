"""How an article gets to a place that others run, the same for all: once, verified, reversible.

Create only as a draft, then write by id: a create is the one call that cannot be repeated safely, and a doubled
draft is seen by nobody. Every step is stored before it is taken, so that whoever comes next knows what may have
happened. After a lost answer the place is asked, for as long as a request may take, before anything is created
again. A person's words on a page stand; ours go in around them, and where both changed the same block nothing
is written.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from content.errors import PublishConflict, PublishDown, PublishRefused, PublishUnknown
from content.publications import ON, Placement, Publications, Stand
from content.publishers.merging import Merged, facts, has_same_words, merge, merged_field, refilled
from content.publishers.place import Copy, Fields, Mark, Payload, Place, Sight, Status

TRIES = 4
PAUSES_S = (0.2, 0.4, 0.8, 1.6, 3.0)
GRACE_S = 1.0
"""A request's timeout is ours; the place may finish a little later what we no longer wait for."""
PATIENCE = timedelta(seconds=60)  # a schedule this long overdue was missed

RANK = {Status.DRAFT: 0, Status.PENDING: 1, Status.SCHEDULED: 2, Status.PUBLISHED: 3}
STANDS = {
    Status.DRAFT: Stand.DRAFT, Status.PENDING: Stand.PENDING, Status.SCHEDULED: Stand.SCHEDULED,
    Status.PUBLISHED: Stand.PUBLISHED, Status.PRIVATE: Stand.DRAFT, Status.TRASH: Stand.CONFLICT,
}  # fmt: skip
SEEN = {Sight.LIVE: Stand.LIVE, Sight.NOT_LIVE: Stand.PUBLISHED, Sight.UNSEEN: Stand.UNSEEN}


@dataclass(frozen=True, slots=True)
class Wish:
    """How an article is to stand there: its status, its hour, and the week it belongs to."""

    status: Status
    week: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """A place, what is known of it, and a clock. Whoever calls it holds the lease of the payload's key."""

    place: Place
    book: Publications
    target: str
    now: Callable[[], datetime]
    sleep: Callable[[float], None]

    # --- put -----------------------------------------------------------------------------------------------

    def put(self, payload: Payload, wish: Wish) -> Placement:
        """Make the place hold this payload, once. Nothing is written when it holds it already.

        PublishDown: try again in a minute, nothing is lost. A conflict and a refusal are kept on the placement
        and returned; what stood there still stands.
        """
        known = self.book.placement(payload.key) or Placement(
            payload.key, payload.article, self.target, payload.locale, wish.week
        )
        if self.needs_nothing(known, payload, wish):
            return known
        try:
            return self._put(known, payload, wish)
        except PublishConflict as error:
            return self._stopped(payload.key, known, Stand.CONFLICT, str(error), error.diff)
        except PublishRefused as error:
            return self._stopped(payload.key, known, Stand.REFUSED, str(error))

    def needs_nothing(self, known: Placement, payload: Payload, wish: Wish) -> bool:
        """Whether the place holds this payload already, as high as it is wished, or a person rolled it back."""
        if known.refused == payload.fingerprint:
            return True
        is_as_high = known.status != "" and _rank(Status(known.status)) >= _rank(wish.status)
        return (
            known.stand in ON and known.fingerprint == payload.fingerprint and is_as_high and not known.going
        )

    def _put(self, known: Placement, payload: Payload, wish: Wish) -> Placement:
        if wish.status not in self.place.capabilities().statuses:
            role = self.place.capabilities().role or "this user"
            raise PublishRefused(
                f"{self.target}: {role} may not make a page {wish.status}: give the user another role, or set "
                'status = "pending" in shop.toml.'
            )
        lost = ""
        for attempt in range(TRIES):
            try:
                fields = self.place.spell(payload)
                known, copy = self._standing(known, payload, fields)
                return self._written(known, copy, payload, fields, wish)
            except PublishUnknown as error:
                known = self.book.placement(payload.key) or known
                lost = str(error)
                known = self._kept(known, stand=Stand.UNKNOWN, note=lost)
                self.sleep(PAUSES_S[attempt])
        raise PublishDown(f"{self.target}: {TRIES} times in a row: {lost} It goes on with the next run.")

    def _standing(self, known: Placement, payload: Payload, fields: Fields) -> tuple[Placement, Copy]:
        """Our one copy, found or created as a draft."""
        copy = self._ours(known, payload.key, fields)
        if copy is not None:
            return self._adopted(known, copy, fields), copy
        other = self.place.at_slug(fields.get("slug", payload.slug))
        if other is not None:
            raise PublishConflict(
                f"{self.target}: {other.url or other.slug!r} is a page of somebody else's: rename it there, or "
                "give the article another title."
            )
        known = self._kept(known, begun_at=self.now(), meant=fields, trying=fields, stand=Stand.INTENDED)
        try:
            created = self.place.create(Mark(payload.key, payload.fingerprint), fields)
        except (PublishDown, PublishRefused):  # nothing was written: nothing is to be looked for
            self._kept(known, begun_at=None, meant={}, trying={})
            raise
        known = self._adopted(known, created, fields)
        kept = self._alone(self.place.find(payload.key)) or created
        return (known, created) if kept.id == created.id else (self._adopted(known, kept, fields), kept)

    def _adopted(self, known: Placement, copy: Copy, fields: Fields) -> Placement:
        if known.remote_id == copy.id:
            return known
        return self._kept(
            known, remote_id=copy.id, begun_at=None, stand=STANDS[copy.status], status=str(copy.status),
            modified=copy.modified, held=copy.said, sent=known.meant or fields, meant={}, trying={},
        )  # fmt: skip

    def _ours(self, known: Placement, key: str, fields: Fields) -> Copy | None:
        """Our copy on the place; None when there is none and none can be on its way."""
        if known.remote_id:
            copy = self.place.get(known.remote_id)
            if copy is not None and copy.key != key and copy.slug not in (
                known.held.get("slug"), fields.get("slug")
            ):  # fmt: skip
                raise PublishConflict(
                    f"{self.target}: number {copy.id} is another page now: {copy.url or copy.slug}."
                )
            copy = copy or self._alone(self.place.find(key))
            if copy is None and known.stand is Stand.WITHDRAWN:
                return None
            if copy is None or (copy.status is Status.TRASH and known.stand is not Stand.WITHDRAWN):
                raise PublishConflict(
                    f"{self.target}: a person removed this page there. Restore it there, or acreage withdraw it."
                )
            return copy
        waits_until = known.begun_at and known.begun_at + timedelta(seconds=self.place.timeout_s + GRACE_S)
        for pause in _pauses():
            found = self.place.find(key)
            if found:
                break
            if waits_until is None or self.now() > waits_until:
                return None
            self.sleep(pause)
        copy = self._alone(found)
        if copy is None:
            raise PublishConflict(
                f"{self.target}: this page lies in the trash there. Restore it, or empty the trash to have it anew."
            )
        return copy

    def _alone(self, found: Iterable[Copy]) -> Copy | None:
        """The one that counts: the lowest that is not in the trash. Extra drafts of ours go."""
        standing = [copy for copy in found if copy.status is not Status.TRASH]
        if not standing:
            return None
        first = next((copy for copy in standing if copy.status is not Status.DRAFT), standing[0])
        for copy in standing:
            if copy.id != first.id and copy.status is Status.DRAFT:
                self.place.discard(copy.id)
        return first

    def _written(
        self, known: Placement, copy: Copy, payload: Payload, fields: Fields, wish: Wish
    ) -> Placement:
        if known.going and copy.fingerprint == known.going and copy.modified != known.modified:
            known = self._confirmed(known, copy, known.going, is_seen=False)  # our own write, its answer lost
        status = self._status(known, copy, wish)
        fields_now, edited, alarms = self._with_edits(known, copy, fields)
        is_ahead = known.due_at is not None and known.due_at > self.now()
        due_at = (known.due_at if is_ahead else wish.due_at) if status is Status.SCHEDULED else None
        is_there = (
            known.fingerprint == payload.fingerprint and copy.status is status and known.sent == fields
            and not known.going
        )  # fmt: skip
        if is_there:
            return self._kept(
                known, edited=edited, alarms=alarms, modified=copy.modified, status=str(copy.status),
                stand=known.stand if known.stand in ON else STANDS[copy.status], note="", diff="",
            )  # fmt: skip
        known = self._kept(
            known, going=payload.fingerprint, meant=fields, trying=fields_now, edited=edited, alarms=alarms,
            due_at=due_at, modified=copy.modified if edited or alarms else known.modified,
        )  # fmt: skip
        mark = Mark(payload.key, payload.fingerprint)
        return self._confirmed(
            known,
            self.place.update(copy.id, mark, fields_now, status, due_at),
            payload.fingerprint,
            is_seen=True,
        )

    def _status(self, known: Placement, copy: Copy, wish: Wish) -> Status:
        """Never lower than it stands: what an editor has let out is not put back. What a person took off stays."""
        if known.stand is Stand.WITHDRAWN:  # approved anew: out of the trash again
            return wish.status
        if copy.status not in RANK:
            return copy.status
        before = Status(known.status) if known.status else Status.DRAFT
        if known.stand not in (Stand.OFF, Stand.INTENDED, Stand.UNKNOWN) and _rank(copy.status) < _rank(
            before
        ):
            raise PublishConflict(f"{self.target}: a person took this page off ({before} -> {copy.status}).")
        asked = [wish.status, copy.status, *([before] if known.stand is Stand.OFF else [])]
        return max(asked, key=_rank)

    def _with_edits(
        self, known: Placement, copy: Copy, fields: Fields
    ) -> tuple[Fields, tuple[str, ...], tuple[str, ...]]:
        """Our fields with a person's words in them; PublishConflict where both changed the same."""
        if not known.held or (copy.modified == known.modified and not known.edited):
            return fields, (), ()
        found = {name: self._merged(name, known, copy, ours) for name, ours in fields.items()}
        clashes = {name: each.diff for name, each in found.items() if each.diff}
        if clashes:
            raise PublishConflict(
                f"{self.target}: a person changed {' and '.join(clashes)} where the article changed too: take "
                "theirs (acreage verify --pull KEY) or edit the page there.",
                "\n".join(f"{name}\n{diff}" for name, diff in clashes.items()),
            )
        edited = tuple(name for name, each in found.items() if each.text != self._plain(name, known, fields))
        gone = tuple(name for each in found.values() for name in each.gone)
        return {**fields, **{name: found[name].text for name in edited}}, edited, gone

    def _plain(self, name: str, known: Placement, fields: Fields) -> str:
        """A field as it would be without any edit, in the place's spelling."""
        held, sent, ours = known.held.get(name, ""), known.sent.get(name, ""), fields[name]
        return merge(held, held, ours, sent).text if name == "body" else ours

    def _merged(self, name: str, known: Placement, copy: Copy, ours: str) -> Merged:
        if name not in copy.said or name not in known.held or name in self.place.own:
            return Merged(ours)
        held, sent, theirs = known.held[name], known.sent.get(name, ""), copy.said[name]
        if name == "body":
            return merge(held, theirs, ours, sent)
        return merged_field(held, theirs, ours, sent)

    def _confirmed(self, known: Placement, copy: Copy, fingerprint: str, *, is_seen: bool) -> Placement:
        """What the place holds after our own write, and what it dropped of it."""
        lost = [
            name
            for name, text in known.trying.items()
            if not self.place.alike(name, text, copy.said.get(name, ""))
        ]
        held = dict(copy.said)
        for name in known.trying:
            if (
                name in known.edited
            ):  # the ancestor stays what we meant: a person's words are measured from it
                held[name] = self._plain(name, known, known.meant)
            elif name == "body" and name in lost and not is_seen:
                held[name] = known.trying[name]
        return self._kept(
            known, stand=STANDS[copy.status], status=str(copy.status), remote_id=copy.id, url=copy.url,
            fingerprint=fingerprint, going="", begun_at=None, modified=copy.modified, due_at=copy.due_at,
            before=known.sent if self._is_new_version(known) else known.before,
            sent=known.meant, held=held, meant={}, trying={},
            dropped=tuple(lost), note="", diff="",
        )  # fmt: skip

    def _is_new_version(self, known: Placement) -> bool:
        """Whether a write says something else: another price, or one more language, is no version of its own."""
        return known.fingerprint != "" and not all(
            has_same_words(known.sent.get(name, ""), text)
            for name, text in known.meant.items()
            if name not in self.place.own
        )

    # --- look ----------------------------------------------------------------------------------------------

    def look(self, known: Placement, payload: Payload) -> Placement:
        """How it stands now: read there and at its public address. Writes only what a missed schedule needs."""
        if not known.remote_id or known.stand in (Stand.OFF, Stand.WITHDRAWN):
            return known
        copy = self._punctual(known, self.place.get(known.remote_id))
        if copy is None or copy.status is Status.TRASH:
            note = f"{self.target}: a person removed this page there."
            return self._kept(known, stand=Stand.CONFLICT, note=note, looked_at=self.now())
        edited, gone = self.edits(known, copy)
        if known.stand in (Stand.CONFLICT, Stand.REFUSED):  # only a write settles it
            return self._kept(
                known, status=str(copy.status), edited=edited, alarms=gone, looked_at=self.now()
            )
        stand, note = STANDS[copy.status], ""
        if copy.status is Status.PUBLISHED:
            sight, note = self.place.look(copy, Mark(known.key, known.fingerprint), payload)
            stand = SEEN[sight]
        if edited:
            note = "; ".join(filter(None, [note, f"a person changed {', '.join(edited)}"]))
        return self._kept(
            known, stand=stand, note=note, url=copy.url or known.url, status=str(copy.status), edited=edited,
            alarms=gone, looked_at=self.now(),
        )  # fmt: skip

    def edits(self, known: Placement, copy: Copy) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which fields a person changed since our own last write, and which live facts went with it."""
        if copy.modified == known.modified and not known.edited:
            return (), ()
        changed = tuple(
            name for name, text in known.held.items()
            if name not in self.place.own and name in copy.said and copy.said[name] != text
        )  # fmt: skip
        mine, theirs = facts(known.held.get("body", "")), facts(copy.said.get("body", ""))
        return changed, tuple(name for name in mine if name not in theirs)

    def _punctual(self, known: Placement, copy: Copy | None) -> Copy | None:
        """What is overdue goes out: by the place itself if it can be woken, else by us."""
        if copy is None or copy.status is not Status.SCHEDULED:
            return copy
        due_at = copy.due_at or known.due_at
        if due_at is None or self.now() < due_at:
            return copy
        self.place.wake()
        again = self.place.get(copy.id)
        if again is None or again.status is not Status.SCHEDULED or self.now() < due_at + PATIENCE:
            return again
        mark = Mark(known.key, known.fingerprint)
        out = self.place.update(copy.id, mark, again.said, Status.PUBLISHED, None)
        self._kept(known, modified=out.modified)
        return out

    # --- take back -----------------------------------------------------------------------------------------

    def withdraw(self, known: Placement, successor: str = "", *, is_final: bool) -> Placement:
        """Take it off: for now (a draft again), or for good (410, or 301 to the successor)."""
        for attempt in range(TRIES):
            try:
                found = [known.remote_id] if known.remote_id else [c.id for c in self.place.find(known.key)]
                for remote_id in found:
                    self.place.unpublish(remote_id, successor, is_final=is_final)
                return self._away(known, successor, is_final=is_final)
            except PublishUnknown:
                self.sleep(PAUSES_S[attempt])
        raise PublishDown(f"{self.target}: {TRIES} answers in a row were lost: run it again.")

    def _away(self, known: Placement, successor: str, *, is_final: bool) -> Placement:
        note, stand = "", Stand.WITHDRAWN if is_final else Stand.OFF
        if is_final and known.url and known.status == Status.PUBLISHED:
            sight, why = self.place.gone(known.url, successor)
            note = "" if sight is Sight.LIVE else why
        copy = self.place.get(known.remote_id) if known.remote_id and not is_final else None
        return self._kept(
            known, stand=stand, note=note, fingerprint="", going="", begun_at=None,
            modified=copy.modified if copy else known.modified, looked_at=self.now(),
        )  # fmt: skip

    def roll_back(self, known: Placement) -> Placement:
        """The version before, or a draft when this was the first. What is rolled back is not sent again."""
        refused = known.fingerprint
        if not known.remote_id or not refused:
            return known
        copy = self.place.get(known.remote_id)
        if copy is None or copy.status is Status.TRASH:
            raise PublishConflict(f"{self.target}: a person removed this page there.")
        if self.edits(known, copy)[0]:
            raise PublishConflict(
                f"{self.target}: a person has changed this page since: nothing is rolled back."
            )
        if not known.before:
            return self._kept(self.withdraw(known, is_final=False), refused=refused)
        body = refilled(
            known.before["body"], facts(known.sent["body"])
        )  # the words of then, the figures of now
        fields = {**known.before, "body": body}
        known = self._kept(known, going=refused, meant=fields, trying=fields)
        back = self.place.update(copy.id, Mark(known.key, ""), fields, copy.status, known.due_at)
        done = self._confirmed(known, back, "", is_seen=True)
        return self._kept(done, refused=refused, before={})

    # --- the book ------------------------------------------------------------------------------------------

    def _kept(self, known: Placement, **changes: object) -> Placement:
        placement = replace(known, **changes)  # type: ignore[arg-type]  # names of fields, as everywhere above
        self.book.keep(placement)
        return placement

    def _stopped(self, key: str, known: Placement, stand: Stand, note: str, diff: str = "") -> Placement:
        return self._kept(self.book.placement(key) or known, stand=stand, note=note, diff=diff)


def _rank(status: Status) -> int:
    return RANK.get(status, 0)


def _pauses() -> Iterable[float]:
    yield from PAUSES_S
    while True:
        yield PAUSES_S[-1]
