"""Languages whose articles would link to product pages of another language, though the site has pages in theirs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from content.ledger.ledger import Ledger
from flows.sign import Sign
from seo.records import Market, Page


def link_signs(ledger: Ledger, pages: Sequence[Page]) -> Iterator[Sign]:
    """A line for all languages whose products are linked to pages that the inventory has in another."""
    speak = {page.url: page.language for page in pages}
    astray: dict[str, int] = defaultdict(int)
    for market in ledger.shop.markets:
        if market.language in speak.values() and market.language not in astray:
            count = sum(
                _is_astray(ledger.url(each.handle, market), market, speak) for each in ledger.families()
            )
            astray |= {market.language: count} if count else {}
    if astray:
        told = ", ".join(
            f"{language} ({count} product{'s' * (count > 1)})" for language, count in astray.items()
        )
        columns = ", ".join(f"url@{language}" for language in astray)
        says = f"to pages of another language in {told}, though pages of theirs are known: add a column {columns}"
        yield Sign("product links", False, says)


def _is_astray(url: str, market: Market, speak: dict[str, str]) -> bool:
    """Whether a link leads to a page known to be of another language."""
    return speak.get(url, market.language) != market.language
