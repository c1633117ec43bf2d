"""Which attributes only goods of some kind can have: nobody asks a bedspread for its whisk.

`goods.csv` names them with the product groups that have them; every attribute that it does not name may be anything's.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

_TABLE: Final = Path(__file__).with_suffix(".csv")


def may_have(category: str, attribute: str) -> bool:
    """Whether a thing of a product group can have an attribute. Of a group that only the shop knows we cannot say that
    it is a coffee machine, so it has none of theirs."""
    owners = _owners().get(attribute)
    return owners is None or category in owners


def is_of_some_goods(attribute: str) -> bool:
    """Whether only goods of some kind have it; its name may then be another thing's: 口金 of a lamp and of a knife."""
    return attribute in _owners()


@cache
def _owners() -> Mapping[str, frozenset[str]]:
    """Attribute -> the product groups that may have it."""
    found: dict[str, frozenset[str]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            groups = frozenset(row["categories"].split("|"))
            for attribute in row["attributes"].split("|"):
                found[attribute] = found.get(attribute, frozenset()) | groups
    return found
