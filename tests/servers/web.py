"""A loopback web server for tests: it says exactly what it is told, however rude, and remembers what it was asked.

    with WebServer() as web:
        web.route("/search", Reply(b'{"items": []}'))                          # always the same
        web.route("/page", lambda asked: Reply(asked.query.encode(), media="text/html"))  # worked out
        web.route("/busy", [too_many("2"), Reply(b"{}")])                      # one after the other, the last stays
        ... Door(..., allow_hosts=frozenset({web.host})) ...                   # `127.0.0.1:43121`
        assert [asked.path for asked in web.asked] == ["/busy", "/busy"]

Whatever has no route is a 404, robots.txt among it: everything is allowed. The shapes that servers in the wild have are in
`shapes.py`. Standard library only; a thread per connection; leaving the block ends every pause.
"""

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    nth: int  # 1 for the first request to this path
    at: float  # time.monotonic()

    @property
    def params(self) -> dict[str, str]:
        """The last value of each query parameter."""
        return {name: values[-1] for name, values in parse_qs(self.query, keep_blank_values=True).items()}


@dataclass(frozen=True)
class Reply:
    """What to say. `body` in pieces is sent in pieces with `pause_s` before each."""

    body: bytes | Sequence[bytes] = b""
    status: int = 200
    media: str = "application/json"  # empty: no Content-Type at all
    headers: Mapping[str, str] = field(default_factory=dict)
    pause_s: float = 0.0
    hang_s: float = 0.0  # silence before the first byte
    length: int | None = None  # a Content-Length that is not true
    is_cut: bool = False  # the connection ends with no byte of an answer

    def pieces(self) -> Sequence[bytes]:
        """The body as it is sent."""
        return (self.body,) if isinstance(self.body, bytes) else self.body

    def declared(self) -> int:
        """The Content-Length that is claimed."""
        return sum(map(len, self.pieces())) if self.length is None else self.length


Handler = Callable[[Asked], Reply]
Said = Reply | Sequence[Reply] | Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128
    owner: "WebServer"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is part of the play."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer."""
        owner = self.server.owner
        reply = owner.answer(self._asked())
        if reply.is_cut or (reply.hang_s and owner.is_stopped_within(reply.hang_s)):
            self.close_connection = True
            return
        try:
            self._send(reply)
        except OSError:  # the client had enough
            self.close_connection = True

    def do_POST(self) -> None:
        """Answer."""
        self.do_GET()

    def _asked(self) -> Asked:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", "0")))
        return Asked(
            self.command, parts.path or "/", parts.query, headers, body,
            self.server.owner.nth(parts.path or "/"), time.monotonic(),
        )  # fmt: skip

    def _send(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        if reply.media:
            self.send_header("Content-Type", reply.media)
        if reply.status != 304:
            self.send_header("Content-Length", str(reply.declared()))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in reply.pieces():
            if reply.pause_s and self.server.owner.is_stopped_within(reply.pause_s):
                break
            self.wfile.write(piece)
            self.wfile.flush()
        self.close_connection = self.close_connection or reply.length is not None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class WebServer:
    """A server on 127.0.0.1 for the length of a `with` block; with `tls`, over HTTPS."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler, bind_and_activate=True)
        self._server.owner = self
        self._scheme = "https" if tls else "http"
        if tls:
            # The handshake belongs to the connection's own thread: a client that refuses it must not stop accept().
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._routes: dict[str, Said] = {}
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._count: dict[str, int] = {}
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self.asked: list[Asked] = []
        """Everything that was asked, in order of arrival; robots.txt too."""

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        """What to name in `allow_hosts`."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a path, under another name when `host` is given."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def route(self, path: str, said: Said) -> None:
        """What is answered at a path: a Reply, several in turn, or a function of what was asked."""
        self._routes[path] = said

    def paths(self) -> list[str]:
        """The paths that were asked for, in order, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def nth(self, path: str) -> int:
        """Count one more request to a path."""
        with self._lock:
            self._count[path] = self._count.get(path, 0) + 1
            return self._count[path]

    def answer(self, asked: Asked) -> Reply:
        """What the route says."""
        with self._lock:
            self.asked.append(asked)
        said = self._routes.get(asked.path, Reply(b"not here", 404, "text/plain"))
        if isinstance(said, Reply):
            return said
        return said(asked) if callable(said) else said[min(asked.nth, len(said)) - 1]

    def is_stopped_within(self, pause_s: float) -> bool:
        """Wait; whether the server was closed meanwhile."""
        return self._stop.wait(pause_s)

    def __enter__(self) -> "WebServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def drip(body: bytes, size: int = 1) -> Iterable[bytes]:
    """A body in small pieces."""
    return [body[start : start + size] for start in range(0, len(body), size)]
