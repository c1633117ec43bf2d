"""Ten plain-prose articles in each language, written by hand for the shop beside them; then spoiled one
place at a time.

A clean article must have no block. A changed number, unit, price or negation must be blocked where it
stands. The spoiling knows nothing of the checker: it swaps characters. `python
tests/content/checks/test_corpus.py` prints the shares; the floors below may rise and never sink.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Finding, Severity
from content.shop import load_shop
from seo.records import LANGUAGES, Market

HERE = Path(__file__).parent
ARTICLES = 10
FLOORS = {"number": 0.97, "unit": 0.97, "price": 0.99, "negation": 0.95}
NEAR = 40  # letters from a changed word within which its clause may be marked

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
DIGITS = re.compile(r"(?<![\d٠-٩A-Za-z.,٫])(?:[\d٠-٩]+(?:[.,٫ \u202f][\d٠-٩]+)*)(?![\d٠-٩A-Za-z]*\d)")

SPOIL = tomllib.loads((HERE / "spoil.toml").read_text("utf-8"))
MONEY = re.compile(r"[£$€円]|[Ee]uros?\b|درهم")


@dataclass(frozen=True)
class Spoiled:
    """A text with one place changed."""

    kind: str
    text: str
    start: int
    end: int
    was: str


@cache
def shop() -> tuple[Ledger, dict[str, Market]]:
    loaded = load_shop(HERE / "shop")
    return read_ledger(loaded), {market.locale: market for market in loaded.markets}


def articles(language: str) -> list[Path]:
    return sorted((HERE / "corpus" / language).glob("*.md"))


def blocks(text: str) -> list[Finding]:
    ledger, markets = shop()
    draft = parse_draft(text, "article.md")
    found = check(draft, ledger, markets[draft.market])
    return [finding for finding in found if finding.severity == Severity.BLOCK]


def body_at(text: str) -> int:
    return text.index("\n---\n") + 5


def spoiled(text: str, language: str) -> Iterator[Spoiled]:
    yield from _numbers(text)
    yield from _swaps(text, SPOIL[language]["units"].items(), "unit")
    yield from _swaps(text, SPOIL[language]["currencies"].items(), "price")
    yield from _flips(text, SPOIL[language]["flips"].items())


def _places(text: str) -> Iterator[re.Match[str]]:
    """Numbers of the body, outside quotations; not those in a product's name."""
    for match in DIGITS.finditer(text, body_at(text)):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        is_counted = re.match(
            "種類|セット|枚の|枚1|平方", text[match.end() :]
        )  # of nothing the ledger states
        if not line.startswith((">", "#")) and not is_counted:
            yield match


def _numbers(text: str) -> Iterator[Spoiled]:
    for match in _places(text):
        kind = "price" if MONEY.search(text[max(0, match.start() - 2) : match.end() + 6]) else "number"
        for wrong in _wrong(match.group()):
            yield Spoiled(
                kind,
                text[: match.start()] + wrong + text[match.end() :],
                match.start(),
                match.start() + len(wrong),
                match.group(),
            )


def _wrong(number: str) -> Iterator[str]:
    """About a tenth more, and half of it, written the same way."""
    digits = re.sub(r"\D", "", number.translate(WESTERN))
    for value in (max(int(digits) + 1, round(int(digits) * 1.1)), max(1, int(digits) * 2)):
        fresh = str(value).zfill(len(digits))
        if len(fresh) != len(digits):
            fresh = fresh[: len(digits)] if len(digits) > 1 else fresh
        if fresh == digits:
            continue
        replaced = iter(fresh)
        out = "".join(next(replaced, "") if letter.isdigit() else letter for letter in number) + "".join(
            replaced
        )
        yield out.translate(ARABIC) if re.search("[٠-٩]", number) else out


def _swaps(text: str, pairs: Iterable[tuple[str, str]], kind: str) -> Iterator[Spoiled]:
    for match in _places(text):
        for old, new in pairs:
            at = match.end() + (1 if text[match.end()] in " \u202f\u00a0" and not old.startswith(" ") else 0)
            whole = not re.match(r"[A-Za-z]", text[at + len(old) : at + len(old) + 1])
            if text.startswith(old, at) and whole:
                yield Spoiled(
                    kind,
                    text[:at] + new + text[at + len(old) :],
                    match.start(),
                    at + len(new),
                    match.group() + old,
                )
                break
            if kind == "price" and text[match.start() - 1] == old:
                yield Spoiled(
                    kind,
                    text[: match.start() - 1] + new + text[match.start() :],
                    match.start() - 1,
                    match.end(),
                    old + match.group(),
                )
                break


def _flips(text: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Spoiled]:
    for old, new in pairs:
        for match in re.finditer(re.escape(old), text):
            if match.start() >= body_at(text) and not text.startswith("か。", match.end()):
                yield Spoiled(
                    "negation",
                    text[: match.start()] + new + text[match.end() :],
                    match.start(),
                    match.start() + len(new),
                    old,
                )


def is_caught(change: Spoiled) -> bool:
    near = NEAR if change.kind == "negation" else 0
    return any(f.span[0] < change.end + near and change.start - near < f.span[1] for f in blocks(change.text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_honest_articles_are_not_blocked(language: str) -> None:
    paths = articles(language)
    assert len(paths) == ARTICLES
    assert {path.stem: [(f.rule, f.quote) for f in blocks(path.read_text("utf-8"))] for path in paths} == {
        path.stem: [] for path in paths
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_spoiled_places_are_blocked_where_they_stand(language: str) -> None:
    seen: dict[str, list[bool]] = {kind: [] for kind in FLOORS}
    missed = []
    for path in articles(language):
        for change in spoiled(path.read_text("utf-8"), language):
            caught = is_caught(change)
            seen[change.kind].append(caught)
            if not caught:
                missed.append(
                    (
                        path.stem,
                        change.kind,
                        change.was,
                        change.text[max(0, change.start - 30) : change.end + 20],
                    )
                )
    shares = {kind: sum(found) / len(found) for kind, found in seen.items()}
    assert all(len(found) >= ARTICLES for found in seen.values())
    assert all(shares[kind] >= floor for kind, floor in FLOORS.items()), (shares, missed)
