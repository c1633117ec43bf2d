"""`--columns`: what stands in the columns of a file whose header Acreage does not know."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from flows.screen import tell


def add_columns(parser: argparse.ArgumentParser) -> None:
    """`--columns query,clicks,-` for files nobody recognises, `--columns file.csv=query,-` for one of them."""
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="[FILE=]NAMES",
        help="columns of a file in signals/ whose header is not known, from the left: "
        "query,clicks,impressions,ctr,position (- skips one); kept in signals/columns.toml",
    )


def checked_columns(words: Sequence[str]) -> None:
    """Refuse a name nobody knows before anything is made."""
    from seo.signals.given_columns import parse_given  # noqa: PLC0415  --help does without

    parse_given(words)


def keep_columns(folder: Path, words: Sequence[str]) -> None:
    """Keep what was said beside the files, so that the next week knows it; nothing when nothing was said."""
    if not words:
        return
    from seo.signals.given_columns import keep_given, parse_given  # noqa: PLC0415

    tell(f"Columns kept in {keep_given(folder / 'signals', parse_given(words))}")
