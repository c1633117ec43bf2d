"""Admissions, of judges and of proofreaders: kept in the shop's state, told as they go, shown as a table or as JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import print_json
from flows.screen import say, show_table, tell

if TYPE_CHECKING:
    from content.judging.admission import Admission
    from content.judging.parts import Part

FAILED = 1


def told(parts: "Iterable[Part]") -> "tuple[Part, ...]":
    """The parts, each with a line as soon as it is through."""
    found = []
    for part in parts:
        found.append(part)
        tell(f"{part.name}: {'passed' if part.is_passed else 'failed'}")
    return tuple(found)


def ended(state: Path, admission: "Admission", verdict: str, *, is_json: bool) -> int:
    """Kept and shown; 0 when every part is passed. `verdict`: what it means, behind the model's name."""
    from content.judging.admission import remember  # noqa: PLC0415

    remember(state, admission)
    if is_json:
        print_json(_as_json(admission))
    else:
        rows = [_row(part) for part in admission.parts]
        show_table(
            f"Admission of {admission.model}", ("part", "reached", "needed", "of", "what it means"), rows
        )
        say(f"{admission.model} {verdict}.")
    return 0 if admission.is_passed else FAILED


def _as_json(admission: "Admission") -> dict[str, object]:
    parts = [
        {"part": p.name, "value": p.value, "needed": p.needed, "passed": p.is_passed, "of": p.count}
        for p in admission.parts
    ]
    return {
        "model": admission.model, "admitted": admission.is_passed, "quick": admission.is_quick, "parts": parts
    }  # fmt: skip


def _row(part: "Part") -> tuple[str, ...]:
    means = "passed" if part.is_passed else f"failed: {part.means}"
    return part.name, _figure(part, part.value), _needed(part), str(part.count), means


def _figure(part: "Part", value: float) -> str:
    return f"{value:.0%}" if part.is_share else f"{value:+.0f} steps"


def _needed(part: "Part") -> str:
    if not part.is_share:
        return f"{part.needed:.0f} steps"
    return f"at {'least' if part.is_least else 'most'} {part.needed:.0%}"
