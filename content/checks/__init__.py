"""Holds a draft against the ledger: the table of checks, the table of rules, and `check`."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from content.checks.attribution import Attribution
from content.checks.avoided import HouseWords
from content.checks.capabilities import Capabilities
from content.checks.changed import Changed
from content.checks.check import Check
from content.checks.choices import Choices
from content.checks.claims import Claims, Manners
from content.checks.comparisons import Comparisons
from content.checks.copying import Copying
from content.checks.culture import Culture
from content.checks.drafted import Drafted
from content.checks.inventions import Inventions
from content.checks.language import Language
from content.checks.numbers import Numbers
from content.checks.privacy import Privacy
from content.checks.quotes import Quotes, is_proven_by_quote, quoted_places
from content.checks.reading import Reading
from content.checks.references import References
from content.checks.returns import Returns
from content.checks.structure import Structure
from content.checks.trademarks import Trademarks
from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.records import Draft, Finding, Severity
from seo.records import Market, Page

CHECKS: dict[str, type[Check]] = {
    check.name: check
    for check in (
        References, Changed, Numbers, Capabilities, Choices, Comparisons, Inventions, Claims, Returns, Culture,
        Trademarks, Attribution, Privacy, Manners, HouseWords, Quotes, Drafted, Copying, Language, Structure,
    )
}  # fmt: skip
"""Every check by name; a new one is a file beside this and an entry here, its rules in `rules.csv`."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as `acreage check --rules` prints it."""

    rule: str
    severity: Severity
    cap: int | None  # most points an article with it can have; None: it caps nothing
    says: str
    cure: str


@cache
def rules() -> dict[str, RuleRow]:
    """The rows of `rules.csv` by rule."""
    with Path(__file__).with_name("rules.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["rule"]: RuleRow(
                row["rule"],
                Severity(row["severity"]),
                int(row["cap"]) if row["cap"] else None,
                row["says"],
                row["cure"],
            )
            for row in csv.DictReader(file)
        }


def check(
    draft: Draft,
    ledger: Ledger,
    market: Market,
    others: Sequence[Draft] = (),
    on: date | None = None,
    pages: Sequence[Page] = (),
    dossier: Dossier | None = None,
    concepts: frozenset[str] | None = None,
) -> list[Finding]:
    """Everything the checks see in a draft, in the order of the text. Nothing is changed, nothing is
    deleted. `concepts` are the articles a draft may lead to; None: nobody says which there are."""
    return examine(Reading(draft, ledger, market, on, others, pages, dossier or Dossier(), concepts))


def examine(reading: Reading, checks: Iterable[type[Check]] | None = None) -> list[Finding]:
    """Run checks over a reading; each finding once, with its rule's severity and cap."""
    chosen = CHECKS.values() if checks is None else checks
    quoted = quoted_places(reading)
    found = (
        finding
        for kind in chosen
        for finding in kind().check(reading)
        if not is_proven_by_quote(finding, quoted)
    )
    return sorted(ruled(found), key=lambda finding: (finding.span, finding.rule, finding.quote))


def ruled(found: Iterable[Finding]) -> Iterator[Finding]:
    """Severity and cap of the rule; a check may soften it to a warning, which caps nothing (a market's custom)."""
    seen: set[tuple[str, tuple[int, int], str]] = set()
    for finding in found:
        row = rules()[finding.rule]
        key = (finding.rule, finding.span, finding.quote)
        if key not in seen:
            seen.add(key)
            is_softened = finding.severity is Severity.WARN
            severity = Severity.WARN if is_softened else row.severity
            yield replace(finding, severity=severity, cap=None if is_softened else row.cap)
