"""Promises of time and money: delivery routes, returns, warranties, and which of them a fact is."""

import re
from typing import Final

from content.checks.amounts import Amount
from content.checks.proving import proof
from content.checks.stated import Stated

PROMISES: Final = {"delivery", "returns", "warranty"}
ROUTE: Final = re.compile(r"(delivery_.+_)(?:days|cost|free_from|name)$")


def one_route(keys: frozenset[str]) -> str:
    """The route all keys belong to; empty when they belong to several or to none."""
    found = {match[1] for key in keys if (match := ROUTE.match(key))}
    return found.pop() if len(found) == 1 else ""


def promise(key: str) -> str:
    """Which promise a fact is: delivery, returns, warranty."""
    for name, start in (
        ("delivery", "delivery_"),
        ("returns", "returns_"),
        ("warranty", "warrant"),
        ("warranty", "guarant"),
    ):
        if key.startswith(start) or (name == "warranty" and start in key):
            return name
    return "warranty" if re.search("garant|保証|ضمان", key) else ""


def lies_between(amount: Amount, routes: list[Stated]) -> bool:
    """Longer than the fastest route begins, shorter than the slowest ends, and none of them."""
    if not routes or proof(amount, routes):
        return False
    lows, highs = [s.base[0] for s in routes], [s.base[-1] for s in routes]
    return min(lows) <= amount.base[0] and amount.base[-1] <= max(highs)
