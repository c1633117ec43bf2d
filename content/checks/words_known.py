"""Words nobody need doubt: those of this project's own tables, of the shop's names and choices, of its other pages."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.originality import masks
from content.records import Draft

_WORD: Final = re.compile(r"[^\W\d_]+")
_TABLES: Final = (".toml", ".csv")


@cache
def table_words() -> frozenset[str]:
    """Folded words of every table of `content` and `seo`, in all six languages."""
    return frozenset(
        word
        for room in ("content", "seo")
        for text in _texts(files(room))
        for word in _WORD.findall(low(fold(text)))
    )


def _texts(folder: Traversable, endings: tuple[str, ...] = _TABLES) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry, endings)
        elif entry.name.endswith(endings):
            yield entry.read_text(encoding="utf-8")


@cache
def groups(language: str) -> frozenset[str]:
    """Groups of three letters that words of a language are made of, as far as our own tables in it show."""
    words = (word for text in _in_language(language) for word in _WORD.findall(low(fold(text))))
    return frozenset(group for word in set(words) for group in letter_groups(word))


def letter_groups(word: str) -> Iterator[str]:
    """Every three letters of a word, its two ends marked."""
    marked = f"^{word}$"
    return (marked[at : at + 3] for at in range(len(marked) - 2))


def _in_language(language: str) -> Iterator[str]:
    """Our phrases in a language, and the part in it of every table that has one."""
    yield (files("content") / "writing" / "phrases" / f"{language}.toml").read_text(encoding="utf-8")
    for room in ("content", "seo"):
        for text in _texts(files(room), (".toml",)):
            part = tomllib.loads(text).get(language)
            if isinstance(part, dict):
                yield " ".join(str(value) for value in part.values())


@once_per_ledger
def ledger_words(ledger: Ledger, language: str) -> frozenset[str]:
    """Folded words of names, brands and choices of a catalogue."""
    brands = (f"{product.brand} {product.sku} {product.title}" for product in ledger.products.values())
    texts = (*masks(ledger, language), *brands, ledger.shop.name, ledger.shop.editor)
    return frozenset(word for text in texts for word in _WORD.findall(low(fold(text))))


def written_elsewhere(others: Sequence[Draft], language: str) -> frozenset[str]:
    """Folded words of the shop's other pages in a language."""
    bodies = (other.body for other in others if other.language == language)
    return frozenset().union(*(_words(body) for body in bodies))


@lru_cache(maxsize=512)
def _words(body: str) -> frozenset[str]:
    return frozenset(_WORD.findall(low(fold(body))))
