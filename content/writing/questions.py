"""Customers' questions in their own words, each with what the data say."""

from content.writing.asked import asked_attribute, is_pointing
from content.writing.page import Block, Page, Part
from content.writing.phrases import capital
from seo.language import is_question

MOST_QUESTIONS = 4


def questions(page: Page) -> Block | None:
    """Customers' questions in their own words, each with what the data say."""
    parts: list[Part] = []
    title = page.assignment.topic.name.rstrip("?？؟ \u00a0").casefold()
    answered: set[tuple[str, ...]] = set()
    for question in page.assignment.topic.questions:
        if question.text.rstrip("?？؟ \u00a0").casefold() in title or len(parts) >= 2 * MOST_QUESTIONS:
            continue
        answer = _answer(page, question.text, question.sku)
        if answer is None or answer.relies in answered:
            continue
        answered.add(answer.relies)
        parts += [Part(f"> {quoted(asked_well(question.text, page.language))}"), answer]
    if not parts:
        return None
    return Block("questions", page.heading("questions"), (*page.lead("questions"), *parts))


_ENDS = " ?？؟\u00a0\u202f"
_MARKS = {"fr": "\u202f?", "ar": "؟", "ja": "？"}


def asked_well(text: str, language: str) -> str:
    """A customer's question with a capital and the marks its language writes, and not a word changed."""
    plain = text.strip()
    if is_question(plain, language):
        plain = plain.rstrip(_ENDS) + _MARKS.get(language, "?")
        plain = f"¿{capital(plain)}" if language == "es" and "¿" not in plain else plain
    return capital(plain)


def quoted(text: str) -> str:
    """A customer's words, with what Markdown or a reference could read as a command made plain."""
    plain = text.replace("{", "(").replace("}", ")").replace("\n", " ")
    return "".join("\\" + c if c in "*_`[]<>#|" else c for c in plain)


def _answer(page: Page, text: str, sku: str | None) -> Part | None:
    sense = page.vocabulary.understand(text)
    own = page.ledger.resolve(sku) if sku else None
    this = own is not None and is_pointing(text, page.language)
    handles = sense.keys("product") or ((own,) if own and this else page.assignment.handles)
    key = asked_attribute(text, sense, page.assignment.aspect, page.language, page.ledger)
    if key is None or (key in page.said and handles == page.assignment.handles):
        return None
    statement = page.speaker.say(key, handles, is_answer=True)
    return Part(statement.text, statement.relies) if statement else None
