"""What a person sees while the week runs: the stage, the article, the minutes, the tokens, the cost."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from flows.screen import is_terminal, tell

if TYPE_CHECKING:  # rich costs 0.1 s and is imported where somebody looks
    from rich.progress import Progress, TaskID


class Watch(Protocol):
    """Somebody who is told how the week goes."""

    def stage(self, name: str, total: int = 0) -> None:
        """A stage begins; `total` articles go through it, 0 when it is one piece of work."""

    def step(self, title: str) -> None:
        """An article of the stage is done."""


class Nobody(Watch):
    """Nobody watches: a scheduled run, a test."""

    def stage(self, name: str, total: int = 0) -> None:
        """Say nothing."""

    def step(self, title: str) -> None:
        """Say nothing."""


class Lines(Watch):
    """Plain lines on stderr, for a log."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._done = 0
        self._total = 0

    def stage(self, name: str, total: int = 0) -> None:
        """One line."""
        self._done, self._total = 0, total
        tell(f"{self._minutes()} {name}" + (f": {total} articles" if total else ""))

    def step(self, title: str) -> None:
        """One line."""
        self._done += 1
        tell(f"{self._minutes()}   {self._done}/{self._total} {title}")

    def _minutes(self) -> str:
        seconds = int(time.monotonic() - self._start)
        return f"{seconds // 60}:{seconds % 60:02d}"


watcher: ContextVar[Watch] = ContextVar("watcher", default=Nobody())  # noqa: B039  it holds no state


@contextmanager
def watched() -> Iterator[Watch]:
    """Show the progress of what runs inside: a live line on a terminal, plain lines elsewhere."""
    if not is_terminal():
        lines = Lines()
        mark = watcher.set(lines)
        try:
            yield lines
        finally:
            watcher.reset(mark)
        return
    with _live() as live:
        mark = watcher.set(live)
        try:
            yield live
        finally:
            watcher.reset(mark)


@contextmanager
def _live() -> Iterator[Watch]:
    from rich.console import Console  # noqa: PLC0415  only where somebody looks
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("[bold]{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("tokens {task.fields[tokens]} · cost {task.fields[cost]}"),
        TextColumn("{task.fields[article]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as progress:
        live = _Live(progress)
        yield live
        live.finish()


class _Live(Watch):
    """A bar per stage on a terminal. The assembler uses no tokens and costs nothing."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._current: TaskID | None = None

    def stage(self, name: str, total: int = 0) -> None:
        """Finish the bar of the stage before, begin a new one."""
        self.finish()
        self._current = self._progress.add_task(name, total=total or 1, tokens=0, cost=0, article="")

    def step(self, title: str) -> None:
        """Move the bar."""
        if self._current is not None:
            self._progress.update(self._current, advance=1, article=title[:60])

    def finish(self) -> None:
        """Fill the bar of the last stage."""
        if self._current is not None:
            total = next(task.total for task in self._progress.tasks if task.id == self._current)
            self._progress.update(self._current, completed=total)
