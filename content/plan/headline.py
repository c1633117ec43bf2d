"""The question that may stand as a page's title: a customer's, well formed, understood word by word."""

import re
from collections.abc import Sequence

from content.ledger.ledger import Ledger
from content.plan.concepts import CHOOSE, Concept
from content.plan.vocabulary import EITHER, Vocabulary
from seo.language import is_question
from seo.records import Keyword, Question

LONGEST = 80  # characters; longer titles are cut on results pages
SHORTEST = 12
PERSONAL = {  # words of somebody's own story: true for one customer, wrong as a title
    "en": r"\b(th[eo]se|this|i ordered|my order|i bought|my (?:son|wife|husband|mother|kid|dog|cat))\b",
    "de": r"\b(diese[rsnm]?|ich habe|bestellt|meine?[nrms]? (?:sohn|tochter|frau|mann|hund|bestellung))\b",
    "fr": r"\b(ces|cette|cet|j'ai|ma commande|mon (?:fils|mari|chien|chat)|ma (?:fille|femme))\b",
    "es": r"\b(est[aeo]s?|he (?:comprado|pedido)|mi (?:pedido|hijo|hija|marido|mujer|perro|gato))\b",
    "ar": r"(هذه|هذا|طلبت|طلبي|اشتريت|ابني|ابنتي|زوجي|زوجتي)",
    "ja": r"(この|これ|注文しました|買いました|息子|娘|主人|妻)",
}
MARKS = {"ar": "؟", "ja": "？"}


def headline(
    questions: Sequence[Question],
    keywords: Sequence[Keyword],
    concept: Concept,
    vocabulary: Vocabulary,
    ledger: Ledger,
) -> str:
    """The question most asked that names the page's own product line and is well formed; empty when none will do.

    Of questions asked as often the one most searched goes first, then the one nearest a title's length.
    """
    searched = {_bare(keyword.phrase): keyword.demand for keyword in keywords}
    fit = [q for q in questions if _is_fit(q.text, concept, vocabulary, ledger)]
    best = max(
        fit,
        key=lambda q: (q.count, searched.get(_bare(q.text), 0.0), -abs(len(q.text) - 45), q.text),
        default=None,
    )
    return polish(best.text, concept.language) if best else ""


def _bare(text: str) -> str:
    return text.strip("¿?？؟ \u00a0\u202f").casefold()


def is_own_question(name: str) -> bool:
    """Whether a topic is named by a customer's question that can stand as a title."""
    return name.endswith(("?", "؟", "？"))


def _is_fit(text: str, concept: Concept, vocabulary: Vocabulary, ledger: Ledger) -> bool:
    if not SHORTEST <= len(text) <= LONGEST or not is_question(text, concept.language):
        return False
    if re.search(PERSONAL[concept.language], text, re.IGNORECASE) or re.search(r"[!.。]\s*\S", text):
        return False
    sense = vocabulary.understand(text)
    named = sense.keys("category")
    lines = {line for key in named for line in key.split(EITHER)}
    names_line = concept.category in lines or not concept.category
    if len(named) > 1 and concept.aspect != CHOOSE:
        return False
    aspects = {ledger.lexicon.aspect(key) for key in sense.keys("attribute")}
    return (
        names_line
        and aspects <= {concept.aspect}
        and not sense.unknown
        and not sense.keys("product")
        and not re.search(r"\d", text)
    )


def polish(question: str, language: str) -> str:
    """Capital at the start, the language's question mark at the end; not one word changed."""
    text = question.strip().rstrip("?？؟ \u00a0\u202f")
    mark = MARKS.get(language, "\u00a0?" if language == "fr" else "?")
    text = text[:1].upper() + text[1:]
    if language == "es":
        text = text.lstrip("¿ ")
        text = "¿" + text[:1].upper() + text[1:]
    return text + mark
