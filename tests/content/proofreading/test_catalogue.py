"""The catalogue says what there is and never what it is like."""

import re
from pathlib import Path

import pytest

from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.proofreading.catalogue import MOST_WORDS, catalogue, marks, unit_name
from content.proofreading.holding import hold
from content.proofreading.sheet import Sheet, sheet
from content.shop import load_shop
from tests.content.proofreading.kai import ledger, reading
from tests.content.proofreading.pages import FOLDER, SHOPS, pages, pages_of, spoiled

KIND = r"(?:yes/no|number(?:, \S[^'\d]*[23]?)?|money, [A-Z]{3}|one of '.*'(?:, …)?(?:, or a number)?)"
COLUMN = re.compile(r"(?P<owner>[PS])\.(?P<key>.+?)(?: \(.+\))?: ")
UNWRITABLE = {"360_rotation", "6_35_mm_adapter_included"}  # `P1.360_rotation` is no formula: see below
SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "en"\ncurrency = "EUR"\n[[markets]]\nlocale = "en-IE"\ncurrency = "EUR"\n'


def told(page: Reading) -> list[str]:
    return sheet(page).catalogue.splitlines()


def opened(folder: Path, products: str) -> Reading:
    (folder / "shop.toml").write_text(SHOP, encoding="utf-8")
    (folder / "products.csv").write_text(products, encoding="utf-8")
    found: Ledger = read_ledger(load_shop(folder))
    return Reading(
        parse_draft("---\ntitle: T\nmarket: en-IE\n---\nText.", "p.md"), found, found.shop.markets[0]
    )


def test_a_column_of_letters_and_ranges_says_so_and_ranges_tell_sizes_apart(tmp_path: Path) -> None:
    """A shop's coats come in S and M, its suits in 98-104: else a reader finds no column for "take 98-104"."""
    page = opened(tmp_path, "sku,group,title,size\na,,Coat,M\nb,suit,Suit,86-92\nc,suit,Suit,98-104\n")
    handles = list(page.ledger.products)
    assert marks(page, handles) == {"b": "size 86-92", "c": "size 98-104"}
    assert "P.size: one of 'M', or a number" in catalogue(page, handles).splitlines()


def test_products_stand_by_name_and_columns_by_kind() -> None:
    assert told(reading("Text.")) == [
        "P1 Lido bath towel",
        "P2 Brook K17 kettle",
        "P3 Ember camp stove",
        "P4 Fell curtain (family; its sizes or colours are P5, P6)",
        "P5 Fell curtain (length 175 cm)",
        "P6 Fell curtain (length 245 cm)",
        "P7 Havre rug (family; its sizes or colours are P8, P9)",
        "P8 Havre rug small",
        "P9 Havre rug large",
        "",
        "P.price: money, GBP",
        "P.availability: yes/no",
        "P.width (Width [cm]): number, cm",
        "P.length (Length [cm]): number, cm",
        "P.weight (Weight [g]): number, g",
        "P.max_shrinkage (Shrinkage [%]): number, %",
        "P.wash_temperature (Wash temperature [°C]): number, °C",
        "P.machine_washable: yes/no",
        "P.vegan: yes/no",
        "P.colour: one of 'black', 'grey', 'sage', 'wool white'",
        "P.material: one of 'aluminium', 'cotton', 'polyester', 'stainless steel', 'wool'",
        "P.certificate: one of 'OEKO-TEX Standard 100 (GB-00000)'",
        "P.power (Power [W]): number, W",
        "P.capacity (Capacity [l]): number, l",
        "P.warranty (Warranty [years]): number, years",
        "P.height (Height [cm]): number, cm",
        "P.gas_g_h: number",
        "",
        "S.delivery_standard_days: number, working days",
        "S.delivery_standard_cost: money, GBP",
        "S.delivery_standard_free_from: money, GBP",
        "S.delivery_express_days: number, working days",
        "S.delivery_express_cost: money, GBP",
        "S.returns_days: number, days",
    ]


@pytest.mark.parametrize("shop", SHOPS)
def test_every_column_of_every_shop_is_a_name_and_a_kind(shop: str) -> None:
    for page in pages(shop):
        for line in page.sheet.catalogue.splitlines():
            assert re.fullmatch(rf"|P\d+ .+|[PS]\.\w+(?: \(.+\))?: {KIND}", line), line


@pytest.mark.parametrize("shop", SHOPS)
def test_no_number_and_no_yes_or_no_of_a_shop_is_told(shop: str, tmp_path: Path) -> None:
    """Other values, and the same sheet; but for what tells two products of one name apart."""
    changed = {page.name: page.sheet for page in pages_of(shop, spoiled(FOLDER / shop, tmp_path))}
    for page in pages(shop):
        other = changed[page.name]
        assert _without_marks(other.catalogue) == _without_marks(page.sheet.catalogue), page.name
        assert _plainly(other) == _plainly(page.sheet), page.name


def _plainly(page: Sheet) -> list[str]:
    """The lines, without the numbers of the gaps; a size that is a name is read as such where the row has it too."""
    named = (re.sub(r"\[N\d+ = ([^\]]+)\]", r"\1", line.text) for line in page.lines)
    return [re.sub(r"\[N\d+", "[N", text) for text in named]


def _without_marks(text: str) -> list[str]:
    return [re.sub(r"^(P\d+ .+?) \((?!family;).*\)$", r"\1", line) for line in text.splitlines()]


@pytest.mark.parametrize("shop", SHOPS)
def test_only_products_of_one_name_are_told_apart(shop: str) -> None:
    for page in pages(shop):
        of, language = page.reading.ledger, page.reading.market.language
        for family in of.families():
            names = [of.name(handle, language) for handle in family.variants]
            found = marks(page.reading, family.variants)
            if len(set(names)) == len(names):
                assert found == {}
            else:
                both = [(of.name(handle, language), found.get(handle, "")) for handle in family.variants]
                assert len(set(both)) == len(both), (page.name, both)


def test_a_shop_in_another_language_has_its_own_names_and_the_same_columns() -> None:
    english, german = told(reading("Text.")), told(reading("Text.", "de-DE"))
    assert german[:2] == ["P1 Badetuch Lido", "P2 Wasserkocher Brook K17"]
    assert [line for line in german if line.startswith("P.") and "money" not in line] == [
        line for line in english if line.startswith("P.") and "money" not in line
    ]
    assert "P.price: money, EUR" in german


def test_only_what_holds_in_this_market_is_told() -> None:
    german = told(reading("Text.", "de-DE"))
    assert not [line for line in german if "express" in line or "GBP" in line]


def test_units_are_written_out() -> None:
    assert [unit_name(unit) for unit in ("wd", "d", "a", "mo", "cm")] == [
        "working days",
        "days",
        "years",
        "months",
        "cm",
    ]


def test_a_few_products_show_only_their_own_columns() -> None:
    text = catalogue(reading("Text."), ["kt-17"])
    assert "P1 Brook K17 kettle" in text
    assert "P.power" in text and "P.wash_temperature" not in text and "P.certificate" not in text


def test_a_long_list_of_words_is_cut_and_says_so(tmp_path: Path) -> None:
    rows = "".join(f"A{n},Thing {chr(65 + n)}x,1,colour{chr(65 + n)}\n" for n in range(MOST_WORDS + 1))
    line = next(
        each
        for each in told(opened(tmp_path, "sku,title,price@IE,Colour\n" + rows))
        if each.startswith("P.colour")
    )
    assert line.count("'") == 2 * MOST_WORDS and line.endswith(", …")


def test_an_apostrophe_ends_no_quotation(tmp_path: Path) -> None:
    page = opened(tmp_path, "sku,title,price@IE,Material\nA,Ring,1,mother-o'-pearl\nB,Band,1,steel\n")
    assert "P.material: one of 'mother-o’-pearl', 'steel'" in told(page)


def test_words_go_before_lengths_and_lengths_before_the_rest(tmp_path: Path) -> None:
    head = "sku,group,title,price@IE,Weight [g],Width [cm],Colour\n"
    page = opened(tmp_path, head + "A,g,Mat,1,5,10,red\nB,g,Mat,1,6,10,blue\nC,g,Mat,1,7,20,blue\n")
    assert list(marks(page, page.ledger.families()[0].variants).values()) == [
        "colour red, width 10 cm",
        "colour blue, width 10 cm",
        "colour blue, width 20 cm",
    ]


def test_the_catalogue_of_a_shop_without_products_is_only_its_terms() -> None:
    assert catalogue(reading("Text."), []).strip().splitlines() == [
        line for line in told(reading("Text.")) if line.startswith("S.")
    ]


def test_no_price_is_told() -> None:
    text = "\n".join(told(reading("Text.")))
    prices = {"18.50", "1850", "45.50", "34.90", "129", "3.20", "6.50"}
    assert not [price for price in prices if price in text]
    assert ledger().fact("tw-70", "price", reading("Text.").market).reference == "tw-70.price"


@pytest.mark.parametrize("shop", SHOPS)
def test_every_column_that_is_told_can_be_written_in_a_formula(shop: str) -> None:
    page = pages(shop)[0]
    for line in page.sheet.catalogue.splitlines():
        if (found := COLUMN.match(line)) and found["key"] not in UNWRITABLE:
            owner = "P1" if found["owner"] == "P" else "S"
            said = hold(f"{owner}.{found['key']} == 'nothing we sell'", page.sheet, page.reading)
            assert said.why != "it is no formula", line


# --- faults -----------------------------------------------------------------------------------------------


def test_a_variant_with_a_name_of_its_own_tells_nothing(tmp_path: Path) -> None:
    head = "sku,group,title,price@IE,Width [cm]\n"
    page = opened(tmp_path, head + "A,g,Mat,1,10\nB,g,Mat,1,20\nC,g,Mat XL,1,30\n")
    assert "P4 Mat XL" in told(page)


def test_variants_are_told_apart_by_a_column_one_of_them_leaves_empty(tmp_path: Path) -> None:
    head = "sku,group,title,price@IE,Colour\n"
    page = opened(tmp_path, head + "A,g,Mat,1,red\nB,g,Mat,1,\n")
    assert len({line[3:] for line in told(page) if re.match(r"P[23] ", line)}) == 2


def test_two_products_of_one_name_are_told_apart(tmp_path: Path) -> None:
    page = opened(tmp_path, "sku,title,price@IE,Colour\nA,Mat,1,red\nB,Mat,2,blue\n")
    assert len({line[3:] for line in told(page) if re.match(r"P\d ", line)}) == 2


@pytest.mark.parametrize("column", ["360 rotation", "6.35 mm adapter included", "Class", "Global", "From"])
def test_no_column_is_called_what_no_formula_can_hold(column: str, tmp_path: Path) -> None:
    page = opened(tmp_path, f"sku,title,price@IE,{column}\nA,Mat,1,yes\n")
    key = next(
        found["key"] for line in told(page) if (found := COLUMN.match(line)) and found["key"] != "price"
    )
    assert hold(f"P1.{key} == yes", sheet(page), page).outcome == "true"
