"""Demand is a percentile, wordings of one wish are one keyword, and phrases are the text's own."""

import pytest

from seo.encoders.universal import Universal
from seo.keywords import keyphrases, keywords, percentiles
from seo.records import Keyword, Signal, SignalKind


def said(text: str, count: int = 1, *, source: str = "q.csv", impressions: int | None = None) -> Signal:
    return Signal(
        f"{source}:{text}", text, SignalKind.QUERY, source, "en", 1.0, count, impressions=impressions
    )


def test_wordings_of_one_wish_are_one_keyword_named_by_the_commonest() -> None:
    found = keywords([said("Curtains washable"), said("washable curtains", 3)], "en")
    assert [(item.phrase, item.count, len(item.signals)) for item in found] == [("washable curtains", 4, 2)]


def test_reviews_and_other_languages_are_left_out() -> None:
    review = Signal("r", "nice curtains", SignalKind.REVIEW, "r.csv", "en", 1.0)
    german = Signal("d", "vorhang", SignalKind.QUERY, "q.csv", "de", 1.0)
    assert keywords([review, german], "en") == []


def test_few_observations_stay_near_the_middle() -> None:
    low, high = (item.demand for item in reversed(keywords([said("a b", 9), said("c d", 1)], "en")))
    assert (low, high) == (47.7, 52.3)


def test_many_observations_spread_and_equals_share_a_place() -> None:
    shares = percentiles({str(n): n for n in range(180)} | {"x": 179})
    assert shares["179"] == shares["x"] == pytest.approx((181 * 180 / 181 + 10) / 201)
    assert shares["0"] < 0.06


def test_the_best_of_the_sources_counts() -> None:
    export = [said(f"word {n}", source="gsc.csv", impressions=n) for n in range(1, 100)]
    found = {
        item.phrase: item.demand for item in keywords([*export, said("word 99", source="list.csv")], "en")
    }
    assert found["word 99"] > 90 > found["word 1"]


def test_what_made_a_phrase_its_keyword_earlier_stands_and_others_join_it() -> None:
    told = {"washable curtains": Keyword("washable curtains", "curtain earlier", "en", 50.0, 1)}
    found = keywords([said("washable curtains"), said("curtains, washable"), said("lamp")], "en", told)
    own = keywords([said("curtains, washable")], "en")[0].key
    assert sorted(item.key for item in found) == sorted(["curtain earlier", own, "lamp"])


def test_an_earlier_keyword_stands_whole_where_nothing_changed_and_is_made_anew_where_anything_did() -> None:
    week = [said("felt slippers"), said("lamp", 2), said("rug")]
    earlier = {item.phrase: item for item in keywords(week, "en")}
    again = keywords(week, "en", earlier)
    assert all(item is earlier[item.phrase] for item in again)
    changed = [
        said("felt slippers"),
        said("lamp", 2, source="list.csv"),
        said("rug", 3),
        said("rug", source="other.csv"),
    ]
    found = keywords(changed, "en", earlier)
    assert found == keywords(changed, "en")
    assert [item for item in found if item is earlier.get(item.phrase)] == []


def test_a_page_elsewhere_counts_only_beside_somebody_who_asks() -> None:
    pages = [Signal(text, text, SignalKind.HEADING, "feed", "en", 1.0) for text in ("rug care", "lamp")]
    assert [(item.phrase, item.count) for item in keywords([*pages, said("rug care")], "en")] == [
        ("rug care", 2)
    ]


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        (
            "en",
            "Blackout curtains keep a bedroom dark. Our blackout curtains are washable.",
            "blackout curtains",
        ),
        (
            "es",
            "Las cortinas opacas oscurecen el dormitorio. Las cortinas opacas se lavan.",
            "cortinas opacas",
        ),
        (
            "fr",
            "Les rideaux occultants gardent la chambre au noir. Les rideaux occultants se lavent.",
            "rideaux occultants",
        ),
        ("de", "Ein Verdunkelungsvorhang macht das Schlafzimmer dunkel.", "verdunkelungsvorhang"),
        ("ar", "الستائر المعتمة في غرفة النوم. غسل الستائر المعتمة سهل.", "الستائر المعتمة"),
        ("ja", "遮光カーテンは寝室を暗くします。遮光カーテンは洗濯機で洗えます。", "遮光カーテン"),
    ],
)
def test_a_text_is_about_its_thing(language: str, text: str, phrase: str) -> None:
    found = keyphrases(text, language, Universal(), top=4)
    assert phrase in [item.casefold() for item, _ in found]
    assert all(item.casefold() in text.casefold() for item, _ in found)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_a_text_without_words_has_no_phrases() -> None:
    assert keyphrases("123 !!!", "en", Universal()) == []
    assert keyphrases("", "ja", Universal()) == []
