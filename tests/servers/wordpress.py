"""The real WordPress of the tests: started once per test run by `wordpress.sh`, stopped at the end.

`ACREAGE_TEST_WORDPRESS` names a folder to keep it in between runs (a second start takes 2 s instead of 20).
"""

import atexit
import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from content.publishers.wordpress import PLUGIN

SCRIPT = Path(__file__).with_name("wordpress.sh")
KEPT = "ACREAGE_TEST_WORDPRESS"


@dataclass(frozen=True)
class Server:
    """A running site, with one user per role: admin, editor, author, contributor."""

    folder: Path
    url: str
    users: dict[str, str]
    version: str

    def client(self, user: str = "editor") -> httpx.Client:
        """A person at work in it."""
        return httpx.Client(
            base_url=f"{self.url}/wp-json/wp/v2/",
            auth=(user, self.users[user]),
            timeout=60,
            params={"context": "edit"},
        )

    def posts(self, search: str = "", kind: str = "posts") -> list[dict[str, Any]]:
        """Every post of any status, as its administrator sees them."""
        query = {
            "status": "inherit" if kind == "media" else "publish,future,draft,pending,private,trash",
            "per_page": 100,
            "search": search,
            "orderby": "id",  # pages of equal dates would overlap
            "order": "asc",
            "page": 1,
        }
        found: list[dict[str, Any]] = []
        with self.client("admin") as client:
            while True:
                page = client.get(kind, params=query).json()
                if not isinstance(page, list) or not page:
                    return found
                found += page
                query["page"] = int(str(query["page"])) + 1

    def empty(self) -> None:
        """Delete every post and picture."""
        self.php(
            "foreach (get_posts(['post_type' => ['post', 'page', 'attachment'], 'post_status' => ['any', 'trash', 'auto-draft'],"
            " 'numberposts' => -1]) as $p) wp_delete_post($p->ID, true); delete_option('acreage_gone');"
        )

    def php(self, code: str) -> str:
        """Run a piece of PHP inside this WordPress."""
        start = (
            f"define('WP_USE_THEMES', false); $_SERVER['HTTP_HOST'] = parse_url('{self.url}', PHP_URL_HOST);"
            f" $_SERVER['REQUEST_URI'] = '/'; require '{self.folder}/site/wp-load.php'; "
        )
        done = subprocess.run(["php", "-r", start + code], capture_output=True, text=True, check=True)
        return done.stdout

    @property
    def plugin(self) -> Path:
        """Where our plugin lies."""
        return self.folder / "site" / "wp-content" / "mu-plugins" / PLUGIN.name

    @contextmanager
    def without_plugin(self) -> Iterator[None]:
        """The site as most are."""
        self.plugin.unlink()
        try:
            yield
        finally:
            shutil.copy(PLUGIN, self.plugin)

    @contextmanager
    def with_code(self, name: str, code: str) -> Iterator[None]:
        """Another must-use plugin for the length of the block."""
        path = self.plugin.with_name(name)
        path.write_text(f"<?php\n{code}\n", encoding="utf-8")
        try:
            yield
        finally:
            path.unlink()


@cache
def running() -> Server:
    """The one server of this test run."""
    kept = os.environ.get(KEPT)
    folder = Path(kept) if kept else Path(tempfile.mkdtemp(prefix="acreage-wp-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    subprocess.run([SCRIPT, folder, "stop"], check=True)
    started = subprocess.run([SCRIPT, folder, str(port)], capture_output=True, text=True, check=False)
    if started.returncode:
        raise RuntimeError(f"no WordPress for the tests: {started.stderr}")
    atexit.register(_stop, folder, is_kept=bool(kept))
    said = json.loads((folder / "creds.json").read_text(encoding="utf-8"))
    server = Server(folder, said["url"], said["users"], said["version"])
    shutil.copy(PLUGIN, server.plugin)
    return server


def _stop(folder: Path, *, is_kept: bool) -> None:
    subprocess.run([SCRIPT, folder, "stop"], check=False)
    if not is_kept:
        shutil.rmtree(folder, ignore_errors=True)
