"""The forms an attribute's words take in prose: `filtro incluido` is a `filtro`, `ecológico` also `ecológica`."""

import re
from collections.abc import Iterator
from typing import Any, Final

from content.checks.extract import fold_pattern
from content.checks.view import low

_SHORTEST: Final = 4  # letters of a word that stands for an attribute by itself
_BENDS: Final = 6  # a word this long may change its last vowel


def forms(words: str, polarity: dict[str, Any]) -> Iterator[str]:  # Any: TOML
    """The words (folded small letters), without what only frames them (`polarity.frame`), and their stems."""
    yield words
    bare = words
    if polarity.get("frame"):
        frame = fold_pattern(low(polarity["frame"]))
        bare = re.sub(rf"^(?:{frame}) | (?:{frame})$", "", words).strip()
    if len(bare) >= _SHORTEST:
        yield bare
    if polarity.get("vowels") and len(bare) >= _BENDS and bare[-1] in polarity["vowels"]:
        yield bare[:-1]
