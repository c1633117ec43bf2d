"""Numbers that leave out their unit because the number before them has it: "6 mm against 10", "the 100 W is 25 cm long
and the 50 W just 20", "5.4 inches long and 0.6 thick"."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Final

from content.checks.amounts import Amount
from content.checks.extract import small_pattern
from content.checks.names import Mention
from content.checks.whose import clause

_LENT: Final = {
    "length",
    "mass",
    "volume",
    "power",
    "light",
    "time",
    "sound",
    "charge",
    "temperature",
    "flow",
}
_ROUGH: Final = {"about", "over", "under"}  # "roughly 94 lumens against 87.5": worked out, both
_REACH: Final = 26  # letters between a name and its number
_WORDS: Final = re.compile(r"(?: [^\W\d_]+){0,2} ?")  # "the 50 W just 20"
_PLAIN: Final = re.compile(r" ?")


def with_borrowed(
    amounts: Sequence[Amount],
    text: str,
    language: str,
    names: Sequence[Mention],
    variants: Sequence[Mention],
) -> list[Amount]:
    """The numbers of a sentence (folded small letters), those that borrow with the unit they mean."""
    found: list[Amount] = []
    lender: Amount | None = None
    for bare in map(partial(_flowing, text=text, language=language), amounts):
        is_short = not bare.unit or (lender is not None and lender.unit.startswith(f"{bare.unit}/"))
        is_bare = is_short and not (bare.in_words or bare.chain >= 0 or bare.qualifier in _ROUGH)
        borrows = lender and is_bare and _borrows(bare, lender, text, language, names, variants)
        amount = replace(bare, unit=lender.unit, dimension=lender.dimension) if lender and borrows else bare
        is_lent = amount.dimension in _LENT and amount.qualifier not in _ROUGH
        lender = amount if is_lent else None
        found.append(amount)
    return found


def _flowing(amount: Amount, text: str, language: str) -> Amount:
    """`Wälzt stündlich 800 l um`: litres an hour, the words for which stand somewhere else in the clause."""
    if amount.unit != "l" or amount.is_range:
        return amount
    said, (start, end) = _said(language), clause(text, amount.start, amount.end)
    for name, unit in (("hourly", "l/h"), ("by_the_minute", "l/min")):
        if said[name].search(text, start, end):
            return replace(amount, unit=unit, dimension="flow")
    return amount


def _borrows(
    amount: Amount,
    lender: Amount,
    text: str,
    language: str,
    names: Sequence[Mention],
    variants: Sequence[Mention],
) -> bool:
    ahead, said = text[lender.end : amount.start], _said(language)
    if lender.dimension == "length" and (
        said["side"].match(text, amount.end) or said["side_before"].search(ahead)
    ):
        return True
    if not said["end"].match(text, amount.end):
        return False  # a noun follows: so many of something
    return said["against"].search(ahead) is not None or _is_of_a_name(amount, text, names, variants)


def _is_of_a_name(amount: Amount, text: str, names: Sequence[Mention], variants: Sequence[Mention]) -> bool:
    """Whether the name it is told of stands right before it; a number right at the name of a product may be part of
    the name (`the Tendril 6`)."""
    near = [m for m in (*names, *variants) if 0 <= amount.start - m.end <= _REACH]
    return any(
        _WORDS.fullmatch(text, m.end, amount.start)
        and (m in variants or amount.unit or not _PLAIN.fullmatch(text, m.end, amount.start))
        for m in near
    )


@cache
def _said(language: str) -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("borrowed.toml").read_text(encoding="utf-8"))[language]
    edge = "" if language == "ja" else r"(?<!\w)"
    return {
        "hourly": re.compile(rf"{edge}(?:{small_pattern(table['hourly'])})"),
        "by_the_minute": re.compile(rf"{edge}(?:{small_pattern(table['by_the_minute'])})"),
        "side": re.compile(rf"\s?(?:{small_pattern(table['side'])})(?!\w)"),
        "side_before": re.compile(rf"(?:{small_pattern(table['side_before'])}) ?$"),
        "against": re.compile(rf"(?<!\w)(?:{small_pattern(table['against'])}) ?$"),
        "end": re.compile(rf"\s*(?:[.,;:)!?–—。、]|$)|\s(?:{small_pattern(table['and'])})(?!\w)"),
    }
