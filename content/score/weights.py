"""The one table of weights: what code measures sums to 75, what a judge measures to 25."""

import csv
from pathlib import Path
from typing import Final


def _rows() -> list[dict[str, str]]:
    with Path(__file__).with_name("weights.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_ROWS: Final = _rows()
WEIGHTS: Final[dict[str, float]] = {row["dimension"]: float(row["weight"]) for row in _ROWS}
"""The most each dimension can earn; together 100. Proposals until outside ratings exist."""

CODE: Final = tuple(row["dimension"] for row in _ROWS if row["by"] == "code")
JUDGED: Final = tuple(row["dimension"] for row in _ROWS if row["by"] == "judge")
JUDGE: Final = round(sum(WEIGHTS[name] for name in JUDGED))
