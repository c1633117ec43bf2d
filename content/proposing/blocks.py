"""A page as its headings, paragraphs, list items and cells, in the order they are read."""

from dataclasses import dataclass
from typing import Literal

BOLD = 7
"""The level of a line in bold, below those of headings."""


@dataclass(frozen=True, slots=True)
class Block:
    """One of them as it is written. A heading stands over all until the next, a lead (`To Germany:`) over the deeper
    items behind it, or the one paragraph."""

    text: str
    row: int  # of the file
    kind: Literal["heading", "lead", "item", "text"] = "text"
    level: int = 0  # of a heading; of an item or a lead how deep its list lies
    labels: tuple[str, ...] = ()  # of a cell: what the head of its column and its row say
    heads: tuple[str, ...] = ()  # over each label: the head of the column in which a name of the row stands
    quote: str = ""  # of a cell: its whole row

    @property
    def said(self) -> str:
        """What a person is shown."""
        return self.quote or self.text
