"""What changed between two readings of a ledger: the value, the market, the days, and both places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from content.ledger.conflicts import place_of
from content.ledger.values import precision

Key = tuple[str, str, str]  # subject, attribute, market (empty: everywhere)
Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is new, gone or different. `before` and `after` are as `digest` writes them, with their days."""

    subject: str
    key: str
    market: str  # empty: everywhere
    kind: Literal["added", "removed", "changed"]
    before: str
    after: str
    was_at: str
    is_at: str

    @property
    def reference(self) -> str:
        """`handle.attribute`."""
        return f"{self.subject}.{self.key}"


def changes(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Change]:
    """Changes between two lists of exported facts, in the order of the later one; what is gone comes last."""
    old, new = _by_key(before), _by_key(after)
    for key, entries in new.items():
        held = old.get(key, [])
        if _said(held) != _said(entries):
            yield _change(key, held, entries)
    for key, entries in old.items():
        if key not in new:
            yield _change(key, entries, [])


def _change(key: Key, before: Sequence[Entry], after: Sequence[Entry]) -> Change:
    kind: Literal["added", "removed", "changed"] = (
        "changed" if before and after else "added" if after else "removed"
    )
    return Change(*key, kind, _shown(before), _shown(after), _place(before), _place(after))


def _by_key(entries: Sequence[Entry]) -> dict[Key, list[Entry]]:
    found: dict[Key, list[Entry]] = {}
    for entry in entries:
        key = (str(entry["subject"]), str(entry["key"]), str(entry["market"] or ""))
        found.setdefault(key, []).append(entry)
    return found


def _said(entries: Sequence[Entry]) -> set[tuple[object, object, object]]:
    """What is told, wherever it stands: a row that moved is no change."""
    return {(entry["digest"], entry["valid_from"], entry["valid_until"]) for entry in entries}


def _shown(entries: Sequence[Entry]) -> str:
    return "; ".join(dict.fromkeys(_words(entry) + _days(entry) for entry in entries))


def _words(entry: Entry) -> str:
    """A text as it reads, a price in its main unit, everything else by its digest."""
    value = entry["value"]
    text = value.get("text") if isinstance(value, Mapping) else None
    if isinstance(text, Mapping):
        return " / ".join(dict.fromkeys(str(words) for words in text.values()))
    sides = value if isinstance(value, list) else [value]
    prices = [side for side in sides if isinstance(side, Mapping) and "minor" in side]
    if prices and len(prices) == len(sides):
        return " | ".join(map(_money, prices))
    return str(entry["digest"])


def _money(side: Mapping[str, object]) -> str:
    currency = str(side["currency"])
    return f"{Decimal(str(side['minor'])).scaleb(-precision(currency))} {currency}"


def _days(entry: Entry) -> str:
    first, last = entry["valid_from"], entry["valid_until"]
    if not first and not last:
        return ""
    return f" ({first or '…'} to {last or '…'})"


def _place(entries: Sequence[Entry]) -> str:
    if not entries:
        return ""
    row = entries[0]["row"]
    return place_of(
        str(entries[0]["source"]), row if isinstance(row, int) else None, str(entries[0]["column"])
    )
