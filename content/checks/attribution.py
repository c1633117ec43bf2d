"""A well-known brand named as one the shop sells, though no product of its ledger is of that brand.

To name another's brand is allowed (“fits an IKEA frame”); to offer it is a claim on the range. Brands nobody
lists are seen only where the words around them say that the shop sells them.
"""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.check import Check
from content.checks.denial import is_denied
from content.checks.policy import pattern, raw_pattern
from content.checks.reading import Reading, Sentence
from content.checks.trademarks import Name, is_about_fit, marks_of_others
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.records import Finding, Proof

NEAR: Final = 60  # letters between a name and the words that say it is sold here
_CURE: Final = "Take the brand out, or add its products to products.csv; “compatible with …” may stand."
_WORD: Final = r"[^\W\d_]+"
_NEXT: Final = re.compile(rf"[\s-]*((?:{_WORD}[\s-]+)?{_WORD})")
_LAST: Final = re.compile(rf"((?:{_WORD}\s+)?{_WORD})[\s-]*$")
_LEAST: Final = 3
_HEAD_FIRST: Final = {"es", "fr", "ar"}

Place = tuple[int, int, Name | None]  # None: a brand nobody lists


class Attribution(Check):
    """No brand is offered that the shop does not carry."""

    name = "attribution"
    rules = ("attribution.brand",)

    def check(self, reading: Reading) -> Iterator[Finding]:
        names, found_by = marks_of_others(reading.ledger)
        for sentence in reading.sentences:
            if sentence.block.kind in {"quote", "code"}:
                continue
            places: list[Place] = [
                (*match.span(), names[match.group().lower()])
                for match in found_by.finditer(sentence.text)
                if not _is_titled(reading, match.group()) and _is_offered(reading, sentence, *match.span())
            ]
            yield from _found(reading, sentence, places or list(_unlisted(reading, sentence)))


def _found(reading: Reading, sentence: Sentence, places: list[Place]) -> Iterator[Finding]:
    for start, end, named in places[:1]:
        proof = Proof("products.csv", None, named.name if named else "")
        at = sentence.start
        yield reading.finding("attribution.brand", sentence.block, at + start, at + end, _CURE, proof)


def _is_offered(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words around a name say that the shop has it."""
    text, language = sentence.low, reading.market.language
    before, behind = text[max(0, start - NEAR) : start].rsplit(",", 1)[-1], text[end : end + NEAR]
    if is_denied(text, start, end, language, is_said_behind=False):
        return False
    if pattern(language, "carried", "behind").match(behind):
        return True  # “fits the … sets we sell” offers them all the same
    return not is_about_fit(text, start - len(before), (start, end), language) and bool(
        pattern(language, "carried", "lead").search(before) or _stands_beside_goods(reading, before, behind)
    )


def _stands_beside_goods(reading: Reading, before: str, behind: str) -> bool:
    """Whether the brand stands beside the word for something the shop sells: “Le Creuset kettle”."""
    language = reading.market.language
    match = _LAST.search(before) if language in _HEAD_FIRST else _NEXT.match(behind)
    words = match[1].split() if match else []
    goods = _goods(reading.ledger, language)
    return any(_stem(word, language) in goods for word in words)


def _unlisted(reading: Reading, sentence: Sentence) -> Iterator[Place]:
    """“The Zorvik kettles we sell”, and no product is called so."""
    language = reading.market.language
    for match in raw_pattern(language, "carried", "unlisted").finditer(sentence.text):
        start, end = match.span(1)
        name = match[1]
        if not _is_titled(reading, name) and not is_denied(sentence.low, start, end, language):
            yield start, end, None


def _is_titled(reading: Reading, name: str) -> bool:
    """Whether the ledger itself names it: a brand, the shop, a word of a title."""
    return low(name) in _titles(reading.ledger, reading.market.language)


@once_per_ledger
def _titles(ledger: Ledger, language: str) -> str:
    texts = {ledger.shop.name}
    for handle, product in ledger.products.items():
        texts |= {product.brand, product.title, ledger.name(handle, language)}
    return low(fold("\n".join(sorted(texts))))


@once_per_ledger
def _goods(ledger: Ledger, language: str) -> frozenset[str]:
    """The words for what the shop sells, without their endings."""
    categories = {product.category for product in ledger.products.values()}
    return frozenset(
        _stem(word, language)
        for category in categories
        for synonym in ledger.lexicon.synonyms("category", category, language)
        for word in [_head(low(fold(synonym)), language)]
        if len(word) >= _LEAST
    )


def _head(synonym: str, language: str) -> str:
    words: list[str] = re.findall(_WORD, synonym)
    if not words:
        return ""
    return words[0] if language in _HEAD_FIRST else words[-1]


def _stem(word: str, language: str) -> str:
    if language == "ar":
        return re.sub(r"^(?:وال|بال|ال|و|ب|ل)|(?:ات|ه)$", "", word)
    return re.sub(r"(?:es|en|er|s|n|e|x)$", "", word) if language != "ja" else word
