"""Articles of `tests/data/contrary`, honest and with lines that go against the shop's own words, and what readers said of
each: for `bench_contrary.py`."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.models.model import Request
from content.proofreading.contrary import request
from content.proofreading.reading import parts
from content.proofreading.sheet import Sheet, sheet
from content.proofreading.words import words_of
from content.shop import load_shop
from tests.benchmarks.proofread_cases import DATA, put

HERE = DATA / "contrary"
ON = date(2026, 11, 27)
SECRET = b"bench"
Row = dict[str, Any]  # Any: whatever JSON holds


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and where its lies stand; none of them in an honest one."""

    shop: str
    article: str
    variant: str  # `h` honest, `c` honest in other words, `l` with all its lies
    reading: Reading
    lies: tuple[tuple[str, int, int], ...]  # kind and place, in the text of the file

    @property
    def page(self) -> Sheet:
        """What is shown of it."""
        return sheet(self.reading)

    @property
    def asked(self) -> Request:
        """The question of the first reading; every article here fits into one."""
        (part,) = parts(self.page.lines)
        return request(self.page, part, words_of(self.reading), SECRET)

    @property
    def row(self) -> Row | None:
        """What readers said of it; None where it was said of another request."""
        found = rows().get((self.shop, self.article, self.variant))
        return found if found and found["request"] == digest(self.asked) else None


def digest(asked: Request) -> str:
    """Which request an answer is of."""
    return sha256("\0".join(message.text for message in asked.messages).encode()).hexdigest()[:16]


@cache
def rows() -> dict[tuple[str, str, str], Row]:
    """Shop, article and variant -> what was answered."""
    lines = (DATA / "proofread" / "contrary.jsonl").read_text(encoding="utf-8").splitlines()
    return {(row["shop"], row["article"], row["variant"]): row for row in map(json.loads, lines)}


def cases() -> Iterator[Case]:
    """Every article of every shop in its three variants."""
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir()):
        yield from _of_shop(folder)


def _of_shop(folder: Path) -> Iterator[Case]:
    ledger = read_ledger(load_shop(folder)).as_of(ON)
    markets = {market.locale: market for market in ledger.shop.markets}
    lies = tomllib.loads((folder / "lies.toml").read_text(encoding="utf-8"))["lie"]
    honest = tomllib.loads((folder / "honest.toml").read_text(encoding="utf-8"))["change"]
    for path in sorted((folder / "articles").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        mine = f"articles/{path.name}"
        told = [(each["kind"], each["old"], each["new"]) for each in lies if each["file"] == mine]
        other = [("honest", each["old"], each["new"]) for each in honest if each["file"] == mine]
        for variant, changes in (("h", []), ("c", other), ("l", told)):
            changed, places = put(text, changes)
            draft = parse_draft(changed, path.name)
            reading = Reading(draft, ledger, markets[draft.market], ON)
            found = tuple((each.kind, each.start, each.end) for each in places if variant == "l")
            yield Case(folder.name, path.stem, variant, reading, found)
