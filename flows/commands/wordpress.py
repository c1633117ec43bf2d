"""Write the plugin that a WordPress needs for descriptions, structured data, languages, 301 and 410.

acreage wordpress plugin > acreage.php
acreage wordpress plugin --to /var/www/html/wp-content/mu-plugins
"""

import argparse
from pathlib import Path

from flows.errors import WrongUse
from flows.screen import say

NAME = "acreage.php"


def add_options(parser: argparse.ArgumentParser) -> None:
    """`plugin`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    writing = actions.add_parser("plugin", help="write the must-use plugin (one PHP file, GPL)")
    writing.add_argument(
        "--to", default="", metavar="DIR", help="a folder, best wp-content/mu-plugins (default: print)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the file, or put it into a folder."""
    from content.publishers.wordpress import PLUGIN  # noqa: PLC0415

    text = PLUGIN.read_text(encoding="utf-8")
    if not options.to:
        say(text.rstrip("\n"))
        return 0
    folder = Path(options.to)
    if not folder.is_dir():
        raise WrongUse(
            f"{folder}: no such folder. WordPress looks for it in wp-content/mu-plugins: make that first."
        )
    path = folder / NAME
    path.write_text(text, encoding="utf-8")
    say(f"written: {path}. It works at once; acreage doctor says what the site has.")
    return 0
