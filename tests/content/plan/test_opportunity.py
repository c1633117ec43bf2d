"""Every factor between 0 and 1, said in words; what nobody measured stays unknown."""

from datetime import date

import pytest

from content.plan.curve import USUAL, Curve, curve_of
from content.plan.difficulty import ease_of
from content.plan.opportunity import Heard, in_week, opportunity, support, supported
from content.records import Support
from seo.keywords import keywords
from seo.records import Intent, Interest, Keyword, Question, Result, Signal, SignalKind
from seo.seasons import season

WEEK = "2026-W48"
WINTER = [900, 800, 600, 400, 300, 250, 250, 300, 500, 700, 850, 950]
YEARS = tuple((f"{year}-{month:02d}", v) for year in (2024, 2025) for month, v in enumerate(WINTER, 1))
SEASON = season(Interest("Thermal curtain", "en", YEARS, "pageviews", "thermal curtains"))


def signal(name: str, **given: object) -> Signal:
    return Signal(name, name, SignalKind.QUERY, "a.csv", "en", 1.0, **given)  # type: ignore[arg-type]


def heard(*signals: Signal, demand: float = 60.0, asked: int = 0, **given: object) -> Heard:
    keywords = [Keyword(s.text, s.text, "en", demand, s.count, (s.id,)) for s in signals]
    questions = [Question("Can I?", asked)] if asked else []
    values = {"intent": Intent.INFORMATIONAL, "in_stock": 1.0, "answerable": 1.0, **given}
    return Heard(keywords, questions, signals={s.id: s for s in signals}, **values)  # type: ignore[arg-type]


def test_every_factor_is_between_0_and_1_and_has_its_sentence() -> None:
    found = opportunity(heard(signal("cut curtains", impressions=900, clicks=9, position=8.0)), WEEK, Curve())
    assert all(0 <= x <= 1 for x in (found.demand, found.gap, found.fit, found.ease, found.answerable or 0))
    assert [name for name, _ in found.reasons] == ["demand", "gap", "fit", "ease", "answerable", "season"]
    assert dict(found.reasons)["gap"].startswith(
        "seen 900 times, best at position 8, with 9 clicks where position 3"
    )


def test_an_unknown_volume_is_never_a_number() -> None:
    found = opportunity(heard(signal("cut curtains")), WEEK, Curve())
    assert (found.volume, found.earns) == (None, None)
    assert "nobody published a volume" in dict(found.reasons)["demand"]
    told = opportunity(heard(signal("x", volume=0, volume_source="bing webmaster 2026-10")), WEEK, Curve())
    assert told.volume == 0  # a source said so: that is not unknown
    assert "0 searches a month (bing webmaster 2026-10)" in dict(told.reasons)["demand"]


def test_the_season_lifts_what_its_readers_will_look_for_in_seven_weeks() -> None:
    plain = opportunity(heard(signal("warm curtains")), "2026-W44", Curve())
    autumn = opportunity(heard(signal("warm curtains"), season=SEASON), "2026-W44", Curve())
    spring = in_week(autumn, SEASON, "2026-W15")
    assert (plain.season, autumn.season, spring.season) == (1.0, 1.3, 0.7)
    assert spring.points < plain.points < autumn.points
    assert dict(plain.reasons)["season"] == "its season is not known"
    assert "peak: December" in dict(autumn.reasons)["season"]


def test_a_few_reviews_are_no_trend() -> None:
    assert supported(Support(3, 1, date(2026, 8, 3))) == (
        "heard 3 times in 1 place since August 2026, too little for a trend"
    )
    assert supported(Support(12, 1)).endswith("too little for a trend")  # one place may be one angry thread
    assert supported(Support(12, 3, date(2026, 8, 3))) == "heard 12 times in 3 places since August 2026"
    assert supported(Support()) == "nobody asked yet, the catalogue itself suggests it"


def test_support_counts_places_and_the_first_day() -> None:
    one = signal("a", count=4, sources=("a.csv", "reddit"), first_seen=date(2026, 3, 2))
    two = signal("b", count=1, observed_on=date(2026, 2, 1))
    assert support(heard(one, two)) == Support(5, 2, date(2026, 2, 1))


def test_the_sites_own_curve_counts_where_it_was_seen_enough() -> None:
    own = curve_of([signal(f"q{n}", impressions=100, clicks=5, position=3.0) for n in range(10)])
    assert own.share(3) == pytest.approx(0.06)  # .05 of 1,000 drawn up by the .08 that is usual below it
    assert own.share(1) == USUAL[0]
    shares = [own.share(at) for at in range(1, 30)]
    assert shares == sorted(shares, reverse=True)
    few = [signal(f"q{n}", impressions=40, clicks=40, position=3.0) for n in range(10)]
    lone = [signal("a", impressions=9000, clicks=50, position=3.0)]  # would be compared with itself
    assert curve_of(few) == curve_of(lone) == Curve()


def test_a_results_page_of_forums_is_easier_than_one_of_giants() -> None:
    def page(*hosts: str) -> list[Result]:
        return [
            Result("warm curtains", "en-GB", at, f"https://{h}/x", "t", "", "searxng", date(2026, 11, 1))
            for at, h in enumerate(hosts, 1)
        ]

    forums, _ = ease_of([], page("www.reddit.com", "forum.example", "small.example"))
    giants, why = ease_of([], page("www.amazon.co.uk", "www.ikea.com", "en.wikipedia.org"))
    assert giants < forums
    assert why == "estimated: of 3 results 3 are of giants, 0 of forums, 0 have the words as title"
    assert ease_of([Keyword("a b c", "k", "en", 1.0, 1)], []) == (
        0.6,
        "no results page was seen; estimated from 3 words",
    )


def test_impressions_are_counted_as_what_they_are() -> None:
    counted = [
        signal("cut curtains", impressions=1100, clicks=9, position=8.0),
        signal("b", impressions=200, position=4.0),
    ]
    told = support(heard(*counted, signal("c"), asked=6))
    assert (told.shown, told.uncounted) == (1300, 1)
    assert supported(told).endswith("1,300 impressions")
    assert support(heard(signal("c"))).shown is None  # nobody counted: not 0


def test_more_impressions_come_first() -> None:
    """Of two searches alike in all else the one that is shown more is the stronger keyword (seo/keywords.py)."""
    texts = [f"search {n}" for n in range(20)]
    queries = [
        Signal(t, t, SignalKind.QUERY, "g.csv", "en", 1.0, impressions=100 * (n + 1), clicks=0, position=15.0)
        for n, t in enumerate(texts)
    ]
    strong, weak = (next(k for k in keywords(queries, "en") if k.phrase == texts[n]) for n in (19, 0))
    by_id = {s.id: s for s in queries}
    found = [
        opportunity(Heard([k], [], Intent.INFORMATIONAL, 1.0, 1.0, by_id), WEEK, Curve())
        for k in (strong, weak)
    ]
    asked = opportunity(heard(demand=0.0, asked=6), WEEK, Curve())
    assert found[0].points > found[1].points
    assert found[0].demand > asked.demand  # the most shown before what six customers asked
