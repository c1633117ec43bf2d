"""The ledger as JSON: what `acreage facts --json` prints, what `.acreage/ledger.json` keeps, and what has changed."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from content.errors import ShopError
from content.ledger.differences import Change, changes
from content.ledger.ledger import Ledger, digest
from content.ledger.worded import language_of, worded
from content.records import (
    Advice,
    Choice,
    Evidence,
    Fact,
    Finding,
    Many,
    Money,
    Product,
    Quantity,
    Span,
    Text,
    Value,
)
from content.shop import Shop

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Held = Ledger | Mapping[str, Json]
COMPARED = frozenset(
    {"subject", "key", "market", "value", "digest", "row", "source", "column", "valid_from", "valid_until"}
)
SNAPSHOT = ".acreage/ledger.json"
"""Where a shop keeps the ledger its pages were made from."""


def as_json(ledger: Ledger, subjects: Sequence[str]) -> dict[str, Json]:
    """What the ledger holds on some subjects (handles, `shop`, `evidence-<id>`), in the order of its sources."""
    is_shop = "shop" in subjects
    return {
        "shop": {"id": ledger.shop.id, "name": ledger.shop.name, "language": ledger.shop.language},
        "categories": list(ledger.categories()),
        "products": [_product(p) for p in ledger.products.values() if p.handle in subjects],
        "facts": [fact_as_json(fact, ledger.shop) for subject in subjects for fact in ledger.facts(subject)],
        "advice": [_advice(advice) for advice in ledger.advice] if is_shop else [],
        "evidence": [_evidence(each) for each in ledger.evidence if f"evidence-{each.id}" in subjects],
        "conflicts": [_finding(finding) for finding in ledger.conflicts],
    }


def snapshot(ledger: Ledger) -> dict[str, Json]:
    """Everything the ledger holds, to be compared with a later one."""
    return as_json(ledger, ledger.subjects())


def diff(before: Held, after: Held) -> tuple[Change, ...]:
    """What changed from one ledger to another; each of them opened, or as `snapshot` or `facts --json` wrote it.

    A fact counts as changed when its value or its days are others; a row that moved is no change.
    """
    return tuple(changes(_facts(before), _facts(after)))


def read_snapshot(path: Path) -> Mapping[str, Json]:
    """A stored ledger; ShopError when the file is not one."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ShopError(
            f"{path}: no such file. `acreage facts snapshot` keeps the ledger as it is now."
        ) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ShopError(
            f"{path.name} is no stored ledger ({error}): name a file of `acreage facts --json`."
        ) from error
    is_ledger = isinstance(held, dict) and isinstance(held.get("facts"), list)
    if not is_ledger or not all(isinstance(fact, dict) and set(fact) >= COMPARED for fact in held["facts"]):
        raise ShopError(f"{path.name} is no stored ledger: name a file that `acreage facts --json` wrote.")
    known: Mapping[str, Json] = held
    return known


def _facts(held: Held) -> Sequence[Mapping[str, Json]]:
    stored = snapshot(held)["facts"] if isinstance(held, Ledger) else held["facts"]
    return [fact for fact in stored if isinstance(fact, Mapping)] if isinstance(stored, Sequence) else []


def value_as_json(value: Value) -> Json:
    """A value for machines: numbers exact, as text; unknown is `{"unknown": true}`, never null or 0."""
    match value:
        case bool():
            return value
        case Quantity():
            return {"amount": format(value.amount, "f"), "unit": value.unit}
        case Span():
            return {"low": format(value.low, "f"), "high": format(value.high, "f"), "unit": value.unit}
        case Money():
            return {"minor": value.minor, "currency": value.currency}
        case Choice():
            return value.text
        case Text():
            return {"text": dict(value.by_language)}
        case Many():
            return [value_as_json(side) for side in value.values]
        case date():
            return value.isoformat()
    return {"unknown": True}


def _product(product: Product) -> dict[str, Json]:
    return {
        "handle": product.handle,
        "sku": product.sku,
        "title": product.title,
        "brand": product.brand,
        "category": product.category,
        "family": product.family or None,
        "variants": list(product.variants),
        "row": product.row,
    }


def fact_as_json(fact: Fact, shop: Shop) -> dict[str, Json]:
    """A fact with its place, its days and who accepted it; `says` is for people: prices as they are written, of a
    text how it begins."""
    return {
        "reference": fact.reference,
        "subject": fact.subject,
        "key": fact.key,
        "value": value_as_json(fact.value),
        "digest": digest(fact.value),
        "says": worded(fact.value, language_of(fact, shop)),
        "market": fact.market,
        "source": fact.source,
        "row": fact.row,
        "column": fact.column,
        "valid_from": fact.valid_from.isoformat() if fact.valid_from else None,
        "valid_until": fact.valid_until.isoformat() if fact.valid_until else None,
        "accepted_by": fact.by or None,
    }


def _advice(advice: Advice) -> dict[str, Json]:
    return {
        "id": advice.id,
        "aspect": advice.aspect,
        "about": list(advice.about),
        "title": dict(advice.title.by_language),
        "answer": dict(advice.answer.by_language),
        "body": dict(advice.body.by_language),
        **({"by": advice.by} if advice.by else {}),
    }


def _evidence(evidence: Evidence) -> dict[str, Json]:
    return {
        "id": evidence.id,
        "kind": evidence.kind,
        "aspect": evidence.aspect,
        "about": list(evidence.about),
        "by": evidence.by,
        "on": evidence.on.isoformat(),
        "text": dict(evidence.text.by_language),
        "source": evidence.source,
    }


def _finding(finding: Finding) -> dict[str, Json]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "source": finding.evidence.source,
        "row": finding.evidence.row,
        "value": finding.evidence.value,
        "cure": finding.cure,
    }
