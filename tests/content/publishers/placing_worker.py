"""A worker of its own process: places a list of articles through a bad line, and may be killed at any step.

placing_worker.py FOLDER_OR_URL SITE USER SEED KILL_AT TIMEOUT NAME...      (the password in ACREAGE_WORDPRESS_PASSWORD)
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from content.errors import ContentError
from content.publications import ON, Publications
from content.publishers.place import Setting
from content.publishers.placing import Placing
from content.publishers.wordpress import WordPress
from content.shop import Target
from content.store import Store
from flows.lease import at_work
from flows.migrate import migrate
from seo.database import open_engine
from tests.content.publishers.wordpress_pages import OUT, payload, shop, utc

STEPS = ("keep", "find", "create", "update", "get", "discard")


def killing(thing: Any, at: int) -> None:
    """Let the process die at its nth step, before or after it, whatever the step is."""
    counted = [0]

    def wrapped(step: Callable[..., Any]) -> Callable[..., Any]:
        def do(*given: Any, **named: Any) -> Any:
            counted[0] += 1
            if counted[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)
            done = step(*given, **named)
            counted[0] += 1
            if counted[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return do

    for each in thing:
        for name in STEPS:
            if hasattr(each, name):
                setattr(each, name, wrapped(getattr(each, name)))


def work(
    database: str, site: str, user: str, seed: int, kill_at: int, timeout_s: float, names: list[str]
) -> None:
    is_url = "://" in database
    engine = open_engine(database if is_url else Path(database))
    folder = Path(tempfile.mkdtemp()) if is_url else Path(database)
    migrate(engine)
    target = Target("wordpress", "blog", site, ("de-DE",), "published", user)
    place = WordPress(Setting(target, shop(folder), os.environ[WordPress.secret]), timeout_s=timeout_s)
    book, store = Publications(engine, "shop"), Store(engine, "shop")
    if kill_at:
        killing((place, book), kill_at)
    placing = Placing(place, book, "blog", utc, time.sleep)
    random.Random(seed).shuffle(names)
    for _ in range(6):  # what could not be done now is done on the next round
        for name in names:
            page = payload(name)
            with at_work(store, f"publish:{page.key}", 120):
                try:
                    placing.put(page, OUT)
                except ContentError as error:
                    sys.stdout.write(f"{name} {error}\n")
        if all((known := book.placement(payload(name).key)) and known.stand in ON for name in names):
            return
    sys.exit("not everything could be placed")


if __name__ == "__main__":
    at, site, who, number, kill, timeout, *wanted = sys.argv[1:]
    work(at, site, who, int(number), int(kill), float(timeout), wanted)
