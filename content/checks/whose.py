"""Whose number it is: the product's, or the reader's window, a cup, an invented case, an old bulb."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.amounts import Amount
from content.checks.extract import fold_pattern, small_pattern

_NEAR: Final = 30  # letters between a thing and its measure
_LIKE: Final = 26
_OWN: Final = {"length", "area", "space", "volume", "mass", "time", "temperature", "pressure"}
"""What a reader may bring a measure of; prices, promises and watts are the product's."""
_MEASURED: Final = {"length", "area", "space", "volume", "mass"}  # what a thing beside is described by
_NEARER: Final = 8  # letters by which the product's own word must be nearer than the thing
_APART_IN_FRONT: Final = {"ar"}
_CUT: Final = re.compile(r"[,;:()](?=\s|$|[^\d])|[、。!?]|\.(?=\s|$)|—|\s-\s")


def is_readers(
    amount: Amount,
    text: str,
    language: str,
    own_word: int | None = None,
    verb_at: int | None = None,
    cased: str = "",
) -> bool:
    """Whether a number (places in `text`, folded small letters) belongs to the reader or to another thing.

    `own_word`: letters between the number and the word of an attribute that names it, `verb_at` where such a word
    stands in front of it; None without one. `cased`: the same text with its capitals: `Ihr` is the reader's.
    """
    if amount.dimension not in _OWN:
        return False
    start, end = clause(text, amount.start, amount.end)
    if cue("condition", language).search(text, start, end):
        return True
    if any(match.end() <= amount.start for match in cue("yours", language).finditer(text, start, end)):
        return True
    if language == "de" and _POLITE.search(cased, max(start, 1), amount.start):
        return True
    if amount.dimension not in _MEASURED:
        return False
    far = _NEAR if own_word is None else min(_NEAR, own_word + _NEARER)
    for match in cue("load" if amount.dimension == "mass" else "thing", language).finditer(text, start, end):
        is_subject = verb_at is not None and match.end() <= verb_at  # "a cup holds 200 ml"
        if _gap(match, amount) <= (_NEAR if is_subject else far):
            return True
    return False


_POLITE: Final = re.compile(r"(?<![\w])Ihr(?:e|en|em|er|es)?(?!\w)")


def _gap(match: re.Match[str], amount: Amount) -> int:
    """Letters between a word and a number."""
    return max(match.start() - amount.end, amount.start - match.end(), 0)


def is_likened(amount: Amount, text: str, language: str) -> bool:
    """`about as much as an old sixty-watt bulb`: the number is the bulb's."""
    if language == "ja":
        return cue("like", language).search(text, amount.end, amount.end + _LIKE) is not None
    return cue("like", language).search(text, max(0, amount.start - _LIKE), amount.start) is not None


def is_example(amount: Amount, text: str, language: str, own: Callable[[str], bool]) -> bool:
    """`A full six-litre can weighs …`, `Con sacos de 40 litros`, `Ein Dackel mit neun Kilo`: any such thing, where a
    clause begins with it; `own` says that words name something of the product itself."""
    start, _ = clause(text, amount.start, amount.end)
    ahead = text[start : amount.start].lstrip()
    spoken_of = _noun_of(amount, text, ahead, language) or _noun(ahead, language, "subject")
    if not spoken_of or own(spoken_of):
        return False
    return not any(cue(name, language).search(spoken_of) for name in ("left", "sum", "each"))


def _noun_of(amount: Amount, text: str, ahead: str, language: str) -> str:
    """What the measure stands at: `a six-litre can`, `un teckel de 9 kg`."""
    found = _example(language, "example").fullmatch(ahead)
    if language == "de" and _IN_A.fullmatch(ahead):
        wide = _WIDE.match(text, amount.end)
        return wide["noun"] if wide else ""
    if found is None or language != "en":
        return (found["noun"] or "") if found else ""
    behind = _NOUN_BEHIND.match(text, amount.end)
    return behind[0] if behind else ""


def _noun(ahead: str, language: str, row: str) -> str:
    found = _example(language, row).fullmatch(ahead)
    return (found["noun"] or "") if found else ""


_IN_A: Final = re.compile(
    r"(?:(?:und|aber|denn|auch) )?(?:in|auf|an|vor|neben|hinter|über|unter|für|bei|mit|von|ab) "
    r"(?:einer|einem|einen|eine|ein) (?:etwa |rund |nur )?"
)
_WIDE: Final = re.compile(r" (?:breit|lang|hoh|tief|groß|dick|schwer)e[nrsm]? (?P<noun>[a-zäöüß-]+)")
"""`In einer 80 cm breiten Nische`: the thing stands behind its measure."""
_NOUN_BEHIND: Final = re.compile(r"[ -][a-z]{3,}")


@cache
def _example(language: str, row: str) -> re.Pattern[str]:
    """A clause up to the measure of an example, or one whose subject is an example."""
    table = tomllib.loads(Path(__file__).with_name("whose.toml").read_text(encoding="utf-8"))
    return re.compile(fold_pattern(table[language].get(row, "(?!)(?P<noun>)")))


def is_spacing(amount: Amount, text: str, language: str) -> bool:
    """`every two metres`: how far apart things are set."""
    if language == "ja":
        return cue("spacing", language).match(text, amount.end) is not None
    ahead = text[: amount.start].rstrip()
    return any(match.end() == len(ahead) for match in cue("spacing", language).finditer(ahead))


def is_apart(amount: Amount, text: str, language: str) -> bool:
    """`5 °C below that night`: a distance on the thermometer, no product's temperature."""
    if amount.dimension != "temperature":
        return False
    if language in _APART_IN_FRONT:
        return cue("apart", language).search(text, max(0, amount.start - _LIKE), amount.start) is not None
    return cue("apart", language).search(text, amount.end, amount.end + _LIKE // 2) is not None


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause a place stands in; a decimal comma cuts nothing."""
    cuts = [match.end() for match in _CUT.finditer(text, 0, start)]
    behind = _CUT.search(text, end)
    return (cuts[-1] if cuts else 0), (behind.start() if behind else len(text))


@cache
def cue(name: str, language: str) -> re.Pattern[str]:
    """A row of `whose.toml` as a pattern over small letters."""
    table = tomllib.loads(Path(__file__).with_name("whose.toml").read_text(encoding="utf-8"))
    words = small_pattern(table[language][name])
    if language == "ja":
        return re.compile(words)
    if language == "ar":
        small = "[وفبلك]|ال|وال|بال|فال|لل"
        return re.compile(
            rf"(?<![\u0621-\u064a])(?:{small})?(?:{words})(?:ه|ها|تك|ك|تها|ات|ين)?(?![\u0621-\u064a])"
        )
    return re.compile(rf"(?<![A-Za-zÀ-ÖØ-öø-ɏ])(?:{words})(?![A-Za-zÀ-ÖØ-öø-ɏ])")
