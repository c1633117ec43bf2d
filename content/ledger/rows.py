"""One row of the product table into facts, each with its column."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from babel.numbers import get_territory_currencies

from content.ledger.columns import Column, Columns
from content.ledger.conflicts import differ
from content.ledger.offers import ROLES, Offers
from content.ledger.stated import Stated
from content.ledger.table import Row
from content.ledger.values import precision, read_money
from content.records import UNKNOWN, Finding, Proof, Severity, Text, Value
from content.shop import Shop
from seo.records import LANGUAGES

OFFERED = frozenset({*ROLES, "availability", "available_from", "available_until"})


class RowReader:
    """Reads the rows of one table; what it cannot read goes to `findings`."""

    def __init__(
        self, source: str, columns: Columns, shop: Shop, findings: list[Finding], *, is_further: bool = False
    ) -> None:
        self.source = source
        self._written = source if is_further else ""
        self.columns = columns
        self.shop = shop
        self.findings = findings
        self._languages = {
            column.key
            for column in columns.attributes
            if column.header.language and not column.header.country
        }
        self._single = [column for column in columns.attributes if column.key not in self._languages]
        marketed = {(column.key, column.header.country): column for column in reversed(columns.marketed)}
        self._texts = [column for column in columns.marketed if column.key not in OFFERED]
        self._offers = Offers(
            {place: column for place, column in reversed(marketed.items()) if place[0] in OFFERED},
            shop.time_zone,
            self._money,
            self._doubtful,
        )
        places = Counter((column.key, column.header.country) for column in self._single)
        self._has_pages_by_language = any(
            column.key == "url" and column.header.language for column in columns.marketed
        )
        self._shared = {key for (key, _), count in places.items() if count > 1}

    def facts(self, row: Row) -> tuple[Stated, ...]:
        """Everything a row states."""
        found = (*self._marketed(row), *self._attributes(row))
        return tuple(one._replace(source=self._written) for one in found) if self._written else found

    def _attributes(self, row: Row) -> Iterator[Stated]:
        """One fact for each key and country. Two columns of one key must agree, else the value is unknown."""
        seen: dict[tuple[str, str | None], Stated] = {}
        cells = row.cells
        for column in self._single:
            cell = cells[column.place]
            if not cell:
                continue
            value = self._money(row, column) if column.is_money else column.reader.read(cell)
            fact = Stated(column.key, value, row.line, column.header.raw, column.header.country or None)
            if column.key not in self._shared:
                yield fact
                continue
            before = seen.setdefault((fact.key, fact.market), fact)
            if before is not fact and _are_apart(before.value, value):
                self.findings.append(_apart(self.source, row, before, fact))
                seen[fact.key, fact.market] = self._stated(row, column, UNKNOWN)
        yield from seen.values()
        if self._languages:
            yield from self._spoken(row)

    def _spoken(self, row: Row) -> Iterator[Stated]:
        """Attributes that stand once per language (`care@de`), the bare column among them."""
        found: dict[str, list[tuple[Column, str]]] = defaultdict(list)
        for column in self.columns.attributes:
            if column.key in self._languages and not column.header.country and row.cells[column.place]:
                found[column.key].append((column, row.cells[column.place]))
        for texts in found.values():
            text = Text(tuple((column.header.language or self.shop.language, cell) for column, cell in texts))
            yield self._stated(row, texts[0][0], text)

    def _marketed(self, row: Row) -> Iterator[Stated]:
        """Price, availability, title, address: a text by language, or one fact for each country."""
        yield from self._offers.prices(row)
        yield from self._offers.availability(row)
        texts: dict[str, list[tuple[str, str, Column]]] = defaultdict(list)
        for column in self._texts:
            cell, country = row.cells[column.place], column.header.country
            if not cell:
                continue
            if country:
                language = column.header.language or self._language_of(country)
                yield self._stated(row, column, Text(((language, cell),)))
            else:
                text = " ".join(cell.split())
                texts[column.key] += [(language, text, column) for language in self._readers(column)]
        for found in texts.values():
            yield self._stated(row, found[0][2], Text(tuple((language, text) for language, text, _ in found)))

    def _readers(self, column: Column) -> tuple[str, ...]:
        """The languages a text is for: its own, else the catalogue's; an only page serves all."""
        if column.header.language:
            return (column.header.language,)
        return LANGUAGES if column.key == "url" and not self._has_pages_by_language else (self.shop.language,)

    def _money(self, row: Row, column: Column) -> Value:
        cell = row.cells[column.place]
        value = read_money(cell, self._expected(row, column), column.reader.sign)
        if column.key not in OFFERED:
            return column.reader.read(cell) if value is None else value
        if value is not None and (value.minor > 0 or column.key == "sale_price"):
            return value
        self.findings.append(_unreadable(self.source, row, column, cell, self._expected(row, column)))
        return UNKNOWN

    def _expected(self, row: Row, column: Column) -> str:
        """The currency of a price that names none: the header's, the country's, the row's, the shop's."""
        if column.header.currency:
            return column.header.currency
        of_country = [m.currency for m in self.shop.markets if m.country == column.header.country]
        place = self.columns.known.get("currency")
        of_row = row.cells[place].upper() if place is not None else ""
        abroad = get_territory_currencies(column.header.country) if column.header.country else []
        return next(iter([*of_country, *filter(None, [of_row]), *abroad]), self.shop.default_currency)

    def _language_of(self, country: str) -> str:
        spoken = (market.language for market in self.shop.markets if market.country == country)
        return next(spoken, self.shop.language)

    def _doubtful(self, row: Row, cell: str, cure: str) -> None:
        self.findings.append(
            Finding(
                rule="ledger.price",
                severity=Severity.WARN,
                span=(0, 0),
                quote=cell,
                evidence=Proof(self.source, row.line, cell),
                cure=f"{self.source}, row {row.line}: {cure}",
            )
        )

    def _stated(self, row: Row, column: Column, value: Value) -> Stated:
        return Stated(column.key, value, row.line, column.header.raw, column.header.country or None)


def _are_apart(first: Value, second: Value) -> bool:
    """Within a row an unknown beside a value is a disagreement too: somebody crossed it out."""
    return differ(first, second) or (UNKNOWN in (first, second) and first != second)


def _apart(source: str, row: Row, first: Stated, second: Stated) -> Finding:
    return Finding(
        rule="ledger.conflict",
        severity=Severity.WARN,
        span=(0, 0),
        quote=row.cells[0],
        evidence=Proof(source, row.line, f"{first.column} / {second.column}"),
        cure=f"{source}, row {row.line}: the columns {first.column!r} and {second.column!r} disagree; "
        "neither is used, correct one",
    )


def _unreadable(source: str, row: Row, column: Column, cell: str, currency: str) -> Finding:
    example = f"{'49.90' if precision(currency) else '4980'} {currency}"
    return Finding(
        rule="ledger.price",
        severity=Severity.WARN,
        span=(0, 0),
        quote=cell,
        evidence=Proof(source, row.line, cell),
        cure=f"{source}, row {row.line}: {cell!r} in {column.header.raw!r} is no price: write {example}, "
        "or leave it blank",
    )
