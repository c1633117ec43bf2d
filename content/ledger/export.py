"""The ledger as JSON: what `acreage facts --json` prints, for people's own programs."""

from collections.abc import Mapping, Sequence
from datetime import date

from content.ledger.ledger import Ledger, digest
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

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def as_json(ledger: Ledger, subjects: Sequence[str]) -> dict[str, Json]:
    """What the ledger holds on some subjects (handles, `shop`, `evidence-<id>`), in the order of its sources."""
    is_shop = "shop" in subjects
    return {
        "shop": {"id": ledger.shop.id, "name": ledger.shop.name, "language": ledger.shop.language},
        "categories": list(ledger.categories()),
        "products": [_product(p) for p in ledger.products.values() if p.handle in subjects],
        "facts": [_fact(fact) for subject in subjects for fact in ledger.facts(subject)],
        "advice": [_advice(advice) for advice in ledger.advice] if is_shop else [],
        "evidence": [_evidence(each) for each in ledger.evidence if f"evidence-{each.id}" in subjects],
        "conflicts": [_finding(finding) for finding in ledger.conflicts],
    }


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


def _fact(fact: Fact) -> dict[str, Json]:
    return {
        "reference": fact.reference,
        "subject": fact.subject,
        "key": fact.key,
        "value": value_as_json(fact.value),
        "digest": digest(fact.value),
        "market": fact.market,
        "source": fact.source,
        "row": fact.row,
        "column": fact.column,
        "valid_from": fact.valid_from.isoformat() if fact.valid_from else None,
        "valid_until": fact.valid_until.isoformat() if fact.valid_until else None,
    }


def _advice(advice: Advice) -> dict[str, Json]:
    return {
        "id": advice.id,
        "aspect": advice.aspect,
        "about": list(advice.about),
        "title": dict(advice.title.by_language),
        "answer": dict(advice.answer.by_language),
        "body": dict(advice.body.by_language),
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
