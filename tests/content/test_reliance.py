"""The closed vocabulary of claims: what each says, in whatever unit and order the catalogue states it."""

from datetime import date
from pathlib import Path

import pytest

from content.errors import DraftError
from content.ledger.ledger import Ledger, read_ledger
from content.reliance import agrees, claim, covered, scope, state
from content.shop import load_shop
from tests.content.small_shop import opened

ON = date(2026, 11, 24)
SHOP = """\
name = "Lane"
language = "en"

[[markets]]
locale = "de-DE"
currency = "EUR"
"""
PRODUCTS = """\
sku,group,title,category,price,width [cm],depth [m],colour,can_be_cut
A-1,A,Ash curtain,blackout-curtains,44.90 EUR,140,0.02,red,yes
A-2,A,Ash curtain,blackout-curtains,44.90 EUR,150,0.02,blue,yes
B,,Birch curtain,blackout-curtains,64.90 EUR,180,0.03,red,no
C,,Cedar curtain,blackout-curtains,,120,,Red,
D,,Dune slippers,slippers,20.00 EUR,,,green,
"""
FACTS = """\
[[delivery]]
country = "DE"
route = "standard"
days = "3-5 working days"

[[advice]]
id = "shorten"
aspect = "cut"
title = { de = "Wie?" }
answer = { de = "Unten  kürzen." }
"""
ALL = "category:blackout-curtains"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return opened(tmp_path, {"shop.toml": SHOP, "products.csv": PRODUCTS, "facts.toml": FACTS})


@pytest.mark.parametrize(
    ("reliance", "says"),
    [
        ("a.can_be_cut", "true"),
        ("c.can_be_cut", "unknown"),
        (f"highest(width; {ALL})", "b"),
        (f"lowest(width; {ALL})", "c"),
        ("highest(width; a+c)", "a"),  # of several widths the greatest counts
        ("highest(width; a+d)", "none"),  # one alone is no end of a scale
        (f"having(can_be_cut; {ALL})", "a"),
        (f"lacking(can_be_cut; {ALL})", "b"),
        (f"unstated(can_be_cut; {ALL})", "c"),
        ("same(colour; b+c)", "true"),
        ("same(colour; a+b)", "false"),
        ("same(can_be_cut; b+c)", "false"),  # nobody knows of c
        ("differ(colour; b+c)", "false"),
        (f"differ(colour; {ALL})", "true"),
        ("less(a.price; b.price)", "true"),
        ("less(b.price; a.price)", "false"),
        ("less(b.price; b.price)", "false"),  # the same price is not cheaper
        ("less(a.price; c.price)", "unknown"),
        ("less(a.price; a.width)", "unknown"),
        ("atleast(a.width; 1.5 m)", "true"),
        ("atleast(a.width; 151 cm)", "false"),
        ("atmost(a.width; 140 cm)", "true"),
        ("atmost(b.width; 140 cm)", "false"),
        ("atleast(b.width; 140 kg)", "unknown"),
        ("count(a.width)", "2"),
        ("count(b.width)", "1"),
        ("count(d.width)", "unknown"),
        (f"members({ALL})", "a+b+c"),
        ("unknown(c.can_be_cut)", "true"),
        ("variants(a)", "a-1+a-2"),
        ("variants(gone)", "gone"),
        ("routes()", "standard"),
        ("advice(nobody)", "gone"),
        ("evidence(nobody)", "gone"),
    ],
)
def test_what_a_claim_says(ledger: Ledger, reliance: str, says: str) -> None:
    assert state(reliance, ledger, ledger.shop.markets[0], ON) == says


def test_advice_is_its_words_and_not_its_white_space(ledger: Ledger, tmp_path: Path) -> None:
    market = ledger.shop.markets[0]
    before = state("advice(shorten)", ledger, market)
    for words, is_same in (("Unten kürzen.", True), ("Oben kürzen.", False)):
        (tmp_path / "facts.toml").write_text(FACTS.replace("Unten  kürzen.", words), encoding="utf-8")
        now = state("advice(shorten)", read_ledger(load_shop(tmp_path)), market)
        assert (now == before) is is_same


@pytest.mark.parametrize(
    ("then", "now", "do"),
    [
        ("137 cm", "1.37 m", True),
        ("137 cm", "138 cm", False),
        ("140 cm | 150 cm", "1.5 m | 1.4 m", True),
        ("140 cm | 150 cm", "140 cm", False),
        ("3-5 wd", "3-6 wd", False),
        ("48 h", "2 d", True),
        ("red | blue", "blue | red", True),
        ("Red", "red", True),
        ("true", "false", False),
        ("137 cm", "137 kg", False),
        ("20 °C", "20 °F", False),
    ],
)
def test_states_agree_whatever_their_unit_and_order(then: str, now: str, do: bool) -> None:
    assert agrees(then, now) is do


def test_a_set_is_written_by_its_line_when_it_is_the_whole_line(ledger: Ledger) -> None:
    assert scope(["b", "a", "c"], ledger) == ALL
    assert scope(["b", "a"], ledger) == "a+b"
    assert scope(["a", "b", "c", "d"], ledger) == f"{ALL}+category:slippers"


def test_a_claim_over_a_set_frees_the_single_facts_beside_it() -> None:
    assert covered(["a.width", f"highest(width; {ALL})", "unknown(c.iron)"]) == {"width"}
    assert covered([f"having(iron&cut; {ALL})"]) == {"iron", "cut"}


@pytest.mark.parametrize("wrong", ["widest(a)", "less(a.price)", "having(iron)"])
def test_the_vocabulary_is_closed(ledger: Ledger, wrong: str) -> None:
    with pytest.raises(DraftError, match=r"is no claim|takes 2 arguments"):
        state(wrong, ledger, ledger.shop.markets[0], ON)
    with pytest.raises(DraftError, match="is no claim"):
        claim("widest", "a")
