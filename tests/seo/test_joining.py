"""This week's queries stand with those they belong to, or alone."""

import pytest

from seo.encoders.universal import Universal
from seo.joining import draw, join

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
