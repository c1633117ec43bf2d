"""What is seen in an article's text: always against the same pages, links and waivers, by the same proofreader, whoever
asks."""

from collections.abc import Sequence

from content.checks import examine
from content.checks.reading import Reading
from content.proofreading.proofreader import proofread
from content.records import Article, Draft, Finding
from content.waivers import waived
from flows.bootstrap import admitted_proofreader
from flows.desk import Desk
from flows.linking import concepts
from flows.researching import checked_against


def findings_of(desk: Desk, article: Article, draft: Draft, others: Sequence[Draft]) -> tuple[Finding, ...]:
    """Held against the ledger, the pages it was written from (in whatever week that was), every article a link may lead
    to, and what people let stand. `draft`: the article's own, or one that may take its place. A proofreader that has
    read the same words before is not paid again.
    """
    market = article.assignment.market
    planned = {link.concept for link in article.assignment.links}  # of a week whose plan may be gone
    known = concepts(desk, market.language) | planned
    dossier = checked_against(desk, article.key)
    reading = Reading(draft, desk.ledger, market, desk.today, others, (), dossier, known)
    reader = admitted_proofreader(desk.shop, desk.engine, article.key, desk.week)
    seen = proofread(reader, examine(reading), reading)
    return tuple(waived(seen, draft, desk.told.waivers(article.key)))
