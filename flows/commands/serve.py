"""Start the Prefect server with its UI, and the week of this shop every Monday at 06:00 in its time zone."""

import argparse

from flows.commands.options import add_shop, positive
from flows.shop_folder import find_shop

PORT = 4200


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--port`, `--now`."""
    add_shop(parser)
    parser.add_argument("--port", type=positive, default=PORT, help=f"of the server (default {PORT})")
    parser.add_argument("--cron", default="0 6 * * 1", metavar="CRON", help="when (default: Monday 06:00)")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from flows.serving import serve_week  # noqa: PLC0415  Prefect

    return serve_week(find_shop(options.shop), options.port, options.cron)
