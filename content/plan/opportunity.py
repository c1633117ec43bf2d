"""How much a topic deserves a page, factor by factor, so that a marketer can see why.

points = 100 · season · demand^.35 · gap^.25 · fit^.20 · ease^.20, every factor 0-1 but season (0.7-1.3).
What nobody measured is said to be unknown; it never stands as a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from content.plan.curve import Curve
from content.plan.difficulty import ease_of
from content.records import Opportunity, Support
from seo.records import Intent, Keyword, Question, Result, Signal
from seo.seasons import Season, met

FIT = {  # a shopper about to choose is worth more than one who looks for another site
    Intent.TRANSACTIONAL: 1.0,
    Intent.COMMERCIAL: 0.9,
    Intent.INFORMATIONAL: 0.7,
    Intent.NAVIGATIONAL: 0.1,
}
HALF_ASKED = 4  # questions that count as much as a search in the middle of the field
CATALOGUE_DEMAND = 0.2
"""Nobody asked in so many words: products that differ are worth a page, less than one that is asked for."""

REACH = 3.0  # the place of a page that answers what was asked, when all goes well
TREND_HEARD, TREND_SOURCES = 8, 2  # fewer reviews or questions, or all from one place, are no trend
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a topic's demand."""

    keywords: Sequence[Keyword]
    questions: Sequence[Question]
    intent: Intent
    in_stock: float  # 0-1 of its products
    answerable: float  # 0-1 of its questions
    signals: Mapping[str, Signal]
    results: Sequence[Result] = ()  # the results page of its strongest keyword, when one was seen
    season: Season | None = None

    @property
    def behind(self) -> list[Signal]:
        """The signals behind its keywords and questions, each once."""
        names = [s for k in self.keywords for s in k.signals] + [q.signal for q in self.questions]
        return [self.signals[name] for name in dict.fromkeys(names) if name in self.signals]


def opportunity(heard: Heard, week: str, curve: Curve) -> Opportunity:
    """The factors of a topic in a week, each with its reason."""
    demand, demanded = _demand(heard)
    gap, won = _gap(heard.behind, curve)
    fit = FIT[heard.intent] * (0.5 + 0.5 * heard.in_stock)
    ease, easy = ease_of(heard.keywords, heard.results)
    volume, source = _volume(heard.behind)
    told = f"{volume:,} searches a month ({source})" if volume is not None else "nobody published a volume"
    reasons = (
        ("demand", f"{demanded}; {told}"),
        ("gap", won),
        ("fit", f"{heard.intent}, {heard.in_stock:.0%} of its products on sale"),
        ("ease", easy),
        ("answerable", f"the shop can answer {heard.answerable:.0%} of what is asked"),
    )
    found = Opportunity(
        0.0,
        round(demand, 3),
        round(gap, 3),
        round(fit, 3),
        round(ease, 3),
        reasons=reasons,
        volume=volume,
        volume_source=source,
        earns=_earned(heard.behind, curve),
        answerable=round(heard.answerable, 3),
    )
    return in_week(found, heard.season, week)


def in_week(
    found: Opportunity, season: Season | None, week: str, lift: float = 0.0, why: str = ""
) -> Opportunity:
    """The same topic's opportunity in another week: only the season differs, and what a campaign lifts."""
    factor = min(1.3, max(season.factor(week) if season else 1.0, lift))
    reasons = tuple(pair for pair in found.reasons if pair[0] != "season")
    points = 100 * factor * found.demand**0.35 * found.gap**0.25 * found.fit**0.20 * found.ease**0.20
    told = why or seasonal(season, week)
    return replace(found, points=round(points, 1), season=factor, reasons=(*reasons, ("season", told)))


def seasonal(season: Season | None, week: str) -> str:
    """Why now, out of the season."""
    if season is None:
        return "its season is not known"
    if season.is_flat:
        return f"readers of {season.title!r} come all year alike"
    then, peak = met(week).month, season.peak
    grows = {1.0: ", more every year", -1.0: ", fewer every year"}.get(season.growth, "")
    return (
        f"readers of {season.title!r} are at {season.index[then - 1]:.1f} of their mean in {MONTHS[then - 1]}, "
        f"when the page begins to be found (peak: {MONTHS[peak - 1]}{grows})"
    )


def support(heard: Heard) -> Support:
    """How often it was heard, in how many places, since when."""
    behind = heard.behind
    places = {place for signal in behind for place in (signal.sources or (signal.source,))}
    days = [d for s in behind for d in (s.first_seen, s.observed_on) if d is not None]
    count = sum(q.count for q in heard.questions)
    texts = {q.text for q in heard.questions}
    searches = [k for k in heard.keywords if k.phrase not in texts]
    count += sum(k.count for k in searches)
    counted = [s.impressions for s in behind if s.impressions is not None]
    seen = {s.id for s in behind if s.impressions is not None}
    uncounted = sum(k.count for k in searches if not seen & set(k.signals))
    since = min(days, default=None)
    return Support(count, len(places), since, *((sum(counted), uncounted) if counted else ()))


def supported(found: Support) -> str:
    """The support in words; few voices are never called a trend."""
    if not found.heard:
        return "nobody asked yet, the catalogue itself suggests it"
    since = f" since {_month(found.since)}" if found.since else ""
    places = f"in {found.sources} place{'s' if found.sources != 1 else ''}" if found.sources else "somewhere"
    times = f"heard {found.heard} time{'s' if found.heard != 1 else ''} {places}{since}"
    if found.shown:  # counted by a search engine, not by us: no few voices
        return f"{times}, {found.shown:,} impressions"
    is_trend = found.heard >= TREND_HEARD and found.sources >= TREND_SOURCES
    return times if is_trend else f"{times}, too little for a trend"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _demand(heard: Heard) -> tuple[float, str]:
    """The strongest of its searches, its questions and the catalogue."""
    searched = max((k.demand for k in heard.keywords), default=0.0) / 100
    asked = sum(q.count for q in heard.questions)
    by_asking = asked / (asked + HALF_ASKED)
    if max(searched, by_asking) <= CATALOGUE_DEMAND:
        return CATALOGUE_DEMAND, "the catalogue holds it, hardly anybody asked"
    if searched >= by_asking:
        return searched, f"its strongest search is above {searched:.0%} of those heard in its language"
    return by_asking, f"asked {asked} time{'s' if asked != 1 else ''}"


def _volume(signals: Sequence[Signal]) -> tuple[int | None, str]:
    """The largest volume a source published, with the source; None is unknown."""
    known = [(s.volume, s.volume_source) for s in signals if s.volume is not None]
    return max(known, key=lambda pair: (pair[0], pair[1]), default=(None, ""))


def _gap(signals: Sequence[Signal], curve: Curve) -> tuple[float, str]:
    """What the site leaves unearned of what a page that answers it can reach; 1 when it is not seen at all.

    The measure is a good place, not the place it has: a site that gets at place 5 what place 5 gives leaves most of
    it to others.
    """
    seen = [s for s in signals if s.impressions and s.position]
    if not seen:
        return 1.0, "the site was not seen for it: all of it is to be won"
    impressions = sum(s.impressions or 0 for s in seen)
    expected = sum((s.impressions or 0) * curve.share(min(REACH, s.position or 100)) for s in seen)
    clicks = sum(s.clicks or 0 for s in seen)
    near = any(4 <= (s.position or 100) <= 20 for s in seen)  # noqa: PLR2004  positions that a page can lift
    gap = min(1.0, max(0.05, 1 - clicks / expected) * (1.15 if near else 1.0))
    best = min(s.position or 100 for s in seen)
    usual = f"{clicks:,} clicks where position {REACH:.0f} would bring {expected:,.0f}"
    return gap, f"seen {impressions:,} times, best at position {best:.0f}, with {usual}"


def _earned(signals: Sequence[Signal], curve: Curve) -> int | None:
    """Clicks more in the span of the exports, at the place a page can reach; None when nothing was counted."""
    seen = [s for s in signals if s.impressions and s.position]
    if not seen:
        return None
    more = ((s.impressions or 0) * curve.share(min(REACH, s.position or 100)) - (s.clicks or 0) for s in seen)
    return round(sum(max(0.0, each) for each in more))
