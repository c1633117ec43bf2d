"""Every paragraph in the market's language; nothing left untranslated."""

from collections.abc import Iterator
from typing import Final

from content.checks.check import Check
from content.checks.reading import Reading, words
from content.checks.sense import function_words
from content.records import Finding

_LATIN: Final = ("en", "es", "fr", "de")
_ENOUGH: Final = 6  # function words of one language that tell it for sure
_LEAD: Final = 3.0  # times more than the market's own
_RESIDUE: Final = 0.03
_SCRIPT_SHARE: Final = 0.5
_SHORTEST: Final = 8  # words below which nothing is said of a paragraph


class Language(Check):
    """The market's readers can read it."""

    name = "language"
    rules = ("language.wrong", "language.residue")

    def check(self, reading: Reading) -> Iterator[Finding]:
        market = reading.market.language
        foreign: list[tuple[int, Finding]] = []
        total = 0.0
        own = 0.0
        for block in reading.blocks:
            if block.kind == "code":
                continue
            found = list(words(block.view.low))
            size = float(_letters(block.text) if market in {"ja", "ar"} else len(found))
            total += size
            told = tell(block.text, found, market)
            if told and told != market:
                cure = f"This reads as {told}; the market reads {market}: translate it."
                finding = reading.finding("language.wrong", block, 0, len(block.text), cure)
                if len(found) >= _SHORTEST or (
                    block.kind in {"title", "heading"} and len(found) > _SHORTEST // 2
                ):
                    yield finding
                else:
                    foreign.append((len(found), finding))
                    own += size
        if total and own / total > _RESIDUE and len(foreign) > 1:
            first = foreign[0][1]
            yield Finding(
                "language.residue", first.severity, first.span, first.quote, first.evidence, first.cure
            )


def tell(text: str, found: list[str], market: str) -> str:
    """The language of a text by its script and its small words; empty when nothing speaks clearly."""
    letters = _letters(text)
    if not letters:
        return ""
    kana = sum("\u3040" <= letter <= "\u30ff" for letter in text)
    han = sum("\u3400" <= letter <= "\u9fff" for letter in text)
    arabic = sum("\u0621" <= letter <= "\u064a" for letter in text)
    if (kana + han) / letters > _SCRIPT_SHARE:
        return "ja" if kana or market == "ja" else "zh"
    if arabic / letters > _SCRIPT_SHARE:
        return "ar"
    counts = {language: sum(word in function_words(language) for word in found) for language in _LATIN}
    best = max(_LATIN, key=lambda language: (counts[language], language == market))
    mine = counts.get(market, 0)
    enough = _ENOUGH if market in _LATIN else _ENOUGH // 2
    is_clear = counts[best] >= enough and counts[best] >= _LEAD * max(mine, 1)
    is_clear_though_short = counts[best] >= max(_ENOUGH // 2, _LEAD * mine) and len(found) <= 2 * _SHORTEST
    return best if is_clear or is_clear_though_short else ""


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)
