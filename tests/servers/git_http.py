"""Git over HTTP on loopback: git's own backend behind a password, or a server that answers something else."""

import base64
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

Strange = tuple[int, dict[str, str], bytes]


@contextmanager
def git_http(folder: Path, login: str = "", strange: Strange | None = None) -> Iterator[str]:
    """Serve the repositories of a folder; `strange`: say this instead, whatever is asked."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self._body()
            wanted = "Basic " + base64.b64encode(login.encode()).decode()
            if strange is not None:
                self._say(*strange)
            elif login and self.headers.get("Authorization") != wanted:
                self._say(401, {"WWW-Authenticate": 'Basic realm="git"'}, b"no")
            else:
                self._say(*self._from_git(body))

        do_GET = do_POST = _answer  # noqa: N815

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", "0")))
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

        def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
