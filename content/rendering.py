"""Drafts into text a reader sees: each reference becomes its fact's value in this market, or a LedgerGap."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from content import locales
from content.entries import entry_of, fault
from content.errors import LedgerGap
from content.ledger.ledger import Ledger, digest
from content.ledger.units import convert, dimension, find_unit
from content.ledger.worded import worded
from content.records import UNKNOWN, Choice, Fact, Many, Money, Quantity, Span, Value, sides_of
from content.references import Reference, find_references
from content.written_form import as_written
from seo.records import Market

Form = Literal["html", "markdown", "plain", "json"]
NO_FORMS: Mapping[str, str] = {}
SLOT = "▢"
"""What stands for a reference where texts are compared: any fact is as good as another."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")
_ISOLATE, _RELEASE = "\u2068", "\u2069"


def render(
    text: str,
    ledger: Ledger,
    market: Market,
    form: Form,
    on: date | None = None,
    forms: Mapping[str, str] = NO_FORMS,
) -> str:
    """Fill every reference. LedgerGap names the product and the column of a fact that is not there.

    `forms` are the units and orders a page was written with (`written_form.py`); they change no amount.
    """
    parts: list[str] = []
    end = 0
    for reference in find_references(text):
        parts.append(text[end : reference.start])
        value = evaluate(reference, ledger, market, on, forms)
        shown = _in_words(value, reference, ledger, market, on, forms)
        shown = locales.standing(shown, text[: reference.start], market.locale)
        is_inside_tag = _is_inside_tag(text, reference)
        parts.append(_dressed(shown, value, reference, market, form, is_inside_tag=is_inside_tag))
        end = reference.end
    return "".join([*parts, text[end:]])


def slots(text: str) -> str:
    """The text with a placeholder for each reference, for measuring how alike two texts are."""
    parts: list[str] = []
    end = 0
    for reference in find_references(text):
        parts += [text[end : reference.start], SLOT]
        end = reference.end
    return "".join([*parts, text[end:]])


def show(reference: Reference, ledger: Ledger, market: Market, on: date | None = None) -> str:
    """The bare words of a reference in this market; LedgerGap when there are none."""
    return _in_words(evaluate(reference, ledger, market, on), reference, ledger, market, on)


def _in_words(
    value: Value,
    reference: Reference,
    ledger: Ledger,
    market: Market,
    on: date | None,
    forms: Mapping[str, str] = NO_FORMS,
) -> str:
    if reference.function == "convert" and isinstance(value, Quantity | Span | Many):
        is_size = find_unit(reference.argument) is None
        stated = value if is_size else evaluate(_all_of(reference), ledger, market, on, forms)
        return locales.exact(value, market.locale, stated)
    if reference.function is None and reference.entries and isinstance(value, Quantity | Span | Choice):
        of = evaluate(_all_of(reference), ledger, market, on, forms)
        words = locales.entry(value, of, market.locale, ledger.lexicon)
    else:
        words = locales.value(value, market.locale, ledger.lexicon)
    if words is None:
        raise LedgerGap(_no_words(reference, value, ledger, market))
    return words


def _all_of(reference: Reference) -> Reference:
    """The fact itself: no function, no single entry."""
    return replace(reference, function=None, entries=())


def evaluate(
    reference: Reference,
    ledger: Ledger,
    market: Market,
    on: date | None = None,
    forms: Mapping[str, str] = NO_FORMS,
) -> Value:
    """The value of a reference, function applied; LedgerGap when a fact is missing or does not fit."""
    values = []
    for ((subject, key), entry), fact in zip(reference.parts, reference.facts, strict=True):
        value = _known(subject, key, ledger, market, on)
        then = forms.get(f"{subject}.{key}") or forms.get(fact)
        stated = as_written(value, then) if then else value
        values.append(_entry(subject, key, entry, stated) if entry else stated)
    if reference.function is None:
        return values[0]
    found = _apply(reference, values, ledger)
    if found is None:
        said = ", ".join(worded(value, market.language) for value in values)
        raise LedgerGap(f"{{{{{reference.source}}}}} cannot be worked out from {said!r}: use another fact.")
    return found


# --- facts ------------------------------------------------------------------------------------------------


def _entry(subject: str, key: str, name: str, value: Value) -> Value:
    """One entry of a list; LedgerGap names those it has."""
    found = entry_of(value, name)
    if found is None:
        raise LedgerGap(fault(subject, key, name, value))
    return found


def _known(subject: str, key: str, ledger: Ledger, market: Market, on: date | None) -> Value:
    if subject not in ledger.products and not ledger.facts(subject):
        raise LedgerGap(
            f"{{{{{subject}.{key}}}}}: there is no {subject!r} in this shop: correct the reference."
        )
    fact = ledger.fact(subject, key, market, on)
    if fact.value == UNKNOWN:
        raise LedgerGap(_gap(fact, ledger, market))
    return fact.value


def _gap(fact: Fact, ledger: Ledger, market: Market) -> str:
    """Which column of which product to fill in."""
    if fact.subject not in ledger.products:
        where = "facts.toml" if fact.subject == "shop" else "the evidence folder"
        return f"{{{{{fact.reference}}}}} is unknown in {market.locale}: state {fact.key!r} in {where}."
    product = ledger.products[fact.subject]
    column = fact.column or fact.key
    return (
        f"{{{{{fact.reference}}}}} is unknown in {market.locale}: "
        f"fill in column {column!r} of {product.sku!r} in products.csv."
    )


def _no_words(reference: Reference, value: Value, ledger: Ledger, market: Market) -> str:
    subject, key = reference.targets[0]
    sku = ledger.products[subject].sku if subject in ledger.products else subject
    return (
        f"{{{{{reference.source}}}}} has no {market.language} word for {worded(value, market.language)!r} "
        f"(column {ledger.fact(subject, key).column or key!r} of {sku!r}): add one to words.csv."
    )


def _apply(reference: Reference, values: Sequence[Value], ledger: Ledger) -> Value | None:
    if reference.function == "diff":
        return _difference(values[0], values[1])
    if reference.function == "convert":
        subject, key = reference.targets[0]
        size = ledger.in_system(subject, key, values[0], reference.argument)
        return size if size is not None else _in_unit(values[0], reference.argument)
    ends = _ends(values[0])
    if not ends:
        return None
    return ends[0] if reference.function == "min" else ends[-1]


def _ends(value: Value) -> list[Quantity] | list[Money]:
    """The numbers of an enumeration from small to large; nothing when they cannot be compared."""
    sides = sides_of(value)
    prices = [side for side in sides if isinstance(side, Money)]
    if prices and len(prices) == len(sides) and len({price.currency for price in prices}) == 1:
        return sorted(prices, key=lambda price: price.minor)
    amounts: list[Quantity] = []
    for side in sides:
        if isinstance(side, Quantity):
            amounts.append(side)
        elif isinstance(side, Span):
            amounts += [Quantity(side.low, side.unit), Quantity(side.high, side.unit)]
        else:
            return []
    if len({dimension(amount.unit) for amount in amounts}) != 1:
        return []
    unit = amounts[0].unit
    return sorted(amounts, key=lambda amount: convert(amount.amount, amount.unit, unit) or Decimal(0))


def _difference(first: Value, second: Value) -> Value | None:
    """How far two amounts lie apart, in the unit of the first."""
    if isinstance(first, Money) and isinstance(second, Money) and first.currency == second.currency:
        return Money(abs(first.minor - second.minor), first.currency)
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return None
    other = convert(second.amount, second.unit, first.unit)
    return None if other is None else Quantity(abs(first.amount - other), first.unit)


def _in_unit(value: Value, written: str) -> Quantity | Span | Many | None:
    """The same amounts in another unit; None when one of them has no such unit."""
    unit = find_unit(written)
    if isinstance(value, Many):
        sides = [_in_unit(side, written) for side in value.values]
        known = tuple(side for side in sides if isinstance(side, Quantity | Span))
        return Many(known) if len(known) == len(sides) else None
    if unit is None or not isinstance(value, Quantity | Span):
        return None
    ends = (value.amount,) if isinstance(value, Quantity) else (value.low, value.high)
    found = [amount for end in ends if (amount := convert(end, value.unit, unit)) is not None]
    if len(found) < len(ends):
        return None
    return Quantity(found[0], unit) if isinstance(value, Quantity) else Span(found[0], found[1], unit)


# --- dress ------------------------------------------------------------------------------------------------


def _dressed(
    words: str, value: Value, reference: Reference, market: Market, form: Form, *, is_inside_tag: bool
) -> str:
    is_address = reference.function is None and reference.targets[0][1] == "url"
    is_isolated = market.language == "ar" and not is_address
    if form == "json":
        return words
    if form == "markdown":
        return words if is_address else _MARKDOWN.sub(r"\\\1", words)
    if form == "plain" or is_address or is_inside_tag:
        isolated = f"{_ISOLATE}{words}{_RELEASE}" if is_isolated else words
        return html.escape(isolated) if form == "html" else isolated
    machine = digest(value) if _has_machine_form(reference) else words
    shown = f"<bdi>{html.escape(words)}</bdi>" if is_isolated else html.escape(words)
    return f'<data data-acreage="{reference.source}" value="{html.escape(machine)}">{shown}</data>'


def _has_machine_form(reference: Reference) -> bool:
    """Whether the value has a form for machines; a name is its own."""
    return reference.function is not None or reference.targets[0][1] != "name"


def _is_inside_tag(text: str, reference: Reference) -> bool:
    before = text[: reference.start]
    opened = before.rfind("<")
    return opened > before.rfind(">") and bool(re.match(r"</?[a-zA-Z]", before[opened:]))
