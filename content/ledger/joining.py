"""The facts of variants as those of their family: what agrees stays one, what differs stands side by side."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from content.ledger.blanks import left_blank, while_sold
from content.ledger.stated import Stated
from content.ledger.titles import common_title
from content.records import UNKNOWN, Choice, Many, Money, Quantity, Span, Text, Unknown, Value

_Side = Quantity | Span | Money | Choice
_DAY = timedelta(days=1)


def joined(sides: Sequence[tuple[Stated, ...]]) -> Iterator[Stated]:
    """What a family states, from what each of its variants does; one variant states it as it is. What a variant leaves
    blank in a list that repeats itself is unknown of the family; of what it comes in, the others still tell."""
    if len(sides) == 1:
        yield from sides[0]
        return
    found: dict[tuple[str, str | None], list[Stated]] = defaultdict(list)
    for stated in while_sold(sides):
        for one in stated:
            found[one.key, one.market].append(one)
    blank = left_blank(sides)
    for (key, _), same in found.items():
        if key in blank and not _are_choices(same):
            yield same[0]._replace(value=UNKNOWN, valid_from=None, valid_until=None)
        elif any(one.valid_from or one.valid_until for one in same):
            yield from _in_time(same)
        else:
            yield same[0]._replace(value=join([one.value for one in same], same[0].key))


def _are_choices(same: Sequence[Stated]) -> bool:
    """Whether it is several words that a reader can choose from: "it comes in black" needs no other colour."""
    values = {one.value for one in same}
    return len(values) > 1 and all(isinstance(value, Choice) for value in values)


def _in_time(same: Sequence[Stated]) -> Iterator[Stated]:
    """Joined period by period: while one variant is on sale the family has its sale price beside the others."""
    begins = {one.valid_from for one in same if one.valid_from}
    begins |= {one.valid_until + _DAY for one in same if one.valid_until}
    last: Stated | None = None
    for first, until in _periods(sorted(begins)):
        inside = [one for one in same if _holds(one, first, until)]
        if not inside:
            continue
        value = join([one.value for one in inside], same[0].key)
        if last and last.value == value and last.valid_until and first == last.valid_until + _DAY:
            last = last._replace(valid_until=until)
            continue
        if last:
            yield last
        last = inside[0]._replace(value=value, valid_from=first, valid_until=until)
    if last:
        yield last


def _periods(begins: Sequence[date]) -> Iterator[tuple[date | None, date | None]]:
    starts: list[date | None] = [None, *begins]
    for place, start in enumerate(starts):
        after = starts[place + 1] if place + 1 < len(starts) else None
        yield start, after - _DAY if after else None


def _holds(one: Stated, first: date | None, until: date | None) -> bool:
    """Whether a statement holds through a period; periods never cross a border of a statement."""
    begins = one.valid_from is None or (first is not None and one.valid_from <= first)
    return begins and (one.valid_until is None or (until is not None and until <= one.valid_until))


def join(values: Sequence[Value], key: str = "") -> Value:
    """One value for a family: equal ones stay one, numbers and choices stand side by side in row order.

    A yes beside a no, or anything beside a stated unknown, is unknown: it depends on the variant.
    """
    distinct = list(dict.fromkeys(values))
    if len(distinct) == 1:
        return distinct[0]
    if key == "availability":
        return True in distinct if any(isinstance(value, bool) for value in distinct) else UNKNOWN
    if all(isinstance(value, Text) for value in distinct):
        return _joined_text([value for value in distinct if isinstance(value, Text)], key)
    sides: list[_Side] = []
    for value in distinct:
        if isinstance(value, Many):
            sides += value.values
        elif isinstance(value, Quantity | Span | Money | Choice):
            sides.append(value)
        else:
            return UNKNOWN
    return Many(tuple(dict.fromkeys(sides)))


def _joined_text(texts: Sequence[Text], key: str) -> Text | Unknown:
    """Languages in which all variants say the same; titles keep the words they share, addresses the first."""
    by_language: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for language, words in text.by_language:
            by_language[language].append(words)
    if key == "title":
        return Text(tuple((language, common_title(words)) for language, words in by_language.items()))
    if key == "url":
        return Text(tuple((language, words[0]) for language, words in by_language.items()))
    same = tuple((language, words[0]) for language, words in by_language.items() if len(set(words)) == 1)
    return Text(same) if same else UNKNOWN
