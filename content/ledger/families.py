"""Variants into families: facts that agree stay one, facts that differ stand side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from content.ledger.catalogue import Item
from content.ledger.handles import GROUP, assign
from content.ledger.rows import Stated
from content.records import UNKNOWN, Choice, Many, Money, Product, Quantity, Span, Text, Unknown, Value
from seo.records import LANGUAGES

_Side = Quantity | Span | Money | Choice


@dataclass(frozen=True, slots=True)
class Family:
    """A family with what is stated of it, and its variants with theirs (none when it comes in one form)."""

    product: Product
    stated: tuple[Stated, ...]
    variants: tuple[tuple[Product, tuple[Stated, ...]], ...] = ()
    group: str = ""  # as the shop writes it

    @property
    def members(self) -> Iterator[tuple[Product, tuple[Stated, ...]]]:
        """The family and its variants."""
        yield self.product, self.stated
        yield from self.variants


def families_of(items: Sequence[Item], categories: Sequence[str], pinned: Mapping[str, str]) -> list[Family]:
    """Families in the order of their first rows, every product with its permanent handle."""
    groups: dict[str, list[tuple[Item, str]]] = defaultdict(list)
    for item, category in zip(items, categories, strict=True):
        groups[f"{GROUP}{item.group}" if item.group else item.sku].append((item, category))
    handles = assign(groups, pinned)
    variants = [item.sku for members in groups.values() if len(members) > 1 for item, _ in members]
    handles |= assign(variants, pinned, taken=handles.values())
    return [_family(members, handles[name], handles) for name, members in groups.items()]


def pins_of(families: Sequence[Family]) -> dict[str, str]:
    """The name each handle was given for: what keeps it the same in every later run."""
    pins = {}
    for family in families:
        pins[f"{GROUP}{family.group}" if family.group else family.product.sku] = family.product.handle
        pins |= {variant.sku: variant.handle for variant, _ in family.variants}
    return pins


def _family(members: Sequence[tuple[Item, str]], handle: str, handles: Mapping[str, str]) -> Family:
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
        return Family(product, (*first.facts, *_brand(product)), (), first.group)
    variants = tuple(_variant(item, product, handles[item.sku]) for item, _ in members)
    product = replace(product, variants=tuple(variant.handle for variant, _ in variants))
    return Family(product, _joined([stated for _, stated in variants]), variants, first.group)


def _variant(item: Item, family: Product, handle: str) -> tuple[Product, tuple[Stated, ...]]:
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
    return product, (*item.facts, *_brand(product))


def _brand(product: Product) -> Iterator[Stated]:
    """A brand is a name: it reads the same in every language."""
    if product.brand:
        text = Text(tuple((language, product.brand) for language in LANGUAGES))
        yield Stated("brand", text, product.row or 0, "brand", None)


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


def _joined(variants: Sequence[tuple[Stated, ...]]) -> tuple[Stated, ...]:
    found: dict[tuple[str, str | None], list[Stated]] = defaultdict(list)
    for stated in variants:
        for one in stated:
            found[one.key, one.market].append(one)
    return tuple(
        same[0]._replace(value=join([one.value for one in same], same[0].key)) for same in found.values()
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
