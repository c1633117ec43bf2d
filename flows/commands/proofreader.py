"""Admit the model that proofreads.

`admit` puts the model of [proofreader] in shop.toml (or ACREAGE_PROOFREADER_URL, ACREAGE_PROOFREADER_MODEL,
ACREAGE_PROOFREADER_KEY) to the shipped test: some 42 requests, each put once more where its answer cannot be read.
Only a model that passes every part reads articles. It may be the model that writes: it sees neither numbers nor rows.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from flows.admitting import ended, told
from flows.commands.options import add_json, add_shop
from flows.errors import WrongUse
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.judging.admission import Admission


def add_options(parser: argparse.ArgumentParser) -> None:
    """`admit`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    admitting = actions.add_parser("admit", help="put the model to the admission test (exit 1 when it fails)")
    admitting.add_argument("--quick", action="store_true", help="four articles twice instead of nine")
    add_shop(admitting)
    add_json(admitting)


def run(options: argparse.Namespace) -> int:
    """0 when it is admitted, 1 when it failed."""
    from flows.bootstrap import state_of  # noqa: PLC0415  what adapters need, only once a command runs

    folder = find_shop(options.shop)
    state = state_of(folder)
    admission = _examined(folder, is_quick=options.quick)
    verdict = "is not admitted"
    if admission.is_passed:
        verdict = "is admitted: it reads what models and people write from now on"
    return ended(state, admission, verdict, is_json=options.json)


def _examined(folder: Path, *, is_quick: bool) -> "Admission":
    from content.judging.admission import SECRET, Admission  # noqa: PLC0415
    from content.proofreading.admission import examined  # noqa: PLC0415  reads the whole set
    from content.proofreading.proofreader import Proofreader  # noqa: PLC0415
    from content.proofreading.rereading import prompt_hash  # noqa: PLC0415
    from content.shop import load_shop  # noqa: PLC0415
    from flows.bootstrap import asked_model, own_engine, role_of  # noqa: PLC0415
    from flows.iso_week import parse_week  # noqa: PLC0415

    shop = load_shop(folder)
    role = role_of(shop, "proofreader")
    if role is None:
        raise WrongUse(
            "no proofreader is named: set ACREAGE_PROOFREADER_URL and ACREAGE_PROOFREADER_MODEL, or [proofreader] in "
            "shop.toml."
        )
    model = asked_model(shop, "proofreader", own_engine(shop), week=parse_week("", shop.time_zone))
    assert model is not None  # its role is there
    parts = told(examined(Proofreader(model, SECRET), is_quick=is_quick))
    return Admission(role.url, role.model, prompt_hash(), is_quick, parts)
