"""Calculations a text spells out: `46+60+46で152cm`, `3 × 12 = 36`, `2 x 0,75 l`."""

import re
from collections.abc import Collection
from decimal import Decimal
from math import prod
from typing import Final

from content.checks.amounts import Amount

_NUMBER: Final = r"\d+(?:[.,]\d{1,2})?"
_TERM: Final = rf"(?:{_NUMBER})(?:\s?(?:cm|mm|m|km|g|kg|ml|l|€|\$|£|円|سم|كجم))?"
_CHAIN: Final = re.compile(
    rf"(?<![\d.,])(?P<chain>[€$£]?{_TERM}(?:\s*[+×*x]\s*[€$£]?{_TERM})+)\s*"
    r"(?:=|で|が|は|gives?|makes?|is|are|ergibt|ergeben|sind|macht|son|hacen|da|font|fait|donne|تساوي|يساوي)?\s*[€$£]?$"
)
_PART: Final = re.compile(rf"(?P<sign>[+×*x])|(?P<number>{_NUMBER})")


def spelled_out(amount: Amount, text: str, known: Collection[Decimal]) -> Decimal | None:
    """The known number that a number is worked out from by the sum or product right before it; None where it is not.

    Of a sum every term must be known, of a product one: the others count ("3 × 12"). A chain has one kind of sign."""
    match = _CHAIN.search(text[: amount.start])
    if match is None or amount.is_range:
        return None
    parts = list(_PART.finditer(match["chain"]))
    terms = [Decimal(part["number"].replace(",", ".")) for part in parts if part["number"]]
    signs = {part["sign"] == "+" for part in parts if part["sign"]}
    found = [term for term in terms if term in known]
    if len(signs) != 1 or not found or (signs == {True} and len(found) < len(terms)):
        return None
    result = sum(terms, Decimal(0)) if signs == {True} else prod(terms)
    return found[0] if amount.values[0] == result else None
