"""When to ask again, and after how long: 429, 5xx and broken connections only, three times at most.

Retry-After: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
"""

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from seo.errors import SeoError
from seo.web.addresses import Place

TRIES: Final = 3
FIRST_PAUSE_S: Final = 0.5  # doubled each time, a half more or less by chance
LONGEST_S: Final = 30 * 86_400  # a host that says more means "never": ask a month later
TOO_MANY, SERVER_ERROR = 429, 500


class Again(Exception):
    """It did not work this time. `final` is what the caller hears when it works no more."""

    def __init__(self, final: SeoError, after_s: float | None = None, *, may_repeat: bool = True) -> None:
        super().__init__(str(final))
        self.final = final
        self.after_s = after_s
        """How long the host asks to be left alone; None when it says nothing."""
        self.may_repeat = may_repeat
        """False where asking twice could pay twice."""
        self.place: Place | None = None
        """Who failed; None until it is counted."""
        self.is_closed = False
        """Whether the host is left alone now."""
        self.is_unasked = False
        """No name server answered: the network is off, and that is not the host's fault."""


def is_worth_repeating(status: int) -> bool:
    """Whether the same question may be answered a little later."""
    return status == TOO_MANY or status >= SERVER_ERROR


def retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After asks for, from its number or its date; None when it says nothing readable."""
    text = (header or "").strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return min(float(text), LONGEST_S)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:  # "-0000": an HTTP date is in UTC all the same
        moment = moment.replace(tzinfo=now.tzinfo)
    return min(max(0.0, (moment - now).total_seconds()), LONGEST_S)


def pause_s(nth: int, chance: Callable[[], float]) -> float:
    """How long to wait after the nth try when the host says nothing; `chance` spreads those who wait."""
    return float(FIRST_PAUSE_S * 2 ** (nth - 1) * (0.5 + chance()))
