"""Two things set beside one another are not one name: "fieltro y lana hervida" is no "fieltro de lana"."""

import pytest

from content.plan.joints import is_joined, parts_of


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("es", "fieltro y lana hervida", [("fieltr",), ("lan", "herv")]),
        ("en", "felt or wool", [("felt",), ("wool",)]),
        ("fr", "feutre ou laine bouillie", [("feutr",), ("lain", "bouill")]),
        ("de", "Filz und Wolle", [("filz",), ("woll",)]),
        ("ar", "اللباد والصوف", [("لباد",), ("صوف",)]),
        ("en", "a rug, 1,5 m", [("rug",), ("1,5",)]),
        ("ja", "フェルトとウール", [("フェルト", "ウール")]),  # compared as text
    ],
)
def test_a_text_is_cut_where_one_thing_stands_beside_another(
    language: str, text: str, parts: list[tuple[str, ...]]
) -> None:
    assert [part for part in parts_of(text, language) if part] == parts


def test_a_name_of_two_things_is_known_as_one() -> None:
    assert is_joined("salt and pepper mills", "en") and not is_joined("pepper mills", "en")
