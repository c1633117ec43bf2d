"""Where a text sets one thing beside another: "felt and boiled wool" names felt, and no "felt wool".

Small words are left out before phrases are compared, so what stands on both sides of "and" would be read as one name.
Names that are themselves made of two things ("salt and pepper mills") are read across it.
"""

import re
from collections.abc import Sequence
from typing import Final

from seo.language import stems

_SIGNS: Final = r"[;/&+]|[,:.?!؟،](?=\s|$)"
_BETWEEN: Final = {
    "en": r"\b(?:and|or|vs|versus)\b",
    "es": r"\b(?:y|e|o|u|vs)\b",
    "fr": r"\b(?:et|ou|vs)\b",
    "de": r"\b(?:und|oder|vs|versus)\b",
    "ar": r"(?<=\s)(?:و(?=ال)|(?:و|أو|او|أم|ام)(?=\s))",  # written with the word behind it: اللباد والصوف
}
_JOINTS: Final = {
    language: re.compile(f"{_SIGNS}|{words}", re.IGNORECASE) for language, words in _BETWEEN.items()
}


def parts_of(text: str, language: str) -> Sequence[tuple[str, ...]]:
    """The stems of a text, cut where one thing is set beside another; never none."""
    joint = _JOINTS.get(language)
    if joint is None:
        return (stems(text, language),)
    return [stems(part, language) for part in joint.split(text)]


def is_joined(phrase: str, language: str) -> bool:
    """Whether a name is itself made of several things."""
    return sum(map(bool, parts_of(phrase, language))) > 1
