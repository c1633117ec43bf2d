"""How many tokens a text has, without any model's own tokenizer: an estimate, and the most it can be.

Letters of alphabets that tokenizers know less well cost more. The weights are tokens per character, set above what
common tokenizers need for running text (English about 0.22, German 0.29, Arabic 0.5, Japanese 0.8).
"""

import re
from typing import Final

_WIDE: Final = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_FAR: Final = re.compile(r"[\u0370-\u1fff]")  # Greek, Cyrillic, Hebrew, Arabic, the scripts of India
_ASCII, _LATIN, _OTHER, _WIDEST = 0.27, 0.6, 0.7, 1.0
_MARGIN: Final = 1.5
_TURN: Final = 8  # what a message costs besides its text


def about(*texts: str) -> int:
    """The tokens of some messages, as a rule a little too many."""
    total = 0.0
    for text in texts:
        ascii_ = len(text.encode("ascii", "ignore"))
        wide, far = (0, 0) if ascii_ == len(text) else (len(_WIDE.findall(text)), len(_FAR.findall(text)))
        rest = len(text) - ascii_ - wide - far
        total += _ASCII * ascii_ + _WIDEST * wide + _OTHER * far + _LATIN * rest + _TURN
    return round(total + 0.5)


def most(*texts: str) -> int:
    """A figure the tokens stay below: what a limit reserves."""
    return round(about(*texts) * _MARGIN)
