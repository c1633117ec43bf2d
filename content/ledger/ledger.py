"""The ledger: every fact of the shop, its products and its evidence, with the row that states it."""

import copy
import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from content.ledger.abouts import strangers, subject_of, unmeant
from content.ledger.accepted import Accepted, read_accepted
from content.ledger.catalogue import read_catalogue
from content.ledger.categories import categorise
from content.ledger.columns import Columns
from content.ledger.evidence import read_evidence
from content.ledger.facts import Facts, Statement
from content.ledger.families import Family, families_of, pins_of
from content.ledger.handles import read_pins
from content.ledger.headers import parse_header
from content.ledger.labels import with_labels
from content.ledger.lookup import by_writing, neutral_names, squashed
from content.ledger.own_words import OWN_WORDS, joined, still_said
from content.ledger.per_variant import per_variant
from content.ledger.routes import route_names
from content.ledger.shop_facts import (
    FactsFile,
    accepted_facts,
    advice,
    certificates,
    read_facts_file,
    shop_facts,
    unread_times,
    warranties,
)
from content.ledger.short_names import shared, short_names, stands_in
from content.ledger.sizes import Sizes, load_sizes
from content.ledger.source import product_tables
from content.lexicon.lexicon import Lexicon, load_lexicon
from content.records import (
    UNKNOWN,
    Advice,
    Choice,
    Evidence,
    Fact,
    Finding,
    Many,
    Money,
    Product,
    Quantity,
    Span,
    Text,
    Unknown,
    Value,
    sides_of,
)
from content.refusals import Refused, kept
from content.shop import Shop
from seo.records import LANGUAGES, Market

WORDS, PINS = "words.csv", ".acreage/handles.csv"


class Ledger:
    """Product truth. Asking never fails: what nobody stated is UNKNOWN.

    A question for a day (`on`) gets what holds on that day. A question without one gets what holds on the day the
    ledger was opened for (`as_of`). Where nobody named a day at all: every statement counts, whatever its dates;
    several certificates are listed, values that differ are unknown, and a price is the regular one, because a sale
    is only ever told for a day.
    """

    def __init__(
        self,
        shop: Shop,
        lexicon: Lexicon,
        families: Sequence[Family],
        columns: Columns,
        source: str,
        conflicts: tuple[Finding, ...] = (),
    ) -> None:
        self.shop = shop
        self.lexicon = lexicon
        self.conflicts = conflicts
        self.advice: tuple[Advice, ...] = ()
        self.evidence: tuple[Evidence, ...] = ()
        self.products: Mapping[str, Product] = {
            product.handle: product for family in families for product, _ in family.members
        }
        self.pins: Mapping[str, str] = pins_of(families)
        self._columns = columns
        self._asked = columns.asked()
        self._source = source
        self._families = tuple(family.product for family in families)
        self._day: date | None = None
        self._short: dict[str, dict[str, str]] = {}
        self._facts = Facts()
        self._stated: tuple[frozenset[str], tuple[tuple[str, Value], ...]] | None = None
        for family in families:
            for product, sides in family.members:
                self._facts.expect(product.handle, source, sides)

    def as_of(self, day: date) -> "Ledger":
        """The same ledger, with a day for the questions that name none."""
        opened = copy.copy(self)
        opened._day = day
        return opened

    def state(
        self, facts: Iterable[Fact], advice: tuple[Advice, ...] = (), evidence: tuple[Evidence, ...] = ()
    ) -> None:
        """Take in what stands beside the catalogue, while the shop is read; what clashes is left out and named."""
        self.accept((fact, False) for fact in facts)
        self.advice += advice
        self.evidence += evidence

    def accept(self, statements: Iterable[Statement]) -> None:
        """Take in facts, some of which a person has said to replace what is stated otherwise."""
        findings: list[Finding] = []
        self._stated = None
        self._facts.add(statements, findings)
        self.conflicts += tuple(findings)

    def doubt_short_names(self) -> None:
        """Name each short name that the shop gave to two products; once for all languages."""
        everything = tuple(self.products.values())
        found = [shared(everything, self._said_shorts(language), self._source) for language in LANGUAGES]
        self.conflicts += tuple({finding.quote: finding for one in found for finding in one}.values())

    def fact(self, subject: str, key: str, market: Market | None = None, on: date | None = None) -> Fact:
        """The fact of this market, else the one stated for everywhere; UNKNOWN when nobody stated one."""
        if subject in self.products and key in ("name", "short", "url"):
            return self._told(subject, key, market)
        on = on or self._day
        stated = [fact for fact in self._facts.of(subject).get(key, ()) if _is_valid(fact, on)]
        here = [fact for fact in stated if market and fact.market == market.country]
        everywhere = [fact for fact in stated if fact.market is None and _fits(fact, market)]
        found = here or everywhere
        if not found:
            return self._gap(subject, key, market)
        if len(found) == 1:
            return found[0]
        if key == "price" and on is None:
            return self._outside_a_sale(found, market) or _together(found)
        return _together(found)

    def facts(self, subject: str) -> tuple[Fact, ...]:
        """Everything stated about a subject, every market, in the order of the source."""
        return tuple(fact for facts in self._facts.of(subject).values() for fact in facts)

    def stated(self) -> tuple[frozenset[str], tuple[tuple[str, Value], ...]]:
        """All keys anybody stated something under, and each with what it says in words, yes or no: asked without
        opening the facts of every product."""
        if self._stated is None:
            keys: set[str] = set()
            said: dict[tuple[str, Value], None] = {}
            for key, value in self._facts.said():
                keys.add(key)
                if not isinstance(value, Quantity | Money | Span | Unknown):
                    said[key, value] = None
            self._stated = frozenset(keys), tuple(said)
        return self._stated

    @cached_property
    def headers(self) -> Mapping[str, tuple[str, ...]]:
        """The columns each attribute of a product stands in, as the shop spells them."""
        found: dict[str, dict[str, None]] = {}
        for key, column in self._facts.columns(family.handle for family in self._families):
            if column:
                found.setdefault(key, {})[column] = None
        return {key: tuple(columns) for key, columns in found.items()}

    def subjects(self) -> tuple[str, ...]:
        """Everything somebody stated facts about: handles, `shop`, evidence."""
        return self._facts.subjects()

    @property
    def units(self) -> frozenset[str]:
        """The units the catalogue's columns are measured in, as the ledger writes them."""
        return frozenset(column.reader.unit for column in self._columns.attributes if column.reader.unit)

    def families(self, category: str = "") -> tuple[Product, ...]:
        """Families in the order of their rows, of one category or all."""
        return tuple(family for family in self._families if not category or family.category == category)

    def categories(self) -> tuple[str, ...]:
        """Category keys in the order of their first rows."""
        return self._categories

    def keys(self, handles: Iterable[str]) -> tuple[str, ...]:
        """Attributes stated for any of these products, in the order of the catalogue's columns."""
        stated = {key for handle in handles for key in self._facts.of(handle)}
        return tuple(key for key in self._asked if key in stated)

    def resolve(self, sku: str) -> str | None:
        """The family a SKU, model, group or handle means, however spaced; None when none or several fit."""
        return self._by_sku.get(sku) or self._by_writing.get(squashed(sku))

    def sold_as(self, sku: str) -> str | None:
        """The size or colour whose SKU this is, else the family it means; None when none or several fit."""
        return self._variants.get(sku) or self.resolve(sku)

    def name(self, handle: str, language: str) -> str:
        """The product's name in a language: its title there, else brand and model; never a foreign noun."""
        product = self.products[handle]
        title = self._text(handle, "title", language)
        if title:
            return product.title if language == self.shop.language else title
        return self._neutral[handle]

    def short(self, handle: str, language: str) -> str:
        """The product's name inside a sentence: without the words of its product line."""
        if language not in self._short:
            self._short[language] = short_names(
                tuple(self.products.values()), self._titles, self._said_shorts(language), self._neutral,
                self.lexicon, language,
            )  # fmt: skip
        return self._short[language][handle]

    def url(self, handle: str, market: Market) -> str:
        """The product's page in this market, for a variant else its family's; empty when there is none."""
        found = self._text(handle, "url", market.language, market.country) or self._text(
            handle, "url", market.language
        )
        family = self.products[handle].family
        return found or (self.url(family, market) if family else "")

    def in_stock(self, handle: str, market: Market, on: date | None = None) -> bool | None:
        """Whether it can be ordered in this market on a day; None when nobody says."""
        value = self.fact(handle, "availability", market, on).value
        return value if isinstance(value, bool) else None

    def variants(self, handle: str, on: date | None = None) -> tuple[str, ...]:
        """The variants of a family without those that are sold no longer anywhere (`available_until`)."""
        product = self.products.get(handle)
        known = product.variants if product else ()
        left = [variant for variant in known if not _is_gone(self.fact(variant, "availability", None, on))]
        return tuple(left) or known

    def in_system(self, subject: str, key: str, value: Value, system: str) -> Value | None:
        """A size of a product in another system (`UK`, `US women`); None when no row of the tables states it."""
        product = self.products.get(subject)
        tables = (subject, product.family, product.category) if product else (subject,)
        return self.sizes.convert(value, key, system, tables)

    # --- looked up often, made once -----------------------------------------------------------------------

    @cached_property
    def sizes(self) -> Sizes:
        """Shoe and clothing sizes, the shop's rows over the bundled ones."""
        return load_sizes(self.shop.folder)

    @cached_property
    def _categories(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(family.category for family in self._families if family.category))

    @cached_property
    def _neutral(self) -> Mapping[str, str]:
        return neutral_names(self.products.values(), self.lexicon)

    @cached_property
    def _titles(self) -> Mapping[str, Mapping[str, str]]:
        return {
            handle: {one: self.name(handle, one) for one in LANGUAGES if self._text(handle, "title", one)}
            for handle in self.products
        }

    @cached_property
    def _by_sku(self) -> Mapping[str, str]:
        return {product.sku: product.family or product.handle for product in [*self.products.values()][::-1]}

    @cached_property
    def _variants(self) -> Mapping[str, str]:
        return {product.sku: handle for handle, product in self.products.items() if product.family}

    @cached_property
    def _by_writing(self) -> Mapping[str, str]:
        return by_writing(self.products.values(), self.pins)

    def _text(self, handle: str, key: str, language: str, country: str | None = None) -> str:
        """A text of a country, or the one for everywhere; empty when nobody wrote it."""
        for market, text in self._facts.texts(handle, key):
            if market == country and (said := text.get(language)):
                return said
        return ""

    def _said_shorts(self, language: str) -> Mapping[str, str]:
        """Handle -> the shop's own short name. That of the catalogue's language serves wherever the title has it."""
        found: dict[str, str] = {}
        if "short" not in self.stated()[0]:
            return found
        for handle, product in self.products.items():
            here, home = (
                self._text(handle, "short", tongue) or self._text(product.family or handle, "short", tongue)
                for tongue in (language, self.shop.language)
            )
            if here or (home and stands_in(home, self._titles[handle].get(language, ""))):
                found[handle] = here or home
        return found

    def without_short(self, language: str) -> tuple[str, ...]:
        """Families with a title and no short name in a language in which others have been given one."""
        families = [each.handle for each in self.families()]
        given = {each for each in families if self._text(each, "short", language)}
        said = self._said_shorts(language) if given else {}
        titled = (each for each in families if given and self._titles[each].get(language))
        return tuple(each for each in titled if each not in said)

    def _told(self, handle: str, key: str, market: Market | None) -> Fact:
        row = self.products[handle].row
        if key in ("name", "short"):
            say = self.name if key == "name" else self.short
            languages = (market.language,) if market else LANGUAGES
            value: Value = Text(tuple((language, say(handle, language)) for language in languages))
        else:
            url = self.url(handle, market) if market else ""
            value = Text(((market.language, url),)) if market and url else UNKNOWN
        column = "title" if key == "name" or not self._facts.texts(handle, key) else key
        return Fact(handle, key, value, self._source, row, column if key != "url" else key)

    def _outside_a_sale(self, prices: Sequence[Fact], market: Market | None) -> Fact | None:
        """The regular price where a price changes with the days; None when there is none."""
        regular = self._facts.of(prices[0].subject).get("regular_price", ())
        found = [fact for fact in regular if fact.market == prices[0].market and _fits(fact, market)]
        return replace(found[0], key="price") if len(found) == 1 else None

    def _gap(self, subject: str, key: str, market: Market | None) -> Fact:
        """A fact nobody stated, with the column where it would stand."""
        if subject not in self.products:
            return Fact(subject, key, UNKNOWN, "", None, key)
        return Fact(
            subject, key, UNKNOWN, "", None, self._columns.header(key, market.country if market else "")
        )


def read_ledger(shop: Shop, products: Path | None = None, refused: Refused | None = None) -> Ledger:
    """Read the shop folder: `products.csv`, `products/`, `words.csv`, `facts.toml`, `facts_accepted.csv`, `evidence/`.

    `products` is read in place of the folder's own product list: what would change with a new export. A file that
    cannot be read is a ShopError; with a list `refused` it is left out, and what is wrong with it is put there.
    """
    with _nothing_collected():
        return _read(shop, products, refused)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Facts hold no cycles: looking for some among 400,000 new tuples is a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(shop: Shop, products: Path | None, refused: Refused | None) -> Ledger:
    lexicon = load_lexicon(None, shop.language)
    with kept(refused):
        lexicon = load_lexicon(shop.folder / WORDS, shop.language, lambda header: parse_header(header).label)
    accepted: tuple[Accepted, ...] = ()
    with kept(refused):
        accepted = read_accepted(shop)
    before = len(refused or ())
    catalogue = read_catalogue(product_tables(shop, products, refused), shop, lexicon, accepted, refused)
    is_whole = len(refused or ()) == before
    categories, lexicon = categorise(catalogue.items, lexicon)
    families = families_of(catalogue.items, categories, read_pins(shop.folder / PINS))
    lexicon = with_labels(catalogue, lexicon)
    ledger = Ledger(shop, lexicon, families, catalogue.columns, catalogue.source, catalogue.findings)
    if "short" in catalogue.columns.told():
        ledger.doubt_short_names()
    _read_statements(ledger, accepted, refused, is_whole=is_whole)
    return ledger


def digest(value: Value) -> str:
    """A short stable text of a value: `5 cm`, `true`, `unknown`, `117 cm | 137 cm`."""
    match value:
        case Unknown():
            return "unknown"
        case bool():
            return "true" if value else "false"
        case Quantity():
            return f"{_plain(value.amount)} {value.unit}".rstrip()
        case Span():
            return f"{_plain(value.low)}-{_plain(value.high)} {value.unit}".rstrip()
        case Money():
            return f"{value.minor} {value.currency}"
        case Choice():
            return value.text
        case Many():
            return " | ".join(digest(side) for side in value.values)
        case Text():
            words = "\n".join(f"{language}={text}" for language, text in sorted(value.by_language))
            return f"text {hashlib.sha256(words.encode()).hexdigest()[:12]}"
    return value.isoformat()


def _plain(amount: Decimal) -> str:
    """`5.00` and `5` are one number; `5E+2` is written out."""
    return format(amount.normalize(), "f")


def _is_valid(fact: Fact, on: date | None) -> bool:
    if on is None:
        return True
    return (fact.valid_from is None or fact.valid_from <= on) and (
        fact.valid_until is None or on <= fact.valid_until
    )


def _is_gone(availability: Fact) -> bool:
    """Whether it has had its last day: what is only out of stock has no date since when."""
    is_for_good = availability.valid_from is not None and availability.valid_until is None
    return is_for_good and availability.value is False


def _fits(fact: Fact, market: Market | None) -> bool:
    """A price in another currency is no price of this market: nothing is converted."""
    if market is None or fact.subject == "shop" or fact.subject.startswith("evidence-"):
        return True
    values = sides_of(fact.value)
    return all(not isinstance(value, Money) or value.currency == market.currency for value in values)


def _together(facts: Sequence[Fact]) -> Fact:
    """Several statements at once (two certificates): texts are listed, else what differs is unknown."""
    first = facts[0]
    values = [fact.value for fact in facts]
    if all(value == values[0] for value in values):
        return first
    texts = [value for value in values if isinstance(value, Text)]
    value: Value = UNKNOWN
    if len(texts) == len(values) and first.key in OWN_WORDS:
        value = joined(texts)
    elif len(texts) == len(values):
        value = Text(
            tuple(
                (language, ", ".join(text for v in texts if (text := v.get(language))))
                for language, _ in texts[0].by_language
            )
        )
    return Fact(first.subject, first.key, value, first.source, first.row, first.column, first.market)


def _read_statements(
    ledger: Ledger, accepted: Sequence[Accepted], refused: Refused | None, *, is_whole: bool
) -> None:
    """Facts, advice and evidence, once SKUs and categories can be resolved.

    Where a product list is missing (not `is_whole`) nobody is told of names that it may hold.
    """
    shop, file = ledger.shop, FactsFile()

    def about(name: str) -> str:
        return subject_of(name, ledger)

    with kept(refused):
        file = read_facts_file(shop)
    experience = read_evidence(shop, about, ledger.resolve, ledger.sold_as, refused)
    confirmed = [row for row in accepted if row.sku == "shop"]
    stated = list(shop_facts(file, shop))
    with kept(refused if is_whole else []):
        stated += certificates(file, ledger.resolve)
    with kept(refused if is_whole else []):
        stated += per_variant(warranties(file, shop, ledger.sold_as), ledger.products)
    ledger.state(stated, advice(file, about))
    ledger.conflicts += tuple(unread_times(stated))
    vanished: list[Finding] = []
    ledger.accept(accepted_facts(list(still_said(confirmed, shop.folder, vanished, shop.language)), shop))
    ledger.conflicts += tuple(vanished)
    ledger.state(route_names(ledger.facts("shop")))
    ledger.state(experience.facts, evidence=experience.evidence)
    ledger.lexicon = ledger.lexicon.spelling(dict(pair for each in ledger.evidence for pair in each.reasons))
    if is_whole:
        ledger.conflicts += (*strangers(experience.strangers, ledger), *unmeant(ledger))
