"""What a row says of a key, before it has a subject."""

from datetime import date
from typing import NamedTuple

from content.records import Value


class Stated(NamedTuple):
    """One statement of a row. A tuple: 20,000 rows make 400,000."""

    key: str
    value: Value
    row: int
    column: str
    market: str | None
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""  # empty: the product table itself
    by: str = ""  # the person who accepted it, with the day
    replaces: bool = False  # that person said so: it goes before what other sources state
