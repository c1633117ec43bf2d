"""Permanent names: one slug for each family and variant, the same whatever the order of the rows.

Two SKUs that differ in signs only (`KF 520`, `KF-520`) are numbered in the order of their text. A handle that
stands in `.acreage/handles.csv` (`sku,handle`) never changes again, whatever is added later.
"""

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

RESERVED = re.compile(r"shop|evidence-.*")
LONGEST = 80
GROUP = "group:"
"""Opens the name of a family that has a group; every other name is a SKU."""


def assign(names: Iterable[str], pinned: Mapping[str, str], taken: Iterable[str] = ()) -> dict[str, str]:
    """A handle for each name: pinned ones first, the others in the order of their text, none twice."""
    wanted = sorted(set(names), key=lambda name: (name not in pinned, name))
    used = {*pinned.values(), *taken}
    found: dict[str, str] = {}
    for name in wanted:
        found[name] = pinned[name] if name in pinned else _free(base(name.removeprefix(GROUP)), used)
        used.add(found[name])
    return found


def base(name: str) -> str:
    """The slug a name gets when nobody else wants it: `HD7546/20` -> `hd7546-20`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
    if not slug:
        slug = f"p-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return f"p-{slug}" if RESERVED.fullmatch(slug) else slug


def read_pins(path: Path) -> dict[str, str]:
    """The handles given in earlier runs; empty when there were none."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["sku"]: row["handle"] for row in rows if row.get("sku") and row.get("handle")}


def pins_text(handles: Mapping[str, str]) -> str:
    """The file that keeps handles for good: what `.acreage/handles.csv` should hold."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("sku", "handle"))
    writer.writerows(sorted(handles.items()))
    return text.getvalue()


def _free(slug: str, taken: set[str]) -> str:
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
