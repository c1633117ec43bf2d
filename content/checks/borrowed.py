"""Numbers that leave out their unit because the number before them has it: "6 mm against 10", "the 100 W is 25 cm long
and the 50 W just 20", "5.4 inches long and 0.6 thick"."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.amounts import Amount
from content.checks.extract import small_pattern
from content.checks.names import Mention
from content.checks.whose import clause

_FLOW: Final = "flow"
_LENT: Final = {"length", "mass", "volume", "power", "light", "time", "sound", "charge", "temperature", _FLOW}
_ROUGH: Final = {"about", "over", "under"}  # "roughly 94 lumens against 87.5": worked out, both
_REACH: Final = 26  # letters between a name and its number
_WORDS: Final = re.compile(r"(?: [^\W\d_]+){0,2} ?")  # "the 50 W just 20"


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A sentence (folded small letters) in which numbers may borrow, with the names told of in it."""

    text: str
    language: str
    names: Sequence[Mention]
    variants: Sequence[Mention]
    has_flow: bool  # whether the catalogue says of anything how much flows

    def meant(self, amounts: Sequence[Amount]) -> Iterator[Amount]:
        """The numbers of the sentence, those that borrow with the unit they mean."""
        lender: Amount | None = None
        for bare in amounts:
            amount = self._flowing(bare)
            if lender and self._borrows(amount, lender):
                amount = replace(amount, unit=lender.unit, dimension=lender.dimension)
            yield amount
            is_lent = amount.dimension in _LENT and amount.qualifier not in _ROUGH
            lender = amount if is_lent else None

    def _flowing(self, amount: Amount) -> Amount:
        """`Wälzt stündlich 800 l um`: litres an hour, the words for which stand somewhere else in the clause."""
        if amount.unit != "l" or amount.is_range or not self.has_flow:
            return amount
        said, (start, end) = _said(self.language), clause(self.text, amount.start, amount.end)
        for name, unit in (("hourly", "l/h"), ("by_the_minute", "l/min")):
            if said[name].search(self.text, start, end):
                return replace(amount, unit=unit, dimension=_FLOW)
        return amount

    def _borrows(self, amount: Amount, lender: Amount) -> bool:
        is_short = not amount.unit or lender.unit.startswith(f"{amount.unit}/")
        if not is_short or amount.in_words or amount.chain >= 0 or amount.qualifier in _ROUGH:
            return False
        ahead, said = self.text[lender.end : amount.start], _said(self.language)
        is_side = said["side"].match(self.text, amount.end) or said["side_before"].search(ahead)
        if is_side and lender.dimension == "length":
            return True
        if not said["end"].match(self.text, amount.end):
            return False  # a noun follows: so many of something
        return said["against"].search(ahead) is not None or self._is_of_a_name(amount)

    def _is_of_a_name(self, amount: Amount) -> bool:
        """Whether the name it is told of stands right before it; a bare number right at the name of a product may be
        part of the name (`the Tendril 6`)."""
        return any(
            _WORDS.fullmatch(self.text, name.end, amount.start)
            and (name in self.variants or amount.unit or name.end + 1 < amount.start)
            for name in (*self.names, *self.variants)
            if 0 <= amount.start - name.end <= _REACH
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
