"""Clauses for a yes and a no, `Aldermoor can be cut to length`, for the attributes a language has them for.

What has none is said beside its label, `can be cut to length: yes for Aldermoor`.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from content.writing.phrases import fill

VERDICTS: Final = ("yes", "no", "whether")  # an indirect question: "whether Aldermoor can be cut to length"
SHORT: Final = "no_short"
"""A no as it stands behind the yes of others, `Nachtal cannot`: what is said again is left out."""
_OF_SEVERAL: Final = "|"


@dataclass(frozen=True, slots=True)
class Clause:
    """One verdict, for one product and for several: `{names} is dimmable`, `{names} are dimmable`."""

    of_one: str
    of_several: str

    def say(self, names: str, *, several: bool) -> str:
        """The clause with its products, without a full stop."""
        return fill(self.of_several if several else self.of_one, {"names": names})


Clauses = Mapping[str, Clause]  # by verdict


@cache
def told(language: str) -> Mapping[str, Clauses]:
    """The clauses of a language by attribute, as in `phrases/told/<language>.csv`."""
    path = resources.files("content.writing") / "phrases" / "told" / f"{language}.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {
        row["key"]: {
            **{verdict: _clause(row[verdict]) for verdict in VERDICTS},
            SHORT: _clause(row.get(SHORT) or row["no"]),
        }
        for row in rows
    }


def _clause(cell: str) -> Clause:
    of_one, _, of_several = (part.strip() for part in cell.partition(_OF_SEVERAL))
    return Clause(of_one, of_several or of_one)
