"""The words that a shop itself uses of its product lines: a search that has them asks for nothing foreign.

"Laptop" stands in a column's name, "rear" in a line's, "bike" in an answer of the shop's own. Such a word is known
beside the lines that the shop says it of, never beside others: children's raincoats make no children's umbrella, and
what the shop denies ("not for children") it does not sell. A word it says of nearly all its lines is its trade's, and
so is one that adds nothing to the names of two: "bike saddle bags" are its saddle bags.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import Final

from content.ledger.ledger import Ledger
from content.records import Choice, Text, sides_of
from seo.language import NEGATIONS, fold, sentences, stems, words

UNSPACED: Final = frozenset({"ja"})
TRADE: Final = 0.75  # share of its lines that a shop must say a word of before it may stand beside any
FEWEST: Final = 2  # lines behind a word of the trade; products behind a word that only descriptions have
HEAD: Final = 4  # letters of the first part of a German compound: Rohr-durchmesser
TAIL: Final = 4
LONGEST_NAME: Final = 30  # characters; what is longer is a sentence, whose words must stand by themselves
LEAST_JA: Final = 2  # characters of a word inside a longer one
_NAMED: Final = re.compile(r"(?<=[\w,;:’'\"»)] )[^\W\d_a-zà-öø-ÿ]\w+")  # a name, where nouns have no capital


class OwnWords:
    """Word -> the product lines and products that the shop uses it of, in one language."""

    def __init__(self, ledger: Ledger, language: str, told: Callable[[str], str]) -> None:
        self._language = language
        self._told = told
        self._of: dict[str, set[str]] = defaultdict(set)  # word -> lines and products
        self._phrases: dict[str, set[str]] = defaultdict(set)  # the same of names, where nobody writes spaces
        self._known: dict[str, set[str]] = {}  # the words of a week are few: each is looked for once
        self._line = {family.handle: family.category for family in ledger.families()}
        self._all = frozenset(ledger.categories())
        for subject, text in _said(ledger, language):
            self._note(subject, text)
        self._described: dict[str, set[str]] = defaultdict(
            set
        )  # word -> products that their own text says it of
        for handle, sentence in _told_of_each(ledger, language):
            for word in stems(told(sentence), language):
                self._described[word].add(handle)
        for line in self._all:
            self._note(line, " ".join(_shared([f.handle for f in ledger.families(line)], ledger, language)))
        neutral = Counter(word for line in self._all for word in self._neutral(ledger, line))
        for word in (word for word, count in neutral.items() if count >= FEWEST):
            self._of[word].update(self._all)

    def is_said(self, word: str, lines: Iterable[str], products: Iterable[str] = ()) -> bool:
        """Whether the shop uses a word of one of these lines, or of one of these products or of its line."""
        found = self._subjects(word)
        if self._is_trade(found) or not (found | self._described.get(word, set())).isdisjoint(products):
            return True
        wider = {self._line[handle] for handle in products}
        return not found.isdisjoint(wider) or not self._lines(found).isdisjoint(lines)

    def is_trade(self, word: str) -> bool:
        """Whether a word may stand beside anything that the shop sells."""
        return self._is_trade(self._subjects(word))

    def _is_trade(self, subjects: Set[str]) -> bool:
        return len(self._lines(subjects)) >= max(FEWEST, TRADE * len(self._all))

    def _lines(self, subjects: Set[str]) -> set[str]:
        return {self._line.get(subject, subject) for subject in subjects}

    def _subjects(self, word: str) -> set[str]:
        if word not in self._known:
            self._known[word] = self._found(word)
        return self._known[word]

    def _found(self, word: str) -> set[str]:
        found = set(self._of.get(word, ()))
        if self._language == "de":
            found |= {each for own, those in self._of.items() if _is_part(word, own) for each in those}
        if self._language in UNSPACED and len(word) >= LEAST_JA:
            found |= {each for own, those in self._phrases.items() if word in own for each in those}
        return found

    def _note(self, subject: str, text: str) -> None:
        for word in stems(self._told(text), self._language):
            self._of[word].add(subject)
        if self._language in UNSPACED and len(text) <= LONGEST_NAME:
            self._phrases[unicodedata.normalize("NFKC", text).casefold()].add(subject)

    def _neutral(self, ledger: Ledger, line: str) -> set[str]:
        """Words of a line's names without which they are its names still."""
        called = ledger.lexicon.synonyms("category", line, self._language)
        names = [frozenset(stems(self._told(name), self._language)) for name in called]
        return {word for name in names for other in names if other and other < name for word in name - other}


def _said(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    """What the shop says, and of which line or product: names, advice, columns, choices, titles."""
    for line in ledger.categories():
        yield from ((line, name) for name in ledger.lexicon.synonyms("category", line, language))
    for advice in ledger.advice:
        told = [part for text in (advice.title, advice.answer) for part in _affirmed(text, language)]
        yield from ((subject, part) for subject in advice.about for part in told)
    for family in ledger.families():
        yield family.handle, ledger.name(family.handle, language)
        yield from ((family.handle, text) for text in _stated(family.handle, ledger, language))


def _stated(handle: str, ledger: Ledger, language: str) -> Iterator[str]:
    """The columns that a product has, as the shop calls them, and its choices; what it is said not to have is none."""
    for key in ledger.keys([handle]):
        if ledger.fact(handle, key).value is not False:
            yield from called(key, ledger, language)
    for fact in ledger.facts(handle):
        for value in sides_of(fact.value):
            if isinstance(value, Choice) and (word := ledger.lexicon.value(value.text, language)):
                yield word


def _told_of_each(ledger: Ledger, language: str) -> Iterator[tuple[str, str]]:
    """Each product with the sentences of its description that deny nothing."""
    for family in ledger.families():
        text = ledger.fact(family.handle, "description").value
        if isinstance(text, Text):
            yield from ((family.handle, sentence) for sentence in _affirmed(text, language))


def called(key: str, ledger: Ledger, language: str) -> tuple[str, ...]:
    """What the shop calls a column: of a bundled one only its own words, ours are read as they are."""
    lexicon = ledger.lexicon
    words = lexicon.listed if lexicon.kind(key) else lexicon.synonyms
    return words("attribute", key, language)


def _shared(handles: Sequence[str], ledger: Ledger, language: str) -> list[str]:
    """Words that the descriptions of several products of a line have, or that of its only one."""
    texts = [ledger.fact(handle, "description").value for handle in handles]
    said = [" ".join(_affirmed(text, language)) for text in texts if isinstance(text, Text)]
    count = Counter(word for text in said for word in {*map(fold, words(text, language))})
    return sorted(word for word, times in count.items() if times >= min(FEWEST, len(handles)))


def _affirmed(text: Text, language: str) -> Iterator[str]:
    """The sentences of a text that deny nothing, without the names of others in them."""
    for sentence in sentences(text.get(language) or "", language):
        said = {fold(word) for word in words(sentence, language)}
        if said.isdisjoint(NEGATIONS[language]):
            yield sentence if language == "de" else _NAMED.sub(" ", sentence)


def _is_part(word: str, own: str) -> bool:
    """Whether a German word begins or ends a compound of the shop's."""
    if len(word) < HEAD or len(own) - len(word) < TAIL:
        return False
    return own.startswith(word) or own.endswith(word)
