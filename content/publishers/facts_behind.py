"""The facts behind a text: for every reference its value and the line of the shop's file it comes from."""

import html
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_precision

from content.errors import LedgerGap
from content.ledger.ledger import Ledger, digest
from content.markup import Show, plain_text
from content.records import UNKNOWN, Draft, Many, Money, Text, Value
from content.references import find_references, parted
from content.reliance import agrees, is_claim, state
from content.rendering import render
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Origin:
    """One fact of the ledger: what it says, and where."""

    reference: str
    value: str  # readable: `24.90 EUR`, `yes`, `unknown` when nobody stated it
    digest: str
    place: str  # `products.csv`
    row: int | None
    column: str

    @property
    def where(self) -> str:
        """`products.csv, line 2, column “Width [cm]”`."""
        parts = [
            self.place,
            f"line {self.row}" if self.row else "",
            f"column “{self.column}”" if self.column else "",
        ]
        return ", ".join(part for part in parts if part) if self.place else "stated nowhere"

    @property
    def is_unknown(self) -> bool:
        """Nobody has stated it."""
        return self.digest == digest(UNKNOWN)


@dataclass(slots=True)
class Behind:
    """A reference in a text: how it reads there, how often it stands, and the facts it is made of."""

    number: int
    source: str  # `{{handle.key}}`
    shown: str
    is_gap: bool
    origins: tuple[Origin, ...]
    uses: int = 0
    has_anchor: bool = False  # whether a use can be jumped to: inside a link it cannot


@dataclass(frozen=True, slots=True)
class Relied:
    """A fact that a passage rests on without printing it: `can be cut: no`."""

    origin: Origin
    then: str
    passage: str

    @property
    def has_changed(self) -> bool:
        """The ledger says something else now than when the text was written."""
        return not agrees(self.then, self.origin.digest)


class NumberedShow(Show):
    """References as their values, each with a number that leads to its line among the facts."""

    def __init__(self, ledger: Ledger, market: Market, on: date) -> None:
        self.ledger, self.market, self.on = ledger, market, on
        self.behind: dict[str, Behind] = {}

    def markup(self, source: str, *, is_in_link: bool = False) -> str:
        """The value, and a small link to its line; a missing fact stands out instead of failing."""
        found = self._found(source)
        found.uses += 1
        if found.is_gap:
            value = f'<mark class="gap">{html.escape(found.shown)}</mark>'
        else:
            value = render(source, self.ledger, self.market, "html", self.on)
        if is_in_link:
            return value
        anchor = "" if found.has_anchor else f' id="at_use-{found.number}"'
        found.has_anchor = True
        where = html.escape("; ".join(origin.where for origin in found.origins))
        link = f'<a href="#at_fact-{found.number}" title="{where}">{found.number}</a>'
        return f'<span class="fact"{anchor}>{value}{link}</span>'

    def plain(self, source: str) -> str:
        """The value as text, or what is missing in square brackets."""
        return self._found(source).shown

    def _found(self, source: str) -> Behind:
        if source not in self.behind:
            shown, is_gap = self._shown(source)
            origins = origins_of(source, self.ledger, self.market, self.on)
            self.behind[source] = Behind(len(self.behind) + 1, source, shown, is_gap, origins)
        return self.behind[source]

    def _shown(self, source: str) -> tuple[str, bool]:
        try:
            return render(source, self.ledger, self.market, "plain", self.on), False
        except LedgerGap:
            return f"[missing: {source.strip('{} ')}]", True


def origins_of(source: str, ledger: Ledger, market: Market, on: date) -> tuple[Origin, ...]:
    """The facts a reference is made of; a difference has two."""
    return tuple(
        _origin(subject, key, ledger, market, on)
        for reference in find_references(source)
        for subject, key in reference.targets
    )


def relied_on(draft: Draft, numbered: NumberedShow) -> list[Relied]:
    """What the text rests on without printing it, once per fact, with the first passage that does."""
    printed = {fact for source in numbered.behind for fact in _facts(source)}
    blocks = draft.body.split("\n\n")
    result: dict[str, Relied] = {}
    for reliance in draft.relies:
        if reliance.reference in result or reliance.reference in printed:
            continue
        passage = blocks[reliance.block] if reliance.block < len(blocks) else ""
        origin = _origin_of(reliance.reference, numbered.ledger, numbered.market, numbered.on)
        said = plain_text(passage, numbered)
        result[reliance.reference] = Relied(origin, reliance.value, said)
    return list(result.values())


def _origin_of(reliance: str, ledger: Ledger, market: Market, on: date) -> Origin:
    if not is_claim(reliance):
        subject, key, entry = parted(reliance)
        origin = _origin(subject, key, ledger, market, on)
        now = state(reliance, ledger, market, on)
        return replace(origin, reference=reliance, value=now, digest=now) if entry else origin
    now = state(reliance, ledger, market, on)
    return Origin(reliance, now, now, "worked out from the facts", None, "")


def _facts(source: str) -> list[str]:
    return [fact for reference in find_references(source) for fact in reference.facts]


def _origin(subject: str, key: str, ledger: Ledger, market: Market, on: date) -> Origin:
    fact = ledger.fact(subject, key, market, on)
    said = readable(fact.value, market.language)
    return Origin(f"{subject}.{key}", said, digest(fact.value), fact.source, fact.row, fact.column)


def readable(value: Value, language: str) -> str:
    """A value as the shop's own people would say it, not as a page prints it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Money():
            places = get_currency_precision(value.currency)
            return f"{Decimal(value.minor).scaleb(-places)} {value.currency}"
        case Text():
            return value.get(language) or next((text for _, text in value.by_language), "")
        case Many():
            return " | ".join(readable(side, language) for side in value.values)
    return digest(value)
