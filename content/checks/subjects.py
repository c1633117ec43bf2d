"""Which product a sentence speaks of: by its name, by its number, by what was said before, or by the page's
own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from content.checks.blocks import Block
from content.checks.phrases import Phrases
from content.checks.reading import Reading, Sentence
from content.checks.view import fold, low
from content.ledger.ledger import Ledger

Certainty = Literal["named", "carried", "page", "category", "any"]

_TOKEN: Final = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ɏ0-9]+(?:[-/.&'][A-Za-zÀ-ÖØ-öø-ɏ0-9]+)*|[\u0621-\u064a]+|[\u30a0-\u30ff]+|[\u3400-\u9fff々]+"
)
_SHORTEST: Final = 3
_SHORTEST_JA: Final = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A product's name in a text."""

    handle: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a sentence is about, and how sure that is."""

    handles: tuple[str, ...]
    certainty: Certainty
    mentions: tuple[Mention, ...] = ()
    around: tuple[
        str, ...
    ] = ()  # products named in the section so far, for comparisons with what was said before


class Names:
    """The names products go by in one language."""

    def __init__(self, ledger: Ledger, language: str) -> None:
        self.ledger = ledger
        families = [product for product in ledger.products.values() if not product.family]
        self.families = tuple(product.handle for product in families)
        common = set(_common_words(ledger, language))
        titles = {product.handle: _titles(ledger, product.handle, language) for product in families}
        seen = Counter(
            token for texts in titles.values() for token in {t for text in texts for t in _tokens(text)}
        )
        entries: list[tuple[str, str]] = []
        for product in families:
            own = titles[product.handle]
            entries += [(text, product.handle) for text in own if len(_tokens(text)) > 1]
            for token in sorted({token for text in own for token in _tokens(text)}):
                if seen[token] == 1 and low(token) not in common and _is_name(token):
                    entries.append((token, product.handle))
            entries += [(variant, product.handle) for variant in _skus(ledger, product.handle)]
        self.phrases = Phrases(entries, is_exact=True)

    def mentions(self, text: str) -> list[Mention]:
        """The products named in a folded text, in order."""
        return [
            Mention(handle, start, end)
            for start, end, handles in self.phrases.find(text)
            for handle in sorted(handles)[:1]
        ]


def _titles(ledger: Ledger, handle: str, language: str) -> list[str]:
    product = ledger.products[handle]
    found = {fold(ledger.name(handle, language)), fold(product.title)}
    return sorted(text for text in found if text)


def _skus(ledger: Ledger, handle: str) -> Iterator[str]:
    for part in (handle, *ledger.products[handle].variants):
        sku = fold(ledger.products[part].sku)
        if len(sku) > _SHORTEST and not sku.isdigit():
            yield sku


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _is_name(token: str) -> bool:
    """A word that can be a product's own: capitalised, or letters with digits; not a bare number or
    measure."""
    if re.fullmatch(r"\d[\d.,/x×-]*[A-Za-z]{0,3}", token):
        return False
    if token[0] > "\u02ff":
        return len(token) >= _SHORTEST_JA
    return len(token) >= _SHORTEST and (token[0].isupper() or any(letter.isdigit() for letter in token))


def _common_words(ledger: Ledger, language: str) -> Iterator[str]:
    """Words of the lexicon: a category, a colour or a material is no name."""
    lexicon = ledger.lexicon
    for tongue in sorted({language, ledger.shop.language}):
        for kind in ("category", "value", "attribute"):
            for key in lexicon.keys(kind):
                for word in lexicon.synonyms(kind, key, tongue):
                    for token in _tokens(low(fold(word))):
                        yield token
                        yield from _inflected(token)


def _inflected(token: str) -> Iterator[str]:
    for ending in ("s", "es", "n", "en", "e", "x"):
        yield token + ending
        if token.endswith(ending):
            yield token.removesuffix(ending)


def subjects(reading: Reading, names: Names) -> Iterator[tuple[Sentence, Subject]]:
    """Every statement with what it is about; a heading or sentence hands its product on to the end of its
    section."""
    language = reading.market.language
    page = reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None
    categories = _category_phrases(reading.ledger, language)
    carried: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    section = -1
    row: tuple[Block | None, tuple[str, ...]] = (None, ())
    stated = set(map(id, reading.statements))
    named_on_page = _named(names, reading.blocks)
    for sentence in reading.sentences:
        block = sentence.block
        if block.section != section:
            section, carried, around = block.section, (), ()
        found = tuple(names.mentions(sentence.text))
        handles = tuple(dict.fromkeys(mention.handle for mention in found))
        if handles and block.kind not in {"title", "description"}:
            carried = handles
        around = tuple(dict.fromkeys((*around, *handles)))
        if id(sentence) not in stated:
            continue
        if block.kind == "row":
            row = (block, handles) if handles or row[0] is not block else row
            handles = handles or row[1]
        subject = _subject(
            found, handles, carried, page, _of_category(reading, categories, sentence), named_on_page
        )
        yield sentence, replace(subject, around=around)


def _subject(
    found: tuple[Mention, ...],
    handles: tuple[str, ...],
    carried: tuple[str, ...],
    page: str | None,
    category: tuple[str, ...],
    named_on_page: tuple[str, ...],
) -> Subject:
    if handles:
        return Subject(handles, "named", found)
    if carried:
        return Subject(carried, "carried")
    if page:
        return Subject((page,), "page")
    if category:
        return Subject(category, "category")
    return Subject(named_on_page, "any")


def _named(names: Names, blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.handle for block in blocks for m in names.mentions(block.text)))


def _category_phrases(ledger: Ledger, language: str) -> Phrases:
    entries = []
    for key in ledger.categories():
        words = ledger.lexicon.synonyms("category", key, language)
        entries += [(low(fold(word)), key) for word in words]
    return Phrases(entries)


def _of_category(reading: Reading, categories: Phrases, sentence: Sentence) -> tuple[str, ...]:
    keys = {key for _, _, keys in categories.find(sentence.low) for key in keys}
    return tuple(product.handle for key in sorted(keys) for product in reading.ledger.families(key))
