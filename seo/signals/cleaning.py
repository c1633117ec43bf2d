"""Text from outside becomes plain words: no markup, no hidden marks, one blank between words."""

import html
import re
import unicodedata
from typing import Final

from seo.signals.hidden import shown

LONGEST: Final = 300  # characters; nobody types more into a search box
_SCRIPT: Final = re.compile(
    r"<\s*(script|style|iframe|object|svg|template)\b.*?(?:<\s*/\s*\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r"<!--.*?(?:-->|$)|<\s*/?\s*[a-zA-Z!][^<>]*(?:>|$)", re.DOTALL)
_HIDDEN: Final = re.compile(
    r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\ufff9-\ufffb\ufe00-\ufe0f]"
)
_JOINERS: Final = re.compile(
    r"(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff\u0900-\u0dff])"
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]")
_URL_ONLY: Final = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)


def visible(text: str) -> str:
    """HTML unescaped once, and what a visitor could not see taken out: hidden elements, comments, white on white.
    Paragraphs become lines.
    """
    text = html.unescape(text) if "&" in text else text
    return shown(_BREAK.sub(r"\g<0>\n", text)) if "<" in text else text


_BREAK: Final = re.compile(r"<\s*(?:br|/\s*(?:p|div|li|tr|h[1-6]))\b[^<>]*>", re.IGNORECASE)


def clean(text: str) -> str:
    """HTML unescaped once and its tags taken out (what a script holds goes with it), hidden marks removed,
    NFC.
    """
    return " ".join(text.split()) if is_plain(text) else bare(visible(text))


def is_plain(text: str) -> bool:
    """Whether there is nothing to clean: ASCII on one line without a tag or an entity."""
    return text.isascii() and text.isprintable() and "<" not in text and "&" not in text


def bare(text: str) -> str:
    """Tags taken out, hidden marks removed, NFC, one blank between words; entities stay as they are."""
    if "<" in text:
        text = _TAG.sub(" ", _SCRIPT.sub(" ", text))
    return " ".join(without_marks(text).split())


def without_marks(text: str) -> str:
    """Text that is no HTML any more, without control, bidi and zero-width characters, NFC."""
    text = _HIDDEN.sub("", text)
    if not text.isprintable():  # no joiner and no control is printable
        text = _CONTROL.sub(" ", _JOINERS.sub("", text))
    return unicodedata.normalize("NFC", text)


def is_noise(text: str, *, longest: int = LONGEST) -> bool:
    """Nothing anybody asked: too long, no letters, a bare address, one letter over and over, a row of
    marks.
    """
    if len(text) > longest:
        return True
    if text.replace(" ", "").isalpha():  # nine queries of ten; the rest of this function is for the tenth
        return _is_noise_of_letters(text)
    return _is_noise(text)


def _is_noise_of_letters(text: str) -> bool:
    letters = text.casefold().replace(" ", "")
    if len(letters) < _FEWEST:
        return not _is_word(text)
    if len(letters) > _FEW and len(set(letters)) == 1:
        return True
    return len(text) >= _LONG_WORD and text.isascii() and not _VOWEL.search(text)


def _is_noise(text: str) -> bool:
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    solid = sum(not letter.isspace() for letter in text)
    if len(letters) < _FEWEST and not _is_word(text):
        return True
    if len(letters) <= _FEW and len(letters) * 3 < solid and not _UNIT.search(text):
        return True
    if len(letters) > _FEW and len(set(letters)) == 1:
        return True
    marks = len(_MARKS.findall(text))
    signs = solid - sum(letter.isalnum() for letter in text if not letter.isspace())
    if signs > _FEW and signs * 4 > solid * 1.2:
        return True
    return (marks > _FEW and marks * _MARK_SHARE > solid) or bool(_URL_ONLY.fullmatch(text)) or _is_code(text)


_FEWEST: Final = 2  # letters of a word
_FEW: Final = 3
_MARK_SHARE: Final = 6  # one mark in six signs: a line of code or of static, not of words
_MARKS: Final = re.compile(
    r"[^\w\s'’\-.,?!¿¡؟،。、!?・「」()%°€$£¥+&/\"“”…:;]|_|(?<=[\W_])[^\w\s](?=[^\w\s])"
)
_UNIT: Final = re.compile(r"\d\s?(?:cm|mm|m|kg|g|l|ml|w|v|in|x\d)", re.IGNORECASE)
_CODE_LENGTH: Final = 40  # no word is longer but a German one, and that has no digits


def _is_code(text: str) -> bool:
    """A token, a hash, a row of consonants: letters that no language puts side by side."""
    if any(len(word) > _CODE_LENGTH and any(letter.isdigit() for letter in word) for word in text.split()):
        return True
    return len(text) >= _LONG_WORD and text.isascii() and not _VOWEL.search(text)


_LONG_WORD: Final = 8
_VOWEL: Final = re.compile(r"[aeiouy]", re.IGNORECASE)


def _is_word(text: str) -> bool:
    """One Chinese character can be a word."""
    return any("\u3400" <= letter <= "\u9fff" for letter in text)
