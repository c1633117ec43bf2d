"""The shop as its owner describes it in `shop.toml`: who, where, in which languages, and who may approve.

    name = "Lindenhof Home"
    site = "https://shop.example"        # leave out when there is none yet
    language = "en"                      # the language products.csv is written in
    time_zone = "Europe/Berlin"          # the week starts on Monday here
    contact = "editors@shop.example"     # printed on every page
    editor = "Anna Weber"                # the person responsible for what is published
    articles = 20                        # at most this many a week
    review_minutes = 90                  # optional: what people have for reading them; about six minutes each

    [[markets]]
    locale = "de-DE"
    currency = "EUR"
    share = 0.5                          # of the week's articles; left out = equal shares

    [approval]                           # optional: what may be published without asking each time
    owner = "Anna Weber"                 # who answers for this rule
    floor = 85                           # points
    why = "I read the first forty and agreed with the score."

    [judge]                              # optional: a model that reads every article, once it is admitted
    url = "http://localhost:11434/v1"    # any OpenAI-compatible address; its key stands in ACREAGE_JUDGE_KEY
    model = "name-of-the-model"
    may_be_writer = false                # true only if the model that writes may judge itself

    [listen]                             # optional: what is asked of the web, see content/listening.py
    wikipedia = true

`id` (default: the name as a slug) and `currency` (of a price that names none; default: that of the first
market in the catalogue's language) are optional.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel import Locale, UnknownLocaleError
from babel.numbers import list_currencies
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from content.listening import Listening, ListenTable
from content.strict_toml import nearest, read_toml
from seo.records import LANGUAGES, Market

FILE = "shop.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be published without a person looking each time, whose rule it is and why."""

    owner: str
    floor: float
    why: str


@dataclass(frozen=True, slots=True)
class JudgeRole:
    """Which model judges, where it is, and whether it may judge what it wrote itself."""

    url: str
    model: str
    may_be_writer: bool


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop folder and what its `shop.toml` says."""

    folder: Path
    id: str
    name: str
    site: str  # `https://…` without a slash at the end, or empty
    language: str  # of the catalogue
    markets: tuple[Market, ...]
    time_zone: str
    contact: str
    articles: int
    approval: Rule | None  # None: every page waits for a person
    default_currency: str
    editor: str  # the responsible person, may be empty
    judge: JudgeRole | None = None  # None: scores stop at what code measures
    listening: Listening = field(default_factory=Listening)  # nothing is asked of the web
    review_minutes: int | None = None  # a week; None: nobody has said


def load_shop(folder: Path) -> Shop:
    """Read `shop.toml` of a folder; ShopError names file, key and cure in one line."""
    file = read_toml(folder / FILE, _ShopFile)
    markets = _with_shares(file.markets)
    given = file.approval
    return Shop(
        folder=folder,
        id=file.id or slug(file.name),
        name=file.name,
        site=file.site.rstrip("/"),
        language=file.language,
        markets=markets,
        time_zone=file.time_zone,
        contact=file.contact,
        articles=file.articles,
        approval=Rule(given.owner, given.floor, given.why) if given else None,
        default_currency=file.currency or _home_currency(markets, file.language),
        editor=file.editor,
        judge=JudgeRole(file.judge.url, file.judge.model, file.judge.may_be_writer) if file.judge else None,
        listening=file.listen.read(),
        review_minutes=file.review_minutes,
    )


def slug(text: str, fallback: str = "shop") -> str:
    """Small ASCII letters, digits and hyphens; the fallback when nothing is left (`日本`)."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or fallback


def _with_shares(markets: "tuple[_MarketTable, ...]") -> tuple[Market, ...]:
    """Markets with the shares stated, or equal ones; stated shares are scaled to sum to 1."""
    stated = [1.0 if market.share is None else market.share for market in markets]
    total = sum(stated)
    return tuple(
        Market(market.locale, market.currency, round(share / total, 6))
        for market, share in zip(markets, stated, strict=True)
    )


def _home_currency(markets: tuple[Market, ...], language: str) -> str:
    at_home = [market.currency for market in markets if market.language == language]
    return (at_home or [markets[0].currency])[0]


# --- the file ---------------------------------------------------------------------------------------------


def _known_language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(f"{text!r} is not a language Acreage writes in (one of {', '.join(LANGUAGES)})")
    return text


def _known_locale(text: str) -> str:
    language, _, country = text.replace("_", "-").partition("-")
    if not country:
        raise ValueError(f"{text!r} lacks the country: write {language}-XX, for example de-DE")
    try:
        Locale.parse(f"{language}_{country.upper()}")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"{text!r} is not a locale: write language-COUNTRY, for example de-DE") from error
    _known_language(language.lower())
    return f"{language.lower()}-{country.upper()}"


def _known_currency(text: str) -> str:
    code = text.upper()
    if code not in list_currencies():
        raise ValueError(f"{text!r} is not a currency code of three letters, for example EUR (ISO 4217)")
    return code


def _known_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        places = {name.lower(): name for name in available_timezones()}
        hint = nearest(text, sorted(places)) or " (for example Europe/Berlin)"
        for low, name in sorted(places.items()):
            hint = hint.replace(f"'{low}'", f"'{name}'")
        raise ValueError(f"{text!r} is not a time zone{hint}") from error
    return text


def _known_site(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", text):
        raise ValueError(f"{text!r} is not a web address: write it with https://")
    return text


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


class _MarketTable(_Table):
    locale: Annotated[str, AfterValidator(_known_locale)]
    currency: Annotated[str, AfterValidator(_known_currency)]
    share: Annotated[float, Field(ge=0, strict=False)] | None = None


class _ApprovalTable(_Table):
    owner: Annotated[str, Field(min_length=1)]
    floor: Annotated[float, Field(ge=0, le=100, strict=False)] = 85
    why: Annotated[str, Field(min_length=1)]


class _JudgeTable(_Table):
    url: Annotated[str, AfterValidator(_known_site), Field(min_length=1)]
    model: Annotated[str, Field(min_length=1)]
    may_be_writer: bool = False


class _ShopFile(_Table):
    name: Annotated[str, Field(min_length=1)]
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")] = ""
    site: Annotated[str, AfterValidator(_known_site)] = ""
    language: Annotated[str, AfterValidator(_known_language)] = "en"
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    contact: str = ""
    editor: str = ""
    articles: Annotated[int, Field(ge=0, le=1000)] = 20
    review_minutes: Annotated[int, Field(ge=0, le=10_000)] | None = None
    currency: Annotated[str, AfterValidator(_known_currency)] | None = None
    markets: Annotated[tuple[_MarketTable, ...], Field(min_length=1, strict=False)]
    approval: _ApprovalTable | None = None
    judge: _JudgeTable | None = None
    listen: ListenTable = ListenTable()

    @model_validator(mode="after")
    def _each_locale_once(self) -> "_ShopFile":
        locales = [market.locale for market in self.markets]
        twice = sorted({locale for locale in locales if locales.count(locale) > 1})
        if twice:
            raise ValueError(f"market {twice[0]} stands twice in [[markets]]: take one out")
        if sum(1 if market.share is None else market.share for market in self.markets) == 0:
            raise ValueError("all markets have share = 0: give at least one a share")
        return self
