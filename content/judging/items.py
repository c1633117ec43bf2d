"""The admission set as shipped: pairs, claims, false statements, orders; the quick rows of each."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from content.judging.anchors import market_of, shop
from content.judging.article import Article
from content.judging.rows import Shown

HERE: Final = Path(__file__).with_name("admission")


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    quick: bool = False


class Pair(_Row):
    """Two answers to one question."""

    lang: str
    kind: Literal["plain", "adversarial"]
    asked: str
    better: str
    worse: str


class Claim(_Row):
    """A statement and what the rows make of it."""

    lang: str
    says: Literal["SUPPORTED", "CONTRADICTED", "NOT STATED"]
    text: str


class Injection(_Row):
    """A false statement put into a clean anchor."""

    anchor: str
    find: str
    put: str


class Order(_Row):
    """A sentence that asks for points, at the end of an anchor."""

    anchor: str
    order: str


class Items(BaseModel):
    """Everything, or the quick set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pairs: tuple[Pair, ...]
    claims: tuple[Claim, ...]
    injections: tuple[Injection, ...]
    clean: tuple[str, ...]
    orders: tuple[Order, ...]
    quick_clean: tuple[str, ...]
    quick_anchors: tuple[str, ...]


@cache
def items(*, is_quick: bool = False) -> Items:
    """The set, or at most 40 requests of it."""
    found = Items.model_validate({**_read("pairs"), **_read("claims"), **_read("injections")})
    if not is_quick:
        return found
    return found.model_copy(
        update={
            "pairs": tuple(row for row in found.pairs if row.quick),
            "claims": tuple(row for row in found.claims if row.quick),
            "injections": tuple(row for row in found.injections if row.quick),
            "orders": tuple(row for row in found.orders if row.quick),
            "clean": found.quick_clean,
        }
    )


@cache
def as_article(language: str, text: str, asked: str) -> Article:
    """A text of the set beside everything the small shop's ledger says in its market."""
    handles = [family.handle for family in shop().families()]
    return Article(language, text, (asked,), Shown(shop(), market_of(language)).rows(handles))


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
