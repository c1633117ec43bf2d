"""Who is asked what people want, over the web. One file per service; a new one is a class and a line in `SERVICES`."""

from typing import Final

from seo.services.bing_webmaster import BingWebmaster
from seo.services.brave import Brave
from seo.services.dataforseo import DataForSeo
from seo.services.feeds import Feeds
from seo.services.hacker_news import HackerNews
from seo.services.pages import Pages
from seo.services.pageviews import Pageviews
from seo.services.search_console import SearchConsole
from seo.services.searxng import SearXNG
from seo.services.service import Service
from seo.services.sitemaps import Sitemaps
from seo.services.stack_exchange import StackExchange
from seo.services.suggest.amazon import SuggestAmazon
from seo.services.suggest.bing import SuggestBing
from seo.services.suggest.duckduckgo import SuggestDuckDuckGo
from seo.services.suggest.ebay import SuggestEbay
from seo.services.suggest.google import SuggestGoogle, SuggestYoutube
from seo.services.tavily import Tavily
from seo.services.wikipedia import Wikipedia

SERVICES: Final[dict[str, type[Service]]] = {
    "wikipedia": Wikipedia,
    "pageviews": Pageviews,
    "stack_exchange": StackExchange,
    "hacker_news": HackerNews,
    "feeds": Feeds,
    "sitemaps": Sitemaps,
    "pages": Pages,
    "searxng": SearXNG,
    "search_console": SearchConsole,
    "bing_webmaster": BingWebmaster,
    "dataforseo": DataForSeo,
    "brave": Brave,
    "tavily": Tavily,
    "suggest_google": SuggestGoogle,
    "suggest_youtube": SuggestYoutube,
    "suggest_bing": SuggestBing,
    "suggest_duckduckgo": SuggestDuckDuckGo,
    "suggest_amazon": SuggestAmazon,
    "suggest_ebay": SuggestEbay,
}
"""In the order in which they are shown."""
