"""The page's language first; another only for whoever can translate: the shop's own, English, whichever there is."""

import pytest

from content.records import Text
from content.tongues import tongue

ALL = (("ar", "a"), ("en", "b"), ("de", "c"), ("fr", "d"))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (ALL, "fr"),
        (ALL[:3], "de"),
        (ALL[:2], "en"),
        (ALL[:1], "ar"),
        ((("fr", ""), ("ar", "a")), "ar"),
        ((), ""),
    ],
)
def test_another_language_is_taken_only_where_the_page_s_has_nothing(
    texts: tuple[tuple[str, str], ...], found: str
) -> None:
    assert tongue(Text(texts), "fr", "de") == found


@pytest.mark.parametrize(("texts", "found"), [(ALL, "fr"), (ALL[:3], "")])
def test_who_cannot_translate_uses_the_page_s_language_alone(
    texts: tuple[tuple[str, str], ...], found: str
) -> None:
    assert tongue(Text(texts), "fr", "de", can_translate=False) == found
