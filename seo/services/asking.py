"""What a shop's wishes mean for a service: each phrase asked once per language, each address checked once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from seo.errors import SettingMissing
from seo.services.service import Ask, Errand, Seed


@dataclass(frozen=True, slots=True)
class Look(Errand):
    """A list to look into: since when a thing on it is news, and how many lists led to it."""

    since: date = date.min
    depth: int = 0


def since(errand: Errand) -> date:
    """From which day on a thing is news; from the beginning when nobody said."""
    return errand.since if isinstance(errand, Look) else date.min


def phrases(ask: Ask, languages: Collection[str] = ()) -> Iterator[Seed]:
    """Seeds in their order, once per language and wording; with `languages`, only those."""
    seen: set[tuple[str, str]] = set()
    for seed in ask.seeds:
        mark = (seed.market.language, " ".join(seed.text.casefold().split()))
        if mark[1] and mark not in seen and (not languages or mark[0] in languages):
            seen.add(mark)
            yield seed


def addresses(ask: Ask, service: str) -> Iterator[str]:
    """The options as web addresses, each once. SettingMissing names the one that is none, and its place."""
    for option in dict.fromkeys(option.strip() for option in ask.options):
        if not option:
            continue
        try:
            parts = urlsplit(option)
            is_one = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_one = False
        if not is_one:
            raise SettingMissing(
                f"{option!r} is no address: under [listen] in shop.toml, {service} takes addresses that begin with https://."
            )
        yield option
