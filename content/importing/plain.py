"""Any other product list: our own columns, or the names other systems give to SKU and title."""

from collections.abc import Sequence
from dataclasses import replace

from content.importing.dialect import Dialect
from content.ledger.column_names import NEEDED, first_named, form, names_of
from content.ledger.headers import parse_header
from content.ledger.table import Table


class Plain(Dialect):
    """A table with a row per product."""

    name = "plain"

    def recognise(self, header: Sequence[str]) -> bool:
        """A column for the SKU and one for the title, whatever they are called."""
        labels = {form(parse_header(name).label) for name in header}
        return all(labels & {name, *names_of(name)} for name in NEEDED)

    def convert(self, table: Table, _site: str, /) -> Table:
        """The same table with the two columns renamed; what others are called `columns_of` knows."""
        header = list(table.header)
        for name in NEEDED:
            headers = [parse_header(written) for written in header]
            labels = [
                "" if each.language or each.country else each.label for each in headers
            ]  # `title@en` is not ours
            place = first_named(labels, (name, *names_of(name)))
            if place is not None and form(labels[place]) != name:
                header[place] = name
        return replace(table, header=tuple(header))
