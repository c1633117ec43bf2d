import pytest

from content.checks.view import fold, view


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("١٢٩٫٥٠", "129٫50"),
        ("１２ ㎝", "12 cm"),
        ("5′ 10″", "5' 10\""),
        ("1½ in", "1½ in"),  # NFKC alone makes 11/2 of it
        ("260 g/m²", "260 g/m2"),
        ("إلى الأطوال", "الي الاطوال"),
        ("3〜5", "3~5"),
        ("cafe\u0301", "café"),  # a letter and its mark are one
        ("دِرْهَم", "درهم"),
    ],
)
def test_one_spelling_per_character(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert view([(text, 0, None)]).text == folded  # letter by letter and at once


def test_every_character_knows_where_it_came_from() -> None:
    text = "幅\u200f１３７㎝"
    seen = view([(text, 10, None)])
    start = seen.text.index("137cm")
    assert seen.span(start, start + 5) == (12, 16)


def test_a_rendered_piece_stands_for_its_whole_reference() -> None:
    seen = view([("is ", 0, None), ("137 cm", 3, 20), (" wide", 20, None)])
    assert seen.span(5, 6) == (3, 20)
    assert seen.span(9, 14) == (20, 25)
