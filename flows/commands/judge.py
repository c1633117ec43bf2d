"""Admit the model that judges, and see whether scores have drifted.

`admit` puts the model of [judge] in shop.toml (or ACREAGE_JUDGE_URL, ACREAGE_JUDGE_MODEL, ACREAGE_JUDGE_KEY) to
the shipped test; only a model that passes every part is asked about articles. `drift` scores the team-written
anchors again; when their median moved by more than three points nothing is published without a person (exit 1).
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, print_json
from flows.errors import WrongUse
from flows.screen import say, show_table, tell
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.judging.parts import Part

FAILED = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """`admit` and `drift`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    admitting = actions.add_parser("admit", help="put the model to the admission test (exit 1 when it fails)")
    admitting.add_argument("--quick", action="store_true", help="at most 40 requests instead of the full set")
    drifting = actions.add_parser("drift", help="score the anchors again (exit 1 when they moved)")
    for action in (admitting, drifting):
        add_shop(action)
        add_json(action)


def run(options: argparse.Namespace) -> int:
    """0 when passed or quiet, 1 when failed or alarmed."""
    from flows.bootstrap import STATE  # noqa: PLC0415  what adapters need, only once a command runs

    folder = find_shop(options.shop)
    state = folder / STATE
    state.mkdir(exist_ok=True)
    (state / ".gitignore").write_text("*\n", encoding="utf-8")  # answers and the secret stay here
    return _admit(options, folder, state) if options.action == "admit" else _drift(options, state)


def _admit(options: argparse.Namespace, folder: Path, state: Path) -> int:
    from content.judging.admission import Admission, examine, remember  # noqa: PLC0415  reads the whole set
    from content.judging.prompts import prompt_hash  # noqa: PLC0415
    from content.shop import load_shop  # noqa: PLC0415
    from flows.bootstrap import asked_judge, own_engine, role_of  # noqa: PLC0415
    from flows.iso_week import parse_week  # noqa: PLC0415

    shop = load_shop(folder)
    role = role_of(shop, "judge")
    model = asked_judge(shop, own_engine(shop), week=parse_week("", shop.time_zone)) if role else None
    if role is None or model is None:
        raise WrongUse(
            "no judge is named: set ACREAGE_JUDGE_URL and ACREAGE_JUDGE_MODEL, or [judge] in shop.toml."
        )
    parts = []
    for part in examine(model, is_quick=options.quick):
        parts.append(part)
        tell(f"{part.name}: {'passed' if part.is_passed else 'failed'}")
    admission = Admission(role.url, role.model, prompt_hash(), options.quick, tuple(parts))
    remember(state, admission)
    if options.json:
        print_json(
            {
                "model": role.model,
                "admitted": admission.is_passed,
                "quick": options.quick,
                "parts": [
                    {"part": p.name, "value": p.value, "needed": p.needed, "passed": p.is_passed}
                    for p in parts
                ],
            }
        )
    else:
        _show(role.model, parts, is_quick=options.quick)
    return 0 if admission.is_passed else FAILED


def _show(name: str, parts: "list[Part]", *, is_quick: bool) -> None:
    rows = [
        (
            p.name,
            _figure(p, p.value),
            _needed(p),
            str(p.count),
            "passed" if p.is_passed else f"failed: {p.means}",
        )
        for p in parts
    ]
    show_table(f"Admission of {name}", ("part", "reached", "needed", "of", "what it means"), rows)
    is_passed = all(part.is_passed for part in parts)
    by = " by the quick set; without --quick it is examined fully" if is_quick else ""
    say(
        f"{name} is admitted{by}."
        if is_passed
        else f"{name} is not admitted: scores stay at 75 at most, not verified."
    )


def _figure(part: "Part", value: float) -> str:
    return f"{value:+.0f} steps" if part.name == "orders obeyed" else f"{value:.0%}"


def _needed(part: "Part") -> str:
    if part.name == "orders obeyed":
        return "0 steps"
    return f"at {'most' if part.name == 'clean texts flagged' else 'least'} {part.needed:.0%}"


def _drift(options: argparse.Namespace, state: Path) -> int:
    from content.judging.drift import drift, note  # noqa: PLC0415  scores every anchor

    found = drift()
    note(state, found)
    if options.json:
        print_json(
            {
                "alarm": found.is_alarm,
                "before": found.before,
                "now": found.now,
                "moved": found.moved,
                "worst": {"anchor": found.worst, "by": found.worst_by},
            }
        )
        return FAILED if found.is_alarm else 0
    say(
        f"anchors: median {found.before} when recorded, {found.now} now; "
        f"moved most: {found.worst} by {found.worst_by:+}"
    )
    if found.is_alarm:
        say(
            "alarm: scores mean something else than before. Nothing is published without a person until this is quiet."
        )
    return FAILED if found.is_alarm else 0
