"""What calls cost: the table of list prices beside this, or what the shop says its own contract is. Unknown stays
unknown.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from content.models.model import Answer

FILE: Final = Path(__file__).with_name("prices.toml")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens, which is millionths of a dollar per token."""

    tokens_in: float
    tokens_out: float
    cached_in: float | None = None  # of tokens the endpoint had in its cache
    source: str = "shop.toml"
    on: date | None = None  # when it was read there

    def cost(self, answer: Answer) -> int | None:
        """Of an answer, in millionths of a dollar, rounded up; None when it does not say what it used."""
        if answer.tokens_in is None or answer.tokens_out is None:
            return None
        cached = min(answer.cached_in or 0, answer.tokens_in)
        reduced = self.tokens_in if self.cached_in is None else self.cached_in
        full = (answer.tokens_in - cached) * self.tokens_in + cached * reduced
        return _up(full + answer.tokens_out * self.tokens_out)

    def most(self, tokens_in: int, tokens_out: int) -> int:
        """What a call can cost, in millionths of a dollar."""
        return _up(tokens_in * self.tokens_in + tokens_out * self.tokens_out)


def price_of(base_url: str, model: str) -> Price | None:
    """The list price of a model at an address; None: nobody here knows it."""
    host = (urlsplit(base_url).hostname or "").lower()
    return _table().get((host, model.lower()))


def _up(amount: float) -> int:
    return int(-(-amount // 1))


@cache
def _table() -> dict[tuple[str, str], Price]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["price"]
    return {
        (row["host"], name): Price(row["in"], row["out"], row.get("cached_in"), row["source"], row["on"])
        for row in rows
        for name in row["models"]
    }
