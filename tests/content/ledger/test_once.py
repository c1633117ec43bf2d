"""What is made of a ledger is made once for it and what is given with it, and lives no longer."""

import gc
import weakref

from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from tests.content.ledger.conftest import ReadLedger


def test_it_is_made_once_for_each_ledger_and_what_is_given_with_it(ledger_of: ReadLedger) -> None:
    made: list[tuple[Ledger, str]] = []

    @once_per_ledger
    def titled(ledger: Ledger, language: str) -> int:
        made.append((ledger, language))
        return len(made)

    one, two = ledger_of("sku,title\nA1,Kettle\n"), ledger_of("sku,title\nA1,Kettle\n")
    assert [titled(one, "en"), titled(one, "de"), titled(two, "en"), titled(one, "en")] == [1, 2, 3, 1]
    assert made == [(one, "en"), (one, "de"), (two, "en")]


def test_it_goes_with_its_ledger(ledger_of: ReadLedger) -> None:
    @once_per_ledger
    def held(ledger: Ledger) -> set[str]:
        return set(ledger.products)

    ledger = ledger_of("sku,title\nA1,Kettle\n")
    made = weakref.ref(held(ledger))
    assert made() is not None
    del ledger
    gc.collect()
    assert made() is None
