"""How easily a page is found for a topic: from its results page when one was seen, else from its words."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from seo.language import key
from seo.records import Keyword, Result

# Longer phrases meet fewer rivals. Estimated from the number of words; a results page knows better.
EASE = (0.3, 0.45, 0.6, 0.7, 0.8)
FIRST_PAGE = 10
FORUMS = (
    "reddit.",
    "quora.",
    "gutefrage.",
    "forum",
    "community.",
    "stackexchange.",
    "chiebukuro.",
    "forocoches.",
)
# Marketplaces and encyclopedias that stand above most shops whatever the words: a fact of every market we sell in.
GIANTS = (
    "amazon.", "ebay.", "wikipedia.", "youtube.", "walmart.", "ikea.", "otto.", "aliexpress.", "etsy.", "rakuten.",
    "noon.", "fnac.", "cdiscount.", "elcorteingles.", "argos.", "target.", "homedepot.", "leroymerlin.", "pinterest.",
)  # fmt: skip
GIANT, EXACT, FORUM = 0.06, 0.05, 0.06  # of ease, for each of the ten places


def ease_of(keywords: Sequence[Keyword], results: Sequence[Result]) -> tuple[float, str]:
    """Ease (0-1) and why."""
    first = {r.rank: r for r in sorted(results, key=lambda r: (-r.rank, r.source)) if r.rank <= FIRST_PAGE}
    if not first:
        words = max((len(k.phrase.split()) for k in keywords), default=4)
        ease = EASE[max(1, min(words, len(EASE))) - 1]
        return ease, f"no results page was seen; estimated from {words} word{'s' if words != 1 else ''}"
    places = list(first.values())
    hosts = [urlsplit(r.url).hostname or "" for r in places]
    giants = sum(any(f".{g}" in f".{host}" for g in GIANTS) for host in hosts)
    forums = sum(any(f in host for f in FORUMS) for host in hosts)
    query = key(places[0].query, "en")
    exact = sum(query in key(r.title, "en") for r in places)
    ease = min(0.95, max(0.1, 0.7 - GIANT * giants - EXACT * exact + FORUM * forums))
    told = f"of {len(places)} results {giants} are of giants, {forums} of forums, {exact} have the words as title"
    return ease, f"estimated: {told}"
