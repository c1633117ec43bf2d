"""Words to the person at the terminal: results to stdout, everything about them to stderr."""

import sys
from collections.abc import Sequence


def say(line: str = "") -> None:
    """A line of the result."""
    sys.stdout.write(f"{line}\n")


def tell(line: str) -> None:
    """A line about the work, kept apart from the result."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def one_line(error: object) -> str:
    """A message without line breaks, however long the library wrote it."""
    return " ".join(str(error).split()) or type(error).__name__


def is_terminal() -> bool:
    """Whether somebody watches: otherwise output is plain lines."""
    return sys.stdout.isatty()


def show_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table for a reader; ` | ` between plain cells when the output goes into a file or another program."""
    if not is_terminal():
        for row in (header, *rows):
            say(" | ".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console  # noqa: PLC0415  0.1 s, and `score --json` does without
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(title=title, title_justify="left")
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
