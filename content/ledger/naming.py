"""Product names that read in every language: the brand and the model, never a noun of another tongue."""

import re
from functools import lru_cache

from content.ledger.units import find_unit
from content.lexicon.lexicon import Lexicon

FEWEST_DIGITS = 5  # a bare number this long is an article number: `162740`
_MIXED = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9/._+-]*")
_COMPOUND = re.compile(r"[^-]*\d[^-]*-(?:\d+-|in-)*[^\W\d_]*[^\W\d_A-Z]{3,}.*")
"""A noun after a number, `4-Schlitz-Toaster`, `2-in-1-Pfanne`: a kind of thing, and no model."""
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)([A-Za-z\"″]+)")
_LETTERS = re.compile(r"[A-Z]{1,4}")
_DIGITS = re.compile(r"\d{2,}[A-Z]?")


@lru_cache(maxsize=100_000)  # the same titles are asked for categories, names and SKUs
def model(text: str) -> str:
    """The model in a title or SKU (`HD7546/20`, `KF 520`, `MR 4050 HC`, `162740`); empty when none."""
    words = re.split(r"[\s,;()]+", text.strip())
    kinds = [_kind(words, place) for place in range(len(words))]
    best = ""
    for start in range(len(words)):
        end = start
        while end < len(words) and kinds[end]:
            end += 1
        run = " ".join(words[start:end])
        if any(kind == "core" for kind in kinds[start:end]) and len(run) > len(best):
            best = run
    return best


def neutral_name(title: str, brand: str, sku: str, lexicon: Lexicon) -> str:
    """Brand and model; without a model brand and SKU, reduced to its amounts when it is made of nouns."""
    found = model(_without_brand(title, brand)) or model(sku) or _without_nouns(sku, lexicon)
    if not brand or found.casefold().startswith(brand.casefold()):
        return found or brand
    return f"{brand} {found}".strip()


def _without_brand(title: str, brand: str) -> str:
    """`3M filter XY20` without `3M`: a brand is no model."""
    return title[len(brand) :] if title.casefold().startswith(brand.casefold()) else title


def _kind(words: list[str], place: int) -> str:
    """`core` makes a model, `beside` belongs to one that stands next to it, empty ends it."""
    word = words[place]
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    amount = _AMOUNT.fullmatch(word)
    if amount and find_unit(amount[2]):
        return ""
    if _MIXED.fullmatch(word) and word != word.lower() and not _COMPOUND.fullmatch(word):
        return "core"
    if _DIGITS.fullmatch(word) and _LETTERS.fullmatch(before) and not find_unit(after):
        return "core"
    if word.isdigit() and len(word) >= FEWEST_DIGITS:
        return "core"
    if _LETTERS.fullmatch(word) and (_DIGITS.fullmatch(after) or _DIGITS.fullmatch(before)):
        return "" if find_unit(word) and before[-1:].isdigit() else "beside"
    return ""


def _without_nouns(sku: str, lexicon: Lexicon) -> str:
    """The SKU as it is when it is a name (`Baby Twin`), its amounts when nouns of the trade stand in it."""
    words = sku.split()
    if not any(_is_noun(word, lexicon) for word in words):
        return " ".join(words)
    kept = [
        f"{word} {after}"
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if re.fullmatch(r"\d+(?:[.,]\d+)?", word) and find_unit(after)
    ]
    return " ".join(kept) or " ".join(words)


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    return any(lexicon.find(kind, word) for kind in ("category", "value", "attribute"))
