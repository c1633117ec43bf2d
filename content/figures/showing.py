"""What the place a page goes to can show: which articles a reader can open there, and whether it takes our files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _never(source: str) -> bool:  # noqa: ARG001  the default can have no file
    return False


@dataclass(frozen=True, slots=True)
class Readable:
    """An article that can be read at a place."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Showing:
    """How a page's pointers are resolved for one place. The default shows no file and leads to no article."""

    links: Mapping[str, Readable] = field(default_factory=dict)  # by concept
    folder: str | None = None
    """Way from the page to the folder of its files (`../../assets/`). None: the place takes no file of ours as it
    is, a chart becomes a table and a file's `src` stays its path in the shop's folder."""
    takes: Callable[[str], bool] = _never
    """Without a folder: whether the place gets this file of the shop's folder by its own way."""
