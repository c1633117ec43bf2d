"""Plain numbers of a draft that the ledger proves, each with the reference that reads as it does.

A size of a list by itself, "in 110–116", becomes the reference of that one entry (`content/entries.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from content.checks.amounts import Amount
from content.checks.binding import Binder
from content.checks.extract import extract
from content.checks.knowledge import knowledge, spoken
from content.checks.numbers import amounts_of
from content.checks.owning import owners, pointed_at
from content.checks.proving import same_kind
from content.checks.reading import Reading, Sentence
from content.checks.stated import Stated, agrees
from content.checks.subjects import Subject
from content.checks.view import low
from content.checks.whose import clause
from content.entries import names
from content.ledger.units import find_unit
from content.rebinding.spelling import Place, Speller, matches

SURE: Final = {"named", "carried", "page"}
_TITLE: Final = "title"  # a number of a product's title is part of its name
_OWN_LOOK: Final = re.compile(r"\d\D+\d|\d[^\W\d]|[^\W\d][\W\d]*\d")
_ENDS: Final = {"from": "min", "min": "min", "max": "max"}
Bound = tuple[Sentence, Place, str]  # the sentence, the words in it, the reference without braces


def bound_amounts(reading: Reading, speller: Speller) -> Iterator[Bound]:
    """Every number with a unit or currency that is one fact's and no other's."""
    binder = knowledge(reading).binder
    for sentence, subject in spoken(reading):
        found = amounts_of(reading, sentence, subject, binder.numbers)
        yield from _of_names(reading, sentence, subject, speller)
        yield from _of_lists(reading, sentence, subject, speller)
        for amount in found:
            if not amount.dimension or is_rendered(sentence, amount):
                continue
            ruling = binder.rule(amount, sentence, subject, found)
            if ruling.verdict != "proven" or ruling.stated is None:
                continue
            if not is_its_own(amount, ruling.stated, sentence, subject, binder, found):
                continue
            parts = parts_of(ruling.stated.subject, amount, sentence, subject, found)
            sources = list(_sources(parts, ruling.stated.key, amount, reading))
            placed = speller.place(amount, sentence, sources)
            if placed:
                yield sentence, placed[1], placed[0]


def _of_names(reading: Reading, sentence: Sentence, subject: Subject, speller: Speller) -> Iterator[Bound]:
    """`the 117 cm Tarn`: the measure a variant is called by, where one of its facts alone says it."""
    market = reading.market
    for mention in subject.variants:
        if mention.start < 0 or sentence.block.kind == "row":
            continue
        called = extract(sentence.text[mention.start : mention.end], market.locale, market.currency)
        for amount in called[:1] if len(called) == 1 and called[0].dimension else ():
            here = replace(amount, start=amount.start + mention.start, end=amount.end + mention.start)
            keys = reading.ledger.keys([mention.handle])
            placed = [speller.place(here, sentence, [f"{mention.handle}.{key}"]) for key in keys]
            found = [each for each in placed if each]
            if len(found) == 1 and not is_rendered(sentence, here):
                yield sentence, found[0][1], found[0][0]


def _of_lists(reading: Reading, sentence: Sentence, subject: Subject, speller: Speller) -> Iterator[Bound]:
    """`110–116` without a unit, or a whole list of such: of one fact of the product spoken of, and of no other."""
    if subject.certainty not in SURE:
        return
    found: dict[Place, set[str]] = {}
    for source in _entries(reading, subject):
        for place in matches(speller.words(source), sentence.text, reading.market.language):
            found.setdefault(place, set()).add(source)
    for place, sources in found.items():
        is_written = any(r.start < place[1] and place[0] < r.end for r in sentence.rendered)
        is_part = any(other != place and other[0] <= place[0] and place[1] <= other[1] for other in found)
        if len(sources) == 1 and not is_written and not is_part:
            yield sentence, place, sources.pop()


def _entries(reading: Reading, subject: Subject) -> Iterator[str]:
    """The lists of every product that may be meant, and their entries that can be nothing but themselves: two figures,
    or letters beside one. A bare number may count anything.
    """
    for handle in dict.fromkeys((*subject.handles, *(mention.handle for mention in subject.mentions))):
        for fact in reading.ledger.facts(handle):
            value = reading.ledger.fact(handle, fact.key, reading.market, reading.on).value
            own = [name for name in names(value) if _OWN_LOOK.search(name)]
            yield from ([f"{handle}.{fact.key}"] if own else [])
            yield from (f"{handle}.{fact.key}.{name}" for name in own)


def parts_of(
    handle: str, amount: Amount, sentence: Sentence, subject: Subject, found: list[Amount]
) -> tuple[str, ...]:
    """The subject whose fact may be meant: the variant the sentence points at, then the family."""
    if handle not in subject.handles:
        return (handle,)
    variant = pointed_at(amount, sentence, subject.variants, found)
    return (variant, handle) if variant else (handle,)


def is_its_own(
    amount: Amount,
    stated: Stated,
    sentence: Sentence,
    subject: Subject,
    binder: Binder,
    found: list[Amount],
) -> bool:
    """Whether no other product spoken of, and no other attribute, could be meant by the number."""
    if stated.key == _TITLE:
        return False
    if stated.subject in binder.ledger.products:
        if subject.certainty not in SURE:
            return False
        if others_with(amount, stated, subject, binder, found):
            return False
    keys = _keys(binder, stated.subject, amount)
    named = _named(amount, stated, sentence, subject, binder)
    return stated.key in named if named else len(keys) == 1


def others_with(
    amount: Amount, stated: Stated, subject: Subject, binder: Binder, found: list[Amount]
) -> list[str]:
    """Other products the number may be said of, of which it is just as true."""
    others = sorted(_others(amount, stated, subject, found))
    return [handle for handle in others if stated.key in _keys(binder, handle, amount)]


def _others(amount: Amount, stated: Stated, subject: Subject, found: list[Amount]) -> set[str]:
    """Other products the number may be said of."""
    if len({mention.handle for mention in subject.mentions}) > 1:
        first = min(other.start for other in found if other.dimension == amount.dimension)
        return set(owners(amount, subject.mentions, first)) - {stated.subject}
    if subject.certainty == "named":
        return set(subject.handles) - {stated.subject}
    return {*subject.handles, *subject.main, *subject.topic} - {stated.subject}


def _keys(binder: Binder, subject: str, amount: Amount) -> set[str]:
    """The attributes that say this number of a product, or of the shop."""
    rows = binder.numbers.of(subject)
    return {s.key for s in rows if s.key != _TITLE and same_kind(amount, s) and agrees(amount, s)}


def _named(amount: Amount, stated: Stated, sentence: Sentence, subject: Subject, binder: Binder) -> set[str]:
    """The attributes of the number's kind that its clause, or the head of its row and column, names."""
    if sentence.block.kind == "row":
        cell = (sentence.start, sentence.end)
        titles = (sentence.block.above(cell), sentence.block.label(cell))
        hits = [keys for title in titles for _, _, keys in binder.naming.words.find(low(title))]
    else:
        start, end = clause(sentence.low, amount.start, amount.end)
        hits = [hit.keys for hit in binder.naming.hits(sentence) if start <= hit.start < end]
    around = {stated.subject, *subject.handles, *subject.on_page}
    alike = {s.key for handle in around for s in binder.numbers.of(handle) if same_kind(amount, s)}
    return {key for keys in hits for key in keys} & alike


def _sources(parts: tuple[str, ...], key: str, amount: Amount, reading: Reading) -> Iterator[str]:
    """The fact itself, one end of it where the words say so, the same in the text's own unit, one entry of a list."""
    for part in parts:
        yield f"{part}.{key}"
        if amount.qualifier in _ENDS:
            yield f"{_ENDS[amount.qualifier]}({part}.{key})"
        if amount.dimension != "money" and find_unit(amount.unit):
            yield f"convert({part}.{key}, {amount.unit})"
    for part in parts:
        value = reading.ledger.fact(part, key, reading.market, reading.on).value
        yield from (f"{part}.{key}.{name}" for name in names(value))


def is_rendered(sentence: Sentence, amount: Amount) -> bool:
    """Whether a reference wrote it."""
    return any(found.start < amount.end and amount.start < found.end for found in sentence.rendered)
