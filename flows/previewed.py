"""The plan that `acreage week --plan-only` showed last, kept beside the database: no week is made from it, but
`acreage topics` can show all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from content.records import Assignment
from flows.bootstrap import STATE, state_of
from flows.desk import Desk, digest_of

FILE = "plan-only.json"


@dataclass(frozen=True, slots=True)
class Previewed:
    """What would have been done with every topic, and from which files."""

    week: str
    inputs: str  # digest of the shop's files
    assignments: tuple[Assignment, ...]


_PREVIEWED = TypeAdapter(Previewed)


def keep_preview(folder: Path, week: str, planned: Sequence[Assignment]) -> None:
    """Keep a plan in place of the one shown before."""
    told = Previewed(week, digest_of(folder), tuple(planned))
    (state_of(folder) / FILE).write_bytes(_PREVIEWED.dump_json(told))


def preview_of(desk: Desk, week: str = "") -> Previewed | None:
    """The plan shown last, where the database has none of its week and none of a later one; None otherwise.

    `week`: only the plan of this week."""
    path = desk.shop.folder / STATE / FILE
    if not path.is_file():
        return None
    try:
        found = _PREVIEWED.validate_json(path.read_bytes())
    except ValidationError:  # of another Acreage
        return None
    is_asked = found.week == week if week else found.week > desk.told.latest_plan()
    return found if is_asked and not desk.told.assignments(found.week) else None


def has_changed(found: Previewed, desk: Desk) -> bool:
    """Whether the shop's files are others than it was planned from."""
    return found.inputs != desk.inputs
