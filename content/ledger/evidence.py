"""The folder `evidence/`: what the shop measured, saw come back, or learned, and who stands behind it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from content.errors import ShopError
from content.figures.size import measured
from content.ledger.reasons import reason_key, spellings
from content.ledger.shop_facts import Aspect, Resolve, Table
from content.ledger.statements import Stated, read_statement
from content.ledger.table import read_table
from content.lexicon.lexicon import key_of
from content.records import Evidence, Fact, Quantity, Text
from content.refusals import Refused, kept
from content.shop import Shop, slug
from content.strict_toml import read_toml

FOLDER = "evidence"
COLUMNS = ("sku", "reason", "returned", "sold", "from", "to")


class _EvidenceFile(Table):
    kind: Literal["measurement", "note"]
    aspect: Aspect
    about: tuple[str, ...] = ()
    by: str
    on: date
    text: dict[str, str]
    values: dict[str, Stated] = Field(default_factory=dict)
    picture: str = ""  # a JPEG, PNG, WebP or GIF beside this file
    alt: dict[str, str] = Field(default_factory=dict)  # what is seen on it, per language


class Stranger(NamedTuple):
    """A row about a SKU the shop does not have."""

    source: str
    row: int
    sku: str


@dataclass(frozen=True, slots=True)
class Experience:
    """All evidence with the facts its texts refer to, and rows about products the shop does not have."""

    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...]
    strangers: tuple[Stranger, ...] = ()


def read_evidence(
    shop: Shop,
    about: Callable[[str], str],
    resolve: Resolve,
    sold_as: Resolve,
    refused: Refused | None = None,
) -> Experience:
    """Every `.toml` and `.csv` of the folder, in the order of their names. `resolve` gives the family of a SKU,
    `sold_as` its size or colour.
    """
    evidence: list[Evidence] = []
    facts: list[Fact] = []
    strange: list[Stranger] = []
    for path in sorted((shop.folder / FOLDER).glob("*")):
        with kept(refused):
            if path.suffix == ".toml":
                found, stated = _statement(path, shop, about)
            elif path.suffix == ".csv":
                found, stated = _returns(path, shop, resolve, sold_as, strange)
            else:
                continue
            evidence.append(found)
            facts += stated
    return Experience(tuple(evidence), tuple(facts), tuple(strange))


def _statement(path: Path, shop: Shop, about: Callable[[str], str]) -> tuple[Evidence, list[Fact]]:
    file, name, source = read_toml(path, _EvidenceFile), slug(path.stem), f"{FOLDER}/{path.name}"
    facts = [
        Fact(
            subject=f"evidence-{name}",
            key=key_of("attribute", key),
            value=read_statement(stated, shop.language, shop.default_currency),
            source=source,
            column=key,
        )
        for key, stated in file.values.items()
    ]
    facts.append(Fact(f"evidence-{name}", "on", file.on, source, None, "on"))
    names = tuple(about(entry) for entry in file.about)
    picture = _picture(file.picture, path, source)
    return Evidence(
        name, file.kind, file.aspect, names, file.by, file.on, _by_language(file.text), source,
        picture=picture, alt=_by_language(file.alt),
    ), facts  # fmt: skip


def _by_language(words: dict[str, str]) -> Text:
    return Text(tuple((language, said.strip()) for language, said in words.items() if said.strip()))


def _picture(name: str, path: Path, source: str) -> str:
    """The file of a picture, which must lie beside the evidence and be one."""
    if not name:
        return ""
    file = path.parent / name
    if Path(name).name != name or not file.is_file():
        raise ShopError(
            f"{source}: there is no picture {name!r} in {FOLDER}: put it there, or take the line out."
        )
    if measured(file.read_bytes()) is None:
        raise ShopError(f"{source}: {name!r} is no JPEG, PNG, WebP or GIF: save the picture as one of these.")
    return name


@dataclass(frozen=True, slots=True)
class _Return:
    handle: str
    sku: str
    reason: str
    returned: int
    sold: int
    row: int


def _returns(
    path: Path, shop: Shop, resolve: Resolve, sold_as: Resolve, strange: list[Stranger]
) -> tuple[Evidence, list[Fact]]:
    """A table of returns: how many came back for which reason, out of how many sold."""
    table, source, name = read_table(path, shop.language), f"{FOLDER}/{path.name}", slug(path.stem)
    missing = [column for column in COLUMNS if column not in table.header]
    if missing:
        raise ShopError(f"{source} has no column {missing[0]!r}: it needs {', '.join(COLUMNS)}.")
    rows = [dict(zip(table.header, row.cells, strict=True)) | {"row": str(row.line)} for row in table.rows]
    known = [found for row in rows if (found := _return(row, source, resolve))]
    strange += [Stranger(source, int(row["row"]), row["sku"]) for row in rows if resolve(row["sku"]) is None]
    facts = list(_return_facts(f"evidence-{name}", known, source))
    days = [(_day(row["from"], row, source), _day(row["to"], row, source)) for row in rows]
    if days:
        first, last = min(start for start, _ in days), max(end for _, end in days)
        facts += [
            Fact(f"evidence-{name}", "from", first, source),
            Fact(f"evidence-{name}", "to", last, source),
        ]
    about = tuple(dict.fromkeys(entry.handle for entry in known))
    on = max((end for _, end in days), default=date.min)
    counted = _counted(known, sold_as, source)
    spelled = tuple(spellings(entry.reason for entry in known))
    return Evidence(
        name, "returns", "returns", about, shop.editor, on, Text(()), source, counted, reasons=spelled
    ), facts


def _counted(known: Sequence[_Return], sold_as: Resolve, source: str) -> tuple[str, ...]:
    """What the rows are about, as it is sold: a product as a whole, or its sizes and colours; never both, or sales of
    a size would be counted twice.
    """
    counted = {(sold_as(row.sku) or row.handle): row for row in known}
    for sold, row in counted.items():
        if sold != row.handle and row.handle in counted:
            raise ShopError(
                f"{source}, row {row.row}: {row.sku!r} is one of {row.handle!r}, which has a row of its own: keep the "
                "rows of the product or those of its SKUs."
            )
    return tuple(counted)


def _return(row: dict[str, str], source: str, resolve: Resolve) -> _Return | None:
    """A row of the table; None for a product the shop no longer has."""
    handle = resolve(row["sku"])
    numbers = [row["returned"], row["sold"]]
    if not all(re.fullmatch(r"\d+", number) for number in numbers):
        raise ShopError(f"{source}, row {row['row']}: 'returned' and 'sold' must be whole numbers.")
    return (
        _Return(handle, row["sku"], row["reason"], int(numbers[0]), int(numbers[1]), int(row["row"]))
        if handle
        else None
    )


def _return_facts(subject: str, rows: Sequence[_Return], source: str) -> Iterator[Fact]:
    """Variants of one family are counted together; the sales of each SKU once, however many its reasons."""
    returned: dict[tuple[str, str], int] = defaultdict(int)
    sold: dict[str, dict[str, int]] = defaultdict(dict)
    lines: dict[str, int] = {}
    for row in rows:
        handle, reason = row.handle.replace("-", "_"), reason_key(row.reason)
        returned[handle, reason] += row.returned
        sold[handle][row.sku] = max(row.sold, sold[handle].get(row.sku, 0))
        lines.setdefault(handle, row.row)
        lines.setdefault(f"{handle}_{reason}", row.row)
    counts = {f"{handle}_{reason}": count for (handle, reason), count in returned.items()}
    counts |= {f"{handle}_sold": sum(by_sku.values()) for handle, by_sku in sold.items()}
    for key, count in counts.items():
        line = lines.get(key, lines[key.removesuffix("_sold")] if key.endswith("_sold") else None)
        yield Fact(subject, key, Quantity(Decimal(count), ""), source, line, key)


def _day(text: str, row: dict[str, str], source: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ShopError(
            f"{source}, row {row['row']}: {text!r} is not a day; write it like 2026-11-22."
        ) from error
