"""A million records at work without being looked through for cycles, of which they have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python's collector of cycles rests, and works again afterwards if it did before: while a million keywords are
    made it passes over all that stands three times and more, 7 of 45 CPU s of a week's grouping."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
