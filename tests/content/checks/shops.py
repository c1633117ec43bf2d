"""Measures the checks on the shops of `tests/data/shops`: honest articles, and the lies written into them."""

import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.records import Finding, Severity
from content.shop import load_shop

FOLDER = Path(__file__).parents[2] / "data" / "shops"
ON = date(2026, 11, 25)
SHOPS = tuple(sorted(path.parent.name for path in FOLDER.glob("*/shop.toml")))


@dataclass
class Measured:
    """What the checks made of one shop."""

    articles: int = 0
    blocked: int = 0  # honest articles with a block
    blocks: list[str] = field(default_factory=list)  # in honest articles: article, rule, quote
    warnings: int = 0
    lies: Counter[str] = field(default_factory=Counter)  # by kind
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def measure(folder: Path) -> Measured:
    """Check every honest article, then every lie by itself: found is one that brings a block of its own."""
    look, measured = _looking(folder), Measured()
    honest: dict[str, tuple[str, list[Finding]]] = {}
    for path in sorted((folder / "articles").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        findings = look(text, path.name)
        honest[path.stem] = text, findings
        blocks = [f"{path.stem} {f.rule} {f.quote}" for f in findings if f.severity is Severity.BLOCK]
        measured.articles += 1
        measured.blocked += bool(blocks)
        measured.blocks += blocks
        measured.warnings += sum(finding.severity is Severity.WARN for finding in findings)
    for lie in tomllib.loads((folder / "lies.toml").read_text(encoding="utf-8"))["lie"]:
        text, before = honest[lie["file"]]
        assert text.count(lie["old"]) == 1, lie
        after = look(text.replace(lie["old"], lie["new"]), f"{lie['file']}.md")
        known = {(f.rule, f.quote) for f in before if f.severity is Severity.BLOCK}
        is_found = any(f.severity is Severity.BLOCK and (f.rule, f.quote) not in known for f in after)
        measured.lies[lie["kind"]] += 1
        measured.found[lie["kind"]] += is_found
        if not is_found:
            measured.missed.append(f"{lie['file']} {lie['kind']}: {lie['new']}")
    return measured


def _looking(folder: Path) -> Callable[[str, str], list[Finding]]:
    shop = load_shop(folder)
    ledger = read_ledger(shop).as_of(ON)
    markets = {market.locale: market for market in shop.markets}

    def look(text: str, name: str) -> list[Finding]:
        draft = parse_draft(text, name)
        return check(draft, ledger, markets[draft.market], on=ON)

    return look
