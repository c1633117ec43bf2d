"""A question shows nothing that could be a key."""

import pytest

from seo.web.answers import Request, without


def test_a_request_is_shown_without_its_keys() -> None:
    request = Request(
        "https://a.example/?q=x&key=s3cret", headers={"X-Key": "s3cret"}, body=b"s3cret", hidden=("key",)
    )
    assert repr(request) == "Request(GET https://a.example/?q=x)"


@pytest.mark.parametrize(
    ("url", "hidden", "shown"),
    [
        ("https://a.example/?q=x&key=s#f", ("key",), "https://a.example/?q=x"),
        ("https://a.example/?key=s", ("key",), "https://a.example/"),
        ("https://a.example/?q=a+b&key=s&q=%E5%B8%83", ("key",), "https://a.example/?q=a+b&q=%E5%B8%83"),
        ("https://a.example/?q=x;y", (), "https://a.example/?q=x;y"),
        ("https://a.example/?k%65y=s&q=x", ("key",), "https://a.example/?q=x"),
        ("https://a.example/p", ("key",), "https://a.example/p"),
    ],
)
def test_hidden_parameters_are_left_out(url: str, hidden: tuple[str, ...], shown: str) -> None:
    assert without(url, hidden) == shown
