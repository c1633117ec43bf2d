"""What one page is about, where its aspect holds things that have nothing to do with each other.

"Features" is whatever a product has, and durability both rain and repair: a page found by "reproofing a rain jacket" is
not one about hoods over helmets. It keeps what its question and its search name, and the few things that a reader needs
to act on that or choose by it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from content.briefs.aftersales import turns_on
from content.briefs.asked import Answerable
from content.briefs.grounds import Grounds
from content.briefs.mentioned import RELATIONS
from content.lexicon.lexicon import UNKNOWN_ASPECT
from content.plan.answers import HIDDEN
from content.plan.catalogue import SECONDARY, differences
from content.plan.concepts import CHOOSE, SHOP_ASPECTS
from content.records import Advice
from content.writing.page import own_advice

LOOSE = frozenset({UNKNOWN_ASPECT, "durability"})
SEVERAL = 3  # people who ask of another feature give it a section of its own ...
FEW = 2  # ... and so many where nobody's advice is on the page's own
MUCH = 50.0  # of demand, a percentile: it is searched more than half of what is searched
MOST_BESIDE = 3  # attributes beside those the page is named for
MOST_TO_CHOOSE = 2  # of them where nobody's advice says which
AFTER_A_FAULT = ("repairable", "warranty")
NO_REASON = frozenset({"price", "colour", "pattern"}) | HIDDEN
"""Nobody chooses between two jackets that can be reproofed by what stands here."""


def text_of(grounds: Grounds, main: Answerable | None) -> str:
    """What the page is named by: its question, else its search."""
    return main.text if main else grounds.assignment.topic.name


def scoped(
    grounds: Grounds, asked: Sequence[Answerable], main: Answerable | None
) -> tuple[Grounds, tuple[Answerable, ...]]:
    """The page and its questions without what belongs to another one; as they were where its aspect is one matter, or
    where nothing of it is named."""
    lexicon, aspect = grounds.ledger.lexicon, grounds.assignment.aspect
    named = _named(grounds, main)
    if aspect not in LOOSE or not any(lexicon.aspect(key) == aspect for key in named):
        return grounds, tuple(asked)
    narrow = replace(grounds, named=named)
    off = frozenset(f"advice.{a.id}" for a in narrow.ledger.advice if not _is_on_it(a, narrow, main))
    narrow = replace(narrow, page=replace(narrow.page, taken=narrow.page.taken | off))
    kept = tuple(each for each in asked if each == main or _belongs(each, asked, narrow))
    keys = (*named, *_beside(narrow, main))
    open_ = {*keys, *(key for each in kept for key in _asked_for(each))}
    assignment = replace(
        narrow.assignment,
        attributes=keys,
        missing=tuple(m for m in narrow.assignment.missing if m.key in open_ or m.key == aspect),
    )
    return replace(narrow, page=replace(narrow.page, assignment=assignment)), kept


def _named(grounds: Grounds, main: Answerable | None) -> tuple[str, ...]:
    """The attributes that the page's question and search name, as far as any product has them."""
    searched = grounds.page.vocabulary.understand(grounds.assignment.topic.name).keys("attribute")
    faulty = AFTER_A_FAULT if turns_on(text_of(grounds, main), grounds.language) else ()
    keys = dict.fromkeys([*(main.keys if main else ()), *searched, *faulty])
    return tuple(key for key in keys if key not in NO_REASON and _is_ours(key, grounds))


def _belongs(each: Answerable, asked: Sequence[Answerable], grounds: Grounds) -> bool:
    """Whether a question asks of what the page is named for, of no feature, or of one that several ask for."""
    wanted = _asked_for(each)
    if not wanted or wanted & set(grounds.named):
        return True
    people = sum(other.count for other in asked if wanted & _asked_for(other))
    enough = FEW if own_advice(grounds.page) is None else SEVERAL
    return people >= enough or bool(wanted & set(_much_searched(grounds)))


def _asked_for(each: Answerable) -> set[str]:
    return {*each.keys, *(key for _, key in each.gaps)}


def _much_searched(grounds: Grounds) -> Iterator[str]:
    """Attributes of the page's aspect that strong searches name; a question of a customer's is no search."""
    topic, lexicon = grounds.assignment.topic, grounds.ledger.lexicon
    asked = {question.text for question in topic.questions}
    for keyword in topic.keywords:
        if keyword.demand >= MUCH and keyword.phrase not in asked:
            said = grounds.page.vocabulary.understand(keyword.phrase).keys("attribute")
            yield from (key for key in said if lexicon.aspect(key) == grounds.assignment.aspect)


def _is_on_it(advice: Advice, grounds: Grounds, main: Answerable | None) -> bool:
    """Whether advice speaks of what the page is named for, or of what breaks where the page does."""
    if main and main.advice == advice.id:
        return True
    language = grounds.page.tongue(advice.answer)
    said = "\n".join(text for each in (advice.title, advice.answer) if (text := each.get(language)))
    if turns_on(text_of(grounds, main), grounds.language) and turns_on(said, language or grounds.language):
        return True
    return bool(language) and bool(set(grounds.spoken(advice)) & set(grounds.named))


def _beside(grounds: Grounds, main: Answerable | None) -> tuple[str, ...]:
    """What else the page rests on: what is searched much, what its question names besides, what the advice speaks of;
    where there is none of it, what tells these products apart most."""
    own = own_advice(grounds.page)
    keys = [
        *_much_searched(grounds),
        *_of_other_aspects(grounds, main),
        *(grounds.spoken(own) if own else ()),
    ]
    found = _fit(keys, grounds)[:MOST_BESIDE]
    if found or own is not None:
        return found
    each = grounds.assignment
    telling = differences(grounds.ledger, each.category, grounds.market, fewest=2).get(CHOOSE, ())
    others = [k for k in telling if grounds.ledger.lexicon.aspect(k) not in (each.aspect, *SECONDARY)]
    return _fit(others, grounds)[:MOST_TO_CHOOSE]


def _of_other_aspects(grounds: Grounds, main: Answerable | None) -> list[str]:
    """Attributes of another aspect that the page's question names: "reproofing after the wash"."""
    return [
        key
        for key in grounds.ledger.keys(grounds.handles)
        if grounds.ledger.lexicon.aspect(key) in _besides(grounds, main)
    ]


def advice_besides(grounds: Grounds, main: Answerable | None) -> tuple[Advice, ...]:
    """The shop's advice on another aspect that the question of a narrowed page names, one at most."""
    page, wanted = grounds.page, _besides(grounds, main) if grounds.named else set()
    own = own_advice(page)
    found = (
        each
        for each in page.ledger.advice
        if each.aspect in wanted
        and each != own
        and grounds.is_about_us(each.about)
        and page.tongue(each.answer)
    )
    return tuple(found)[:1]


def _besides(grounds: Grounds, main: Answerable | None) -> set[str]:
    """The aspects that the page's question names beside the page's own."""
    said = grounds.page.vocabulary.understand(text_of(grounds, main)).keys("aspect")
    return set(said) - {grounds.assignment.aspect, *RELATIONS, *SHOP_ASPECTS}


def _fit(keys: Sequence[str], grounds: Grounds) -> tuple[str, ...]:
    rest = [key for key in dict.fromkeys(keys) if key not in NO_REASON and key not in grounds.named]
    return tuple(key for key in rest if _is_ours(key, grounds))


def _is_ours(key: str, grounds: Grounds) -> bool:
    return any(grounds.is_known(handle, key) for handle in grounds.handles)
