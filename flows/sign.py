"""One line of `acreage doctor`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at."""

    name: str
    is_there: bool
    says: str  # what is there, or what it would add and how to get it
