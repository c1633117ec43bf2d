"""Title candidates: a customer's question, the shop's own, patterns of the phrase book. No number of our own."""

import re
from collections.abc import Iterator

from content.briefs.asked import Answerable
from content.briefs.grounds import Grounds
from content.plan.concepts import CHOOSE
from content.plan.headline import LONGEST, PERSONAL, SHORTEST, is_own_question, polish
from content.writing.page import destination, own_advice
from seo.language import is_question

FEWEST, MOST = 3, 5
TRIES = 8


def titles(grounds: Grounds, main: Answerable | None, asked: tuple[Answerable, ...]) -> tuple[str, ...]:
    """Three to five, the best first; none of them twice."""
    found: dict[str, str] = {}
    for text in _candidates(grounds, main, asked):
        plain = re.sub(r"\{\{.*?\}\}", "", text)
        if not re.search(r"\d", plain):
            found.setdefault(text.casefold().rstrip("?？؟ \u00a0\u202f"), text)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _candidates(grounds: Grounds, main: Answerable | None, asked: tuple[Answerable, ...]) -> Iterator[str]:
    topic, language = grounds.assignment.topic, grounds.language
    answered = {each.text.rstrip("?？؟ \u00a0").casefold() for each in asked}
    if is_own_question(topic.name) and topic.name.rstrip("?？؟ \u00a0").casefold() in answered:
        yield topic.name
    own = [e.text for e in asked if main and (e == main or set(e.keys) & set(main.keys))]
    own = [text for text in own if _may_stand(text, language)]
    yield from (polish(text, language) for text in own[:1])
    said = own_advice(grounds.page)
    if said is not None and (title := said.title.get(language)):
        yield title
    yield from _patterns(grounds)


def _patterns(grounds: Grounds) -> Iterator[str]:
    page, assignment = grounds.page, grounds.assignment
    for _ in range(TRIES):
        if assignment.aspect == "delivery":
            yield page.wording.say("title.delivery", **destination(page))
        elif assignment.aspect == "returns":
            yield page.wording.say("title.returns")
        elif len(assignment.handles) == 1:
            names = page.speaker.names(assignment.handles)
            yield page.wording.say("title.single", name=names, label=page.label)
        elif assignment.aspect == CHOOSE:
            yield page.wording.say("title.choose", category=page.category)
        else:
            yield page.wording.say("title.aspect", category=page.category, label=page.label)


def _may_stand(text: str, language: str) -> bool:
    """A well-formed question that is not one customer's own story."""
    return (
        SHORTEST <= len(text) <= LONGEST
        and is_question(text, language)
        and text[-1] in "?？؟"
        and not re.search(PERSONAL[language], text, re.IGNORECASE)
        and not re.search(r"[!.。]\s*\S", text)
    )
