"""What some variants of a product state and others leave blank: not known of the product, and not unknown either."""

from collections.abc import Collection
from datetime import date

from content.ledger.ledger import Ledger, digest
from content.records import UNKNOWN, Choice, Value
from seo.records import Market


def partly(ledger: Ledger, handle: str, key: str, market: Market, on: date | None = None) -> dict[str, Value]:
    """The variants that state what the product as a whole leaves open, with what each states; none where it is told of
    the whole, or of nothing.
    """
    if ledger.fact(handle, key, market, on).value != UNKNOWN:
        return {}
    told = {each: ledger.fact(each, key, market, on).value for each in ledger.variants(handle, on)}
    return {each: value for each, value in told.items() if value != UNKNOWN}


def set_apart(ledger: Ledger, handle: str, told: Collection[str], market: Market) -> str:
    """The attribute by whose choices these variants differ from all others of their product: those that state it may be
    the grey ones, in every size. Empty where none does.
    """
    variants = ledger.products[handle].variants
    for key in ledger.keys(variants):
        values = {each: ledger.fact(each, key, market).value for each in variants}
        if not all(isinstance(value, Choice) for value in values.values()):
            continue
        inside = {digest(values[each]) for each in variants if each in told}
        if not inside & {digest(values[each]) for each in variants if each not in told}:
            return key
    return ""


def differs(ledger: Ledger, handle: str, key: str, market: Market, on: date | None = None) -> bool:
    """Whether every variant states what the product as a whole leaves open: the left-handed knife of a line is a yes,
    the others are a no, and nothing is missing.
    """
    variants = ledger.variants(handle, on)
    return bool(variants) and set(partly(ledger, handle, key, market, on)) == set(variants)
