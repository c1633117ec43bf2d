"""Sentences in which a shop limits what it says: the tables of `conditions.toml` as patterns.

A sentence is taken whole or not at all, and only where it stands by itself: no question, no praise, nobody else's
goods.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.view import fold, low
from content.proposing.clauses import sentences
from content.proposing.wording import has

MOST_LETTERS: Final = 260  # a longer sentence says several things
_ASKED: Final = ("?", "？", "؟")
_DASHES: Final = ("-", "–", "—")
_QUOTED: Final = ('"', "«", "»", "「", "『", "'")
"""A sentence that opens with one is somebody's, not the shop's."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What decides in one language; every pattern is over folded small letters."""

    limit: re.Pattern[str]
    never: re.Pattern[str]
    before: re.Pattern[str]
    leans: re.Pattern[str]
    clock: re.Pattern[str]
    ordered: re.Pattern[str]
    leaves: re.Pattern[str]
    delivery: re.Pattern[str]
    returns: re.Pattern[str]
    pays: re.Pattern[str]
    warranty: re.Pattern[str]
    law: re.Pattern[str]


def is_limit(sentence: str, language: str) -> bool:
    """Whether a sentence of a description says for what, or without what, the product is not."""
    text, own = plain(sentence), conditions(language)
    return stands_alone(sentence, language) and bool(own.limit.search(text)) and not own.never.search(text)


def term_of(sentence: str, topics: Sequence[str], language: str) -> str:
    """Which of the shop's terms a sentence of a policy page states, `returns`; empty where none.

    `topics` are those of the sentence, else of its heading: where there are several nothing is told for sure.
    """
    text, own = plain(sentence), conditions(language)
    if not stands_alone(sentence, language) or own.leans.match(text) or own.law.search(text):
        return ""
    if own.clock.search(text) and own.ordered.search(text) and own.leaves.search(text):
        return "delivery"
    topic = topics[0] if len(topics) == 1 else ""
    table = {"delivery": own.delivery, "returns": own.returns, "warranty": own.warranty}
    return topic if topic and table[topic].search(text) else ""


def says_who_pays(sentence: str, language: str) -> bool:
    """Whether a sentence on returns says who bears what they cost."""
    text, own = plain(sentence), conditions(language)
    is_said = any(has(text, name, language) for name in ("customer_pays", "shop_pays", "free"))
    is_open = has(text, "maybe", language) or bool(own.law.search(text) or own.leans.match(text))
    return stands_alone(sentence, language) and not is_open and (is_said or bool(own.pays.search(text)))


def whole(text: str) -> list[str]:
    """The sentences of a text without those that go on behind a dash: `not for children - except …`."""
    found, place = [], 0
    for sentence in map(str.strip, sentences(text)):
        place = text.find(sentence, place) + len(sentence)
        if not text[place:].lstrip().startswith(_DASHES):
            found.append(sentence)
    return found


def stands_alone(sentence: str, language: str) -> bool:
    """Whether it is a statement of the shop's that is understood without the one before it."""
    text = plain(sentence)
    is_ours = not sentence.strip().endswith(_ASKED) and not text.startswith((*_QUOTED, "¿"))
    return is_ours and 0 < len(text) <= MOST_LETTERS and not conditions(language).before.match(text)


def plain(sentence: str) -> str:
    """As the patterns read it: folded, without the mark at its end."""
    return low(fold(sentence)).strip().rstrip(".!。！ ")


def is_known(language: str) -> bool:
    """Whether there is a table of this language."""
    return language in _table()


@cache
def conditions(language: str) -> Conditions:
    """The table of a language."""
    own = {name: _pattern(words, language) for name, words in _table()[language].items()}
    return Conditions(**own)


def _pattern(words: str | Sequence[str], language: str) -> re.Pattern[str]:
    """Whole words; Japanese has no borders, and Arabic writes `and` and `so` at the front of a word."""
    either = "|".join([words] if isinstance(words, str) else words)
    folded = low(fold(either))
    front = "[وف]?" if language == "ar" else ""
    return re.compile(folded if language == "ja" else rf"(?<!\w){front}(?:{folded})(?!\w)")


@cache
def _table() -> Mapping[str, Mapping[str, str | Sequence[str]]]:
    return tomllib.loads(Path(__file__).with_name("conditions.toml").read_text(encoding="utf-8"))
