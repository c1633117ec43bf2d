"""Variants into families, every product with its permanent handle."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from content.ledger.handles import GROUP, assign
from content.ledger.item import Item
from content.ledger.stated import Stated
from content.ledger.titles import common_title
from content.records import Product, Text
from seo.records import LANGUAGES


@dataclass(frozen=True, slots=True)
class Family:
    """A family with what is stated of it, and its variants with theirs (none when it comes in one form)."""

    product: Product
    sides: tuple[tuple[Stated, ...], ...]  # what each variant states
    variants: tuple[tuple[Product, tuple[Stated, ...]], ...] = ()
    group: str = ""  # as the shop writes it

    @property
    def members(self) -> Iterator[tuple[Product, tuple[tuple[Stated, ...], ...]]]:
        """The family with the sides to be joined, and its variants with their own."""
        yield self.product, self.sides
        for variant, stated in self.variants:
            yield variant, (stated,)


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
        title=common_title([item.title or item.sku for item, _ in members]),
        brand=next((item.brand for item, _ in members if item.brand), ""),
        category=next((category for _, category in members if category), ""),
        image=next((item.image for item, _ in members if item.image), ""),
        row=first.row,
    )
    if len(members) == 1:
        return Family(product, ((*first.facts, *_brand(product)),), (), first.group)
    variants = tuple(_variant(item, product, handles[item.sku]) for item, _ in members)
    product = replace(product, variants=tuple(variant.handle for variant, _ in variants))
    return Family(product, tuple(stated for _, stated in variants), variants, first.group)


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
