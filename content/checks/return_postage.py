"""Who a text says pays to send something back: the shop or its customer.

Directive 2011/83/EU, Art. 14(1): the consumer bears the direct cost of returning goods unless the trader has agreed to
bear it or failed to inform the consumer of it (https://eur-lex.europa.eu/eli/dir/2011/83/oj). So one word turns it:
`at your expense`, `at ours`. Goods that are faulty or not those ordered go back at the seller's cost whatever the page
says (Directive (EU) 2019/771, Art. 14), and another size for them is another matter: neither is read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from content.checks.extract import small_pattern
from content.checks.policy import EDGES
from content.word_lists import pattern_of

_PAYERS: Final = {"ours": True, "our_expense": True, "yours": False, "your_expense": False}
_LATIN: Final = (r"(?<!\w)", r"(?!\w)")
_COMMA: Final = re.compile(r",(?!\d)|、|\. ")
_STOP: Final = re.compile(r";| - |—|/(?=\s)")
_BEFORE: Final = 20  # letters before who pays within which a negation turns it round
_TRIP: Final = 12  # letters behind it within which the return is what is paid
_BEHIND: Final = 24  # letters behind it within which that stands which is paid


@dataclass(frozen=True, slots=True)
class Paid:
    """Who pays for the way back by a stretch of a sentence; `is_of_some`: in a case it names, or in part."""

    by_shop: bool
    start: int
    end: int
    is_of_some: bool


@dataclass(frozen=True, slots=True)
class _Payer:
    by_shop: bool
    is_expense: bool  # "at our expense": no word for the postage is needed
    start: int
    end: int


def paid(text: str, before: tuple[str, ...], language: str) -> Iterator[Paid]:
    """What a sentence says of it, folded small letters; `before`: what stands right before it, and its heading."""
    for start, end in _parts(text, language):
        for payer, first, last in _shares(text, start, end, language):
            found = _thing(text, payer, first, last, before, language)
            if found is None:
                continue
            by_shop = payer.by_shop is not _is_denied(text, payer, first, last, language)
            place = min(payer.start, found[0]), max(payer.end, found[1])
            is_other = (
                _is_another_matter(text, place, before, language)
                if by_shop
                else _is_elsewhere(text, language)
            )
            if not is_other:
                yield Paid(by_shop, *place, _is_of_some(text, language, by_shop=by_shop))


def is_promise(text: str, start: int, end: int, before: tuple[str, ...], language: str) -> bool:
    """Whether words that may promise a free return do: not where who pays is said of faulty goods, of another one for
    them, or of the money paid back."""
    if not any(_words(name, language).search(text, start, end) for name in ("ours", "our_expense")):
        return True  # "free returns"
    of_money = _words("money", language).search(text, end, end + _BEHIND)
    return not of_money and not _is_another_matter(text, (start, end), before, language)


def is_about_returning(text: str, language: str) -> bool:
    """Whether a word of returning stands in it."""
    return _words("back", language).search(text) is not None


def _parts(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Stretches of a sentence that nothing joins: before and behind `;`, a dash, `but`."""
    ends = sorted(
        {0, *(m.start() for m in _STOP.finditer(text)), *_starts(text, "turn", language), len(text)}
    )
    yield from pairwise(ends)


def _starts(text: str, name: str, language: str) -> Iterator[int]:
    return (match.start() for match in _words(name, language).finditer(text))


def _shares(text: str, start: int, end: int, language: str) -> Iterator[tuple[_Payer, int, int]]:
    """Each who pays, and the words it may be said of: "delivery is on us, and the way back on you"."""
    payers = _payers(text, start, end, language)
    first = start
    for payer, following in zip(payers, [*payers[1:], None], strict=False):
        last = end if following is None else _cut(text, payer.end, following.start, language)
        yield payer, first, last
        first = last


def _cut(text: str, start: int, end: int, language: str) -> int:
    """Where one of two parts ends: at the first comma or `and` between them."""
    found = [_COMMA.search(text, start, end), _words("join", language).search(text, start, end)]
    return min((match.start() for match in found if match), default=end)


def _payers(text: str, start: int, end: int, language: str) -> list[_Payer]:
    """Of two that overlap the one whose own verb it is: "we ask that you pay" is yours."""
    found = sorted(
        (
            _Payer(by_shop, name.endswith("expense"), match.start(), match.end())
            for name, by_shop in _PAYERS.items()
            for match in _words(name, language).finditer(text, start, end)
        ),
        key=lambda payer: (payer.start, -payer.end, not payer.is_expense),
    )
    kept: list[_Payer] = []
    for payer in found:
        if kept and payer.start < kept[-1].end:
            if payer.end != kept[-1].end or payer.start == kept[-1].start:
                continue
            kept.pop()
        kept.append(payer)
    return kept


def _thing(
    text: str, payer: _Payer, first: int, last: int, before: tuple[str, ...], language: str
) -> tuple[int, int] | None:
    """Where that what is paid stands; None where it is something else, or nothing is said of it."""
    for start, end in (_segment(text, payer, first, last), (first, last)):
        if found := _words("postage", language).search(text, start, end):
            return found.span()
        of_money = _words("money", language).search(text, start, end)
        back = _words("back", language).search(text, start, end)
        trip = _words("trip", language).search(text, start, end)
        for found in (trip, back if payer.is_expense else None):
            if found and not of_money and _is_governed(text, payer, found.start(), language, _TRIP):
                return found.span()
        found = _cost(text, payer, start, end, language)
        if found and back and not of_money and _is_governed(text, payer, found.start(), language, _BEHIND):
            return found.span()
        if found and (of_money or _words("out", language).search(text, start, end)):
            return None
        if found and found.re is _words("cost", language) and _is_before(text[:start], before, language):
            return found.span()
    return None


def _is_governed(text: str, payer: _Payer, at: int, language: str, reach: int) -> bool:
    """Whether it stands before who pays, or right behind: "you pay at the door, and the return …" pays no return. "At
    your expense you may …" speaks of all that follows up to a comma."""
    is_joined = _cut(text, payer.end, at, language) >= at if at > payer.end else True
    return at < payer.end or (is_joined and (payer.is_expense or at - payer.end <= reach))


def _cost(text: str, payer: _Payer, start: int, end: int, language: str) -> re.Match[str] | None:
    for name in ("cost", "shipping"):
        for found in _words(name, language).finditer(text, start, end):
            if found.end() <= payer.start or payer.end <= found.start():
                return found
    return None


def _is_before(text: str, before: tuple[str, ...], language: str) -> bool:
    """Whether what stands before speaks of returning, and not of the way out."""
    return any(
        _words("back", language).search(each) and not _words("out", language).search(each)
        for each in (text, *before)
    )


def _segment(text: str, payer: _Payer, first: int, last: int) -> tuple[int, int]:
    """What stands between two commas."""
    start = max((m.end() for m in _COMMA.finditer(text, first, payer.start)), default=first)
    end = next((m.start() for m in _COMMA.finditer(text, payer.end, last)), last)
    return start, end


def _is_denied(text: str, payer: _Payer, first: int, last: int, language: str) -> bool:
    start, end = _segment(text, payer, first, last)
    if language == "ja":  # where it stands behind
        return _words("no", language).search(text, payer.start, end) is not None
    of_goods = [match.span() for match in _words("unwanted", language).finditer(text, start, payer.start)]
    return any(
        not any(begin <= match.start() < stop for begin, stop in of_goods)
        for match in _words("no", language).finditer(text, max(start, payer.start - _BEFORE), end)
    )


def _is_another_matter(text: str, place: tuple[int, int], before: tuple[str, ...], language: str) -> bool:
    """Whether what the shop pays for is sent back for a fault, under a guarantee, or for another one."""
    texts = [_words("slip", language).sub(" ", each) for each in (text, *before)]
    if any(_words("fault", language).search(each) for each in texts) or _is_exchange(text, language):
        return True
    if not is_about_returning(text, language) and any(_is_exchange(each, language) for each in before):
        return True
    start = max((m.end() for m in _COMMA.finditer(text, 0, place[0])), default=0)
    return (
        _words("cover", language).search(text, start, _cut(text, place[1], len(text), language)) is not None
    )


def _is_exchange(text: str, language: str) -> bool:
    return _words("swap", language).search(_words("both", language).sub(" ", text)) is not None


def _is_elsewhere(text: str, language: str) -> bool:
    """Whether what the customer pays for is another one, or is told of other shops. That the customer pays "unless it
    is faulty" is of a return."""
    return _is_exchange(text, language) or _words("elsewhere", language).search(text) is not None


def _is_of_some(text: str, language: str, *, by_shop: bool) -> bool:
    """Whether it is said of a sum, of members, or of a case that is no change of mind."""
    if by_shop and _words("some", language).search(text):
        return True
    if not by_shop and _words("fault", language).search(text):
        return False  # an exception, not a case
    return bool(_words("case", language).search(text) and not _words("mind", language).search(text))


@cache
def _words(name: str, language: str) -> re.Pattern[str]:
    before, behind = EDGES.get(language, _LATIN)
    words = pattern_of(__file__, name, language).replace("<w>", r"(?:[\w'-]+ )")
    return re.compile(f"{before}(?:{small_pattern(words)}){behind}")
