"""Build the site again from what is published, look at it, or show the build before.

`serve` shows public/ to this machine only; it is no way to put a site on the web.
"""

import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from flows.commands.options import add_shop, positive
from flows.errors import WrongUse
from flows.screen import say
from flows.shop_folder import find_shop

PORT = 8080


def add_options(parser: argparse.ArgumentParser) -> None:
    """One subcommand each."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    building = actions.add_parser("build", help="build public/ again from what is published")
    serving = actions.add_parser("serve", help="look at public/ in a browser of this machine")
    serving.add_argument("--port", type=positive, default=PORT, help=f"default {PORT}")
    back = actions.add_parser("rollback", help="show the build before the present one again")
    for action in (building, serving, back):
        add_shop(action)


def run(options: argparse.Namespace) -> int:
    """Do the action."""
    folder = find_shop(options.shop)
    if options.action == "rollback":
        return rollback(folder)
    return build(folder) if options.action == "build" else serve(folder, options.port)


def rollback(folder: Path) -> int:
    """Switch public/ to the build before; the next publish builds anew from what is published."""
    from content.publishers.builds import roll_back  # noqa: PLC0415

    say(f"shown again: {roll_back(folder).name}. The next publish builds the site anew.")
    return 0


def build(folder: Path) -> int:
    """Build the published pages with today's facts."""
    from flows.desk import opened  # noqa: PLC0415  the database
    from flows.refreshing import settle, told  # noqa: PLC0415
    from flows.stages import preview, publish  # noqa: PLC0415

    with opened(folder) as desk:
        for line in told(settle(desk), desk):  # no page is built from facts it was not checked against
            say(line)
        publish(desk, is_rebuild=True)
        preview(desk)
    page = folder / "public" / "index.html"
    say(
        f"the site: {page}"
        if page.exists()
        else "Nothing is published yet: acreage week, then acreage publish."
    )
    return 0


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, with the site's own page for a wrong address."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404.html where it has one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():  # noqa: PLR2004
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def serve(folder: Path, port: int) -> int:
    """Serve until interrupted."""
    public = folder / "public"
    if not (public / "index.html").exists():
        raise WrongUse(f"{public}: no site there yet. Make one: acreage week --shop {folder}")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(public)))
    except OSError as error:
        raise WrongUse(f"port {port}: {error.strerror}. Choose another: --port {port + 1}") from None
    with server:
        say(f"local, only on this machine: http://127.0.0.1:{port}/ (Ctrl-C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
