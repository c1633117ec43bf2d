"""What an answer is worth: by its status, its media type and its looks. Opens nothing."""

from datetime import datetime, timedelta
from typing import Final

from seo.errors import SeoError, SourceChanged, SourceDown, SourceRefused
from seo.web.addresses import Place
from seo.web.answers import PAGE, Request
from seo.web.blocked import opts_out, wall
from seo.web.charsets import decode
from seo.web.pace import shown
from seo.web.retries import SERVER_ERROR, TOO_MANY, Again, is_worth_repeating, retry_after
from seo.web.wire import Said

QUIET_S: Final = 900  # after a 429 that does not say how long
WALLED_S: Final = 3600  # after a captcha
_FINE: Final = 2
_REFUSALS: Final = {
    401: "it wants a key, or another one",
    402: "it wants to be paid: look at the account",
    403: "it does not let us in",
    407: "a proxy wants a password",
    451: "it may not answer for legal reasons",
}
_SUFFIXES: Final = {"application/json": "+json", "application/xml": "+xml"}


class Walled(SourceRefused):
    """A captcha, or a page of one: counted against the host."""


def check_status(said: Said, place: Place, request: Request, now: datetime) -> None:
    """Let 2xx pass; anything else is the error that says what to do."""
    status = said.status
    if status // 100 == _FINE or status in request.lets_in:
        return
    after = retry_after(said.headers.get("retry-after"), now)
    if is_worth_repeating(status):
        is_repeatable = request.method == "GET" or status in {
            TOO_MANY,
            503,
        }  # these say that nothing was done
        raise Again(_final(status, place, after, now), after, may_repeat=is_repeatable)
    if after is not None or status in _REFUSALS:
        why = _REFUSALS.get(status, "it asks to be left alone")
        until = None if after is None else now + timedelta(seconds=after)
        raise SourceRefused(f"{place.shown} answers {status}: {why}.", until)
    raise SourceChanged(f"{place.shown} answers {status}: look whether the address is still right.")


def _final(status: int, place: Place, after: float | None, now: datetime) -> SeoError:
    if status < SERVER_ERROR:
        until = now + timedelta(seconds=QUIET_S if after is None else after)
        return SourceRefused(
            f"{place.authority} says that we ask too often ({status}): again after {shown(until)}.", until
        )
    return SourceDown(f"{place.authority} is out of order ({status}): again in a minute.")


def check_body(said: Said, place: Place, request: Request, now: datetime) -> None:
    """Let through what has a wanted media type and is no wall."""
    media = said.headers.get("content-type", "").split(";")[0].strip().lower()
    is_html = media in PAGE or (not media and said.body.lstrip()[:9].lower() in {b"<!doctype", b"<html>"})
    if is_html:
        _check_page(decode(said.body, said.headers.get("content-type", "")), said, place, request, now)
    elif request.is_page and opts_out("", said.headers):
        raise _opted_out(place)
    if media and said.body and not _is_accepted(media, request.accepts):
        wanted = ", ".join(request.accepts[:3])
        raise SourceChanged(
            f"{place.shown} sends {media[:60]} instead of {wanted}: look at the address in a browser."
        )


def _check_page(page: str, said: Said, place: Place, request: Request, now: datetime) -> None:
    if why := wall(page, place.url, said.headers):
        until = now + timedelta(seconds=WALLED_S)
        raise Walled(f"{place.shown} shows a wall instead of an answer: {why}.", until)
    if request.is_page and opts_out(page, said.headers):
        raise _opted_out(place)


def _opted_out(place: Place) -> SourceRefused:
    return SourceRefused(
        f"{place.shown}: its owner keeps text and data mining to themselves (TDM reservation)."
    )


def _is_accepted(media: str, accepts: tuple[str, ...]) -> bool:
    return media in accepts or any(
        kind in accepts and media.endswith(suffix) for kind, suffix in _SUFFIXES.items()
    )
