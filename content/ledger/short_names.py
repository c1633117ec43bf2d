"""The name a person would use inside a sentence: `Aldermoor` for `Aldermoor blackout curtain`.

A page on blackout curtains that repeats "blackout curtain" at every name is read by nobody. A proper name is
the word that stays when a title is translated; in a shop of one language, the one word no other title has.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from content.ledger.naming import model
from content.lexicon.lexicon import Lexicon
from content.records import Product
from seo.language import stems

TRANSLATIONS = 2  # titles in other languages that must keep a word before it counts as a proper name


def short_names(
    products: Sequence[Product],
    titles: Mapping[str, Mapping[str, str]],
    neutral: Mapping[str, str],
    lexicon: Lexicon,
    language: str,
) -> dict[str, str]:
    """Handle -> short name in a language; the whole title where a short one would be none or not the only.

    `titles` holds each product's stated titles by language; one without a title here keeps its neutral name.
    """
    seen = _spread(products, titles, language)
    common = _common(lexicon, language)
    found = {}
    for product in products:
        title = titles[product.handle].get(language)
        if not title or model(product.title) or _is_named_by_sku(product):
            found[product.handle] = neutral[product.handle]
        else:
            found[product.handle] = (
                _kept_in_translation(titles[product.handle], title)
                or _own_word(product, title, seen, common, language)
                or title
            )
    return _only_ones(products, found, titles, neutral, language)


def _is_named_by_sku(product: Product) -> bool:
    """A SKU that stands in the title is the name itself: `Baby Twin`, `First Class`."""
    return set(_words(product.sku.casefold())) <= set(_words(product.title.casefold()))


def _kept_in_translation(titles: Mapping[str, str], title: str) -> str:
    others = [set(_words(other)) for other in titles.values() if other != title]
    kept = [w for w in _words(title) if w[:1].isupper() and sum(w in o for o in others) >= TRANSLATIONS]
    return " ".join(kept)


def _own_word(
    product: Product, title: str, seen: Mapping[str, int], common: frozenset[str], language: str
) -> str:
    """The single word of a title that stands in no other family's title and means nothing else."""
    brand = {word.casefold() for word in _words(product.brand)}
    own = [
        word
        for word in _words(title)
        if seen[word] == 1
        and word.casefold() not in brand
        and not any(c.isdigit() for c in word)
        and not (language == "ar" and word.startswith("ال"))
        and (key := stems(word, language))
        and not set(key) & common
    ]
    if language == "ja":
        own = own[:1]  # the name leads, the kind of product follows after a space
    if len(own) != 1:
        return ""
    return f"{product.brand} {own[0]}" if product.brand and product.brand in title else own[0]


def _spread(
    products: Sequence[Product], titles: Mapping[str, Mapping[str, str]], language: str
) -> Mapping[str, int]:
    """In how many families' titles each word stands."""
    families: dict[str, set[str]] = {}
    for product in products:
        for word in _words(titles[product.handle].get(language, "")):
            families.setdefault(word, set()).add(product.family or product.handle)
    return Counter({word: len(handles) for word, handles in families.items()})


def _common(lexicon: Lexicon, language: str) -> frozenset[str]:
    """Stems of every word the lexicon knows: they name kinds, not products."""
    return frozenset(
        part
        for kind in ("category", "value", "attribute", "aspect")
        for key in lexicon.keys(kind)
        for phrase in lexicon.synonyms(kind, key, language)
        for part in stems(phrase, language)
    )


def _only_ones(
    products: Sequence[Product],
    found: Mapping[str, str],
    titles: Mapping[str, Mapping[str, str]],
    neutral: Mapping[str, str],
    language: str,
) -> dict[str, str]:
    families: dict[str, set[str]] = {}
    for product in products:
        families.setdefault(found[product.handle].casefold(), set()).add(product.family or product.handle)
    return {
        handle: name
        if len(families[name.casefold()]) == 1
        else titles[handle].get(language) or neutral[handle]
        for handle, name in found.items()
    }


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s,;()・]+", text)
