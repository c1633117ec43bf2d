"""The words a shop uses and avoids: rows of `words.csv` whose column `use` says `prefer` or `avoid`.

    source,lang,text,confirmed_by,use,instead
    Curtains,de,Vorhang,Jana,prefer,
    ,de,Wohlfühl*,Jana,avoid,
    ,de,zuschneiden,Jana,avoid,kürzen
    ,en-GB,color,Tom,avoid,colour

Files without these columns hold none. `lang` may name one market. A star stands for any ending.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from content.csv_lines import csv_lines
from content.errors import ShopError

PREFER, AVOID = "prefer", "avoid"
ANY_ENDING: Final = "*"


@dataclass(frozen=True, slots=True)
class Word:
    """A word the shop uses, or avoids."""

    text: str  # `Wohlfühl*`: a star at its end stands for any ending
    lang: str  # a language or a locale, in small letters
    is_avoided: bool
    instead: str = ""  # what to say; empty: nothing, or the shop has not said
    row: int = 0  # of words.csv, counted as the file's lines

    def is_for(self, locale: str) -> bool:
        """Whether it holds in a market."""
        return self.lang in {locale.lower(), locale.lower().split("-")[0]}

    @property
    def shown(self) -> str:
        """As a reader would write it."""
        return self.text.replace(ANY_ENDING, "…")


def read_words(path: Path) -> tuple[Word, ...]:
    """The marked words of a `words.csv`; ShopError names the line that cannot be read."""
    lines = enumerate(csv_lines(path), start=1)
    numbered = [(number, line) for number, line in lines if not line.startswith("# ")]
    rows = csv.DictReader(line for _, line in numbered)
    if not {"use", "instead"} & set(rows.fieldnames or ()):
        return ()
    found = []
    for row in rows:
        line = numbered[rows.line_num - 1][0]
        use = (row.get("use") or "").strip().lower()
        instead = (row.get("instead") or "").strip()
        if use or instead:
            found.append(_word(row, use, instead, line))
    return tuple(found)


def _word(row: dict[str, str], use: str, instead: str, line: int) -> Word:
    text, lang = (row.get("text") or "").strip(), (row.get("lang") or "").strip().lower()
    where = f"words.csv, line {line}"
    if use not in {PREFER, AVOID}:
        raise ShopError(f"{where}: use must be {PREFER} or {AVOID}, not {use!r}.")
    if not text.strip(f"{ANY_ENDING} ") or ANY_ENDING in text[:-1] or not lang:
        raise ShopError(
            f"{where}: write the word under text (a * only at its end) and its language under lang."
        )
    if use == PREFER and instead:
        raise ShopError(f"{where}: instead belongs to a word to avoid; a word to prefer stands alone.")
    return Word(text, lang, use == AVOID, instead, line)
