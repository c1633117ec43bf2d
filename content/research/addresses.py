"""Which pages to read for a topic: the shop's own list first, then what search engines showed for its phrases."""

from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urlsplit

from content.dossier import same_address, tier_of
from content.research.settings import Reading
from seo.records import Result, Topic

PHRASES: Final = 12  # of a topic, its name first
_OF_ONE_HOST: Final = 2
_BEHIND: Final = 10  # ranks a shop's page stands behind: it sells, and seldom explains
_NO_PAGES: Final = (
    ".pdf",
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".webp",
    ".mp4",
    ".zip",
    ".xml",
    ".csv",
    ".xlsx",
    ".docx",
)


def addresses(
    topic: Topic, results: Callable[[str], Sequence[Result]], reading: Reading, own_site: str = ""
) -> tuple[str, ...]:
    """At most `reading.most` addresses, two of a host. `results` gives the places last seen for a phrase."""
    phrases = list(dict.fromkeys([topic.name, *(keyword.phrase for keyword in topic.keywords)]))[:PHRASES]
    found: dict[str, tuple[float, str]] = {}
    for phrase in phrases:
        for place in results(phrase):
            late = _BEHIND if tier_of(place.url) == "trade" else 0
            weight = 1 / (place.rank + late)
            before, url = found.get(same_address(place.url), (0.0, place.url))
            found[same_address(place.url)] = (before + weight, url)
    ranked = [url for _, url in sorted(found.values(), key=lambda each: (-each[0], each[1]))]
    return tuple(_chosen([*reading.pages, *ranked], reading, own_site))


def _chosen(ranked: Sequence[str], reading: Reading, own_site: str) -> list[str]:
    chosen: list[str] = []
    seen: set[str] = set()
    hosts: dict[str, int] = {}
    barred = reading.never | ({host_of(own_site)} if own_site else set())
    for url in ranked:
        host = host_of(url)
        is_own_list = url in reading.pages
        if (
            _is_barred(host, barred)
            or same_address(url) in seen
            or urlsplit(url).path.lower().endswith(_NO_PAGES)
        ):
            continue
        if hosts.get(host, 0) >= _OF_ONE_HOST and not is_own_list:
            continue
        hosts[host] = hosts.get(host, 0) + 1
        seen.add(same_address(url))
        chosen.append(url)
    return chosen[: reading.most]


def host_of(url: str) -> str:
    """The host of an address, without `www.` and port."""
    return (urlsplit(url).hostname or "").lower().removeprefix("www.")


def _is_barred(host: str, barred: frozenset[str] | set[str]) -> bool:
    return not host or any(host == each or host.endswith(f".{each}") for each in barred)
