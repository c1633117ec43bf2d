"""The ledger: every fact of the shop, its products and its evidence, with the row that states it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from content.ledger.catalogue import Catalogue, read_catalogue
from content.ledger.categories import category_key, tell
from content.ledger.evidence import read_evidence
from content.ledger.families import Family, families_of
from content.ledger.handles import GROUP, base, pins_text, read_pins
from content.ledger.labels import with_labels
from content.ledger.naming import model, neutral_name
from content.ledger.shop_facts import advice, certificates, read_facts_file, shop_facts
from content.ledger.short_names import short_names
from content.ledger.source import product_table
from content.lexicon.lexicon import Entry, Lexicon, load_lexicon, plain
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
)
from content.shop import Shop
from seo.records import LANGUAGES, Market

PRODUCTS, WORDS, PINS = "products.csv", "words.csv", ".acreage/handles.csv"


class Ledger:
    """Product truth. Asking never fails: what nobody stated is UNKNOWN."""

    def __init__(
        self,
        shop: Shop,
        lexicon: Lexicon,
        families: Sequence[Family],
        facts: Iterable[Fact],
        attributes: Sequence[str],
        *,
        evidence: tuple[Evidence, ...] = (),
        conflicts: tuple[Finding, ...] = (),
        pins: Mapping[str, str] | None = None,
    ) -> None:
        self.shop = shop
        self.lexicon = lexicon
        self.advice: tuple[Advice, ...] = ()
        self.evidence = evidence
        self.conflicts = conflicts
        self.products: Mapping[str, Product] = {
            product.handle: product
            for family in families
            for product in (family.product, *(variant for variant, _ in family.variants))
        }
        self._attributes = tuple(attributes)
        self._families = tuple(family.product for family in families)
        self._facts: dict[str, dict[str, list[Fact]]] = {}
        self._short: dict[str, dict[str, str]] = {}
        for family in families:
            self.add(family.facts)
            for _, stated in family.variants:
                self.add(stated)
        self.add(facts)
        self.pins: Mapping[str, str] = dict(pins or {})

    def add(self, facts: Iterable[Fact]) -> None:
        """Take facts in while the ledger is being read."""
        for fact in facts:
            self._facts.setdefault(fact.subject, {}).setdefault(fact.key, []).append(fact)

    def fact(self, subject: str, key: str, market: Market | None = None, on: date | None = None) -> Fact:
        """The fact of this market, else the one stated for everywhere; UNKNOWN when nobody stated one."""
        if subject in self.products and key in ("name", "short", "url"):
            return self._told(subject, key, market)
        stated = [fact for fact in self._facts.get(subject, {}).get(key, ()) if _is_valid(fact, on)]
        here = [fact for fact in stated if market and fact.market == market.country]
        everywhere = [fact for fact in stated if fact.market is None and _fits(fact, market)]
        found = here or everywhere
        if not found:
            return Fact(subject, key, UNKNOWN, "", None, self._column(subject, key))
        return found[0] if len(found) == 1 else _together(found)

    def facts(self, subject: str) -> tuple[Fact, ...]:
        """Everything stated about a subject, every market, in the order of the source."""
        return tuple(fact for facts in self._facts.get(subject, {}).values() for fact in facts)

    def subjects(self) -> tuple[str, ...]:
        """Everything somebody stated facts about: handles, `shop`, evidence."""
        return tuple(self._facts)

    def families(self, category: str = "") -> tuple[Product, ...]:
        """Families in the order of their rows, of one category or all."""
        return tuple(family for family in self._families if not category or family.category == category)

    def categories(self) -> tuple[str, ...]:
        """Category keys in the order of their first rows."""
        return tuple(dict.fromkeys(family.category for family in self._families if family.category))

    def keys(self, handles: Iterable[str]) -> tuple[str, ...]:
        """Attributes stated for any of these products, in the order of the catalogue's columns."""
        stated = {key for handle in handles for key in self._facts.get(handle, ())}
        return tuple(key for key in self._attributes if key in stated)

    def resolve(self, sku: str) -> str | None:
        """The family a SKU, model, group or handle means, however spaced; None when none or several fit."""
        return self._by_sku.get(sku) or self._by_plain.get(_squashed(sku))

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
            titles = {
                h: {one: self.name(h, one) for one in LANGUAGES if self._text(h, "title", one)}
                for h in self.products
            }
            everything = tuple(self.products.values())
            self._short[language] = short_names(everything, titles, self._neutral, self.lexicon, language)
        return self._short[language][handle]

    def url(self, handle: str, market: Market) -> str:
        """The product's page in this market; empty when it has none."""
        stated = self._facts.get(handle, {}).get("url", ())
        texts = [
            fact.value for fact in stated if fact.market == market.country and isinstance(fact.value, Text)
        ]
        for text in texts:
            found = text.get(market.language) or next((url for _, url in text.by_language), "")
            if found:
                return found
        general = next((fact.value for fact in stated if fact.market is None), None)
        if not isinstance(general, Text):
            return self.url(self.products[handle].family, market) if self.products[handle].family else ""
        languages = {language for language, _ in general.by_language if language}
        is_only = not languages or market.language == self.shop.language
        return general.get(market.language) or (general.get("") if is_only else "") or ""

    def in_stock(self, handle: str, market: Market) -> bool | None:
        """Whether it can be ordered in this market; None when nobody says."""
        value = self.fact(handle, "availability", market).value
        return value if isinstance(value, bool) else None

    # --- looked up often, made once -----------------------------------------------------------------------

    @cached_property
    def _neutral(self) -> Mapping[str, str]:
        """Brand and model for every product; where two would share a name, brand and SKU."""
        names = {
            product.handle: neutral_name(product.title, product.brand, product.sku, self.lexicon)
            for product in self.products.values()
        }
        seen: dict[str, set[str]] = {}
        for handle, name in names.items():
            seen.setdefault(name.casefold(), set()).add(self.products[handle].family or handle)
        return {
            handle: name
            if len(seen[name.casefold()]) == 1
            else f"{self.products[handle].brand} {sku}".strip()
            for handle, name in names.items()
            for sku in (" ".join(self.products[handle].sku.split()),)
        }

    @cached_property
    def _by_sku(self) -> Mapping[str, str]:
        return {
            product.sku: product.family or product.handle
            for product in reversed(tuple(self.products.values()))
        }

    @cached_property
    def _by_plain(self) -> Mapping[str, str]:
        """Handles, SKUs, groups, then models, without spaces and signs; a model of two families is none."""
        found: dict[str, str] = {}
        exact = [(product.handle, product) for product in self.products.values()]
        exact += [(product.sku, product) for product in self.products.values()]
        exact += [(name.removeprefix(GROUP), self.products[handle]) for name, handle in self.pins.items()]
        for written, product in exact:
            found.setdefault(_squashed(written), product.family or product.handle)
        models: dict[str, set[str]] = {}
        for product in self.products.values():
            short = _squashed(model(product.sku) or model(product.title))
            models.setdefault(short, set()).add(product.family or product.handle)
        for short, families in models.items():
            if short and len(families) == 1:
                found.setdefault(short, min(families))
        return found

    def _text(self, handle: str, key: str, language: str) -> str:
        values = [fact.value for fact in self._facts.get(handle, {}).get(key, ())]
        return next((text for v in values if isinstance(v, Text) and (text := v.get(language))), "")

    def _told(self, handle: str, key: str, market: Market | None) -> Fact:
        row = self.products[handle].row
        if key in ("name", "short"):
            say = self.name if key == "name" else self.short
            value: Value = Text(tuple((language, say(handle, language)) for language in LANGUAGES))
        else:
            url = self.url(handle, market) if market else ""
            value = Text(((market.language, url),)) if market and url else UNKNOWN
        return Fact(handle, key, value, PRODUCTS, row, "url" if key == "url" else "title")

    def _column(self, subject: str, key: str) -> str:
        """The header to fill in for a fact nobody stated."""
        if subject not in self.products:
            return key
        return self._headers.get(key, key)

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        headers: dict[str, str] = {}
        for handle in self.products:
            for key, facts in self._facts.get(handle, {}).items():
                headers.setdefault(key, facts[0].column)
        return headers


def read_ledger(shop: Shop) -> Ledger:
    """Read the shop folder: `products.csv`, `words.csv`, `facts.toml`, `evidence/`."""
    lexicon = load_lexicon(shop.folder / WORDS, shop.language)
    table = product_table(shop)
    catalogue = read_catalogue(table, shop, lexicon)
    categories, lexicon = _categories(catalogue, lexicon)
    families = families_of(catalogue.source, catalogue.items, categories, read_pins(shop.folder / PINS))
    lexicon = with_labels(catalogue, lexicon)
    ledger = Ledger(
        shop=shop,
        lexicon=lexicon,
        families=families,
        facts=_brands(families),
        attributes=_attribute_keys(catalogue),
        conflicts=catalogue.findings,
        pins=_pins(families, catalogue),
    )
    _read_statements(ledger)
    return ledger


def pins_of(ledger: Ledger) -> str:
    """What `.acreage/handles.csv` should hold so that no handle ever changes."""
    return pins_text(ledger.pins)


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


def _squashed(sku: str) -> str:
    return plain(sku).replace(" ", "")


def _is_valid(fact: Fact, on: date | None) -> bool:
    if on is None:
        return True
    return (fact.valid_from is None or fact.valid_from <= on) and (
        fact.valid_until is None or on <= fact.valid_until
    )


def _fits(fact: Fact, market: Market | None) -> bool:
    """A price in another currency is no price of this market: nothing is converted."""
    if market is None or fact.subject == "shop" or fact.subject.startswith("evidence-"):
        return True
    values = fact.value.values if isinstance(fact.value, Many) else (fact.value,)
    return all(not isinstance(value, Money) or value.currency == market.currency for value in values)


def _together(facts: Sequence[Fact]) -> Fact:
    """Several statements at once (two certificates): texts are listed, else what differs is unknown."""
    first = facts[0]
    values = [fact.value for fact in facts]
    if all(value == values[0] for value in values):
        return first
    texts = [value for value in values if isinstance(value, Text)]
    value: Value = UNKNOWN
    if len(texts) == len(values):
        value = Text(
            tuple(
                (language, ", ".join(text for v in texts if (text := v.get(language))))
                for language, _ in texts[0].by_language
            )
        )
    return Fact(first.subject, first.key, value, first.source, first.row, first.column, first.market)


def _categories(catalogue: Catalogue, lexicon: Lexicon) -> tuple[list[str], Lexicon]:
    """A category key for each item: as its column says, else told from its title."""
    told = tell([(item.title, item.brand) for item in catalogue.items if not item.category], lexicon)
    lexicon = lexicon.declaring("category", told.new)
    guesses = iter(told.keys)
    keys: list[str] = []
    labels: dict[str, str] = {}
    for item in catalogue.items:
        key = category_key(item.category, lexicon) if item.category else next(guesses)
        if item.category:
            labels.setdefault(key, item.category)
        keys.append(key)
    entries = [
        Entry(key, {lexicon.language: (label[:1].lower() + label[1:],)}) for key, label in labels.items()
    ]
    return keys, lexicon.declaring("category", entries)


def _attribute_keys(catalogue: Catalogue) -> tuple[str, ...]:
    prices = [column for column in catalogue.columns.marketed if column.key == "price"]
    asked = [*prices, *(column for column in catalogue.columns.attributes if not column.is_code)]
    return tuple(dict.fromkeys(column.key for column in sorted(asked, key=lambda column: column.place)))


def _brands(families: Sequence[Family]) -> list[Fact]:
    """A brand is a name: it reads the same in every language."""
    products = [
        product for family in families for product in (family.product, *(v for v, _ in family.variants))
    ]
    return [
        Fact(
            product.handle,
            "brand",
            Text(tuple((language, product.brand) for language in LANGUAGES)),
            PRODUCTS,
            product.row,
            "brand",
        )
        for product in products
        if product.brand
    ]


def _pins(families: Sequence[Family], catalogue: Catalogue) -> dict[str, str]:
    groups = {item.sku: item.group for item in catalogue.items if item.group}
    pins = {}
    for family in families:
        group = groups.get(family.product.sku)
        pins[f"{GROUP}{group}" if group else family.product.sku] = family.product.handle
        pins |= {variant.sku: variant.handle for variant, _ in family.variants}
    return pins


def _read_statements(ledger: Ledger) -> None:
    """Facts, advice and evidence, once SKUs and categories can be resolved."""
    lexicon, shop = ledger.lexicon, ledger.shop

    def about(name: str) -> str:
        known = (*ledger.categories(), *lexicon.keys("category"))
        if name in known:
            return name
        return ledger.resolve(name) or lexicon.find("category", name) or base(name)

    file = read_facts_file(shop)
    ledger.add(shop_facts(file, shop))
    for fact in certificates(file, ledger.resolve):
        ledger.add([fact])
    experience = read_evidence(shop, about, ledger.resolve)
    ledger.add(experience.facts)
    ledger.advice = advice(file, about)
    ledger.evidence = experience.evidence
