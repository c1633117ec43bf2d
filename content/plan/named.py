"""A planned topic as a record: its name, its id for good, and who named it."""

import hashlib

from content.ledger.ledger import Ledger
from content.plan.concepts import Concept
from content.plan.headline import headline
from content.plan.vocabulary import Vocabulary
from seo.records import Intent, Topic


def topic_of(concept: Concept, intent: Intent, vocabulary: Vocabulary, ledger: Ledger) -> Topic:
    """The topic as it is shown: the id follows the concept, so it outlives every week and every new signal."""
    questions = sorted(concept.questions.values(), key=lambda q: (-q.count, q.text))
    keywords = tuple(sorted(concept.keywords.values(), key=lambda k: (-k.demand, k.key)))
    name = concept.title or headline(questions, concept, vocabulary, ledger)
    name = name or (keywords[0].phrase if keywords else _plain_name(concept, ledger))
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


def _plain_name(concept: Concept, ledger: Ledger) -> str:
    """A topic nobody has named yet: "electric kettles: size and space"."""
    words = ledger.lexicon.synonyms("aspect", concept.aspect, concept.language)
    category = ledger.lexicon.category(concept.category, concept.language) or concept.category
    return f"{category}: {words[0] if words else concept.aspect}"


def digest(*parts: str) -> str:
    """Twelve hex digits, the same for the same parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
