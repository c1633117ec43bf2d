"""Raw points to reported ones: straight lines between the points of `mapping.toml`, the identity as shipped."""

import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class Point(BaseModel):
    """What raw points are reported as."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    raw: float
    reported: float


class Mapping(BaseModel):
    """`mapping.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    calibration: str
    anchors: dict[str, float]
    points: tuple[Point, ...]


@cache
def mapping() -> Mapping:
    """The mapping as shipped."""
    data = tomllib.loads(Path(__file__).with_name("mapping.toml").read_text(encoding="utf-8"))
    return Mapping.model_validate(data)


def mapped(raw: float, points: Sequence[Point] | None = None) -> float:
    """Reported points for raw ones; at the ends the outermost point holds."""
    line = sorted(points or mapping().points, key=lambda point: point.raw)
    at = bisect_right([point.raw for point in line], raw)
    if at in {0, len(line)}:
        return line[min(at, len(line) - 1)].reported
    low, high = line[at - 1], line[at]
    return low.reported + (high.reported - low.reported) * (raw - low.raw) / (high.raw - low.raw)


def pava(rated: Sequence[tuple[float, float]]) -> tuple[Point, ...]:
    """The never falling steps nearest to (raw, rated) pairs, by pooling neighbours that fall.

    Pairs with the same raw points count as one with their mean; the answer has a point per pool's two ends.
    """
    pools: list[tuple[float, float, float, int]] = []  # lowest raw, highest raw, mean, pairs
    for raw, value in sorted(rated):
        pools.append((raw, raw, value, 1))
        while len(pools) > 1 and (pools[-2][1] == pools[-1][0] or pools[-2][2] >= pools[-1][2]):
            last, before = pools.pop(), pools.pop()
            pairs = before[3] + last[3]
            mean = (before[2] * before[3] + last[2] * last[3]) / pairs
            pools.append((before[0], last[1], mean, pairs))
    return tuple(
        Point(raw=raw, reported=mean) for low, high, mean, _ in pools for raw in dict.fromkeys((low, high))
    )


def never_falls(points: Sequence[Point]) -> bool:
    """Whether more raw points are never reported as fewer."""
    line = sorted(points, key=lambda point: point.raw)
    return all(one.reported <= two.reported for one, two in pairwise(line))
