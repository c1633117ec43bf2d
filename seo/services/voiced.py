"""How an interest found on the web was voiced: somebody asks, or somebody's page is about it."""

from typing import Final

from seo.language import by_script, detect, is_marked, is_question
from seo.records import SignalKind

_LATIN: Final = ("en", "es", "fr", "de")


def voiced(text: str, language: str = "", otherwise: SignalKind = SignalKind.HEADING) -> SignalKind:
    """QUESTION when somebody asks, else `otherwise`. Without a language, one of ours that the words speak for."""
    return SignalKind.QUESTION if asks(text, language) else otherwise


def asks(text: str, language: str = "") -> bool:
    """Whether a text is a question. The language is told (slow) only where the first words may be one in it."""
    if is_marked(text):
        return any(letter.isalpha() for letter in text)
    if language:
        return is_question(text, language)
    script = by_script(text)
    if script:
        return is_question(text, "ja" if script[0] == "zh" else script[0])
    possible = [name for name in _LATIN if is_question(text, name)]
    return bool(possible) and detect(text)[0] in possible
