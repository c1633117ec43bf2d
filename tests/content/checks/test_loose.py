"""What is too loosely tied to a row to be held up by it is a warning: rough numbers, and another's in its own section."""

from collections.abc import Callable

import pytest

from content.records import Finding, Severity

Look = Callable[..., list[Finding]]
ROUGH = {
    "en-GB": ("Ferra is a pan. It is around {}.", "Ferra weighs around {}.", "3 kg"),
    "es-ES": ("Ferra es una sartén. Son unos {}.", "Ferra pesa unos {}.", "3 kg"),
    "fr-FR": ("Ferra est une poêle. C'est environ {}.", "Ferra pèse environ {}.", "3 kg"),
    "de-DE": ("Ferra ist eine Pfanne. Das sind rund {}.", "Ferra wiegt rund {}.", "3 kg"),
    "ar-AE": ("فيرا مقلاة. وهذا نحو {}.", "تزن فيرا نحو {}.", "3 كغ"),
    "ja-JP": ("フェラはフライパンです。およそ{}です。", "フェラの重さはおよそ{}です。", "3kg"),
}


def said(found: list[Finding]) -> list[tuple[str, Severity]]:
    return [(f.rule, f.severity) for f in found if f.rule.split(".")[0] in {"number", "price"}]


@pytest.mark.parametrize("locale", ROUGH)
def test_a_rough_number_without_its_word_or_a_name_is_a_warning(findings: Look, locale: str) -> None:
    free, tied, amount = ROUGH[locale]
    assert said(findings(free.format(amount), locale)) == [("number.loose", Severity.WARN)]
    assert said(findings(tied.format(amount), locale)) == [("number.contradicted", Severity.BLOCK)]


def test_a_rough_conversion_and_a_rough_promise_stay_hard(findings: Look) -> None:
    assert said(findings("Ferra is a pan. It is 1.4 kg (roughly 5.6 lb).")) == [
        ("number.contradicted", Severity.BLOCK)
    ]
    assert said(findings("Ferra is a pan. Delivery takes about 20 days."))[0][1] is Severity.BLOCK


def test_a_number_of_the_other_product_of_its_section_is_a_warning(findings: Look) -> None:
    both = "Lumo is a lamp and Ferra is a pan.\n\nFerra is of aluminium. {}"
    assert said(findings(both.format("In the hand just 1.2 kg."))) == [("number.loose", Severity.WARN)]
    assert said(findings(both.format("It weighs just 1.2 kg."))) == [("number.elsewhere", Severity.BLOCK)]
    assert said(findings(both.format("In the hand just 1.1 kg."))) == [("number.elsewhere", Severity.BLOCK)]


@pytest.mark.parametrize(
    "text", ["Trains allow 23 kg.", "Send a letter of 20 g.", "The line is drawn at 2.37 m."]
)
def test_a_number_of_no_product_contradicts_none(findings: Look, text: str) -> None:
    page = f"Ferra is a pan, Norrvik a curtain, Lido a towel, Tarn a kettle.\n\n## At home\n\n{text}"
    assert said(findings(page)) == [("number.unproven", Severity.NOTE)]
