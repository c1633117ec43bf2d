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
