"""The shop's own product pages, saved as they are: the products in their JSON-LD. https://schema.org/Product

A page or a folder of pages. Product, ProductGroup with its variants, Offer and AggregateOffer, additionalProperty
and quantities with UN/CEFACT unit codes become our columns; the row of a fact is the line of its block in the page.
A price range over several offers is no price: nothing is taken from it. Ratings, reviews and awards are never
facts. A block that is not JSON is left out and said in one line.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import html

from content.importing.dialect import plain_text
from content.importing.json_ld_product import Node, cells_of, products_in
from content.ledger.table import Row, Table
from content.records import Finding, Proof, Severity
from seo.records import LANGUAGES

PAGES = (".html", ".htm", ".xhtml")
_WRAPPING = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]([a-z]{2}))?\b", re.IGNORECASE)


def tables_of_pages(path: Path, language: str, prefix: str = "") -> list[Table]:
    """A table for each page that holds products or a broken block; pages of a folder in the order of their names."""
    paths = sorted(p for p in path.rglob("*") if p.suffix.lower() in PAGES) if path.is_dir() else [path]
    start = path if path.is_dir() else path.parent
    found = (
        table_of_page(p.read_bytes(), f"{prefix}{p.relative_to(start).as_posix()}", language) for p in paths
    )
    return [table for table in found if table.rows or table.findings]


def one_table(tables: Sequence[Table], source: str) -> Table:
    """Several tables under one header, for a shop folder that is made of them."""
    header = tuple(dict.fromkeys(name for table in tables for name in table.header))
    rows = tuple(
        Row(row.line, tuple(dict(zip(table.header, row.cells, strict=True)).get(name, "") for name in header))
        for table in tables
        for row in table.rows
    )
    return Table(source, header, rows, tuple(finding for table in tables for finding in table.findings))


def table_of_page(data: bytes, source: str, language: str) -> Table:
    """The products of one page."""
    page = opened(data)
    spoken, stem = _spoken(page, language), re.sub(r"\.\w+$", "", source).rpartition("/")[2]
    findings: list[Finding] = []
    products: list[tuple[int, dict[str, str]]] = []
    for line, nodes in _blocks(page, source, findings):
        for product, group in products_in(nodes):
            products.append((line, dict(cells_of(product, group, stem, spoken))))
    header = tuple(dict.fromkeys(["sku", "title", *(name for _, cells in products for name in cells)]))
    rows = tuple(Row(line, tuple(cells.get(name, "") for name in header)) for line, cells in products)
    return Table(source, header, rows, tuple(findings))


def opened(data: bytes) -> Any:  # Any: lxml ships no types
    """A saved page as a tree; UTF-8 where it is, whatever the page forgets to say, else what it declares."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return html.document_fromstring(data)
    return html.document_fromstring(
        data.strip() or b"<html></html>", parser=html.HTMLParser(encoding="utf-8")
    )


def _blocks(page: Any, source: str, findings: list[Finding]) -> Iterator[tuple[int, list[Node]]]:  # Any: lxml
    """Each readable block with the line where it begins."""
    for script in page.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        line = int(script.sourceline or 1)
        text = _WRAPPING.sub("", _WRAPPING.sub("", script.text or ""))
        try:
            data = json.loads(text, strict=False, parse_float=str, parse_int=str)
        except (json.JSONDecodeError, RecursionError) as error:
            findings.append(_broken(source, line, str(error)))
            continue
        yield line, list(_nodes(data))


def _nodes(data: Any) -> Iterator[Node]:  # Any: whatever JSON holds
    """Every object of a block: lists and `@graph` are opened."""
    if isinstance(data, list):
        for each in data:
            yield from _nodes(each)
    elif isinstance(data, Mapping):
        yield data
        yield from _nodes(data.get("@graph", []))
        for name in ("mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            if isinstance(data.get(name), list | Mapping):
                yield from _nodes(data[name])


def _spoken(page: Any, language: str) -> tuple[str, str]:  # Any: lxml
    """Language and country of the page, empty where they are the catalogue's or unknown."""
    found = _LANGUAGE.match(page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    spoken = found[1].lower() if found else language
    if spoken == language or spoken not in LANGUAGES:
        return "", ""
    return spoken, (found[2] or "").upper() if found else ""


def _broken(source: str, line: int, error: str) -> Finding:
    return Finding(
        rule="ledger.page",
        severity=Severity.WARN,
        span=(0, 0),
        quote=source,
        evidence=Proof(source, line, error),
        cure=f"{source}, line {line}: the JSON-LD is broken ({plain_text(error)}), so it was left out; "
        "the page's template must be mended",
    )
