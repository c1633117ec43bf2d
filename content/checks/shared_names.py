"""A name several products share, `Wren` of a harness and of a helmet: whose it is by itself, or on a page."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from content.ledger.ledger import Ledger

FEW: Final = 3  # products that can be told apart by where their common name stands


class SharedNames:
    """`bearers`: each name with the products whose titles have it."""

    def __init__(self, bearers: Mapping[str, Sequence[str]], ledger: Ledger) -> None:
        self._bearers = bearers
        self._ledger = ledger
        self._of: dict[str, list[str]] = defaultdict(list)  # names by product and by line
        for name, handles in bearers.items():
            for handle in handles:
                self._of[handle].append(name)
                self._of[self._line(handle)].append(name)

    def of_the_main_ones(self) -> Iterator[tuple[str, str]]:
        """Names that are one product's wherever they stand, the one with most versions: `the Balade` is the pushchair
        that comes in two, not its carrycot."""
        for name, handles in self._bearers.items():
            versions = {handle: len(self._ledger.products[handle].variants) for handle in handles}
            first, second = sorted(handles, key=lambda handle: -versions[handle])[:2]
            if versions[first] > max(1, versions[second]):
                yield name, first

    def meant(self, page: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Names with the product they mean on a page: the only one of its bearers that is named there in full, else the
        only one of the line most products of the page are of."""
        lines = Counter(map(self._line, page))
        line = max(lines, key=lambda each: lines[each], default="")
        for name in dict.fromkeys(name for each in (*page, line) for name in self._of.get(each, ())):
            handles = self._bearers[name]
            named = [handle for handle in handles if handle in page]
            named = named or [handle for handle in handles if self._line(handle) == line]
            if len(named) == 1:
                yield name, named[0]

    def _line(self, handle: str) -> str:
        return f"category:{self._ledger.products[handle].category}"
