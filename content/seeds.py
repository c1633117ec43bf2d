"""The phrases services are asked with: what the shop names, else its categories and what its customers search."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from content.ledger.ledger import Ledger
from content.listening import Listening
from seo.language import key
from seo.records import Market, Signal, SignalKind
from seo.services.service import Seed

EACH: Final = 12  # per market: a service is asked once for each


def seeds(listening: Listening, ledger: Ledger, signals: Iterable[Signal]) -> tuple[Seed, ...]:
    """At most twelve phrases a market, taken in turns, so that a cut list is fair to every market."""
    heard = [signal for signal in signals if signal.kind is SignalKind.QUERY]
    by_market = [list(_of_market(market, listening, ledger, heard)) for market in ledger.shop.markets]
    longest = max((len(each) for each in by_market), default=0)
    return tuple(each[place] for place in range(longest) for each in by_market if place < len(each))


def _of_market(
    market: Market, listening: Listening, ledger: Ledger, heard: Sequence[Signal]
) -> Iterator[Seed]:
    """What the shop names for the language; else its categories, then what customers search most."""
    language = market.language
    named = listening.seeds.get(language, ())
    found = named or (*_categories(ledger, language), *_searched(heard, language))
    distinct: dict[str, str] = {}
    for text in found:
        distinct.setdefault(key(text, language) or text, text)
    yield from (Seed(text, market) for text in list(distinct.values())[:EACH])


def _categories(ledger: Ledger, language: str) -> list[str]:
    """The categories with most products first, by the words people type; one without a word here is left out."""
    sizes = Counter(family.category for family in ledger.families() if family.category)
    words = ((ledger.lexicon.category(name, language), -size) for name, size in sizes.items())
    return [
        word for word, _ in sorted(((word, size) for word, size in words if word), key=lambda pair: pair[1])
    ]


def _searched(heard: Sequence[Signal], language: str) -> list[str]:
    mine = [signal for signal in heard if signal.language == language]
    mine.sort(key=lambda signal: (-(signal.impressions or 0), -signal.count, signal.text))
    return [signal.text for signal in mine[:EACH]]
