"""What goes to each configured place, and what comes off it: one dispatch per target, one step per article."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from content.errors import ContentError, PublishDown
from content.figures.showing import Readable
from content.publications import ON, Placement, Stand
from content.publishers.hours import spread
from content.publishers.payload import alternates_of, own_slugs, payload_of
from content.publishers.pictures import Pictures
from content.publishers.place import Payload, Status
from content.publishers.placing import Placing, Wish
from content.publishers.shelf import addresses
from content.publishers.sight import visitor
from content.records import Article, State
from content.shop import Target
from flows.bootstrap import choose_place
from flows.desk import Desk
from flows.iso_week import now
from flows.lease import at_work
from flows.screen import one_line

SHOWN = (State.PUBLISHED, State.LIVE, State.REFRESHED)
"""What the static site shows: an approved article that waits for its week waits for it everywhere."""
FINAL = (State.WITHDRAWN, State.REJECTED)
PATIENCE_S = 120.0  # for another process that is placing the same article
PAUSES_S = (2.0, 10.0)
Given = TypeVar("Given")


class Dispatch:
    """The articles of a shop on their way to one place. A plain class on purpose: Prefect walks through dataclasses."""

    def __init__(self, desk: Desk, target: Target, *, is_rehearsal: bool = False) -> None:
        self.desk, self.target = desk, target
        self.shown = (*SHOWN, State.APPROVED) if is_rehearsal else SHOWN
        self.place = choose_place(target, desk.shop)
        self.placing = Placing(self.place, desk.placed, target.name, now, time.sleep)
        self._client = visitor()
        self._client.follow_redirects = True
        self.pictures = Pictures(desk.shop.folder, desk.state / "pictures", self._client)
        self.articles: Mapping[str, Article] = {}
        self._slugs: Mapping[str, str] = {}
        self._due: dict[str, Wish] = {}
        self.read()

    def read(self) -> None:
        """What is to be shown there now."""
        everything = [
            a for a in self.desk.told.articles() if a.assignment.market.locale in self.target.markets
        ]
        self.articles = {each.key: each for each in everything}
        self._slugs = own_slugs([each for each in everything if each.state in self.shown])
        self._due = self._wishes([each for each in everything if each.state in self.shown])

    def close(self) -> None:
        """Give the connections back."""
        self.place.close()
        self._client.close()

    # --- what is to be done --------------------------------------------------------------------------------

    def to_put(self, week: str = "", keys: Sequence[str] = (), *, has_new: bool = True) -> list[str]:
        """Articles to place or to bring up to date: those shown that are there already, and the new ones asked for."""
        there = {each.article for each in self.desk.placed.placements(self.target.name)}
        asked = [
            article for key, article in self.articles.items()
            if article.state in self.shown and (key in there or (has_new and self._is_asked(key, week, keys)))
        ]  # fmt: skip
        return [key for keys in self.ranked([article.key for article in asked]) for key in keys]

    def ranked(self, keys: Sequence[str]) -> list[list[str]]:
        """Articles in groups, one after the other: on some places a text must stand before its translations can."""
        ranks = {key: self.place.rank(self.articles[key].assignment.market.locale) for key in keys}
        return [[key for key in keys if ranks[key] == rank] for rank in sorted(set(ranks.values()))]

    def _is_asked(self, key: str, week: str, keys: Sequence[str]) -> bool:
        return (not week or self.desk.told.week_of(key) == week) and (not keys or key in keys)

    def to_take_off(self) -> list[Placement]:
        """What stands there of articles that are not to be shown any more."""
        return [
            each for each in self.desk.placed.placements(self.target.name)
            if each.stand not in (Stand.OFF, Stand.WITHDRAWN) and not self._is_shown(each)
            and (each.remote_id or each.begun_at)
        ]  # fmt: skip

    def _is_shown(self, placement: Placement) -> bool:
        article = self.articles.get(placement.article)
        return article is not None and article.state in self.shown

    def _wishes(self, shown: Sequence[Article]) -> dict[str, Wish]:
        """How each is to stand: the target's status, and an hour of its market's week."""
        status = Status(self.target.status)
        found: dict[str, Wish] = {}
        by_country: dict[str, list[Article]] = {}
        for article in shown:
            found[article.key] = Wish(status, self.desk.told.week_of(article.key))
            known = self.desk.placed.placement(self.key_of(article))
            if status is Status.SCHEDULED and (known is None or known.stand not in ON):
                by_country.setdefault(article.assignment.market.country, []).append(article)
        for country, waiting in by_country.items():
            moments = spread(len(waiting), country, self.desk.shop.time_zone, now())
            for article, due_at in zip(waiting, moments, strict=True):
                found[article.key] = replace(found[article.key], due_at=due_at)
        return found

    # --- one article ---------------------------------------------------------------------------------------

    def key_of(self, article: Article) -> str:
        """Its key on this target."""
        return self.desk.placed.key(article.key, article.assignment.market.locale, self.target.name)

    def payload(self, article: Article) -> Payload:
        """What it says there today."""
        return payload_of(
            article, self.desk.ledger, self.target, self.key_of(article), on=self.desk.today,
            slug=self._slugs.get(article.key, article.slug), alternates=self._alternates(article),
            find=self.pictures.find, links=self._links(article),
            takes_files=self.place.takes_files,
        )  # fmt: skip

    def _links(self, article: Article) -> Mapping[str, Readable]:
        """The articles it leads to, as far as they are out on this target."""
        shown = [each for each in self.articles.values() if each.state in self.shown and each is not article]
        return addresses(article, shown, self._address)

    def _address(self, article: Article) -> str:
        known = self.desk.placed.placement(self.key_of(article))
        return known.url if known is not None and known.status == Status.PUBLISHED else ""

    def _alternates(self, article: Article) -> tuple[tuple[str, str], ...]:
        """Addresses of the same concept on this target, as far as they are out."""
        concept = article.assignment.concept
        urls: dict[str, str] = {}
        for other in self.articles.values():
            if concept and other.assignment.concept == concept and other.state in self.shown:
                known = self.desk.placed.placement(self.key_of(other))
                if known is not None and known.url and known.status == Status.PUBLISHED:
                    urls[other.assignment.market.locale] = known.url
        return alternates_of(urls, self.desk.shop)

    def put(self, key: str) -> Placement:
        """Place one article and look at it. PublishDown: again in a minute."""
        article = self.articles[key]
        payload = self.payload(article)
        with at_work(self.desk.told, f"publish:{payload.key}", PATIENCE_S):
            placed = self.placing.put(payload, self._due[key])
            if placed.stand in (Stand.PUBLISHED, Stand.UNSEEN) and not self.place.is_batch:
                placed = self.placing.look(placed, payload)
            return self._with_lacking(article, placed)

    def _with_lacking(self, article: Article, placed: Placement) -> Placement:
        """A picture that could not be had is said like everything else that is not there."""
        sources = [
            self.desk.ledger.products[each].image
            for each in article.assignment.handles
            if each in self.desk.ledger.products
        ]
        lacking = [
            f"picture {each} {self.pictures.lacking[each]}"
            for each in sources
            if each in self.pictures.lacking
        ]
        dropped = tuple(dict.fromkeys([*placed.dropped, *lacking]))
        if dropped != placed.dropped:
            placed = replace(placed, dropped=dropped)
            self.desk.placed.keep(placed)
        return placed

    def rehearsed(self, key: str) -> str:
        """What putting it would do, in a line."""
        article = self.articles[key]
        payload, wish = self.payload(article), self._due[key]
        known = self.desk.placed.placement(payload.key)
        if known is not None and self.placing.needs_nothing(known, payload, wish):
            return f"  stays as it is: {payload.locale} {payload.title} ({known.url or known.stand})"
        does = f"would update {known.remote_id}" if known is not None and known.remote_id else "would create"
        hour = f" on {wish.due_at.isoformat(timespec='minutes')}" if wish.due_at else ""
        return (
            f"  {does}: {payload.locale} {payload.title!r} at {payload.slug}, {wish.status}{hour}, "
            f"{len(payload.html)} characters, {len(payload.images)} pictures, fingerprint {payload.fingerprint}"
        )

    def changed(self) -> list[str]:
        """Articles whose languages have become more since they were placed: a second pass writes them."""
        return [
            key for key, article in self.articles.items()
            if article.state in self.shown
            and (known := self.desk.placed.placement(self.key_of(article))) is not None
            and known.stand in ON and known.fingerprint
            and known.fingerprint != self.payload(article).fingerprint
        ]  # fmt: skip

    def look(self, placement: Placement) -> Placement:
        """How it stands there now."""
        article = self.articles.get(placement.article)
        if article is None or article.state not in self.shown:
            return placement
        with at_work(self.desk.told, f"publish:{placement.key}", PATIENCE_S):
            return self.placing.look(placement, self.payload(article))

    def take_off(self, placement: Placement, successor: str = "") -> Placement:
        """Off it: for good when the article is withdrawn, a draft again when it may come back."""
        article = self.articles.get(placement.article) or self.desk.told.article(placement.article)
        is_final = article is None or article.state in FINAL
        with at_work(self.desk.told, f"publish:{placement.key}", PATIENCE_S):
            return self.placing.withdraw(placement, successor, is_final=is_final)

    def roll_back(self, placement: Placement) -> Placement:
        """The version before."""
        with at_work(self.desk.told, f"publish:{placement.key}", PATIENCE_S):
            return self.placing.roll_back(placement)


@contextmanager
def dispatched(desk: Desk, target: Target, *, is_rehearsal: bool = False) -> Iterator[Dispatch]:
    """A dispatch for the length of the block; a rehearsal also takes what is approved and not yet out."""
    dispatch = Dispatch(desk, target, is_rehearsal=is_rehearsal)
    try:
        yield dispatch
    finally:
        dispatch.close()


def targets(desk: Desk, name: str = "") -> list[Target]:
    """The shop's targets, or the one of that name."""
    return [target for target in desk.shop.targets if name in ("", target.name)]


def publish_to(
    desk: Desk, target: Target, week: str = "", keys: Sequence[str] = (), *, has_new: bool = True
) -> list[Placement]:
    """Place everything that waits, one after the other, in this process; returns how all of it stands now."""
    try:
        with dispatched(desk, target) as dispatch:
            dispatch.place.check()
            for placement in dispatch.to_take_off():
                patiently(dispatch.take_off, placement)
            for key in dispatch.to_put(week, keys, has_new=has_new):
                place_or_note(dispatch, key)
            for key in dispatch.changed():
                place_or_note(dispatch, key)
            finish(dispatch, f"{desk.shop.name}, {week or desk.week}")
    except ContentError as error:
        note_all(desk, target, one_line(error))
    return desk.placed.placements(target.name)


def verify_on(desk: Desk, target: Target, week: str = "", keys: Sequence[str] = ()) -> list[Placement]:
    """Look at everything that stands on a target; a place that cannot be asked says so on each."""
    asked = [
        each for each in desk.placed.placements(target.name, week)
        if not keys or each.article in keys
    ]  # fmt: skip
    if not asked:
        return []
    with dispatched(desk, target) as dispatch:
        dispatch.place.check()
        seen = [patiently(dispatch.look, each) for each in asked]
        finish(dispatch, f"{desk.shop.name}: what was due")
        return seen


def finish(dispatch: Dispatch, message: str) -> None:
    """End a batch, and look at what goes out with it; what a place then refuses is kept on what nobody sees live."""
    book, name = dispatch.desk.placed, dispatch.target.name
    refused = ""
    try:
        dispatch.place.finish(message)
    except ContentError as error:
        refused = one_line(error)
    for each in book.placements(name):
        if each.stand not in (Stand.PUBLISHED, Stand.UNSEEN):
            continue
        if refused:
            book.keep(replace(each, note=refused))
        elif dispatch.place.is_batch:
            dispatch.look(each)


def place_or_note(dispatch: Dispatch, key: str) -> None:
    """Place an article; what cannot be done now is kept as its note, and the others go on."""
    try:
        patiently(dispatch.put, key)
    except ContentError as error:
        note(dispatch.desk, dispatch.target, dispatch.articles[key], one_line(error))


def note(desk: Desk, target: Target, article: Article, why: str) -> None:
    """Keep on an article why it could not be placed now; what stands there still stands."""
    locale = article.assignment.market.locale
    key = desk.placed.key(article.key, locale, target.name)
    known = desk.placed.placement(key) or Placement(
        key, article.key, target.name, locale, desk.told.week_of(article.key)
    )
    desk.placed.keep(replace(known, note=why))


def note_all(desk: Desk, target: Target, why: str) -> None:
    """The place itself cannot be used: said on everything that was to go there and does not stand yet."""
    for article in desk.told.articles():
        known = desk.placed.placement(
            desk.placed.key(article.key, article.assignment.market.locale, target.name)
        )
        is_meant = article.state in SHOWN and article.assignment.market.locale in target.markets
        if is_meant and (known is None or known.stand not in ON):
            note(desk, target, article, why)


def patiently(step: Callable[[Given], Placement], given: Given) -> Placement:
    """Again in a minute, a few times."""
    for pause in PAUSES_S:
        try:
            return step(given)
        except PublishDown:
            time.sleep(pause)
    return step(given)
