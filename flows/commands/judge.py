"""Admit the model that judges, and see whether scores have drifted.

`admit` puts the model of [judge] in shop.toml (or ACREAGE_JUDGE_URL, ACREAGE_JUDGE_MODEL, ACREAGE_JUDGE_KEY) to
the shipped test; only a model that passes every part is asked about articles. `drift` scores the team-written
anchors again; when their median moved by more than three points nothing is published without a person (exit 1).
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from flows.admitting import FAILED, ended, told
from flows.commands.options import add_json, add_shop, print_json
from flows.errors import WrongUse
from flows.screen import say
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.judging.admission import Admission


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
    from flows.bootstrap import state_of  # noqa: PLC0415  what adapters need, only once a command runs

    folder = find_shop(options.shop)
    state = state_of(folder)
    return _admit(options, folder, state) if options.action == "admit" else _drift(options, state)


def _admit(options: argparse.Namespace, folder: Path, state: Path) -> int:
    admission = _examined(folder, is_quick=options.quick)
    verdict = "is not admitted: scores stay at 75 at most, not verified"
    if admission.is_passed:
        by = " by the quick set; without --quick it is examined fully" if options.quick else ""
        verdict = f"is admitted{by}"
    return ended(state, admission, verdict, is_json=options.json)


def _examined(folder: Path, *, is_quick: bool) -> "Admission":
    from content.judging.admission import Admission, examine  # noqa: PLC0415  reads the whole set
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
    parts = told(examine(model, is_quick=is_quick))
    return Admission(role.url, role.model, prompt_hash(), is_quick, parts)


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
