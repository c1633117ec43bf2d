"""Finds the shop a command is about, and hands out copies of the demo shop."""

import shutil
import tempfile
from pathlib import Path

from flows.errors import WrongUse
from flows.screen import tell

FILE = "shop.toml"
DEMO = Path(__file__).parent / "demo_shop"
COPY = "demo-shop"
NOT_COPIED = shutil.ignore_patterns(
    ".acreage", "public", "preview", "site.*", "preview.*", "__pycache__", "*.pyc"
)


def find_shop(given: str, *, is_only_read: bool = False) -> Path:
    """The folder named, the nearest with a shop.toml upwards, or the demo shop.

    The demo is copied to where the person is, because work leaves files in a shop; a command that writes
    nothing reads it where it lies.
    """
    if given:
        return _named(Path(given))
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder
    if (here / COPY / FILE).is_file():
        tell(f"No {FILE} here: using ./{COPY}.")
        return here / COPY
    if is_only_read:
        tell(f"No {FILE} here: using the bundled demo shop. Name yours with --shop.")
        return DEMO
    copy_demo(here / COPY)
    tell(f"No {FILE} here: copied the bundled demo shop to ./{COPY}. Name yours with --shop.")
    return here / COPY


def _named(path: Path) -> Path:
    folder = path.parent if path.name == FILE else path
    if not folder.is_dir():
        raise WrongUse(
            f"{path}: no such folder. Name a folder with a {FILE}, or make one: acreage init {path}"
        )
    if not (folder / FILE).is_file():
        raise WrongUse(f"{path}: no {FILE} in it. Make one: acreage init {path}")
    return folder.resolve()


def copy_demo(target: Path) -> None:
    """Copy the demo shop; it is there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".demo-", dir=target.parent) as draft:
        shutil.copytree(DEMO, Path(draft) / "shop", ignore=NOT_COPIED)
        if target.is_dir() and not any(target.iterdir()):
            target.rmdir()
        (Path(draft) / "shop").rename(target)
