"""Two numbers that both are another product's, and money that is nobody's price."""

from collections.abc import Callable

import pytest

from content.records import Finding, Severity

Look = Callable[..., list[Finding]]


def blocks(found: list[Finding]) -> list[tuple[str, str]]:
    return [
        (f.rule, f.quote)
        for f in found
        if f.severity is Severity.BLOCK and f.rule.split(".")[0] in {"number", "price"}
    ]


PAGE = "Lumo is a lamp and Ferra is a pan.\n\nFerra is of aluminium. {}"


def test_two_numbers_of_another_product_of_the_page_speak_of_that_one(findings: Look) -> None:
    assert blocks(findings(PAGE.format("The height is 42 cm and the price £64.00."))) == []
    assert blocks(findings(PAGE.format("The height is 42 cm."))) == [("number.elsewhere", "42 cm")]


def test_one_of_them_and_a_wrong_one_do_not(findings: Look) -> None:
    assert blocks(findings(PAGE.format("The height is 42 cm and the price £66.00."))) == [
        ("number.elsewhere", "42 cm"),
        ("price.contradicted", "£66.00"),
    ]


def test_the_same_number_in_another_unit_is_no_second_one(findings: Look) -> None:
    assert blocks(findings(PAGE.format("The height is 42 cm, around 16.5 inches."))) != []


def test_a_name_in_the_sentence_means_what_it_says(findings: Look) -> None:
    assert blocks(findings(PAGE.format("Ferra has a height of 42 cm and costs £64.00."))) == [
        ("number.elsewhere", "42 cm"),
        ("price.contradicted", "£64.00"),
    ]


@pytest.mark.parametrize(
    ("locale", "rate", "told"),
    [
        ("en-GB", "Per year that makes £7.77.", "Ferra costs £7.77 per year."),
        ("es-ES", "Repartido, son 7,77 € por año.", "Ferra cuesta 7,77 € por año."),
        ("fr-FR", "Rapporté à l'usage, on arrive à 7,77 € par an.", "Ferra coûte 7,77 € par an."),
        ("de-DE", "Auf das Jahr gerechnet sind das 7,77 €.", "Ferra kostet 7,77 € pro Jahr."),
        ("ar-AE", "أي 7.77 درهم في السنة.", "يبلغ سعر فيرا 7.77 درهم في السنة."),
        ("ja-JP", "1年あたり777円です。", "フェラの価格は777円、1年あたりです。"),
    ],
)
def test_a_rate_is_no_price(findings: Look, locale: str, rate: str, told: str) -> None:
    name = "フェラです。" if locale == "ja-JP" else "Ferra. " if locale != "ar-AE" else "فيرا. "
    warned = [(f.rule, f.severity) for f in findings(name + rate, locale) if f.rule.startswith("price")]
    assert warned == [("price.loose", Severity.WARN)]
    assert [rule for rule, _ in blocks(findings(told, locale))] == ["price.contradicted"]


def test_a_band_in_a_heading_and_the_price_of_power_are_no_prices(findings: Look) -> None:
    assert blocks(findings("Ferra is a pan.\n\n## From £10 to £185\n\nFerra.")) == []
    assert blocks(findings("Ferra is a pan. At £0.27 per kWh it is cheap, since 1 kWh costs £0.27.")) == []
    assert blocks(findings("Ferra is a pan. It costs from £10 to £185.")) != []
