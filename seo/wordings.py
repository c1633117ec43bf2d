"""What makes two phrases one keyword: the same words, whatever their form and order, asked the same way.

"how to cut blackout curtain" and "cutting blackout curtains" are one. Kept apart: what is negated, every number, unit
and order of sizes, words that turn the sense (`under`, `sur mesure`), other questions ("can I", "why"), and words that
a stemmer takes for forms of one another but no reader does (weighted, weight; cortar, corta; Größe, große).
Where this is unsure it keeps apart: the topics put together what means the same.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from seo.language import NEGATIONS, STOP, fold, is_question, key, phrases_ja, plain, stem, words
from seo.records import LANGUAGES

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_RUN_JA: Final = re.compile(
    r"\d+(?:[.,]\d+)*|[a-z]+|[\u3400-\u9fff々〆ヶ]+[えけせてねべめれげぜ]?|[\u30a0-\u30ffー]+|[\u3041-\u309f]+"
)
_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]+")
_ENDING_JA: Final = re.compile(r"(?:は|が|を|に|へ|と|で|も|の|や|か|ですか|です|ますか|ます|な|だ|る)+$")
_NEGATED_JA: Final = ("ない", "ません", "なかった", "なし", "なく", "ずに")
_TURNS_JA: Final = ("より", "から", "まで")


def wording(text: str, language: str) -> str:
    """Equal for phrases that are one keyword; empty for a text without letters and digits."""
    if language not in LANGUAGES:
        return key(text, language)
    folded = " ".join(fold(unicodedata.normalize("NFKC", text)).split())
    asked, rest = _asked(folded, language)
    found = list(_japanese(rest) if language == "ja" else _bases(rest, language))
    numbers = [part for part in found if part[0].isdigit()]
    told = sorted({part for part in found if not part[0].isdigit()})
    if not told and not numbers:  # nothing but small words: they are all it says
        return key(text, language)
    return " ".join([*asked, *told, *numbers])


def _asked(folded: str, language: str) -> tuple[list[str], str]:
    """How it is asked (empty: not at all, or how to do a thing), and the rest."""
    table = _table(language)
    rest = table.how.sub(" ", f" {folded} ").strip(" ?¿؟")
    if language == "ja":
        is_asked = is_question(folded, language) and rest == f" {folded} ".strip(" ?")
        return (["?か"] if is_asked else []), rest
    first = rest.split(maxsplit=1)[0] if rest else ""
    for name, starts in table.asks:
        if first in starts:
            return [f"?{name}"], rest
    return [], rest


def _bases(text: str, language: str) -> Iterator[str]:
    """Content words in their base form; a number stays with its unit, as `120cm`."""
    table = _table(language)
    found = words(table.whole.sub(lambda match: match.group().replace(" ", ""), text), language)
    for place, word in enumerate(found):
        folded = fold(word)
        if _NUMBER.fullmatch(folded):
            after = fold(found[place + 1]) if place + 1 < len(found) else ""
            yield folded.replace(",", ".") + (table.unit.get(after, ""))
        elif folded in table.unit and place and _NUMBER.fullmatch(fold(found[place - 1])):
            continue
        elif folded in NEGATIONS[language] or folded in table.turns:
            yield folded
        elif folded not in STOP[language]:
            yield base(word, language)


@lru_cache(maxsize=100_000)
def base(word: str, language: str) -> str:
    """A word without its inflection: plural, gender, case, the English -ing. `weighted` is no form of `weight`."""
    folded, table = fold(word), _table(language)
    if folded in table.apart:
        return f"{folded}!"
    root, bare = stem(word, language), plain(word)
    if language == "ar":
        return root
    shared = next((n for n, pair in enumerate(zip(root, bare, strict=False)) if len(set(pair)) > 1), None)
    ending = bare[min(len(root), len(bare)) if shared is None else shared :]
    for name, pattern in table.endings:
        if pattern.fullmatch(ending):
            return f"{root}+{name}" if name else root
    return f"{root}+{ending.removesuffix('s')}"


def _japanese(text: str) -> Iterator[str]:
    """Runs of one script; of a verb its characters and whether it can be done (洗え of 洗えます, 洗 of 洗う)."""
    for phrase in phrases_ja(text):
        for place, run in enumerate(_RUN_JA.findall(phrase)):
            if not _HIRAGANA.fullmatch(run):
                if run not in STOP["ja"]:
                    yield run
                continue
            if any(negation in run for negation in _NEGATED_JA):
                yield "ない"
            yield from (turn for turn in _TURNS_JA if turn in run)
            left = _ENDING_JA.sub("", run)
            if place == 0 and len(left) > 1 and left not in STOP["ja"]:
                yield left


# ---- the table -----------------------------------------------------------------------------------


class _Table:
    """One language of wordings.toml, ready to match."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.how = re.compile("|".join(row["how"]) if row["how"] else r"(?!)")
        self.asks = [(name, frozenset(map(fold, listed.split()))) for name, listed in row["asks"].items()]
        self.turns = frozenset(map(fold, row["turns"].split()))
        self.apart = frozenset(map(fold, row["apart"].split()))
        self.whole = re.compile("|".join(map(re.escape, map(fold, row["whole"]))) or r"(?!)")
        self.endings = [(name, re.compile(pattern)) for name, pattern in row["endings"].items()]
        self.unit = {fold(form): names.split()[0] for names in row["units"] for form in names.split()}


@cache
def _table(language: str) -> _Table:
    table = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))
    row = table[language]
    row["units"] = [*table["units"], *row.get("units", ())]
    row["endings"] = {("" if name == "same" else name): pattern for name, pattern in row["endings"].items()}
    return _Table(row)
