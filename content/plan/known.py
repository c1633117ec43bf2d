"""What a plan rests on beside the topics, the ledger and the pages: all of it optional."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from content.decisions import Decision
from content.plan.days import Day
from seo.encoders.encoder import Encoder
from seo.records import Result, Signal
from seo.seasons import Season


def _nothing_seen(query: str, locale: str) -> Sequence[Result]:  # noqa: ARG001  the shape of `Seen.results`
    return ()


@dataclass(frozen=True, slots=True)
class Known:
    """Signals by id, seasons by language, results pages, what people decided, the calendar, an encoder, what is
    left to be tried again, the writer.
    """

    signals: Mapping[str, Signal] = field(default_factory=dict)
    seasons: Sequence[Season] = ()
    results: Callable[[str, str], Sequence[Result]] = _nothing_seen
    decisions: Sequence[Decision] = ()  # those that hold, oldest first
    days: Sequence[Day] = ()
    encoder: Encoder | None = None
    begun: Set[tuple[str, str]] = frozenset()  # (language, concept) that a run began and could not finish
    can_translate: bool = False  # a model writes: it can say what the shop wrote in another language
