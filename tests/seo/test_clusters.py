"""Every text in one place, the same whatever the order, and groups that people would make."""

from pathlib import Path

import pytest
from sklearn.metrics import adjusted_rand_score

from seo.clusters import cluster
from seo.encoders.universal import Universal

ENCODER = Universal()
EXCERPT = Path(__file__).parent / "data" / "clinc150_excerpt.tsv"
QUERIES = [
    "can you cut blackout curtains", "how to shorten blackout curtains", "cut blackout curtains",
    "wash blackout curtains", "how to wash blackout curtains", "are blackout curtains washable",
    "best coffee grinder", "coffee grinder test", "coffee grinder comparison",
    "buy coffee grinder", "cheap coffee grinder", "coffee grinder sale",
    "quantum physics lecture",
]  # fmt: skip


def texts_of(texts: list[str]) -> set[frozenset[str]]:
    return {frozenset(texts[place] for place in group) for group in cluster(texts, "en", ENCODER).clusters}


@pytest.mark.parametrize("texts", [QUERIES, QUERIES * 2, ["", "!!", "a b"], ["one thing"], []])
def test_every_text_stands_in_exactly_one_place(texts: list[str]) -> None:
    found = cluster(texts, "en", ENCODER)
    places = [place for group in found.clusters for place in group] + list(found.unclustered)
    assert sorted(places) == list(range(len(texts)))


def test_the_order_of_texts_changes_nothing() -> None:
    assert texts_of(QUERIES) == texts_of(sorted(QUERIES)) == texts_of(QUERIES[::-1])


def test_acts_and_intents_are_apart_and_the_stranger_alone() -> None:
    groups = texts_of(QUERIES)
    assert frozenset(QUERIES[:3]) in groups
    assert frozenset(QUERIES[3:6]) in groups
    assert not any({"best coffee grinder", "buy coffee grinder"} <= group for group in groups)
    assert all("quantum physics lecture" not in group for group in groups)


def test_equal_texts_are_one_group_and_nothing_is_dropped() -> None:
    assert cluster(["Bath mat", "bath MAT", "mat bath!"], "en", ENCODER).clusters == ((0, 1, 2),)


def test_the_heaviest_group_comes_first() -> None:
    found = cluster(QUERIES, "en", ENCODER, [1.0] * 3 + [50.0] * 3 + [1.0] * 7)
    assert set(found.clusters[0]) == {3, 4, 5}


def test_people_would_group_so() -> None:
    """30 intents of CLINC150, ten texts each: agreement .79 when written, a floor below."""
    lines = EXCERPT.read_text(encoding="utf-8").splitlines()[1:]
    texts, intents = zip(*(line.split("\t") for line in lines), strict=True)
    found = cluster(texts, "en", ENCODER)
    labels = [0] * len(texts)
    for number, group in enumerate([*found.clusters, *((place,) for place in found.unclustered)]):
        for place in group:
            labels[place] = number
    assert adjusted_rand_score(intents, labels) > 0.72
    assert len(found.unclustered) < 0.1 * len(texts)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["wash curtains", "how to wash curtains", "cut curtains", "how to cut curtains"]),
        ("es", ["lavar cortinas", "cómo lavar cortinas", "cortar cortinas", "cómo cortar cortinas"]),
        (
            "fr",
            ["laver rideaux", "comment laver des rideaux", "couper rideaux", "comment couper des rideaux"],
        ),
        ("de", ["vorhänge waschen", "wie vorhänge waschen", "vorhänge kürzen", "wie vorhänge kürzen"]),
        ("ar", ["غسل الستائر", "كيفية غسل الستائر", "قص الستائر", "كيفية قص الستائر"]),
        ("ja", ["カーテン 洗濯", "カーテンの洗濯方法", "カーテン 丈詰め", "カーテンの丈詰め方法"]),
    ],
)
def test_washing_and_cutting_are_two_pages_in_every_language(language: str, texts: list[str]) -> None:
    assert sorted(cluster(texts, language, ENCODER).clusters) == [(0, 1), (2, 3)]


WORDS = ["wash", "cut", "clean", "buy", "return", "repair", "hang", "dry", "fold", "store"]
THINGS = ["curtain", "blind", "rug", "tent", "kayak", "lamp", "desk", "kettle", "drill", "mat", "hose", "rod", "pan", "boot"]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["curtain"]),
        ("en", ["curtain"] * 50),
        ("en", ["a", "b", "c", "!", "?", "1", "x" * 2000, "wash curtains " * 150]),
        ("en", ["🙂", "🙂🙂", "🎉", "🙃", "🙂 🎉"] * 3),
        ("ko", ["커튼 세탁", "커튼 빨래 방법", "암막 커튼 길이", "커피 그라인더 추천"] * 2),
        ("", ["wash curtains", "カーテン 洗濯", "غسل الستائر", "\u0000", "\u200b"]),
        ("en", [f"{word} curtains" for word in WORDS] + ["カーテン 洗濯", "غسل الستائر", "rideaux"]),
        ("en", [f"item {number * 7919} of kind {number}" for number in range(40)]),
    ],
    ids=[
        "one",
        "equal",
        "short and long",
        "emojis",
        "other language",
        "mixed",
        "a few strangers",
        "all different",
    ],
)
def test_odd_lists_end_with_every_line_in_one_place(language: str, texts: list[str]) -> None:
    found = cluster(texts, language, ENCODER)
    places = [place for group in found.clusters for place in group] + list(found.unclustered)
    assert sorted(places) == list(range(len(texts)))


def test_the_order_changes_nothing_where_neighbours_come_from_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seo.neighbours.EXACT", 50)
    texts = [
        f"{word} {thing}"
        for word in ["how to wash", "buy", "best", "repair", "return a", "clean", "size of a"]
        for thing in THINGS
    ]
    assert len(texts) == 98
    assert texts_of(texts) == texts_of(texts[::-1]) == texts_of(sorted(texts))
