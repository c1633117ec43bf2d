"""Whether a model may proofread: it finds the false statements of the shipped set by itself, lets no block of a false
one go, and blocks next to nothing that is true.

A proofreader takes blocks away. One that names the wrong row would take the right ones: so nobody is let in untested.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from content.checks import examine
from content.checks.blocks import body_at
from content.checks.reading import Reading
from content.errors import ModelError
from content.judging.anchors import Anchor, anchors, market_of, shop
from content.judging.items import Injection, items
from content.judging.parts import Part
from content.proofreading.proofreader import Proofreader
from content.records import Finding, Severity

FOUND: Final = 0.9  # of the false statements
BLOCKED: Final = 0.02  # of the true sentences


@dataclass(frozen=True, slots=True)
class _Fate:
    """Who blocks a false statement: the proofreader by itself, the checks by themselves, both together."""

    is_read: bool
    was_blocked: bool
    is_blocked: bool


def examined(proofreader: Proofreader, *, is_quick: bool) -> Iterator[Part]:
    """Its parts. Of each anchor all false statements at once: nine articles with and nine without them, quick four and
    four."""
    chosen, by_name = items(is_quick=is_quick), {anchor.name: anchor for anchor in anchors()}
    by_anchor = groupby(sorted(chosen.injections, key=_anchor), _anchor)
    silent: list[str] = []
    fates = [
        fate for name, rows in by_anchor for fate in _on_false(proofreader, by_name[name], list(rows), silent)
    ]
    false = len({row.anchor for row in chosen.injections})
    found = [fate.is_read for fate in fates]
    lost = [not fate.is_blocked for fate in fates if fate.was_blocked]
    yield _part("false statements found", _share(found), FOUND, len(found), is_least=True)
    yield _part("blocks wrongly taken away", _share(lost), 0.0, len(lost), is_least=False)
    flagged = [each for name in chosen.clean for each in _on_true(proofreader, by_name[name], silent)]
    yield _part("true sentences blocked", _share(flagged), BLOCKED, len(flagged), is_least=False)
    asked = false + len(chosen.clean)
    answered = _part("articles answered", 1 - len(silent) / asked, 1.0, asked, is_least=True)
    yield replace(answered, means=f"{answered.means} ({silent[0]})") if silent else answered


def _anchor(row: Injection) -> str:
    return row.anchor


MEANS: Final = {
    "false statements found": "false product statements in an article pass it",
    "blocks wrongly taken away": "it takes a false statement for true and lifts the block on it",
    "true sentences blocked": "it sees errors where there are none",
    "articles answered": "some got no answer that could be read, which may be all that failed: run it again",
}


def _on_false(
    proofreader: Proofreader, anchor: Anchor, rows: Sequence[Injection], silent: list[str]
) -> Iterator[_Fate]:
    body = anchor.draft.body
    for row in rows:
        body = body.replace(row.find, row.put)
    reading = _reading(anchor, body)
    before = examine(reading)
    alone, after = _weighed(proofreader, before, reading, silent)
    for row in rows:
        at = body_at(reading.draft) + body.index(row.put)
        place = at, at + len(row.put)
        yield _Fate(*(_is_blocked(findings, *place) for findings in (alone, before, after)))


def _on_true(proofreader: Proofreader, anchor: Anchor, silent: list[str]) -> list[bool]:
    """For each sentence of a clean anchor whether the proofreader blocks it."""
    reading = _reading(anchor, anchor.draft.body)
    alone, _ = _weighed(proofreader, [], reading, silent)
    spans = [reading.span(each.block, each.start, each.end) for each in reading.sentences]
    return [_is_blocked(alone, *span) for span in spans]


def _weighed(
    proofreader: Proofreader, before: Sequence[Finding], reading: Reading, silent: list[str]
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """What it finds by itself, and what becomes of the checks' findings. One that does not answer finds nothing: it is
    not let in for what the checks see without it, and the article is named in `silent`."""
    try:
        alone, after = proofreader.weigh_each([[], before], reading)
    except ModelError as error:
        silent.append(f"{reading.draft.title}: {error}")
        return [], before
    return alone, after


def _reading(anchor: Anchor, body: str) -> Reading:
    return Reading(replace(anchor.draft, body=body), shop(), market_of(anchor.draft.language))


def _is_blocked(findings: Sequence[Finding], start: int, end: int) -> bool:
    return any(f.severity is Severity.BLOCK and f.span[0] < end and start < f.span[1] for f in findings)


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0


def _part(name: str, value: float, needed: float, count: int, *, is_least: bool) -> Part:
    is_passed = value >= needed if is_least else value <= needed
    is_passed = is_passed and bool(count or not is_least)
    return Part(name, round(value, 3), needed, is_passed, count, MEANS[name], is_least)
