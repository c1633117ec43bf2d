"""Check texts against the shop's facts.

Reads Markdown files with optional front matter (title, description, lang, market, keyword, questions, sku; canonical,
alternates, noindex, author, date, updated, disclosure, sources), plain prose too. Pages of the web that are quoted
stand in evidence/pages/. Exit code 1 when something blocks.
"""

import argparse
import csv
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

from content.records import Finding, Severity
from flows.commands.options import (
    add_against,
    add_json,
    add_language,
    add_market,
    add_proofread,
    add_shop,
    add_waivers,
    print_json,
)
from flows.errors import WrongUse
from flows.screen import say, show_table

BLOCKED = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """FILE... and what stands in for missing front matter."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.md")
    add_shop(parser)
    add_language(parser)
    add_market(parser)
    add_against(parser)
    add_waivers(parser)
    add_proofread(parser)
    add_json(parser)
    parser.add_argument("--rules", action="store_true", help="print the table of rules and stop")


def run(options: argparse.Namespace) -> int:
    """Print findings; 1 when one blocks."""
    if options.rules:
        return _print_rules(as_json=options.json)
    if not options.files:
        raise WrongUse("name the files to check, or --rules for the table of rules.")
    from flows.commands.reading import open_ledger, read_and_check  # noqa: PLC0415  babel: 0.1 s that --help does without

    texts = list(read_and_check(options, open_ledger(options)))
    if options.json:
        print_json(
            {"files": [{"file": str(t.path), "findings": [_as_json(f) for f in t.findings]} for t in texts]}
        )
    else:
        for text in texts:
            _print_findings(text.path, text.findings)
    return BLOCKED if any(f.severity is Severity.BLOCK for text in texts for f in text.findings) else 0


def _as_json(finding: Finding) -> dict[str, Any]:
    proof = finding.evidence
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "span": list(finding.span),
        "quote": finding.quote,
        "evidence": {"source": proof.source, "row": proof.row, "value": proof.value},
        "cure": finding.cure,
        **(
            {"waived": {"by": let.by, "why": let.why, "at": let.at.isoformat()}}
            if (let := finding.waived)
            else {}
        ),
    }


def _print_findings(path: Path, findings: tuple[Finding, ...]) -> None:
    say(f"{path}: {len(findings)} findings" if findings else f"{path}: nothing found")
    for finding in findings:
        proof = finding.evidence
        row = f", row {proof.row}" if proof.row is not None else ""
        held_against = f" [{proof.source}{row}: {proof.value}]" if proof.source else ""
        start, end = finding.span
        quote = " ".join(finding.quote.split())
        by = f" (waived by {finding.waived.by}: {finding.waived.why})" if finding.waived else ""
        say(
            f"  {finding.severity:5} {finding.rule} {start}-{end} {quote!r}{held_against}: {finding.cure}{by}"
        )


def _print_rules(*, as_json: bool) -> int:
    text = (package_files("content.checks") / "rules.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    if as_json:
        print_json({"rules": rows})
    else:
        show_table("Rules", list(rows[0]), [[cell or "" for cell in row.values()] for row in rows])
    return 0
