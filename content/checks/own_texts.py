"""What people of the shop wrote and stand behind: advice and evidence in the market's language."""

from collections.abc import Iterator

from content.checks.reading import Reading
from content.errors import DraftError, LedgerGap
from content.rendering import render


def own_texts(reading: Reading) -> Iterator[str]:
    """Each text as a page would show it; behind evidence who stands for it, which a page may say too."""
    language = reading.market.language
    for advice in reading.ledger.advice:
        for each in (advice.title, advice.answer, advice.body):
            if text := each.get(language):
                yield _filled(text, reading)
    for evidence in reading.ledger.evidence:
        if text := evidence.text.get(language):
            yield f"{_filled(text, reading)} ({evidence.by})"


def _filled(text: str, reading: Reading) -> str:
    """With its references filled in, as far as they can be today."""
    try:
        return render(text, reading.ledger, reading.market, "plain", reading.on)
    except (LedgerGap, DraftError):
        return text
