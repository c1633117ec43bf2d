"""Facts that product descriptions state and the ledger does not, each with the sentence that states it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content.ledger.ledger import Ledger
from content.proposing.clauses import Clause, clauses
from content.proposing.features import choices, features
from content.proposing.known import Known, dimension_of, is_equal, said, same
from content.proposing.measures import measures
from content.proposing.proposal import Proposal, written
from content.proposing.words import dimensions
from content.records import Choice, Fact, Many, Product, Quantity, Span, Text, Value

LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Told:
    """A description with those it is about."""

    text: str
    language: str
    fact: Fact
    product: Product
    sku: str  # of the variant, or the group when all its variants have it
    handles: tuple[str, ...]


def from_descriptions(ledger: Ledger) -> list[Proposal]:
    """Every proposal in the order of the catalogue; none that the ledger states already in any words."""
    known = Known(ledger)
    found: list[Proposal] = []
    for told in descriptions(ledger):
        stated = known.stated(told.handles)
        seen: dict[str, list[Proposal]] = defaultdict(list)
        for clause in clauses(told.text):
            for key, value, is_named in _values(clause, told, known):
                note = _note(key, value, stated, known, is_named=is_named)
                if note is not None:
                    own = _own_key(key, value, stated, known)
                    seen[key].append(_proposal(told, own, value, clause.sentence, note))
        found += [each for of in seen.values() if len({p.value for p in of}) == 1 for each in of[:1]]
    return list(dict.fromkeys(found))


def descriptions(ledger: Ledger) -> Iterator[Told]:
    """Descriptions, those that all variants of a family share once."""
    groups = {
        handle: name.removeprefix("group:")
        for name, handle in ledger.pins.items()
        if name.startswith("group:")
    }
    for family in ledger.families():
        members = family.variants or (family.handle,)
        texts: dict[tuple[str, str], list[tuple[str, Fact]]] = defaultdict(list)
        for handle in members:
            for fact in ledger.facts(handle):
                if fact.key == "description" and isinstance(fact.value, Text):
                    for language, text in fact.value.by_language:
                        texts[language, text].append((handle, fact))
        for (language, text), of in texts.items():
            is_shared = len(of) == len(members) > 1 and family.handle in groups
            handles = tuple(handle for handle, _ in of)
            if is_shared:
                yield Told(text, language, of[0][1], family, groups[family.handle], (family.handle, *handles))
                continue
            for handle, fact in of:
                product = ledger.products[handle]
                yield Told(text, language, fact, product, product.sku, (handle,))


def _values(clause: Clause, told: Told, known: Known) -> Iterator[tuple[str, Value, bool]]:
    yield from measures(clause, told.language, told.product, known)
    for key, said_ in features(clause, told.language, told.product, known):
        yield key, said_, True
    for key, choice in choices(clause, told.language, known):
        yield key, choice, True


def _note(
    key: str, value: Value, stated: dict[str, list[Fact]], known: Known, *, is_named: bool
) -> str | None:
    """What the ledger says otherwise, empty when it says nothing; None when it says the same already."""
    there, language = stated.get(key, []), known.ledger.shop.language
    if isinstance(value, Quantity | Span):
        there = there or known.named_alike(key, value, stated)
        if _is_held(value, there, stated, language):
            return None
        if there and not is_named:
            return None  # the name was ours: such a number is something else's
        return "" if not there else f"the ledger differs: {said(there)}"
    if isinstance(value, Choice) and there:
        return None if not _is_apart(value, there) else f"the ledger differs: {said(there)}"
    if any(fact.value == value for fact in there):
        return None
    return "" if not there else f"the ledger differs: {said(there)}"


def _own_key(key: str, value: Value, stated: dict[str, list[Fact]], known: Known) -> str:
    """The key of the shop's one column of that name, so that `replaces` replaces it and makes no second fact."""
    if key in stated or not isinstance(value, Quantity | Span):
        return key
    alike = {fact.key for fact in known.named_alike(key, value, stated)}
    return alike.pop() if len(alike) == 1 else key


def _is_held(
    value: Quantity | Span, there: Sequence[Fact], stated: dict[str, list[Fact]], language: str
) -> bool:
    """Whether the product has this number already. A thing has many lengths: one is held by its own name, or to the
    last digit by a column that names none of the common ones (`Durchmesser offen`), never by a width for a height."""
    everywhere = [fact for facts in stated.values() for fact in facts]
    if dimension_of(value) != LENGTH:
        return same(value, everywhere, language)
    unlike = [fact for key, facts in stated.items() if key not in dimensions() for fact in facts]
    return same(value, there, language) or any(is_equal(value, fact.value, language) for fact in unlike)


def _is_apart(value: Choice, there: Sequence[Fact]) -> bool:
    """A word beside other words may be one more of them: only a single other choice is a difference."""
    return all(isinstance(fact.value, Choice) and fact.value.text.casefold() not in value.text.casefold()
               and value.text.casefold() not in fact.value.text.casefold() for fact in there)  # fmt: skip


def _proposal(told: Told, key: str, value: Value, quote: str, note: str) -> Proposal:
    assert not isinstance(value, Many)
    return Proposal(told.sku, key, written(value), "", quote, told.fact.source, told.fact.row or 0, note)
