"""Tables of references: every cell is a fact of the ledger or says that nobody has stated it."""

from collections.abc import Iterable, Sequence

from content.ledger.counted import SHORT, are_named, told_apart_by
from content.ledger.ledger import Ledger, digest
from content.ledger.partly import differs, partly
from content.plan.catalogue import sayable
from content.records import UNKNOWN, Assignment, Many, Text
from content.reliance import claim
from content.writing.counted import by_what
from content.writing.phrases import Wording, capital
from seo.records import Market

MOST_COLUMNS = 4
FEWEST_ROWS = 2
FEWEST_COLUMNS = 2  # of those that most rows fill, for one that few fill to be left out
FEWEST_SIZES = 3
A_FEW = range(2, 5)  # rows of one product that can still be read
SIZES = range(2, 9)  # the same where its sizes are what the page is about


Told = tuple[str, tuple[str, ...]]
"""A table, and what it rests on without printing it."""


def attribute_table(assignment: Assignment, ledger: Ledger, wording: Wording) -> Told:
    """Products down, attributes across; empty when there is nothing to compare."""
    market, handles = assignment.market, assignment.handles
    keys = table_keys(assignment, ledger)
    if len(handles) < FEWEST_ROWS or not keys:
        return "", ()
    few = SIZES if assignment.aspect == "size" else A_FEW
    versions = {handle: _versions(ledger, handle, keys, market, wording, few) for handle in handles}
    rows = {h: versions[h] or {h: product(ledger, h, market)} for h in handles}
    keys = _well_filled(ledger, [each for named in rows.values() for each in named], keys, market)
    labels = [capital(ledger.lexicon.attribute(k, market.language) or k) for k in keys]
    lines = [_row([wording.word("model"), *labels]), _row(["---"] * (len(keys) + 1))]
    relies: list[str] = []
    for handle in handles:
        relies += [claim("variants", handle)] if versions[handle] else []
        relies += _silences(ledger, list(rows[handle]), keys, market)
        for each, name in rows[handle].items():
            lines.append(_row([name, *(_cell(ledger, each, k, market, wording) for k in keys)]))
    return "\n".join(lines), tuple(relies)


def _well_filled(ledger: Ledger, rows: Sequence[str], keys: Sequence[str], market: Market) -> list[str]:
    """The columns that most rows fill; all where fewer than two would be left."""
    told = {k: sum(ledger.fact(each, k, market).value != UNKNOWN for each in rows) for k in keys}
    full = [k for k in keys if told[k] * 2 >= len(rows)]
    return full if len(full) >= FEWEST_COLUMNS else list(keys)


def _versions(
    ledger: Ledger, handle: str, keys: Sequence[str], market: Market, wording: Wording, few: range
) -> dict[str, str]:
    """A version of a product for each row it needs, and how that row is called: two sizes and two prices in a cell each
    leave open which costs what. None where nothing gets lost in one row, or there are too many to read.
    """
    variants = list(ledger.variants(handle))
    rows: dict[tuple[str, ...], list[str]] = {}
    for each in variants:
        rows.setdefault(tuple(digest(ledger.fact(each, k, market).value) for k in keys), []).append(each)
    apart = [k for k in told_apart_by(handle, ledger, market) if k not in keys]
    apart = [k for k in apart if _tells(ledger, rows.values(), k, market)]
    differing = [k for k in keys if _differs(ledger, variants, k, market)]
    is_lost = len(differing) > 1 or bool(differing and apart)
    if not is_lost or len(rows) not in few or not all(_is_said(ledger, variants, k, market) for k in apart):
        return {}
    name = product(ledger, handle, market)
    which = {own[0]: by_what(own, apart, market) if apart else "" for own in rows.values()}
    return {each: _called(name, told, apart, wording) for each, told in which.items()}


def _tells(ledger: Ledger, rows: Iterable[Sequence[str]], key: str, market: Market) -> bool:
    """Whether an attribute sets rows apart: a colour that two sizes come in is the name of neither."""
    if key == SHORT:
        return True
    stated = [{digest(ledger.fact(v, key, market).value) for v in own} for own in rows]
    return sum(map(len, stated)) == len(set().union(*stated))


def _called(name: str, which: str, apart: Sequence[str], wording: Wording) -> str:
    """A row's name: the versions' own short names, or the product's with what sets them apart."""
    if not which or apart == [SHORT]:
        return which or name
    return wording.word("counted").format(name=name, which=which)


def _is_said(ledger: Ledger, variants: list[str], key: str, market: Market) -> bool:
    return key == SHORT or sayable(ledger, variants, key, market)


def table_keys(assignment: Assignment, ledger: Ledger) -> list[str]:
    """The attributes that differ between the products, as many as a narrow screen can show."""
    market, handles = assignment.market, assignment.handles
    keys = [k for k in assignment.attributes if _differs(ledger, handles, k, market)]
    keys = [k for k in keys if sayable(ledger, list(handles), k, market)][:MOST_COLUMNS]
    return keys


def variant_table(assignment: Assignment, ledger: Ledger, wording: Wording) -> Told:
    """The sizes of one product down, the systems they are given in across."""
    market = assignment.market
    for handle in assignment.handles:
        variants = ledger.variants(handle)
        keys = [
            k
            for k in assignment.attributes
            if len({digest(ledger.fact(v, k, market).value) for v in variants}) > 1
            and sayable(ledger, list(variants), k, market)
        ][:MOST_COLUMNS]
        # Two colours of one size are one row: what they say counts, not which variant says it.
        alike = {tuple(digest(ledger.fact(v, k, market).value) for k in keys): v for v in reversed(variants)}
        own = [v for v in variants if v in alike.values()]
        rows = [tuple(_cell(ledger, v, k, market, wording) for k in keys) for v in own]
        if len(rows) >= FEWEST_SIZES and len(keys) >= FEWEST_ROWS:
            labels = [capital(ledger.lexicon.attribute(k, market.language) or k) for k in keys]
            if len(own) == len(variants) and are_named(handle, ledger, market.language):
                labels = [wording.word("model"), *labels]
                rows = [(f"{{{{{v}.short}}}}", *row) for v, row in zip(own, rows, strict=True)]
            text = "\n".join([_row(labels), _row(["---"] * len(labels)), *(_row(list(row)) for row in rows)])
            return text, (claim("variants", handle), *_silences(ledger, variants, keys, market))
    return "", ()


def route_table(ledger: Ledger, market: Market, wording: Wording) -> Told:
    """Delivery routes down; name, time, price and the amount from which it is free across, as far as they are known."""
    whats = ("name", "days", "cost", "free_from")
    routes = [
        f.key.removesuffix("_days")
        for f in ledger.facts("shop")
        if f.key.startswith("delivery_") and f.key.endswith("_days") and f.market == market.country
    ]
    known = {(r, w): is_told(ledger, f"{r}_{w}", market) for r in routes for w in whats}
    columns = [w for w in whats if any(known[r, w] for r in routes)]
    if not routes:
        return "", ()
    words = {"name": "route", "days": "time", "cost": "price", "free_from": "free_from"}
    header = [_row([wording.word(words[w]) for w in columns]), _row(["---"] * len(columns))]
    rows = [
        _row([f"{{{{shop.{r}_{w}}}}}" if known[r, w] else "–" for w in columns])
        for r in dict.fromkeys(routes)
    ]
    dashes = (claim("unknown", f"shop.{r}_{w}") for r in routes for w in columns if not known[r, w])
    return "\n".join([*header, *rows]), (claim("routes"), *dict.fromkeys(dashes))


def is_told(ledger: Ledger, key: str, market: Market) -> bool:
    """Whether the shop has stated it for this market, and in its language where it is words."""
    value = ledger.fact("shop", key, market).value
    return bool(value.get(market.language)) if isinstance(value, Text) else value != UNKNOWN


def product(ledger: Ledger, handle: str, market: Market) -> str:
    """A product's name, linked when it has a page in this market."""
    name = f"{{{{{handle}.name}}}}"
    return f"[{name}]({{{{{handle}.url}}}})" if ledger.url(handle, market) else name


def _cell(ledger: Ledger, handle: str, key: str, market: Market, wording: Wording) -> str:
    if ledger.fact(handle, key, market).value != UNKNOWN:
        return f"{{{{{handle}.{key}}}}}"
    if differs(ledger, handle, key, market):
        return wording.word("varies")
    return wording.word("partly" if partly(ledger, handle, key, market) else "unknown")


def _silences(ledger: Ledger, handles: Sequence[str], keys: Sequence[str], market: Market) -> tuple[str, ...]:
    """The cells that say "not stated", or "depends on the version": once somebody states it, they are wrong."""
    silent = [(h, k) for h in handles for k in keys if ledger.fact(h, k, market).value == UNKNOWN]
    versions = (f"{version}.{k}" for h, k in silent for version in partly(ledger, h, k, market))
    return (*(claim("unknown", f"{h}.{k}") for h, k in silent), *versions)


def _differs(ledger: Ledger, handles: Sequence[str], key: str, market: Market) -> bool:
    values = [ledger.fact(h, key, market).value for h in handles]
    several = any(isinstance(v, Many) for v in values)
    return several or len({digest(v).casefold() for v in values if v != UNKNOWN}) > 1


def repeats_the_opening(assignment: Assignment, ledger: Ledger) -> bool:
    """A single column of yes and no says what the first sentence has said."""
    keys = table_keys(assignment, ledger)
    values = [ledger.fact(h, keys[0], assignment.market).value for h in assignment.handles] if keys else []
    return len(keys) == 1 and any(isinstance(value, bool) for value in values)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
