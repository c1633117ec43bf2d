"""Words nobody need doubt: those of this project's own tables, of the shop's names and choices, of its other pages."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final
from weakref import WeakKeyDictionary

from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.originality import masks
from content.records import Draft

_WORD: Final = re.compile(r"[^\W\d_]+")
_TABLES: Final = (".toml", ".csv")
_KEPT: WeakKeyDictionary[Ledger, dict[str, frozenset[str]]] = WeakKeyDictionary()


@cache
def table_words() -> frozenset[str]:
    """Folded words of every table of `content` and `seo`, in all six languages."""
    return frozenset(
        word
        for room in ("content", "seo")
        for text in _texts(files(room))
        for word in _WORD.findall(low(fold(text)))
    )


def _texts(folder: Traversable) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry)
        elif entry.name.endswith(_TABLES):
            yield entry.read_text(encoding="utf-8")


def ledger_words(ledger: Ledger, language: str) -> frozenset[str]:
    """Folded words of names, brands and choices of a catalogue."""
    kept = _KEPT.setdefault(ledger, {})
    if language not in kept:
        brands = (f"{product.brand} {product.sku} {product.title}" for product in ledger.products.values())
        texts = (*masks(ledger, language), *brands, ledger.shop.name, ledger.shop.editor)
        kept[language] = frozenset(word for text in texts for word in _WORD.findall(low(fold(text))))
    return kept[language]


def written_elsewhere(others: Sequence[Draft], language: str) -> frozenset[str]:
    """Folded words of the shop's other pages in a language."""
    bodies = (other.body for other in others if other.language == language)
    return frozenset().union(*(_words(body) for body in bodies))


@lru_cache(maxsize=512)
def _words(body: str) -> frozenset[str]:
    return frozenset(_WORD.findall(low(fold(body))))
