"""Prints how many invented voices, claims of law and offences the checks find, and how many a proofreader finds with them:
lines tagged by one reading and confirmed by another.

    python tests/benchmarks/bench_manners.py [-v]     `-v`: every one that is missed, every honest line that is taken for one

`tests/data/proofread/tags.jsonl` holds the answers. `manners.toml` of six shops was written by two authors who had seen neither
the tags nor the terms of the checks; the corpora's lies of these kinds had been read before the tags were written.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.checks import examine
from content.checks.reading import Reading
from content.corruption.corpus import SHIPPED, read_corpus
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.proofreading.meant import confirmed, meant
from content.proofreading.reading import Claims
from content.proofreading.rereading import Doubts, Second
from content.proofreading.settling import doubted, together
from content.proofreading.tagging import Tagged, tags
from content.proofreading.weighing import Weighed, weigh
from content.records import Finding, Severity
from content.shop import load_shop
from tests.benchmarks.cost import say
from tests.benchmarks.proofread_cases import DATA, ON, Case, Lie, digest, of_corpus, put, sheet_of, shop_cases

SHOPS = ("dogs", "tea", "patio", "fragrance", "swim", "sewing")
CORPORA = ("bathroom", "nursery")
KINDS = ("review", "tested", "expert", "rating", "claim", "urgency", "superlative", "taboo")
NOTHING = Claims(claims=[])
OF_CLAIMS = ("number.", "price.", "capability.", "choice.", "comparison.", "proof.con", "proof.un")
NEAR = 20
Row = dict[str, list[object]]


@cache
def rows() -> dict[tuple[str, str, str, str], Row]:
    """Shop, article, variant and sheet -> what was answered."""
    lines = (DATA / "proofread" / "tags.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    return {(row["shop"], row["article"], row["variant"], row["sheet"]): row for row in told}


def manners(folder: Path) -> Iterator[Case]:
    """The articles of a shop with the three lies of `manners.toml` each."""
    ledger = read_ledger(load_shop(folder)).as_of(ON)
    markets = {market.locale: market for market in ledger.shop.markets}
    told = tomllib.loads((folder / "manners.toml").read_text(encoding="utf-8"))["lie"]
    for path in sorted((folder / "articles").glob("*.md")):
        mine = [(lie["kind"], lie["old"], lie["new"]) for lie in told if lie["file"] == path.stem]
        text, places = put(path.read_text(encoding="utf-8"), mine)
        draft = parse_draft(text, path.name)
        yield Case(folder.name, path.stem, "v", Reading(draft, ledger, markets[draft.market], ON), places)


def honest(folder: Path) -> Iterator[Case]:
    """The articles of a shop as they are."""
    return (case for case in shop_cases(folder) if case.variant == "h")


def corpus_manners(name: str) -> Iterator[Case]:
    """A corpus with its lies of these kinds, as many in one text as stand apart, and without any."""
    corpus = read_corpus(SHIPPED / name)
    for original in corpus.originals:
        yield from of_corpus(corpus, original, "m", frozenset(KINDS))


def seen(case: Case) -> tuple[list[Finding], list[Finding]] | None:
    """What the checks find of these kinds, and with the proofreader; None: its answer is of another sheet."""
    page = sheet_of(case)
    row = rows().get((case.shop, case.article, case.variant, digest(page)))
    if row is None:
        return None
    found = [
        f
        for f in examine(case.reading)
        if f.severity is not Severity.NOTE and not f.rule.startswith(OF_CLAIMS)
    ]
    first = weigh(found, NOTHING, page, case.reading)
    told = [each.split(":") for each in map(str, row["tags"])]
    known = [Tagged(int(line), tags()[name.strip()]) for line, name in told if name.strip() in tags()]
    waiting = meant(found, known, first)
    doubts = together([_marks(first), Doubts(frozenset(), tuple(each.mark for each in waiting))])
    answers = {
        tuple(mark) if isinstance(mark, list) else (): n for n, mark in enumerate(row.get("marks", []))
    }
    places = {answers.get((m.line, m.words, m.asked), -1): n for n, m in enumerate(doubts.marks)}
    denied, affirmed = (
        frozenset(places[n] for n in row.get(word, []) if isinstance(n, int) and n in places)
        for word in ("denied", "affirmed")
    )
    words = {doubts.marks[n] for n in denied}
    kept = [
        f for f in found if not any(m.line in {x.number for x in first.told.lines(f.span)} for m in words)
    ]
    return found, [*kept, *confirmed(waiting, Second(NOTHING, denied, affirmed), doubts)]


def _marks(first: Weighed) -> Doubts:
    return Doubts(frozenset(), doubted(first).marks)


def _is_at(lie: Lie, found: Sequence[Finding]) -> bool:
    return any(f.span[0] < lie.end + NEAR and lie.start - NEAR < f.span[1] for f in found)


def main(*, is_long: bool) -> None:
    lies: Counter[tuple[str, str]] = Counter()
    hits = {side: Counter[tuple[str, str]]() for side in (0, 1)}
    said: list[str] = []
    stale = texts = 0
    groups = [("six shops", case) for name in SHOPS for case in manners(DATA / "unread" / name)]
    groups += [("two corpora", case) for name in CORPORA for case in corpus_manners(name)]
    groups += [("honest", case) for name in SHOPS for case in honest(DATA / "unread" / name)]
    for group, case in groups:
        both = seen(case)
        if both is None:
            stale += 1
            continue
        texts += not case.lies
        for lie in case.lies:
            lies[group, lie.kind] += 1
            for side in (0, 1):
                hits[side][group, lie.kind] += _is_at(lie, both[side])
            if not _is_at(lie, both[1]):
                said.append(
                    f"  missed {case.shop} {case.article} {lie.kind}: {case.reading.quote((lie.start, lie.end))!r}"
                )
        new = [f for f in both[1] if f not in both[0] and not any(_is_at(lie, [f]) for lie in case.lies)]
        said += [f"  taken for one: {case.shop} {case.article} {f.rule} {f.quote!r}" for f in new]
    out = [
        f"{group:12} {kind:12} {hits[0][group, kind]:>3} -> {hits[1][group, kind]:>3} of {n}"
        for (group, kind), n in lies.items()
    ]
    wrong = sum(each.startswith("  taken") for each in said)
    out.append(
        f"{sum(hits[0].values())} -> {sum(hits[1].values())} of {lies.total()} lies; {wrong} honest lines of all texts ({texts} without a lie) taken for one; {stale} stale"
    )
    say("\n".join([*out, *(said if is_long else [])]))


if __name__ == "__main__":
    main(is_long="-v" in sys.argv)
