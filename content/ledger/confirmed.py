"""Accepted facts of products, read as the catalogue's own columns read their cells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from content.ledger.accepted import FILE, Accepted
from content.ledger.columns import Columns
from content.ledger.item import Item
from content.ledger.numbers import usual_sign
from content.ledger.own_words import gone, is_there, own_words
from content.ledger.stated import Stated
from content.ledger.values import ColumnReader, has_currency, read_money
from content.lexicon.keys import key_of
from content.lexicon.lexicon import Lexicon
from content.records import Finding, Proof, Severity, Text, Value
from content.shop import Shop

SHOP = "shop"


class AcceptedReader:
    """Turns accepted rows into statements of products; a row of a product the shop no longer has is named."""

    def __init__(self, columns: Columns, shop: Shop, lexicon: Lexicon, findings: list[Finding]) -> None:
        self._readers = {column.key: column.reader for column in reversed(columns.attributes)}
        self._shop = shop
        self._lexicon = lexicon
        self._findings = findings

    def items(
        self, accepted: Sequence[Accepted], by_sku: Mapping[str, Sequence[Item]]
    ) -> Iterator[tuple[str, Item]]:
        """One item for each product and row; what is accepted of a group holds for all its variants. A sentence that
        none of their descriptions has any more is left out and named."""
        if not accepted:
            return
        groups: dict[str, list[str]] = defaultdict(list)
        for sku, items in by_sku.items():
            for group in dict.fromkeys(item.group for item in items if item.group):
                groups[group].append(sku)
        for row in accepted:
            if row.sku == SHOP:
                continue
            skus = [row.sku] if row.sku in by_sku else groups.get(row.sku, [])
            if not skus:
                self._findings.append(_nobody(row))
            if skus and not self._is_still_said(row, [item for sku in skus for item in by_sku[sku]]):
                self._findings.append(gone(row))
                continue
            for sku in skus:
                yield sku, Item(sku, "", "", "", "", "", row.line, (self.stated(row),))

    def _is_still_said(self, row: Accepted, items: Sequence[Item]) -> bool:
        if not row.quote or own_words(row, self._shop.language) is None:
            return True
        stated = (fact for item in items for fact in item.facts if fact.key == "description")
        texts = (fact.value.by_language for fact in stated if isinstance(fact.value, Text))
        return is_there(row.quote, (text for by_language in texts for _, text in by_language))

    def stated(self, row: Accepted) -> Stated:
        """The statement of a row."""
        key = attribute_key(row.attribute, self._lexicon)
        value: Value
        key, value = own_words(row, self._shop.language) or (key, self.value(key, row.value))
        return Stated(
            key=key,
            value=value,
            row=row.line,
            column=row.attribute,
            market=row.market or None,
            valid_from=_day(row.valid_from),
            valid_until=_day(row.valid_until),
            source=FILE,
            by=row.signed,
            replaces=row.replaces.casefold() == "yes",
        )

    def value(self, key: str, text: str) -> Value:
        """The value as a cell of that column would be read."""
        if key == "price" or has_currency(text):
            price = read_money(text, self._shop.default_currency, usual_sign(self._shop.language))
            if price is not None:
                return price
        reader = self._readers.get(key) or ColumnReader(
            self._shop.language, usual_sign(self._shop.language), kind=self._lexicon.kind(key)
        )
        return reader.read(text)


def attribute_key(written: str, lexicon: Lexicon) -> str:
    """The key of an attribute as a person or a proposal writes it; a key stays itself, but `重さ` is `weight`."""
    key = key_of("attribute", written)
    return written if written == key and key.isascii() else lexicon.find("attribute", written) or key


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _nobody(row: Accepted) -> Finding:
    return Finding(
        rule="ledger.accepted",
        severity=Severity.NOTE,
        span=(0, 0),
        quote=row.sku,
        evidence=Proof(FILE, row.line, f"{row.attribute} = {row.value}"),
        cure=f"{FILE}, row {row.line}: no product has the sku or group {row.sku!r}; correct it or take the row out",
    )
