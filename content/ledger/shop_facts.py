"""`facts.toml`: what the shop itself knows of delivery, returns and certificates, and the advice it gives."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from content.errors import ShopError
from content.ledger.statements import Stated, read_statement
from content.lexicon.lexicon import key_of
from content.records import Advice, Fact, Text, Value
from content.shop import Shop
from content.strict_toml import read_toml
from seo.records import LANGUAGES

FILE = "facts.toml"
Aspect = Literal[
    "size", "cut", "care", "light", "warmth", "comfort", "material", "capacity", "power", "cleaning",
    "safety", "noise", "durability", "features", "delivery", "returns", "price", "certificates", "choose",
]  # fmt: skip
Spoken = str | dict[str, str]
Resolve = Callable[[str], str | None]


class Table(BaseModel):
    """A table of one of our own files: no key beyond those named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Delivery(Table):
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    route: str
    name: Spoken = ""
    days: str = ""
    cost: str = ""
    free_from: str = ""
    text: Spoken = ""


class _Returns(Table):
    days: str = ""
    cost: str | dict[str, str] = ""
    paid_by: Literal["shop", "customer"] | None = None
    text: Spoken = ""


class _Contact(Table):
    email: str = ""
    phone: str = ""
    text: Spoken = ""


class _Certificate(Table):
    name: str
    number: str = ""
    products: list[str] = []
    valid_from: date | None = None
    valid_until: date | None = None


class _Advice(Table):
    id: str
    aspect: Aspect
    about: list[str] = []
    title: dict[str, str]
    answer: dict[str, str]
    body: dict[str, str] = {}

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
    returns: _Returns | None = None
    contact: _Contact | None = None
    certificate: list[_Certificate] = []
    advice: list[_Advice] = []


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
        yield from _delivery(route, shop)
    if file.returns:
        yield from _returns(file.returns, shop)
    if file.contact:
        yield from _plain(shop, "contact", file.contact.model_dump(exclude_defaults=True))


def certificates(file: FactsFile, resolve: Resolve) -> Iterator[Fact]:
    """Each certificate on each product it names."""
    for certificate in file.certificate:
        text = f"{certificate.name} ({certificate.number})" if certificate.number else certificate.name
        value = Text(tuple((language, text) for language in LANGUAGES))
        for sku in certificate.products:
            yield Fact(
                subject=_known(sku, "certificate", resolve),
                key="certificate",
                value=value,
                source=FILE,
                column="certificate",
                valid_from=certificate.valid_from,
                valid_until=certificate.valid_until,
            )


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
        )
        for entry in file.advice
    )


def _delivery(route: _Delivery, shop: Shop) -> Iterator[Fact]:
    """One route to one country: two routes stay two facts."""
    stem = f"delivery_{key_of('attribute', route.route)}"
    currency = next((m.currency for m in shop.markets if m.country == route.country), shop.default_currency)
    stated: Mapping[str, Spoken] = {
        "name": route.name or route.route,
        "days": route.days,
        "cost": route.cost,
        "free_from": route.free_from,
        "text": route.text,
    }
    for part, text in stated.items():
        if text:
            value = read_statement(text, shop.language, currency)
            yield _fact(f"{stem}_{part}", f"delivery.{route.route}.{part}", value, route.country)


def _returns(returns: _Returns, shop: Shop) -> Iterator[Fact]:
    if isinstance(returns.cost, dict):
        for country, cost in returns.cost.items():
            currency = next((m.currency for m in shop.markets if m.country == country), shop.default_currency)
            value = read_statement(cost, shop.language, currency)
            yield _fact("returns_cost", "returns.cost", value, country)
    given = returns.model_dump(exclude_defaults=True, exclude={"cost", "paid_by"})
    if isinstance(returns.cost, str) and returns.cost:
        given["cost"] = returns.cost
    yield from _plain(shop, "returns", given)
    if returns.paid_by:
        yield _fact("returns_free", "returns.paid_by", returns.paid_by == "shop")


def _plain(shop: Shop, table: str, given: Mapping[str, Stated]) -> Iterator[Fact]:
    for part, stated in given.items():
        value = read_statement(stated, shop.language, shop.default_currency)
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
