"""Any other product list: our own columns, or the names other systems give to SKU and title."""

from collections.abc import Sequence
from dataclasses import replace

from content.importing.dialect import Dialect
from content.ledger.columns import ALSO_CALLED, NEEDED
from content.ledger.headers import parse_header
from content.ledger.table import Table
from content.lexicon.keys import plain


class Plain(Dialect):
    """A table with a row per product."""

    name = "plain"

    def recognise(self, header: Sequence[str]) -> bool:
        """A column for the SKU and one for the title, whatever they are called."""
        labels = {plain(parse_header(name).label) for name in header}
        return all(labels & {name, *_aliases(name)} for name in NEEDED)

    def convert(self, table: Table, _site: str, /) -> Table:
        """The same table with the two columns renamed."""
        header = list(table.header)
        for name in NEEDED:
            labels = [plain(parse_header(written).label) for written in header]
            if name not in labels:
                place = next((labels.index(alias) for alias in _aliases(name) if alias in labels), None)
                if place is not None:
                    header[place] = name
        return replace(table, header=tuple(header))


def _aliases(name: str) -> tuple[str, ...]:
    return tuple(plain(alias) for alias in ALSO_CALLED[name].split("|"))
