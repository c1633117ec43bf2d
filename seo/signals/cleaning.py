"""Text from outside becomes plain words: no markup, no control or direction marks, one blank between words."""

import html
import re
import unicodedata
from typing import Final

LONGEST: Final = 300  # characters; nobody types more into a search box
_SCRIPT: Final = re.compile(r"<\s*(script|style|iframe|object|svg|template)\b.*?(?:<\s*/\s*\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<!--.*?(?:-->|$)|<\s*/?\s*[a-zA-Z!][^<>]*(?:>|$)", re.DOTALL)
_HIDDEN: Final = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\ufff9-\ufffb\ufe00-\ufe0f]")
_JOINERS: Final = re.compile(r"(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff\u0900-\u0dff])")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]")
_URL_ONLY: Final = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)


def clean(text: str) -> str:
    """HTML unescaped once and its tags taken out (what a script holds goes with it), hidden marks removed, NFC."""
    text = html.unescape(text) if "&" in text else text
    if "<" in text:
        text = _TAG.sub(" ", _SCRIPT.sub(" ", text))
    text = _CONTROL.sub(" ", _JOINERS.sub("", _HIDDEN.sub("", text)))
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_noise(text: str, *, longest: int = LONGEST) -> bool:
    """Nothing anybody asked: too long, no letters, a bare address, one letter over and over, a row of marks."""
    if len(text) > longest or len(text) < 2:  # noqa: PLR2004 - one letter is no wish
        return True
    letters = sum(letter.isalpha() for letter in text)
    if letters < 2 and not _is_word(text):  # noqa: PLR2004
        return True
    if letters * 3 < sum(not letter.isspace() for letter in text) and letters < 4:  # noqa: PLR2004
        return True
    return bool(_URL_ONLY.fullmatch(text)) or len({letter for letter in text.casefold() if letter.isalpha()}) == 1 and letters > 3  # noqa: PLR2004


def _is_word(text: str) -> bool:
    """One Chinese character can be a word."""
    return any("\u3400" <= letter <= "\u9fff" for letter in text)
