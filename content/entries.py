"""One entry of a list by its own written form: `{{kieselstein.size.110-116}}` of 86-92 | 98-104 | 110-116.

An entry goes by its value and not by its place: with one more size in front "the third" is another size, and a sentence
about it becomes untrue without anybody seeing it. A value means the same for ever. When the shop no longer has it, the
reference is broken, and the page is held. A price is no entry: it changes, and what changes cannot be a name.
"""

from collections.abc import Iterator
from typing import Final

from content.ledger.ledger import digest
from content.ledger.units import convert, units
from content.records import Choice, Quantity, Span, Value, sides_of
from content.references import entry_name

Entry = Quantity | Span | Choice
MOST: Final = 6  # told in a message


def entries(value: Value) -> tuple[Entry, ...]:
    """What can be named alone: the sides of a list, one value as a list of one; prices and whole texts never."""
    sides = sides_of(value)
    known = tuple(side for side in sides if isinstance(side, Quantity | Span | Choice))
    return known if len(known) == len(sides) else ()


def names(value: Value) -> tuple[str, ...]:
    """How the entries of a list of several are named, in its order; of two that read the same neither is."""
    said = [name_of(side) for side in entries(value)]
    return tuple(name for name in said if name and said.count(name) == 1) if len(said) > 1 else ()


def entry_of(value: Value, name: str) -> Entry | None:
    """The entry of this name, stated in this unit or in another one; None when there is none, or more than one."""
    own = [side for side in entries(value) if name_of(side) == name]
    found = own or [side for side in entries(value) if name in _in_other_units(side)]
    return found[0] if len(found) == 1 else None


def fault(subject: str, key: str, name: str, value: Value) -> str:
    """What is wrong with a reference to an entry that cannot be shown, and how to cure it."""
    written, whole = f"{{{{{subject}.{key}.{name}}}}}", f"{{{{{subject}.{key}}}}}"
    known = names(value)
    if not known:
        return f"{written}: {key!r} of {subject!r} is no list of entries: write {whole}, or take the sentence out."
    shown = ", ".join(known[:MOST]) + (", …" if len(known) > MOST else "")
    return (
        f"{written}: {key!r} of {subject!r} has no entry {name!r}; it has {shown}: "
        "name one of these, or take the sentence out."
    )


def name_of(side: Entry) -> str:
    """`110-116`, `137-cm`, `stainless-steel`; empty when nothing of it can stand in a reference."""
    return entry_name(digest(side))


def _in_other_units(side: Entry) -> Iterator[str]:
    """Its names in every unit it can be stated in: `137-cm` is still there when the catalogue says 1.37 m."""
    if isinstance(side, Choice):
        return
    for unit in units():
        ends = (side.amount,) if isinstance(side, Quantity) else (side.low, side.high)
        same = [amount for end in ends if (amount := convert(end, side.unit, unit)) is not None]
        if len(same) == len(ends):
            whole = Quantity(same[0], unit) if isinstance(side, Quantity) else Span(same[0], same[1], unit)
            yield name_of(whole)
