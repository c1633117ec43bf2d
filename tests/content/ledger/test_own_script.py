"""Shops that write in Japanese or Arabic: their columns, categories and routes are called by their own words."""

from decimal import Decimal

import pytest

from content.lexicon.keys import key_of
from content.records import Quantity
from content.references import find_references
from tests.content.ledger.conftest import ReadLedger

PENS = """sku,title,category,色,ペン先サイズ,線幅 (mm),キャップ
B-1,万年筆 しずく,万年筆,藍,EF,0.3,ねじ式
B-2,ボトルインク 夜凪,インク,紺,,,
"""
WITH_ONE_MORE = PENS.replace(",色,", ",色,吸入方式,").replace(",藍,", ",藍,両用式,").replace(",紺,", ",紺,,")
ROUTES = """
[[delivery]]
country = "JP"
route = "{}"
days = "2–3"
[[delivery]]
country = "JP"
route = "{}"
days = "7–9"
"""


def test_another_column_in_front_renames_none(ledger_of: ReadLedger) -> None:
    """`attribute_2` was the nib, then the filling: a published reference spoke of another column."""
    before, after = ledger_of(PENS, "ja"), ledger_of(WITH_ONE_MORE, "ja")
    said = {(fact.key, fact.value) for fact in before.facts("b-1")}
    assert said <= {(fact.key, fact.value) for fact in after.facts("b-1")}
    assert {"ペン先サイズ", "線幅", "キャップ"} <= {key for key, _ in said}


def test_two_categories_stay_two(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PENS, "ja")
    assert sorted(ledger.categories()) == ["インク", "万年筆"]
    assert [each.handle for each in ledger.families("インク")] == ["b-2"]


@pytest.mark.parametrize(
    ("language", "one", "other"), [("ja", "宅配便", "お急ぎ便"), ("ar", "الشحن العادي", "الشحن السريع")]
)
def test_two_routes_stay_two(ledger_of: ReadLedger, language: str, one: str, other: str) -> None:
    ledger = ledger_of(PENS, language, {"facts.toml": ROUTES.format(one, other)})
    days = {fact.column: fact.key for fact in ledger.facts("shop") if fact.key.endswith("_days")}
    assert len(days) == len(set(days.values())) == 2


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("ペン先サイズ", "ペン先サイズ"),
        ("USBﾎﾟｰﾄ", "usbポート"),
        ("がく・縁", "がく_縁"),
        ("أقصى حمولة", "أقصى_حمولة"),
        ("مُقاوِم للمـاء", "مقاوم_للماء"),
        ("Für Becken ab", "fuer_becken_ab"),
        ("Dureté (µ)", "durete"),
    ],
)
def test_a_key_keeps_the_letters_of_its_script(label: str, key: str) -> None:
    assert key_of("attribute", label) == key
    assert find_references(f"{{{{b-1.{key}}}}}")[0].facts == (f"b-1.{key}",)


def test_two_files_of_evidence_stay_two(ledger_of: ReadLedger) -> None:
    told = 'kind = "measurement"\naspect = "care"\nabout = ["b-1"]\nby = "山際"\non = "2026-05-01"\n[values]\nminutes = "{} min"\n[text]\nja = "測りました。"\n'
    files = {"evidence/測定.toml": told.format(12), "evidence/吸水.toml": told.format(7)}
    ledger = ledger_of(PENS, "ja", files)
    minutes = [ledger.fact(f"evidence-{each.id}", "minutes").value for each in ledger.evidence]
    assert sorted(str(value) for value in minutes) == sorted(
        str(Quantity(Decimal(n), "min")) for n in (7, 12)
    )
