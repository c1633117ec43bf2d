"""Yes and no of a description: parts a product has or lacks, what it can take, and the words of its choices."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from content.checks.view import fold, low
from content.lexicon.lexicon import Lexicon
from content.proposing.clauses import Clause
from content.proposing.known import Known
from content.proposing.words import words
from content.records import Choice, Product

SHORTEST = 4  # letters of a name that is looked for in prose
_AMOUNT = re.compile(r"\d")


def features(clause: Clause, language: str, product: Product, known: Known) -> Iterator[tuple[str, bool]]:
    """Key and yes or no of each feature the part states: alone, with or without it, or as what the product is."""
    own, text = words(language), low(fold(clause.text)).strip(" .,:;!")
    if own.hedge.search(low(fold(clause.sentence))):
        return
    listed = known.ledger.lexicon.find("attribute", clause.text) if clause.is_alone else None
    is_its_kind = set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", low(fold(product.title))))
    if (
        listed in known.booleans and not is_its_kind
    ):  # a part of a list that is nothing but the name of a feature
        yield listed, True
        return
    for phrase, key in _phrases(known.ledger.lexicon, language).items():
        if key not in known.booleans and key not in own.features.values():
            continue
        place = text.find(phrase)
        if place < 0 or not _is_whole(text, place, place + len(phrase), language):
            continue
        said = _said(text, place, place + len(phrase), language, product, known, is_alone=clause.is_alone)
        if said is not None:
            yield key, said


def choices(clause: Clause, language: str, known: Known) -> Iterator[tuple[str, Choice]]:
    """A part that is nothing but a word only one column of the catalogue uses (`Black`), or `made of cotton`."""
    text = low(fold(clause.text)).strip(" .,:;!")
    lexicon, own = known.ledger.lexicon, words(language)
    if _AMOUNT.search(text) or own.hedge.search(low(fold(clause.sentence))):
        return
    key = known.choices.get(clause.text.casefold().strip(" ."))
    if key and clause.is_alone and clause.text != clause.sentence.rstrip("."):
        yield key, Choice(clause.text.strip(" ."))
    made = own.made_of.search(text)
    if made and not made.start() and (value := lexicon.find("value", text[made.end() :].strip())):
        word = lexicon.value(value, lexicon.language)
        if word:
            yield "material", Choice(word)


def _said(
    text: str, start: int, end: int, language: str, product: Product, known: Known, *, is_alone: bool
) -> bool | None:
    """Yes, no, or nothing that could be told for good."""
    own, before, after = words(language), text[:start], text[end:]
    if language == "ja":
        if own.without.match(after):
            return False
        return (
            True
            if own.with_.match(after) or (is_alone and not before.strip() and not after.strip())
            else None
        )
    if own.without.search(before):
        return False if not after.strip() else None
    if after.strip():
        return None
    if own.with_.search(before) and _is_plain(own.with_.sub("", before), product, known, language):
        return True
    if not before.strip():
        return True if is_alone else None
    is_capability = text[start:end] in own.features
    return True if is_capability and _is_plain(before, product, known, language, is_said=True) else None


def _is_plain(text: str, product: Product, known: Known, language: str, *, is_said: bool = False) -> bool:
    """Whether only the product itself is spoken of in front of a feature."""
    own = words(language)
    names = [product.title, known.ledger.name(product.handle, language)]
    names += known.ledger.lexicon.synonyms("category", product.category, language)
    allowed = {low(fold(word)) for name in names for word in re.findall(r"\w+", name)} | own.plain
    tokens = re.findall(r"[^\W_]+", text)
    spoken = [token for token in tokens if own.is_.fullmatch(token)]
    return all(token in allowed or own.is_.fullmatch(token) for token in tokens) and (
        bool(spoken) or not is_said
    )


def _is_whole(text: str, start: int, end: int, language: str) -> bool:
    if language == "ja":
        return True
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()


@cache
def _phrases(lexicon: Lexicon, language: str) -> Mapping[str, str]:
    """What a feature is called: our word for it, the catalogue's header, and further ways to say it.

    Of the lexicon's words only the first is a name; the others are what people type (`ice`, `dough`).
    """
    found: dict[str, str] = {}
    for key in lexicon.keys("attribute"):
        name = next(iter(lexicon.synonyms("attribute", key, language)), "")
        is_said = lexicon.kind(key) in ("boolean", "")
        if is_said and len(name) >= SHORTEST:
            found.setdefault(low(fold(name)), key)
    for phrase, key in words(language).features.items():
        found.setdefault(phrase, key)
    return found
