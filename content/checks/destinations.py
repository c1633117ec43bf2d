"""Days and costs of a delivery told for another country the shop sends to: that country's rows hold, in any language.

A page for Saudi Arabia may say what a parcel to Germany costs. Held against the Saudi rows it was blocked where it was
true, and let through where it promised Germany the one day of Riyadh.
"""

import re
from functools import cache
from typing import Final

from content.checks.binding import Binder
from content.checks.countries import mentions
from content.checks.knowledge import of_market
from content.checks.reading import Reading, Sentence
from content.checks.terms import named_promises
from content.word_lists import words_of
from seo.records import Market

_NEAR: Final = 24  # letters before a country that may say that something is sent there


def binder_of(sentence: Sentence, reading: Reading, own: Binder) -> Binder:
    """The rows a sentence's delivery is held against: those of the one other country it is sent to, else our own."""
    if sentence.block.kind == "row" or not named_promises(sentence.low, own.naming):
        return own
    markets = {market.country: market for market in reading.ledger.shop.markets}
    language = reading.market.language
    named = {
        (code, _is_towards(sentence.low, start, end, language))
        for code, start, end in mentions(sentence.low, language)
        if code in markets
    }
    if len(named) != 1 or named <= {(reading.market.country, True), (reading.market.country, False)}:
        return own
    code, is_sent = named.pop()
    if not is_sent:
        return own
    there = Market(f"{language}-{code}", markets[code].currency)
    return of_market(reading, there).binder


def _is_towards(text: str, start: int, end: int, language: str) -> bool:
    if language == "ja":
        return _towards(language).match(text, end) is not None
    return _towards(language).search(text[max(0, start - _NEAR) : start]) is not None


@cache
def _towards(language: str) -> re.Pattern[str]:
    words = words_of(__file__, "towards", language) or "(?!)"
    return re.compile(
        words if language == "ja" else rf"(?<!\w)(?:{words}) (?:(?:the|la|el|los|las|les|die) |l')?$"
    )
