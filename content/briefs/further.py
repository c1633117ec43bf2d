"""Links to the shop's other lines: advice that is about two of them sends a reader from one to the other.

"For the train take a small one" on a page about stick umbrellas is no help until it says where the small ones are.
"""

from collections.abc import Iterator, Sequence

from content.briefs.asked import advice_by_id
from content.briefs.brief import Section
from content.briefs.grounds import Grounds
from content.briefs.sheet import ADVICE
from content.plan.concepts import lines
from content.plan.vocabulary import narrower
from content.records import PlannedLink
from seo.records import Page as SitePage

MOST = 2


def further(
    grounds: Grounds, sections: Sequence[Section], pages: Sequence[SitePage]
) -> tuple[PlannedLink, ...]:
    """The shop's pages of the other lines that the brief's advice is about, none the article leads to already."""
    led_to = {grounds.assignment.target_url, *(link.url for link in grounds.assignment.links)}
    found = []
    for line in dict.fromkeys(_lines(grounds, sections)):
        word = grounds.ledger.lexicon.category(line, grounds.language)
        url = _page_of(line, grounds, pages)
        if word and url and url not in led_to:
            led_to.add(url)
            found.append(PlannedLink(url, word, "category"))
    return tuple(found)[:MOST]


def _lines(grounds: Grounds, sections: Sequence[Section]) -> Iterator[str]:
    """Product lines of ours that are named by advice the brief uses, without the page's own."""
    ours = grounds.ledger.categories()
    own = {grounds.assignment.category, *(grounds.ledger.products[h].category for h in grounds.handles)}
    for mark in (mark for section in sections for mark in section.evidence if mark.startswith(ADVICE)):
        advice = advice_by_id(grounds, mark.removeprefix(ADVICE))
        for about in advice.about if advice else ():
            yield from (line for line in (about, *narrower(about, ours)) if line in ours and line not in own)


def _page_of(line: str, grounds: Grounds, pages: Sequence[SitePage]) -> str:
    """The page that lists a line, and fewest others, to readers of this market; empty where there is none."""
    read = grounds.page.vocabulary.understand
    rated = [
        (len(held), at, page.url)
        for at, page in enumerate(pages)
        if page.kind == "category"
        and page.language == grounds.language
        and page.market in ("", grounds.market.country)
        and line in (held := lines(read(page.title), grounds.ledger))
    ]
    return min(rated)[-1] if rated else ""
