"""What an answer is worth."""

from datetime import timedelta

import pytest

from seo.errors import SeoError, SourceChanged, SourceDown, SourceRefused
from seo.web.addresses import place_of
from seo.web.answers import FEED, JSON, PAGE, Request
from seo.web.retries import Again
from seo.web.verdict import Walled, check_body, check_status
from seo.web.wire import Said
from tests.seo.web.conftest import NOON
from tests.servers.shapes import captcha

HERE = place_of("https://a.example/p?key=s")


def final(status: int, after: str = "", method: str = "GET") -> tuple[type[SeoError], object, bool]:
    """What the caller hears in the end, until when, and whether it may be asked again before."""
    headers = {"retry-after": after} if after else {}
    try:
        check_status(Said(status, headers), HERE, Request(HERE.url, method=method), NOON)  # type: ignore[arg-type]
    except Again as again:
        return type(again.final), getattr(again.final, "until", None), again.may_repeat
    except SeoError as error:
        assert "key" not in str(error) or "wants a key" in str(error)
        return type(error), getattr(error, "until", None), False
    raise AssertionError("it passed")


@pytest.mark.parametrize(
    ("status", "after", "method", "what"),
    [
        (429, "", "GET", (SourceRefused, NOON + timedelta(minutes=15), True)),
        (429, "60", "GET", (SourceRefused, NOON + timedelta(minutes=1), True)),
        (429, "", "POST", (SourceRefused, NOON + timedelta(minutes=15), True)),
        (500, "", "GET", (SourceDown, None, True)),
        (500, "", "POST", (SourceDown, None, False)),
        (503, "", "POST", (SourceDown, None, True)),
        (403, "", "GET", (SourceRefused, None, False)),
        (403, "60", "GET", (SourceRefused, NOON + timedelta(minutes=1), False)),
        (404, "", "GET", (SourceChanged, None, False)),
        (302, "", "GET", (SourceChanged, None, False)),
        (100, "", "GET", (SourceChanged, None, False)),
    ],
)
def test_each_status_is_the_error_that_says_what_to_do(
    status: int, after: str, method: str, what: object
) -> None:
    assert final(status, after, method) == what


@pytest.mark.parametrize("status", [200, 201, 202, 204, 206])
def test_2xx_passes(status: int) -> None:
    check_status(Said(status, {}), HERE, Request(HERE.url), NOON)


@pytest.mark.parametrize(
    ("media", "accepts", "passes"),
    [
        ("application/json", JSON, True),
        ("Application/JSON; charset=utf-8", JSON, True),
        ("application/problem+json", JSON, True),
        ("application/atom+xml", FEED, True),
        ("application/rdf+xml", FEED, True),
        ("text/html", PAGE, True),
        ("", JSON, True),  # nobody said: the parser will see
        ("text/html", JSON, False),
        ("image/png", PAGE, False),
        ("application/rdf+xml", JSON, False),
    ],
)
def test_media_types_are_let_in_by_name(media: str, accepts: tuple[str, ...], passes: bool) -> None:
    said = Said(200, {"content-type": media} if media else {}, b"some words of an answer")
    if passes:
        check_body(said, HERE, Request(HERE.url, accepts=accepts), NOON)
    else:
        with pytest.raises(SourceChanged):
            check_body(said, HERE, Request(HERE.url, accepts=accepts), NOON)


@pytest.mark.parametrize("media", ["text/html", ""])
def test_a_captcha_instead_of_json_is_a_wall(media: str) -> None:
    said = Said(200, {"content-type": media} if media else {}, bytes(captcha().body))  # type: ignore[arg-type]
    with pytest.raises(Walled, match=r"a\.example/p shows a wall") as error:
        check_body(said, HERE, Request(HERE.url), NOON)
    assert error.value.until == NOON + timedelta(hours=1)


def test_an_empty_answer_of_any_type_passes() -> None:
    check_body(Said(204, {"content-type": "text/html"}), HERE, Request(HERE.url), NOON)
