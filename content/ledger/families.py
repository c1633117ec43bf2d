"""Variants into families: facts that agree stay one, facts that differ stand side by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from content.ledger.catalogue import Item
from content.ledger.handles import GROUP, assign
from content.ledger.rows import Stated
from content.records import UNKNOWN, Choice, Fact, Many, Money, Product, Quantity, Span, Text, Unknown, Value

_Side = Quantity | Span | Money | Choice


@dataclass(frozen=True, slots=True)
class Family:
    """A family with its facts, and its variants with theirs (none when it comes in one form)."""

    product: Product
    facts: tuple[Fact, ...]
    variants: tuple[tuple[Product, tuple[Fact, ...]], ...] = ()


def families_of(
    source: str, items: Sequence[Item], categories: Sequence[str], pinned: Mapping[str, str]
) -> list[Family]:
    """Families in the order of their first rows, every product with its permanent handle."""
    groups: dict[str, list[tuple[Item, str]]] = defaultdict(list)
    for item, category in zip(items, categories, strict=True):
        groups[f"{GROUP}{item.group}" if item.group else item.sku].append((item, category))
    handles = assign(groups, pinned)
    variants = [item.sku for members in groups.values() if len(members) > 1 for item, _ in members]
    handles |= assign(variants, pinned, taken=handles.values())
    return [_family(source, members, handles[name], handles) for name, members in groups.items()]


def _family(
    source: str, members: Sequence[tuple[Item, str]], handle: str, handles: Mapping[str, str]
) -> Family:
    first = members[0][0]
    product = Product(
        handle=handle,
        sku=first.sku,
        title=_common_title([item.title or item.sku for item, _ in members]),
        brand=next((item.brand for item, _ in members if item.brand), ""),
        category=next((category for _, category in members if category), ""),
        image=next((item.image for item, _ in members if item.image), ""),
        row=first.row,
    )
    if len(members) == 1:
        return Family(product, _facts(source, handle, first.facts))
    variants = tuple(_variant(source, item, product, handles[item.sku]) for item, _ in members)
    product = replace(product, variants=tuple(variant.handle for variant, _ in variants))
    return Family(product, _joined([facts for _, facts in variants], handle), variants)


def _variant(source: str, item: Item, family: Product, handle: str) -> tuple[Product, tuple[Fact, ...]]:
    product = Product(
        handle=handle,
        sku=item.sku,
        title=item.title or family.title,
        brand=item.brand or family.brand,
        category=family.category,
        family=family.handle,
        image=item.image,
        row=item.row,
    )
    return product, _facts(source, handle, item.facts)


def _facts(source: str, handle: str, stated: Iterable[Stated]) -> tuple[Fact, ...]:
    return tuple(
        Fact(handle, key, value, source, row, column, market) for key, value, row, column, market in stated
    )


def _common_title(titles: Sequence[str]) -> str:
    """The words all variants begin with, when they are a name of at least two; else the first title."""
    words = [title.split() for title in titles]
    shared = []
    for place in zip(*words, strict=False):
        if len(set(place)) > 1:
            break
        shared.append(place[0])
    stripped = " ".join(shared).rstrip(" ,;:–—-|/(")
    return stripped if len(stripped.split()) > 1 else titles[0]


# --- joining facts ----------------------------------------------------------------------------------------


def _joined(variants: Sequence[tuple[Fact, ...]], handle: str) -> tuple[Fact, ...]:
    stated: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    for facts in variants:
        for fact in facts:
            stated[fact.key, fact.market].append(fact)
    return tuple(
        replace(facts[0], subject=handle, value=join([fact.value for fact in facts], facts[0].key))
        for facts in stated.values()
    )


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
        return Text(tuple((language, _common_title(words)) for language, words in by_language.items()))
    if key == "url":
        return Text(tuple((language, words[0]) for language, words in by_language.items()))
    same = tuple((language, words[0]) for language, words in by_language.items() if len(set(words)) == 1)
    return Text(same) if same else UNKNOWN
