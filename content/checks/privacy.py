"""Personal data has no place on a page; the shop's own address, number and people do."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.reading import Reading
from content.checks.reporting import softened
from content.records import Finding, Text
from seo.privacy import find

_KINDS: Final = {"email", "card", "iban", "order", "phone"}
_PLACES: Final = {"address"}
_ARTICLE: Final = re.compile(
    r"(?i)(?:\b(?:art(?:ikel|icle|ículo)?\.?(?:-?n[ro°º]\.?|nummer)?|sku|ean|gtin|isbn|upc|model[eo]?l?|modell"
    r"|modelo|modèle|ref(?:erence|erencia|érence)?\.?|referenz|serial|seriennummer|série|patent|din|iso|en)"
    r"|型番|品番|商品コード|موديل|رقم المنتج|الطراز)[\s.:#°ºnr-]{0,8}$"
)
_BEFORE: Final = 24


class Privacy(Check):
    """Addresses, telephone, account, card and order numbers of people."""

    name = "privacy"
    rules = ("privacy.personal", "privacy.address")

    def check(self, reading: Reading) -> Iterator[Finding]:
        own = _own(reading)
        for block in reading.blocks:
            for kind, start, end in find(block.text):
                if not _is_ours(block, start, end, own):
                    yield from _finding(reading, block, kind, start, end)


def _finding(reading: Reading, block: Block, kind: str, start: int, end: int) -> Iterator[Finding]:
    if kind in _KINDS and not (
        kind != "email" and _ARTICLE.search(block.text[max(0, start - _BEFORE) : start])
    ):
        yield reading.finding("privacy.personal", block, start, end, "Take it out: it belongs to a person.")
    elif kind in _PLACES:
        cure = "Take it out if somebody lives there; the shop's own address belongs in facts.toml."
        yield softened(reading.finding("privacy.address", block, start, end, cure))


def _is_ours(block: Block, start: int, end: int, own: set[str]) -> bool:
    """Rendered from the ledger, or contact data the shop itself publishes."""
    plain = _plain(block.text[start:end])
    return any(found.start < end and start < found.end for found in block.rendered) or any(
        plain.endswith(known) or known.endswith(plain.lstrip("0+")) for known in own
    )


def _own(reading: Reading) -> set[str]:
    texts = [reading.ledger.shop.contact]
    for fact in reading.ledger.facts("shop"):
        if isinstance(fact.value, Text):
            texts += [text for _, text in fact.value.by_language]
    return {_plain(text[start:end]) for text in texts for _, start, end in find(text)} - {""}


def _plain(text: str) -> str:
    return re.sub(r"[\s()/.-]", "", text).lower()
