"""The last part of a page's address: plain ASCII letters, digits and hyphens, the same on every run."""

import re
import unicodedata
from collections.abc import Collection
from hashlib import sha256

LONGEST = 80
"""Search results cut an address at about this length; file systems and shells are happy far above it."""

LETTERS: dict[str, str] = {
    # What NFKD does not take apart. Only lower case is looked up.
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ħ": "h", "ı": "i",
    "&": " ", "@": " at ", "%": " ", "+": " ", "×": "x", "’": "", "'": "", "ʼ": "",
}  # fmt: skip

OWN_LETTERS: dict[str, dict[str, str]] = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue"},
    "fr": {"’": " ", "'": " "},  # l’été -> l-ete, while English what's -> whats
}
"""Where a language spells a letter out in its own way."""

NAMES = frozenset({"name", "short"})
REFERENCE = re.compile(r"\{\{\s*([a-z0-9-]+)\.(\w+)\s*\}\}|\{\{.*?\}\}", re.DOTALL)


def slug(title: str, language: str, concept: str = "") -> str:
    """Turn a title into an address: `Wie groß?` becomes `wie-gross`.

    References lose their values, since an address must outlive them; a product's name stays as its handle.
    When less than half of a title is Latin (Arabic, Japanese) the concept stands in, `curtains/size` becomes
    `curtains-size`; without a concept a short hash of the title does. Never empty, never above 80.
    """
    words = ascii_words(REFERENCE.sub(_stand_in, title), language)
    if not words or not _is_mostly_ascii(title):
        words = ascii_words(concept.replace("/", " "), "en") or words or ["page", _short_hash(title)]
    return _fitted(words)


def numbered(wanted: str, taken: Collection[str]) -> str:
    """The slug itself when it is free, else `slug-2`, `slug-3`, ... still within the length."""
    found, number = wanted, 1
    while found in taken:
        number += 1
        ending = f"-{number}"
        found = wanted[: LONGEST - len(ending)].rstrip("-") + ending
    return found


def ascii_words(text: str, language: str) -> list[str]:
    """The words of a text in lower-case ASCII; what has no ASCII spelling is left out."""
    own = OWN_LETTERS.get(language, {})
    spelled = "".join(own.get(letter) or LETTERS.get(letter, letter) for letter in _composed(text))
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    return re.findall(r"[a-z0-9]+", plain.lower())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _stand_in(found: re.Match[str]) -> str:
    handle, key = found.group(1), found.group(2)
    return f" {handle} " if key in NAMES else " "


def _is_mostly_ascii(title: str) -> bool:
    """Whether at least half of a title's letters are Latin: then its ASCII form says what it is about."""
    letters = [letter for letter in REFERENCE.sub(" ", title) if letter.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return latin * 2 >= len(letters)


def _short_hash(title: str) -> str:
    return sha256(title.encode()).hexdigest()[:8]


def _fitted(words: list[str]) -> str:
    """As many whole words as the length holds; one endless word is cut."""
    fitted = words[0][:LONGEST]
    for word in words[1:]:
        if len(fitted) + 1 + len(word) > LONGEST:
            break
        fitted = f"{fitted}-{word}"
    return fitted
