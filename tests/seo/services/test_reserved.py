"""Which pages their owners keep from machines."""

import pytest

from seo.services.reserved import reserved
from seo.web.visible import tree


@pytest.mark.parametrize(
    ("headers", "page"),
    [
        ({"tdm-reservation": "1"}, ""),
        ({}, '<meta content="1" name="TDM-Reservation">'),
        ({"x-robots-tag": "noindex, nofollow"}, ""),
        ({"x-robots-tag": "otherbot: noindex, acreage: noai"}, ""),
        ({"x-robots-tag": "max-snippet: 3, noai"}, ""),
        ({}, '<meta name="acreage" content="none">'),
    ],
)
def test_an_owner_s_word_counts_wherever_it_stands(headers: dict[str, str], page: str) -> None:
    assert reserved(headers, tree(f"<html><head>{page}</head><body>x</body></html>")).startswith("its owner")


@pytest.mark.parametrize(
    ("headers", "page"),
    [
        ({"tdm-reservation": "0"}, ""),
        ({"x-robots-tag": "otherbot: noai, noindex"}, ""),
        ({"x-robots-tag": "nosnippet, noarchive"}, ""),
        ({}, '<meta name="otherbot" content="noindex">'),
        ({}, '<meta name="keywords" content="noai">'),
    ],
)
def test_words_for_others_or_about_other_things_close_nothing(headers: dict[str, str], page: str) -> None:
    assert reserved(headers, tree(f"<html><head>{page}</head><body>x</body></html>")) == ""


def test_a_body_that_is_no_page_is_judged_by_its_headers_alone() -> None:
    assert reserved({"x-robots-tag": "noai"}, None)
    assert reserved({}, None) == ""
