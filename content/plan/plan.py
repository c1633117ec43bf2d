"""The week's assignments: which topics deserve a page, in which market, and what becomes of the others.

Twenty is a ceiling. A topic is written when the shop can answer it, no page serves it yet, and it holds
something that no single product page shows.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from content.ledger.ledger import Ledger
from content.plan.answers import Answers, answers
from content.plan.catalogue import concepts as catalogue_concepts
from content.plan.concepts import Concept, Stray, gather, lines
from content.plan.curve import curve_of
from content.plan.days import LIFT, Day, campaigns, frozen
from content.plan.decide import Matter, decide, same_concept
from content.plan.edits import added, edited
from content.plan.floor import worth_a_page
from content.plan.keyword_map import KeywordMap
from content.plan.known import Known
from content.plan.links import linked
from content.plan.named import digest, topic_of
from content.plan.opportunity import Heard, in_week, opportunity, seasonal, support
from content.plan.picking import Week, pick
from content.plan.pillars import with_pillars
from content.plan.rivals import apart
from content.plan.variants import variants
from content.plan.vocabulary import vocabulary_of
from content.records import Action, Article, Assignment, Opportunity, State
from seo.records import Intent, Market, Page, Signal, Topic
from seo.seasons import Season

NOTHING = Opportunity(0.0, 0.0, 0.0, 0.0, 0.0)
STANDING = (State.PUBLISHED, State.LIVE, State.REFRESHED)


def plan(
    topics: Sequence[Topic],
    ledger: Ledger,
    pages: Sequence[Page],
    markets: Sequence[Market],
    week: str,
    limit: int,
    written: Sequence[Article] = (),
    signals: Mapping[str, Signal] | None = None,
    known: Known | None = None,
) -> list[Assignment]:
    """Assignments of a week: those to write, best first, then what is linked, held or left, and why."""
    known = known or Known(signals or {})
    weighing = Weighing(ledger, pages, markets, written, known)
    candidates, left = weighing.candidates(topics, week)
    return weighing.week(candidates, week, limit, written) + left


class Weighing:
    """Everything a plan of this shop rests on, read once: a calendar asks it for many weeks."""

    def __init__(
        self,
        ledger: Ledger,
        pages: Sequence[Page],
        markets: Sequence[Market],
        written: Sequence[Article] = (),
        known: Known | None = None,
    ) -> None:
        self.ledger = ledger
        self.markets = markets
        self.known = known or Known()
        self._pages = [page for page in pages if _is_for(page, markets)]
        self._written = written
        self._languages = {m.language: m for m in reversed(markets)}  # its first market
        self._vocabularies = {name: vocabulary_of(ledger, name) for name in sorted(self._languages)}
        self._map = KeywordMap(self._pages, ledger, self._vocabularies, self.known.encoder)
        self._curve = curve_of(self.known.signals.values())

    def candidates(self, topics: Sequence[Topic], week: str) -> tuple[list[Assignment], list[Assignment]]:
        """Every topic a page of this shop could be about, weighed and decided; and those it could not."""
        mine = [
            t for t in (*topics, *added(self.known.decisions, self.markets)) if t.language in self._languages
        ]
        heard, strays = gather(mine, self.ledger, self._vocabularies)
        whole = _with_catalogue(heard, self.ledger, self._languages)
        concepts, strays = edited(whole, strays, self.known.decisions, self.ledger, self._vocabularies)
        weighed = [self._assign(concept, week) for concept in concepts]
        heard_in = {signal.language for signal in self.known.signals.values()}
        wanted = worth_a_page(weighed, concepts, heard_in)
        linked_up = _translated(with_pillars(wanted, self.ledger))
        left = [self._stray(stray, week) for stray in strays]
        return apart(linked_up, self.known.results), left

    def week(
        self, candidates: Sequence[Assignment], week: str, limit: int, written: Sequence[Article] = ()
    ) -> list[Assignment]:
        """The choice of one week out of the candidates, numbered and linked; then the others and why not."""
        placed = self.placed()
        signed = [_signed(each, placed) for each in candidates]
        frozen_now = {m.locale: day.name for m in self.markets if (day := frozen(self.known.days, m, week))}
        weeks = {key: each.week for key, each in placed.items()}
        chosen, later = pick(signed, Week(week, limit, self.markets, frozen_now, weeks, self.known.begun))
        standing = [a for a in written if a.state in STANDING]
        return [*linked(_number(chosen, written), self.ledger, standing), *later]

    def placed(self) -> "dict[tuple[str, str], _Place]":
        """Where people have put topics: (language, concept) -> week and name."""
        found = {}
        for each in self.known.decisions:
            if each.kind in ("move", "lock"):
                for topic in each.topics:
                    found[topic.language, topic.concept] = _Place(each.week, each.by)
            elif each.kind == "add" and each.week:
                language = each.market.split("-")[0]
                heard, _ = gather(added([each], self.markets), self.ledger, self._vocabularies)
                for concept in heard:
                    found[language, concept.name] = _Place(each.week, each.by)
        return found

    def seasoned(self, each: Assignment, week: str) -> Assignment:
        """The same topic weighed for another week: its season, and campaigns that a page could still meet."""
        season = self._season(each.category, [k.phrase for k in each.topic.keywords], each.market.language)
        lift, why = self._campaign(each, week)
        found = in_week(each.opportunity, season, week, lift, why)
        return replace(each, week=week, opportunity=found, now=why or seasonal(season, week))

    def _assign(self, concept: Concept, week: str) -> Assignment:
        vocabulary = self._vocabularies[concept.language]
        market = _market(concept.language, concept.countries, concept.name, self.markets, self._written)
        intent = max(sorted(concept.intents), key=lambda i: concept.intents[i], default=Intent.INFORMATIONAL)
        found = answers(concept, self.ledger, market, vocabulary, can_translate=self.known.can_translate)
        heard = self._heard(concept, intent, found, market)
        draft = Assignment(
            id=digest(self.ledger.shop.id, week, concept.language, concept.name),
            week=week,
            ordinal=0,
            market=market,
            topic=topic_of(concept, intent, vocabulary, self.ledger, found.open),
            concept=concept.name,
            aspect=concept.aspect,
            category=concept.category,
            handles=found.handles,
            attributes=found.attributes,
            action=Action.WRITE,
            why="",
            opportunity=opportunity(heard, week, self._curve),
            target_url=self._target(concept, found.handles, market),
            missing=found.missing,
            support=support(heard),
            by=concept.by,
        )
        draft = self.seasoned(replace(draft, variants=variants(draft, self.markets, self.ledger)), week)
        if concept.banned:
            return replace(draft, action=Action.HOLD, why=concept.banned)
        coverage = self._map.coverage(concept, is_advised=found.is_advised)
        return decide(Matter(draft, concept, found, coverage, same_concept(draft, self._written)))

    def _stray(self, stray: Stray, week: str) -> Assignment:
        """A topic the catalogue cannot place: a page that serves it is linked, the rest is none of our business."""
        topic = stray.topic
        page = self._map.serving(topic)
        why = (
            f"the site serves it already with its {page.kind} page: link to {page.url}" if page else stray.why
        )
        return Assignment(
            id=digest("stray", week, topic.id),
            week=week,
            ordinal=0,
            market=_market(topic.language, Counter(topic.countries), topic.id, self.markets, self._written),
            topic=topic,
            concept="",
            aspect="",
            category="",
            handles=(),
            attributes=(),
            action=Action.LINK if page else Action.SKIP,
            why=why,
            opportunity=NOTHING,
            covered_by=page.url if page else "",
            support=support(_heard_of(topic, self.known.signals)),
            pillar=topic.pillar,
            translations=topic.translations,
            by=topic.intent_by.removesuffix(" added it") if topic.origin == "person" else "",
        )

    def _heard(self, concept: Concept, intent: Intent, found: Answers, market: Market) -> Heard:
        keywords = sorted(concept.keywords.values(), key=lambda k: (-k.demand, k.key))
        stock = [self.ledger.in_stock(h, market) for h in found.handles]
        return Heard(
            keywords,
            list(concept.questions.values()),
            intent,
            in_stock=sum(s is not False for s in stock) / len(stock) if stock else 1.0,
            answerable=found.share,
            signals=self.known.signals,
            results=self.known.results(keywords[0].phrase, market.locale) if keywords else (),
            season=self._season(concept.category, [k.phrase for k in keywords], concept.language),
        )

    def _season(self, category: str, phrases: Sequence[str], language: str) -> Season | None:
        """The season of one of its own searches, else of its product line; None when nobody measured either."""
        mine = [s for s in self.known.seasons if s.language == language]
        for season in mine:
            if season.seed in phrases:
                return season
        vocabulary = self._vocabularies[language]
        for season in mine:
            if category in lines(vocabulary.understand(season.seed or season.title), self.ledger):
                return season
        return None

    def _campaign(self, each: Assignment, week: str) -> tuple[float, str]:
        """The lift of a campaign that names the topic's line or aspect, and why now."""
        vocabulary = self._vocabularies[each.market.language]
        for day, left in campaigns(self.known.days, each.market, week):
            sense = vocabulary.understand(day.name)
            if each.category in lines(sense, self.ledger) or each.aspect in sense.keys("aspect"):
                return _lift(day, left)
        return 0.0, ""

    def _target(self, concept: Concept, handles: tuple[str, ...], market: Market) -> str:
        """The category's page, else that of a product on sale, else of any."""
        if listed := self._map.category_page(concept.language, concept.category):
            return listed
        on_sale = [h for h in handles if self.ledger.in_stock(h, market) is not False]
        urls = [self.ledger.url(h, market) for h in (*on_sale, *handles)]
        return next((u for u in urls if u), "")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a person put a topic."""

    week: str
    by: str


def _lift(day: Day, left: int) -> tuple[float, str]:
    return LIFT, f"{day.name} begins on {day.on:%Y-%m-%d}, in {left} weeks"


def _heard_of(topic: Topic, signals: Mapping[str, Signal]) -> Heard:
    """What was heard of a topic that no page can be about: enough to say how much it is wanted."""
    return Heard(topic.keywords, topic.questions, topic.intent, in_stock=1.0, answerable=0.0, signals=signals)


def _signed(each: Assignment, placed: "Mapping[tuple[str, str], _Place]") -> Assignment:
    place = placed.get((each.market.language, each.concept))
    return replace(each, by=place.by) if place else each


def _is_for(page: Page, markets: Sequence[Market]) -> bool:
    """A page of another country is none of our readers' pages."""
    return not page.market or any(m.language == page.language and m.country == page.market for m in markets)


def _with_catalogue(heard: list[Concept], ledger: Ledger, languages: Mapping[str, Market]) -> list[Concept]:
    known = {(c.language, c.name): c for c in heard}
    for language in sorted(languages):
        for concept in catalogue_concepts(ledger, languages[language]):
            if (language, concept.name) in known:
                known[language, concept.name].attributes.update(concept.attributes)
                known[language, concept.name].is_in_catalogue = True
            else:
                known[language, concept.name] = concept
    return [known[key] for key in sorted(known)]


def _market(
    language: str, countries: Counter[str], name: str, markets: Sequence[Market], written: Sequence[Article]
) -> Market:
    """One page per concept and language. Two markets with one language: who asks, then whose turn it is."""
    same = [m for m in markets if m.language == language]
    had = Counter(a.assignment.market.locale for a in written)
    return max(
        same, key=lambda m: (countries[m.country], m.share / (1 + had[m.locale]), digest(m.locale, name))
    )


def _translated(candidates: Sequence[Assignment]) -> list[Assignment]:
    """The same concept in other languages is the same topic: for hreflang, and for research done once."""
    ids: dict[str, list[tuple[str, str]]] = {}
    for each in candidates:
        ids.setdefault(each.concept, []).append((each.market.language, each.topic.id))
    return [
        replace(
            each,
            translations=tuple(
                name for language, name in sorted(ids[each.concept]) if language != each.market.language
            ),
        )
        for each in candidates
    ]


def _number(chosen: Sequence[Assignment], written: Sequence[Article]) -> list[Assignment]:
    count = Counter(a.assignment.market.language for a in written)
    numbered = []
    for assignment in chosen:
        language = assignment.market.language
        numbered.append(replace(assignment, ordinal=count[language]))
        count[language] += 1
    return numbered
