"""Git over HTTP on loopback: git's own backend behind a password, or a server that answers something else."""

import base64
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.servers.answering import Quiet, standing

Strange = tuple[int, dict[str, str], bytes]


@contextmanager
def git_http(folder: Path, login: str = "", strange: Strange | None = None) -> Iterator[str]:
    """Serve the repositories of a folder; `strange`: say this instead, whatever is asked."""

    class Handler(Quiet):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.body()
            wanted = "Basic " + base64.b64encode(login.encode()).decode()
            if strange is not None:
                self.say(*strange)
            elif login and self.headers.get("Authorization") != wanted:
                self.say(401, {"WWW-Authenticate": 'Basic realm="git"'}, b"no")
            else:
                self.say(*self._from_git(body))

        do_GET = do_POST = _answer  # noqa: N815

        def body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return super().body()
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)

        def _from_git(self, body: bytes) -> Strange:
            parts = urlsplit(self.path)
            said = subprocess.run(
                ["git", "http-backend"], input=body, capture_output=True, check=True,
                env={
                    "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": str(folder), "GIT_HTTP_EXPORT_ALL": "1",
                    "REMOTE_USER": "acreage", "REQUEST_METHOD": self.command, "PATH_INFO": parts.path,
                    "QUERY_STRING": parts.query, "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                    "CONTENT_LENGTH": str(len(body)), "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(folder),
                    "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                },
            ).stdout  # fmt: skip
            head, _, rest = said.partition(b"\r\n\r\n")
            lines = dict(line.split(": ", 1) for line in head.decode().splitlines())
            return int(lines.pop("Status", "200").split()[0]), lines, rest

    with standing(Handler) as address:
        yield address
