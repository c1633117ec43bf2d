"""A report that comes as several tables in one file, with lines of `#` above each, as Google Analytics 4 writes it.

https://support.google.com/analytics/answer/9317657
"""

from collections.abc import Iterator
from typing import Final

from seo.errors import InputError
from seo.signals.decoding import Text

_LARGEST: Final = 64_000_000  # characters; such a report holds 5,000 rows a table


def has_blocks(head: str) -> bool:
    """Whether a file begins with a comment, alone on its line."""
    first = head.lstrip("\ufeff \t\r\n").split("\n", 1)[0].rstrip()
    return first == "#" or first.startswith(("# ", "#-", "#="))


def blocks(text: Text) -> Iterator[tuple[int, list[str]]]:
    """Each table's lines and the number of the first. An empty line or a comment ends a table, but not inside
    quotes.
    """
    block: list[str] = []
    start, total, is_quoted, found = 1, 0, False, False
    for number, line in enumerate(text.lines(), start=1):
        total += len(line)
        if total > _LARGEST:
            raise InputError(
                f"{text.label} has comment lines and more than 64 MB: save its tables one by one."
            )
        if not is_quoted and (not line.strip().strip(",;\t") or line.lstrip("\ufeff").startswith("#")):
            if block:
                yield start, block
                found = True
            block = []
            continue
        if not block:
            start = number
        block.append(line)
        is_quoted ^= line.count('"') % 2 == 1
    if block or not found:
        yield start, block
