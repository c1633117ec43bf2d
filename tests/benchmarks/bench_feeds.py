"""Prints what reading large feeds and sitemaps costs: CPU and wall seconds and peak memory of a process of its own.

    python tests/benchmarks/bench_feeds.py [ENTRIES]

Without a number: 10,000 entries (the bar is 20 s) of an RSS feed, the same with stray marks that no strict reader takes,
an Atom feed, and a sitemap of 50,000 pages. A tenth of the titles begin like questions without a mark, the dearest kind:
their language has to be told. Nothing is asserted: machines differ.
"""

import subprocess
import sys
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.cost import Clock, peak_mb, say  # noqa: E402 - the line above makes our own rooms importable

TITLES = (
    "How do I wash curtain number {0}?",
    "New rails for heavy curtains, part {0}",
    "Welche Schiene trägt Vorhang {0}",
    "Neue Kissen für den Herbst, Folge {0}",
    "Comment mesurer la fenêtre {0} ?",
    "Les plaids en laine du salon {0}",
    "Cortinas para el dormitorio {0}",
    "ستائر غرفة النوم رقم {0}",
    "遮光カーテン{0}の洗い方",
    "Linen, wool and down: letter {0}",
)
TEXT = '<p>A paragraph as feeds hold them, with <b>marks</b> and <a href="/x?y=1">a link</a>.</p>' * 4


def rss(entries: int, mark: str = "&amp;") -> bytes:
    """A feed of invented entries, each with a paragraph."""
    items = "".join(
        f"<item><title>{TITLES[n % 10].format(n)} {mark} more</title><link>https://f.example/t/{n}</link>"
        f"<pubDate>Tue, 03 Nov 2026 10:00:00 +0000</pubDate><description>{escape(TEXT)}</description></item>"
        for n in range(entries)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>'.encode()
    )


def atom(entries: int) -> bytes:
    """The same as Atom."""
    items = "".join(
        f"<entry><title>{TITLES[n % 10].format(n)}</title><id>urn:{n}</id><link href='https://f.example/t/{n}'/>"
        f"<updated>2026-11-03T10:00:00Z</updated><content type='html'>{escape(TEXT)}</content></entry>"
        for n in range(entries)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{items}</feed>'.encode()


def sitemap(entries: int) -> bytes:
    """A sitemap of as many pages, with pictures."""
    items = "".join(
        f"<url><loc>https://s.example/blog/curtain-rails-for-room-{n}</loc><lastmod>2026-11-03</lastmod>"
        f"<image:image><image:loc>https://s.example/{n}.jpg</image:loc></image:image></url>"
        for n in range(entries)
    )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    return f"<urlset {spaces}>{items}</urlset>".encode()


def measure(case: str, entries: int) -> None:
    """Read one body in this process and print one line."""
    from seo.services import SERVICES  # noqa: PLC0415  importing is no part of the reading
    from seo.services.service import Ask  # noqa: PLC0415
    from seo.web.answers import Answer  # noqa: PLC0415

    body = {"rss": rss, "broken": lambda n: rss(n, "&"), "atom": atom, "sitemap": sitemap}[case](entries)
    service = SERVICES["sitemaps" if case == "sitemap" else "feeds"]()
    ask = Ask((), (), date(2026, 1, 1), date(2026, 11, 25), options=("https://f.example/feed.xml",))
    (errand,) = service.errands(ask)
    before, clock = peak_mb(), Clock()
    heard = service.parse(Answer(errand.request.url, 200, {}, body, datetime.now(UTC)), errand)
    cost = clock.told(2)
    say(f"{len(body) / 1e6:.1f} MB -> {len(heard.sightings)} heard: {cost} (before reading {before:.0f} MB)")


def main() -> None:
    """Each case in a process of its own, so that no memory is counted twice."""
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], int(sys.argv[3]))
        return
    entries = int(sys.argv[1]) if sys.argv[1:] else 10_000
    for case, number in (("rss", entries), ("broken", entries), ("atom", entries), ("sitemap", 5 * entries)):
        sys.stdout.write(f"{case}, {number} entries: ")
        sys.stdout.flush()
        command = [sys.executable, str(Path(__file__)), "--measure", case, str(number)]
        subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=True)


if __name__ == "__main__":
    main()
