"""Give texts their points (0-100, a heuristic and not a ranking prediction).

Without an admitted judge a text gets 75 at most and says `verified: false`; with `--judge` the shop's admitted
model is asked. What front matter does not say is not measured, earns nothing and reads null. Nobody outside the
team has rated an article yet: every score says "uncalibrated".
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.records import Score
from flows.commands.options import (
    add_against,
    add_json,
    add_language,
    add_market,
    add_proofread,
    add_shop,
    add_waivers,
    print_json,
)
from flows.screen import say

if TYPE_CHECKING:
    from content.judging.judge import Judge
    from content.ledger.ledger import Ledger
    from content.shop import Shop
    from flows.commands.reading import Text


def add_options(parser: argparse.ArgumentParser) -> None:
    """FILE... and what stands in for missing front matter."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.md")
    add_shop(parser)
    add_language(parser)
    add_market(parser)
    add_against(parser)
    add_waivers(parser)
    add_proofread(parser)
    add_json(parser)
    parser.add_argument("--judge", action="store_true", help="ask the shop's admitted judge as well")


def run(options: argparse.Namespace) -> int:
    """Print points; 0 on readable input, however low they are."""
    from content.score import score  # noqa: PLC0415  babel: 0.1 s that --help does without
    from flows.commands.reading import open_ledger, read_and_check  # noqa: PLC0415

    ledger = open_ledger(options)
    judge = _judge(ledger.shop) if options.judge else None
    scored = []
    for text in read_and_check(options, ledger):
        said = _asked(judge, text, ledger) if judge else None
        scored.append((text.path, score(text.draft, text.findings, ledger, text.market, judged=said)))
    if options.json:
        print_json({"files": [{"file": str(path), **_as_json(points)} for path, points in scored]})
    else:
        for path, points in scored:
            _print_score(path, points)
    return 0


def _judge(shop: "Shop") -> "Judge":
    from content.errors import JudgeRefused  # noqa: PLC0415
    from flows.bootstrap import admitted_judge  # noqa: PLC0415

    judge = admitted_judge(shop)
    if judge is None:
        raise JudgeRefused(
            "no admitted judge: name one ([judge] in shop.toml or ACREAGE_JUDGE_URL and ACREAGE_JUDGE_MODEL), "
            "then run acreage judge admit."
        )
    return judge


def _asked(judge: "Judge", text: "Text", ledger: "Ledger") -> dict[str, float | None] | None:
    from flows.judging import judged  # noqa: PLC0415

    return judged(judge, text.draft, ledger, text.market)


def _as_json(score: Score) -> dict[str, Any]:
    return {
        "points": score.points,
        "verified": score.verified,
        "interval": list(score.interval) if score.interval else None,
        "caps": [{"rule": cap.rule, "cap": cap.cap} for cap in score.caps],
        "dimensions": dict(score.dimensions),
        "whole": dict(score.whole),
        "scorer": score.scorer,
        "calibration": score.calibration,
    }


def _print_score(path: Path, score: Score) -> None:
    seal = "" if score.verified else " (not verified by a judge: 75 at most)"
    say(f"{path}: {score.points:.1f} points{seal}, {score.calibration}")
    for name, points in score.dimensions:
        say(f"  {name:24} {'not measured' if points is None else f'{points:.1f}'}")
    for why, factor in score.whole:
        say(f"  as a whole x {factor:.2f}: {why}")
    for cap in score.caps:
        say(f"  at most {cap.cap}: {cap.rule}")
