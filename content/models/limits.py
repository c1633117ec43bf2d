"""What a shop will pay at most."""

from dataclasses import dataclass
from typing import Final

MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What the shop will pay at most; None: no such limit. Dollars in millionths."""

    article_cost: int | None = None
    week_cost: int | None = None
    article_tokens: int | None = None
    week_tokens: int | None = None

    @property
    def is_money(self) -> bool:
        """Whether prices must be known to keep within them."""
        return self.article_cost is not None or self.week_cost is not None
