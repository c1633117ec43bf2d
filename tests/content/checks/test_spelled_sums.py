"""Sums a text spells out are worked out, and a wrong one is not."""

from decimal import Decimal

import pytest

from content.checks.extract import extract
from content.checks.formulas import spelled_out

KNOWN = {Decimal(46), Decimal(60), Decimal(12), Decimal(300), Decimal("0.75")}


@pytest.mark.parametrize(
    ("text", "locale", "holds"),
    [
        ("向かい合わせに並べると、46+60+46で152cmになります。", "ja-JP", True),
        ("向かい合わせに並べると、46+60+46で153cmになります。", "ja-JP", False),
        ("3 × 12 = 36 cm", "en-GB", True),
        ("3 × 12 = 38 cm", "en-GB", False),
        ("2 x 0,75 l sind 1,5 l.", "de-DE", True),
        ("5 + 6 = 11 cm", "en-GB", False),  # none of it is the ledger's
        ("12 cm + 46 cm makes 58 cm", "en-GB", True),
        ("12 cm + 90 cm makes 102 cm", "en-GB", False),  # 90 is nobody's
        ("1.250 + 300 = 550 cm", "en-GB", False),  # no 250 stands there
        ("2 × 3 + 12 = 18 cm", "en-GB", False),  # two kinds of signs
    ],
)
def test_a_spelled_out_calculation(text: str, locale: str, holds: bool) -> None:
    amount = max(extract(text, locale), key=lambda each: each.start)
    assert (spelled_out(amount, text, KNOWN) is not None) is holds
