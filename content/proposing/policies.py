"""Facts of policy pages: delivery times, costs and thresholds by route and country, returns, warranty.

Only what a page says for certain: what hedges, excepts, or speaks of several at once is left to its reader.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from babel.numbers import get_territory_currencies

from content.checks.amounts import to_base
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.lexicon.keys import key_of
from content.proposing.known import numbers, said
from content.proposing.pages import Page, policy_files, read_page
from content.proposing.proposal import Proposal, written
from content.proposing.scopes import Names
from content.proposing.statements import Statement, statements
from content.proposing.wording import about, is_known
from content.records import UNKNOWN, Fact, Money, Quantity, Span, Text, Value
from seo.records import LANGUAGES, Market

SHOP = "shop"
_ROUTE = re.compile(r"delivery_(.+)_(days|cost|free_from)")
_NAME = re.compile(r"delivery_(.+)_name")
_SHORTEST = 4  # letters of a name that is looked for in a heading


def from_policies(ledger: Ledger, pages: list[Path]) -> list[Proposal]:
    """Every proposal of the shop's policy pages and those named; none that the ledger states the same."""
    found: dict[tuple[str, str, str], list[Proposal]] = {}
    for path in [*policy_files(ledger.shop.folder), *pages]:
        for each in _sure(statements_of(read_page(path, ledger.shop.language), ledger)):
            key = _own_key(each.key, each.country, ledger)
            note = _note(ledger, key, each.value, each.country)
            if note is not None:
                name = named(path, ledger.shop.folder)
                value = written(each.value)
                one = Proposal(SHOP, key, value, each.country, each.quote, name, each.row, note)
                found.setdefault((key, each.country, value), []).append(one)
    return [_with_others(each[0], found) for each in found.values()]


def statements_of(page: Page, ledger: Ledger) -> list[Statement]:
    if not is_known(page.language):
        return []
    markets = ledger.shop.markets
    locale = next((m.locale for m in markets if m.language == page.language), page.locale)
    locale = page.locale if "-" in page.locale else locale
    return statements(
        page.blocks, locale, lambda country: _currency(country, locale, ledger), names_of(ledger)
    )


def _currency(country: str, locale: str, ledger: Ledger) -> str:
    """What a lone `$` or `¥` means there."""
    markets = ledger.shop.markets
    here = (
        [m for m in markets if m.country == country]
        if country
        else [m for m in markets if m.locale == locale]
    )
    if here:
        return here[0].currency
    return next(iter(get_territory_currencies(country)), "") if country else ledger.shop.default_currency


def names_of(ledger: Ledger) -> Names:
    own = frozenset(re.findall(r"[^\W\d_]+", low(fold(ledger.shop.name))))
    lexicon = ledger.lexicon
    kinds = [
        name
        for category in {family.category for family in ledger.families()}
        for language in LANGUAGES
        for name in lexicon.synonyms("category", category, language)
    ]
    sold = frozenset(low(fold(name)) for name in [*kinds, *(f.title for f in ledger.families())])
    return Names(own, frozenset(name for name in sold if len(name) >= _SHORTEST))


def _sure(page: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of a page that nothing else on it calls into question."""
    for one in page:
        if one.is_sure and not any(_unsettles(other, one) for other in page):
            yield one


def _unsettles(other: Statement, one: Statement) -> bool:
    """Whether a statement says that another is not so everywhere, or not so at all."""
    is_same = _what(other) == _what(one)
    if not is_same or other.value == one.value:
        return False
    if other.is_elsewhere:
        return not one.country  # what is said of the others does not hold for all
    if one.is_law:
        return not other.is_law
    if one.key == "returns_free":
        is_beside = other.quote == one.quote and other.country in ("", one.country)
        return other.country == one.country if other.is_sure else is_beside
    return (
        one.key.startswith("delivery_") and other.key == one.key and not one.country and bool(other.country)
    )


def _what(one: Statement) -> str:
    """`delivery_standard_days` and `delivery_days` are both a delivery's days."""
    topic, _, rest = one.key.partition("_")
    return f"{topic}_{rest.rpartition('_')[2]}"


def _with_others(one: Proposal, found: Mapping[tuple[str, str, str], list[Proposal]]) -> Proposal:
    """A note when the shop's own pages disagree among themselves."""
    others = [
        f"{each[0].source}, row {each[0].row} says {value}"
        for (key, country, value), each in found.items()
        if (key, country) == (one.attribute, one.market) and value != one.value
    ]
    notes = [*filter(None, [one.note]), *(f"another text differs: {other}" for other in others)]
    return replace(one, note="; ".join(notes))


def _own_key(key: str, country: str, ledger: Ledger) -> str:
    """The key under which the shop keeps a route that the page calls by its name: `standard`, called Colissimo."""
    route = _ROUTE.fullmatch(key)
    if route is None or _stated(ledger, key, country):
        return key
    for fact in ledger.facts(SHOP):
        own = _NAME.fullmatch(fact.key)
        is_here = not country or fact.market in (None, country)
        if own and is_here and route[1] in _names(fact.value):
            return f"delivery_{own[1]}_{route[2]}"
    return key


def _names(value: Value) -> set[str]:
    """A route's names as keys, and the kind of route they tell."""
    said = value.by_language if isinstance(value, Text) else ()
    kinds = {route for language, name in said for route in about(low(fold(name)), language).routes}
    return kinds | {key_of("attribute", name) for _, name in said}


def _note(ledger: Ledger, key: str, value: Value, country: str) -> str | None:
    """As for descriptions: None when the ledger says the same, for this country or for all."""
    there = _stated(ledger, key, country) or _in_other_words(ledger, key, country)
    if any(_is_same(value, fact) for fact in there):
        return None
    return "" if not there else f"the ledger differs: {said(there)}"


def _stated(ledger: Ledger, key: str, country: str) -> list[Fact]:
    market = Market(f"xx-{country}", "") if country else None
    fact = ledger.fact(SHOP, key, market)
    if fact.value != UNKNOWN:
        return [fact]
    if country:
        return []
    return [one for one in ledger.facts(SHOP) if one.key == key and one.value != UNKNOWN]


def _in_other_words(ledger: Ledger, key: str, country: str) -> list[Fact]:
    """The ledger's own routes, where the page names none; what sending back costs, where it says whether it is free."""
    if key == "returns_free":
        return _stated(ledger, "returns_cost", country)
    end = key.removeprefix("delivery_")
    if end not in ("days", "cost", "free_from"):
        return []
    return [
        fact for fact in ledger.facts(SHOP)
        if fact.key.startswith("delivery_") and fact.key.endswith(f"_{end}") and fact.market in (None, country or None)
    ]  # fmt: skip


def _is_same(value: Value, fact: Fact) -> bool:
    """The same number: 24 months and 2 years are one, days and working days are two."""
    if isinstance(value, bool) and isinstance(fact.value, Money):
        return value == (fact.value.minor == 0)
    if isinstance(value, Quantity | Span) and isinstance(fact.value, Quantity | Span):
        return _base(value) == _base(fact.value)
    return value == fact.value


def named(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _base(value: Quantity | Span) -> tuple[bool, tuple[Decimal, ...]]:
    ends, unit = next(numbers(value, ""))
    return unit == "wd", tuple(to_base(end, unit) for end in ends)
