"""What becomes of a topic: write, refresh, consolidate, link or hold, always naming the page it would meet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from content.plan.answers import Answers
from content.plan.concepts import SHOP_ASPECTS, Concept
from content.plan.keyword_map import Coverage
from content.records import Action, Article, Assignment, State
from seo.language import key
from seo.records import Page

ANSWERABLE = 0.6  # share of a topic's questions the shop must be able to answer
OPEN = 0.4  # share of its questions that no other page may answer, else the page is not written
SPLIT = 0.1  # of a search's impressions: two pages that have so much each take them from one another
WEAK = (3.5, 20.0)  # positions between which a better page is worth more than another page
MANY = 3  # things from which a list has commas
DEAD = (State.REJECTED, State.WITHDRAWN)
SILENT = {True: "facts.toml does not say", False: "the product data do not say"}


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic with what was found out about it: what decides needs nothing else."""

    draft: Assignment
    concept: Concept
    answers: Answers
    coverage: Coverage
    ours: Article | None


def decide(matter: Matter) -> Assignment:
    """The first reason that applies stands."""
    near = tuple(sorted(matter.coverage.count, key=lambda url: (-matter.coverage.count[url], url)))
    draft = replace(matter.draft, collides=near, open_share=matter.coverage.open_share)
    for rule in (_ours, _prices, _shared, _served, _unanswered, _repeats):
        decided = rule(matter, draft)
        if decided is not None:
            return decided
    return replace(draft, why=_why(draft, matter))


def same_concept(draft: Assignment, written: Sequence[Article]) -> Article | None:
    """The article we have on a concept in this language, whatever its state but rejected or withdrawn."""
    return next(
        (
            a
            for a in written
            if a.assignment.concept == draft.concept
            and a.assignment.market.language == draft.market.language
            and a.state not in DEAD
        ),
        None,
    )


def _ours(matter: Matter, draft: Assignment) -> Assignment | None:
    """Our own page stands; it is written anew only when most of what is asked now is new to it."""
    ours = matter.ours
    if ours is None:
        return None
    where = ours.url or ours.slug
    language = draft.market.language
    asked = (*(q.text for q in ours.assignment.topic.questions), *ours.draft.questions)
    known = {key(text, language) for text in asked}
    new = [text for text in matter.concept.questions if key(text, language) not in known]
    share = len(new) / len(matter.concept.questions) if known and new else 0.0
    if share >= OPEN:
        why = f"our page {where} was written before {share:.0%} of these questions were asked: refresh it"
        return replace(draft, action=Action.REFRESH, why=why, covered_by=where)
    return replace(draft, action=Action.HOLD, why="we have a page on it", covered_by=where)


def _prices(matter: Matter, draft: Assignment) -> Assignment | None:
    if matter.concept.aspect != "price":
        return None
    why = "prices belong on product pages: link to them"
    return replace(draft, action=Action.HOLD, why=why, covered_by=draft.target_url)


def _shared(matter: Matter, draft: Assignment) -> Assignment | None:
    """Two or more articles of the site for one topic take each other's readers."""
    coverage, asked = matter.coverage, len(matter.coverage.asked)
    read = ((url, page) for url, page in coverage.pages.items() if url not in coverage.likeness)
    articles = {url: page for url, page in read if page.kind == "article"}
    most = 1 - OPEN
    whole = [url for url in sorted(articles) if not asked or coverage.count[url] > most * asked]
    rivals = whole if len(whole) > 1 else _rivals(articles)
    if len(rivals) < 2:  # noqa: PLR2004  one page has nobody to share with
        return None
    best = max(rivals, key=lambda url: (coverage.count[url], -rivals.index(url)))
    others = ", ".join(url for url in rivals if url != best)
    why = f"{len(rivals)} pages answer it and take each other's readers: make one of them, {best}, out of {others}"
    return replace(draft, action=Action.CONSOLIDATE, why=why, covered_by=best)


def _rivals(pages: dict[str, Page]) -> list[str]:
    """Pages that each have a tenth or more of one search's impressions."""
    shown: dict[str, dict[str, int]] = {}
    for url in sorted(pages):
        for found in pages[url].found_with:
            query = key(found.query, pages[url].language)
            shown.setdefault(query, {})[url] = found.impressions or 0
    for query in sorted(shown):
        total = sum(shown[query].values())
        split = [url for url, seen in shown[query].items() if total and seen >= SPLIT * total]
        if len(split) > 1:
            return split
    return []


def _served(matter: Matter, draft: Assignment) -> Assignment | None:
    """Too little of it is left open by the pages there are."""
    coverage = matter.coverage
    page = coverage.best()
    share = coverage.open_share
    if page is None or not (coverage.is_whole or (share is not None and share < OPEN)):
        return None
    answered = f"{len(coverage.answered)} of {len(coverage.asked)} questions" if coverage.asked else "it"
    if page.ours:
        why = f"it would compete with our page {page.url}, which answers {answered}"
        return replace(draft, action=Action.HOLD, why=why, covered_by=page.url)
    position = min((f.position for f in page.found_with if f.position is not None), default=None)
    if page.kind == "article" and position is not None and WEAK[0] < position <= WEAK[1]:
        why = f"the article {page.url} answers {answered} and stands at position {position:.0f}: refresh it"
        return replace(draft, action=Action.REFRESH, why=why, covered_by=page.url)
    why = f"the site serves it already with its {page.kind} page ({answered}): link to {page.url}"
    return replace(draft, action=Action.LINK, why=why, covered_by=page.url)


def _most_asked(concept: Concept) -> str:
    """The question heard most, else the strongest search."""
    asked = [(question.count, question.text) for question in concept.questions.values()]
    searched = [(keyword.demand, keyword.phrase) for keyword in concept.keywords.values()]
    return " ".join(max(asked or searched)[1].split())


def _unanswered(matter: Matter, draft: Assignment) -> Assignment | None:
    found = matter.answers
    if not found.share:
        why = found.reason or "the product data answer none of it"
    elif found.share < ANSWERABLE:
        why = f"the product data answer {found.share:.0%} of its questions, {ANSWERABLE:.0%} are needed"
    elif found.is_headless:
        why = f"{SILENT[matter.concept.aspect in SHOP_ASPECTS]}: {_most_asked(matter.concept)}"
    else:
        return None
    return replace(draft, action=Action.HOLD, why=why)


def _repeats(matter: Matter, draft: Assignment) -> Assignment | None:
    """A page that holds nothing a product page does not: whoever asks is better served there."""
    found = matter.answers
    if found.is_more_than_a_product_page:
        return None
    why = found.reason or "it would only repeat one product page"
    link = f": link to {draft.target_url}" if draft.target_url else ""
    return replace(draft, action=Action.HOLD, why=f"{why}{link}")


def _why(draft: Assignment, matter: Matter) -> str:
    concept = matter.concept
    if not concept.questions and not concept.keywords:
        return f"{matter.answers.own} products differ in it and no page shows them side by side"
    asked = sum(q.count for q in concept.questions.values())
    searched = sum(k.count for k in concept.keywords.values() if k.phrase not in concept.questions)
    counts = (
        (asked, "question"),
        (searched if draft.support.shown is None else draft.support.uncounted, "search"),
        (draft.support.shown or 0, "impression"),  # a search engine's own count: no row of it is one search
    )
    heard = [_counted(number, noun) for number, noun in counts if number]
    listed = " and ".join(heard) if len(heard) < MANY else f"{', '.join(heard[:-1])} and {heard[-1]}"
    if draft.open_share is not None and draft.open_share < 1:
        share = f"{draft.open_share:.0%} of it"
        return f"{listed} heard, the product data can answer, no page does for {share}"
    return f"{listed} heard, the product data can answer, no page does"


def _counted(number: int, noun: str) -> str:
    plural = "es" if noun.endswith("ch") else "s"
    return f"{number:,} {noun}{plural if number != 1 else ''}"
