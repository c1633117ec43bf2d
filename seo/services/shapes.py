"""An answer's bytes against the shape its service documents: typed when it fits, SourceChanged when it does not."""

from typing import Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from seo.errors import SourceChanged
from seo.web.answers import DAY_S, Answer

WEEK_S: Final = 6 * DAY_S  # a second run in one week asks nothing again, the next week's does
LATEST: Final = 4_102_444_800  # the year 2100 in seconds: a moment beyond it is no date

T = TypeVar("T")


def shaped(answer: Answer, shape: TypeAdapter[T], who: str) -> T:
    """The JSON of an answer in its documented shape. SourceChanged says what came instead, without quoting it."""
    try:
        return shape.validate_json(answer.body.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        raise SourceChanged(f"{who} answered {instead(answer.body)}, not {_where(error)}.") from error


def instead(body: bytes) -> str:
    """What a body is, in words: said when it is not what was asked for."""
    start = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if not start:
        return "with an empty page"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")):
        return "with a web page (a captcha, a consent form or an error)"
    if start.startswith(b"<"):
        return "with XML"
    return "with JSON of another shape or cut short" if start[:1] in b'{["' else "with something else"


def _where(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"the JSON its documentation shows (at {place!r})" if place else "the JSON its documentation shows"
