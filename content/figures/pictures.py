"""The picture of a product or a piece of evidence: the shop's own, or none.

No picture is better than a wrong one: a variant is never shown by its family's picture, nothing is loaded from a
foreign host, and the words for those who cannot see it come from the catalogue, whatever a draft says of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from content.errors import ContentError
from content.figures.size import Size, measured
from content.figures.written import EVIDENCE
from content.ledger.ledger import Ledger
from content.locales import listed
from content.marks import mark
from content.records import Evidence, Many
from content.rendering import render
from content.shop import Shop
from seo.records import Market

SEEN: Final = ("colour", "material")
"""What the catalogue says of a product's looks; further attributes are no matter of a picture."""
LARGEST: Final = 10_000_000  # bytes of a file that is copied to the site
FOLDER: Final = "evidence"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be shown."""

    source: str  # an address, or a path inside the shop's folder
    alt: str  # Markdown with references
    data: bytes = b""  # of a file of the shop's folder
    size: Size | None = None  # None: on another machine, not known

    @property
    def is_file(self) -> bool:
        """Whether it lies in the shop's folder, so that a site has to take it along."""
        return bool(self.data)


def picture_of(handle: str, ledger: Ledger, market: Market, on: date | None) -> Picture | None:
    """The picture of a product, a variant or `evidence-<id>`; None when there is none that may be shown."""
    if handle.startswith(EVIDENCE):
        found = next((e for e in ledger.evidence if f"{EVIDENCE}{e.id}" == handle), None)
        return _of_evidence(found, ledger, market) if found else None
    product = ledger.products.get(handle)
    if product is None or not product.image:
        return None
    return shown(product.image, ledger.shop, _in_words(handle, ledger, market, on))


def shown(source: str, shop: Shop, alt: str) -> Picture | None:
    """A picture by its address on the shop's own hosts or its path in the shop's folder; else None."""
    if is_own(source, shop):
        return Picture(source, alt)
    data = read_file(source, shop.folder)
    size = measured(data)
    return Picture(source, alt, data, size) if size else None


def is_own(address: str, shop: Shop) -> bool:
    """Whether an address is on the shop's site or one of its `picture_hosts`."""
    parts = urlsplit(address)
    hosts = {_bare(urlsplit(shop.site).hostname or ""), *map(_bare, shop.picture_hosts)} - {""}
    return parts.scheme in {"http", "https"} and _bare(parts.hostname or "") in hosts


def read_file(source: str, folder: Path) -> bytes:
    """A file of the shop's folder; empty when there is none, or when it lies elsewhere or out of sight."""
    path = (folder / source).resolve()
    is_inside = path.is_relative_to(folder.resolve()) and not source.startswith((".", "/"))
    if not source or not is_inside or not path.is_file() or path.stat().st_size > LARGEST:
        return b""
    return path.read_bytes()


def handle_of(address: str, ledger: Ledger) -> str | None:
    """The product whose picture stands at an address, its family before its variants; None for any other."""
    found = [product for product in ledger.products.values() if product.image == address]
    return min(found, key=lambda product: product.family != "").handle if found else None


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def _in_words(handle: str, ledger: Ledger, market: Market, on: date | None) -> str:
    """Name, colour and material, as far as the market's language has words; of several colours none."""
    known = [key for key in SEEN if not isinstance(ledger.fact(handle, key, market, on).value, Many)]
    said = [f"{{{{{handle}.{key}}}}}" for key in ("name", *known)]
    return _joined([each for each in said if _has_words(each, ledger, market, on)], market.language)


def _of_evidence(found: Evidence, ledger: Ledger, market: Market) -> Picture | None:
    """What the shop's people wrote under it; else what it is about, whose it is and when."""
    if not found.picture:
        return None
    words = found.alt.get(market.language)
    if not words:
        on = f"{{{{{EVIDENCE}{found.id}.on}}}}"
        about = [_thing(each, ledger, market) for each in found.about]
        things = listed([each for each in about if each], market.locale)
        words = _joined([each for each in (things, found.by, on) if each], market.language)
    return shown(f"{FOLDER}/{found.picture}", ledger.shop, words)


def _thing(name: str, ledger: Ledger, market: Market) -> str:
    return (
        f"{{{{{name}.name}}}}"
        if name in ledger.products
        else ledger.lexicon.category(name, market.language) or ""
    )


def _has_words(reference: str, ledger: Ledger, market: Market, on: date | None) -> bool:
    try:
        return bool(render(reference, ledger, market, "plain", on).strip())
    except ContentError:
        return False


def _joined(parts: Sequence[str], language: str) -> str:
    return mark("comma", language).join(parts)
