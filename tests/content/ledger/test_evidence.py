from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from content.errors import ShopError
from content.ledger.ledger import Ledger
from content.records import Quantity, Text

ReadLedger = Callable[..., Ledger]
PRODUCTS = "sku,group,title\nC 1,luna,Luna small\nC 2,luna,Luna large\nK1,,Kettle\n"

MEASURED = """
kind = "measurement"
aspect = "light"
about = ["C 1"]
by = "Tom Ashby, buyer"
on = 2026-10-01
[text]
en = "We measured {{evidence-dark-room.behind}}."
[values]
behind = "0.3 lx"
"""
RETURNS = """sku,reason,returned,sold,from,to
C 1,too short,4,100,2026-01-01,2026-06-30
C 1,wrong colour,1,100,2026-01-01,2026-06-30
C 2,too short,3,50,2026-02-01,2026-07-31
gone,too short,9,9,2026-01-01,2026-06-30
"""


def test_a_measurement_is_a_fact_with_a_person_behind_it(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"evidence/Dark room.toml": MEASURED})
    (evidence,) = ledger.evidence
    assert (evidence.id, evidence.kind, evidence.by) == ("dark-room", "measurement", "Tom Ashby, buyer")
    assert evidence.about == ("luna",)
    assert evidence.text == Text((("en", "We measured {{evidence-dark-room.behind}}."),))
    assert ledger.fact("evidence-dark-room", "behind").value == Quantity(Decimal("0.3"), "lx")
    assert ledger.fact("evidence-dark-room", "on").value == date(2026, 10, 1)


def test_returns_are_counted_by_family_and_reason_and_sales_once(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"evidence/returns-2026.csv": RETURNS})
    (evidence,) = ledger.evidence
    assert (evidence.kind, evidence.about) == ("returns", ("luna",))

    def count(key: str) -> object:
        return ledger.fact("evidence-returns-2026", key).value

    assert count("luna_too_short") == Quantity(Decimal(7), "")
    assert count("luna_wrong_colour") == Quantity(Decimal(1), "")
    assert count("luna_sold") == Quantity(Decimal(150), "")
    assert (count("from"), count("to")) == (date(2026, 1, 1), date(2026, 7, 31))


@pytest.mark.parametrize(
    ("language", "reason", "other", "key"),
    [
        ("es", "demasiado pequeña", "se sale el talón", "demasiado_pequena"),
        ("de", "zu groß", "zu kürzen", "zu_gross"),
        ("fr", "trop élancé", "déchiré", "trop_elance"),
        ("ja", "サイズが大きい", "色が違う", ""),
        ("ar", "المقاس كبير", "اللون مختلف", ""),
        ("en", "too long", "too short", "too_long"),
    ],
)
def test_a_reason_is_told_as_it_was_written_and_counted_by_itself(
    ledger_of: ReadLedger, language: str, reason: str, other: str, key: str
) -> None:
    table = RETURNS.replace("too short", reason).replace("wrong colour", other)
    ledger = ledger_of(PRODUCTS, language, files={"evidence/r.csv": table})
    counts = {f.key: f.value for f in ledger.facts("evidence-r") if f.key.startswith("luna_")}
    found = [each for each in counts if each != "luna_sold"]
    assert [counts[each] for each in found] == [Quantity(Decimal(7), ""), Quantity(Decimal(1), "")]
    assert not key or found[0] == f"luna_{key}"
    words = [each.removeprefix("luna_").replace("_", " ") for each in found]
    assert [ledger.lexicon.value(each, language) for each in words] == [reason, other]


def test_a_reason_has_the_words_the_shop_gave_it(ledger_of: ReadLedger) -> None:
    table = RETURNS.replace("too short", "demasiado pequeña")
    words = "source,lang,text\ndemasiado pequeña,de,zu klein\n"
    ledger = ledger_of(PRODUCTS, "es", files={"evidence/r.csv": table, "words.csv": words})
    assert ledger.lexicon.value("demasiado pequena", "de") == "zu klein"
    assert ledger.lexicon.value("demasiado pequena", "ja") is None


def test_a_reason_counted_of_one_colour_stands_beside_those_of_its_product_and_is_added_to_none(
    ledger_of: ReadLedger,
) -> None:
    rows = (
        "luna,too short,9,150,2026-01-01,2026-06-30\n"
        "C 2,the dye stains,2,50,2026-02-01,2026-07-31\n"
        "C 2,too short,3,50,2026-02-01,2026-07-31\n"
    )
    ledger = ledger_of(PRODUCTS, files={"evidence/r.csv": RETURNS.partition("\n")[0] + "\n" + rows})
    whole, part = ledger.evidence
    (second,) = [each for each in ledger.products["luna"].variants if ledger.products[each].sku == "C 2"]
    assert (whole.id, whole.counted, part.id, part.counted) == ("r", ("luna",), "r-skus", (second,))

    def counts(subject: str) -> dict[str, object]:
        facts = (f for f in ledger.facts(subject) if isinstance(f.value, Quantity))
        return {f.key: int(f.value.amount) for f in facts if isinstance(f.value, Quantity)}

    assert counts("evidence-r") == {"luna_too_short": 9, "luna_sold": 150}
    assert counts("evidence-r-skus") == {"luna_the_dye_stains": 2, "luna_too_short": 3, "luna_sold": 50}
    assert ledger.fact("evidence-r", "to").value == date(2026, 6, 30)
    assert ledger.fact("evidence-r-skus", "from").value == date(2026, 2, 1)


def test_a_table_that_counts_no_returns_says_where_it_belongs(ledger_of: ReadLedger) -> None:
    with pytest.raises(ShopError) as caught:
        ledger_of(PRODUCTS, files={"evidence/preguntas.csv": "pregunta,n\n¿Tallan grande?,64\n"})
    assert str(caught.value) == (
        "evidence/preguntas.csv has no column 'sku': a table here counts returns (sku, reason, returned, sold, from, to). "
        "Put what customers ask into signals/; tell a count of your own in a .toml of kind 'note', the number under "
        "[values]."
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.toml", MEASURED.replace("by =", "bye ="), "a.toml: key 'bye' is not known; did you mean 'by'?"),
        ("a.csv", "sku,reason\n", "evidence/a.csv has no column 'returned'"),
        (
            "a.csv",
            RETURNS.replace(",4,", ",four,"),
            "evidence/a.csv, row 2: 'returned' and 'sold' must be whole",
        ),
        ("a.csv", RETURNS.replace("2026-06-30", "30.6.2026", 1), "row 2: '30.6.2026' is not a day"),
    ],
)
def test_a_mistake_names_file_and_row(ledger_of: ReadLedger, name: str, text: str, said: str) -> None:
    with pytest.raises(ShopError) as caught:
        ledger_of(PRODUCTS, files={f"evidence/{name}": text})
    assert said in str(caught.value)


def test_a_picture_lies_beside_its_evidence_and_is_one(ledger_of: ReadLedger) -> None:
    told = MEASURED.replace("on = 2026-10-01", 'on = 2026-10-01\npicture = "dark.png"')
    with pytest.raises(ShopError, match=r"evidence/a.toml: there is no picture 'dark.png' in evidence"):
        ledger_of(PRODUCTS, files={"evidence/a.toml": told})
    with pytest.raises(ShopError, match=r"'dark.png' is no JPEG, PNG, WebP or GIF"):
        ledger_of(PRODUCTS, files={"evidence/a.toml": told, "evidence/dark.png": "<svg></svg>"})
    with pytest.raises(ShopError, match=r"there is no picture '../shop.toml'"):
        ledger_of(PRODUCTS, files={"evidence/a.toml": told.replace("dark.png", "../shop.toml")})
