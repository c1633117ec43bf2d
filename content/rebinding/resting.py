"""What each block of a text rests on: the facts it shows, and those that the checks see it rest on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from content.checks.blocks import body_at
from content.checks.reading import Reading, Sentence
from content.errors import DraftError, LedgerGap
from content.ledger.ledger import Ledger
from content.rebinding.own_words import complete_lists, own_words
from content.rebinding.said import comparing, materials, numbers, yes_and_no
from content.rebinding.wholes import alike_and_apart, exclusive, labelled, silences
from content.records import Draft, Reliance
from content.references import parted, readable
from content.reliance import is_claim, state
from seo.records import Market

NOT_FACTS: Final = ("name", "short", "url")  # no fact that could make a sentence untrue
NOTHING: Mapping[int, Sequence[str]] = MappingProxyType({})
_GAP: Final = "\n\n"
_HEADS: Final = {"title", "description"}
_SEEN: Final = (numbers, yes_and_no, materials, comparing, labelled, exclusive, alike_and_apart, silences)


def resting(
    draft: Draft,
    ledger: Ledger,
    market: Market,
    on: date | None = None,
    declared: Mapping[int, Sequence[str]] = NOTHING,
) -> tuple[Reliance, ...]:
    """Facts and claims under each block (0-based, split at blank lines), with what each says today.

    Numbers, yes and no, choices and comparisons count where the checks prove them; what title and description
    say stands under the first block. `declared` is what the writer says a block rests on: taken where the ledger
    knows it (`advice.<id>` for `advice(<id>)`), else dropped. Nothing is guessed: a sentence the checks cannot
    follow rests on nothing here.
    """
    blocks = draft.body.split(_GAP)
    found: dict[int, dict[str, None]] = {number: {} for number in range(len(blocks))}
    for number, each in _all(draft, blocks, ledger, market, on):
        found[number][each] = None
    for number, references in declared.items():
        if number in found:
            found[number] |= dict.fromkeys(_valid(references, ledger, market, on))
    return tuple(
        Reliance(number, each, state(each, ledger, market, on))
        for number, references in found.items()
        for each in references
    )


def _all(
    draft: Draft, blocks: Sequence[str], ledger: Ledger, market: Market, on: date | None
) -> Iterator[tuple[int, str]]:
    yield from ((number, each) for number, block in enumerate(blocks) for each in shown(block))
    bare = replace(draft, source="", offset=0, title_at=0, description_at=None, author_at=None, relies=())
    reading = Reading(bare, ledger, market, on)
    starts = list(accumulate((len(block) + len(_GAP) for block in blocks), initial=0))
    for look in _SEEN:
        for sentence, each in look(reading):
            yield _block(sentence, reading, starts), each
    yield from own_words(blocks, ledger, market)
    yield from complete_lists(blocks, ledger, market)


def shown(text: str) -> tuple[str, ...]:
    """The facts a Markdown block prints, of a list the one entry; names, addresses and the like are none."""
    facts = [fact for reference in readable(text) for fact in reference.facts]
    return tuple(dict.fromkeys(fact for fact in facts if parted(fact)[1] not in NOT_FACTS))


def _block(sentence: Sentence, reading: Reading, starts: Sequence[int]) -> int:
    if sentence.block.kind in _HEADS:
        return 0
    at = sentence.block.view.span(sentence.start, sentence.end)[0] - body_at(reading.draft)
    return max(0, bisect_right(starts, at) - 1)


def _valid(references: Iterable[str], ledger: Ledger, market: Market, on: date | None) -> Iterator[str]:
    for each in references:
        kind, _, name = each.partition(".")
        written = f"{kind}({name})" if kind in {"advice", "evidence"} else each.strip()
        if _is_known(written, ledger, market, on):
            yield written


def _is_known(reliance: str, ledger: Ledger, market: Market, on: date | None) -> bool:
    """Whether it can be worked out, and speaks of subjects and attributes that the ledger has."""
    try:
        now = state(reliance, ledger, market, on)
    except (DraftError, LedgerGap, KeyError, ValueError):
        return False
    if now == "gone":
        return False
    words = reliance.partition("(")[2].removesuffix(")") if is_claim(reliance) else reliance
    if not is_claim(reliance) and "." not in reliance:
        return False
    parts = [p.strip() for part in words.split(";") for p in part.split("+")]
    return all(_exists(part, ledger) for part in parts if part)


def _exists(part: str, ledger: Ledger) -> bool:
    """A reference, a product, a category, a key or an amount."""
    subject, key, _ = parted(part)
    if "." in part and not part[0].isdigit():
        return any(fact.key == key for fact in ledger.facts(subject)) or (
            subject in ledger.products and key in ledger.stated()[0]
        )
    if part.startswith("category:"):
        return part.removeprefix("category:") in ledger.categories()
    keys = ledger.stated()[0]
    is_own = part in {a.id for a in ledger.advice} | {e.id for e in ledger.evidence}
    return part in ledger.products or is_own or part[0].isdigit() or all(k in keys for k in part.split("&"))
