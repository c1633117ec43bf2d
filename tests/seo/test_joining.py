"""This week's queries stand with those they belong to, or alone."""

import pytest

from seo.drawing import draw
from seo.encoders.universal import Universal
from seo.joining import join

ENCODER = Universal()


@pytest.mark.parametrize(
    ("language", "groups", "news"),
    [
        (
            "en",
            [
                ["how to wash blackout curtains", "washing blackout curtains"],
                ["how to cut blackout curtains", "shorten blackout curtains"],
            ],
            ["can I wash blackout curtains", "cut blackout curtains to length"],
        ),
        (
            "de",
            [["vorhänge waschen", "wie wasche ich vorhänge"], ["vorhänge kürzen", "wie vorhänge kürzen"]],
            ["vorhang waschen anleitung", "vorhänge selbst kürzen"],
        ),
        (
            "ja",
            [["カーテン 洗濯", "カーテンの洗濯方法"], ["カーテン 丈詰め", "カーテンの丈詰め方法"]],
            ["カーテンを洗濯したい", "カーテン 丈詰め 自分で"],
        ),
    ],
)
def test_a_new_query_joins_its_own(language: str, groups: list[list[str]], news: list[str]) -> None:
    drawn = draw(groups, language, ENCODER)
    assert join(news, drawn, language, ENCODER, 4) == [0, 1]


def test_a_stranger_and_a_contradiction_stay_alone() -> None:
    drawn = draw([["how to wash blackout curtains", "washing blackout curtains"]], "en", ENCODER)
    strangers = [
        "espresso machine repair",
        "cut blackout curtains",
        "do not wash blackout curtains",
        "🙂",
        "",
    ]
    assert join(strangers, drawn, "en", ENCODER, 2) == [None] * 5


def test_nothing_joins_nothing() -> None:
    drawn = draw([["wash curtains"]], "en", ENCODER)
    assert join([], drawn, "en", ENCODER, 1) == []


def page(*names: str) -> frozenset[str]:
    return frozenset(f"shop.example/{name}" for name in names)


def test_shared_first_pages_take_a_stranger_in_and_none_in_common_leave_a_neighbour_out() -> None:
    drawn = draw([["draught excluder"], ["how to wash blackout curtains"]], "en", ENCODER)
    news = ["stop cold air under door", "washing blackout curtains"]
    assert join(news, drawn, "en", ENCODER, 2) == [None, 1]
    pages = {
        "draught excluder": page(*"abcdefghij"),
        news[0]: page(*"abcdexyz"),
        "how to wash blackout curtains": page(*"klmnop"),
        news[1]: page(*"qrstuv"),
    }
    assert join(news, drawn, "en", ENCODER, 2, pages) == [0, None]


def test_of_many_groups_the_one_with_the_likest_text_is_found() -> None:
    """The slow way, every text compared with every other, is the oracle."""
    things = [
        "curtain",
        "blanket",
        "rug",
        "lamp",
        "kettle",
        "toaster",
        "pillow",
        "mirror",
        "chair",
        "desk",
        "clock",
    ]
    groups = [[f"how to clean a {thing}", f"cleaning the {thing}"] for thing in things]
    drawn = draw(groups, "en", ENCODER)
    news = [f"clean my {thing}" for thing in things]
    cosines = ENCODER.encode(news) @ ENCODER.encode([text for group in groups for text in group]).T
    assert join(news, drawn, "en", ENCODER, 22) == [int(best) // 2 for best in cosines.argmax(axis=1)]
