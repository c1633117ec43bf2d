"""Admit the model that proofreads.

`admit` puts the model of [proofreader] in shop.toml (or ACREAGE_PROOFREADER_URL, ACREAGE_PROOFREADER_MODEL,
ACREAGE_PROOFREADER_KEY) to the shipped test: 16 requests, each put once more where its answer cannot be read. Only a
model that passes every part reads articles. It may be the model that writes: it sees neither numbers nor rows.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, print_json
from flows.errors import WrongUse
from flows.screen import say, show_table, tell
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.judging.admission import Admission

FAILED = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """`admit`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    admitting = actions.add_parser("admit", help="put the model to the admission test (exit 1 when it fails)")
    admitting.add_argument("--quick", action="store_true", help="four articles twice instead of nine")
    add_shop(admitting)
    add_json(admitting)


def run(options: argparse.Namespace) -> int:
    """0 when it is admitted, 1 when it failed."""
    from content.judging.admission import remember  # noqa: PLC0415
    from flows.bootstrap import STATE  # noqa: PLC0415  what adapters need, only once a command runs

    folder = find_shop(options.shop)
    state = folder / STATE
    state.mkdir(exist_ok=True)
    (state / ".gitignore").write_text("*\n", encoding="utf-8")  # answers and the secret stay here
    admission = _examined(folder, is_quick=options.quick)
    remember(state, admission)
    if options.json:
        print_json(_as_json(admission))
    else:
        _show(admission)
    return 0 if admission.is_passed else FAILED


def _examined(folder: Path, *, is_quick: bool) -> "Admission":
    from content.judging.admission import SECRET, Admission  # noqa: PLC0415
    from content.proofreading.admission import examined  # noqa: PLC0415  reads the whole set
    from content.proofreading.proofreader import Proofreader  # noqa: PLC0415
    from content.proofreading.reading import prompt_hash  # noqa: PLC0415
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
    parts = []
    for part in examined(Proofreader(model, SECRET), is_quick=is_quick):
        parts.append(part)
        tell(f"{part.name}: {'passed' if part.is_passed else 'failed'}")
    return Admission(role.url, role.model, prompt_hash(), is_quick, tuple(parts))


def _as_json(admission: "Admission") -> dict[str, object]:
    parts = [
        {"part": p.name, "value": p.value, "needed": p.needed, "passed": p.is_passed, "of": p.count}
        for p in admission.parts
    ]
    return {
        "model": admission.model, "admitted": admission.is_passed, "quick": admission.is_quick, "parts": parts
    }  # fmt: skip


def _show(admission: "Admission") -> None:
    rows = [
        (
            p.name,
            f"{p.value:.0%}",
            f"at {'least' if p.needed > 0.5 else 'most'} {p.needed:.0%}",  # noqa: PLR2004 - a share to reach or to keep under
            str(p.count),
            "passed" if p.is_passed else f"failed: {p.means}",
        )
        for p in admission.parts
    ]
    show_table(f"Admission of {admission.model}", ("part", "reached", "needed", "of", "what it means"), rows)
    said = (
        "is admitted: it reads what models and people write from now on"
        if admission.is_passed
        else "is not admitted"
    )
    say(f"{admission.model} {said}.")
