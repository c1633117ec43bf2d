from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from content.errors import ShopError
from content.ledger.ledger import Ledger, digest
from content.records import UNKNOWN, Choice, Fact, Many, Money, Quantity, Span, Text
from seo.records import Market

ReadLedger = Callable[..., Ledger]
DE, US, AE = Market("de-DE", "EUR"), Market("en-US", "USD"), Market("ar-AE", "AED")


def cm(*amounts: int) -> Many:
    return Many(tuple(Quantity(Decimal(amount), "cm") for amount in amounts))


def test_a_fact_keeps_its_row_and_column(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Width [cm]\nA1,Kettle,15\n")
    assert ledger.fact("a1", "width") == Fact(
        "a1", "width", Quantity(Decimal(15), "cm"), "products.csv", 2, "Width [cm]"
    )


def test_a_blank_is_unknown_and_names_the_column_to_fill_in(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Width [cm],Cordless\nA1,Kettle,,\nA2,Toaster,15,no\n")
    assert ledger.fact("a1", "cordless") == Fact("a1", "cordless", UNKNOWN, "", None, "Cordless")
    assert ledger.fact("a1", "width").column == "Width [cm]"
    assert ledger.fact("a2", "cordless").value is False


def test_asking_never_fails(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title\nA1,Kettle\n")
    assert ledger.fact("nobody", "nothing", DE, date(2026, 1, 1)).value == UNKNOWN
    assert ledger.facts("nobody") == ()


# --- prices -----------------------------------------------------------------------------------------------


def test_one_sku_with_two_prices_is_a_conflict_and_neither_is_used(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,price\nA1,Kettle,49.90\nA2,Toaster,20\nA1,Kettle,59.90\n")
    assert ledger.fact("a1", "price", DE).value == UNKNOWN
    (conflict,) = ledger.conflicts
    assert conflict.rule == "ledger.conflict"
    assert "'A1' stands in rows 2 and 4 with different values for 'price'" in conflict.cure
    assert ledger.fact("a2", "price", DE).value == Money(2000, "EUR")


def test_one_sku_twice_with_the_same_facts_is_one_product(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,price,Cordless\nA1,Kettle,49.90,\nA1,Kettle,49.90,yes\n")
    assert ledger.conflicts == ()
    assert len(ledger.families()) == 1
    assert ledger.fact("a1", "cordless").value is True


def test_decimal_commas_semicolons_and_a_byte_order_mark(ledger_of: ReadLedger) -> None:
    text = "sku;title;price;Gewicht [kg]\nA1;Wasserkocher;1.299,50 €;0,9\nA2;Toaster;20;1,25\n"
    ledger = ledger_of(b"\xef\xbb\xbf" + text.encode(), language="de")
    assert ledger.fact("a1", "price", DE).value == Money(129950, "EUR")
    assert ledger.fact("a2", "price", DE).value == Money(2000, "EUR")
    assert ledger.fact("a1", "weight").value == Quantity(Decimal("0.9"), "kg")


def test_a_price_belongs_to_its_country_or_its_currency(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,price,price@US\nA1,Kettle,49.90,55\n")
    assert ledger.fact("a1", "price", DE).value == Money(4990, "EUR")
    assert ledger.fact("a1", "price", US) == Fact(
        "a1", "price", Money(5500, "USD"), "products.csv", 2, "price@US", "US"
    )
    assert ledger.fact("a1", "price", AE).value == UNKNOWN  # euros are no price in dirhams


def test_the_row_may_name_the_currency(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,price,currency\nA1,Kettle,49.90,USD\n")
    assert ledger.fact("a1", "price", US).value == Money(4990, "USD")
    assert ledger.fact("a1", "price", DE).value == UNKNOWN


def test_a_price_that_is_none_is_named(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,price\nA1,Kettle,on request\n")
    assert ledger.fact("a1", "price", DE).value == UNKNOWN
    assert "row 2: 'on request' in 'price' is no price" in ledger.conflicts[0].cure


# --- families ---------------------------------------------------------------------------------------------

CURTAINS = """sku,group,title,Width [cm],Colour,Can be cut,Lining,availability
C-137,luna,Luna curtain 137,137,sand,yes,unlined,in stock
C-117,luna,Luna curtain 117,117,moss,yes,unlined,out of stock
C-138,luna,Luna curtain 137,137,sand,no,unknown,out of stock
K1,,Kettle,15,,,,
"""


def test_a_familys_facts_are_its_variants_side_by_side_in_row_order(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CURTAINS)
    assert ledger.fact("luna", "width").value == cm(137, 117)
    assert ledger.fact("luna", "colour").value == Many((Choice("sand"), Choice("moss")))
    assert ledger.fact("c-117", "width").value == Quantity(Decimal(117), "cm")
    family = ledger.products["luna"]
    assert (family.title, family.sku, family.variants) == (
        "Luna curtain",
        "C-137",
        ("c-137", "c-117", "c-138"),
    )
    assert ledger.products["c-117"].family == "luna"
    assert [product.handle for product in ledger.families()] == ["luna", "k1"]


def test_a_yes_beside_a_no_depends_on_the_variant(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CURTAINS)
    assert ledger.fact("luna", "can_be_cut").value == UNKNOWN
    assert ledger.fact("luna", "lining").value == UNKNOWN  # one variant states that nobody knows
    assert ledger.conflicts == ()


def test_a_family_is_in_stock_when_one_variant_is(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CURTAINS)
    assert ledger.in_stock("luna", DE) is True
    assert ledger.in_stock("c-117", DE) is False
    assert ledger.in_stock("k1", DE) is None


def test_keys_come_in_the_order_of_the_columns(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,Weight [kg],gtin,price,Cordless,Width [cm]\nA1,K,1,40123,5,yes,3\nA2,T,,,,,3\n"
    )
    assert ledger.keys(["a1"]) == ("weight", "price", "cordless", "width")
    assert ledger.keys(["a2"]) == ("width",)
    assert ledger.fact("a1", "gtin").value == Choice("40123")  # stated, but nobody shops by it


# --- names, addresses, SKUs -------------------------------------------------------------------------------


def test_skus_resolve_however_they_are_written(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,group,title,brand\nCoffee maker HD7546/20,,Philips Coffee maker HD7546/20,Philips\n"
        "KF 520,,Braun KF 520 Drip coffee maker,Braun\nKF-520,,Braun KF 520 again,Braun\n"
        "HR1858  Juicer,,Philips HR1858 Juicer,Philips\nC 1,luna,Luna 1,\nC 2,luna,Luna 2,\n"
    )
    assert ledger.resolve("Coffee maker HD7546/20") == "coffee-maker-hd7546-20"
    assert ledger.resolve("hd7546-20") == "coffee-maker-hd7546-20"  # the model alone
    assert ledger.resolve("KF 520") == "kf-520"
    assert ledger.resolve("KF-520") == "kf-520-2"
    assert ledger.resolve("HR1858 Juicer") == "hr1858-juicer"
    assert ledger.resolve("c2") == "luna"  # a variant means its family
    assert ledger.resolve("X1") is None


def test_a_name_is_the_title_of_the_language_or_brand_and_model(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,title@de,brand\n"
        "HD7546/20,Philips Coffee maker HD7546/20,Philips Kaffeemaschine HD7546/20,Philips\n"
    )
    assert ledger.name("hd7546-20", "en") == "Philips Coffee maker HD7546/20"
    assert ledger.name("hd7546-20", "de") == "Philips Kaffeemaschine HD7546/20"
    assert ledger.name("hd7546-20", "ja") == "Philips HD7546/20"
    name = ledger.fact("hd7546-20", "name").value
    assert isinstance(name, Text)
    assert name.get("fr") == "Philips HD7546/20"


def test_two_products_of_one_name_are_told_apart_by_their_skus(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,brand\nR1a,Krups Duo PG7000,Krups\nR1b,Krups Trio PG7000,Krups\n")
    assert {ledger.name(handle, "de") for handle in ("r1a", "r1b")} == {"Krups R1a", "Krups R1b"}


def test_addresses_by_language_and_country(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,url,url@de,url@US\n"
        "A1,K,https://x.example/a,https://x.example/de/a,https://x.example/us/a\n"
        "A2,T,https://x.example/b,,\n"
    )
    assert ledger.url("a1", DE) == "https://x.example/de/a"
    assert ledger.url("a1", US) == "https://x.example/us/a"
    assert ledger.url("a1", Market("en-GB", "GBP")) == "https://x.example/a"
    assert ledger.url("a2", DE) == ""  # the English page is not the German one
    assert ledger.fact("a2", "url", DE).value == UNKNOWN


def test_an_only_address_serves_every_language(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,url\nA1,K,https://x.example/a\nA2,T,\n")
    assert ledger.url("a1", DE) == "https://x.example/a"
    assert ledger.url("a2", DE) == ""


# --- columns ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Artikelnummer,title", "(found: Artikelnummer, title): rename 'Artikelnummer' to 'sku'."),
        ("sku,Bezeichnung", "rename 'Bezeichnung' to 'title'"),
        ("skuu,title", "add one; did you mean 'skuu'?"),
        ("a,b", "products.csv has no column 'sku' (found: a, b): add one."),
    ],
)  # fmt: skip
def test_a_missing_column_names_the_one_that_looks_like_it(
    ledger_of: ReadLedger, header: str, said: str
) -> None:
    with pytest.raises(ShopError) as caught:
        ledger_of(f"{header}\nA1,Kettle\n")
    assert said in str(caught.value)


def test_synonyms_meet_one_key_and_the_better_name_keeps_it(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,how wide [cm],Width [cm],My own thing\nA1,Kettle,9,15,yes\n")
    assert ledger.fact("a1", "width").value == Quantity(Decimal(15), "cm")
    assert ledger.fact("a1", "how_wide").value == Quantity(Decimal(9), "cm")
    assert ledger.lexicon.attribute("my_own_thing", "en") == "my own thing"
    assert ledger.lexicon.attribute("my_own_thing", "de") is None


def test_columns_of_one_key_in_two_units_must_agree(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Width [cm],Width [in]\nA1,Kettle,254,100\nA2,Toaster,254,90\n")
    assert ledger.fact("a1", "width").value == Quantity(Decimal(254), "cm")
    assert ledger.fact("a2", "width").value == UNKNOWN
    assert "row 3: the columns 'Width [cm]' and 'Width [in]' disagree" in ledger.conflicts[0].cure


def test_an_attribute_per_language_is_a_text(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Care,Care@de\nA1,Kettle,wipe clean,abwischen\n")
    (key,) = ledger.keys(["a1"])
    assert ledger.fact("a1", key).value == Text((("en", "wipe clean"), ("de", "abwischen")))


def test_a_unit_no_number_can_have_is_not_used(ledger_of: ReadLedger) -> None:
    rows = "".join(f"A{n},Kettle {n},{900 + n}\n" for n in range(6)) + "B1,Kettle,1.2 kg\n"
    ledger = ledger_of(f"sku,title,Weight [kg]\n{rows}")
    assert ledger.fact("a1", "weight").value == UNKNOWN
    assert ledger.fact("b1", "weight").value == Quantity(Decimal("1.2"), "kg")
    assert "6 of 6 numbers in 'Weight [kg]' are 100 kg or more" in ledger.conflicts[0].cure


def test_numbers_of_a_measure_without_a_unit_are_kept_but_not_offered(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Capacity,Number of slices\nA1,Toaster,1250,4\n")
    assert ledger.fact("a1", "capacity").value == Quantity(Decimal(1250), "")
    assert ledger.keys(["a1"]) == ("number_of_slices",)
    assert "in the header of 'Capacity'" in ledger.conflicts[0].cure


def test_a_blank_sku_and_slipped_cells_leave_the_row_out_and_say_so(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title\n,Kettle\nA1,Toaster\nA2,Iron, red\n")
    assert [product.sku for product in ledger.families()] == ["A1"]
    assert {finding.evidence.row for finding in ledger.conflicts} == {2, 4}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (UNKNOWN, "unknown"),
        (True, "true"),
        (False, "false"),
        (Quantity(Decimal("5.00"), "cm"), "5 cm"),
        (Quantity(Decimal("5E+2"), ""), "500"),
        (Span(Decimal(3), Decimal(5), "wd"), "3-5 wd"),
        (Money(4990, "EUR"), "4990 EUR"),
        (Choice("sand"), "sand"),
        (cm(117, 137), "117 cm | 137 cm"),
        (date(2026, 11, 22), "2026-11-22"),
    ],
)
def test_digests(value: object, text: str) -> None:
    assert digest(value) == text  # type: ignore[arg-type]  # rows of many kinds


def test_the_digest_of_a_text_follows_its_words_not_their_order() -> None:
    first, second = Text((("en", "a"), ("de", "b"))), Text((("de", "b"), ("en", "a")))
    assert digest(first) == digest(second) != digest(Text((("en", "a"), ("de", "c"))))
