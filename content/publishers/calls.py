"""One request to a service that speaks JSON, and every answer told apart by what the caller must do.

Redirects are never followed: the token would go with them. No message holds a header or a token.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from content.errors import PublishDown, PublishRefused, PublishUnknown

LOGIN = re.compile(r"/(login|log-in|signin|sign-in|sso|auth|password|account)\b", re.IGNORECASE)
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
STORAGE = re.compile(
    r"ENOSPC|no space left|disk (is )?full|database or disk|SQLITE_FULL|quota", re.IGNORECASE
)
Json = Any  # whatever an answer holds; parsed where it is used


@dataclass(frozen=True, slots=True)
class Reply:
    """A readable answer: 2xx, or a status the caller said that it knows."""

    status: int
    data: Json


class Caller:
    """A service under one address. Headers are made per request, so that a short-lived token may be one of them."""

    def __init__(
        self,
        name: str,
        headers: Callable[[], Mapping[str, str]],
        now: Callable[[], datetime],
        timeout_s: float,
    ) -> None:
        self.name, self._headers, self._now = name, headers, now
        self._client = httpx.Client(
            timeout=httpx.Timeout(timeout_s, connect=min(10.0, timeout_s)), follow_redirects=False,
            headers={"User-Agent": "acreage", "Accept": "application/json"},
        )  # fmt: skip
        self.skew_s = 0.0

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def ask(
        self, method: str, url: str, body: Json = None, known: tuple[int, ...] = (), *, is_write: bool = False,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
    ) -> Reply:  # fmt: skip
        """The answer. PublishDown: nothing can have been written; PublishUnknown: a write whose answer was lost."""
        sent: dict[str, Json] = (
            {"files": files, "data": body} if files else {"json": body} if body is not None else {}
        )
        try:
            answer = self._client.request(method, url, headers=dict(self._headers()), **sent)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise PublishDown(f"{self.name} cannot be reached ({type(error).__name__}): is it up?") from None
        except httpx.HTTPError as error:
            kind = PublishUnknown if is_write else PublishDown
            raise kind(f"{self.name}: the answer was lost ({type(error).__name__}).") from None
        self._note_clock(answer)
        return self._read(answer, known, is_write=is_write)

    def _note_clock(self, answer: httpx.Response) -> None:
        try:
            theirs = parsedate_to_datetime(answer.headers.get("date", ""))
            self.skew_s = (theirs - self._now()).total_seconds()
        except (TypeError, ValueError):
            return

    def _read(self, answer: httpx.Response, known: tuple[int, ...], *, is_write: bool) -> Reply:
        if answer.is_redirect:
            raise PublishRefused(self._redirected(answer))
        data = _json(answer)
        if answer.status_code in known or (answer.is_success and (data is not None or not answer.content)):
            return Reply(answer.status_code, data)
        raise self._failure(answer, data, is_write=is_write)

    def _redirected(self, answer: httpx.Response) -> str:
        to = answer.headers.get("location", "").split("?")[0]
        if LOGIN.search(urlsplit(to).path):
            return f"{self.name} sends to a login page ({urlsplit(to).path}) instead of answering: something guards it."
        return f"{self.name} answers from {to!r}: write that address in shop.toml."

    def _failure(self, answer: httpx.Response, data: Json, *, is_write: bool) -> Exception:
        status, words = answer.status_code, _words(answer, data)
        if STORAGE.search(words):
            return PublishDown(f"{self.name} could not store it ({words}): is its disk full?")
        if answer.is_success:
            kind = PublishUnknown if is_write else PublishDown
            return kind(f"{self.name} answers {status} with a web page ({words}) and not with data.")
        if status == httpx.codes.TOO_MANY_REQUESTS:
            return PublishDown(f"{self.name} asks to be left alone for a while (429).")
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            return (PublishUnknown if is_write else PublishDown)(
                f"{self.name} is busy or broken ({status}: {words})."
            )
        return PublishRefused(f"{self.name} refuses it ({status}): {words}")


def _json(answer: httpx.Response) -> Json:
    if "html" in answer.headers.get("content-type", ""):
        return None
    try:
        return answer.json()
    except ValueError:
        return None


def _words(answer: httpx.Response, data: Json) -> str:
    """What a service says is wrong, in one line."""
    if isinstance(data, dict):
        found = data.get("errors") or data.get("error") or data.get("message") or ""
        if isinstance(found, list):
            found = "; ".join(
                f"{each.get('message', '')} {each.get('context') or ''}".strip()
                if isinstance(each, dict)
                else str(each)
                for each in found
            )
        return " ".join(str(found).split())[:300] or "no word of why"
    title = TITLE.search(answer.text[:5000])
    return " ".join((title.group(1) if title else answer.text[:80]).split()) or "an empty answer"
