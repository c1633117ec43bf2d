"""A planned topic as a record: its name, its id for good, and who named it."""

import hashlib
from collections.abc import Sequence, Set

from content.ledger.ledger import Ledger
from content.plan.concepts import Concept
from content.plan.headline import headline
from content.plan.vocabulary import Vocabulary
from seo.language import is_question
from seo.records import Intent, Keyword, Question, Topic


def topic_of(
    concept: Concept, intent: Intent, vocabulary: Vocabulary, ledger: Ledger, left: Set[str] = frozenset()
) -> Topic:
    """The topic as it is shown: the id follows the concept, so it outlives every week and every new signal.

    `left`: questions and searches that nothing answers; a page is named by one only where there is no other.
    """
    questions = sorted(concept.questions.values(), key=lambda q: (-q.count, q.text))
    keywords = tuple(sorted(concept.keywords.values(), key=lambda k: (-k.demand, k.key)))
    fit = [question for question in questions if question.text not in left]
    if not fit and all(keyword.phrase in left for keyword in keywords):
        fit, left = questions, frozenset()  # no page comes of it: it goes by what was asked
    name = concept.title or headline(fit, keywords, concept, vocabulary, ledger)
    name = name or _heard_name(concept, keywords, fit, left) or _plain_name(concept, ledger)
    return Topic(
        id=digest(concept.language, concept.name),
        language=concept.language,
        name=name,
        intent=intent,
        intent_confidence=round(concept.intents[intent] / sum(concept.intents.values()), 2),
        intent_by="the share of its members" if concept.topics else "a comparison out of the catalogue",
        keywords=keywords,
        questions=tuple(questions),
        demand=concept.demand,
        origin="signals" if concept.topics else "catalogue",
        countries=tuple(sorted(concept.countries)),
        pillar=max(sorted(concept.pillars), key=lambda p: concept.pillars[p], default=""),
        translations=tuple(sorted(concept.translations)),
    )


def _heard_name(
    concept: Concept, keywords: Sequence[Keyword], fit: Sequence[Question], left: Set[str]
) -> str:
    """The strongest search, as it was typed: before an unanswered question any search and any answered question."""
    phrases = [keyword.phrase for keyword in keywords]
    asks = {p for p in phrases if p in left and (p in concept.questions or is_question(p, concept.language))}
    named = [*(p for p in phrases if p not in asks), *(question.text for question in fit), *phrases]
    return next(iter(named), "")


def _plain_name(concept: Concept, ledger: Ledger) -> str:
    """A topic nobody has named yet: "electric kettles: size and space"."""
    words = ledger.lexicon.synonyms("aspect", concept.aspect, concept.language)
    category = ledger.lexicon.category(concept.category, concept.language) or concept.category
    return f"{category}: {words[0] if words else concept.aspect}"


def digest(*parts: str) -> str:
    """Twelve hex digits, the same for the same parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
