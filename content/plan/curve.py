"""Which share of the searchers clicks at a position: the site's own figures where there are enough of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from seo.records import Signal

# Expected share of clicks at a position, used until the site has a curve of its own (findings of 2026, §10).
USUAL = (0.28, 0.15, 0.11, 0.08, 0.06, 0.05, 0.04, 0.035, 0.03, 0.025)
BELOW = 0.01  # positions 11-20 and beyond
ENOUGH = 500  # impressions of a position: fewer say little
SEARCHES = 10  # behind them: a position that two searches hold would only be compared with itself


@dataclass(frozen=True, slots=True)
class Curve:
    """Share (0-1) of clicks by position, the first ten and then the rest; it never rises downwards."""

    shares: tuple[float, ...] = (*USUAL, BELOW)

    def share(self, position: float) -> float:
        """What is usual at a position, 1 the best."""
        return self.shares[min(max(0, round(position) - 1), len(self.shares) - 1)]


def curve_of(signals: Iterable[Signal]) -> Curve:
    """The site's own curve, position by position; where it was seen too little, what is usual elsewhere."""
    clicks: dict[int, int] = defaultdict(int)
    seen: dict[int, int] = defaultdict(int)
    searches: dict[int, int] = defaultdict(int)
    last = len(USUAL)
    for signal in signals:
        if signal.impressions and signal.position and signal.clicks is not None:
            at = min(max(0, round(signal.position) - 1), last)
            clicks[at] += signal.clicks
            seen[at] += signal.impressions
            searches[at] += 1
    usual = (*USUAL, BELOW)
    known = [seen[at] >= ENOUGH and searches[at] >= SEARCHES for at in range(last + 1)]
    own = [clicks[at] / seen[at] if known[at] else usual[at] for at in range(last + 1)]
    weights = [seen[at] if known[at] else ENOUGH for at in range(last + 1)]
    return Curve(tuple(max(share, BELOW / 10) for share in _falling(own, weights)))


def _falling(values: list[float], weights: list[int]) -> list[float]:
    """Pool neighbours until no value is above the one before it (isotonic regression)."""
    pools: list[tuple[float, int, int]] = []  # mean, weight, how many
    for value, weight in zip(values, weights, strict=True):
        pool = (value, weight, 1)
        while pools and pools[-1][0] < pool[0]:
            mean, before, size = pools.pop()
            total = before + pool[1]
            pool = ((mean * before + pool[0] * pool[1]) / total, total, size + pool[2])
        pools.append(pool)
    return [mean for mean, _, size in pools for _ in range(size)]
