"""Calculations a text spells out: `46+60+46で152cm`, `3 × 12 = 36`, `2 x 0,75 l`."""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount

_NUMBER: Final = r"\d+(?:[.,]\d{1,2})?"
_TERM: Final = rf"(?:{_NUMBER})(?:\s?(?:cm|mm|m|km|g|kg|ml|l|€|\$|£|円|سم|كجم))?"
_CHAIN: Final = re.compile(
    rf"(?P<chain>[€$£]?{_TERM}(?:\s*[+×*x]\s*[€$£]?{_TERM})+)\s*"
    r"(?:=|で|が|は|gives?|makes?|is|are|ergibt|ergeben|sind|macht|son|hacen|da|font|fait|donne|تساوي|يساوي)?\s*[€$£]?$"
)
_PART: Final = re.compile(rf"(?P<sign>[+×*x])|(?P<number>{_NUMBER})")


def spelled_out(amount: Amount, text: str, known: Collection[Decimal]) -> bool:
    """Whether a number is what the sum or product right before it comes to, one of its terms a known number (in the
    unit the number has). Only one kind of sign in a chain."""
    match = _CHAIN.search(text[: amount.start])
    if match is None or amount.is_range:
        return False
    terms = [
        Decimal(part["number"].replace(",", ".")) for part in _PART.finditer(match["chain"]) if part["number"]
    ]
    signs = {"+" if part["sign"] == "+" else "×" for part in _PART.finditer(match["chain"]) if part["sign"]}
    if len(signs) != 1 or not any(term in known for term in terms):
        return False
    return amount.values[0] == (sum(terms, Decimal(0)) if signs == {"+"} else _product(terms))


def _product(terms: list[Decimal]) -> Decimal:
    found = Decimal(1)
    for term in terms:
        found *= term
    return found
