"""Answers in the shapes that servers in the wild give; each is a Reply or a route for `WebServer.route`."""

import gzip
import zlib
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime

from tests.servers.web import Asked, Handler, Reply

HTML = "text/html; charset=utf-8"
METADATA = "http://169.254.169.254/latest/meta-data/"

PAGE = (
    "<!doctype html><html lang='{language}'><head>{meta}<title>{title}</title></head>"
    "<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
)
WORDS = {
    "shift_jis": ("ja", "カーテンの測り方", "窓の幅より二十センチ長いレールを選ぶと、光が漏れません。採寸は三か所で行います。"),
    "euc_jp": ("ja", "遮光カーテンの洗い方", "洗濯機の弱水流で洗い、濡れたままレールに吊るすと皺が残りません。"),
    "iso2022_jp": ("ja", "遮光カーテンの洗い方", "洗濯機の弱水流で洗い、濡れたままレールに吊るすと皺が残りません。"),
    "windows-1256": ("ar", "كيف تقيس الستائر", "اختر قضيبا أعرض من النافذة بعشرين سنتيمترا حتى لا يتسرب الضوء من الجانبين."),
    "windows-1252": ("de", "Vorhänge messen", "Wählen Sie die Stange zwanzig Zentimeter breiter – „so fällt“ kein Licht an den Rändern vorbei."),
    "utf-16": ("fr", "Mesurer des rideaux", "Choisissez une tringle plus large que la fenêtre : la lumière ne passera plus sur les côtés."),
    "utf-8": ("es", "Cómo medir cortinas", "Elija una barra más ancha que la ventana; así no entra luz por los lados."),
}  # fmt: skip
"""By charset: language, title and a sentence of ours."""


def page(text: str, title: str = "A page", language: str = "en", media: str = HTML) -> Reply:
    """An HTML page."""
    return Reply(PAGE.format(language=language, meta="", title=title, text=text).encode(), media=media)


def page_in(charset: str, *, says: str = "header") -> Reply:
    """The words of a charset as a page in it; `says` where the charset is told: header, meta, nowhere."""
    language, title, text = WORDS[charset]
    meta = f"<meta charset='{charset}'>" if says == "meta" else ""
    body = PAGE.format(language=language, meta=meta, title=title, text=text).encode(charset)
    return Reply(body, media=f"text/html; charset={charset}" if says == "header" else "text/html")


def too_many(after: str | datetime | None = None) -> Reply:
    """429, with Retry-After in seconds, as a date, or without."""
    return Reply(b"{}", 429, headers=_after(after))


def down(after: str | datetime | None = None, status: int = 503) -> Reply:
    """503 or another 5xx."""
    return Reply(b"<h1>Service Unavailable</h1>", status, HTML, headers=_after(after))


def _after(after: str | datetime | None) -> Mapping[str, str]:
    if after is None:
        return {}
    return {"Retry-After": after if isinstance(after, str) else format_datetime(after, usegmt=True)}


def redirect(to: str, status: int = 302) -> Reply:
    """A redirect: to METADATA, to itself, to http."""
    return Reply(b"", status, "", headers={"Location": to})


def zipped(body: bytes, media: str = "application/json") -> Reply:
    """A gzip body."""
    return Reply(gzip.compress(body), media=media, headers={"Content-Encoding": "gzip"})


def cut_gzip(body: bytes = b'{"items": [' + b"1," * 2000 + b"1]}") -> Reply:
    """A gzip body of which the end is missing, though the length agrees."""
    whole = gzip.compress(body)
    return Reply(whole[: len(whole) // 2], headers={"Content-Encoding": "gzip"})


def bomb(unpacked: int = 200_000_000) -> Reply:
    """A gzip body that becomes a thousand times as large."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"0" * 1_000_000
    pieces = [packer.compress(zeros) for _ in range(unpacked // len(zeros))]
    return Reply(b"".join([*pieces, packer.flush()]), headers={"Content-Encoding": "gzip"})


def dripping(pieces: int = 1000, pause_s: float = 0.1) -> Reply:
    """A byte now and then, for ever: no single read ever times out."""
    return Reply([b" "] * pieces, pause_s=pause_s)


def hanging(hang_s: float = 60.0) -> Reply:
    """Nothing at all."""
    return Reply(hang_s=hang_s)


def forbidden_json() -> Reply:
    """What SearXNG says when its settings do not list json."""
    return Reply(b"<!doctype html><title>403 Forbidden</title><h1>Forbidden</h1>", 403, HTML)


def half_failed() -> Reply:
    """SearXNG: 200, and no engine answered."""
    return Reply(b'{"query": "q", "results": [], "unresponsive_engines": [["google", "CAPTCHA"]]}')


def captcha() -> Reply:
    """A challenge that comes with 200."""
    body = (
        "<!doctype html><html lang='en'><head><title>Just a moment...</title></head><body>"
        "<form id='challenge-form' action='/cdn-cgi/challenge'><div class='g-recaptcha'></div>"
        "<p>Checking your browser before you go on.</p></form></body></html>"
    )
    return Reply(body.encode(), media=HTML)


def unchanged_after(
    body: bytes, etag: str = '"v1"', modified: str = "", media: str = "application/json"
) -> Handler:
    """200 with an ETag (and Last-Modified) first, 304 to whoever shows it again."""
    marks = {"ETag": etag} | ({"Last-Modified": modified} if modified else {})

    def said(asked: Asked) -> Reply:
        known = asked.headers.get("if-none-match") == etag or (
            bool(modified) and asked.headers.get("if-modified-since") == modified
        )
        return Reply(b"", 304, "", headers=marks) if known else Reply(body, media=media, headers=marks)

    return said


def robots(text: str) -> Reply:
    """A robots.txt."""
    return Reply(text.encode(), media="text/plain")


def long_robots(disallow_late: str, size: int = 600_000) -> Reply:
    """A robots.txt above 500 KiB; what it forbids last is not read any more."""
    filler = "# filler\n" * (size // 9)
    return robots(f"User-agent: *\nDisallow: /early\n{filler}Disallow: {disallow_late}\n")
