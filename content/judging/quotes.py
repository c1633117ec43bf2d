"""Finds a model's quote in the text it is from; a quote that is not there makes the vote void."""

import re
from typing import Final

from content.checks.view import fold, low

SHORTEST: Final = 8  # letters; a quote of a word proves no reading
_MARKS: Final = re.compile(r"[*_`#>|\"'«»„“”「」『』\s]+")


def is_in(quote: str, text: str) -> bool:
    """Whether the quote stands in the text, line breaks, quotation marks and Markdown's marks aside."""
    wanted = _bare(quote)
    return len(wanted) >= SHORTEST and wanted in _bare(text)


def _bare(text: str) -> str:
    return _MARKS.sub("", low(fold(text))).strip(".…。")
