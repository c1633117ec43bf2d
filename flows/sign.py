"""One line of `acreage doctor`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at."""

    name: str
    is_there: bool
    says: str  # what is there, or what it would add and how to get it
    lists: Mapping[str, Sequence[str]] = field(
        default_factory=dict
    )  # whole, where the line shows how they begin
