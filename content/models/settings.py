"""Which models a shop uses and what they may cost, as `[writer]`, `[judge]`, `[proofreader]`, `[embedder]` and
`[models]` of shop.toml say it.

    [writer]
    url = "https://api.deepseek.com/v1"  # any OpenAI-compatible address; its key stands in ACREAGE_WRITER_KEY
    model = "deepseek-flash"
    context = 64000                      # tokens it holds (default 8192: then articles are written section by section)
    reasoning = 2000                     # tokens it may spend before it answers (default 0)
    price_in = 0.27                      # US dollars per million tokens, where the list (models/prices.toml) has none
    or another price_out = 1.10 extra = { reasoning_effort = "low" } # added to each request as it stands

    [models]                             # for all roles together
    at_once = 4                          # requests on their way to one endpoint
    per_minute = 60                      # and in a minute; 0 = as fast as it answers
    tokens_per_minute = 90000
    try_s = 120                          # how long one try may take,
    deadline_s = 300                     # and one call with all its tries
    article_usd = 0.10                   # limits: a call that could go past one is not sent
    week_usd = 2.00
    article_tokens = 200000              # (the default, so that nothing runs away)
    week_tokens = 3000000

A key never stands here. `ACREAGE_WRITER_URL` and `ACREAGE_WRITER_MODEL` take the place of both; `_JUDGE_`,
`_PROOFREADER_` and `_EMBEDDER_` likewise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from content.models.limits import MILLION, Limits
from content.models.model import Json
from content.models.prices import Price, price_of
from content.models.retries import Patience

RoleName = Literal["writer", "judge", "proofreader", "embedder"]
CONTEXT: Final = 8192
ARTICLE_TOKENS: Final = 200_000
_OURS: Final = frozenset(
    {"model", "messages", "stream", "n", "response_format", "max_tokens", "seed", "temperature"}
)


@dataclass(frozen=True, slots=True)
class Role:
    """A model at its place, and what the shop says of it."""

    url: str
    model: str
    may_be_writer: bool = False  # the judge's alone: it may judge what it wrote itself
    context: int = CONTEXT
    reasoning: int = 0
    price: Price | None = None  # the shop's own
    extra: Mapping[str, Json] = field(default_factory=dict)

    @property
    def known_price(self) -> Price | None:
        """The shop's own, else the list's; None: unknown."""
        return self.price or price_of(self.url, self.model)


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """What holds for all roles."""

    at_once: int = 4
    per_minute: int = 0
    tokens_per_minute: int = 0
    patience: Patience = field(default_factory=Patience)
    limits: Limits = field(default_factory=lambda: Limits(article_tokens=ARTICLE_TOKENS))


# --- the tables in shop.toml ------------------------------------------------------------------------------


def plain_address(text: str) -> str:
    """An endpoint's address; refused when it holds a key: that would end up in rows and messages."""
    try:
        parts = urlsplit(text)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_one = False
    if not is_one:
        raise ValueError("is not a web address: write it with https:// (http:// for one of your own network)")
    if parts.username or parts.password or parts.query:
        raise ValueError(
            "an address holds no key: put it into the environment (ACREAGE_WRITER_KEY, ACREAGE_JUDGE_KEY)"
        )
    return text.rstrip("/")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


_Dollars = Annotated[float, Field(ge=0, strict=False)]


class RoleTable(_Table):
    """`[writer]`, `[proofreader]`, `[embedder]`."""

    url: Annotated[str, AfterValidator(plain_address)]
    model: Annotated[str, Field(min_length=1)]
    context: Annotated[int, Field(ge=1000)] = CONTEXT
    reasoning: Annotated[int, Field(ge=0)] = 0
    price_in: _Dollars | None = None
    price_out: _Dollars | None = None
    extra: dict[str, Any] = {}  # Any: whatever the endpoint knows

    @model_validator(mode="after")
    def _whole(self) -> "RoleTable":
        if (self.price_in is None) != (self.price_out is None):
            raise ValueError("price_in and price_out stand together: a price needs both")
        if taken := sorted(_OURS & self.extra.keys()):
            raise ValueError(f"extra.{taken[0]} is set by Acreage itself: take it out")
        if any("key" in name.lower() or "authorization" in name.lower() for name in self.extra):
            raise ValueError(
                "extra holds no key: put it into the environment (ACREAGE_WRITER_KEY, ACREAGE_JUDGE_KEY)"
            )
        return self

    def read(self) -> Role:
        """The role as a value."""
        price = None
        if self.price_in is not None and self.price_out is not None:
            price = Price(self.price_in, self.price_out)
        return Role(
            self.url,
            self.model,
            context=self.context,
            reasoning=self.reasoning,
            price=price,
            extra=self.extra,
        )


class JudgeTable(RoleTable):
    """`[judge]`."""

    may_be_writer: bool = False

    def read(self) -> Role:
        """The role as a value."""
        role = super().read()
        return Role(
            role.url, role.model, self.may_be_writer, role.context, role.reasoning, role.price, role.extra
        )


_Seconds = Annotated[float, Field(gt=0, le=3600, strict=False)]


class ModelsTable(_Table):
    """`[models]`."""

    at_once: Annotated[int, Field(ge=1, le=64)] = 4
    per_minute: Annotated[int, Field(ge=0)] = 0
    tokens_per_minute: Annotated[int, Field(ge=0)] = 0
    try_s: _Seconds = 120.0
    deadline_s: _Seconds = 300.0
    article_usd: _Dollars | None = None
    week_usd: _Dollars | None = None
    article_tokens: Annotated[int, Field(gt=0)] | None = ARTICLE_TOKENS
    week_tokens: Annotated[int, Field(gt=0)] | None = None

    def read(self) -> ModelSettings:
        """The settings as a value."""
        limits = Limits(
            _millionths(self.article_usd), _millionths(self.week_usd), self.article_tokens, self.week_tokens
        )
        patience = Patience(self.deadline_s, min(self.try_s, self.deadline_s))
        return ModelSettings(self.at_once, self.per_minute, self.tokens_per_minute, patience, limits)


def _millionths(dollars: float | None) -> int | None:
    return None if dollars is None else round(dollars * MILLION)
