"""The week's assignments: which topics deserve a page, in which market, and what becomes of the others.

Twenty is a ceiling. A topic is written when the shop can answer it, no page serves it yet, and it holds
something that no single product page shows.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from content.ledger.ledger import Ledger
from content.plan.answers import Answers, answers
from content.plan.catalogue import concepts as catalogue_concepts
from content.plan.concepts import CHOOSE, Concept, Stray, about, gather
from content.plan.headline import headline
from content.plan.opportunity import opportunity
from content.plan.vocabulary import Vocabulary, vocabulary_of
from content.records import Action, Article, Assignment, Opportunity, State
from seo.records import Intent, Market, Page, Signal, Topic

ANSWERABLE = 0.6  # share of a topic's questions the shop must be able to answer
SAME_LINE = 0.9  # what a second page on the same product line is worth beside the first, in one week
NOTHING = Opportunity(0.0, 0.0, 0.0, 0.0, 0.0)


def plan(
    topics: Sequence[Topic],
    ledger: Ledger,
    pages: Sequence[Page],
    markets: Sequence[Market],
    week: str,
    limit: int,
    written: Sequence[Article] = (),
    signals: Mapping[str, Signal] | None = None,
) -> list[Assignment]:
    """Assignments of a week: those to write, best first, then what is linked, held or left, and why."""
    languages = {m.language: m for m in markets}
    vocabularies = {language: vocabulary_of(ledger, language) for language in sorted(languages)}
    heard, strays = gather([t for t in topics if t.language in languages], ledger, vocabularies)
    candidates = [
        _assign(c, ledger, pages, markets, week, written, vocabularies[c.language], signals or {})
        for c in _with_catalogue(heard, ledger, languages)
    ]
    chosen, later = _choose(candidates, markets, limit)
    chosen = _number(chosen, written)
    left = [_stray(stray, languages[stray.topic.language], week) for stray in strays]
    return [*chosen, *later, *left]


def _with_catalogue(heard: list[Concept], ledger: Ledger, languages: Mapping[str, Market]) -> list[Concept]:
    known = {(c.language, c.name): c for c in heard}
    for language in sorted(languages):
        for concept in catalogue_concepts(ledger, languages[language]):
            if (language, concept.name) in known:
                known[language, concept.name].attributes.update(concept.attributes)
            else:
                known[language, concept.name] = concept
    return [known[key] for key in sorted(known)]


def _assign(
    concept: Concept,
    ledger: Ledger,
    pages: Sequence[Page],
    markets: Sequence[Market],
    week: str,
    written: Sequence[Article],
    vocabulary: Vocabulary,
    signals: Mapping[str, Signal],
) -> Assignment:
    market = _market(concept, markets, written)
    intent = max(sorted(concept.intents), key=lambda i: concept.intents[i], default=Intent.INFORMATIONAL)
    found = answers(concept, ledger, market, vocabulary)
    keywords = sorted(concept.keywords.values(), key=lambda k: (-k.demand, k.key))
    stock = [ledger.in_stock(h, market) for h in found.handles]
    in_stock = sum(s is not False for s in stock) / len(stock) if stock else 1.0
    topic = _topic(concept, intent, vocabulary, ledger)
    draft = Assignment(
        id=_hash(ledger.shop.id, week, concept.language, concept.name),
        week=week,
        ordinal=0,
        market=market,
        topic=topic,
        concept=concept.name,
        aspect=concept.aspect,
        category=concept.category,
        handles=found.handles,
        attributes=found.attributes,
        action=Action.WRITE,
        why="",
        opportunity=opportunity(keywords, _asked(concept), intent, in_stock, signals),
        target_url=_target(concept, found.handles, ledger, pages, market, vocabulary),
        missing=found.missing,
    )
    return _decide(draft, concept, found, pages, written, vocabulary, ledger)


def _decide(
    draft: Assignment,
    concept: Concept,
    found: Answers,
    pages: Sequence[Page],
    written: Sequence[Article],
    vocabulary: Vocabulary,
    ledger: Ledger,
) -> Assignment:
    """Write, link or hold; the first reason that applies stands."""
    ours = _ours(draft, written)
    if ours is not None:
        return replace(
            draft, action=Action.HOLD, why="we have a page on it", covered_by=ours.url or ours.slug
        )
    if concept.aspect == "price":
        return replace(draft, action=Action.HOLD, why="prices belong on product pages: link to them")
    serving = _serving(concept, pages, vocabulary, ledger, is_advised=found.is_advised)
    if serving is not None:
        why = f"the site serves it already with its {serving.kind} page: link to it"
        return replace(draft, action=Action.LINK, why=why, covered_by=serving.url)
    if not found.share:
        return replace(draft, action=Action.HOLD, why=found.reason or "the product data answer none of it")
    if found.share < ANSWERABLE:
        why = f"the product data answer {found.share:.0%} of its questions, {ANSWERABLE:.0%} are needed"
        return replace(draft, action=Action.HOLD, why=why)
    if not found.is_more_than_a_product_page:
        return replace(draft, action=Action.HOLD, why="it would only repeat one product page")
    return replace(draft, why=_why(draft, concept))


def _why(draft: Assignment, concept: Concept) -> str:
    if not concept.questions and not concept.keywords:
        return f"{len(draft.handles)} products differ in it and no page shows them side by side"
    asked = _asked(concept)
    searched = sum(k.count for k in concept.keywords.values() if k.phrase not in concept.questions)
    heard = [_counted(asked, "question")] * bool(asked) + [_counted(searched, "search")] * bool(searched)
    return f"{' and '.join(heard)} heard, the product data can answer, no page does"


def _counted(number: int, noun: str) -> str:
    plural = "es" if noun.endswith("ch") else "s"
    return f"{number} {noun}{plural if number != 1 else ''}"


def _asked(concept: Concept) -> int:
    return sum(q.count for q in concept.questions.values())


def _ours(draft: Assignment, written: Sequence[Article]) -> Article | None:
    dead = (State.REJECTED, State.WITHDRAWN)
    same = [
        a
        for a in written
        if a.assignment.concept == draft.concept
        and a.assignment.market.language == draft.market.language
        and a.state not in dead
    ]
    return same[0] if same else None


def _serving(
    concept: Concept, pages: Sequence[Page], vocabulary: Vocabulary, ledger: Ledger, *, is_advised: bool
) -> Page | None:
    """The page of the inventory that answers the same: an article on it, or a category page for choosing."""
    for page in pages:
        if page.language != concept.language:
            continue
        sense = vocabulary.understand(page.title)
        category, aspect = about(page.title, sense, ledger)
        if page.kind == "article" and (category, aspect or CHOOSE) == (concept.category, concept.aspect):
            return page
        serves_choice = page.kind == "category" and concept.aspect == CHOOSE and not is_advised
        if serves_choice and category == concept.category:
            return page
    return None


def _target(
    concept: Concept,
    handles: tuple[str, ...],
    ledger: Ledger,
    pages: Sequence[Page],
    market: Market,
    vocabulary: Vocabulary,
) -> str:
    for page in pages:
        is_candidate = page.kind == "category" and page.language == concept.language
        if is_candidate and concept.category in vocabulary.understand(page.title).keys("category"):
            return page.url
    urls = [ledger.url(h, market) for h in handles]
    return next((u for u in urls if u), "")


def _market(concept: Concept, markets: Sequence[Market], written: Sequence[Article]) -> Market:
    """One page per concept and language. Two markets with one language: who asks, then whose turn it is."""
    same = [m for m in markets if m.language == concept.language]
    had = Counter(a.assignment.market.locale for a in written)
    return max(
        same,
        key=lambda m: (
            concept.countries[m.country],
            m.share / (1 + had[m.locale]),
            _lot(m.locale, concept),
        ),
    )


def _choose(
    candidates: list[Assignment], markets: Sequence[Market], limit: int
) -> tuple[list[Assignment], list[Assignment]]:
    """The best of each market up to its share, the free places to the best of the rest."""
    best = _spread([c for c in candidates if c.action is Action.WRITE])
    quota = _quotas(markets, limit)
    chosen = []
    for candidate in best:
        if quota[candidate.market.locale] > 0:
            quota[candidate.market.locale] -= 1
            chosen.append(candidate)
    taken = {c.id for c in chosen}
    taken |= {c.id for c in [c for c in best if c.id not in taken][: limit - len(chosen)]}
    full = "deserves a page, but this week is full"
    waiting = [replace(c, action=Action.HOLD, why=full) for c in best if c.id not in taken]
    others = [c for c in candidates if c.action is not Action.WRITE]
    return [c for c in best if c.id in taken], waiting + others


def _spread(candidates: list[Assignment]) -> list[Assignment]:
    """Best first, each further page on the same product line of a language counting for less.

    Only the line just served changes its worth, so each line waits in a heap with its best page.
    """
    lines: dict[tuple[str, str], list[Assignment]] = {}
    for each in sorted(candidates, key=lambda a: (-a.opportunity.points, a.market.locale, a.concept)):
        lines.setdefault((each.market.language, each.category), []).append(each)
    heap = [_worth(line, 0) for line in lines.values()]
    heapq.heapify(heap)
    order = []
    while heap:
        *_, (place, key) = heapq.heappop(heap)
        line = lines[key]
        order.append(line[place])
        if place + 1 < len(line):
            heapq.heappush(heap, _worth(line, place + 1))
    return order


def _worth(line: list[Assignment], place: int) -> tuple[float, str, str, tuple[int, tuple[str, str]]]:
    """The heap's key of a line's next page: what it is worth after those before it, then market and concept."""
    each = line[place]
    points = -each.opportunity.points * SAME_LINE**place
    return points, each.market.locale, each.concept, (place, (each.market.language, each.category))


def _quotas(markets: Sequence[Market], limit: int) -> dict[str, int]:
    """Places per market by its share, largest remainders first (Hare quota)."""
    total = sum(m.share for m in markets)
    exact = {m.locale: limit * m.share / total for m in markets}
    quota = {locale: int(places) for locale, places in exact.items()}
    rest = sorted(exact, key=lambda locale: (quota[locale] - exact[locale], locale))
    for locale in rest[: limit - sum(quota.values())]:
        quota[locale] += 1
    return quota


def _number(chosen: list[Assignment], written: Sequence[Article]) -> list[Assignment]:
    count = Counter(a.assignment.market.language for a in written)
    numbered = []
    for assignment in chosen:
        language = assignment.market.language
        numbered.append(replace(assignment, ordinal=count[language]))
        count[language] += 1
    return numbered


def _topic(concept: Concept, intent: Intent, vocabulary: Vocabulary, ledger: Ledger) -> Topic:
    questions = sorted(concept.questions.values(), key=lambda q: (-q.count, q.text))
    keywords = tuple(sorted(concept.keywords.values(), key=lambda k: (-k.demand, k.key)))
    name = headline(questions, concept, vocabulary, ledger)
    name = name or (keywords[0].phrase if keywords else _plain_name(concept, ledger))
    origin = max(sorted(concept.topics), key=lambda t: concept.topics[t], default="")
    return Topic(
        id=origin or _hash("catalogue", concept.language, concept.name),
        language=concept.language,
        name=name,
        intent=intent,
        intent_confidence=round(concept.intents[intent] / sum(concept.intents.values()), 2),
        intent_by="the share of its members" if concept.topics else "a comparison out of the catalogue",
        keywords=keywords,
        questions=tuple(questions),
        demand=concept.demand,
        origin="signals" if concept.topics else "catalogue",
        countries=tuple(sorted(concept.countries)),
    )


def _plain_name(concept: Concept, ledger: Ledger) -> str:
    """A topic nobody has named yet: "electric kettles: size and space"."""
    words = ledger.lexicon.synonyms("aspect", concept.aspect, concept.language)
    category = ledger.lexicon.category(concept.category, concept.language) or concept.category
    return f"{category}: {words[0] if words else concept.aspect}"


def _stray(stray: Stray, market: Market, week: str) -> Assignment:
    return Assignment(
        id=_hash("stray", week, stray.topic.id),
        week=week,
        ordinal=0,
        market=market,
        topic=stray.topic,
        concept="",
        aspect="",
        category="",
        handles=(),
        attributes=(),
        action=Action.SKIP,
        why=stray.why,
        opportunity=NOTHING,
    )


def _lot(locale: str, concept: Concept) -> str:
    return hashlib.sha256(f"{locale} {concept.name}".encode()).hexdigest()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
