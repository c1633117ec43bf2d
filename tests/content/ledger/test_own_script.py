"""Shops that write in Japanese or Arabic: their columns, categories and routes are called by their own words."""

from decimal import Decimal

import pytest

from content.lexicon.keys import key_of
from content.records import UNKNOWN, Quantity
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


@pytest.mark.parametrize(
    ("language", "header", "cells", "key"),
    [
        ("ja", "口金", ("あり", "なし"), "口金"),  # the bolster of a knife
        ("ja", "口金", ("E26", "E17"), "bulb_base"),
        ("de", "Fassung", ("ja", "nein"), "fassung"),  # of a ring
        ("de", "Fassung", ("E27", "E14"), "bulb_base"),
        ("en", "Lined", ("yes", "no"), "lining"),  # anything may be lined
    ],
)
def test_a_column_that_says_yes_or_no_is_no_namesake(
    ledger_of: ReadLedger, language: str, header: str, cells: tuple[str, str], key: str
) -> None:
    ledger = ledger_of(f"sku,title,{header}\nA,Alba,{cells[0]}\nB,Bora,{cells[1]}\n", language)
    assert {fact.key for fact in ledger.facts("a")} & {key, "bulb_base"} == {key}


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("ja", ("○", "×")),
        ("ja", ("対応", "非対応")),
        ("ja", ("要", "不要")),
        ("ja", ("できます", "できません")),
        ("ar", ("يوجد", "لا يوجد")),
        ("ar", ("متوفر", "غير متوفر")),
    ],
)
def test_yes_and_no_as_lists_of_the_language_write_them(
    ledger_of: ReadLedger, language: str, cells: tuple[str, str]
) -> None:
    ledger = ledger_of(f"sku,title,特別\nA,Alba,{cells[0]}\nB,Bora,{cells[1]}\nC,Cora,ー\n", language)
    assert [ledger.fact(handle, "特別").value for handle in ("a", "b", "c")] == [True, False, UNKNOWN]


def test_words_for_a_column_in_its_own_script_are_found(ledger_of: ReadLedger) -> None:
    """`ペン先サイズ,de,…` was a row for nothing, since the column's key was `attribute_2`."""
    words = "source,lang,text\nペン先サイズ,de,Federbreite\n万年筆,de,Füllhalter\nねじ式,de,Schraubkappe\n"
    lexicon = ledger_of(PENS, "ja", {"words.csv": words}).lexicon
    said = (
        lexicon.attribute("ペン先サイズ", "de"),
        lexicon.category("万年筆", "de"),
        lexicon.value("ねじ式", "de"),
    )
    assert said == ("Federbreite", "Füllhalter", "Schraubkappe")


def test_words_for_an_arabic_column_are_found_with_its_vowel_signs(ledger_of: ReadLedger) -> None:
    rows = "sku,title,يُطوى للسفر\nA,كرسي,نعم\n"
    ledger = ledger_of(rows, "ar", {"words.csv": "source,lang,text\nيُطوى للسفر,de,reisetauglich gefaltet\n"})
    (key,) = ledger.keys(["a"])
    assert ledger.lexicon.attribute(key, "de") == "reisetauglich gefaltet"


def test_two_files_of_evidence_stay_two(ledger_of: ReadLedger) -> None:
    told = 'kind = "measurement"\naspect = "care"\nabout = ["b-1"]\nby = "山際"\non = "2026-05-01"\n[values]\nminutes = "{} min"\n[text]\nja = "測りました。"\n'
    files = {"evidence/測定.toml": told.format(12), "evidence/吸水.toml": told.format(7)}
    ledger = ledger_of(PENS, "ja", files)
    minutes = [ledger.fact(f"evidence-{each.id}", "minutes").value for each in ledger.evidence]
    assert sorted(str(value) for value in minutes) == sorted(
        str(Quantity(Decimal(n), "min")) for n in (7, 12)
    )


def test_the_length_of_the_whole_is_called_so(ledger_of: ReadLedger) -> None:
    """A knife of 165 mm stood in a table as 306 mm long: that is from its tip to the end of its handle."""
    ledger = ledger_of("sku,title,刃渡り [mm],全長 [mm]\nB-1,菜切包丁 朝凪,165,306\n", "ja")
    names = {fact.column: ledger.lexicon.attribute(fact.key, "ja") for fact in ledger.facts("b-1")}
    assert names["全長 [mm]"] == "全長"
    assert ledger.lexicon.attribute("overall_length", "de") == "Gesamtlänge"
