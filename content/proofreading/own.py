"""The shop's own words: advice and evidence that people of the shop stand behind. They were not drawn from columns, so
what no column is about is no fault of theirs."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.reading import Reading
from content.checks.view import fold, low
from content.errors import DraftError, LedgerGap
from content.rendering import render

_FEWEST: Final = 20  # letters of a sentence that is found in a text by more than chance
_APART: Final = re.compile(r"[\W_]+")


class OwnWords:
    """Advice and evidence in the market's language, as a page would show them."""

    def __init__(self, reading: Reading) -> None:
        self._text = " ".join(_bare(text) for text in _texts(reading))

    def hold(self, text: str) -> bool:
        """Whether a sentence stands in them, letter for letter but for marks."""
        bare = _bare(text)
        return len(bare) >= _FEWEST and bare in self._text


def _bare(text: str) -> str:
    return _APART.sub(" ", low(fold(text))).strip()


def _texts(reading: Reading) -> Iterator[str]:
    language = reading.market.language
    for advice in reading.ledger.advice:
        for each in (advice.title, advice.answer, advice.body):
            if text := each.get(language):
                yield _filled(text, reading)
    for evidence in reading.ledger.evidence:
        if text := evidence.text.get(language):
            yield _filled(text, reading)


def _filled(text: str, reading: Reading) -> str:
    """With its references filled in, as far as they can be today."""
    try:
        return render(text, reading.ledger, reading.market, "plain", reading.on)
    except (LedgerGap, DraftError):
        return text
