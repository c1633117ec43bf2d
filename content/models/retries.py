"""When a request to a model is sent again, and when no more: what the server asks for, jitter, a deadline over all."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Final, TypeVar

from content.errors import ModelDown

FIRST_S: Final = 1.0
LONGEST_S: Final = 30.0
LEAST_S: Final = 2.0  # below this a try is not worth its price
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one call may take with all its tries, and one try of it."""

    deadline_s: float = 300.0
    try_s: float = 120.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


Within = Callable[[], float]
"""The seconds a try may still take. The deadline begins to run when it is first asked: waiting for one's first turn is
nobody's fault.
"""


def patiently(send: Callable[[Within], T], patience: Patience) -> T:
    """The first answer. ModelDown when the deadline leaves no further try."""
    end: float | None = None

    def within() -> float:
        nonlocal end
        now = patience.clock()
        end = now + patience.deadline_s if end is None else end
        return min(patience.try_s, end - now)

    for nth in range(1_000_000):
        try:
            return send(within)
        except ModelDown as error:
            pause = _pause(error, nth, patience.chance())
            within()  # a try that failed before its turn came starts the clock as well
            if end is not None and patience.clock() + pause + LEAST_S > end:
                raise ModelDown(
                    f"{error} ({_times(nth + 1)}, the deadline of {patience.deadline_s:g} s leaves no further one.)",
                    retry_after_s=error.retry_after_s,
                    is_lost=error.is_lost,
                ) from None
            patience.sleep(pause)
    raise AssertionError("a deadline comes before a million tries")


def _times(tries: int) -> str:
    return "1 try" if tries == 1 else f"{tries} tries"


def _pause(error: ModelDown, nth: int, chance: float) -> float:
    """What the server asks for, and a little more so that tasks do not come back together; else twice as long each
    time, between half and all of it.
    """
    if error.retry_after_s is not None:
        return error.retry_after_s + chance * min(1.0, error.retry_after_s)
    return float(min(LONGEST_S, FIRST_S * 2**nth)) * (0.5 + chance / 2)


def retry_after(said: str, said_ms: str = "", now: datetime | None = None) -> float | None:
    """`Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or OpenAI's `retry-after-ms`; None: not said."""
    for text, unit in ((said_ms, 0.001), (said, 1.0)):
        try:
            seconds = float(text) * unit
        except ValueError:
            continue
        return max(0.0, seconds) if isfinite(seconds) else None
    try:
        moment = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
