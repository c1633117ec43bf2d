"""Numbers as exports of many countries write them."""

from datetime import date

import pytest

from seo.signals.numbers import day, decimal, decimal_mark, integer, month_first


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1.234", 1234), ("2,150", 2150), ("1 234", 1234), ("1\u202f234", 1234), ("1'234", 1234), ("١٢٣", 123),
     ("１２", 12), ("3.0", 3), ("0", 0), ("", None), ("-", None), ("n/a", None), ("9" * 13, None), ("1,234.00", 1234), ("12,34,567", 1234567), ("3.5", None), ("1.0", 1), ("-3", None), ("٪", None)],
)  # fmt: skip
def test_a_separator_in_a_count_is_thousands_and_nothing_is_not_zero(cell: str, value: int | None) -> None:
    assert integer(cell) == value


def test_the_decimal_mark_is_told_from_all_rows() -> None:
    assert decimal_mark(["1.234", "11,7"]) == ","
    assert decimal_mark(["1.234", "4.25"]) == "."
    assert decimal("11,7", ",") == 11.7
    assert decimal("1.234,5", ",") == 1234.5
    assert decimal("5,19\u00a0%", ",") == 5.19
    assert decimal("٤٫٥", ".") == 4.5
    assert decimal("", ".") is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [("2026-11-22", date(2026, 11, 22)), ("2026-11-22T10:00:00Z", date(2026, 11, 22)),
     ("22.11.2026", date(2026, 11, 22)),
     ("2026年11月2日", date(2026, 11, 2)), ("3/4/2026", date(2026, 4, 3)), ("11/22/2026", date(2026, 11, 22)),
     ("31.02.2026", None), ("soon", None)],
)  # fmt: skip
def test_days(cell: str, value: date | None) -> None:
    assert day(cell) == value


def test_a_file_that_writes_the_month_first_is_told_by_one_row() -> None:
    assert month_first(["3/4/2026", "11/22/2026"])
    assert day("3/4/2026", is_month_first=True) == date(2026, 3, 4)
    assert not month_first(["22/11/2026", "3/4/2026"])
