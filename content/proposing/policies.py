"""Facts of policy pages: delivery times, costs and thresholds by route and country, returns, warranty.

One sentence, one topic, one number: what hedges, excepts, or speaks of several at once is left to its reader.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from content.checks.amounts import Amount
from content.checks.extract import extract
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.ledger.values import precision
from content.proposing.known import said, same
from content.proposing.pages import Said, policy_files, read_page
from content.proposing.proposal import Proposal, written
from content.records import UNKNOWN, Fact, Money, Quantity, Span, Value
from seo.records import Market

SHOP = "shop"
TOPICS = ("delivery", "returns", "warranty")
LASTING = ("day", "month")


def from_policies(ledger: Ledger, pages: list[Path]) -> list[Proposal]:
    """Every proposal of the shop's policy pages and those named; none that the ledger states the same."""
    found: dict[tuple[str, str, str], list[Proposal]] = {}
    for path in [*policy_files(ledger.shop.folder), *pages]:
        for sentence in read_page(path, ledger.shop.language):
            for key, value, country in _facts(sentence, ledger):
                note = _note(ledger, key, value, country)
                if note is not None:
                    name = _name(path, ledger.shop.folder)
                    one = Proposal(
                        SHOP, key, written(value), country, sentence.text, name, sentence.row, note
                    )
                    found.setdefault((key, country, one.value), []).append(one)
    return [_with_others(each[0], found) for each in found.values()]


def _with_others(one: Proposal, found: Mapping[tuple[str, str, str], list[Proposal]]) -> Proposal:
    """A note when the shop's own pages disagree among themselves."""
    others = [
        f"{each[0].source}, row {each[0].row} says {value}"
        for (key, country, value), each in found.items()
        if (key, country) == (one.attribute, one.market) and value != one.value
    ]
    notes = [*filter(None, [one.note]), *(f"another text differs: {other}" for other in others)]
    return replace(one, note="; ".join(notes))


def _facts(sentence: Said, ledger: Ledger) -> Iterator[tuple[str, Value, str]]:
    if sentence.language not in _table():
        return
    text = low(fold(sentence.text))
    topic = _topic(text, sentence.language)
    if topic is None or _has(text, "no", sentence.language) or _has(text, "regions", sentence.language):
        return
    if topic != "returns" and _has(text, "maybe", sentence.language):
        return
    if topic == "warranty" and not _has(text, "everything", sentence.language):
        return
    places = sentence.countries or ("",)
    for country in places:
        locale, currency = _locale(country, sentence.language, ledger)
        amounts = [amount for amount in extract(fold(sentence.text), locale, currency) if amount.dimension]
        yield from (
            (key, value, country) for key, value in _of_topic(topic, text, amounts, sentence.language)
        )


def _of_topic(topic: str, text: str, amounts: list[Amount], language: str) -> Iterator[tuple[str, Value]]:
    times = [amount for amount in amounts if amount.dimension in LASTING]
    if topic == "delivery" and _has(text, "within", language):
        times = [amount for amount in times if amount.is_range]  # `within 2 days` is the end of a time
    money = [amount for amount in amounts if amount.dimension == "money"]
    stem = topic
    if topic == "delivery":
        routes = [route for route, pattern in _routes().items() if pattern.search(text)]
        if len(routes) > 1:
            return
        stem = "_".join(["delivery", *routes])
    if len(times) == 1 and not money and times[0].qualifier in ("exact", *_within(topic, times[0])):
        yield f"{stem}_{'period' if topic == 'warranty' else 'days'}", _time(times[0])
    if topic == "delivery" and len(money) == 1 and not times:
        yield from _price(stem, text, money[0], language)
    if topic == "returns" and not amounts:
        if _has(text, "customer_pays", language):
            yield "returns_free", False
        elif _has(text, "free", language):
            yield "returns_free", True


def _within(topic: str, amount: Amount) -> tuple[str, ...]:
    """`within 30 days` is the whole term of a return, of a delivery only its end; `within 3 to 5 days` has both."""
    return ("max",) if topic == "returns" or amount.is_range else ()


def _price(stem: str, text: str, amount: Amount, language: str) -> Iterator[tuple[str, Value]]:
    value = _money(amount)
    is_free = _has(text, "free", language)
    before = text[: amount.start] + text[amount.end : amount.end + 12]
    if value is None:
        return
    if is_free and (_has(before, "free_from", language) or amount.qualifier in ("from", "min")):
        yield f"{stem}_free_from", value
    elif not is_free and amount.qualifier == "exact" and _has(text, "costs", language):
        yield f"{stem}_cost", value


def _topic(text: str, language: str) -> str | None:
    """The one thing the sentence is about."""
    found = [
        topic for topic in TOPICS
        if _has(text, topic, language) and not _has(text, f"{topic}_reject", language)
    ]  # fmt: skip
    if "returns" in found and "delivery" in found:
        found.remove("delivery")
        if re.search(r"\d", text):
            return None
    return found[0] if len(found) == 1 else None


def _note(ledger: Ledger, key: str, value: Value, country: str) -> str | None:
    """As for descriptions: None when the ledger says the same, for this country or for all."""
    market = Market(f"xx-{country}", "") if country else None
    fact = ledger.fact(SHOP, key, market)
    there = [] if fact.value == UNKNOWN else [fact]
    if not country and not there:
        there = [one for one in ledger.facts(SHOP) if one.key == key and one.value != UNKNOWN]
    if not there and key.startswith("delivery_") and isinstance(value, Quantity | Span):
        there = _routes_of(ledger, key, country)
        return None if same(value, there, ledger.shop.language) else ""
    if isinstance(value, Quantity | Span):
        there_too = any(one.value == value for one in there)
        if there_too or (
            isinstance(value, Quantity) and same(value, [one for one in there if _is_one(one)], "")
        ):
            return None
    elif any(one.value == value for one in there):
        return None
    return "" if not there else f"the ledger differs: {said(there)}"


def _routes_of(ledger: Ledger, key: str, country: str) -> list[Fact]:
    """What the ledger's own routes say of a time the page gives without a route."""
    last = key.rpartition("_")[2]
    return [
        fact for fact in ledger.facts(SHOP)
        if fact.key.startswith("delivery_") and fact.key.endswith(f"_{last}") and fact.market in (None, country or None)
    ]  # fmt: skip


def _is_one(fact: Fact) -> bool:
    """One number: 24 months and 2 years are the same, a range is compared as it stands."""
    return isinstance(fact.value, Quantity)


def _time(amount: Amount) -> Quantity | Span:
    low_, high = amount.values[0], amount.values[-1]
    return Quantity(low_, amount.unit) if low_ == high else Span(low_, high, amount.unit)


def _money(amount: Amount) -> Money | None:
    minor = amount.values[0].scaleb(precision(amount.unit))
    return Money(int(minor), amount.unit) if len(amount.values) == 1 and minor == int(minor) else None


def _locale(country: str, language: str, ledger: Ledger) -> tuple[str, str]:
    """Numbers are read as in the country, else as in the shop's market of that language."""
    here = [m for m in ledger.shop.markets if m.country == country] or [
        m for m in ledger.shop.markets if m.language == language
    ]
    locale = f"{language}-{country}" if country else next((m.locale for m in here), language)
    return locale, next((m.currency for m in here), ledger.shop.default_currency)


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


# --- the table as patterns --------------------------------------------------------------------------------


def _has(text: str, name: str, language: str) -> bool:
    pattern = _patterns(language).get(name)
    return pattern is not None and bool(pattern.search(text))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    return {
        name: re.compile(_whole(low(fold(words)), language)) for name, words in _table()[language].items()
    }


def _whole(words: str, language: str) -> str:
    """Whole words; Japanese has no borders, and Arabic writes `and`, `the` and `for` at the front of a word."""
    if language == "ja":
        return words
    front = "(?:و|ف|ب|ل|ال|وال|بال|لل)?" if language == "ar" else ""
    return rf"(?<!\w){front}(?:{words})(?!\w)"


@cache
def _routes() -> Mapping[str, re.Pattern[str]]:
    return {route: re.compile(low(fold(words))) for route, words in _table()["routes"].items()}


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("policies.toml").read_text(encoding="utf-8"))
