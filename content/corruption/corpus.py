"""The honest articles and the lies written into them by hand, shop by shop.

Layout of a corpus: `shop/` as any shop folder, `articles/<language>/*.md`, `edits/<language>.jsonl` with one
falsification a line (`article`, `kind`, `find`, `replace`, `why`). Their authors had not read the checks.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft
from content.shop import load_shop
from seo.records import LANGUAGES, Market

SHIPPED: Final = Path(__file__).with_name("corpus")


@dataclass(frozen=True, slots=True)
class Original:
    """An honest article."""

    corpus: str
    name: str  # `de/02-pflege`
    text: str  # as the file stands
    draft: Draft
    market: Market

    @property
    def language(self) -> str:
        """`de`."""
        return self.market.language


@dataclass(frozen=True, slots=True)
class Edit:
    """A lie written by hand: what stands in the file, what is put there, and what is false then."""

    kind: str
    find: str
    replace: str
    why: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """A shop with its honest articles and the lies about it."""

    name: str
    ledger: Ledger
    originals: tuple[Original, ...]
    edits: dict[str, tuple[Edit, ...]]  # by `Original.name`


def corpora(folder: Path = SHIPPED) -> Iterator[Corpus]:
    """Every corpus of a folder, by name."""
    for each in sorted(path for path in folder.iterdir() if (path / "shop").is_dir()):
        yield read_corpus(each)


def read_corpus(folder: Path) -> Corpus:
    """A corpus from its folder; ValueError names an edit whose words do not stand in its article just once."""
    shop = load_shop(folder / "shop")
    markets = {market.locale: market for market in shop.markets}
    originals = tuple(_originals(folder, markets))
    edits = {original.name: tuple(_edits(folder, original)) for original in originals}
    return Corpus(folder.name, read_ledger(shop), originals, edits)


def _originals(folder: Path, markets: dict[str, Market]) -> Iterator[Original]:
    for language in LANGUAGES:
        for path in sorted((folder / "articles" / language).glob("*.md")):
            text = path.read_text(encoding="utf-8")
            draft = parse_draft(text, path.name)
            yield Original(folder.name, f"{language}/{path.stem}", text, draft, markets[draft.market])


def _edits(folder: Path, original: Original) -> Iterator[Edit]:
    language, _, stem = original.name.partition("/")
    path = folder / "edits" / f"{language}.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        if row["article"] != stem:
            continue
        if original.text.count(row["find"]) != 1:
            raise ValueError(f"{path}, line {number}: {row['find']!r} must stand once in {stem}.md")
        yield Edit(row["kind"], row["find"], row["replace"], row["why"])
