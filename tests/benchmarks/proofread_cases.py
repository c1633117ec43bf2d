"""Articles with and without lies, and what a careful reader said of each: for `bench_proofread.py`."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from content.checks.reading import Reading
from content.corruption.corpus import Corpus, Edit, Original, read_corpus
from content.corruption.kinds import kinds
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.proofreading.reading import Claims
from content.proofreading.rereading import Doubts, Second, about
from content.proofreading.settling import doubted, merged, settled
from content.proofreading.sheet import Sheet, sheet
from content.proofreading.weighing import weigh
from content.records import Finding
from content.shop import load_shop

DATA = Path(__file__).parents[1] / "data"
ON = date(2026, 11, 25)
KINDS = {
    "number", "delivery", "unit", "price", "negate", "feature", "choice", "swap", "certificate", "superlative", "brand",
}  # fmt: skip
APART = (
    60  # letters between two lies of one text: `bathroom` has up to a dozen an article, written one by one
)


@dataclass(frozen=True, slots=True)
class Lie:
    """What is false in a text, where, and how low its finding must cap the score; None: any finding will do."""

    kind: str
    start: int
    end: int
    cap: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its lies; none of them in an honest one."""

    shop: str
    article: str
    variant: str  # `h` is the honest text, of which the others are made
    reading: Reading
    lies: tuple[Lie, ...]


def shop_cases(folder: Path) -> Iterator[Case]:
    """The articles of a shop, each honest and with all its lies."""
    ledger = read_ledger(load_shop(folder)).as_of(ON)
    markets = {market.locale: market for market in ledger.shop.markets}
    told = tomllib.loads((folder / "lies.toml").read_text(encoding="utf-8"))["lie"]
    for path in sorted((folder / "articles").glob("*.md")):
        honest = path.read_text(encoding="utf-8")
        mine = [(lie["kind"], lie["old"], lie["new"]) for lie in told if lie["file"] == path.stem]
        for variant, lies in (("h", []), ("l", mine)):
            text, places = put(honest, lies)
            draft = parse_draft(text, path.name)
            yield Case(
                folder.name, path.stem, variant, Reading(draft, ledger, markets[draft.market], ON), places
            )


def corpus_cases(folder: Path) -> Iterator[Case]:
    """The articles of a corpus, each honest and with its lies, as many at once as stand apart."""
    corpus = read_corpus(folder)
    for original in corpus.originals:
        yield from of_corpus(corpus, original, "l", frozenset(KINDS))


def of_corpus(corpus: Corpus, original: Original, letter: str, kinds: frozenset[str]) -> Iterator[Case]:
    """An article as it is, and with its lies of some kinds."""
    yield _of_corpus(corpus, original, "h", ())
    edits = [edit for edit in corpus.edits[original.name] if edit.kind in kinds]
    for number, some in enumerate(_apart(original, edits)):
        yield _of_corpus(corpus, original, f"{letter}{number}", some)


def _of_corpus(corpus: Corpus, original: Original, variant: str, edits: Sequence[Edit]) -> Case:
    text, places = put(original.text, [(edit.kind, edit.find, edit.replace) for edit in edits])
    reading = Reading(parse_draft(text, f"{original.name}.md"), corpus.ledger, original.market)
    return Case(corpus.name, original.name, variant, reading, places)


def _apart(original: Original, edits: Sequence[Edit]) -> list[list[Edit]]:
    texts: list[list[tuple[int, int, Edit]]] = []
    for edit in edits:
        start = original.text.index(edit.find)
        end = start + len(edit.find)
        fitting = (text for text in texts if all(start > b + APART or end < a - APART for a, b, _ in text))
        home = next(fitting, None)
        if home is None:
            texts.append([(start, end, edit)])
        else:
            home.append((start, end, edit))
    return [[edit for _, _, edit in sorted(text, key=lambda each: each[0])] for text in texts]


def put(text: str, lies: Sequence[tuple[str, str, str]]) -> tuple[str, tuple[Lie, ...]]:
    """A text with lies put into it, and where they stand then: only what differs."""
    for _, old, new in lies:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text, tuple(_lie(text, kind, old, new) for kind, old, new in lies)


def _lie(text: str, kind: str, old: str, new: str) -> Lie:
    at = text.index(new)
    head = _same(old, new)
    tail = min(_same(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    known = kinds().get(kind)
    cap = int(known.amount) if known and known.expects == "block" else None
    return Lie(kind, at + head, at + max(head + 1, len(new) - tail), cap)


def _same(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


# --- answers ----------------------------------------------------------------------------------------------


@cache
def answers(shop: str) -> dict[tuple[str, str], tuple[str, Claims]]:
    """Article and variant -> the sheet it was an answer to, and the claims."""
    text = (DATA / "proofread" / f"{shop}.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines() if line]
    return {(row["article"], row["variant"]): (row["sheet"], Claims(**row["said"])) for row in rows}


@dataclass(frozen=True, slots=True)
class Again:
    """What was asked the second time, and the answer."""

    sheet: str
    lines: frozenset[int]
    marks: tuple[tuple[int, str], ...]  # M1 is the first: its line and its words
    said: Second


@cache
def answers_again(shop: str) -> dict[tuple[str, str], Again]:
    """Article and variant -> the second reading."""
    text = (DATA / "proofread" / "again" / f"{shop}.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines() if line]
    return {
        (row["article"], row["variant"]): Again(
            row["sheet"],
            frozenset(row["lines"]),
            tuple((line, words) for line, words in row["marks"]),
            Second(Claims(**row["said"]), frozenset(row["denied"])),
        )
        for row in rows
    }


def read_twice(case: Case, page: Sheet, found: Sequence[Finding], claims: Claims) -> list[Finding]:
    """The findings after both readings: of the second what was answered of today's doubts."""
    first = weigh(found, claims, page, case.reading)
    doubts = doubted(first)
    again = answers_again(case.shop).get((case.article, case.variant))
    if not doubts or again is None or again.sheet != digest(page):
        return first.findings()
    asked = Doubts(doubts.lines & again.lines, doubts.marks)
    denied = {again.marks[place] for place in again.said.denied}
    places = frozenset(n for n, mark in enumerate(doubts.marks) if (mark.line, mark.words) in denied)
    said = Second(about(again.said.claims, asked), places)
    second = weigh(found, merged(claims, said.claims, asked, page), page, case.reading)
    return settled(found, first, second, said, asked)


def digest(page: Sheet) -> str:
    """Of what a proofreader was shown."""
    shown = "\n".join([page.catalogue, *(line.text for line in page.lines)])
    return sha256(shown.encode()).hexdigest()[:16]


def sheet_of(case: Case) -> Sheet:
    """The sheet of a case."""
    return sheet(case.reading)
