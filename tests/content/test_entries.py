"""One entry of a list: named by its value, shown as inside its list, broken when the shop no longer has it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from content.checks import check
from content.entries import entry_of, names
from content.errors import LedgerGap
from content.freshness import Said, basis, changes, in_words, shaken, since_writing
from content.judging.article import article
from content.ledger.ledger import Ledger
from content.markup import plain_text
from content.publishers.facts_behind import NumberedShow, relied_on
from content.rebinding.resting import resting
from content.records import (
    Action,
    Article,
    Assignment,
    Choice,
    Draft,
    Many,
    Money,
    Opportunity,
    Quantity,
    Severity,
    Span,
    State,
    Value,
)
from content.rendering import render
from content.written_form import written_forms
from seo.records import Intent, Market, Topic
from tests.content.small_shop import opened

ON = date(2026, 11, 25)
EN, DE = Market("en-GB", "GBP"), Market("de-DE", "EUR")
SHOP = 'name = "S"\nlanguage = "en"\n[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n'
SIZES = "86-92 | 98-104 | 110-116 | 122-128"
WIDTHS = "117 | 132.5 | 140"


def make(folder: Path, sizes: str = SIZES, widths: str = WIDTHS, unit: str = "cm") -> Ledger:
    """A rain suit that comes in sizes."""
    folder.mkdir(exist_ok=True)
    row = f'K1,Kieselstein rain suit,{sizes},"{widths}",38 | 39,cotton | stainless steel,19.90,300 g'
    header = f"sku,title,size,width [{unit}],eu_size,material,price@GB,weight"
    return opened(folder, {"shop.toml": SHOP, "products.csv": f"{header}\n{row}\n"})


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return make(tmp_path / "shop")


def shown(ledger: Ledger, source: str, market: Market, form: str = "json") -> str:
    return render(f"{{{{{source}}}}}", ledger, market, form, ON)  # type: ignore[arg-type]


# --- as a reader sees it ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "currency", "size", "width", "material", "uk"),
    [
        ("en-GB", "GBP", "110–116", "132.5 cm", "stainless steel", "5"),
        ("en-US", "USD", "110–116", "52.2 in (132.5 cm)", "stainless steel", "5"),
        ("de-DE", "EUR", "110–116", "132,5 cm", "Edelstahl", "5"),
        ("fr-FR", "EUR", "110 à 116", "132,5 cm", "acier inoxydable", "5"),
        ("es-ES", "EUR", "110 a 116", "132,5 cm", "acero inoxidable", "5"),
        ("ar-EG", "EGP", "١١٠–١١٦", "١٣٢٫٥ سم", "ستانلس ستيل", "٥"),
        ("ja-JP", "JPY", "110〜116", "132.5cm", "ステンレス", "5"),
    ],
)
def test_an_entry_reads_as_its_market_writes_it(
    ledger: Ledger, locale: str, currency: str, size: str, width: str, material: str, uk: str
) -> None:
    here = Market(locale, currency)
    assert shown(ledger, "k1.size.110-116", here) == size
    assert size in shown(ledger, "k1.size", here)
    assert shown(ledger, "k1.width.132.5-cm", here) == width
    assert shown(ledger, "k1.material.stainless-steel", here) == material
    assert shown(ledger, "convert(k1.eu_size.38, UK)", here) == uk


def test_a_converted_entry_has_the_digits_it_has_in_its_list(tmp_path: Path) -> None:
    ledger, us = make(tmp_path / "fine", widths="15 | 15.5"), Market("en-US", "USD")
    assert shown(ledger, "k1.width", us) == "5.91 and 6.1 in (15 and 15.5 cm)"
    assert shown(ledger, "k1.width.15-cm", us) == "5.91 in (15 cm)"  # alone it would be 5.9
    assert shown(ledger, "convert(k1.width, in)", DE) == "5,91 und 6,1 Zoll"
    assert shown(ledger, "convert(k1.width.15-cm, in)", DE) == "5,91 Zoll"


def test_an_entry_is_marked_and_isolated_like_any_fact(ledger: Ledger) -> None:
    arabic = Market("ar-AE", "AED")
    assert shown(ledger, "k1.size.110-116", arabic, "plain") == "\u2068110–116\u2069"
    assert shown(ledger, "k1.size.110-116", arabic, "html") == (
        '<data data-acreage="k1.size.110-116" value="110-116"><bdi>110–116</bdi></data>'
    )


@pytest.mark.parametrize(
    "source", ["k1.size.110–116", " k1.size.110−116 ", "k1.width.140 cm", "k1.material.Cotton"]
)
def test_any_dash_letter_and_space_names_the_same_entry(ledger: Ledger, source: str) -> None:
    assert shown(ledger, source, EN) in {"110–116", "140 cm", "cotton"}


# --- what it refuses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "k1.size.104-110",
            "{{k1.size.104-110}}: 'size' of 'k1' has no entry '104-110'; it has 86-92, 98-104, 110-116, 122-128: "
            "name one of these, or take the sentence out.",
        ),
        ("k1.size.3", "'size' of 'k1' has no entry '3'; it has 86-92"),  # a place is no name
        ("k1.weight.250-g", "'weight' of 'k1' is no list of entries: write {{k1.weight}}"),
        ("k1.title.rain", "'title' of 'k1' is no list of entries"),
        ("k1.price.19.90-gbp", "'price' of 'k1' is no list of entries"),
        ("k1.colour.red", "{{k1.colour}} is unknown in en-GB: fill in column 'colour' of 'K1'"),
    ],
)
def test_what_is_not_there_is_said_with_its_cure(ledger: Ledger, source: str, said: str) -> None:
    with pytest.raises(LedgerGap) as caught:
        shown(ledger, source, EN)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("value", "known"),
    [
        (Many((Quantity(Decimal(117), "cm"), Quantity(Decimal("132.5"), "cm"))), ("117-cm", "132.5-cm")),
        (Many((Choice("S/M"), Choice("L/XL"))), ("s/m", "l/xl")),
        (Many((Choice("綿"), Choice("Café au lait"))), ("綿", "café-au-lait")),
        (Many((Choice("red"), Choice("Red"), Choice("blue"))), ("blue",)),  # of two alike neither
        (Many((Money(1990, "EUR"), Money(2490, "EUR"))), ()),  # a price changes: no name
        (Choice("red"), ()),  # one alone is no list
        (True, ()),
    ],
)
def test_what_can_be_named(value: Value, known: tuple[str, ...]) -> None:
    assert names(value) == known


def test_one_value_left_of_a_list_is_still_that_entry() -> None:
    left = Span(Decimal(116), Decimal(122), "")
    assert entry_of(left, "116-122") == left
    assert entry_of(left, "110-116") is None


def test_the_check_blocks_what_is_gone_and_says_what_there_is(ledger: Ledger) -> None:
    found = check(draft("Order {{k1.size.104-110}} of {{k1.name}}."), ledger, EN, on=ON)
    (blocked,) = [each for each in found if each.severity is Severity.BLOCK]
    assert (blocked.rule, blocked.quote, blocked.evidence.value) == (
        "reference.unknown", "{{k1.size.104-110}}", "k1.size.104-110 = gone",
    )  # fmt: skip
    assert "it has 86-92, 98-104, 110-116, 122-128" in blocked.cure
    fine = check(draft("Order {{k1.size.110-116}} of {{k1.name}}."), ledger, EN, on=ON)
    assert [each.rule for each in fine if each.severity is Severity.BLOCK] == []


# --- when the catalogue changes -----------------------------------------------------------------------------


def draft(body: str) -> Draft:
    return Draft("Rain suit", "", body, "en", "en-GB", sku="K1")


def written(ledger: Ledger, body: str, *declared: str) -> Draft:
    made = draft(body)
    return replace(made, relies=resting(made, ledger, EN, ON, {0: declared}))


def said(made: Draft, ledger: Ledger) -> tuple[Said, ...]:
    topic = Topic("t", "en", "rain suit", Intent.INFORMATIONAL, 1.0, "", (), (), 1.0)
    planned = Assignment(
        "a", "2026-W48", 0, EN, topic, "k1/size", "size", "", ("k1",), (), Action.WRITE, "",
        Opportunity(0, 0, 0, 0, 0),
    )  # fmt: skip
    return basis(Article("k", "k", planned, made, state=State.LIVE), ledger, ON)


def test_a_passage_relies_on_the_entry_it_prints(ledger: Ledger) -> None:
    made = written(ledger, "Order {{k1.size.110-116}}.")
    assert [(each.reference, each.value) for each in made.relies] == [("k1.size.110-116", "110-116")]


def test_one_more_size_in_front_leaves_the_entry_what_it_was(ledger: Ledger, tmp_path: Path) -> None:
    made = written(ledger, "Order {{k1.size.110-116}}.")
    later = make(tmp_path / "later", sizes=f"74-80 | {SIZES}")
    assert render(made.body, later, EN, "plain", ON, written_forms(made)) == "Order 110–116."
    assert list(shaken(made, later, EN, ON)) == []
    assert since_writing(made, later, EN, ON) == ()
    assert [each.rule for each in check(made, later, EN, on=ON) if each.severity is Severity.BLOCK] == []


def test_a_size_that_is_no_longer_sold_breaks_the_page(ledger: Ledger, tmp_path: Path) -> None:
    made = written(ledger, "Order {{k1.size.110-116}}.")
    later = make(tmp_path / "later", sizes="86-92 | 98-104 | 116-122 | 122-128")  # another size at its place
    (change,) = since_writing(made, later, EN, ON)
    assert in_words(change) == "k1.size.110-116 was '110-116' and is 'no longer there'"
    (moved,) = changes(said(made, ledger), said(made, later))
    assert (moved.what, moved.now) == ("k1.size.110-116", "nothing to show")
    rules = [each.rule for each in check(made, later, EN, on=ON) if each.severity is Severity.BLOCK]
    assert rules == ["reference.unknown"]


def test_who_says_it_rests_on_the_whole_list_is_held_when_the_list_changes(
    ledger: Ledger, tmp_path: Path
) -> None:
    made = written(ledger, "Order {{k1.size.110-116}}, which is not the largest.", "k1.size")
    assert list(shaken(made, ledger, EN, ON)) == []
    later = make(tmp_path / "later", sizes=f"74-80 | {SIZES}")
    assert [each.change.what for each in shaken(made, later, EN, ON)] == ["k1.size"]


def test_an_entry_relied_on_in_words_must_stay(ledger: Ledger, tmp_path: Path) -> None:
    made = written(ledger, "There is a size for starting school.", "k1.size.122-128", "k1.size.999")
    assert [each.reference for each in made.relies] == ["k1.size.122-128"]  # what never was is dropped
    grown = make(tmp_path / "grown", sizes=f"{SIZES} | 134-140")
    assert list(shaken(made, grown, EN, ON)) == []
    later = make(tmp_path / "later", sizes="86-92 | 98-104")
    assert [(each.change.what, each.change.now) for each in shaken(made, later, EN, ON)] == [
        ("k1.size.122-128", "gone")
    ]


def test_another_unit_in_the_catalogue_is_no_other_entry(ledger: Ledger, tmp_path: Path) -> None:
    made = written(ledger, "It is {{k1.width.140-cm}} wide.")
    later = make(tmp_path / "later", widths="1.17 | 1.325 | 1.40", unit="m")
    assert render(made.body, later, EN, "plain", ON, written_forms(made)) == "It is 140 cm wide."
    assert render(made.body, later, EN, "plain", ON) == "It is 1.4 m wide."
    assert since_writing(made, later, EN, ON) == ()


def test_a_preview_lists_what_is_relied_on_as_it_is_now(ledger: Ledger, tmp_path: Path) -> None:
    made = written(ledger, "Order {{k1.size.110-116}}.", "k1.size", "k1.size.122-128")
    later = make(tmp_path / "later", sizes="86-92 | 110-116")
    numbered = NumberedShow(later, EN, ON)
    plain_text(made.body, numbered)
    told = [
        (each.origin.reference, each.origin.value, each.has_changed) for each in relied_on(made, numbered)
    ]
    assert told == [("k1.size", "86-92 | 110-116", True), ("k1.size.122-128", "gone", True)]


def test_a_judge_is_shown_the_row_the_entry_stands_in(ledger: Ledger) -> None:
    made = replace(
        written(ledger, "There is one for school.", "k1.size.122-128"), sku=""
    )  # no product is named
    (row,) = [each for each in article(made, ledger, EN, ON).rows if "| size |" in each]
    assert row.endswith("| size | 86-92 / 98-104 / 110-116 / 122-128")
