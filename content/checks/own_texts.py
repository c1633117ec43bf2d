"""What people of the shop wrote and stand behind: advice and evidence in the market's language, or in another."""

from collections.abc import Iterator

from content.checks.reading import Reading
from content.errors import DraftError, LedgerGap
from content.records import Text
from content.reliance import claim
from content.rendering import render
from content.tongues import named, tongue


def own_texts(reading: Reading) -> Iterator[str]:
    """Each text as a page would show it; behind evidence who stands for it, which a page may say too."""
    language = reading.market.language
    for advice in reading.ledger.advice:
        for each in (advice.title, advice.answer, advice.body):
            if text := each.get(language):
                yield f"{filled(text, reading)} ({advice.by})" if advice.by else filled(text, reading)
    for evidence in reading.ledger.evidence:
        if text := evidence.text.get(language):
            yield f"{filled(text, reading)} ({evidence.by})"


def translated_texts(reading: Reading) -> Iterator[str]:
    """What a page rests on of advice and evidence that nobody has put into its language, each with the language it is
    in: a reader can hold the page's words against it, a check that compares words cannot.
    """
    needed = {each.reference for each in reading.draft.relies}
    for advice in reading.ledger.advice:
        if claim("advice", advice.id) in needed and (language := _other(advice.answer, reading)):
            texts = (advice.title, advice.answer, advice.body)
            yield _marked(language, " ".join(said for each in texts if (said := each.get(language))), reading)
    for evidence in reading.ledger.evidence:
        if claim("evidence", evidence.id) in needed and (language := _other(evidence.text, reading)):
            yield _marked(language, f"{evidence.text.get(language)} ({evidence.by})", reading)


def _other(text: Text, reading: Reading) -> str:
    """The language of a text that is not there in the market's; empty where it is."""
    found = tongue(text, reading.market.language, reading.ledger.shop.language)
    return found if found != reading.market.language else ""


def _marked(language: str, text: str, reading: Reading) -> str:
    return f"(in {named(language)}) {filled(text, reading)}"


def filled(text: str, reading: Reading) -> str:
    """With its references filled in, as far as they can be today."""
    try:
        return render(text, reading.ledger, reading.market, "plain", reading.on)
    except (LedgerGap, DraftError):
        return text
