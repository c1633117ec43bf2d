"""Why something came back: the key a reason counts under, and the words it was written in.

A key holds letters without their accents; what readers see is the reason as it stands in the shop's table: `pequeña`,
`zu groß`.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

from content.lexicon.keys import key_of, plain


def reason_key(text: str) -> str:
    """`Too long` -> `too_long`; of other letters (`サイズが大きい`) a short sum, as pages of earlier weeks have it."""
    if all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha()):
        return key_of("attribute", text)
    return f"reason_{hashlib.sha256(plain(text).encode()).hexdigest()[:8]}"


def spellings(reasons: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each key in words and the reason as it was written, where the two are not the same."""
    for text in dict.fromkeys(reasons):
        words = reason_key(text).replace("_", " ")
        if words != text.lower():
            yield words, text
