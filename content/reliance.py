"""What a sentence rests on without printing it: facts, and claims over facts from a small closed vocabulary.

A reliance is a reference, `aldermoor.can_be_cut`, one entry of a list, `kieselstein.size.110-116`, or a claim that is
worked out from the ledger:

    highest(width; category:curtains)   the product with the greatest amount; `lowest` likewise
    having(iron&can_be_cut; …)          the products that state yes to all of them; `lacking`: that state no
    unstated(iron; …)                   the products of which nobody has stated it
    same(colour; …)   differ(colour; …) whether all state one and the same value; whether two differ
    less(a.price; b.price)              whether the first is less: cheaper, lighter, shorter
    atleast(a.width; 120 cm)            whether it comes that large, `atmost` that small: "fits a 120 cm window"
    count(a.width)   members(…)         how many alternatives ("in five widths"); which products a line has
    unknown(a.width)                    whether nobody has stated it
    variants(a)   routes()              the forms a product comes in; the delivery routes to this market
    advice(id)   evidence(id)           the words of the shop's own people in this language, else in another

A set is categories and handles joined by `+`. Everything is worked out for one market on one day, and comes
out the same in whatever order and unit the catalogue states it.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from content.entries import entry_of
from content.errors import DraftError
from content.ledger.ledger import Ledger, digest
from content.ledger.units import units
from content.records import UNKNOWN, Advice, Money, Quantity, Span, Text, Value, sides_of
from content.references import parted
from content.tongues import tongue
from seo.records import Market

NOBODY, GONE = "none", "gone"
_CLAIM = re.compile(r"([a-z]+)\((.*)\)")
_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?)(?:-(-?\d+(?:\.\d+)?))?(?: (.+))?")
_LINE = "category:"
Amount = tuple[str, Decimal]  # dimension, size in its base unit


@dataclass(frozen=True, slots=True)
class View:
    """The ledger as one market sees it on one day."""

    ledger: Ledger
    market: Market
    on: date | None

    def value(self, subject: str, key: str) -> Value:
        """The fact's value."""
        return self.ledger.fact(subject, key, self.market, self.on).value

    def of(self, reference: str) -> Value:
        """The value of `handle.key`."""
        subject, _, key = reference.partition(".")
        return self.value(subject, key)

    def said(self, reference: str) -> str:
        """What a fact says now, or one entry of it; `gone` when the list has no such entry."""
        subject, key, entry = parted(reference)
        value = self.value(subject, key)
        found = entry_of(value, entry) if entry else value
        return GONE if found is None else digest(found)

    def products(self, written: str) -> list[str]:
        """The handles of a set, as the catalogue is now."""
        found: dict[str, None] = {}
        for part in filter(None, written.split("+")):
            line = part.removeprefix(_LINE)
            of_line = [family.handle for family in self.ledger.families(line)]
            found |= dict.fromkeys(of_line if part.startswith(_LINE) else [part])
        return sorted(found)


def is_claim(reliance: str) -> bool:
    """Whether it is worked out from several facts, rather than one fact."""
    return reliance.endswith(")")


def claim(name: str, *arguments: str) -> str:
    """A claim as it is written down: `claim("less", "a.price", "b.price")`."""
    if name not in CLAIMS:
        raise DraftError(f"{name!r} is no claim; there are {', '.join(sorted(CLAIMS))}.")
    return f"{name}({'; '.join(arguments)})"


def scope(handles: Sequence[str], ledger: Ledger) -> str:
    """A set as it is written down: by its categories when it holds all of their products, else by name."""
    lines = list(dict.fromkeys(ledger.products[h].category for h in handles if h in ledger.products))
    whole = {family.handle for line in lines if line for family in ledger.families(line)}
    if lines and all(lines) and whole == set(handles):
        return "+".join(f"{_LINE}{line}" for line in sorted(lines))
    return "+".join(sorted(handles))


def state(reliance: str, ledger: Ledger, market: Market, on: date | None = None) -> str:
    """What the ledger makes of it now: a value, `true`, `false`, names, or `unknown`."""
    view = View(ledger, market, on)
    if not is_claim(reliance):
        return view.said(reliance)
    name, arguments = _read(reliance)
    return CLAIMS[name](view, *arguments)


def agrees(then: str, now: str) -> bool:
    """Whether two states say the same: in another unit, order or number form they still do."""
    return then == now or meaning(then) == meaning(now)


def meaning(state: str) -> tuple[str, ...]:
    """A state's sides in base units, in one order: `1.37 m` and `137 cm` mean the same."""
    return tuple(sorted({_meant(side) for side in state.split(" | ")}))


def covered(reliances: Iterable[str]) -> frozenset[str]:
    """Attributes whose single facts need not stand still, because a claim says what the sentence needs."""
    return frozenset(
        key
        for each in reliances
        if is_claim(each) and (read := _read(each))[0] in _OVER_A_SET
        for key in read[1][0].split("&")
    )


def _read(reliance: str) -> tuple[str, list[str]]:
    found = _CLAIM.fullmatch(reliance)
    if not found or found[1] not in CLAIMS:
        raise DraftError(f"{reliance!r} is no claim; there are {', '.join(sorted(CLAIMS))}.")
    arguments = [part.strip() for part in found[2].split(";") if part.strip()]
    if len(arguments) != _TAKES.get(found[1], 1):
        raise DraftError(f"{reliance!r} takes {_TAKES.get(found[1], 1)} arguments, parted by semicolons.")
    return found[1], arguments


def _meant(side: str) -> str:
    found = _AMOUNT.fullmatch(side)
    unit = units().get(found[3] or "") if found else None
    if not found or unit is None:
        return side.casefold()
    ends = [Decimal(end) * unit.size for end in (found[1], found[2]) if end]
    if unit.dimension == "temperature":  # its units have no common zero
        return side.casefold()
    return f"{'-'.join(format(end.normalize(), 'f') for end in ends)} {unit.dimension}"


# --- amounts ----------------------------------------------------------------------------------------------


def _ends(value: Value) -> list[Amount]:
    """The amounts a value names, in base units, least first; nothing when it names none that compare."""
    found: list[Amount] = []
    for side in sides_of(value):
        match side:
            case Money():
                found.append((side.currency, Decimal(side.minor)))
            case Quantity():
                found.append(_base(side.amount, side.unit))
            case Span():
                found += [_base(side.low, side.unit), _base(side.high, side.unit)]
            case _:
                return []
    return sorted(found) if len({dimension for dimension, _ in found}) == 1 else []


def _base(amount: Decimal, unit: str) -> Amount:
    known = units().get(unit)
    return (known.dimension, amount * known.size) if known else (unit, amount)


def _end_of_scale(view: View, key: str, written: str, place: int) -> str:
    """Who stands alone, or together, at one end of a scale."""
    ends = {h: found[place] for h in view.products(written) if (found := _ends(view.value(h, key)))}
    if len(ends) < 2 or len({dimension for dimension, _ in ends.values()}) != 1:  # noqa: PLR2004
        return NOBODY
    most = (max if place else min)(amount for _, amount in ends.values())
    return _names(h for h, (_, amount) in ends.items() if amount == most)


def _less(view: View, one: str, other: str) -> str:
    first, second = _ends(view.of(one)), _ends(view.of(other))
    if not first or not second or first[0][0] != second[0][0]:
        return "unknown"
    return _truth(first[-1] < second[0])


def _reaches(view: View, reference: str, bound: str, place: int) -> str:
    found, limit = _ends(view.of(reference)), _AMOUNT.fullmatch(bound)
    wanted = _base(Decimal(limit[1]), limit[3] or "") if limit else None
    if not found or wanted is None or found[0][0] != wanted[0]:
        return "unknown"
    return _truth(found[-1] >= wanted if place else found[0] <= wanted)


# --- yes, no, nobody knows ----------------------------------------------------------------------------------


def _stating(view: View, keys: str, written: str, wanted: bool) -> str:
    return _names(
        h for h in view.products(written) if all(view.value(h, key) is wanted for key in keys.split("&"))
    )


def _unstated(view: View, key: str, written: str) -> str:
    return _names(h for h in view.products(written) if view.value(h, key) == UNKNOWN)


def _said(view: View, key: str, written: str) -> list[tuple[str, ...]]:
    """What each product states; an empty entry where nobody has."""
    values = [view.value(h, key) for h in view.products(written)]
    return [() if value == UNKNOWN else meaning(digest(value)) for value in values]


def _same(view: View, key: str, written: str) -> str:
    said = _said(view, key, written)
    return _truth(bool(said) and all(said) and len(set(said)) == 1)


def _differ(view: View, key: str, written: str) -> str:
    return _truth(len({each for each in _said(view, key, written) if each}) > 1)


def _count(view: View, reference: str) -> str:
    value = view.of(reference)
    if value == UNKNOWN:
        return "unknown"
    return str(len(meaning(digest(value))))


# --- what a product comes in, what the shop offers and says ---------------------------------------------------


def _variants(view: View, handle: str) -> str:
    product = view.ledger.products.get(handle)
    return GONE if product is None else _names(view.ledger.variants(handle, view.on))


def _routes(view: View) -> str:
    keys = [
        fact.key.removeprefix("delivery_").removesuffix("_days")
        for fact in view.ledger.facts("shop")
        if fact.key.startswith("delivery_") and fact.key.endswith("_days")
        and fact.market == view.market.country
    ]  # fmt: skip
    return _names(keys)


def _advice(view: View, name: str) -> str:
    return next((_words(view, a) for a in view.ledger.advice if a.id == name), GONE)


def _evidence(view: View, name: str) -> str:
    return next(
        (
            _hashed(e.by, e.text.get(_tongue(view, e.text)) or "")
            for e in view.ledger.evidence
            if e.id == name
        ),
        GONE,
    )


def _words(view: View, advice: Advice) -> str:
    language = _tongue(view, advice.answer)
    words = (text.get(language) or "" for text in (advice.title, advice.answer, advice.body))
    return _hashed(*words, *filter(None, [advice.by]))


def _tongue(view: View, text: Text) -> str:
    """The language a page has it from: its own, else the one a model was given it in."""
    return tongue(text, view.market.language, view.ledger.shop.language) or view.market.language


def _hashed(*texts: str) -> str:
    """White space apart, the words: a line broken elsewhere is no other advice."""
    plain = "\0".join(" ".join(text.split()) for text in texts)
    return f"text {sha256(plain.encode()).hexdigest()[:12]}"


def _names(handles: Iterable[str]) -> str:
    return "+".join(sorted(set(handles))) or NOBODY


def _truth(holds: bool) -> str:
    return "true" if holds else "false"


CLAIMS: Mapping[str, Callable[..., str]] = {
    "highest": lambda view, key, written: _end_of_scale(view, key, written, -1),
    "lowest": lambda view, key, written: _end_of_scale(view, key, written, 0),
    "having": lambda view, keys, written: _stating(view, keys, written, True),
    "lacking": lambda view, keys, written: _stating(view, keys, written, False),
    "unstated": _unstated,
    "same": _same,
    "differ": _differ,
    "less": _less,
    "atleast": lambda view, reference, bound: _reaches(view, reference, bound, -1),
    "atmost": lambda view, reference, bound: _reaches(view, reference, bound, 0),
    "count": _count,
    "members": lambda view, written: _names(view.products(written)),
    "unknown": lambda view, reference: _truth(view.of(reference) == UNKNOWN),
    "variants": _variants,
    "routes": _routes,
    "advice": _advice,
    "evidence": _evidence,
}
"""The whole vocabulary: name -> how it is worked out from a view and its arguments."""

_OVER_A_SET = frozenset({"highest", "lowest", "having", "lacking", "same", "differ"})
_TAKES: Mapping[str, int] = {
    "routes": 0,
    **dict.fromkeys(("highest", "lowest", "having", "lacking", "unstated", "same", "differ"), 2),
    **dict.fromkeys(("less", "atleast", "atmost"), 2),
}
