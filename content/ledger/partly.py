"""What some variants of a product state and others leave blank: not known of the product, and not unknown either."""

from datetime import date

from content.ledger.ledger import Ledger
from content.records import UNKNOWN, Value
from seo.records import Market


def partly(ledger: Ledger, handle: str, key: str, market: Market, on: date | None = None) -> dict[str, Value]:
    """The variants that state what the product as a whole leaves open, with what each states; none where it is told of
    the whole, or of nothing.
    """
    if ledger.fact(handle, key, market, on).value != UNKNOWN:
        return {}
    told = {each: ledger.fact(each, key, market, on).value for each in ledger.variants(handle, on)}
    return {each: value for each, value in told.items() if value != UNKNOWN}
