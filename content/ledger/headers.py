"""Column headers: a label, perhaps a unit and a language or country (`Breite [cm]`, `price@DE`, `url@fr`)."""

import re
from dataclasses import dataclass
from functools import cache

from babel.numbers import list_currencies

from content.ledger.units import find_unit
from content.lexicon.keys import plain
from content.lexicon.sizings import sized

KNOWN = (
    "sku",
    "title",
    "short",
    "group",
    "url",
    "price",
    "currency",
    "brand",
    "description",
    "image",
    "availability",
    "category",
    "product_type",
    "google_product_category",
    "sale_price",
    "sale_from",
    "sale_until",
    "price_until",
    "available_from",
    "available_until",
)
"""Columns with a meaning of their own; every other one is an attribute."""
DATED = frozenset(KNOWN[-6:])
"""Those of a price or an availability that holds for a time: `Sale price` is `sale_price`."""

_LOCALE = re.compile(r"\s*@\s*(?:([a-z]{2})(?:[-_]([A-Z]{2}))?|([A-Z]{2}))\s*$")
_BRACKETS = re.compile(r"\s*[\[［]([^\]］]*)[\]］]\s*|\s*[(（]([^)）]*)[)）]\s*$")
_IN_UNIT = re.compile(r"\s+in\s+(\S+)$")
_TAIL = re.compile(r"_(mm|cm|kg|lbs?|ml|kwh)$")  # `width_cm`; `_in`, `_m`, `_l` are too often words


@dataclass(frozen=True, slots=True)
class Header:
    """A header taken apart. `unit` and `currency` are empty when it names none."""

    raw: str
    label: str
    unit: str = ""
    currency: str = ""
    language: str = ""
    country: str = ""

    @property
    def known(self) -> str:
        """`sku`, `title`, … or empty for an attribute. Google's names count only as Google writes them."""
        name = self.label.strip().lower()
        dated = name.replace(" ", "_")
        return name if name in KNOWN else dated if dated in DATED else ""


@cache
def parse_header(raw: str) -> Header:
    """Take a header apart; a bracket that is neither unit nor currency stays part of the label."""
    text, language, country = _locale(raw.strip())
    for pattern in (_BRACKETS, _IN_UNIT, _TAIL):
        found = pattern.search(text)
        inside = next((part for part in found.groups() if part is not None), "") if found else ""
        if found and inside:
            label = f"{text[: found.start()]} {text[found.end() :]}".strip()
            if sized(plain(f"{label} {inside}")):
                return Header(raw, f"{label} {inside}", "", "", language, country)  # whose size, no unit
            if inside.upper() in currencies():
                return Header(raw, label, "", inside.upper(), language, country)
            if find_unit(inside) or found.group(0).strip()[0] in "[［":
                return Header(raw, label, find_unit(inside) or inside.strip(), "", language, country)
    return Header(raw, text, "", "", language, country)


@cache
def currencies() -> frozenset[str]:
    """Currency codes of ISO 4217."""
    return frozenset(list_currencies())


def _locale(text: str) -> tuple[str, str, str]:
    found = _LOCALE.search(text)
    if not found:
        return text, "", ""
    language, region, country = found.groups()
    return text[: found.start()], language or "", region or country or ""
