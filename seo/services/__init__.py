"""Who is asked what people want, over the web. One file per service; a new one is a class and a line in `SERVICES`."""

from typing import Final

from seo.services.feeds import Feeds
from seo.services.hacker_news import HackerNews
from seo.services.pages import Pages
from seo.services.pageviews import Pageviews
from seo.services.searxng import SearXNG
from seo.services.service import Service
from seo.services.sitemaps import Sitemaps
from seo.services.stack_exchange import StackExchange
from seo.services.wikipedia import Wikipedia

SERVICES: Final[dict[str, type[Service]]] = {
    "stack_exchange": StackExchange,
    "wikipedia": Wikipedia,
    "pageviews": Pageviews,
    "hacker_news": HackerNews,
    "feeds": Feeds,
    "sitemaps": Sitemaps,
    "pages": Pages,
    "searxng": SearXNG,
}
"""In the order in which they are shown."""
