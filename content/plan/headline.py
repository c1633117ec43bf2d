"""The question that may stand as a page's title: a customer's, well formed, understood word by word."""

import re
from collections.abc import Sequence

from content.plan.concepts import Concept
from content.plan.vocabulary import Vocabulary
from seo.language import is_question
from seo.records import Question

LONGEST = 80  # characters; longer titles are cut on results pages
SHORTEST = 12
PERSONAL = {  # words of somebody's own story: true for one customer, wrong as a title
    "en": r"\b(i ordered|my order|i bought|my (?:son|daughter|wife|husband|mother|kid|flat|dog|cat))\b",
    "de": r"\b(ich habe|bestellt|meine?[nrms]? (?:sohn|tochter|frau|mann|hund|katze|bestellung))\b",
    "fr": r"\b(j'ai|ma commande|mon (?:fils|mari|chien|chat)|ma (?:fille|femme))\b",
    "es": r"\b(he (?:comprado|pedido)|mi (?:pedido|hijo|hija|marido|mujer|perro|gato))\b",
    "ar": r"(طلبت|طلبي|اشتريت|ابني|ابنتي|زوجي|زوجتي)",
    "ja": r"(注文しました|買いました|息子|娘|主人|妻)",
}
MARKS = {"ar": "؟", "ja": "？"}


def headline(questions: Sequence[Question], concept: Concept, vocabulary: Vocabulary) -> str:
    """The best-formed question that names the page's own product line; empty when none will do."""
    fit = [q for q in questions if _is_fit(q.text, concept, vocabulary)]
    best = max(fit, key=lambda q: (q.count, -abs(len(q.text) - 45), q.text), default=None)
    return polish(best.text, concept.language) if best else ""


def _is_fit(text: str, concept: Concept, vocabulary: Vocabulary) -> bool:
    if not SHORTEST <= len(text) <= LONGEST or not is_question(text, concept.language):
        return False
    if re.search(PERSONAL[concept.language], text, re.IGNORECASE) or re.search(r"[!.。]\s*\S", text):
        return False
    sense = vocabulary.understand(text)
    names_line = concept.category in sense.keys("category") or not concept.category
    return names_line and not sense.unknown and not sense.keys("product") and not re.search(r"\d", text)


def polish(question: str, language: str) -> str:
    """Capital at the start, the language's question mark at the end; not one word changed."""
    text = question.strip().rstrip("?？؟ \u00a0\u202f")
    mark = MARKS.get(language, "\u00a0?" if language == "fr" else "?")
    text = text[:1].upper() + text[1:]
    if language == "es":
        text = text.lstrip("¿ ")
        text = "¿" + text[:1].upper() + text[1:]
    return text + mark
