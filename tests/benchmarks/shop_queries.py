"""Shop queries with known pages: product lines times intents times phrasings, from `shop_queries.toml`.

Pages differ in size (4 to all phrasings), as they do in a real list; the choice is made by a hash, never by chance.
"""

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_suffix(".toml")
_FEWEST = 4  # phrasings of a page


class Labelled(NamedTuple):
    """Texts and, text by text, what they belong together by."""

    texts: list[str]
    labels: list[str]


def shop_queries(language: str) -> Labelled:
    """Every page's queries, labelled `product / intent`."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))[language]
    products = _listed(table.pop("products"))
    pairs = [
        (phrasing.replace("{p}", product), f"{product} / {intent}")
        for product in products
        for intent, phrasings in table.items()
        for phrasing in _some(_listed(phrasings), f"{product}{intent}")
    ]
    return Labelled([text for text, _ in pairs], [label for _, label in pairs])


def _listed(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("|")]


def _some(phrasings: list[str], seed: str) -> list[str]:
    order = sorted(phrasings, key=lambda phrasing: sha256(f"{seed}{phrasing}".encode()).digest())
    chance = int.from_bytes(sha256(seed.encode()).digest()[:4], "big") / 2**32
    # The root leans towards large pages: 40 products, 10 intents, 10 phrasings give about 3,200 of 4,000.
    return order[: max(_FEWEST, round(len(phrasings) * chance**0.5 + 1))]
