"""What the ledger makes of a number."""

from dataclasses import dataclass
from typing import Literal

from content.checks.stated import Stated

Verdict = Literal[
    "proven",
    "derived",
    "readers",
    "contradicted",
    "elsewhere",
    "between",
    "currency",
    "unsupported",
    "unproven",
    "loose",
]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the ledger makes of a number, and the row that shows it.

    `loose`: a row says otherwise, but what was said is too loosely tied to it to be held up for that.
    """

    verdict: Verdict
    stated: Stated | None = None
    is_named: bool = False  # an attribute's word stands at the number
    is_anothers: bool = False  # the row is another product's, and the product itself has none of its kind
