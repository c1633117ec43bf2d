"""A person lets a finding stand, with a reason: it is kept and shown, and neither blocks nor caps.

What may be waived is judged by word lists: claims, inventions, culture, marks, manners, personal data,
language, copying. What the ledger contradicts or does not hold (number, price, capability, reference,
attribution, quote) may not: the cure there is to correct the row.

A waiver holds for one article, one rule and the words in their sentence: a changed sentence is a new finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from content.checks.blocks import body_at
from content.checks.reading import split_sentences
from content.errors import ShopError
from content.records import Draft, Finding, Severity, Waiver
from content.strict_toml import read_toml

FACTS: Final = {"reference", "number", "price", "capability", "attribution", "quote", "live"}
"""Families of rules about product facts: never waived."""


def refusal(rule: str) -> str:
    """Why a rule may not be waived, in one line; empty when it may."""
    if rule.split(".", maxsplit=1)[0] in FACTS:
        return f"{rule} is about a product fact and cannot be waived: correct the row in the shop's data or the text."
    if rule == "structure.empty":
        return "structure.empty cannot be waived: there is no text."
    return ""


def waived(findings: Iterable[Finding], draft: Draft, waivers: Sequence[Waiver]) -> tuple[Finding, ...]:
    """The findings with those a waiver fits turned into notes that say who let them stand."""
    return tuple(_settled(finding, draft, waivers) for finding in findings)


def _settled(finding: Finding, draft: Draft, waivers: Sequence[Waiver]) -> Finding:
    if not waivers or refusal(finding.rule):
        return finding
    sentence = passage(draft, finding)
    fitting = (
        waiver
        for waiver in waivers
        if waiver.rule == finding.rule
        and waiver.quote == flat(finding.quote)
        and waiver.passage in {"", sentence}
    )
    found = next(fitting, None)
    return replace(finding, severity=Severity.NOTE, cap=None, waived=found) if found else finding


def passage(draft: Draft, finding: Finding) -> str:
    """The sentence a finding stands in, as the source has it, blanks folded."""
    start, end = finding.span
    for text, at in _regions(draft):
        if start < end and at <= start < at + len(text):
            return flat(_sentence(text, start - at, end - at))
    return flat(draft.description or finding.quote)


def _regions(draft: Draft) -> Iterator[tuple[str, int]]:
    yield draft.title, draft.title_at
    if draft.description_at is not None:
        yield draft.description, draft.description_at
    yield draft.body, body_at(draft)


def _sentence(text: str, start: int, end: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : len(text) if last < 0 else last]
    places = [
        (begin, stop) for begin, stop in split_sentences(line) if begin < end - first and start - first < stop
    ]
    return line[places[0][0] : places[-1][1]] if places else line


def flat(text: str) -> str:
    """Blanks folded."""
    return " ".join(text.split())


# --- a file of waivers, for texts that are in no database -----------------------------------------------------


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    file: str = ""  # its name; empty: every file checked
    rule: Annotated[str, Field(min_length=1)]
    quote: Annotated[str, Field(min_length=1)]
    sentence: str = ""  # empty: wherever the words stand
    by: Annotated[str, Field(min_length=1)]
    why: Annotated[str, Field(min_length=1)]
    on: date


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    waiver: tuple[_Entry, ...] = ()


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The waivers of a TOML file; ShopError in one line, also for a rule that may not be waived.

    [[waiver]]
    file = "agency-7.md"
    rule = "claim.green"
    quote = "eco-friendly"
    sentence = "Our eco-friendly range …"    # optional
    by = "Anna Weber"
    why = "The certificate is on its way; legal has seen it."
    on = 2026-11-25
    """
    return tuple(_read(entry, path) for entry in read_toml(path, _File).waiver)


def _read(entry: _Entry, path: Path) -> Waiver:
    if reason := refusal(entry.rule):
        raise ShopError(f"{path.name}: {reason}")
    at = datetime.combine(entry.on, time(0), UTC)
    return Waiver(entry.rule, flat(entry.quote), flat(entry.sentence), entry.by, entry.why, at, entry.file)


def for_file(waivers: Sequence[Waiver], path: Path) -> tuple[Waiver, ...]:
    """Those that are for this file or for any."""
    return tuple(waiver for waiver in waivers if waiver.key in {"", path.name, str(path)})
