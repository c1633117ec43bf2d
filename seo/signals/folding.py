"""Signals that say the same become one, with what was seen of them added up."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from seo.records import Signal


def fold_signals(signals: Iterable[Signal]) -> list[Signal]:
    """One signal per id, sorted by language, kind and text.

    Counts add up. Clicks and impressions add up within a file; between files the largest stands, because
    exports of overlapping weeks would count a click twice. A position is weighted by impressions. The commonest
    wording wins. Of votes and answers the largest stands, of ranks the best, of volumes the latest with its
    source; where it was heard is kept from all of them.
    """
    alone: dict[str, Signal] = {}
    groups: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        if signal.id in alone:
            groups[signal.id].append(signal)
        else:
            alone[signal.id] = signal
    for name, others in groups.items():
        alone[name] = _fold(sorted((alone[name], *others), key=_first))
    return sorted(
        alone.values(),
        key=lambda signal: (signal.language, signal.kind, signal.text, signal.sku or "", signal.id),
    )


def _first(signal: Signal) -> tuple[str, int, str]:
    return signal.source, signal.row or 0, signal.text


def _fold(group: Sequence[Signal]) -> Signal:
    wordings: Counter[str] = Counter()
    for signal in group:
        wordings[signal.text] += signal.count
    countries = {signal.country for signal in group}
    volume = max((signal for signal in group if signal.volume is not None), key=_latest, default=group[0])
    return replace(
        group[0],
        text=min(wordings, key=lambda text: (-wordings[text], text)),
        count=sum(signal.count for signal in group),
        language_confidence=max(signal.language_confidence for signal in group),
        country=group[0].country if len(countries) == 1 else None,
        observed_on=max((s.observed_on for s in group if s.observed_on), default=None),
        first_seen=min((s.first_seen for s in group if s.first_seen), default=None),
        clicks=_largest(group, "clicks"),
        impressions=_largest(group, "impressions"),
        position=_position(group),
        sources=tuple(sorted({source for s in group for source in (s.source, *s.sources)})),
        url=next((signal.url for signal in group if signal.url), ""),
        seed=next((signal.seed for signal in group if signal.seed), ""),
        rank=min((s.rank for s in group if s.rank is not None), default=None),
        votes=max((s.votes for s in group if s.votes is not None), default=None),
        answers=max((s.answers for s in group if s.answers is not None), default=None),
        volume=volume.volume,
        volume_source=volume.volume_source,
    )


_MONTH: Final = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def _latest(signal: Signal) -> tuple[str, str, int]:
    """By the month a volume is of, then by the day it was seen."""
    months = _MONTH.findall(signal.volume_source)
    return max(months, default=""), str(signal.observed_on or ""), signal.volume or 0


def _largest(group: Sequence[Signal], metric: str) -> int | None:
    by_source: Counter[str] = Counter()
    for signal in group:
        value = getattr(signal, metric)
        if value is not None:
            by_source[signal.source] += value
    return max(by_source.values()) if by_source else None


def _position(group: Sequence[Signal]) -> float | None:
    known = [
        (signal.position, max(1, signal.impressions or 1)) for signal in group if signal.position is not None
    ]
    if not known:
        return None
    return round(sum(position * weight for position, weight in known) / sum(weight for _, weight in known), 2)
