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
    weekdays: re.Pattern[str]
    cash: re.Pattern[str]
    settles: re.Pattern[str]
    duties: re.Pattern[str]
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
    is_law = own.law.search(own.duties.sub(" ", text))  # "droits de douane" are no rights
    if not stands_alone(sentence, language) or own.leans.match(text) or is_law:
        return ""
    if is_of_orders(sentence, language):
        return "delivery"
    topic = topics[0] if len(topics) == 1 else ""
    table = {"delivery": own.delivery, "returns": own.returns, "warranty": own.warranty}
    return topic if topic and table[topic].search(text) else ""


def is_of_orders(sentence: str, language: str) -> bool:
    """Whether its own words say that it is about orders, under whatever heading: until when they leave the same day,
    who may pay at the door, who bears what customs take."""
    text, own = plain(sentence), conditions(language)
    is_cash = bool(own.cash.search(text) and own.settles.search(text))
    return is_cash or _is_until(text, own) or is_of_duties(sentence, language)


def is_of_duties(sentence: str, language: str) -> bool:
    """Whether a sentence says who bears what customs take."""
    text, own = plain(sentence), conditions(language)
    is_borne = own.pays.search(text) or any(
        has(text, name, language) for name in ("customer_pays", "shop_pays")
    )
    return bool(own.duties.search(text)) and bool(is_borne)


def _is_until(text: str, own: Conditions) -> bool:
    return bool(own.clock.search(text) and own.ordered.search(text) and own.leaves.search(text))


def with_weekdays(sentence: str, text: str, apart: Sequence[str], language: str) -> str:
    """A sentence as it may stand without the text it is from.

    "Ordered before one, sent the same day" holds on the days that the sentence before or behind it names, and is taken
    with it. Empty where the days stand further off, or in a paragraph `apart`.
    """
    own = conditions(language)
    if not _is_until(plain(sentence), own) or own.weekdays.search(plain(sentence)):
        return sentence
    if any(_names_days(plain(each), own) for each in apart):
        return ""
    around = [each.strip() for each in sentences(text)]
    days = [place for place, each in enumerate(around) if _names_days(plain(each), own)]
    here = around.index(sentence)
    if any(abs(place - here) > 1 for place in days):
        return ""
    first, last = min([here, *days]), max([here, *days])
    start = text.find(around[first])
    return text[start : text.find(around[last], start) + len(around[last])]


def _names_days(text: str, own: Conditions) -> bool:
    """Whether it names days that hold for more than an hour of its own."""
    return bool(own.weekdays.search(text)) and not _is_until(text, own)


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
