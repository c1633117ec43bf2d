"""Whether the scorer still gives the frozen anchors what it gave them; if not, nothing is published by itself.

`drift.csv` holds what code gave each anchor when this release was made. The median may move by three points.
"""

import csv
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Final

from content.judging.anchors import anchors, points

RECORDED: Final = Path(__file__).with_name("drift.csv")
FILE: Final = "drift.json"
MOST: Final = 3.0  # points the median may move, either way


@dataclass(frozen=True, slots=True)
class Drift:
    """How far the anchors have moved."""

    before: float  # median recorded
    now: float
    moved: float  # median of what each anchor moved by
    worst: str  # the anchor that moved most
    worst_by: float

    @property
    def is_alarm(self) -> bool:
        """Whether the median, or the anchors one by one, moved by more than three points."""
        return max(abs(self.now - self.before), abs(self.moved)) > MOST


def drift(now: dict[str, float] | None = None, recorded: dict[str, float] | None = None) -> Drift:
    """Score the anchors again and compare; an anchor that is gone or new is an alarm by itself."""
    before = record() if recorded is None else recorded
    after = {anchor.name: points(anchor) for anchor in anchors()} if now is None else now
    moves = {name: after.get(name, 0.0) - before.get(name, 0.0) for name in before.keys() | after.keys()}
    worst = max(sorted(moves), key=lambda name: abs(moves[name]))
    is_same_set = before.keys() == after.keys()
    return Drift(
        round(median(before.values()), 1),
        round(median(after.values()), 1),
        round(median(moves.values()) if is_same_set else 100.0, 1),
        worst,
        round(moves[worst], 1),
    )


def record() -> dict[str, float]:
    """What each anchor was worth when this release was made."""
    with RECORDED.open(encoding="utf-8", newline="") as file:
        return {row["anchor"]: float(row["points"]) for row in csv.DictReader(file)}


def note(state: Path, found: Drift) -> None:
    """Keep the last look in the shop's state, where `stopped` finds it."""
    state.mkdir(parents=True, exist_ok=True)
    (state / FILE).write_text(json.dumps({**asdict(found), "alarm": found.is_alarm}), encoding="utf-8")


def stopped(state: Path) -> str:
    """Why nothing may be published without a person, or an empty text."""
    path = state / FILE
    if not path.is_file():
        return ""
    told = json.loads(path.read_text(encoding="utf-8"))
    if not told["alarm"]:
        return ""
    return f"the scorer drifted (anchors: {told['before']} then, {told['now']} now): acreage judge drift says more"
