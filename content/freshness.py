"""What a page shows and rests on, and which of it has changed since: pure functions, one pass over a page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from content.errors import DraftError, LedgerGap
from content.figures.written import charted_facts
from content.ledger.ledger import Ledger, digest
from content.ledger.worded import worded_state
from content.records import UNKNOWN, Article, Draft, Reliance
from content.references import find_references, parted, readable
from content.reliance import GONE, agrees, covered, is_claim, state
from content.rendering import render
from content.written_form import written_forms
from seo.records import Market

GAP = "nothing to show"
_OWN_WORDS = re.compile(r"(advice|evidence)\((.*)\)")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a page shows (`137 cm`) or rests on (`true`), as the ledger had it."""

    kind: Literal["shows", "rests on"]
    what: str  # `aldermoor.width`, `min(aldermoor.width)`, `highest(width; category:curtains)`
    said: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a page says or rests on was one thing and is another now."""

    what: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Shaken:
    """A passage of the body that is no longer so: where it stands, and what moved under it."""

    span: tuple[int, int]  # code points of the body
    change: Change


def basis(article: Article, ledger: Ledger, on: date) -> tuple[Said, ...]:
    """Everything a page shows and rests on, in its market on this day: the page's key."""
    draft, market = article.draft, article.assignment.market
    forms = written_forms(draft)
    shown = dict.fromkeys(
        [*_sources(draft), *(f"{h}.{key}" for h in article.assignment.handles for key in ("name", "url"))]
    )
    shows = (Said("shows", source, _shown(source, ledger, market, on, forms)) for source in shown)
    needed = dict.fromkeys(each.reference for each in conditions(draft))
    rests = (Said("rests on", each, state(each, ledger, market, on)) for each in needed)
    return (*shows, *rests)


def since_writing(draft: Draft, ledger: Ledger, market: Market, on: date) -> tuple[Change, ...]:
    """What has changed on a page that nobody has looked at since it was written."""
    printed = {fact for text in (draft.title, draft.description, draft.body) for fact in _printed(text)}
    counts = printed | {each.reference for each in conditions(draft)}
    then = {each.reference: each.value for each in draft.relies if each.reference in counts}
    before = [Said("rests on", what, said) for what, said in then.items()]
    after = [Said("rests on", what, state(what, ledger, market, on)) for what in then]
    return changes(before, after)


def conditions(draft: Draft) -> Iterator[Reliance]:
    """The reliances that must stay as they were for the text to stay true.

    A fact that its passage prints is printed anew. One that the passage only rests on must not change, unless
    a claim beside it says what of it matters: of the five widths under "the widest", the one at the end.
    One entry that is printed is not the whole list: with a further size it is still sold.
    """
    blocks = draft.body.split("\n\n")
    for number, reliances in _by_block(draft).items():
        printed = set(_printed(blocks[number] if number < len(blocks) else ""))
        free = covered(each.reference for each in reliances)
        for each in reliances:
            key = parted(each.reference)[1]
            if is_claim(each.reference) or (key not in free and each.reference not in printed):
                yield each


def changes(before: Sequence[Said], after: Sequence[Said]) -> tuple[Change, ...]:
    """What differs, once each; a figure that says the same in another unit does not."""
    then = {(each.kind, each.what): each.said for each in before}
    moved = {
        each.what: Change(each.what, then[each.kind, each.what], each.said)
        for each in after
        if (each.kind, each.what) in then and not agrees(then[each.kind, each.what], each.said)
    }
    return tuple(moved.values())


def shaken(draft: Draft, ledger: Ledger, market: Market, on: date | None) -> Iterator[Shaken]:
    """Passages that the facts no longer bear out."""
    blocks = draft.body.split("\n\n")
    for each in conditions(draft):
        now = state(each.reference, ledger, market, on)
        if not agrees(each.value, now):
            change = Change(each.reference, each.value, now)
            yield Shaken(_passage(blocks, each.block, each.reference), change)


def edges(ledger: Ledger) -> frozenset[date]:
    """Days on which a fact of the ledger begins to hold, or no longer does."""
    facts = [fact for subject in ledger.subjects() for fact in ledger.facts(subject)]
    begun = {fact.valid_from for fact in facts if fact.valid_from}
    return frozenset(
        begun | {date.fromordinal(f.valid_until.toordinal() + 1) for f in facts if f.valid_until}
    )


def _by_block(draft: Draft) -> Mapping[int, list[Reliance]]:
    found: dict[int, list[Reliance]] = {}
    for each in draft.relies:
        found.setdefault(each.block, []).append(each)
    return found


def _passage(blocks: Sequence[str], number: int, reliance: str) -> tuple[int, int]:
    """The line of a block that speaks of the fact's product, else the block."""
    if number >= len(blocks):
        return (0, 0)
    start = sum(len(block) + 2 for block in blocks[:number])
    subject = re.split(r"[(.;]", reliance.removeprefix("unknown("))[0].strip()
    at = start
    for line in blocks[number].split("\n"):
        if f"{{{{{subject}." in line:
            return (at, at + len(line))
        at += len(line) + 1
    return (start, start + len(blocks[number]))


def _sources(draft: Draft) -> list[str]:
    try:
        said = [r.source for t in (draft.title, draft.description, draft.body) for r in find_references(t)]
    except DraftError:
        return []  # the checks say so
    return [*said, *charted_facts(draft.body)]


def _printed(text: str) -> list[str]:
    """The facts a text shows, in words or in a chart."""
    said = [fact for reference in readable(text) for fact in reference.facts]
    return [*said, *charted_facts(text)]


def _shown(source: str, ledger: Ledger, market: Market, on: date, forms: Mapping[str, str]) -> str:
    """A reference as it reads, with what it says to machines; a product that has gone shows nothing."""
    try:
        words = render(f"{{{{{source}}}}}", ledger, market, "html", on, forms)
    except LedgerGap:
        return GAP
    return re.sub(r"<data [^>]*value=\"([^\"]*)\">(.*)</data>", r"\2 [\1]", words)


def stated(what: str, ledger: Ledger, market: Market, on: date | None) -> str:
    """Where a fact stands, for the person who may have to correct it; empty for a claim over several."""
    if is_claim(what) or "(" in what:
        return ""
    subject, key, _ = parted(what)
    fact = ledger.fact(subject, key, market, on)
    place = f"{fact.source}, line {fact.row}" if fact.row else fact.source
    return f"{place}, column {fact.column!r}" if fact.source and fact.column else place


def in_words(change: Change) -> str:
    """What has changed, for the person who looks after the shop's files."""
    words = _OWN_WORDS.fullmatch(change.what)
    if words:
        what = "is no longer there" if change.now == "gone" else "was put in other words"
        return f"the shop's {words[1]} {words[2]!r} {what}"
    return f"{change.what} was {said_now(change.then)!r} and is {said_now(change.now)!r}"


def said_now(value: str) -> str:
    """A state in plain words: yes and no rather than true and false, prices as they are written."""
    plain = {"true": "yes", "false": "no", digest(UNKNOWN): "not stated", GONE: "no longer there"}
    return plain.get(value) or worded_state(value)
