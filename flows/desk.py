"""An opened shop: its files as read, its database, its adapters, and the week in hand."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from content.decisions import Decisions
from content.inventory import read_pages
from content.ledger.handles import pins_text
from content.ledger.ledger import read_ledger
from content.publications import Publications
from content.refreshes import Refreshes
from content.shop import load_shop
from content.store import Store as ContentStore
from content.voice.voice import voices
from flows.bootstrap import STATE, Adapters, choose_adapters, database_place, state_of
from flows.iso_week import parse_week, today
from flows.migrate import migrate
from seo.database import open_engine
from seo.seen import Seen
from seo.store import Store as SeoStore

MADE_BY_US = {STATE, "public", "preview"}


class Desk:
    """What every stage works on. A plain class on purpose: Prefect walks through dataclasses it is handed."""

    def __init__(self, folder: Path, week: str, adapters: Adapters, day: date | None = None) -> None:
        self.shop = load_shop(folder)
        self.week = parse_week(week, self.shop.time_zone)
        self.today = day or today(self.shop.time_zone)
        self.adapters = adapters
        self.ledger = read_ledger(self.shop).as_of(self.today)
        self.voices = voices(
            self.shop
        )  # a slip in voice/ or words.csv stops here, before anything is written
        self.pages = read_pages(folder, self.shop.language)
        self.inputs = digest_of(folder)
        engine = open_engine(database_place(folder))
        migrate(engine)
        self.heard = SeoStore(engine, self.shop.id)
        self.told = ContentStore(engine, self.shop.id)
        self.seen = Seen(engine, self.shop.id)
        self.decisions = Decisions(engine, self.shop.id)
        self.engine = engine
        self.refreshes = Refreshes(engine, self.shop.id)
        self.placed = Publications(engine, self.shop.id)

    def close(self) -> None:
        """Give the database back."""
        self.engine.dispose()

    @property
    def state(self) -> Path:
        """The shop's `.acreage` folder."""
        return self.shop.folder / STATE


def open_desk(folder: Path, week: str = "", day: date | None = None) -> Desk:
    """Open a shop for work on a week, this one when none is named."""
    load_shop(folder)  # a folder that is no shop gets no state folder
    state = state_of(folder)
    desk = Desk(folder, week, choose_adapters(state), day)
    desk.adapters = choose_adapters(
        state, desk.shop, desk.engine
    )  # an embedder's calls are kept in the database
    (state / "handles.csv").write_text(pins_text(desk.ledger.pins), encoding="utf-8")  # a handle is for good
    return desk


def digest_of(folder: Path) -> str:
    """A short hash of every file the user wrote: the same files give the same week."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        is_ours = (
            parts[0] in MADE_BY_US or parts[0].startswith(("site.", "preview.")) or parts[0].startswith(".")
        )
        if path.is_file() and not is_ours:
            total.update(f"{'/'.join(parts)}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


@contextmanager
def opened(folder: Path, week: str = "", day: date | None = None) -> Iterator[Desk]:
    """An open shop for the length of the block."""
    desk = open_desk(folder, week, day)
    try:
        yield desk
    finally:
        desk.close()
