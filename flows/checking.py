"""What the checks see in an article's text: always against the same pages, links and waivers, whoever asks."""

from collections.abc import Sequence

from content.checks import check
from content.records import Article, Draft, Finding
from content.waivers import waived
from flows.desk import Desk
from flows.linking import concepts
from flows.researching import checked_against


def findings_of(desk: Desk, article: Article, draft: Draft, others: Sequence[Draft]) -> tuple[Finding, ...]:
    """Held against the ledger, the pages it was written from (in whatever week that was), every article a link may lead
    to, and what people let stand. `draft`: the article's own, or one that may take its place.
    """
    market = article.assignment.market
    planned = {link.concept for link in article.assignment.links}  # of a week whose plan may be gone
    known = concepts(desk, market.language) | planned
    seen = check(
        draft, desk.ledger, market, others, desk.today,
        dossier=checked_against(desk, article.key), concepts=known,
    )  # fmt: skip
    return tuple(waived(seen, draft, desk.told.waivers(article.key)))
