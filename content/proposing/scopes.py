"""What stands over a block of a page: its headings, and the line in front of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from content.checks.view import fold, low
from content.lexicon.keys import key_of
from content.proposing.blocks import Block
from content.proposing.wording import About, about, has, joint, patterns


@dataclass(frozen=True, slots=True)
class Names:
    """Words of this shop: its own name says nothing in a heading, a thing it sells says what the section is about."""

    own: frozenset[str]
    sold: frozenset[str]


@dataclass(slots=True)
class _Over:
    level: int
    about: About
    is_used: bool = False


def scoped(blocks: Sequence[Block], language: str, names: Names) -> Iterator[tuple[Block, About]]:
    """Every block that states something, with what is over it; `is_plain` is false where that was not understood.

    A heading of which a word is unknown takes its topic with it and keeps the country; with a country, a route or a
    ware in it (`Delivery of tents`) nothing below it is read.
    """
    headings: list[_Over] = []
    leads: list[_Over] = []
    for block, behind in zip_longest(blocks, blocks[1:]):
        if block.kind == "heading":
            leads.clear()
            while headings and headings[-1].level >= block.level:
                headings.pop()
            said = _heading(block.text, language, names, _last(headings))
            is_over = behind is not None and behind.kind == "heading" and behind.level > block.level
            if is_over and not said.is_plain and _is_title(block.text, said, language, names):
                said = replace(_last(headings), topics=(), routes=())
            headings.append(_Over(block.level, said))
            continue
        while leads and (block.kind == "lead" or (leads[-1].is_used and block.kind == "text")
                         or (block.kind == "item" and block.level <= leads[-1].level)):  # fmt: skip
            if block.kind == "lead" and block.level > leads[-1].level:
                break
            leads.pop()
        over = _last(leads, _last(headings))
        for lead in leads:
            lead.is_used = True
        is_over = (
            block.kind == "item"
            and behind is not None
            and behind.kind == "item"
            and behind.level > block.level
        )
        if block.kind == "lead" or is_over:
            leads.append(_Over(block.level, label(block.text, language, names, over)))
        if block.kind != "lead":
            yield block, over


def label(text: str, language: str, names: Names, outer: About, head: str = "") -> About:
    """What a label, a lead or the head of a column says, in what stands around it; `head` is over its column."""
    folded = low(fold(text))
    own = about(folded, language, names.own, outer)
    if has(low(fold(head)), "method", language) and _is_name(folded, own, names):
        own = replace(own, routes=(key_of("attribute", text),), is_plain=True)
    is_barred = has(folded, "no", language) and not own.is_elsewhere
    return replace(own, is_plain=own.is_plain and not is_barred).under(outer)


def _is_name(folded: str, own: About, names: Names) -> bool:
    """Whether nothing but a route's own name stands there: no place, no figure, no ware, nothing in brackets."""
    is_more = (
        bool(own.routes or own.countries) or own.is_elsewhere or re.search(r"[\d()/,]", folded) is not None
    )
    return not own.is_plain and not is_more and not any(name in folded for name in names.sold)


def _is_title(text: str, said: About, language: str, names: Names) -> bool:
    """Whether a heading lists what the page is about (`Delivery and assembly`): those below it say which of them.

    One of its matters must be a topic and nothing else: `Returns of beds and pillows` narrows what is below it.
    """
    folded = low(fold(text))
    matters = [about(part, language, names.own) for part in re.split(joint(language), folded)]
    is_narrow = said.countries or said.routes or said.is_elsewhere or has(folded, "no", language)
    is_sold = any(name in folded for name in names.sold)
    return (
        not (is_narrow or is_sold)
        and len(matters) > 1
        and any(each.topics and each.is_plain for each in matters)
    )


def _heading(text: str, language: str, names: Names, outer: About) -> About:
    whole = low(fold(text))
    folded = patterns(language)["headed"].sub(" ", whole)
    own = about(folded, language, names.own, outer)
    rest, count = patterns(language)["excluding"].subn(" ", folded)
    if count and about(rest, language, names.own, outer).is_plain:
        return replace(own, topics=("returns",), is_plain=False, is_excluding=True).under(outer)
    if own.is_plain and not has(folded, "no", language):
        found = replace(own, kind=None).under(outer)
        return found if folded == whole else replace(found, topics=(), beside=own.topics)
    says_what = own.topics or own.countries or own.routes or own.is_elsewhere
    if says_what or any(name in folded for name in names.sold) or has(folded, "no", language):
        return replace(own, is_plain=False).under(outer)
    return replace(outer, topics=(), routes=())


def _last(over: list[_Over], otherwise: About = About()) -> About:  # noqa: B008  frozen
    return over[-1].about if over else otherwise
