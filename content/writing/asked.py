"""Which attribute a customer's question is about, when a fact of the ledger truly answers it.

A wrong answer is worse than none: "measure the window or the rod?" is not answered by the rod's size, nor
"does it need ironing?" by "can be ironed". A yes-or-no fact answers a yes-or-no question, a number "how much".
"""

import re

from content.ledger.ledger import Ledger
from content.plan.vocabulary import Sense
from content.word_lists import words_of
from seo.language import stems

MOST_UNKNOWN = 0.34  # share of a question's words that may mean nothing to the catalogue

STRAIGHT = r"non-?\s?slip|anti-?slip|rutschfest|rutschhemm|antidérap|antidesliz|مانع|مانعة|منع|滑り止め"


def is_open(text: str, language: str) -> bool:
    """Whether a question wants more than a yes or a no: what, how, which."""
    return bool(re.search(words_of(__file__, "open", language), text.casefold()))


def is_inverse(text: str, language: str) -> bool:
    """Whether a question asks for the opposite of what the attribute states."""
    plain = text.casefold()
    return bool(re.search(words_of(__file__, "inverse", language), plain)) and not re.search(STRAIGHT, plain)


def is_pointing(text: str, language: str) -> bool:
    """Whether a question is about the product under which it was asked, and not about all of its kind."""
    return bool(re.search(words_of(__file__, "pointing", language), text.casefold()))


def asked_attribute(text: str, sense: Sense, aspect: str, language: str, ledger: Ledger) -> str | None:
    """The attribute whose fact answers the question; None when no fact would."""
    plain = text.casefold()
    content = stems(text, language)
    if is_inverse(text, language):
        return None
    if re.search(words_of(__file__, "beside", language), plain) or len(sense.unknown) > MOST_UNKNOWN * len(
        content
    ):
        return None
    wants_more = is_open(text, language)
    fitting = [
        key
        for key in sense.keys("attribute")
        if (ledger.lexicon.kind(key) == "boolean") is not wants_more and ledger.lexicon.aspect(key) == aspect
    ]
    if (
        len(fitting) != 1 or len(sense.keys("attribute")) > 1
    ):  # "does it shrink when washed?" is not about washing
        return None
    if wants_more and re.search(r"\d", text):
        return None
    return fitting[0]
