"""A proxy that does to requests what bad networks and tired hosts do: by a rule the test hands in."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import urlsplit

Deed = Literal["pass", "cut before", "cut after", "502 as 200", "login", "429", "503"]
Rule = Callable[[str, str], Deed]
"""What to do with a request, by method and path."""

PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


@contextmanager
def cutting(upstream: str, rule: Rule) -> Iterator[str]:
    """The proxy's address for the length of the block."""
    host = urlsplit(upstream).netloc

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            deed = rule(self.command, self.path)
            if deed == "cut before":
                return self._cut()
            if deed in ("429", "503"):
                return self._say(int(deed), {"Retry-After": "1"}, b"busy")
            if deed == "login":
                return self._say(302, {"Location": f"{upstream}/wp-login.php?redirect_to=x"}, b"")
            status, headers, answer = self._ask(body)
            if deed == "cut after":
                return self._cut()
            if deed == "502 as 200":
                return self._say(200, {"Content-Type": "text/html"}, PAGE)
            return self._say(status, headers, answer)

        def _ask(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
            connection = HTTPConnection(host, timeout=60)
            headers = {k: v for k, v in self.headers.items() if k.lower() not in ("host", "connection")}
            connection.request(self.command, self.path, body, {**headers, "Host": host})
            answer = connection.getresponse()
            data = answer.read()
            connection.close()
            kept = {
                k: v
                for k, v in answer.getheaders()
                if k.lower() not in ("transfer-encoding", "connection", "content-length", "host")
            }
            return answer.status, kept, data

        def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _cut(self) -> None:
            self.close_connection = True
            self.connection.close()

        do_GET = do_POST = do_DELETE = do_OPTIONS = do_PUT = _any  # noqa: N815  the library's names

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that has gone is what these tests are about

    server = Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
