"""Lists that belong together: "24 and 28 cm … 1,580 and 1,150 g" gives each variant the other one's weight."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from content.checks.amounts import Amount
from content.checks.rulings import Ruling
from content.checks.stated import Numbers, Stated, agrees

_GAP = 16  # letters between two numbers of one list
Proven = tuple[Amount, Ruling]
Order = tuple[str, ...]


def runs(proven: Sequence[Proven]) -> Iterator[list[Proven]]:
    """Numbers of one attribute that stand right behind each other, two or more of them."""
    run: list[Proven] = []
    for first, second in pairwise([*proven, None]):
        if first is None:
            continue
        run.append(first)
        is_same = (
            second is not None
            and first[1].stated is not None
            and second[1].stated is not None
            and first[1].stated.key == second[1].stated.key
            and second[0].start - first[0].end <= _GAP
        )
        if not is_same:
            if len(run) > 1:
                yield run
            run = []


def order(run: Sequence[Proven], numbers: Numbers, variants: Sequence[str]) -> Order:
    """The variants a list names, in its order; empty when one of its numbers fits none or several."""
    found = [_only(amount, ruling.stated, numbers, variants) for amount, ruling in run]
    return tuple(found) if all(found) and len(set(found)) == len(found) else ()


def _only(amount: Amount, stated: Stated | None, numbers: Numbers, variants: Sequence[str]) -> str:
    fitting = [
        variant for variant in variants
        if stated is not None and any(s.key == stated.key and agrees(amount, s) for s in numbers.of(variant))
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else ""
