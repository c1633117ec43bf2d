"""What attributes are called in one market, and which of their words in a sentence names a number."""

import re
from dataclasses import dataclass
from typing import Final

from content.checks.amounts import Amount
from content.checks.phrases import Phrases
from content.checks.places import Place
from content.checks.reading import Sentence
from content.checks.view import low

TIGHT: Final = 12  # letters: a word this close stands right at its number
_NEAR: Final = 26  # an attribute word this close to a number names it
_CLAUSE: Final = 14  # what a comma between word and number counts for
_NEXT: Final = 3  # letters between a word and the number right behind it
_WORD_FIRST: Final = {"ar", "ja"}  # the attribute's word stands before its number
_IN: Final = re.compile(r" (?:in(?: der| the| its)?|im|de|en|of) ?")
_AND: Final = re.compile(r"\W*(?:and|y|e|et|und|و)\W+")


@dataclass(frozen=True, slots=True)
class Hit:
    """An attribute's word in a sentence and the keys it may mean."""

    start: int
    end: int
    keys: frozenset[str]

    def letters_to(self, amount: Amount) -> int:
        """Letters between the word and a number."""
        return max(self.start - amount.end, amount.start - self.end, 0)

    def is_at(self, amount: Amount) -> bool:
        """Whether it stands right at a number, on either side."""
        return self.letters_to(amount) <= TIGHT


@dataclass(frozen=True, slots=True)
class Naming:
    """The attribute words of one market."""

    language: str
    words: Phrases
    nouns: Phrases  # what kinds of products are called, in several words

    def hits(self, sentence: Sentence) -> list[Hit]:
        """The attribute words of a sentence."""
        found = [Hit(start, end, keys) for start, end, keys in self.words.find(sentence.low)]
        if not found:
            return found
        nouns = [(start, end) for start, end, _ in self.nouns.find(sentence.low)]  # "two high chairs"
        return [hit for hit in found if not any(_is_within(hit, *noun) for noun in nouns)]

    def nearest(self, place: Place, keys: set[str]) -> tuple[Hit | None, int]:
        """The attribute word that names a number: the closest, no other number between, a comma makes it
        further."""
        amount = place.amount
        best: Hit | None = None
        shortest = _NEAR + 1
        for hit in self.hits(place.sentence):
            if not hit.keys & keys or (hit.start < amount.end and amount.start < hit.end):
                continue
            if _is_of_the_next(hit, place):
                continue
            far = self._far(hit, place)
            if far < shortest:
                best, shortest = hit, far
        if best is None and amount.chain < 0:
            best = self._header(place, keys)
            shortest = 0 if best else shortest
        return best, shortest

    def is_titled(self, place: Place, key: str) -> bool:
        """Whether the head of a cell's row says nothing but a word for a key (`Price`, not `Price per kg`), or that of
        its column does, and the row is a product's and no total."""
        block, cell = place.sentence.block, (place.sentence.start, place.sentence.end)
        is_of_a_product = place.subject.certainty == "named"
        titles = (block.label(cell), block.above(cell) if is_of_a_product else "")
        said = [low(title).strip(" :*") for title in titles]
        return any(
            key in keys and (start, end) == (0, len(title))
            for title in said
            for start, end, keys in self.words.find(title)
        )

    def _far(self, hit: Hit, place: Place) -> int:
        """How far a word counts to stand from a number."""
        amount = place.amount
        if hit.start >= amount.end and _IN.fullmatch(place.text, amount.end, hit.start):
            return 0  # "108 mm in der Breite und 23 cm in der Länge"
        return _distance(hit, place) + self._order(hit, amount)

    def _order(self, hit: Hit, amount: Amount) -> int:
        """`137 cm wide`, but `عرضها ١٣٧ سم`: a word on the other side counts as a little further."""
        is_before = hit.end <= amount.start
        if not amount.dimension:
            return is_before  # what is counted stands behind: 10 cups, 10杯
        if self.language in _WORD_FIRST:
            is_lasting = self.language == "ja" and amount.dimension == "time"  # 14時間再生
            return 0 if is_before or is_lasting else _CLAUSE
        return 1 if is_before else 0

    def _header(self, place: Place, keys: set[str]) -> Hit | None:
        """In a table the cell above names the number, or the first of its row."""
        amount, sentence = place.amount, place.sentence
        cell = (sentence.start, sentence.end)
        for title in (sentence.block.above(cell), sentence.block.label(cell)):
            found = [keys_ for _, _, keys_ in self.words.find(low(title)) if keys_ & keys]
            if found:
                return Hit(amount.start, amount.end, found[0])
        return None


def _is_within(hit: Hit, start: int, end: int) -> bool:
    return start <= hit.start and hit.end <= end and hit.end - hit.start < end - start


def _is_of_the_next(hit: Hit, place: Place) -> bool:
    """`Elles se chargent en 6 heures et tiennent 8 heures`: behind an "and" the word says the number after it."""
    amount = place.amount
    if hit.start < amount.end or not _AND.fullmatch(place.text, amount.end, hit.start):
        return False
    return any(
        other.dimension == amount.dimension and 0 <= other.start - hit.end <= _NEXT for other in place.beside
    )


def _distance(hit: Hit, place: Place) -> int:
    """Letters between a word and a number, commas and clauses counted extra; far when another number stands
    between."""
    amount = place.amount
    start, end = (hit.end, amount.start) if hit.end <= amount.start else (amount.end, hit.start)
    gap = place.sentence.text[start:end]
    is_parted = any(start <= other.start and other.end <= end and other.chain < 0 for other in place.alike)
    if is_parted and not re.fullmatch(r"[\s,、・/&+und-yeto]*", gap):
        return _NEAR * 2
    return len(gap) + _CLAUSE * len(re.findall(r"[,;:(]\s|[،、。]", gap + " "))
