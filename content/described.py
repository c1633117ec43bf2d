"""What the shop says of a product on its own page: nobody has confirmed it as facts, and it binds all the same.

"For a drizzle, not for a storm" stands in no column. What it promises nobody may state; what it rules out a page may
say and must not go against, for then it promises what the shop itself denies.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.records import Text
from content.tongues import named, tongue
from seo.records import Market

MOST_LETTERS: Final = 1500  # of one description; the longest of the shops in tests/data has 600
MOST_IN_ALL: Final = 9000  # some 2,300 tokens
MOST_SEARCHED: Final = 2000  # products; the texts of 20,000 would be a second of every week, and megabytes


@dataclass(frozen=True, slots=True)
class Described:
    """One text, and the product it stands beside."""

    handle: str
    language: str
    text: str

    def line(self, ledger: Ledger, market: Market) -> str:
        """With the product's name before it, and the language where it is not the market's."""
        told = f" (in {named(self.language)})" if self.language != market.language else ""
        return f"{ledger.name(self.handle, market.language)}{told}: {self.text}"


def described(
    ledger: Ledger, handles: Iterable[str], market: Market, on: date | None = None
) -> list[Described]:
    """Each text of these products once, in their order; of a family whose variants have texts of their own, theirs."""
    found: dict[tuple[str, str], Described] = {}
    for handle in dict.fromkeys(handles):
        for each in _of(ledger, handle, market, on) or [
            text for variant in ledger.variants(handle, on) for text in _of(ledger, variant, market, on)
        ]:
            found.setdefault((each.language, each.text), each)
    return list(_as_many(found.values()))


@once_per_ledger
def naming(ledger: Ledger, handles: tuple[str, ...]) -> tuple[str, ...]:
    """Other products whose own texts name one of these: the cover that is made for the bag. In a large catalogue nobody
    looks for them. An article asks twice: for its prompt, and for the pages it may lead to."""
    own = {handle: ledger.short(handle, ledger.shop.language) for handle in handles}
    names = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in own.values() if name)
    if not names:
        return ()
    words = re.compile(names)
    return tuple(handle for handle, text in _texts(ledger) if handle not in own and words.search(text))


@once_per_ledger
def _texts(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Every product with what its page says in all languages."""
    families = ledger.families()
    small = families if len(families) <= MOST_SEARCHED else ()
    return tuple((family.handle, _everything(family.handle, ledger)) for family in small)


def _everything(handle: str, ledger: Ledger) -> str:
    value = ledger.fact(handle, "description").value
    return "\n".join(text for _, text in value.by_language) if isinstance(value, Text) else ""


def _of(ledger: Ledger, handle: str, market: Market, on: date | None) -> list[Described]:
    text = ledger.fact(handle, "description", market, on).value
    if not isinstance(text, Text):
        return []
    language = tongue(text, market.language, ledger.shop.language)
    said = " ".join((text.get(language) or "").split())
    if len(said) > MOST_LETTERS:
        said = f"{said[:MOST_LETTERS].rpartition('. ')[0] or said[:MOST_LETTERS]} …"
    return [Described(handle, language, said)] if said else []


def _as_many(found: Iterable[Described]) -> Iterator[Described]:
    letters = 0
    for each in found:
        letters += len(each.text)
        if letters > MOST_IN_ALL:
            return
        yield each
