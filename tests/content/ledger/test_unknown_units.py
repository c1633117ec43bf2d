from collections.abc import Callable
from decimal import Decimal

from content.ledger.ledger import Ledger
from content.records import Choice, Quantity, Severity

ReadLedger = Callable[..., Ledger]


def test_a_unit_nobody_knows_is_kept_as_text_and_said(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,Strength,Load [flurbs],Width\nA1,Kettle,12 flurbs,3,15 cm\nA2,Jug,12 cm,,4K\n"
    )
    assert ledger.fact("a1", "strength").value == Choice("12 flurbs")
    assert ledger.fact("a1", "load").value == Quantity(Decimal(3), "flurbs")
    (finding,) = ledger.conflicts
    assert (finding.rule, finding.severity) == ("ledger.unit", Severity.NOTE)
    assert "'flurbs' in 'Strength'; 'flurbs' in the header 'Load [flurbs]'; kept as written" in finding.cure


def test_units_we_know_and_numbers_alone_are_not_named(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,Width,Speeds,Delivery\nA1,Kettle,15 cm,3,3 Werktage\nA2,Jug,2nd,4K,5 days\n"
    )
    assert ledger.conflicts == ()
