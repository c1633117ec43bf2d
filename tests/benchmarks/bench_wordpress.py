"""Prints what it costs to place and verify twenty articles with pictures on a real WordPress.

    python tests/benchmarks/bench_wordpress.py

The bar is 60 s for articles of about 1,300 words with a picture of 1200 x 675 each, placed as an author, four at a
time as the week does it, each read at its public address. The server is installed by tests/servers/wordpress.sh
(`ACREAGE_TEST_WORDPRESS=DIR` keeps it). Nothing is asserted: machines differ.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any  # whatever is timed

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.cost import Clock, say  # noqa: E402 - the line above makes our own rooms importable

ARTICLES = 20
AT_ONCE = 4


def main() -> None:
    """Place, look, place again unchanged, place with a new figure, withdraw."""
    from content.publishers.place import Payload  # noqa: PLC0415  after the path is set
    from tests.content.publishers.wordpress_pages import BODY, OUT, payload, picture, placing  # noqa: PLC0415
    from tests.servers.wordpress import running  # noqa: PLC0415

    start = time.monotonic()
    server = running()
    server.empty()
    say(f"WordPress {server.version} up {time.monotonic() - start:.1f} s")
    words = " ".join(["Der Vorhang hängt schwer und dunkel vor dem Fenster."] * 13)
    text = BODY + "".join(f"<h2>Abschnitt {n}</h2>\n<p>{words}</p>\n" for n in range(11))
    pages = [
        payload(f"artikel-{n}", html=text, images=(picture(f"bild-{n}", 1200),)) for n in range(ARTICLES)
    ]
    size = sum(len(page.images[0].data) for page in pages) // ARTICLES
    say(
        f"{ARTICLES} articles, {len(text.split())} words and {len(text) / 1000:.0f} kB each, pictures of {size / 1000:.0f} kB"
    )
    with tempfile.TemporaryDirectory() as folder, placing(Path(folder), server) as blog:

        def put(page: Payload) -> str:
            return str(blog.put(page, OUT).stand)

        def look(page: Payload) -> str:
            placed = blog.book.placement(page.key)
            return str(blog.look(placed, page).stand) if placed else "nothing"

        def publish(page: Payload) -> str:
            put(page)
            return look(page)

        newer = [replace(page, html=page.html.replace("140 cm", "150 cm")) for page in pages]
        timed("published and verified", publish, pages)
        timed("again, nothing changed", put, pages)
        timed("verified again", look, pages)
        timed("a figure changed in each", publish, newer)
    say(f"load average {os.getloadavg()[0]:.1f}")


def timed(name: str, step: Callable[[Any], str], given: Sequence[Any]) -> None:
    """Run a step on all of them, four at a time, and say how long it took and how they stand."""
    clock = Clock()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        stands = Counter(pool.map(step, given))
    took, own = clock.wall, clock.cpu
    said = ", ".join(f"{count} {stand}" for stand, count in stands.items())
    say(f"{name:28} {took:6.1f} s wall {own:6.1f} s own CPU   {said}")


if __name__ == "__main__":
    main()
