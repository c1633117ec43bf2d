"""A text with its references filled in as a reader sees them, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from content.errors import LedgerGap
from content.ledger.ledger import Ledger
from content.references import find_references
from content.rendering import NO_FORMS, Form, render
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Slot:
    """A reference, braces included, and its words' place in the filled text."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    """What is read, and which of it the ledger wrote."""

    text: str
    slots: tuple[Slot, ...]


def fill(
    text: str,
    ledger: Ledger,
    market: Market,
    form: Form,
    on: date | None = None,
    forms: Mapping[str, str] = NO_FORMS,
) -> Filled:
    """Fill every reference; one without a fact stays as it is written. DraftError when braces do not close."""
    parts: list[str] = []
    slots: list[Slot] = []
    at = end = 0
    for reference in find_references(text):
        before, source = text[end : reference.start], text[reference.start : reference.end]
        try:
            words = render(source, ledger, market, form, on, forms)
        except LedgerGap:
            words = source
        parts += [before, words]
        at += len(before)
        if words != source:
            slots.append(Slot(source, at, at + len(words)))
        at += len(words)
        end = reference.end
    return Filled("".join([*parts, text[end:]]), tuple(slots))
