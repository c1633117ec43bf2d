"""German verbs in the person people ask in: who knows "kürzen" and "waschen" knows "kürzt", "wäscht" and "gekürzt".

An infinitive loses its ending to the stem, the third person keeps its t: no stem sees that they are one word. Only
forms of verbs that the shop's words have are written alike, so "Markt" is never the verb of "Marke".
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from seo.language import plain, words

INFINITIVE: Final = re.compile(
    r"[a-zäöüß]{3,}(?:en|ern|eln)"
)  # kürzen, erneuern, bügeln; a noun has a capital
SHORTEST: Final = 3  # letters of a verb's root


class Verbs:
    """Form -> infinitive, of the verbs in some phrases; empty in languages whose stems need no help."""

    def __init__(self, phrases: Iterable[str], language: str) -> None:
        self._language = language
        spoken = list(phrases) if language == "de" else []
        self._of = {form: verb for phrase in spoken for verb in _verbs(phrase) for form in _forms(verb)}
        for phrase in spoken:  # a form that the shop's words have themselves stays as it is
            for word in words(phrase, language):
                self._of.pop(plain(word), None)

    def told(self, text: str) -> str:
        """The text with the forms of known verbs put as infinitives; as it is where it has none."""
        if not self._of:
            return text
        return re.sub(r"\w+", lambda found: self._of.get(plain(found.group()), found.group()), text)


def _verbs(phrase: str) -> Iterator[str]:
    return (word for word in words(phrase, "de") if INFINITIVE.fullmatch(word))


def _forms(verb: str) -> Iterator[str]:
    """`kurzt`, `gekurzt`, without their umlauts: some verbs have one in this person alone (wäscht)."""
    root = plain(verb).removesuffix("en") if verb.endswith("en") else plain(verb).removesuffix("n")
    if len(root) < SHORTEST:
        return
    past = f"{root}et" if root.endswith(("t", "d")) else f"{root}t"
    yield from (past, f"ge{past}")
