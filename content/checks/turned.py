"""Two Japanese letters turned round: no blanks tell where a word is, so the running text is asked.

A stretch is weighed by the pieces it can be built of (`seo/encoders/pieces.py`); when turning two neighbours makes it
e^11 times likelier, they were turned. Honest texts stay below e^10 but for a rare name; names of the shop's ledger
are left out. Only for Japanese.
"""

import re
from collections.abc import Iterator
from typing import Final

from seo.encoders.pieces import built

LEAD: Final = 11.0
_RUN: Final = re.compile(r"[\u3041-\u30ffー\u3400-\u9fff々]{4,}")
_BEFORE, _BEHIND = 5, 7  # letters around a place that are weighed


def turned(text: str) -> Iterator[tuple[int, int, str]]:
    """Places of a text where two letters stand the wrong way round, and how they were meant."""
    for match in _RUN.finditer(text):
        at = 0
        leads = [_lead(match.group(), place) for place in range(len(match.group()) - 1)]
        while at < len(leads):
            near = leads[at : at + 3]  # one slip shows at its neighbours too
            if leads[at] >= LEAD and leads[at] == max(near):
                start = match.start() + at
                yield start, start + 2, text[start + 1] + text[start]
                at += 2
            at += 1


def _lead(run: str, at: int) -> float:
    """By how much a stretch is likelier with the letters at this place turned round."""
    if run[at] == run[at + 1]:
        return 0.0
    first = max(0, at - _BEFORE)
    written, place = run[first : at + _BEHIND], at - first
    meant = written[:place] + written[place + 1] + written[place] + written[place + 2 :]
    return built(meant) - built(written)
