"""Every service is asked side by side, within one deadline. None can fail the week: each ends in a report."""

import asyncio
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final, Literal
from urllib.parse import urlsplit

from seo.errors import SeoError, SourceRefused
from seo.privacy import redact
from seo.records import Interest, Result, Signal, SourceReport
from seo.services.service import Ask, Errand, Heard, Service
from seo.signals.folding import fold_signals
from seo.signals.reading import Reader
from seo.web.answers import Web

MOST_ERRANDS: Final = 200  # of one service in one week: the door lets no more through to a host either
_PATIENCE: Final = 3  # failures in a row: what is down stays down for this week
_LONGEST_WAIT_S: Final = 60.0  # a service that asks for more is left alone until then
_GRACE_S: Final = 5.0  # for cancelled requests to close their connections

State = Literal["ok", "degraded", "blocked", "empty"]


@dataclass(frozen=True, slots=True)
class Haul:
    """What one service brought, with its report."""

    report: SourceReport
    signals: tuple[Signal, ...] = ()
    results: tuple[Result, ...] = ()
    interest: tuple[Interest, ...] = ()


@dataclass
class _Round:
    """A service's errands on their way. What is in it stands even when the deadline cuts the round short."""

    service: Service
    ask: Ask
    reader: Reader
    signals: list[Signal] = field(default_factory=list)
    heard: list[tuple[Errand, Heard]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    asked: int = 0
    until: datetime | None = None
    failures: Counter[str] = field(default_factory=Counter)  # in a row, by host
    left_alone: set[str] = field(default_factory=set)  # hosts that refused or kept failing


async def listen(
    asks: Mapping[str, Ask],
    services: Mapping[str, Service],
    web: Web,
    deadline_s: float,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> list[Haul]:
    """Ask each service named in `asks`; after `deadline_s` seconds what has come stands and the rest is let go."""
    if not asks:
        return []
    rounds = {name: _Round(services[name], ask, Reader(ask.markets)) for name, ask in asks.items()}
    tasks = {name: asyncio.create_task(_go(each, web, now), name=name) for name, each in rounds.items()}
    _, late = await asyncio.wait(tasks.values(), timeout=deadline_s)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=_GRACE_S)
    for name, task in tasks.items():
        if task in late:
            rounds[name].troubles.append(f"cut short after {deadline_s:.0f} s")
        elif error := task.exception():  # a fault of ours: it costs this service, not the week
            rounds[name].troubles.append(f"{type(error).__name__} while reading its answer: a fault of ours")
    return [_haul(each) for each in rounds.values()]


async def _go(round_: _Round, web: Web, now: Callable[[], datetime]) -> None:
    """First requests first; a next page waits until all of them have been asked."""
    queue = deque(round_.service.errands(round_.ask))
    while queue and round_.asked < MOST_ERRANDS:
        errand = queue.popleft()
        if _host(errand) in round_.left_alone:
            continue
        round_.asked += 1
        try:
            heard = round_.service.parse(await web.ask(errand.request), errand)
        except SeoError as error:
            _note(round_, errand, error)
            continue
        round_.failures[_host(errand)] = 0
        round_.heard.append((errand, heard))
        round_.signals += _signals(
            round_, errand, heard
        )  # at once: reading takes time that the deadline counts
        queue += heard.more
        if (heard.wait_s or 0) > _LONGEST_WAIT_S:
            round_.until = now() + timedelta(seconds=heard.wait_s or 0)
            if queue:
                round_.troubles.append(f"asks to be left alone: {len(queue)} requests were not made")
            return
        await asyncio.sleep(heard.wait_s or 0)
    if queue:
        round_.troubles.append(f"{len(queue)} more requests left out: {MOST_ERRANDS} is the most in a week")


def _host(errand: Errand) -> str:
    return urlsplit(errand.request.url).netloc


def _note(round_: _Round, errand: Errand, error: SeoError) -> None:
    """A host that refuses is left alone, and one that fails three times in a row; a page may be refused by itself."""
    round_.troubles.append(str(error))
    host = _host(errand)
    round_.failures[host] += 1
    is_refused = isinstance(error, SourceRefused) and (error.until is not None or not errand.request.is_page)
    if is_refused or round_.failures[host] >= _PATIENCE:
        round_.left_alone.add(host)
    if isinstance(error, SourceRefused) and error.until is not None:
        round_.until = max(error.until, round_.until or error.until)


def _haul(round_: _Round) -> Haul:
    signals = fold_signals(round_.signals)
    results = tuple(_without_names(result) for _, heard in round_.heard for result in heard.results)
    interest = tuple(series for _, heard in round_.heard for series in heard.interest)
    held = len(signals) + len(results) + len(interest)
    return Haul(_report(round_, len(signals), held), tuple(signals), results, interest)


def _without_names(result: Result) -> Result:
    """Snippets quote strangers: what is kept of them holds no personal data."""
    return replace(result, title=redact(result.title)[0], snippet=redact(result.snippet)[0])


def _signals(round_: _Round, errand: Errand, heard: Heard) -> list[Signal]:
    service = round_.service
    country = errand.market.country if errand.market else ""
    said = [
        sighting if sighting.country else replace(sighting, country=country) for sighting in heard.sightings
    ]
    language = errand.market.language if errand.market else ""
    return [
        replace(
            signal,
            licence=service.licence,
            seed=errand.seed,
            observed_on=signal.observed_on or round_.ask.today,
        )
        for signal in round_.reader.signals(said, service.name, language)
    ]


def _report(round_: _Round, kept: int, held: int) -> SourceReport:
    reader = round_.reader
    poor = [heard for _, heard in round_.heard if heard.state in ("degraded", "blocked")]
    notes = _in_short([*round_.troubles, *(heard.note for _, heard in round_.heard if heard.note)])
    costs = [heard.cost for _, heard in round_.heard if heard.cost is not None]
    left = [heard.quota_left for _, heard in round_.heard if heard.quota_left is not None]
    return SourceReport(
        source=round_.service.name,
        state=_state(held, is_troubled=bool(round_.troubles or poor)),
        read=reader.read,
        kept=kept,
        folded=max(0, reader.read - kept - sum(reader.dropped.values())),
        redacted=reader.redacted,
        dropped=sum(reader.dropped.values()),
        note="; ".join([*_beside(round_), *notes]) or _why_nothing(round_, held),
        shape=f"{round_.service.licence} service, {round_.asked} requests",
        cost=round(sum(costs), 6) if costs else None,
        quota_left=min(left) if left else None,
        retry_after=round_.until,
    )


def _in_short(notes: Sequence[str]) -> list[str]:
    """Each note once; what is said of several hosts or phrases is said of the first, with how many more."""
    alike: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for note in notes:
        alike[_PARTICULAR.sub("…", note)][note] = None
    return [
        next(iter(same)) + (f" (and {len(same) - 1} more like it)" if len(same) > 1 else "")
        for same in alike.values()
    ]


_PARTICULAR: Final = re.compile(
    r"^\S+\.\S+|'[^']*'|\d+"
)  # a host at the beginning, a quoted phrase, a figure


def _why_nothing(round_: _Round, held: int) -> str:
    if held:
        return ""
    if not round_.asked:
        return "had nothing to ask: it wants phrases, or to be told in [listen] of shop.toml what to read"
    return "nothing was found for these phrases"


def _beside(round_: _Round) -> Iterator[str]:
    """What came that is no signal."""
    results = sum(len(heard.results) for _, heard in round_.heard)
    seasons = sum(len(heard.interest) for _, heard in round_.heard)
    if results:
        yield f"{results} places of results pages"
    if seasons:
        yield f"{seasons} subjects month by month"


def _state(held: int, *, is_troubled: bool) -> State:
    if is_troubled:
        return "degraded" if held else "blocked"
    return "ok" if held else "empty"


def stands_in(report: SourceReport, week: str, count: int) -> SourceReport:
    """The report of a source that failed while its signals of an earlier week stand in for it."""
    return replace(report, stands_from=week, note=f"{report.note}; its {count} signals of {week} stand")
