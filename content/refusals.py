"""Files that cannot be read. The first one stops a command; `doctor` is handed a list and goes on with the rest."""

from collections.abc import Iterator
from contextlib import contextmanager

from content.errors import ContentError
from seo.errors import SeoError

Refused = list[str]
"""What was wrong, each in one line with its place and cure, once."""


@contextmanager
def kept(refused: Refused | None) -> Iterator[None]:
    """What goes wrong in the block is raised, or kept in the list when there is one."""
    try:
        yield
    except (ContentError, SeoError) as error:
        if refused is None:
            raise
        if str(error) not in refused:
            refused.append(str(error))
