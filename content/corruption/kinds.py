"""The thirty kinds of damage a check or a score must see, as the table `kinds.csv` lists them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Expects = Literal["block", "found", "loss", "no-gain"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of damage and what shows that it was seen.

    `block`: a finding that blocks stands where the text was changed, and its cap is at most `amount`;
    `found`: any warning or block stands there; `loss`: the points fall by `amount` or more; `no-gain`: they
    do not rise.
    """

    name: str
    number: int  # 1-30; several names may share one
    expects: Expects
    amount: float
    by: Literal["code", "judge"]  # who can be asked to see it; a judge's kinds are reported, not gated
    says: str


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name, in the order of its number."""
    with Path(__file__).with_name("kinds.csv").open(encoding="utf-8", newline="") as file:
        return {row["kind"]: _kind(row) for row in csv.DictReader(file)}


def _kind(row: dict[str, str]) -> Kind:
    expects: Expects = row["expects"]  # type: ignore[assignment]  # a word of our own table, tested
    by: Literal["code", "judge"] = "judge" if row["by"] == "judge" else "code"
    return Kind(row["kind"], int(row["number"]), expects, float(row["amount"]), by, row["says"])
