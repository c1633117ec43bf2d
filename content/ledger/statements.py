"""Values as a person states them in TOML: `"15 cm"`, `"4.90 EUR"`, `"3-5 working days"`, `{ en = … }`."""

from datetime import date
from decimal import Decimal

from content.ledger.units import dimension
from content.ledger.values import NOT_STATED, has_currency, read_amounts, read_money
from content.records import UNKNOWN, Quantity, Span, Text, Value

Stated = bool | int | float | date | str | dict[str, str]


def read_statement(stated: Stated, language: str, currency: str) -> Value:
    """The value of a TOML entry; text without a language is in the catalogue's."""
    if isinstance(stated, bool | date):
        return stated
    if isinstance(stated, int | float):
        return Quantity(Decimal(str(stated)), "")
    if isinstance(stated, dict):
        return Text(tuple((spoken, text.strip()) for spoken, text in stated.items() if text.strip()))
    text = stated.strip()
    if text.casefold() in NOT_STATED or not text:
        return UNKNOWN
    money = read_money(text, currency, ".") if has_currency(text) else None
    return money or read_amounts(text, "", ".") or Text(((language, text),))


_TIMES = {"time", "months", "years", "working-days"}


def read_time(stated: Stated, language: str, currency: str) -> Value:
    """A time somebody may say more of: of `14 days from arrival`, `30 días naturales` the number and its unit."""
    value = read_statement(stated, language, currency)
    if not isinstance(value, Text) or not isinstance(stated, str):
        return value
    words = stated.split()
    for end in range(len(words) - 1, 0, -1):
        found = read_amounts(" ".join(words[:end]), "", ".")
        if isinstance(found, Quantity | Span) and dimension(found.unit) in _TIMES:
            return found
    return value
