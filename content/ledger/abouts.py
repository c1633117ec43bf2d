"""What `about` in `facts.toml` and `evidence/` names, and those of its names that mean nothing in this shop."""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from content.ledger.evidence import FOLDER, Stranger
from content.ledger.handles import base
from content.ledger.shop_facts import FILE
from content.records import Finding, Proof, Severity

if TYPE_CHECKING:
    from content.ledger.ledger import Ledger

_ABOUT: Final = re.compile(r"^\s*about\s*=\s*\[(.*?)\]", re.MULTILINE | re.DOTALL)
_NAME: Final = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|#[^\n]*")
_WHOLE_SHOP: Final = "shop"
OF_THE_SHOP: Final = base(_WHOLE_SHOP)  # how the ledger keeps it: no product may be called so


def subject_of(name: str, ledger: "Ledger") -> str:
    """The category key or handle a name means; a name that means none comes back as a handle nobody has."""
    known = (*ledger.categories(), *ledger.lexicon.keys("category"))
    if name in known:
        return name
    return ledger.resolve(name) or ledger.lexicon.find("category", name) or base(name)


def unmeant(ledger: "Ledger") -> Iterator[Finding]:
    """Names that lead to no product and no category, so that the advice or evidence stands on no page by them."""
    folder = ledger.shop.folder
    for path in (folder / FILE, *sorted((folder / FOLDER).glob("*.toml"))):
        if not path.is_file():
            continue
        source = path.relative_to(folder).as_posix()
        for name, line in _named(path):
            if not _is_met(name, ledger):
                yield _finding(name, source, line, ledger)


def _is_met(name: str, ledger: "Ledger") -> bool:
    subject = subject_of(name, ledger)
    is_of_the_shop = name.strip().casefold() == _WHOLE_SHOP  # delivery, returns: pages about no product
    return is_of_the_shop or subject in ledger.products or subject in ledger.categories()


def strangers(found: tuple[Stranger, ...], ledger: "Ledger") -> Iterator[Finding]:
    """Rows of evidence about a SKU that is not in the catalogue."""
    skus = {product.sku.casefold(): product.sku for product in ledger.products.values()}
    for each in found:
        near = difflib.get_close_matches(each.sku.casefold(), skus, n=1, cutoff=0.7)
        meant = f" (did you mean {skus[near[0]]!r}?)" if near else ""
        cure = (
            f"{each.source}, line {each.row}: no product has the SKU or handle {each.sku!r}{meant}, so the row is not "
            "counted: correct it, or take it out"
        )
        yield Finding(
            "evidence.sku", Severity.WARN, (0, 0), each.sku, Proof(each.source, each.row, each.sku), cure
        )


def _named(path: Path) -> Iterator[tuple[str, int]]:
    """Every name in an `about` of a file, with its line."""
    text = path.read_text(encoding="utf-8-sig")
    for about in _ABOUT.finditer(text):
        for name in _NAME.finditer(text, *about.span(1)):
            if not name[0].startswith("#"):
                yield name[1] or name[2] or "", text.count("\n", 0, name.start()) + 1


def _finding(name: str, source: str, line: int, ledger: "Ledger") -> Finding:
    cure = f"{source}, line {line}: about names {name!r}, {_why_not(name, ledger)}"
    return Finding("ledger.about", Severity.WARN, (0, 0), name, Proof(source, line, name), cure)


def _why_not(name: str, ledger: "Ledger") -> str:
    key = ledger.lexicon.find("attribute", name)
    is_attribute = key is not None and key in ledger.keys([family.handle for family in ledger.families()])
    what = (
        "an attribute, and only products and categories are looked up"
        if is_attribute
        else "which is nothing here"
    )
    return (
        f"{what}: write a SKU, a handle or a category ({', '.join(ledger.categories()) or 'there is none'})"
    )
