"""Which article answers to a concept for the readers of a market: what links between articles are resolved by.

An article is led to under its own market's page. Where there is none, the page of the same language that was
written to serve that market too stands in; any other market's prices and sizes would mislead.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from content.addresses import article_path, way
from content.figures.showing import Readable, Showing
from content.figures.written import linked_concepts
from content.records import Article

ASSETS = "assets/"


def addresses(
    article: Article, others: Sequence[Article], address: Callable[[Article], str]
) -> Mapping[str, Readable]:
    """By concept the articles this one leads to that have an address; never itself."""
    wanted = set(linked_concepts(article.draft.body)) - {article.assignment.concept}
    found: dict[str, Readable] = {}
    for other in sorted(others, key=lambda each: (not _is_of(each, article), each.key)) if wanted else ():
        concept = other.assignment.concept
        if concept in wanted and concept not in found and (_is_of(other, article) or _serves(other, article)):
            found |= {concept: Readable(url, other.draft.title)} if (url := address(other)) else {}
    return found


class Shelf:
    """The articles of the static site, as links and files are written on its pages."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = tuple(articles)
        self._by_language: dict[str, list[Article]] = {}
        for article in articles:
            self._by_language.setdefault(article.assignment.market.language, []).append(article)

    def without(self, keys: Collection[str]) -> "Shelf":
        """The same without the articles of these keys."""
        return Shelf([each for each in self._articles if each.key not in keys]) if keys else self

    def showing(self, article: Article) -> Showing:
        """What a page of the site can show: links and files relative to it, wherever the folder lies."""
        path = article_path(article)
        others = self._by_language.get(article.assignment.market.language, [])
        links = addresses(article, others, lambda other: way(path, article_path(other)))
        return Showing(links, way(path, ASSETS))


def _is_of(other: Article, article: Article) -> bool:
    return other.assignment.market.locale == article.assignment.market.locale


def _serves(other: Article, article: Article) -> bool:
    """Whether it was written for this market as well."""
    own = article.assignment.market
    served = {each.locale for each in other.assignment.variants}
    return other.assignment.market.language == own.language and own.locale in served
