"""Returns counted of some sizes and colours are never told of the whole product."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from content.briefs.naming import Names
from content.checks import check
from content.files import parse_draft
from content.judging.rows import Shown
from content.ledger.ledger import Ledger
from content.rendering import render
from content.writing.counted import counted_of
from seo.records import LANGUAGES, Market
from tests.content.small_shop import DAY, opened, shop_toml, words_csv

PRODUCTS = """sku,group,title,category,size,colour,weight [g]
S1,pebble,Pebble suit,coats,86-92,blue,500
S2,pebble,Pebble suit,coats,98-104,blue,540
S3,pebble,Pebble suit,coats,98-104,red,540
S4,pebble,Pebble suit,coats,110-116,red,580
"""
NAMES = {
    "blue": {"de": "Blau", "es": "azul", "fr": "bleu", "ar": "أزرق", "ja": "青"},
    "red": {"de": "Rot", "es": "rojo", "fr": "rouge", "ar": "أحمر", "ja": "赤"},
}
ROW = "{},too small,14,288,2026-01-01,2026-10-31\n"
TOLD = {
    "en": "We sold {{evidence-back.pebble_sold}} Pebble suits{}.",
    "de": "Vom Pebble haben wir {{evidence-back.pebble_sold}} verkauft{}.",
    "es": "Del Pebble vendimos {{evidence-back.pebble_sold}}{}.",
    "fr": "Nous avons vendu {{evidence-back.pebble_sold}} Pebble{}.",
    "ar": "بعنا {{evidence-back.pebble_sold}} من Pebble{}.",
    "ja": "Pebbleは{{evidence-back.pebble_sold}}点販売しました{}。",
}


def read(folder: Path, skus: Sequence[str], products: str = PRODUCTS) -> Ledger:
    rows = "sku,reason,returned,sold,from,to\n" + "".join(ROW.format(sku) for sku in skus)
    files = {"shop.toml": shop_toml(), "products.csv": products, "words.csv": words_csv(NAMES)}
    return opened(folder, {**files, "evidence/back.csv": rows})


def blocked(ledger: Ledger, language: str, addition: str = "") -> list[str]:
    market = next(m for m in ledger.shop.markets if m.language == language)
    body = TOLD[language].replace("{}", addition)
    text = f"---\ntitle: Pebble\nlang: {language}\nmarket: {market.locale}\n---\n{body}\n"
    found = check(parse_draft(text, "page.md"), ledger, market, on=DAY)
    return [each.cure for each in found if each.rule == "reference.part"]


def which(ledger: Ledger, language: str) -> str:
    market = next(m for m in ledger.shop.markets if m.language == language)
    return render(counted_of(ledger.evidence[0], "pebble", ledger, market), ledger, market, "plain", DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_size_is_not_the_product(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path, ["S2"])
    assert len(blocked(ledger, language)) == 1
    assert blocked(ledger, language, f" ({which(ledger, language)})") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_sizes_are_said_to_be_not_all(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path, ["S1", "S2", "S3"])
    assert "{{" not in counted_of(ledger.evidence[0], "pebble", ledger, ledger.shop.markets[0])
    assert blocked(ledger, language)
    assert blocked(ledger, language, f" ({which(ledger, language)})") == []


def test_the_size_counted_has_its_name_and_its_colour_but_no_weight(tmp_path: Path) -> None:
    assert which(read(tmp_path, ["S2"]), "en") == "98–104, blue"
    assert which(read(tmp_path, ["S1", "S3"]), "de") == "86–92, Blau und 98–104, Rot"


def test_sizes_that_the_shop_calls_by_a_name_are_called_so(tmp_path: Path) -> None:
    rows = PRODUCTS.splitlines()
    named = [f"{rows[0]},short", *(f"{row},Pebble {row[:2]}" for row in rows[1:])]
    ledger = read(tmp_path, ["S1", "S3"], "\n".join(named) + "\n")
    assert which(ledger, "en") == "Pebble S1 and Pebble S3"
    assert blocked(ledger, "en", f" ({which(ledger, 'en')})") == []
    assert blocked(ledger, "en", " (Pebble S1)")


def test_a_judge_is_told_of_which_sizes_a_count_is(tmp_path: Path) -> None:
    shown = Shown(read(tmp_path, ["S2"]), Market("en-IE", "EUR"), DAY)
    told = shown.rows(["pebble"], ["evidence-back.pebble_sold"])
    assert any("pebble sold (of 98-104, blue alone) | 288" in row for row in told), told


ONLY = {
    "en": ". Only 14 came back", "de": ". Nur 14 kamen zurück", "es": ". Solo 14 volvieron",
    "fr": ". Seulement 14 sont revenus", "ar": ". عاد 14 فقط", "ja": "。返品は14点のみ",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_few_came_back_does_not_say_of_which_they_were(tmp_path: Path, language: str) -> None:
    assert blocked(read(tmp_path, ["S2"]), language, ONLY[language])


@pytest.mark.parametrize("addition", [" in blue", " in 98–104", " in M"])
def test_half_a_name_is_no_name(tmp_path: Path, addition: str) -> None:
    assert blocked(read(tmp_path, ["S2"]), "en", addition)


def test_a_letter_of_a_word_is_no_size(tmp_path: Path) -> None:
    products = PRODUCTS.replace("98-104", "M").replace("86-92", "S").replace("110-116", "L")
    ledger = read(tmp_path, ["S2"], products)
    assert blocked(ledger, "en", " in blue, come what may")
    assert blocked(ledger, "en", " in M, blue") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_product_and_one_of_its_sizes_are_counted_side_by_side_and_each_is_told_of_its_own(
    tmp_path: Path, language: str
) -> None:
    ledger = read(tmp_path, ["pebble", "S2"])
    assert blocked(ledger, language) == []
    part = TOLD[language].replace("evidence-back.", "evidence-back-skus.")
    market = next(m for m in ledger.shop.markets if m.language == language)
    text = f"---\ntitle: Pebble\nlang: {language}\nmarket: {market.locale}\n---\n{part.replace('{}', '')}\n"
    found = check(parse_draft(text, "page.md"), ledger, market, on=DAY)
    assert [each.rule for each in found if each.rule == "reference.part"] == ["reference.part"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_colour_in_one_size_is_not_told_of_the_colour(tmp_path: Path, language: str) -> None:
    numbered = re.sub(r",(\d+)-\d+,", r",\1,", PRODUCTS)  # a shoe's size: no length, a plain number
    told = which(read(tmp_path, ["S2"], numbered), language)
    assert "98" in told or "٩٨" in told
    alike = re.sub(r",(blue|red),\d+", r",\1,540", numbered.replace(",86,", ",98,").replace(",110,", ",98,"))
    assert "98" not in which(read(tmp_path, ["S2"], alike), language)  # two suits are blue and 98


def test_another_size_is_not_the_one_counted(tmp_path: Path) -> None:
    assert blocked(read(tmp_path, ["S2"]), "en", " (110–116, red)")


@pytest.mark.parametrize("skus", [["S1", "S2", "S3", "S4"], ["pebble"]])
def test_the_whole_product_counted_needs_no_more(tmp_path: Path, skus: list[str]) -> None:
    ledger = read(tmp_path, skus)
    assert blocked(ledger, "en") == []
    assert which(ledger, "en") == ""


def test_the_writer_is_told_what_was_counted(tmp_path: Path) -> None:
    ledger = read(tmp_path, ["S2"])
    names = Names(ledger, ledger.shop.markets[0], DAY)
    assert names.label("evidence-back", "pebble_sold") == "sold (98–104, blue)"
    assert names.label("evidence-back", "pebble_too_small").endswith("(98–104, blue)")
