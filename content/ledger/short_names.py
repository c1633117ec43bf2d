"""The name a person would use inside a sentence: `Aldermoor` for `Aldermoor blackout curtain`.

A page on blackout curtains that repeats "blackout curtain" at every name is read by nobody. A proper name is
the word that stays when a title is translated; in a shop of one language, the one word no other title has.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from content.ledger.japanese_titles import kind_place
from content.ledger.lookup import squashed
from content.ledger.naming import model
from content.ledger.units import find_unit
from content.lexicon.lexicon import Lexicon
from content.records import Finding, Product, Proof, Severity
from seo.language import stems

TRANSLATIONS = 2  # titles in other languages that must keep a word before it counts as a proper name
LATIN = ("en", "es", "fr", "de")  # titles in other scripts may spell a name in their own letters
_LONGEST_SIZE = 3
_TIMES = ("x", "×", "*")
_WORD = r"[^\s,;()・،؛、（）]+"
_NUMBERED = re.compile(rf"({_WORD})\s+(?=(\d+(?:[.,/]\d+)*)(?=[\s,;()・]|$)\s*({_WORD})?)")


def short_names(
    products: Sequence[Product],
    titles: Mapping[str, Mapping[str, str]],
    said: Mapping[str, str],
    neutral: Mapping[str, str],
    lexicon: Lexicon,
    language: str,
) -> dict[str, str]:
    """Handle -> short name in a language; the whole title where a short one would be none or not the only.

    `titles` holds each product's stated titles by language; one without a title here keeps its neutral name.
    `said` is what the shop's own column `short` says in this language: it goes before all else.
    """
    seen = _spread(products, titles, language)
    common = _common(lexicon, language)
    numbers = _numbers(products, titles, language)
    is_behind = language == "ja" and _is_kind_first(products, titles, lexicon)
    marks = _marks(products, titles, language)
    found = {}
    for product in products:
        stated, own = titles[product.handle], numbers[product.family or product.handle]
        apart = marks.get(product.handle, ())
        title = stated.get(language)
        if product.handle in said:
            found[product.handle] = said[product.handle]
        elif not title or _is_named_by_model(product, title, apart):
            found[product.handle] = neutral[product.handle]
        else:
            found[product.handle] = (
                _kept_in_translation(stated, title, own, apart)
                or _own_word(product, stated, seen, common, own, language, apart, is_behind=is_behind)
                or title
            )
    return _only_ones(products, found, titles, neutral, language)


def stands_in(name: str, title: str) -> bool:
    """Whether a name stands in a title word for word, or letter for letter where words are not parted."""
    words, said = _words(title.casefold()), _words(name.casefold())
    is_parted = any(words[place : place + len(said)] == said for place in range(len(words)))
    return is_parted or (bool(re.search(r"[ぁ-ヿ一-鿿]", title)) and name.casefold() in title.casefold())


def shared(products: Sequence[Product], said: Mapping[str, str], source: str) -> tuple[Finding, ...]:
    """One finding for each name of the column `short` that two products have: neither is called by it."""
    owners: dict[str, dict[str, Product]] = {}
    for product in products:
        if product.handle in said:
            name = said[product.handle].casefold()
            owners.setdefault(name, {}).setdefault(product.family or product.handle, product)
    return tuple(_shared(found, said, source) for found in owners.values() if len(found) > 1)


def _shared(found: Mapping[str, Product], said: Mapping[str, str], source: str) -> Finding:
    first, second = list(found.values())[:2]
    name = said[first.handle]
    return Finding(
        rule="ledger.short",
        severity=Severity.WARN,
        span=(0, 0),
        quote=name,
        evidence=Proof(source, second.row, f"{first.sku} / {second.sku}"),
        cure=f"{source}, row {second.row}: {name!r} in 'short' is the name of {first.sku} too; neither is called so, "
        "give each its own",
    )


def _is_named_by_model(product: Product, title: str, marks: Collection[str]) -> bool:
    """A model in the title is the name in every language, and so is a SKU: `Baby Twin`, `First Class`; `A5` of a
    notebook that comes in `A6` too is none.
    """
    here = squashed(title)
    named = model(product.title)
    found = "" if named in marks and _is_size(named) else squashed(named)
    return bool(found and found in here) or (
        _has_words(product.title, product.sku) and _has_words(title, product.sku)
    )


def _has_words(title: str, sku: str) -> bool:
    return set(_words(sku.casefold())) <= set(_words(title.casefold()))


def _kept_in_translation(
    titles: Mapping[str, str], title: str, numbers: Mapping[str, str], marks: Collection[str]
) -> str:
    """The capitalised words that titles in other languages keep, each with the number it carries: `Fjord 84`; none
    where all of them only tell variants apart, as `A5` in `ノート 凪 A5`."""
    others = [_words(other) for other in titles.values() if other != title]
    kept: list[str] = []
    for word in _words(title):
        if word[:1].isupper() and sum(word in other for other in others) >= TRANSLATIONS:
            number = numbers.get(word, "")
            is_kept = number and sum((word, number) in pairwise(other) for other in others) >= TRANSLATIONS
            kept += [word, number] if is_kept else [word]
    return (
        "" if all(_is_size(word) and (word in marks or len(word) == 1) for word in kept) else " ".join(kept)
    )


def _is_size(word: str) -> bool:
    """`XL`, `A5`, `EF`, the `L` of a litre."""
    return len(word) <= _LONGEST_SIZE and word == word.upper()


def _numbers(
    products: Sequence[Product], titles: Mapping[str, Mapping[str, str]], language: str
) -> Mapping[str, Mapping[str, str]]:
    """Family -> the words of its titles with the number behind each, where all of its variants have it: no size."""
    found: dict[str, dict[str, str]] = {}
    for product in products:
        here = _numbered(titles[product.handle].get(language, ""))
        family = product.family or product.handle
        before = found.setdefault(family, here)
        found[family] = {word: number for word, number in before.items() if here.get(word) == number}
    return found


def _numbered(title: str) -> dict[str, str]:
    """The numbers that belong to a word before them; an amount does not: `Ember 1.7 litres`, `Lull 50 x 75`."""
    found = _NUMBERED.findall(title)
    return {word: number for word, number, unit in found if not find_unit(unit) and unit not in _TIMES}


def _own_word(
    product: Product,
    titles: Mapping[str, str],
    seen: Mapping[str, int],
    common: frozenset[str],
    numbers: Mapping[str, str],
    language: str,
    marks: Collection[str],
    *,
    is_behind: bool,
) -> str:
    """The single word of a title that stands in no other family's title and means nothing else; in Japanese the first
    such, or the first behind the kind where the shop puts that in front (`is_behind`). `marks` tell its variants apart.
    """
    title = titles[language]
    brand = {word.casefold() for word in _words(product.brand)}
    own = [
        word
        for word in _words(title)
        if seen[word] == 1
        and word.casefold() not in brand
        and not (language == "ja" and word in marks)
        and not any(c.isdigit() for c in word)
        and not (
            language == "ar" and (word.startswith("ال") or (word == _words(title)[0] and not word.isascii()))
        )
        and (key := stems(word, language))
        and not set(key) & common
    ]
    if language == "ja":
        own = [word for word in own if not is_behind or word != _words(title)[0]][:1]
    if len(own) != 1 or _is_translated(own[0], titles, language):
        return ""
    name = f"{own[0]} {numbers.get(own[0], '')}".strip()
    return f"{product.brand} {name}" if product.brand and product.brand in title else name


def _marks(
    products: Sequence[Product], titles: Mapping[str, Mapping[str, str]], language: str
) -> Mapping[str, set[str]]:
    """Handle -> the words of its title that not all titles of its family have: `EF` and `M` of one pen."""
    words = {each.handle: set(_words(titles[each.handle].get(language, ""))) for each in products}
    shared: dict[str, set[str]] = {}
    for each in products:
        if each.family:
            shared[each.family] = shared.get(each.family, words[each.handle]) & words[each.handle]
    owners = ((each.handle, shared.get(each.family or each.handle)) for each in products)
    return {handle: words[handle] - kept for handle, kept in owners if kept is not None}


def _is_kind_first(
    products: Sequence[Product], titles: Mapping[str, Mapping[str, str]], lexicon: Lexicon
) -> bool:
    families = (product for product in products if not product.family)
    place = kind_place(
        (titles[each.handle].get("ja", ""), lexicon.synonyms("category", each.category, "ja"))
        for each in families
    )
    return place == "first"


def _is_translated(word: str, titles: Mapping[str, str], language: str) -> bool:
    """A word that another language of our script puts differently is a noun, whoever else has it."""
    others = [title for one, title in titles.items() if one in LATIN and one != language and title]
    return language in LATIN and any(word not in _words(other) for other in others)


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
        for part in _stems(phrase, language)
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
    return re.findall(_WORD, text)


_stems = lru_cache(maxsize=1 << 16)(stems)  # the bundled words are asked for by every ledger
