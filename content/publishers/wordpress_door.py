"""The door to a WordPress: one request, and every answer told apart by what the caller must do.

https://developer.wordpress.org/rest-api/ · https://developer.wordpress.org/rest-api/reference/
The site is the user's own, so loopback and private addresses are as good as any. Redirects are never followed:
the password would go with them.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx

from content.errors import PublishDown, PublishRefused, PublishUnknown

CONNECT_S, READ_S = 10.0, 30.0
BUSY = frozenset({429, 502, 503, 504})
TURNED_AWAY = frozenset({429, 503})  # at the door: nothing was begun
STORAGE = frozenset(
    {"db_insert_error", "db_update_error", "rest_upload_unknown_error", "rest_upload_sideload_error"}
)
"""Codes of a WordPress that could not write: its disk or database is full."""
LOGIN = re.compile(r"wp-login\.php|/(login|log-in|signin|sso|auth)\b", re.IGNORECASE)
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
Json = Any  # whatever a REST answer holds; parsed where it is used


@dataclass(frozen=True, slots=True)
class Reply:
    """A readable answer of 2xx, or a 4xx whose code the caller knows what to do with."""

    status: int
    code: str  # WordPress' own word for what is wrong; empty when nothing is
    data: Json
    headers: Mapping[str, str]


class Door:
    """A site's REST interface under one user. The password is in no message and no repr."""

    def __init__(
        self, site: str, user: str, password: str, now: Callable[[], datetime], timeout_s: float = READ_S
    ) -> None:
        self.site = site
        self.host = urlsplit(site).netloc
        self._client = httpx.Client(
            auth=httpx.BasicAuth(user, password),
            timeout=httpx.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s)),
            headers={"User-Agent": "acreage", "Accept": "application/json"},
            follow_redirects=False,
        )
        self._now = now
        self._root: Json = None
        self.skew_s = 0.0
        self._base = ""

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def read(self, path: str, *known: str, **query: str | int) -> Reply:
        """GET. PublishDown when nothing readable comes back; `known` are error codes the caller handles."""
        return self._ask("GET", path, query, None, {}, known)

    def write(self, path: str, body: Mapping[str, Json], *known: str, **query: str | int) -> Reply:
        """POST. PublishUnknown when the answer is lost, PublishDown when it cannot have arrived."""
        return self._ask(
            "POST", path, query, json.dumps(body).encode(), {"Content-Type": "application/json"}, known
        )

    def upload(self, name: str, media_type: str, data: bytes, **query: str) -> Reply:
        """POST of a file as it is. Names are ASCII: WordPress refuses the encoded form."""
        headers = {"Content-Type": media_type, "Content-Disposition": f'attachment; filename="{name}"'}
        return self._ask("POST", "wp/v2/media", query, data, headers, ())

    def delete(self, path: str, *known: str, **query: str | int) -> Reply:
        """DELETE; the same promises as `write`."""
        return self._ask("DELETE", path, query, None, {}, known)

    def options(self, path: str) -> Reply:
        """What may be written there."""
        return self._ask("OPTIONS", path, {}, None, {}, ())

    def poke(self, path: str) -> None:
        """Visit a page of the site and do not care what it says."""
        try:
            self._client.get(f"{self.site}/{path}", auth=None)
        except httpx.HTTPError:
            return

    def root(self) -> Json:
        """What the site says of its interface; finds out where it stands."""
        if not self._base:
            self._base = f"{self.site}/wp-json/"
            reply = self._ask("GET", "", {}, None, {}, ("404",))
            if reply.code == "404":  # no pretty permalinks
                self._base = f"{self.site}/?rest_route=/"
                reply = self._ask("GET", "", {}, None, {}, ())
            self._root = reply.data
        return self._root

    def _ask(
        self, method: str, path: str, query: Mapping[str, str | int], body: bytes | None,
        headers: Mapping[str, str], known: tuple[str, ...],
    ) -> Reply:  # fmt: skip
        if path and not self._base:
            self.root()
        is_write = method in ("POST", "DELETE")
        try:
            answer = self._client.request(
                method, _address(self._base + path, query), content=body, headers=dict(headers)
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise PublishDown(f"{self.host} cannot be reached ({type(error).__name__}): is it up?") from None
        except httpx.HTTPError as error:
            lost = f"{self.host}: the answer was lost ({type(error).__name__})"
            raise (PublishUnknown if is_write else PublishDown)(f"{lost}.") from None
        self._note_clock(answer)
        return self._read(answer, known, is_write=is_write)

    def _note_clock(self, answer: httpx.Response) -> None:
        """How far the server's clock is from ours; a second or two is the way."""
        try:
            theirs = parsedate_to_datetime(answer.headers.get("date", ""))
        except (TypeError, ValueError):
            return
        self.skew_s = (theirs - self._now()).total_seconds()

    def _read(self, answer: httpx.Response, known: tuple[str, ...], *, is_write: bool) -> Reply:
        if answer.is_redirect:
            raise PublishRefused(self._redirected(answer))
        data = _json(answer)
        code = data.get("code", "") if isinstance(data, dict) and answer.is_error else ""
        if str(answer.status_code) in known or (code and code in known):
            return Reply(answer.status_code, code or str(answer.status_code), data, answer.headers)
        if answer.is_success and data is not None:
            return Reply(answer.status_code, "", data, answer.headers)
        raise self._failed(answer, code, data, is_write=is_write)

    def _redirected(self, answer: httpx.Response) -> str:
        to = answer.headers.get("location", "")
        if LOGIN.search(to):
            return (
                f"{self.host} sends to a login page ({urlsplit(to).path}) instead of answering: something in front "
                "of WordPress guards it. Let /wp-json/ through for this user."
            )
        return f"{self.host} answers from {to.split('?')[0]!r}: write that address as site in shop.toml."

    def _failed(self, answer: httpx.Response, code: str, data: Json, *, is_write: bool) -> Exception:
        status, says = answer.status_code, _says(answer, data)
        if status == httpx.codes.UNAUTHORIZED or code in (
            "incorrect_password",
            "invalid_username",
            "invalid_email",
        ):
            return PublishRefused(
                f"{self.host} does not accept the user or its application password ({code or status}): make a new "
                "one under Users, Profile, Application Passwords, and set it in the environment."
            )
        if code in STORAGE:
            return PublishDown(
                f"{self.host} could not store it ({code}: {says}): is its disk or database full?"
            )
        if status in BUSY or (status >= httpx.codes.INTERNAL_SERVER_ERROR and not is_write):
            kind = PublishDown if status in TURNED_AWAY or not is_write else PublishUnknown
            return kind(f"{self.host} is busy or broken ({status}: {says}).")
        if status >= httpx.codes.INTERNAL_SERVER_ERROR or answer.is_success:
            kind = PublishUnknown if is_write else PublishDown
            return kind(f"{self.host} answers a web page instead of data ({status}: {says}).")
        if status == httpx.codes.FORBIDDEN and code:
            return PublishRefused(
                f"{self.host}: this user may not do that ({code}: {says}): give it the role author."
            )
        if status == httpx.codes.FORBIDDEN:
            return PublishRefused(f"{self.host}: something in front of WordPress refuses us (403: {says}).")
        return PublishRefused(f"{self.host} refuses it ({status} {code}: {says}).")


def _address(address: str, query: Mapping[str, str | int]) -> str:
    """With its query. Without permalinks the route stands in the query already."""
    if not query:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


def _json(answer: httpx.Response) -> Json:
    """The answer's JSON; None when it is something else, whatever it calls itself."""
    try:
        return answer.json()
    except ValueError:
        return None


def _says(answer: httpx.Response, data: Json) -> str:
    """The server's own words in one short line."""
    if isinstance(data, dict) and isinstance(data.get("message"), str):
        text = data["message"]
    else:
        found = TITLE.search(answer.text[:20_000])
        text = found.group(1) if found else answer.text[:200]
    flat = " ".join(re.sub(r"<[^>]*>", " ", text).split())
    return flat[:160] or "no words"
