"""The folder `evidence/`: what the shop measured, saw come back, or learned, and who stands behind it."""

import hashlib
import re
import unicodedata
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
from content.lexicon.keys import key_of
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
                read = [_statement(path, shop, about)]
            elif path.suffix == ".csv":
                read = [*_returns(path, shop, resolve, sold_as, strange)]
            else:
                continue
            evidence += [found for found, _ in read]
            facts += [fact for _, stated in read for fact in stated]
    return Experience(tuple(evidence), tuple(facts), tuple(strange))


def _statement(path: Path, shop: Shop, about: Callable[[str], str]) -> tuple[Evidence, list[Fact]]:
    file, name, source = read_toml(path, _EvidenceFile), _name(path.stem), f"{FOLDER}/{path.name}"
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


def _name(stem: str) -> str:
    """What the file is called inside. Letters that an id cannot hold are told apart by a short sum of them: `返品` and
    `測定` were one piece of evidence, `shop`, and each stood with the other's numbers.
    """
    plain = slug(stem, "")
    if all("LATIN" in unicodedata.name(letter, "") for letter in stem if letter.isalpha()):
        return plain
    return f"{plain}-{hashlib.sha256(stem.encode()).hexdigest()[:8]}".strip("-")


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
) -> Iterator[tuple[Evidence, list[Fact]]]:
    """A table of returns: how many came back for which reason, out of how many sold.

    Where a product has rows of its own, those of its sizes and colours are counted in a table of theirs
    (`returns-2026-skus`): each number is told of what it was counted of, and none is added to another.
    """
    table, source, name = read_table(path, shop.language), f"{FOLDER}/{path.name}", slug(path.stem)
    missing = [column for column in COLUMNS if column not in table.header]
    if missing:
        raise ShopError(_no_returns(source, missing[0]))
    rows = [dict(zip(table.header, row.cells, strict=True)) | {"row": str(row.line)} for row in table.rows]
    found = [(row, _return(row, source, resolve)) for row in rows]
    strange += [Stranger(source, int(row["row"]), row["sku"]) for row, known in found if known is None]
    days = {row["row"]: (_day(row["from"], row, source), _day(row["to"], row, source)) for row in rows}
    whole, parts = _apart([known for _, known in found if known], sold_as)
    for suffix, known in (("", whole), ("-skus", parts)):
        if known or not suffix:
            its = [days[str(each.row)] for each in known] if whole and parts else [*days.values()]
            yield _table(f"{name}{suffix}", known, its, shop.editor, sold_as, source)


def _no_returns(source: str, column: str) -> str:
    """What a table of the folder must hold, and where counts of another kind belong."""
    return (
        f"{source} has no column {column!r}: a table here counts returns ({', '.join(COLUMNS)}). Put what customers "
        "ask into signals/; tell a count of your own in a .toml of kind 'note', the number under [values]."
    )


def _apart(rows: Sequence[_Return], sold_as: Resolve) -> tuple[list[_Return], list[_Return]]:
    """Rows, and those of sizes and colours whose product has rows of its own."""
    products = {row.handle for row in rows if _counted(row, sold_as) == row.handle}
    parts = [row for row in rows if row.handle in products and _counted(row, sold_as) != row.handle]
    return [row for row in rows if row not in parts], parts


def _counted(row: _Return, sold_as: Resolve) -> str:
    """What a row is about, as it is sold: a product as a whole, or one of its sizes and colours."""
    return sold_as(row.sku) or row.handle


def _table(
    name: str,
    known: Sequence[_Return],
    days: Sequence[tuple[date, date]],
    editor: str,
    sold_as: Resolve,
    source: str,
) -> tuple[Evidence, list[Fact]]:
    """Rows that are counted together, as evidence and its facts."""
    facts = list(_return_facts(f"evidence-{name}", known, source))
    if days:
        first, last = min(start for start, _ in days), max(end for _, end in days)
        facts += [
            Fact(f"evidence-{name}", "from", first, source),
            Fact(f"evidence-{name}", "to", last, source),
        ]
    about = tuple(dict.fromkeys(entry.handle for entry in known))
    on = max((end for _, end in days), default=date.min)
    counted = tuple(dict.fromkeys(_counted(row, sold_as) for row in known))
    spelled = tuple(spellings(entry.reason for entry in known))
    told = Evidence(name, "returns", "returns", about, editor, on, Text(()), source, counted, reasons=spelled)
    return told, facts


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
