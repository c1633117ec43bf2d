"""Keys: what an attribute, a value or a category is called inside, made of the shop's own word."""

import re
import unicodedata
from functools import cache
from typing import Final, Literal

Kind = Literal["attribute", "value", "category", "aspect"]

_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o"})
_MARKS: Final = re.compile("[\u0300-\u036f\u0640\u064b-\u0652]")
"""Accents of Latin letters; what Arabic writes or leaves out: the stretched line, vowel signs."""
_SCRIPTS: Final = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3々〆ぁ-ゖァ-ヺー\u3400-\u9fff"
"""Letters of Arabic and Japanese."""
KEY: Final = f"[a-z0-9_{_SCRIPTS}]+"
"""A pattern of an attribute's key."""


@cache
def plain(text: str) -> str:
    """How words are compared: width, case and signs do not count (`Stainless-Steel` = `stainless steel`), nor do the
    vowel signs of Arabic (`يُغسل` is one word)."""
    return re.sub(r"[\W_]+", " ", _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())).strip()


def key_of(kind: Kind, text: str) -> str:
    """The key a text would get by itself: `Can be cut` -> `can_be_cut`, `Tea towels` -> `tea-towels`, `色` as it is.

    Latin letters lose their marks, other scripts keep their words: keys numbered by place (`attribute_5`) would name
    another column as soon as one is put in front, and all categories would be one.
    """
    if kind == "value":
        return plain(text)
    joint = "_" if kind == "attribute" else "-"
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = unicodedata.normalize("NFC", _MARKS.sub("", spelled))
    return re.sub(rf"[^a-z0-9{_SCRIPTS}]+", joint, bare).strip(joint)
