"""A size that a reference put into a line is no claim that no column is about."""

from pathlib import Path

import pytest

from content.checks.reading import Reading
from content.files import parse_draft
from content.proofreading.reading import Claims
from content.proofreading.sheet import sheet
from content.proofreading.weighing import UNLISTED, weighed
from tests.content.checks.test_counted import DAY, read


def found(folder: Path, body: str, *unlisted: str) -> list[str]:
    ledger = read(folder, ["pebble"])
    market = ledger.shop.markets[0]
    draft = parse_draft(f"---\ntitle: Pebble\nlang: en\nmarket: {market.locale}\n---\n{body}\n", "page.md")
    page = Reading(draft, ledger, market, DAY)
    return [
        each.cure
        for each in weighed([], Claims(claims=[], unlisted=list(unlisted)), sheet(page), page)
        if each.rule == UNLISTED
    ]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ("Take the Pebble suit in {{pebble.size.98-104}}.", '2: P1 in size "98-104"'),
        ("The Pebble suit comes in {{pebble.size}}.", '2: P1 sizes "86-92", "98-104" and "110-116"'),
        ("The largest is {{max(pebble.size)}}.", '2: P1 largest size "116"'),
    ],
)
def test_a_label_the_ledger_put_there_is_proven(tmp_path: Path, body: str, claim: str) -> None:
    assert found(tmp_path, body, claim) == []


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ("Take the Pebble suit in 98-104.", '2: P1 in size "98-104"'),
        ("The Pebble suit in {{pebble.size.98-104}} floats.", "2: P1 floats"),
        ("The Pebble suit in {{pebble.size.98-104}} carries 20 kg.", '2: P1 carries "20 kg"'),
        ("The Pebble suit bears {{min(pebble.weight)}} of sand.", '2: P1 bears "500 g" of sand'),
    ],
)
def test_what_else_no_column_is_about_is_found(tmp_path: Path, body: str, claim: str) -> None:
    assert len(found(tmp_path, body, claim)) == 1
