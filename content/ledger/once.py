"""What is made out of a ledger once, because every article of a week asks for it, and goes when the ledger goes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple
from weakref import WeakKeyDictionary

from content.ledger.ledger import Ledger

Made = TypeVar("Made")
Rest = TypeVarTuple("Rest")


def once_per_ledger(make: Callable[[Ledger, *Rest], Made]) -> Callable[[Ledger, *Rest], Made]:
    """The same, made once for each ledger and whatever else is given with it."""
    kept: WeakKeyDictionary[Ledger, dict[tuple[*Rest], Made]] = WeakKeyDictionary()

    @wraps(make)
    def ask(ledger: Ledger, *rest: *Rest) -> Made:
        known = kept.setdefault(ledger, {})
        if rest not in known:
            known[rest] = make(ledger, *rest)
        return known[rest]

    return ask
