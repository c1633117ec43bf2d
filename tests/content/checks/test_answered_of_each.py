"""A yes or no to a question, of several products by name: each is held against its own row."""

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Severity
from content.shop import load_shop
from tests.content.plan.test_decide import DEMO


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


@pytest.mark.parametrize(
    ("locale", "body", "wrong"),
    [
        (
            "en-GB",
            "Can they be ironed? Yes for Aldermoor and Duskfield, no for Warmbrook, Feldau and Nachtal.",
            "",
        ),
        ("es-ES", "¿Se pueden planchar? Sí en Aldermoor y Duskfield, no en Warmbrook, Feldau y Nachtal.", ""),
        ("fr-FR", "Repassable ? Oui pour Aldermoor et Duskfield, non pour Warmbrook, Feldau et Nachtal.", ""),
        ("de-DE", "Bügelbar? Ja bei Aldermoor und Duskfield, nein bei Warmbrook, Feldau und Nachtal.", ""),
        ("en-GB", "Can they be ironed? No for Warmbrook, Feldau and Nachtal.", ""),
        (
            "en-GB",
            "Can they be ironed? Yes for Aldermoor, Feldau and Duskfield, no for Warmbrook.",
            "lh-fel-150x220",
        ),
        (
            "en-GB",
            "Can they be ironed? Yes for Duskfield, no for Warmbrook, Nachtal and Aldermoor.",
            "aldermoor",
        ),
        ("en-GB", "Can they be ironed? No for Warmbrook, Feldau and Aldermoor.", "aldermoor"),
        ("es-ES", "¿Se pueden planchar? Sí en Aldermoor y Warmbrook, no en Nachtal y Feldau.", "warmbrook"),
        ("de-DE", "Bügelbar? Ja bei Aldermoor und Feldau, nein bei Warmbrook und Nachtal.", "lh-fel-150x220"),
    ],
)
def test_each_product_answers_for_itself(ledger: Ledger, locale: str, body: str, wrong: str) -> None:
    market = next(each for each in ledger.shop.markets if each.locale == locale)
    front = f"---\ntitle: Ironing these curtains at home\nlang: {locale[:2]}\nmarket: {locale}\n---\n"
    found = check(parse_draft(front + body, "page.md"), ledger, market)
    blocked = {f.evidence.value.partition(".")[0] for f in found if f.severity is Severity.BLOCK}
    assert blocked == ({wrong} if wrong else set())
