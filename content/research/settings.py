"""What a shop lets be read for its articles, as `[research]` of shop.toml says it.

[research]
pages = ["https://www.woolmark.com/care/"]  # always looked at, whatever a search shows
never = ["rival.example"]                   # hosts that are not read
most = 10                                   # pages for one article

[research.tiers]                            # who speaks on a host, where content/tiers.toml does not know it
"mill.example" = "maker"                    # official, scholar, press, maker, trade, crowd
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from content.dossier import Tier

MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """Where to look, and where not."""

    pages: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    most: int = MOST
    tiers: Mapping[str, Tier] = field(default_factory=dict)


def _address(text: str) -> str:
    if not text.startswith(("http://", "https://")) or not urlsplit(text).hostname:
        raise ValueError(f"{text!r} is not a web address: write it with https://")
    return text


def _host(text: str) -> str:
    bare = text.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").strip("/")
    if "." not in bare or "/" in bare:
        raise ValueError(f"{text!r} is not a host: write it like rival.example")
    return bare


_Host = Annotated[str, AfterValidator(_host)]


class ResearchTable(BaseModel):
    """`[research]`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)
    pages: list[Annotated[str, AfterValidator(_address)]] = []
    never: list[_Host] = []
    most: Annotated[int, Field(ge=0, le=40)] = MOST
    tiers: dict[_Host, Tier] = {}

    def read(self) -> Reading:
        """The settings as a value."""
        return Reading(tuple(self.pages), frozenset(self.never), self.most, self.tiers)
