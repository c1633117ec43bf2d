from decimal import Decimal

import pytest

from content.ledger.numbers import DecimalSign, decimal_sign, fold, parse_number


@pytest.mark.parametrize(
    ("written", "sign", "amount"),
    [
        ("1.299,50", ".", "1299.50"),  # both signs: the last one is decimal, whatever the file does
        ("1,299.50", ",", "1299.50"),
        ("1.299", ".", "1.299"),  # one sign before three digits: the file decides
        ("1.299", ",", "1299"),
        ("1,299", ".", "1299"),
        ("1,299", ",", "1.299"),
        ("0,125", ".", "0.125"),  # no group begins with 0
        ("12,5", ".", "12.5"),
        ("1 299,50", ",", "1299.50"),
        ("1\u202f299,50", ",", "1299.50"),
        ("1’299.50", ".", "1299.50"),
        ("1.000.000", ".", "1000000"),
        ("-18", ".", "-18"),
        ("−18", ".", "-18"),
        ("١٢٩٫٥", ".", "129.5"),
        ("١٬٢٩٩٫٥٠", ".", "1299.50"),
        ("１３７", ".", "137"),
        ("½", ".", "0.5"),
        ("1½", ".", "1.5"),
        ("1 ½", ".", "1.5"),
    ],
)
def test_numbers_of_six_languages(written: str, sign: DecimalSign, amount: str) -> None:
    assert parse_number(fold(written), sign) == Decimal(amount)


@pytest.mark.parametrize("written", ["1.2.3", "12,34.5", "1.29.99", "5 cm", "", "1 2", "12,34,5", "400,1000"])
def test_what_is_not_one_number_is_none(written: str) -> None:
    assert parse_number(fold(written), ".") is None


def test_the_sign_is_told_from_cells_without_doubt() -> None:
    assert decimal_sign(["1.299", "0,5", "12,75"], ".") == ","
    assert decimal_sign(["1,299", "0.5"], ",") == "."
    assert decimal_sign(["1,000", "400,1000"], ".") == "."  # a stone of two grits votes for nothing
    assert decimal_sign(["1.299", "2.500"], ",") == ","  # nothing but doubt: the language decides
