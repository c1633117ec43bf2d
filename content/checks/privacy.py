"""Personal data has no place on a page; the shop's own address, number and people do."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.check import Check
from content.checks.reading import Reading
from content.records import Finding, Text

_PATTERNS: Final = (
    re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    re.compile(r"(?<![\w.,/])(?:\+|00)\d{1,3}[ ()/.-]?(?:\d[ ()/.-]?){6,12}\d(?!\w)"),
    re.compile(
        r"(?:tel|phone|call|mobile|whatsapp|telefon|mobil|teléfono|móvil|téléphone|portable|هاتف|جوال|واتساب|電話|携帯)"
        r"\D{0,12}(?:\d[ ()/.-]?){7,13}\d(?!\w)"
    ),
    re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"),
    re.compile(
        r"(?:order|pedido|commande|bestell\w*|注文番号|رقم الطلب)"
        r"\s*(?:number|no\.?|nr\.?|n°|nº|número|nummer|#|:)+\s*#?[A-Z0-9-]{5,}",
        re.IGNORECASE,
    ),
)


class Privacy(Check):
    """Addresses, telephone and account numbers of people."""

    name = "privacy"
    rules = ("privacy.personal",)

    def check(self, reading: Reading) -> Iterator[Finding]:
        own = _own(reading)
        for block in reading.blocks:
            for pattern in _PATTERNS:
                for match in pattern.finditer(block.text):
                    is_ours = any(_plain(match.group()).endswith(known) for known in own)
                    is_rendered = any(
                        found.start < match.end() and match.start() < found.end for found in block.rendered
                    )
                    if not is_ours and not is_rendered:
                        yield reading.finding(
                            "privacy.personal", block, *match.span(), "Take it out: it belongs to a person."
                        )


def _own(reading: Reading) -> set[str]:
    """Contact data the shop itself publishes."""
    texts = [reading.ledger.shop.contact]
    for fact in reading.ledger.facts("shop"):
        if isinstance(fact.value, Text):
            texts += [text for _, text in fact.value.by_language]
    found = {match.group() for text in texts for pattern in _PATTERNS for match in pattern.finditer(text)}
    return {_plain(text) for text in found}


def _plain(text: str) -> str:
    return re.sub(r"[\s()/.-]", "", text).lower()
