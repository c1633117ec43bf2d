import pytest

from content.records import Severity
from tests.content.ledger.conftest import ReadLedger

HEAD = "sku,title,title@en,title@es,title@fr,title@ja,title@ar,brand\n"
JACKET = "A-1,Brandung 3-Lagen-Regenjacke,Brandung 3-layer rain jacket,Chaqueta de 3 capas Brandung,Veste 3 couches Brandung,3層ジャケット Brandung,جاكيت ثلاثي الطبقات Brandung,Uferlicht\n"
TROUSERS = "A-2,Brandung 3-Lagen-Regenhose,Brandung 3-layer rain trousers,Pantalón de 3 capas Brandung,Pantalon 3 couches Brandung,3層パンツ Brandung,بنطلون ثلاثي الطبقات Brandung,Uferlicht\n"
SMALL = "A-3,Speicher 20 Rolltop-Rucksack,Speicher 20 backpack,Mochila Speicher 20,Sac à dos Speicher 20,リュック Speicher 20,حقيبة ظهر Speicher 20,Uferlicht\n"
LARGE = SMALL.replace("20", "28").replace("A-3", "A-4")
SIX = ("de", "en", "es", "fr", "ja", "ar")


def test_a_noun_after_a_number_is_no_model(ledger_of: ReadLedger) -> None:
    """`Uferlicht 3-Lagen-Regenjacke`, the brand and a German noun, stood in all six languages."""
    ledger = ledger_of(HEAD + JACKET + TROUSERS, "de")
    assert [ledger.short("a-1", language) for language in SIX] == JACKET.split(",")[1:-1]


def test_the_only_jacket_of_a_line_is_called_by_it_in_every_language(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(HEAD + JACKET, "de")
    assert {ledger.short("a-1", language) for language in SIX} == {"Brandung"}


def test_a_number_that_tells_two_products_apart_stays(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(HEAD + SMALL + LARGE, "de")
    for language in SIX:
        assert [ledger.short(handle, language) for handle in ("a-3", "a-4")] == ["Speicher 20", "Speicher 28"]


def test_a_name_keeps_its_year_though_no_other_product_has_the_word(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(HEAD + SMALL.replace("Speicher 20", "Kluft 84"), "de")
    assert {ledger.short("a-3", language) for language in SIX} == {"Kluft 84"}


@pytest.mark.parametrize(
    ("title", "en", "fr"),
    [
        ("Ember 1.7 Liter", "Ember 1.7 litres", "Ember 1.7 litres"),
        ("Ember 50 x 75", "Ember 50 x 75", "Ember 50 x 75"),
        ("Ember (3 Stück)", "Ember (3 pieces)", "Ember (3 pièces)"),
    ],
)
def test_an_amount_is_no_part_of_a_name(ledger_of: ReadLedger, title: str, en: str, fr: str) -> None:
    ledger = ledger_of(f"sku,title,title@en,title@fr\nB-1,{title},{en},{fr}\n", "de")
    assert ledger.short("b-1", "de") == "Ember"


def test_the_size_of_a_variant_is_no_part_of_a_name(ledger_of: ReadLedger) -> None:
    rows = [f"C-{n},c,Fulmar {n} Zelt,Fulmar {n} tent,Tente Fulmar {n}" for n in (2, 3)]
    ledger = ledger_of("sku,group,title,title@en,title@fr\n" + "\n".join(rows), "de")
    assert {ledger.short(handle, "en") for handle in ledger.products} == {"Fulmar"}


def test_a_noun_that_the_other_title_translates_is_no_name(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,title@es,brand\nD-1,Uferlicht Ölzeug gelb,Uferlicht chubasquero amarillo,Uferlicht\n", "de"
    )
    assert ledger.short("d-1", "de") == "Uferlicht Ölzeug gelb"
    assert ledger.short("d-1", "es") == "Uferlicht chubasquero amarillo"


def test_a_model_stays_the_name_in_every_language(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,title@es,brand\nX-9,Braun KF 520 Kaffeemaschine,Cafetera Braun KF520,Braun\n", "de"
    )
    assert {ledger.short("x-9", language) for language in SIX} == {"Braun KF 520"}


def test_the_shop_says_the_short_name_itself(ledger_of: ReadLedger) -> None:
    head, row = (
        HEAD.replace("sku,", "sku,short,short@es,"),
        JACKET.replace("A-1,", "A-1,Brandung Jacke,La Brandung,"),
    )
    ledger = ledger_of(head + row, "de")
    assert ledger.short("a-1", "de") == "Brandung Jacke"
    assert ledger.short("a-1", "es") == "La Brandung"
    assert ledger.short("a-1", "en") == "Brandung"  # `Jacke` stands in no English title
    told = ledger.fact("a-1", "short")
    assert (told.column, told.row) == ("short", 2)
    assert "short" not in ledger.keys(["a-1"])


def test_a_short_name_serves_every_language_whose_title_has_it_and_every_variant(
    ledger_of: ReadLedger,
) -> None:
    head, rows = (
        HEAD.replace("sku,", "sku,group,short,"),
        SMALL.replace("A-3,", "A-3,s,Speicher 20,") + SMALL.replace("A-3,", "A-5,s,,"),
    )
    ledger = ledger_of(head + rows, "de")
    assert {ledger.short(handle, language) for handle in ledger.products for language in SIX} == {
        "Speicher 20"
    }


def test_one_short_name_for_two_products_is_said_and_not_used(ledger_of: ReadLedger) -> None:
    head = HEAD.replace("sku,", "sku,short,")
    ledger = ledger_of(
        head + SMALL.replace("A-3,", "A-3,Speicher,") + LARGE.replace("A-4,", "A-4,Speicher,"), "de"
    )
    assert ledger.short("a-3", "de") == "Speicher 20 Rolltop-Rucksack"
    said = [finding for finding in ledger.conflicts if finding.rule == "ledger.short"]
    assert [(finding.severity, finding.cure) for finding in said] == [
        (
            Severity.WARN,
            "products.csv, row 3: 'Speicher' in 'short' is the name of A-3 too; neither is called so, give each its own",
        )
    ]


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("急須 とき 260ml", "急須 とき 400ml"), "とき"),
        (("万年筆 こずえ EF", "万年筆 こずえ M"), "こずえ"),
        (("こずえ 万年筆 EF", "こずえ 万年筆 M"), "こずえ"),
    ],
)
def test_a_japanese_name_stands_before_the_kind_or_behind_it(
    ledger_of: ReadLedger, titles: tuple[str, str], name: str
) -> None:
    """`急須`, "teapot", was the name of one; `EF`, its nib, that of another."""
    rows = [
        f"E-{n},e,{title},{'急須' if '急須' in title else '万年筆'},Kozue {n}"
        for n, title in enumerate(titles)
    ]
    ledger = ledger_of("sku,group,title,category,title@en\n" + "\n".join(rows), "ja")
    assert {ledger.short(handle, "ja") for handle in ledger.products} == {name}


@pytest.mark.parametrize(("language", "name"), [("ar", "مارلو"), ("ja", "マーロウ"), ("en", "Marlow S")])
def test_a_size_is_the_name_of_nothing(ledger_of: ReadLedger, language: str, name: str) -> None:
    rows = [
        f"F-{size},f,Marlow helmet {size},Casque Marlow {size},Casco Marlow {size},خوذة مارلو، {size},マーロウ ヘルメット {size}"
        for size in ("S", "M", "L")
    ]
    ledger = ledger_of("sku,group,title,title@fr,title@es,title@ar,title@ja\n" + "\n".join(rows), "en")
    assert ledger.short("f-s", language) == name
