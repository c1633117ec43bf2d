"""One event to one receiver: signed, timed, never redirected; every answer told apart by what to do next.

https://www.standardwebhooks.com · https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from urllib.parse import urlsplit

import httpx
from standardwebhooks import Webhook

from content.outbox import Event, Post

TIMEOUT_S = 15.0
TRIES = 12
FIRST_PAUSE_S, LONGEST_PAUSE_S = 30.0, 6 * 3600.0
REPLAY_S = 300.0  # older or newer than this is refused by receivers that keep to the standard
DOCUMENT = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)


class Courier:
    """Carries events to one address. The secret is in no message and no repr; several are all signed with."""

    def __init__(self, url: str, secret: str) -> None:
        self.url, self.host = url, urlsplit(url).netloc.rpartition("@")[2]
        self._signers = [Webhook(each) for each in secret.split()]
        self._client = httpx.Client(
            timeout=httpx.Timeout(TIMEOUT_S, connect=10.0),
            follow_redirects=False,
            headers={"User-Agent": "acreage"},
        )

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def deliver(self, event: Event, now: datetime) -> tuple[Event, bool]:
        """Try once: the event as it stands now, and whether the receiver wants no more of any (410)."""
        tried = replace(event, tries=event.tries + 1)
        try:
            answer = self._client.post(
                self.url, content=event.body.encode(), headers=self._headers(event, now)
            )
        except httpx.HTTPError as error:
            return self._later(tried, now, f"{self.host} did not answer ({type(error).__name__})"), False
        return self._settled(tried, answer, now)

    def _headers(self, event: Event, now: datetime) -> dict[str, str]:
        """Signed anew on each try: the time is part of what is signed, the id stays."""
        moment = now.astimezone(UTC)
        signed = " ".join(signer.sign(event.id, moment, event.body) for signer in self._signers)
        return {
            "Content-Type": "application/json", "webhook-id": event.id, "webhook-signature": signed,
            "webhook-timestamp": str(int(moment.timestamp())), "Idempotency-Key": event.id,
        }  # fmt: skip

    def _settled(self, event: Event, answer: httpx.Response, now: datetime) -> tuple[Event, bool]:
        status = answer.status_code
        if answer.is_success:
            if DOCUMENT.search(answer.text[:2000]):
                why = f"{self.host} answers {status} with a web page and takes nothing: is the address right?"
                return self._later(event, now, why), False
            return replace(event, post=Post.TAKEN, note="", next_at=None), False
        if status == httpx.codes.GONE:
            why = f"{self.host} answers 410: it wants no more events. Give this target another url, or take it out."
            return replace(event, post=Post.PARKED, note=why, next_at=None), True
        if answer.is_redirect:
            to = answer.headers.get("location", "").split("?")[0]
            why = f"{self.host} sends us to {to!r} (a login page?): write the receiver's own address as url."
            return replace(event, post=Post.PARKED, note=why, next_at=None), False
        if status in (408, 425, 429) or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            return self._later(event, now, f"{self.host} answers {status}", _retry_after(answer, now)), False
        if (skew := _skew(answer, now)) is not None and abs(skew) > REPLAY_S:
            off = f"{abs(skew) / 60:.0f} minutes off ours"
            why = f"{self.host} answers {status}, and its clock is {off}: signed times look wrong there"
            return self._later(event, now, why), False
        cure = "check the secret and what the receiver logs; acreage publish tries it again"
        why = f"{self.host} refuses it ({status}): {cure}"
        return replace(event, post=Post.PARKED, note=why, next_at=None), False

    def _later(self, event: Event, now: datetime, why: str, least_s: float = 0.0) -> Event:
        """Again after a pause that doubles; after the last try it stays, listed, for a person."""
        if event.tries >= TRIES:
            return replace(
                event, post=Post.DEAD, note=f"{why}; given up after {event.tries} tries", next_at=None
            )
        pause = min(FIRST_PAUSE_S * 2 ** (event.tries - 1), LONGEST_PAUSE_S) * _spread(event)
        return replace(event, note=why, next_at=now + timedelta(seconds=max(pause, least_s)))


def _spread(event: Event) -> float:
    """0.8 to 1.2, by the event itself: many events do not all come back in the same second."""
    return 0.8 + 0.4 * int(sha256(f"{event.id}{event.tries}".encode()).hexdigest()[:4], 16) / 0xFFFF


def _retry_after(answer: httpx.Response, now: datetime) -> float:
    """`Retry-After` in seconds or as a moment, at most a day."""
    said = answer.headers.get("retry-after", "")
    try:
        seconds = float(said) if said.isdigit() else (parsedate_to_datetime(said) - now).total_seconds()
    except (TypeError, ValueError):
        return 0.0
    return min(max(seconds, 0.0), 86_400.0)


def _skew(answer: httpx.Response, now: datetime) -> float | None:
    """How far the receiver's clock is from ours, if it says so."""
    try:
        return (parsedate_to_datetime(answer.headers.get("date", "")) - now).total_seconds()
    except (TypeError, ValueError):
        return None
