"""Marks of others: naming one to say what fits is allowed, imitating it is not.

The shop's own brands come from its ledger. `trademarks.csv` in the shop folder (name, owner, rule) adds to
the well-known marks of `content/policy/brands.csv`: `never` = the name may not stand in a text,
`compatible-only` = only to say what fits.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.check import Check
from content.checks.denial import is_denied
from content.checks.policy import FOLDER, LATIN_EDGES, pattern
from content.checks.reading import Reading, Sentence
from content.checks.reporting import hits, report, softened
from content.checks.view import fold, low
from content.errors import ShopError
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.records import Finding, Proof

FILE: Final = "trademarks.csv"
COLUMNS: Final = ("name", "owner", "rule")
RULES: Final = ("compatible-only", "never")
NEAR: Final = 30  # letters between “a dupe of” and the name
_OTHER_EDGES: Final = (  # whole words; Arabic may carry its small prefixes
    r"(?:(?<![\u0621-\u064a\u30a1-\u30fa\u30fc])|(?<=(?<![\u0621-\u064a])[وبلكف]))",
    r"(?![\u0621-\u064a\u30a1-\u30fa\u30fc])",
)
_CURES: Final = {
    "trademark.copy": "Describe your own product; “compatible with …” is allowed, an imitation is not.",
    "trademark.never": "Take the name out: trademarks.csv keeps it out of every text.",
    "trademark.use": "Name this mark only to say what fits it (“compatible with …”).",
    "trademark.title": "Look whether another's name may stand in the title; “for …” and “compatible with …” may.",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A mark of somebody else and what the shop decided about it."""

    name: str
    owner: str
    rule: str  # `compatible-only`, `never`, or empty: well known, no decision
    source: str
    row: int


class Trademarks(Check):
    """No imitation, no name the shop has ruled out, and a person looks at others' names in a title."""

    name = "trademark"
    rules = ("trademark.copy", "trademark.never", "trademark.use", "trademark.title")

    def check(self, reading: Reading) -> Iterator[Finding]:
        names, found_by = marks_of_others(reading.ledger)
        for sentence in reading.statements:
            for hit in hits(reading, sentence, "trademark"):
                yield report(reading, sentence, hit)
            for match in found_by.finditer(sentence.text):
                named = names[match.group().lower()]
                rule = _rule(reading, sentence, match, named)
                if rule:
                    yield _finding(reading, sentence, match, named, rule)


def _rule(reading: Reading, sentence: Sentence, match: re.Match[str], named: Name) -> str:
    """The rule a name breaks where it stands; empty when it may stand there."""
    text, language = sentence.low, reading.market.language
    if is_denied(text, *match.span(), language):
        return "trademark.never" if named.rule == "never" else ""
    if _is_imitated(text, *match.span(), language):
        return "trademark.copy"
    if named.rule == "never":
        return "trademark.never"
    if is_about_fit(text, 0, match.span(), language):
        return ""
    if named.rule == "compatible-only":
        return "trademark.use"
    return "trademark.title" if sentence.block.kind == "title" else ""


def is_about_fit(text: str, first: int, place: tuple[int, int], language: str) -> bool:
    """Whether a name at a place of a folded text is there to say what fits it (“compatible with …”); what stands
    before `first` is another clause."""
    start, end = place
    before, behind = text[max(first, start - NEAR) : start], text[end : end + NEAR]
    lead, tail = pattern(language, "compatible", "lead"), pattern(language, "compatible", "behind")
    return bool(lead.search(before) or tail.match(behind))


def _is_imitated(text: str, start: int, end: int, language: str) -> bool:
    lead = pattern(language, "imitation", "lead")
    near = text[max(0, start - NEAR) : start]
    ends = [match.end() for match in lead.finditer(near)]
    is_led = bool(ends) and not re.search(r"[.,;:!?]", near[ends[-1] :]) and len(near) - ends[-1] < NEAR // 2
    return is_led or bool(pattern(language, "imitation", "behind").match(text[end : end + NEAR]))


def _finding(reading: Reading, sentence: Sentence, match: re.Match[str], named: Name, rule: str) -> Finding:
    proof = Proof(named.source, named.row, f"{named.name} ({named.owner})" if named.owner else named.name)
    start, end = sentence.start + match.start(), sentence.start + match.end()
    found = reading.finding(rule, sentence.block, start, end, _CURES[rule], proof)
    return found if rule in {"trademark.copy", "trademark.never"} else softened(found)


@once_per_ledger
def marks_of_others(ledger: Ledger) -> tuple[dict[str, Name], re.Pattern[str]]:
    """The marks of others by small letters, and a pattern that finds them; the shop's own are left out."""
    own = {low(fold(product.brand)) for product in ledger.products.values() if product.brand}
    own.add(low(fold(ledger.shop.name)))
    listed = {name.name.lower(): name for name in (*_bundled(), *of_shop(ledger.shop.folder))}
    kept = {key: name for key, name in listed.items() if key not in own}
    return kept, _finder(kept.values())


def _finder(names: Iterable[Name]) -> re.Pattern[str]:
    """Whole words in Latin letters, as the mark is written or in capitals."""
    ordered = sorted({name.name for name in names}, key=lambda text: (-len(text), text))
    latin = [
        re.escape(form) for text in ordered if text.isascii() or text[0] < "\u0250" for form in _forms(text)
    ]
    others = [re.escape(text) for text in ordered if not (text.isascii() or text[0] < "\u0250")]
    before, behind = LATIN_EDGES
    parts = [f"{_first(latin)}{before}(?:{'|'.join(latin)}){behind}"] if latin else []
    parts += [rf"{_first(others)}{_OTHER_EDGES[0]}(?:{'|'.join(others)}){_OTHER_EDGES[1]}"] if others else []
    return re.compile("|".join(parts) or "(?!)")


def _first(escaped: list[str]) -> str:
    """What any of them begins with: a place that begins otherwise is passed over at once."""
    letters = sorted({name.removeprefix("\\")[0] for name in escaped})
    return f"(?=[{''.join(map(re.escape, letters))}])"


def _forms(text: str) -> tuple[str, ...]:
    return text, text.upper()


@cache
def _bundled() -> tuple[Name, ...]:
    return tuple(_read(FOLDER / "brands.csv", "policy/brands.csv"))


def of_shop(folder: Path) -> tuple[Name, ...]:
    """The marks the shop lists; ShopError names row and cure."""
    path = folder / FILE
    if not path.is_file():
        return ()
    found = tuple(_read(path, FILE))
    for name in found:
        if name.rule not in RULES:
            raise ShopError(
                f"{FILE}, row {name.row}: rule {name.rule!r} is unknown: write {' or '.join(RULES)}."
            )
    return found


def _read(path: Path, source: str) -> Iterator[Name]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {"name"} <= set(rows.fieldnames or ()):
            raise ShopError(f"{source} has no column 'name': it needs {', '.join(COLUMNS)}.")
        for line, row in enumerate(rows, start=2):
            name = fold(" ".join((row["name"] or "").split()))
            if name:
                yield Name(name, row.get("owner") or "", (row.get("rule") or "").strip(), source, line)
