from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from content.errors import ShopError
from content.ledger.ledger import Ledger
from content.records import UNKNOWN, Many, Money, Quantity, Span, Text
from seo.records import LANGUAGES, Market

ReadLedger = Callable[..., Ledger]
DE, US = Market("de-DE", "EUR"), Market("en-US", "USD")
PRODUCTS = "sku,title\nA1,Kettle\nA 2/3,Toaster\n"

FACTS = """
[facts]
measure_overlap = "15 cm"
spare_filter = "4.90 EUR"
hang_days = "3-5 working days"
fullness = "1.5"
repairs = true
repair_years = "unknown"
greeting = { en = "Hello", de = "Hallo" }
since = 2011-04-01

[[delivery]]
country = "DE"
route = "standard"
name = { de = "Standardversand", en = "Standard" }
days = "2-4 working days"
cost = "4.90 EUR"
free_from = "60 EUR"
[[delivery]]
country = "DE"
route = "express"
days = "1 working day"
cost = "9.90 EUR"
[[delivery]]
country = "US"
route = "standard"
days = "11-15 business days"

[returns]
days = "30 days"
cost = { DE = "0 EUR", US = "12.95 USD" }
paid_by = "shop"
text = { de = "Kostenlos." }

[contact]
email = "hello@shop.example"

[[certificate]]
name = "OEKO-TEX STANDARD 100"
number = "DEMO-1"
products = ["A 2/3"]
valid_until = 2027-03-31

[[advice]]
id = "descale"
aspect = "cleaning"
about = ["electric-kettles", "A 2/3"]
title = { en = "Descaling" }
answer = { en = "Use {{shop.measure_overlap}}." }
"""


def value(ledger: Ledger, key: str, market: Market | None = None) -> object:
    return ledger.fact("shop", key, market).value


def test_facts_of_the_shop(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": FACTS})
    assert value(ledger, "measure_overlap") == Quantity(Decimal(15), "cm")
    assert value(ledger, "spare_filter") == Money(490, "EUR")
    assert value(ledger, "hang_days") == Span(Decimal(3), Decimal(5), "wd")
    assert value(ledger, "fullness") == Quantity(Decimal("1.5"), "")
    assert value(ledger, "repairs") is True
    assert value(ledger, "repair_years") == UNKNOWN
    assert value(ledger, "greeting") == Text((("en", "Hello"), ("de", "Hallo")))
    assert value(ledger, "since") == date(2011, 4, 1)


def test_two_delivery_routes_stay_two_facts(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": FACTS})
    assert value(ledger, "delivery_standard_days", DE) == Span(Decimal(2), Decimal(4), "wd")
    assert value(ledger, "delivery_express_days", DE) == Quantity(Decimal(1), "wd")
    assert value(ledger, "delivery_standard_free_from", DE) == Money(6000, "EUR")
    assert value(ledger, "delivery_standard_days", US) == Span(Decimal(11), Decimal(15), "wd")
    assert value(ledger, "delivery_express_days", US) == UNKNOWN
    assert value(ledger, "delivery_standard_days") == UNKNOWN  # of no country in particular
    assert ledger.fact("shop", "delivery_standard_days", DE).market == "DE"


def test_returns_and_contact(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": FACTS})
    assert value(ledger, "returns_days", US) == Quantity(Decimal(30), "d")
    assert value(ledger, "returns_cost", DE) == Money(0, "EUR")
    assert value(ledger, "returns_cost", US) == Money(1295, "USD")
    assert value(ledger, "returns_free") is True
    assert value(ledger, "contact_email") == Text(tuple((one, "hello@shop.example") for one in LANGUAGES))


def test_a_certificate_stands_on_its_products_until_its_last_day(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": FACTS})
    held = ledger.fact("a-2-3", "certificate", on=date(2027, 3, 31)).value
    assert isinstance(held, Text)
    assert held.get("ja") == "OEKO-TEX STANDARD 100 (DEMO-1)"
    assert ledger.fact("a-2-3", "certificate", on=date(2027, 4, 1)).value == UNKNOWN
    assert ledger.fact("a1", "certificate", on=date(2027, 3, 31)).value == UNKNOWN


def test_two_certificates_are_both_told(ledger_of: ReadLedger) -> None:
    second = '\n[[certificate]]\nname = "GOTS"\nproducts = ["A 2/3"]\n'
    ledger = ledger_of(PRODUCTS, files={"facts.toml": FACTS + second})
    held = ledger.fact("a-2-3", "certificate").value
    assert isinstance(held, Text)
    assert held.get("de") == "OEKO-TEX STANDARD 100 (DEMO-1), GOTS"


def test_advice_is_about_categories_and_handles(ledger_of: ReadLedger) -> None:
    (advice,) = ledger_of(PRODUCTS, files={"facts.toml": FACTS}).advice
    assert (advice.id, advice.aspect, advice.about) == ("descale", "cleaning", ("electric-kettles", "a-2-3"))
    assert advice.answer == Text((("en", "Use {{shop.measure_overlap}}."),))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("free_from", "free_form", "key 'delivery.1.free_form' is not known; did you mean 'free_from'?"),
        ('aspect = "cleaning"', 'aspect = "beauty"', "facts.toml: key 'advice.1.aspect'"),
        ('"A 2/3"]\nvalid', '"A 9"]\nvalid', "certificate names 'A 9', which no row of products.csv has"),
        ('country = "DE"', 'country = "de"', "facts.toml: key 'delivery.1.country'"),
        ("{ en = \"Descaling\" }", "{ pt = \"Descaling\" }", "'pt' is not a language of ours"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_and_key(ledger_of: ReadLedger, old: str, new: str, said: str) -> None:
    with pytest.raises(ShopError) as caught:
        ledger_of(PRODUCTS, files={"facts.toml": FACTS.replace(old, new, 1)})
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


TERMS = """
[[returns]]
days = { DE = "14 days", US = "30 days" }
valid_until = 2026-12-31
[[returns]]
country = "DE"
days = "30 days"
cost = "4.90 EUR"
paid_by = "customer"
valid_from = 2027-01-01

[[warranty]]
period = "2 years"
text = { en = "From the day of delivery.", de = "Ab dem Tag der Lieferung." }
[[warranty]]
country = "US"
period = "1 year"
given_by = "manufacturer"
valid_from = 2026-06-01
[[warranty]]
period = "5 years"
products = ["A1"]

[[certificate]]
name = "GS"
country = "DE"
products = ["A1"]
"""


def test_returns_change_on_a_day_and_from_country_to_country(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": TERMS})
    old, new = date(2026, 12, 31), date(2027, 1, 1)
    assert ledger.fact("shop", "returns_days", DE, old).value == Quantity(Decimal(14), "d")
    assert ledger.fact("shop", "returns_days", US, old).value == Quantity(Decimal(30), "d")
    assert ledger.fact("shop", "returns_days", DE, new).value == Quantity(Decimal(30), "d")
    assert ledger.fact("shop", "returns_days", US, new).value == UNKNOWN
    assert ledger.fact("shop", "returns_cost", DE, new).value == Money(490, "EUR")
    assert ledger.fact("shop", "returns_free", DE, new).value is False
    assert ledger.conflicts == ()


def test_a_shops_only_warranty_needs_no_second_pair_of_brackets(ledger_of: ReadLedger) -> None:
    facts = '[warranty]\nperiod = "2 years"\n[certificate]\nname = "GOTS"\n'
    ledger = ledger_of(PRODUCTS, files={"facts.toml": facts})
    assert ledger.fact("shop", "warranty_period", DE, date(2026, 6, 1)).value == Quantity(Decimal(2), "a")


def test_a_warranty_of_the_shop_of_a_country_and_of_a_product(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": TERMS})
    day = date(2026, 11, 22)
    assert ledger.fact("shop", "warranty_period", DE, day).value == Quantity(Decimal(2), "a")
    assert ledger.fact("shop", "warranty_period", US, day).value == Quantity(Decimal(1), "a")
    assert ledger.fact("shop", "warranty_period", US, date(2026, 5, 31)).value == Quantity(Decimal(2), "a")
    assert ledger.fact("shop", "warranty_by_manufacturer", US, day).value is True
    assert ledger.fact("shop", "warranty_by_manufacturer", DE, day).value == UNKNOWN
    assert ledger.fact("a1", "warranty", DE, day).value == Quantity(Decimal(5), "a")
    assert ledger.fact("a-2-3", "warranty", DE, day).value == UNKNOWN
    text = ledger.fact("shop", "warranty_text", DE, day).value
    assert isinstance(text, Text)
    assert text.get("de") == "Ab dem Tag der Lieferung."


def test_a_warranty_that_the_catalogue_contradicts_is_named(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,Warranty [years]\nA1,Kettle,3\nA 2/3,Toaster,2\n", files={"facts.toml": TERMS}
    )
    assert [fact.value for fact in ledger.facts("a1") if fact.key == "warranty"] == [UNKNOWN]
    assert "products.csv, row 2, column 'Warranty [years]' and facts.toml" in ledger.conflicts[0].cure


def test_a_certificate_may_count_in_one_country_only(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": TERMS})
    assert ledger.fact("a1", "certificate", DE).value != UNKNOWN
    assert ledger.fact("a1", "certificate", US).value == UNKNOWN


def test_terms_that_end_before_they_begin_are_refused(ledger_of: ReadLedger) -> None:
    text = '[[warranty]]\nperiod = "2 years"\nvalid_from = 2027-01-01\nvalid_until = 2026-01-01\n'
    with pytest.raises(ShopError, match="valid_until 2026-01-01 lies before valid_from 2027-01-01"):
        ledger_of(PRODUCTS, files={"facts.toml": text})


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("14 days from arrival", Quantity(Decimal(14), "d")),
        ("14 Tage ab Erhalt", Quantity(Decimal(14), "d")),
        ("30 días naturales", Quantity(Decimal(30), "d")),
        ("14 يومًا", Quantity(Decimal(14), "d")),
        ("10-14 working days by sea", Span(Decimal(10), Decimal(14), "wd")),
        ("two weeks", Text((("en", "two weeks"),))),
        ("14 cm from arrival", Text((("en", "14 cm from arrival"),))),
    ],
)
def test_of_a_time_the_number_counts_whatever_is_said_behind_it(
    ledger_of: ReadLedger, said: str, value: object
) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": f'[returns]\ndays = "{said}"\n'})
    assert ledger.fact("shop", "returns_days").value == value
    told = [each.cure for each in ledger.conflicts if "returns.days" in each.cure]
    assert bool(told) is isinstance(value, Text)
    assert all(f"facts.toml: returns.days = '{said}' holds no number" in each for each in told)


SIZES = "sku,title,group,Size\nW-S,Wahj S,wahj,S\nW-L,Wahj L,wahj,L\nW-P,Wahj P,wahj,P\nO-1,Oud,,\n"


def warranties_of(ledger: Ledger) -> list[object]:
    return [ledger.fact(handle, "warranty").value for handle in ("w-s", "w-l", "w-p", "wahj", "o-1")]


def test_sizes_of_one_family_may_have_warranties_of_their_own(ledger_of: ReadLedger) -> None:
    one, two = Quantity(Decimal(12), "mo"), Quantity(Decimal(24), "mo")
    long = '[[warranty]]\nperiod = "24 months"\nproducts = ["W-S", "W-L", "O-1"]\n'
    ledger = ledger_of(
        SIZES, files={"facts.toml": f'{long}[[warranty]]\nperiod = "12 months"\nproducts = ["W-P"]\n'}
    )
    assert warranties_of(ledger) == [two, two, one, Many((two, one)), two]
    assert ledger.conflicts == ()


def test_a_family_named_by_one_of_its_sizes_has_its_warranty(ledger_of: ReadLedger) -> None:
    two = Quantity(Decimal(24), "mo")
    ledger = ledger_of(
        SIZES, files={"facts.toml": '[[warranty]]\nperiod = "24 months"\nproducts = ["W-S"]\n'}
    )
    assert warranties_of(ledger)[3:] == [two, UNKNOWN]


def test_a_size_left_out_leaves_its_family_unknown(ledger_of: ReadLedger) -> None:
    one, two = Quantity(Decimal(12), "mo"), Quantity(Decimal(24), "mo")
    facts = "".join(
        f'[[warranty]]\nperiod = "{period}"\nproducts = ["{sku}"]\n'
        for period, sku in (("12 months", "W-S"), ("24 months", "W-L"))
    )
    assert warranties_of(ledger_of(SIZES, files={"facts.toml": facts}))[:4] == [one, two, UNKNOWN, UNKNOWN]
