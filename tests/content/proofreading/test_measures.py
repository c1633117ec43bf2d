"""Numbers with what they measure: sums end by end, powers multiplied, and nothing compared that is of two kinds."""

import ast
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from content.checks.amounts import Amount, units
from content.checks.extract import extract
from content.checks.stated import Stated
from content.checks.view import fold
from content.proofreading.measures import (
    Number,
    Unread,
    equal,
    is_so,
    of_amount,
    of_stated,
    outermost,
    plain,
    worked,
)
from content.records import Proof

KINDS = {
    "1 m": ("1", (("m", 1),)),
    "100 cm": ("1", (("m", 1),)),
    "2 inches": ("0.0508", (("m", 1),)),
    "1 m²": ("1", (("m", 2),)),
    "1 l": ("0.001", (("m", 3),)),
    "1 m³": ("1", (("m", 3),)),
    "1 kg": ("1", (("kg", 1),)),
    "200 g/m²": ("0.2", (("kg", 1), ("m", -2))),
    "60 g/l": ("60", (("kg", 1), ("m", -3))),
    "1 hour": ("3600", (("s", 1),)),
    "2 days": ("172800", (("s", 1),)),
    "5 W": ("5", (("kg", 1), ("m", 2), ("s", -3))),
    "1 Wh": ("3600", (("kg", 1), ("m", 2), ("s", -2))),
    "1 kWh": ("3600000", (("kg", 1), ("m", 2), ("s", -2))),
    "12 V": ("12", (("A", -1), ("kg", 1), ("m", 2), ("s", -3))),
    "5 amps": ("5", (("A", 1),)),
    "1000 mAh": ("3600", (("A", 1), ("s", 1))),
    "18 km/h": ("5", (("m", 1), ("s", -1))),
    "50 %": ("0.5", ()),
    "7": ("7", ()),
}
MINUS = ast.Sub()


def amount(text: str) -> Amount:
    (one,) = extract(fold(text), "en-GB", "GBP")
    return one


def said(text: str) -> Number:
    """A number as an article writes it."""
    return of_amount(amount(text))


def row(text: str, *, is_vague: bool = False) -> Number:
    """A number as the ledger states it."""
    one = amount(text)
    return of_stated(
        Stated("p", "k", one.values, one.unit, one.dimension, Proof(), one.step), is_vague=is_vague
    )


def ends(number: Number) -> list[Decimal]:
    return [round(end, 9) for end in number.ends]


@pytest.mark.parametrize("text", KINDS)
def test_every_unit_is_so_much_of_si(text: str) -> None:
    value, powers = KINDS[text]
    assert (ends(said(text)), said(text).powers) == ([Decimal(value)], powers)


def test_no_dimension_of_the_table_of_units_is_forgotten_without_a_name_of_its_own() -> None:
    for unit in units().values():
        number = of_amount(Amount((Decimal(1),), unit.name, unit.dimension, 0, 1))
        assert number.powers or unit.dimension in {"percent", ""}, unit


@pytest.mark.parametrize(
    ("one", "op", "two", "like"),
    [
        ("5 W", ast.Mult(), "1 hour", "5 Wh"),
        ("12 V", ast.Mult(), "5 amps", "60 W"),
        ("12 V", ast.Mult(), "1000 mAh", "12 Wh"),
        ("60 W", ast.Div(), "12 V", "5 amps"),
        ("200 g/m²", ast.Mult(), "2 m²", "400 g"),
        ("60 g/l", ast.Mult(), "2 l", "120 g"),
        ("36 km/h", ast.Mult(), "2 hours", "72 km"),
        ("2 m", ast.Mult(), "3 m", "6 m²"),
        ("6 m²", ast.Div(), "3 m", "2 m"),
        ("1 kg", ast.Add(), "200 g", "1.2 kg"),
        ("1 kg", MINUS, "200 g", "800 g"),
        ("50 %", ast.Mult(), "3 kg", "1.5 kg"),
        ("6 m", ast.Div(), "3 m", "2"),
    ],
)
def test_what_is_worked_out_measures_what_it_should(one: str, op: ast.operator, two: str, like: str) -> None:
    found = worked(said(one), op, said(two))
    assert (ends(found), found.powers) == (ends(said(like)), said(like).powers)


def test_a_range_is_worked_end_by_end() -> None:
    assert ends(worked(said("4-6 days"), ast.Add(), said("1 day"))) == ends(said("5-7 days"))
    assert ends(worked(said("4-6 days"), ast.Add(), said("1-2 days"))) == ends(said("5-8 days"))


@pytest.mark.parametrize(
    ("one", "op", "two"),
    [
        ("1 kg", ast.Add(), "1 m"),
        ("1 kg", MINUS, "1"),
        ("1 kg", ast.Pow(), "2"),
        ("1 kg", ast.Mod(), "2 kg"),
        ("1 kg", ast.FloorDiv(), "2"),
    ],
)
def test_no_sum_is_made_of_two_kinds_nor_with_other_signs(one: str, op: ast.operator, two: str) -> None:
    with pytest.raises(Unread):
        worked(said(one), op, said(two))


def test_a_number_in_a_unit_nobody_knows_is_read_and_not_reckoned_with() -> None:
    vague = row("140", is_vague=True)
    assert equal(said("140 g"), vague)
    with pytest.raises(Unread):
        worked(vague, ast.Mult(), plain(Decimal(2)))
    with pytest.raises(Unread):
        is_so(said("100 g"), ast.Lt(), vague)


@pytest.mark.parametrize(
    ("one", "op", "two", "is_true"),
    [
        ("4-6 days", ast.Lt(), "7 days", True),
        ("4-6 days", ast.Lt(), "6 days", False),
        ("4-6 days", ast.LtE(), "6 days", True),
        ("4-6 days", ast.LtE(), "5 days", False),
        ("4-6 days", ast.Gt(), "3 days", True),
        ("4-6 days", ast.Gt(), "4 days", False),
        ("4-6 days", ast.GtE(), "4 days", True),
        ("4-6 days", ast.GtE(), "5 days", False),
        ("4-6 days", ast.Lt(), "7-9 days", True),
        ("1 kg", ast.Gt(), "900 g", True),
        ("1 m", ast.Lt(), "40 inches", True),
    ],
)
def test_a_range_is_within_a_bound_with_both_ends(
    one: str, op: ast.cmpop, two: str, *, is_true: bool
) -> None:
    assert is_so(row(one), op, row(two)) is is_true


@pytest.mark.parametrize("op", [ast.Is(), ast.In(), ast.NotIn()])
def test_numbers_are_in_nothing(op: ast.cmpop) -> None:
    with pytest.raises(Unread):
        is_so(row("1 kg"), op, row("1 kg"))


@pytest.mark.parametrize(
    ("text", "stated", "is_equal"),
    [
        ("490 g", "490 g", True),
        ("about 500 g", "490 g", True),
        ("500 g", "490 g", False),
        ("490", "490 g", True),
        ("490 g", "490", True),
        ("1 lb", "454 g", True),
        ("1 lb", "490 g", False),
        ("4-6 days", "4-6 days", True),
        ("4-7 days", "4-6 days", False),
        ("5 days", "4-6 days", False),
        ("490 g", "490 cm", False),
        ("fifteen days", "14 days", True),
        ("eight days", "7 days", True),
        ("15 days", "14 days", False),
        ("fifteen days", "13 days", False),
        ("fifteen hours", "14 hours", False),
    ],
)
def test_the_article_and_a_row_agree_as_far_as_the_article_says(
    text: str, stated: str, *, is_equal: bool
) -> None:
    assert equal(said(text), row(stated)) is is_equal
    assert equal(row(stated), said(text)) is is_equal


def test_two_rows_are_equal_to_the_last_digit_and_two_sums_nearly() -> None:
    assert equal(row("70 cm"), row("0.7 m"))
    assert not equal(row("70 cm"), row("71 cm"))
    half = worked(row("139 cm"), ast.Div(), plain(Decimal(2)))
    assert equal(row("70 cm"), half)
    assert not equal(row("75 cm"), half)


def test_the_outermost_of_several_keeps_how_it_was_said() -> None:
    least = outermost([row("4-6 days"), row("5 days")], is_least=True)
    most = outermost([said("4-6 days"), said("5 days")], is_least=False)
    assert least.stated is not None and least.stated.values == (Decimal(4),)
    assert most.amount is not None and most.amount.values == (Decimal(6),)
    assert equal(most, row("6 days"))


NUMBERS = some.builds(
    Number,
    some.lists(some.decimals(allow_nan=False, allow_infinity=False, places=3), min_size=1, max_size=2).map(
        tuple
    ),
    some.sampled_from([(), (("m", 1),), (("kg", 1), ("m", -2)), (("money", 1),)]),
)


@given(NUMBERS, NUMBERS)
def test_equality_goes_both_ways(one: Number, two: Number) -> None:
    if one.powers == two.powers:
        assert equal(one, two) == equal(two, one)
        assert equal(one, one)
    elif (Decimal(0),) in (one.ends, two.ends):
        assert equal(one, two) == (one.ends == two.ends)  # nothing is nothing in every unit
    else:
        with pytest.raises(Unread):
            equal(one, two)


@given(NUMBERS, NUMBERS)
def test_no_number_is_less_and_more_at_once(one: Number, two: Number) -> None:
    if one.powers == two.powers:
        assert not (is_so(one, ast.Lt(), two) and is_so(one, ast.Gt(), two))
        assert is_so(one, ast.Lt(), two) == is_so(two, ast.Gt(), one) or len(one.ends) + len(two.ends) > 2


@given(NUMBERS, NUMBERS)
def test_factors_may_change_places(one: Number, two: Number) -> None:
    assert worked(one, ast.Mult(), two).powers == worked(two, ast.Mult(), one).powers
    assert worked(one, ast.Mult(), two).ends == worked(two, ast.Mult(), one).ends
