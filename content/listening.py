"""What a shop wants to hear of the web, as `[listen]` of shop.toml says it.

[listen]
wikipedia = true                       # a service by its name; false or left out is off
stack_exchange = ["diy", "lifehacks"]  # some want to know what of them: names, addresses
feeds = ["https://forum.example/latest.rss"]
searxng = "http://127.0.0.1:8888"
deadline_s = 300                       # after so long the week goes on with what has come
hosts = ["127.0.0.1:8888"]             # of your own network, which are not asked otherwise

[listen.seeds]                         # else the shop's categories and what its customers search most
en = ["blackout curtains"]

[listen.columns]                       # what columns of your exports mean that are not known
Anliegen = "question"
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

from content.strict_toml import nearest
from seo.records import LANGUAGES
from seo.services import SERVICES
from seo.signals.headers import roles

DEADLINE_S: Final = 300


@dataclass(frozen=True, slots=True)
class Listening:
    """Which services are asked, with what; nothing is asked of the web unless a shop says so."""

    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name -> what of it, empty for all
    seeds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> phrases
    columns: Mapping[str, str] = field(default_factory=dict)  # header -> role
    hosts: frozenset[str] = frozenset()  # `host` or `host:port` of the shop's own network
    deadline_s: float = DEADLINE_S

    def with_searxng(self, address: str) -> "Listening":
        """The same, and the search engine at an address asked as well."""
        return replace(
            self,
            services={**self.services, "searxng": (address,)},
            hosts=self.hosts | {urlsplit(address).netloc},
        )


# --- the table in shop.toml -------------------------------------------------------------------------------

_OURS: Final = ("seeds", "columns", "hosts", "deadline_s")


class ListenTable(BaseModel):
    """`[listen]` as it is written."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)
    services: dict[str, Any] = {}  # Any: told apart below, in words a person understands
    seeds: dict[str, list[str]] = {}
    columns: dict[str, str] = {}
    hosts: list[str] = []
    deadline_s: Annotated[float, Field(gt=0, le=3600, strict=False)] = DEADLINE_S

    @model_validator(mode="before")
    @classmethod
    def _services_stand_beside(cls, given: Any) -> Any:  # Any: whatever TOML holds
        """A service is a key of its own, as short to write as can be."""
        if not isinstance(given, dict):
            return given
        ours = {name: value for name, value in given.items() if name in _OURS}
        return {**ours, "services": {name: value for name, value in given.items() if name not in _OURS}}

    @model_validator(mode="after")
    def _names_are_known(self) -> "ListenTable":
        for name, value in self.services.items():
            texts = value if isinstance(value, list) else [value]
            if not isinstance(value, bool) and not all(isinstance(text, str) for text in texts):
                raise ValueError(f"{name}: write true, false, a text or a list of texts")
            if name not in SERVICES:
                hint = (
                    nearest(name, sorted(SERVICES)) or f" (known: {', '.join(sorted((*SERVICES, *_OURS)))})"
                )
                raise ValueError(f"{name!r} is no service{hint}")
        for header, role in self.columns.items():
            if role not in roles():
                raise ValueError(
                    f"columns.{header}: {role!r} is no role (known: {', '.join(sorted(roles()))})"
                )
        for language in self.seeds:
            if language not in LANGUAGES:
                raise ValueError(f"seeds.{language}: one of {', '.join(LANGUAGES)} is needed")
        return self

    def read(self) -> Listening:
        """The settings as a value."""
        on = {name: _options(value) for name, value in self.services.items() if value is not False}
        local = {urlsplit(option).netloc for option in on.get("searxng", ())}
        return Listening(
            services={name: on[name] for name in SERVICES if name in on},
            seeds={language: tuple(phrases) for language, phrases in self.seeds.items()},
            columns=self.columns,
            hosts=frozenset(self.hosts) | frozenset(local),
            deadline_s=self.deadline_s,
        )


def _options(value: bool | str | Sequence[str]) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
