"""Signals that say the same become one, with what was seen of them added up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from seo.records import Signal


def fold_signals(signals: Iterable[Signal]) -> list[Signal]:
    """One signal per id, sorted by language, kind and text.

    Counts add up. Clicks and impressions add up within a file; between files the largest stands, because
    exports of
    overlapping weeks would count a click twice. A position is weighted by impressions. The commonest wording
    wins.
    """
    groups: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in signals:
        groups[signal.id].append(signal)
    folded = (_fold(sorted(group, key=_first)) for group in groups.values())
    return sorted(
        folded, key=lambda signal: (signal.language, signal.kind, signal.text, signal.sku or "", signal.id)
    )


def _first(signal: Signal) -> tuple[str, int, str]:
    return signal.source, signal.row or 0, signal.text


def _fold(group: Sequence[Signal]) -> Signal:
    if len(group) == 1:
        return group[0]
    wordings: Counter[str] = Counter()
    for signal in group:
        wordings[signal.text] += signal.count
    days = [signal.observed_on for signal in group if signal.observed_on]
    countries = {signal.country for signal in group}
    return replace(
        group[0],
        text=min(wordings, key=lambda text: (-wordings[text], text)),
        count=sum(signal.count for signal in group),
        language_confidence=max(signal.language_confidence for signal in group),
        country=group[0].country if len(countries) == 1 else None,
        observed_on=max(days) if days else None,
        clicks=_largest(group, "clicks"),
        impressions=_largest(group, "impressions"),
        position=_position(group),
    )


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
