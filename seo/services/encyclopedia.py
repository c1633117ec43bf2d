"""Wikipedia's search box, which two services ask: one request answers both when it was stored.

Documentation: https://www.mediawiki.org/wiki/API:Opensearch. It completes titles; a
redirect is shown as where it leads.
"""

from typing import Final
from urllib.parse import quote, urlencode

from pydantic import TypeAdapter

from seo.errors import SourceChanged
from seo.services.shapes import WEEK_S, shaped
from seo.web.answers import Answer, Request

_LIMIT: Final = 10
_SHAPE: Final = TypeAdapter(tuple[str, list[str], list[str], list[str]])


def is_spoken(language: str) -> bool:
    """Whether a code can stand before `.wikipedia.org`."""
    return language.isascii() and language.isalpha() and language.islower() and 2 <= len(language) <= 3  # noqa: PLR2004


def box(text: str, language: str) -> Request:
    """What to ask for the titles that begin like a phrase."""
    asked = {"action": "opensearch", "search": text, "limit": _LIMIT, "namespace": 0}
    query = urlencode(asked | {"redirects": "resolve", "format": "json"})
    return Request(f"https://{language}.wikipedia.org/w/api.php?{query}", max_age_s=WEEK_S)


def titles(answer: Answer) -> list[tuple[str, str]]:
    """Titles and addresses in the order shown, each once."""
    _, names, _, urls = shaped(answer, _SHAPE, "Wikipedia")
    if len(names) != len(urls):
        raise SourceChanged("Wikipedia answered with as many addresses as it has no titles for.")
    return list(dict.fromkeys((name, url) for name, url in zip(names, urls, strict=True) if name.strip()))


def article(title: str) -> str:
    """A title as it stands in an address."""
    return quote(title.strip().replace(" ", "_"), safe="")
