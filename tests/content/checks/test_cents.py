"""Cents, in six languages: money of the market, and what a kilo or a litre costs."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from content.checks.extract import extract
from content.checks.view import fold

Asked = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "locale", "currency", "values"),
    [
        ("22 or 23 cents a pot", "en-US", "USD", ["0.22", "0.23"]),
        ("40 pence each", "en-GB", "GBP", ["0.40"]),
        ("unos 29 y 30 céntimos", "es-ES", "EUR", ["0.29", "0.30"]),
        ("Quarante centimes d'écart", "fr-FR", "EUR", ["0.40"]),
        ("gut 16 Cent statt 31.", "de-DE", "EUR", ["0.16", "0.31"]),
        ("أي 80 فلسا للقطعة", "ar-AE", "AED", ["0.80"]),
        ("500 فلس", "ar-KW", "KWD", ["0.500"]),
        ("5 per cent", "en-GB", "GBP", []),  # no money
        ("30セント", "ja-JP", "JPY", []),  # yen have no parts
        ("30 cents", "en-US", "", []),  # of which money?
    ],
)
def test_cents_are_parts_of_the_currency(text: str, locale: str, currency: str, values: list[str]) -> None:
    found = [amount for amount in extract(fold(text), locale, currency) if amount.dimension == "money"]
    assert [amount.values[0] for amount in found] == [Decimal(value) for value in values]
    assert all(amount.unit == currency for amount in found)


PRODUCTS = (
    "sku,title,title@de,title@fr,title@es,title@ar,title@ja,category,price@US,price@GB,price@DE,price@FR,price@ES,"
    "price@AE,price@JP,Net weight (g)\n"
    "T1,Tern flour,Tern Mehl,Farine Tern,Harina Tern,دقيق تيرن,ターン 小麦粉,Flours,4.00,4.00,4.00,4.00,4.00,16,600,500\n"
)


@pytest.mark.parametrize(
    ("lang", "body", "wrong"),
    [
        ("en", "The Tern costs {} per kilo.", ("$8.00", "$9.50")),
        ("de", "Tern kostet umgerechnet {} pro Kilo.", ("8,00 €", "9,50 €")),
        ("fr", "La Tern revient à {} par kilo.", ("8,00 €", "9,50 €")),
        ("es", "La Tern sale a {} por kilo.", ("8,00 €", "9,50 €")),
        ("de", "Tern liegt bei {} je 100 g.", ("80 Cent", "95 Cent")),
        ("es", "La Tern sale a {} por cada 100 g.", ("80 céntimos", "95 céntimos")),
    ],
)
def test_a_price_per_kilo_is_right_or_stopped(
    asked: Asked, lang: str, body: str, wrong: tuple[str, str]
) -> None:
    true, false = wrong
    assert asked(PRODUCTS, lang, body.format(true), "price") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format(false), "price")] == ["price.contradicted"]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "At 30 cents a kilowatt hour a tray of Tern costs 12 cents."),
        ("de", "Bei 35 Cent pro Kilowattstunde kostet ein Blech mit Tern 20 Cent."),
    ],
)
def test_what_is_worked_out_of_the_readers_tariff_is_no_wrong_price(
    asked: Asked, lang: str, body: str
) -> None:
    assert "price.contradicted" not in [rule for rule, _ in asked(PRODUCTS, lang, body, "price")]
