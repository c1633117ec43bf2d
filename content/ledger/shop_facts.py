"""`facts.toml`: what the shop knows of delivery, returns, warranty and certificates, and the advice it gives.

Each of them may hold for one country (`country`, or a table by country) and for a time (`valid_from`,
`valid_until`, both days included). What holds for one country goes before what holds everywhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from content.errors import ShopError
from content.ledger.accepted import FILE as ACCEPTED
from content.ledger.accepted import Accepted
from content.ledger.own_words import own_words
from content.ledger.routes import spoken
from content.ledger.statements import Stated, read_statement, read_time
from content.ledger.values import NO, YES
from content.lexicon.keys import key_of
from content.records import Advice, Fact, Finding, Proof, Severity, Text, Value
from content.shop import Shop
from content.strict_toml import read_toml
from seo.records import LANGUAGES

FILE = "facts.toml"
_TIMES = {"days", "period"}
Aspect = Literal[
    "size", "cut", "care", "light", "warmth", "comfort", "material", "capacity", "power", "cleaning",
    "safety", "noise", "durability", "features", "delivery", "returns", "price", "certificates", "choose",
]  # fmt: skip
Spoken = str | dict[str, str]
Resolve = Callable[[str], str | None]


class Table(BaseModel):
    """A table of one of our own files: no key beyond those named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class _Dated(Table):
    valid_from: date | None = None
    valid_until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "_Dated":
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError(f"valid_until {self.valid_until} lies before valid_from {self.valid_from}")
        return self

    def dated(self, fact: Fact) -> Fact:
        """The fact with the days it holds on."""
        return replace(fact, valid_from=self.valid_from, valid_until=self.valid_until)


class _Delivery(_Dated):
    country: Country | None = None
    route: str
    name: Spoken = ""
    days: str = ""
    cost: str = ""
    free_from: str = ""
    text: Spoken = ""


class _Returns(_Dated):
    country: Country | None = None
    days: str | dict[Country, str] = ""
    cost: str | dict[Country, str] = ""
    paid_by: Literal["shop", "customer"] | None = None
    text: Spoken = ""


class _Contact(Table):
    email: str = ""
    phone: str = ""
    text: Spoken = ""


class _Warranty(_Dated):
    country: Country | None = None
    period: str = ""
    given_by: Literal["shop", "manufacturer"] | None = None
    text: Spoken = ""
    products: list[str] = []  # SKUs; none = the whole shop

    @model_validator(mode="before")
    @classmethod
    def _called_otherwise(cls, told: object) -> object:
        """`years = 3`, `duration = "2 ans"` for a period: so wrote seven of eight who had no example before them."""
        if not isinstance(told, dict) or "period" in told:
            return told
        name = next((name for name in ("years", "months", "duration") if name in told), None)
        if name is None:
            return told
        said = str(told[name]).strip()
        period = f"{said} {name}" if said.isdecimal() and name != "duration" else said
        return {key: value for key, value in told.items() if key != name} | {"period": period}


class _Certificate(_Dated):
    name: str
    number: str = ""
    country: Country | None = None
    products: list[str] = []


class _Advice(Table):
    id: str
    aspect: Aspect
    about: list[str] = []
    title: dict[str, str]
    answer: dict[str, str]
    body: dict[str, str] = {}
    by: str = ""

    @field_validator("title", "answer", "body")
    @classmethod
    def _our_languages(cls, texts: dict[str, str]) -> dict[str, str]:
        strange = sorted(set(texts) - set(LANGUAGES))
        if strange:
            raise ValueError(f"{strange[0]!r} is not a language of ours ({', '.join(LANGUAGES)})")
        return texts


class FactsFile(Table):
    """The whole file; every table is optional."""

    facts: dict[str, Stated] = {}
    delivery: list[_Delivery] = []
    returns: _Returns | list[_Returns] | None = None
    warranty: list[_Warranty] = []
    contact: _Contact | None = None
    certificate: list[_Certificate] = []
    advice: list[_Advice] = []

    @field_validator("delivery", "warranty", "certificate", "advice", mode="before")
    @classmethod
    def _one_is_a_list(cls, told: object) -> object:
        """`[warranty]` for a shop's only one, as `[returns]`: four of four who wrote a shop's file wrote it so."""
        return [told] if isinstance(told, dict) else told


def read_facts_file(shop: Shop) -> FactsFile:
    """The file, or an empty one when the shop has none."""
    path = shop.folder / FILE
    return read_toml(path, FactsFile) if path.is_file() else FactsFile()


def shop_facts(file: FactsFile, shop: Shop) -> Iterator[Fact]:
    """The facts of `{{shop.key}}`."""
    for name, stated in file.facts.items():
        value = read_statement(stated, shop.language, shop.default_currency)
        yield _fact(key_of("attribute", name), name, value)
    for route in file.delivery:
        yield from map(route.dated, _delivery(route, shop))
    returns = file.returns if isinstance(file.returns, list) else [file.returns] if file.returns else []
    for terms in returns:
        yield from map(terms.dated, _returns(terms, shop))
    if file.contact:
        yield from _plain(shop, "contact", file.contact.model_dump(exclude_defaults=True))


def certificates(file: FactsFile, resolve: Resolve) -> Iterator[Fact]:
    """Each certificate on each product it names."""
    for certificate in file.certificate:
        text = f"{certificate.name} ({certificate.number})" if certificate.number else certificate.name
        value = Text(tuple((language, text) for language in LANGUAGES))
        for sku in certificate.products:
            subject = _known(sku, "certificate", resolve)
            fact = Fact(subject, "certificate", value, FILE, None, "certificate", certificate.country)
            yield certificate.dated(fact)


def warranties(file: FactsFile, shop: Shop, resolve: Resolve) -> Iterator[Fact]:
    """How long the shop stands for its goods: `shop.warranty_period`, or `warranty` of the products named."""
    for warranty in file.warranty:
        stated: Mapping[str, Spoken] = {"period": warranty.period, "text": warranty.text}
        for part, text in stated.items():
            if not text:
                continue
            value = _reader(part)(text, shop.language, shop.default_currency)
            if not warranty.products:
                yield warranty.dated(_fact(f"warranty_{part}", f"warranty.{part}", value, warranty.country))
            for sku in warranty.products:
                key = "warranty" if part == "period" else f"warranty_{part}"
                subject = _known(sku, "warranty", resolve)
                yield warranty.dated(
                    Fact(subject, key, value, FILE, None, f"warranty.{part}", warranty.country)
                )
        if warranty.given_by and not warranty.products:
            by_maker = warranty.given_by == "manufacturer"
            yield warranty.dated(
                _fact("warranty_by_manufacturer", "warranty.given_by", by_maker, warranty.country)
            )


def accepted_facts(confirmed: Sequence[Accepted], shop: Shop) -> Iterator[tuple[Fact, bool]]:
    """Facts of the shop that a person accepted, and whether they replace what `facts.toml` says."""
    for row in confirmed:
        value: Value
        key, value = own_words(row, shop.language) or (
            key_of("attribute", row.attribute),
            _accepted_value(row.value, shop),
        )
        fact = Fact(
            subject="shop",
            key=key,
            value=value,
            source=ACCEPTED,
            row=row.line,
            column=row.attribute,
            market=row.market or None,
            valid_from=date.fromisoformat(row.valid_from) if row.valid_from else None,
            valid_until=date.fromisoformat(row.valid_until) if row.valid_until else None,
            by=row.signed,
        )
        yield fact, row.replaces.casefold() == "yes"


def _accepted_value(text: str, shop: Shop) -> Value:
    """Yes and no are answers in a table, where TOML has its own words for them."""
    word = text.casefold()
    return word in YES if word in YES | NO else read_statement(text, shop.language, shop.default_currency)


def advice(file: FactsFile, about: Callable[[str], str]) -> tuple[Advice, ...]:
    """The shop's advice; `about` turns a category or SKU into its key or handle."""
    return tuple(
        Advice(
            id=entry.id,
            aspect=entry.aspect,
            about=tuple(about(name) for name in entry.about),
            title=_text(entry.title),
            answer=_text(entry.answer),
            body=_text(entry.body),
            source=FILE,
            by=entry.by.strip(),
        )
        for entry in file.advice
    )


def _delivery(route: _Delivery, shop: Shop) -> Iterator[Fact]:
    """One route to one country: two routes stay two facts."""
    stem = f"delivery_{key_of('attribute', route.route)}"
    currency = _currency_in(route.country, shop)
    stated: Mapping[str, Spoken] = {
        "name": route.name or spoken(route.route) or route.route,
        "days": route.days,
        "cost": route.cost,
        "free_from": route.free_from,
        "text": route.text,
    }
    for part, text in stated.items():
        if text:
            value = _reader(part)(text, shop.language, currency)
            yield _fact(f"{stem}_{part}", f"delivery.{route.route}.{part}", value, route.country)


def _returns(returns: _Returns, shop: Shop) -> Iterator[Fact]:
    given: dict[str, Stated] = {}
    for part, stated in (("days", returns.days), ("cost", returns.cost)):
        for country, text in stated.items() if isinstance(stated, dict) else ():
            value = _reader(part)(text, shop.language, _currency_in(country, shop))
            yield _fact(f"returns_{part}", f"returns.{part}", value, country)
        if isinstance(stated, str) and stated:
            given[part] = stated
    if returns.text:
        given["text"] = returns.text
    for fact in _plain(shop, "returns", given, _currency_in(returns.country, shop)):
        yield replace(fact, market=returns.country)
    if returns.paid_by:
        yield _fact("returns_free", "returns.paid_by", returns.paid_by == "shop", returns.country)


def _reader(part: str) -> Callable[[Stated, str, str], Value]:
    return read_time if part in _TIMES else read_statement


def unread_times(facts: Iterable[Fact]) -> Iterator[Finding]:
    """Days and periods that hold no number anything could be held against: `days = "two weeks"`."""
    for fact in facts:
        if fact.source == FILE and fact.column.rpartition(".")[2] in _TIMES and isinstance(fact.value, Text):
            said = fact.value.by_language[0][1]
            cure = (
                f"{FILE}: {fact.column} = {said!r} holds no number that is understood; write it like 14 days"
            )
            yield Finding("ledger.unit", Severity.WARN, (0, 0), said, Proof(FILE, None, fact.reference), cure)


def _currency_in(country: str | None, shop: Shop) -> str:
    return next((m.currency for m in shop.markets if m.country == country), shop.default_currency)


def _plain(shop: Shop, table: str, given: Mapping[str, Stated], currency: str = "") -> Iterator[Fact]:
    for part, stated in given.items():
        value = _reader(part)(stated, shop.language, currency or shop.default_currency)
        if isinstance(value, Text) and isinstance(stated, str) and ("@" in stated or part == "phone"):
            value = Text(tuple((language, stated) for language in LANGUAGES))  # reads the same everywhere
        yield _fact(f"{table}_{part}", f"{table}.{part}", value)


def _fact(key: str, column: str, value: Value, country: str | None = None) -> Fact:
    return Fact("shop", key, value, FILE, None, column, country)


def _known(name: str, table: str, resolve: Resolve) -> str:
    found = resolve(name)
    if found is None:
        raise ShopError(f"{FILE}: {table} names {name!r}, which no row of products.csv has: correct the sku.")
    return found


def _text(by_language: Mapping[str, str]) -> Text:
    return Text(tuple((language, text.strip()) for language, text in by_language.items() if text.strip()))
