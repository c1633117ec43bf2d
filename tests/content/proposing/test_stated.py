"""What whole policy pages and descriptions of eight Arabic and Japanese shops state: tests/data/stated."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.proposing.conditions import is_limit, whole
from content.proposing.house_rules import house_rules
from content.proposing.policies import from_policies
from tests.content.small_shop import opened

FOLDER = Path(__file__).parents[2] / "data" / "stated"
MARKETS = {
    "ar-SA": "SAR", "ar-AE": "AED", "ar-EG": "EGP", "ar-KW": "KWD", "ja-JP": "JPY", "en-US": "USD",
}  # fmt: skip
LANGUAGES = ("ar", "ja")
PRECISION = 0.95
RECALL = {
    "read": {"figures": 0.95, "sentences": 0.9, "descriptions": 0.9},
    "held": {"figures": 0.7, "sentences": 0.8, "descriptions": 0.8},
}
Told = tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What was proposed of some texts, held against what they state."""

    right: list[Told] = field(default_factory=list)
    wrong: list[Told] = field(default_factory=list)
    missed: list[Told] = field(default_factory=list)

    def take(self, found: set[Told], stated: list[set[Told]], may: list[set[Told]]) -> None:
        """Each of `stated` once, in any of its ways of saying it; those of `may` count neither way."""
        allowed = {each for ways in [*stated, *may] for each in ways}
        self.wrong += sorted(found - allowed)
        for ways in stated:
            (self.right if found & ways else self.missed).append(min(ways))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    markets = "".join(f'[[markets]]\nlocale = "{of}"\ncurrency = "{in_}"\n' for of, in_ in MARKETS.items())
    shop = f'name = "Kesselhaus"\nlanguage = "ar"\ncurrency = "SAR"\n{markets}'
    return opened(tmp_path, {"shop.toml": shop, "products.csv": "sku,title\nA1,Ember kettle\n"})


def rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((FOLDER / f"{name}.csv").open(encoding="utf-8", newline=""))


def pages(half: str, language: str) -> list[Path]:
    return sorted((FOLDER / half).glob(f"*.{language}.*"))


def figures(half: str, language: str, ledger: Ledger) -> Tally:
    tally = Tally()
    for page in pages(half, language):
        found: set[Told] = {
            (page.name, each.market, each.attribute, each.value) for each in from_policies(ledger, [page])
        }
        stated: list[tuple[set[Told], str]] = [
            (
                {
                    (page.name, market, key, row["value"])
                    for market, key in product(row["market"].split("/"), row["attribute"].split("/"))
                },
                row["may"],
            )
            for row in rows("figures")
            if row["page"] == f"{half}/{page.name}"
        ]
        tally.take(found, [ways for ways, may in stated if not may], [ways for ways, may in stated if may])
    return tally


def sentences(half: str, language: str, ledger: Ledger) -> Tally:
    tally = Tally()
    for page in pages(half, language):
        found: set[Told] = {
            (page.name, each.attribute.partition("@")[0], each.value) for each in house_rules(ledger, [page])
        }
        stated: list[tuple[set[Told], str]] = [
            ({(page.name, row["attribute"], row["quote"])}, row["may"])
            for row in rows("sentences")
            if row["page"] == f"{half}/{page.name}"
        ]
        tally.take(found, [ways for ways, may in stated if not may], [ways for ways, may in stated if may])
    return tally


def descriptions(half: str, language: str, _: Ledger) -> Tally:
    tally = Tally()
    for row in rows("descriptions"):
        if (row["half"], row["language"]) == (half, language):
            found: set[Told] = {
                (row["shop"], text) for text in whole(row["text"]) if is_limit(text, language)
            }
            tally.take(found, [{(row["shop"], text)} for text in row["limits"].split(" | ") if text], [])
    return tally


KINDS = {"figures": figures, "sentences": sentences, "descriptions": descriptions}


@pytest.mark.parametrize("half", RECALL)
@pytest.mark.parametrize("kind", KINDS)
def test_hardly_anything_is_proposed_that_is_not_stated_and_most_of_what_is(
    ledger: Ledger, kind: str, half: str
) -> None:
    tallies = [KINDS[kind](half, language, ledger) for language in LANGUAGES]
    right = [each for tally in tallies for each in tally.right]
    wrong = [each for tally in tallies for each in tally.wrong]
    missed = [each for tally in tallies for each in tally.missed]
    assert len(right) / (len(right) + len(wrong)) >= PRECISION, wrong
    assert len(right) / (len(right) + len(missed)) >= RECALL[half][kind], missed
