"""What was seen of one wish is added up once."""

from datetime import date

from seo.records import Signal, SignalKind
from seo.signals.folding import fold_signals


def seen(text: str, source: str = "a.csv", **more: object) -> Signal:
    return Signal("1", text, SignalKind.QUERY, source, "en", 0.9, **more)  # type: ignore[arg-type] # test data


def test_positions_are_weighted_by_impressions() -> None:
    (one,) = fold_signals([seen("a", impressions=90, position=2.0), seen("A", impressions=10, position=12.0)])
    assert (one.impressions, one.position, one.count) == (100, 3.0, 2)


def test_the_commonest_wording_the_latest_day_and_only_a_common_country_stand() -> None:
    (one,) = fold_signals([
        seen("b", count=2, country="DE", observed_on=date(2026, 1, 1)), seen("a", country="AT"),
    ])  # fmt: skip
    assert (one.text, one.country, one.observed_on) == ("b", None, date(2026, 1, 1))


def test_unknown_stays_unknown() -> None:
    (one,) = fold_signals([seen("a"), seen("a")])
    assert (one.clicks, one.impressions, one.position) == (None, None, None)


def test_where_it_was_heard_is_kept_from_all_and_the_best_of_what_they_say() -> None:
    (one,) = fold_signals([
        seen("a", "b.csv", sources=("b.csv",), rank=3, votes=2, answers=0, seed="x",
             first_seen=date(2026, 11, 9), volume=90, volume_source="bing webmaster 2026-10"),
        seen("a", "a.csv", sources=("a.csv", "c.csv"), rank=1, votes=5, url="https://x.example",
             first_seen=date(2026, 11, 2), volume=700, volume_source="bing webmaster 2026-08"),
    ])  # fmt: skip
    assert one.sources == ("a.csv", "b.csv", "c.csv")
    assert (one.source, one.rank, one.votes, one.answers, one.url, one.seed) == (
        "a.csv", 1, 5, 0, "https://x.example", "x",
    )  # fmt: skip
    assert (one.first_seen, one.volume, one.volume_source) == (
        date(2026, 11, 2),
        90,
        "bing webmaster 2026-10",
    )


def test_folding_twice_changes_nothing_and_unknown_volume_stays_unknown() -> None:
    once = fold_signals([seen("a", impressions=3), seen("a", "b.csv", impressions=5)])
    assert (fold_signals(once), once[0].impressions) == (once, 5)
    assert (once[0].volume, once[0].volume_source, once[0].rank) == (None, "", None)
