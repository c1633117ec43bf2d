"""Which marketplace serves a country, from `marketplaces.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class Amazon(BaseModel):
    """One of Amazon's marketplaces."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str
    mid: str
    languages: tuple[str, ...]


class Marketplaces(BaseModel):
    """By country."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    amazon: dict[str, Amazon]
    ebay: dict[str, int]


@cache
def marketplaces() -> Marketplaces:
    """The table as it is written."""
    path = Path(__file__).with_name("marketplaces.toml")
    return Marketplaces.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
