"""The shop as its owner describes it in `shop.toml`: who, where, in which languages, and who may approve.

    name = "Lindenhof Home"
    site = "https://shop.example"        # leave out when there is none yet
    language = "en"                      # the language products.csv is written in
    time_zone = "Europe/Berlin"          # the week starts on Monday here
    contact = "editors@shop.example"     # printed on every page
    editor = "Anna Weber"                # the person responsible for what is published
    articles = 20                        # at most this many a week
    review_minutes = 90                  # optional: what people have for reading them; about six minutes each
    picture_hosts = ["cdn.shop.example"] # optional: where the shop's pictures lie, beside its site

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

    [proofreader]                        # optional: a model that says what each sentence is about; may be the writer's
    url = "https://api.deepseek.com/v1"
    model = "deepseek-flash"

    [writer]                             # optional: a model that writes; see content/models/settings.py for it, for
    url = "https://api.deepseek.com/v1"  # [embedder], for limits in [models]
    model = "deepseek-flash"

    [research]                           # optional: pages to read for articles, see content/research/settings.py
    pages = ["https://www.woolmark.com/care/"]

    [listen]                             # optional: what is asked of the web, see content/listening.py
    wikipedia = true

    [[publish]]                          # optional: places beside the static site, as many as you like
    kind = "wordpress"                   # content/publishers/ has the list
    site = "https://blog.example"
    user = "acreage"                     # its application password stands in ACREAGE_WORDPRESS_PASSWORD
    markets = ["de-DE"]                  # left out: all
    status = "pending"                   # draft (default), pending, scheduled or published

`id` (default: the name as a slug) and `currency` (of a price that names none; default: that of the first
market in the catalogue's language) are optional.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel import Locale, UnknownLocaleError
from babel.numbers import list_currencies
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from content.listening import Listening, ListenTable
from content.models.settings import JudgeTable, ModelSettings, ModelsTable, Role, RoleTable
from content.research.settings import Reading, ResearchTable
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
class Target:
    """A place the shop publishes to, as its `[[publish]]` table says. Secrets stand in the environment."""

    kind: str
    name: str  # unique in the shop; what the database files its pages under
    site: str  # `https://…` without a slash at the end, or empty
    markets: tuple[str, ...]  # locales; all of the shop's when the table names none
    status: str  # draft, pending, scheduled, published
    user: str = ""
    secret_env: str = ""  # the variable of its secret, when it is not the kind's own
    settings: Mapping[str, object] = field(default_factory=dict)  # what only this kind knows

    def text(self, key: str, default: str = "") -> str:
        """A setting of the kind, as text."""
        return str(self.settings.get(key, default))


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
    judge: Role | None = None  # None: scores stop at what code measures
    proofreader: Role | None = None  # None: what the checks find stands
    writer: Role | None = None  # None: the assembler writes
    embedder: Role | None = None  # None: the bundled encoder
    models: ModelSettings = field(default_factory=ModelSettings)
    reading: Reading = field(default_factory=Reading)  # which pages research may read
    listening: Listening = field(default_factory=Listening)  # nothing is asked of the web
    targets: tuple[Target, ...] = ()  # beside the static site
    review_minutes: int | None = None  # a week; None: nobody has said
    picture_hosts: tuple[str, ...] = ()  # beside the site: where its pictures lie

    @property
    def country(self) -> str:
        """Where the shop is, told by its clock; empty where that names no one country."""
        from babel.core import get_global  # noqa: PLC0415  slow to load, needed by few pages

        return str(get_global("zone_territories").get(self.time_zone, ""))


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
        judge=file.judge.read() if file.judge else None,
        proofreader=file.proofreader.read() if file.proofreader else None,
        writer=file.writer.read() if file.writer else None,
        embedder=file.embedder.read() if file.embedder else None,
        models=file.models.read(),
        reading=file.research.read(),
        listening=file.listen.read(),
        targets=tuple(_target(table, markets) for table in file.publish),
        review_minutes=file.review_minutes,
        picture_hosts=file.picture_hosts,
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


def _target(table: "_PublishTable", markets: tuple[Market, ...]) -> Target:
    locales = tuple(market.locale for market in markets)
    return Target(
        kind=table.kind,
        name=table.name or table.kind,
        site=table.site.rstrip("/"),
        markets=table.markets or locales,
        status=table.status,
        user=table.user,
        secret_env=table.secret_env,
        settings=table.model_extra or {},
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


def _known_host(text: str) -> str:
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}", text.lower()):
        raise ValueError(f"{text!r} is not a host: write its name alone, for example cdn.shop.example")
    return text.lower()


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


class _PublishTable(_Table):
    # What a kind of its own knows is told apart by its class: `content.publishers.opening` refuses the rest.
    model_config = ConfigDict(extra="allow", strict=True, frozen=True, str_strip_whitespace=True)
    kind: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")] = ""
    site: Annotated[str, AfterValidator(_known_site)] = ""
    markets: Annotated[tuple[Annotated[str, AfterValidator(_known_locale)], ...], Field(strict=False)] = ()
    status: Literal["draft", "pending", "scheduled", "published"] = "draft"
    user: str = ""
    secret_env: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$|^$")] = ""

    @model_validator(mode="after")
    def _no_secrets(self) -> "_PublishTable":
        for key in self.model_extra or {}:
            if re.search(r"pass|secret|token|api_?key", key):
                raise ValueError(
                    f"key {key!r} would be a secret in a file: put it into an environment variable and "
                    f'name that here, secret_env = "ACREAGE_{self.kind.upper()}_SECRET"'
                )
        return self


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
    picture_hosts: Annotated[
        tuple[Annotated[str, AfterValidator(_known_host)], ...], Field(strict=False)
    ] = ()
    currency: Annotated[str, AfterValidator(_known_currency)] | None = None
    markets: Annotated[tuple[_MarketTable, ...], Field(min_length=1, strict=False)]
    approval: _ApprovalTable | None = None
    judge: JudgeTable | None = None
    proofreader: RoleTable | None = None
    writer: RoleTable | None = None
    embedder: RoleTable | None = None
    models: ModelsTable = ModelsTable()
    research: ResearchTable = ResearchTable()
    listen: ListenTable = ListenTable()
    publish: Annotated[tuple[_PublishTable, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _each_target_once(self) -> "_ShopFile":
        names = [table.name or table.kind for table in self.publish]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two [[publish]] tables are called {twice[0]!r}: give one another name = …")
        known = {market.locale for market in self.markets}
        foreign = sorted({locale for table in self.publish for locale in table.markets} - known)
        if foreign:
            raise ValueError(f"[[publish]] names the market {foreign[0]}, which is not in [[markets]]")
        return self

    @model_validator(mode="after")
    def _each_locale_once(self) -> "_ShopFile":
        locales = [market.locale for market in self.markets]
        twice = sorted({locale for locale in locales if locales.count(locale) > 1})
        if twice:
            raise ValueError(f"market {twice[0]} stands twice in [[markets]]: take one out")
        if sum(1 if market.share is None else market.share for market in self.markets) == 0:
            raise ValueError("all markets have share = 0: give at least one a share")
        return self
