"""A model with a memory and a purse: an answer that is stored is handed out again, whatever died in between; a call
that could go past a limit is not sent; and what was on its way when a process was killed is known afterwards.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Final, get_args
from weakref import WeakValueDictionary

from content.calls import Busy, Call, Calls, CallState, Kept, Purpose
from content.errors import Fault, ModelDown, ModelError, ModelRefused, ModelUnreadable
from content.models import tokens
from content.models.completion import Declined, Unusable
from content.models.limits import Limits
from content.models.model import Answer, ChatModel, Endpoint, Json, Request
from content.models.prices import Price
from content.models.retries import Patience, Within, patiently

_FAULT: Final = 300  # letters of a fault that are kept


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which a model is asked: price, limits, patience, reasoning; and what the process does while it waits."""

    price: Price | None = None
    limits: Limits = field(default_factory=Limits)
    patience: Patience = field(default_factory=Patience)
    reasoning: int = 0
    while_waiting: Callable[[], AbstractContextManager[None]] = nullcontext
    clock: Callable[[], datetime] = _now


class Paid(ChatModel):
    """An endpoint whose calls are kept; or the memory alone (no endpoint): what was never asked is an error then."""

    def __init__(
        self,
        calls: Calls,
        endpoint: Endpoint | None,
        purpose: Purpose,
        terms: Terms | None = None,
        *,
        name: str = "",
        base_url: str = "",
        older: Path | None = None,
    ) -> None:
        """`older`: the folder in which answers were kept before there was a table; they are taken over as they are
        met.
        """
        self.name = endpoint.name if endpoint else name
        self.base_url = endpoint.base_url if endpoint else base_url
        self._extra: Mapping[str, Json] = endpoint.extra if endpoint else {}
        self._calls = calls
        self._endpoint = endpoint
        self._purpose = purpose
        self._terms = terms or Terms()
        self._older = older

    def for_article(self, article: str, week: str) -> "Paid":
        """The same model, at work on an article: its calls count against the article's limit."""
        purpose = replace(self._purpose, article=article, week=week)
        named = {"name": self.name, "base_url": self.base_url}
        return Paid(self._calls, self._endpoint, purpose, self._terms, older=self._older, **named)

    def ask(self, request: Request) -> Answer:
        """The stored answer, else the endpoint's, stored before it is handed on. A stored answer that was no good is
        the same error again, and costs nothing.
        """
        key = self._key(request)
        known = self._calls.known(key)
        if known is not None:
            return _again(known, self.name)
        # Let go first and queue up then: who holds the place at work must not wait for one who wants it back.
        with self._terms.while_waiting(), _TURNS.of(key):
            known = self._calls.known(key) or self._from_older(request, key)
            if known is not None:
                return _again(known, self.name)
            if self._endpoint is None:
                raise ModelError(
                    f"no stored answer of {self.name} for {request.name}, sample {request.sample}."
                )
            return patiently(lambda within: self._heard_or_sent(request, key, within), self._terms.patience)

    def reject(self, request: Request, fault: str) -> None:
        """An answer was no good (`shape: …`): kept, counted, and never handed out again."""
        self._calls.reject(self._key(request), fault[:_FAULT])

    def _heard_or_sent(self, request: Request, key: str, within: Within) -> Answer:
        """Another process may be asking the same: then its answer is waited for."""
        try:
            self._calls.begin(self._call(request, key), self._terms.limits, self._terms.clock())
        except Busy:
            within()
            known = self._calls.known(key)
            if known is None:
                raise
            return _again(known, self.name)
        return self._send(request, key, within)

    def _send(self, request: Request, key: str, within: Within) -> Answer:
        """One sending, told before; and told after."""
        assert self._endpoint is not None
        try:
            answer = self._endpoint.send(request, within)
        except (Unusable, Declined) as error:
            state = CallState.REFUSED if isinstance(error, Declined) else CallState.REJECTED
            fault = str(error) if isinstance(error, Declined) else f"{error.fault}: {error}"
            self._settle(key, state, error.answer, fault)
            raise
        except ModelError as error:
            is_lost = isinstance(error, ModelDown) and error.is_lost
            self._calls.failed(key, str(error)[:_FAULT], is_lost=is_lost)
            raise
        self._settle(key, CallState.KEPT, answer)
        return answer

    def _call(self, request: Request, key: str) -> Call:
        most_in = tokens.most(
            *(message.text for message in request.messages), json.dumps(dict(request.schema or {}))
        )
        most_out = request.tokens + self._terms.reasoning
        price = self._terms.price
        return Call(
            key, self._purpose, self.base_url, self.name, request.name, request.prompt, request.sample, request.attempt,
            most_in + most_out, None if price is None else price.most(most_in, most_out),
        )  # fmt: skip

    def _settle(self, key: str, state: CallState, answer: Answer, fault: str = "") -> None:
        cost = self._terms.price.cost(answer) if self._terms.price else None
        used = (answer.tokens_in, answer.tokens_out, cost, round(answer.seconds, 3))
        self._calls.settle(key, Kept(state, answer.text, fault[:_FAULT], *used), self._terms.clock())

    def _from_older(self, request: Request, key: str) -> Kept | None:
        """An answer from the folder that was there before the table."""
        path = self._older / f"{key}.json" if self._older else None
        if path is None or not path.is_file():
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
        used = (told["tokens_in"] or None, told["tokens_out"] or None)
        kept = Kept(CallState.KEPT, told["text"], "", *used, None, told["seconds"])
        self._calls.begin(self._call(request, key), Limits(), self._terms.clock())
        self._calls.settle(key, kept, self._terms.clock())
        return kept

    def _key(self, request: Request) -> str:
        return request.key(self.base_url, self.name, self._extra)


def _again(known: Kept, name: str) -> Answer:
    """What a stored call says when it is asked for again."""
    if known.state is CallState.REFUSED:
        raise ModelRefused(known.fault)
    if known.state is CallState.REJECTED:
        kind, _, says = known.fault.partition(": ")
        raise ModelUnreadable(says or f"{name}: rejected", kind if kind in get_args(Fault) else "garbled")  # type: ignore[arg-type]  # one of them
    return Answer(known.text, known.tokens_in, known.tokens_out, known.seconds)


@dataclass(slots=True)
class _Turns:
    """Two tasks with the very same question: the second one hears what the first has stored."""

    _locks: "WeakValueDictionary[str, _Turn]" = field(default_factory=WeakValueDictionary)
    _guard: Lock = field(default_factory=Lock)

    @contextmanager
    def of(self, key: str) -> Iterator[None]:
        with self._guard:
            turn = self._locks.get(key) or self._locks.setdefault(key, _Turn())
        with turn.lock:
            yield


class _Turn:
    """A lock that a weak dictionary can hold."""

    def __init__(self) -> None:
        self.lock = Lock()


_TURNS: Final = _Turns()
"""Of the process: whoever opens the same model a second time waits as well."""
