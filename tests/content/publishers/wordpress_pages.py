"""Articles for the tests on a real WordPress, and how they are placed there."""

import struct
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from content.json_ld import script
from content.publications import Publications, placement_key
from content.publishers.place import ADDRESS, Image, Payload, Setting, Status, Term
from content.publishers.placing import Placing, Wish
from content.publishers.wordpress import WordPress
from content.shop import Shop, Target, load_shop
from flows.migrate import migrate
from seo.database import open_engine
from tests.servers.wordpress import Server

OUT = Wish(Status.PUBLISHED, "2026-W48")
WIDTH = '<data data-acreage="dusk.width" value="{0} cm">{0} cm</data>'
BODY = (
    '<h2 id="breite">Breite &amp; Höhe [gallery]</h2>\n'
    "<p>Er ist "
    + WIDTH.format(140)
    + ' breit, 5x7 -- "so" <a href="https://shop.example/?a=1&amp;b=2">hier</a>.</p>\n'
    '<ul>\n<li>eins</li>\n<li>zwei\n<ul>\n<li>zwei b</li>\n</ul>\n</li>\n</ul>\n<ol start="3">\n<li>drei</li>\n</ol>\n'
    '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">Größe</th>\n<th class="end" scope="col">cm</th>\n'
    '</tr>\n</thead>\n<tbody>\n<tr>\n<td>S</td>\n<td class="end">'
    + WIDTH.format(140)
    + "</td>\n</tr>\n</tbody>\n</table></div>\n"
    "<blockquote>\n<p>Ein Satz aus dem Laden.</p>\n</blockquote>\n<dl><dt>Stoff</dt><dd>Leinen</dd></dl>\n"
    "<pre><code>[caption] a\n b</code></pre>\n<hr>\n<p>Waschen bei 30 Grad. <em>C:\\temp</em></p>"
)


def payload(
    name: str,
    *,
    locale: str = "de-DE",
    html: str = BODY,
    title: str = "",
    image: bool = False,
    **more: object,
) -> Payload:
    """An article with everything in it; the name makes key and slug."""
    node = {
        "@context": "https://schema.org", "@type": "BlogPosting", "headline": 'a [gallery] </script> \\ "ب"', "url": ADDRESS,
        "mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS}, "image": ["https://shop.example/[1].jpg"],
    }  # fmt: skip
    said: dict[str, object] = {
        "description": 'Wie breit ist er? "140" & mehr.', "excerpt": "Kurz & gut", "json_ld": script(node), "markdown": "",
        "categories": (Term("category", "vorhaenge", "Vorhänge & Gardinen"),), "tags": (Term("tag", "dusk", "Dusk"),),
        "images": (picture(name),) if image else (),
    }  # fmt: skip
    return Payload(
        key=placement_key("shop", name, locale, "blog"), article=name, locale=locale, slug=name,
        title=title or f"Wie breit & hoch ist <{name}>?", html=html, **{**said, **more},  # type: ignore[arg-type]
    )  # fmt: skip


def picture(seed: str, side: int = 24) -> Image:
    """A small PNG of its own."""
    shade = zlib.crc32(seed.encode())
    high = side * 9 // 16
    rows = b"".join(
        b"\0" + bytes([shade & 255, shade >> 8 & 255, 9 * row & 255]) * side for row in range(high)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, high, 8, 2, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return Image(f"{seed}.png", "image/png", "Ein Vorhang", data)


def shop(folder: Path) -> Shop:
    """The least a shop can be."""
    (folder / "shop.toml").write_text(
        'name = "x"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n', encoding="utf-8"
    )
    return load_shop(folder)


def utc() -> datetime:
    return datetime.now(UTC)


@contextmanager
def placing(
    folder: Path, server: Server, user: str = "author", *, site: str = "", password: str = "", timeout_s: float = 30.0,
    now: Callable[[], datetime] = utc, post_type: str = "posts",
) -> Iterator[Placing]:  # fmt: skip
    """A WordPress under one user, and the book of a fresh (or the same) database in the folder."""
    engine = open_engine(folder)
    migrate(engine)
    target = Target(
        "wordpress",
        "blog",
        site or server.url,
        ("de-DE",),
        "published",
        user,
        settings={"post_type": post_type},
    )
    place = WordPress(Setting(target, shop(folder), password or server.users[user], now), timeout_s=timeout_s)
    try:
        yield Placing(place, Publications(engine, "shop"), "blog", now, time.sleep)
    finally:
        place.close()
        engine.dispose()
