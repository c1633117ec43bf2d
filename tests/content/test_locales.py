from datetime import date
from decimal import Decimal

import pytest

from content import locales
from content.lexicon.lexicon import Lexicon, load_lexicon
from content.locales import digits, money, spelled, standing, value
from content.records import UNKNOWN, Choice, Many, Money, Quantity, Span, Text, Value

PLACES = ("en-US", "en-GB", "es-ES", "fr-FR", "de-DE", "ar-AE", "ar-EG", "ja-JP")
NNBSP, NBSP = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(None, "en")


def amount(number: str, unit: str) -> Quantity:
    return Quantity(Decimal(number), unit)


def span(low: str, high: str, unit: str) -> Span:
    return Span(Decimal(low), Decimal(high), unit)


def many(unit: str, *numbers: str) -> Many:
    return Many(tuple(amount(number, unit) for number in numbers))


ROWS: list[tuple[Value, tuple[str, ...]]] = [
    (
        amount("137", "cm"),
        ("53.9 in (137 cm)", "137 cm", "137 cm", "137 cm", "137 cm", "137 سم", "١٣٧ سم", "137cm"),
    ),
    (
        amount("1.2", "m"),
        ("3.9 ft (1.2 m)", "1.2 m", "1,2 m", "1,2 m", "1,2 m", "1.2 م", "١٫٢ م", "1.2m"),
    ),
    (
        amount("84", "in"),  # a catalogue in inches: the rest of the world measures in centimetres
        ("84 in (213 cm)", "213 cm", "213 cm", "213 cm", "213 cm", "213 سم", "٢١٣ سم", "213cm"),
    ),
    (
        amount("2.3", "kg"),
        ("5.1 lb (2.3 kg)", "2.3 kg", "2,3 kg", "2,3 kg", "2,3 kg", "2.3 كجم", "٢٫٣ كجم", "2.3kg"),
    ),
    (
        amount("30", "°C"),
        ("86°F (30°C)", "30°C", "30 °C", "30 °C", "30 °C", "30°م", "٣٠°م", "30°C"),
    ),
    (
        amount("1200", "W"),
        ("1,200 W", "1,200 W", "1.200 W", f"1{NNBSP}200 W", "1.200 W", "1,200 واط", "١٬٢٠٠ واط", "1,200W"),
    ),
    (amount("1.50", "l"), ("1.5 L", "1.5 L", "1,5 l", "1,5 l", "1,5 l", "1.5 لتر", "١٫٥ لتر", "1.5L")),
    (amount("50", "%"), ("50%", "50%", "50 %", "50 %", "50 %", "50%", "٥٠٪", "50%")),
    (
        amount("240", "g/m2"),
        ("240 gsm", "240 gsm", "240 g/m²", "240 g/m²", "240 g/m²", "240 جم/م²", "٢٤٠ جم/م²", "240g/m²"),
    ),
    (amount("4", ""), ("4", "4", "4", "4", "4", "4", "٤", "4")),
    (amount("1", "d"), ("1 day", "1 day", "1 día", "1 jour", "1 Tag", "يوم واحد", "يوم واحد", "1日")),
    (amount("2", "d"), ("2 days", "2 days", "2 días", "2 jours", "2 Tage", "يومين", "يومين", "2日")),
    (amount("3", "d"), ("3 days", "3 days", "3 días", "3 jours", "3 Tage", "3 أيام", "٣ أيام", "3日")),
    (
        amount("30", "d"),
        ("30 days", "30 days", "30 días", "30 jours", "30 Tage", "30 يومًا", "٣٠ يومًا", "30日"),
    ),
    (
        amount("100", "d"),
        ("100 days", "100 days", "100 días", "100 jours", "100 Tage", "100 يوم", "١٠٠ يوم", "100日"),
    ),
    (
        amount("1", "wd"),
        (
            "1 working day",
            "1 working day",
            "1 día laborable",
            "1 jour ouvré",
            "1 Werktag",
            "يوم عمل واحد",
            "يوم عمل واحد",
            "1営業日",
        ),
    ),
    (
        amount("2", "wd"),
        (
            "2 working days",
            "2 working days",
            "2 días laborables",
            "2 jours ouvrés",
            "2 Werktage",
            "يومي عمل",
            "يومي عمل",
            "2営業日",
        ),
    ),
    (
        span("3", "5", "wd"),
        (
            "3–5 working days",
            "3–5 working days",
            "3 a 5 días laborables",
            "3 à 5 jours ouvrés",
            "3–5 Werktage",
            "3–5 أيام عمل",
            "٣–٥ أيام عمل",
            "3〜5営業日",
        ),
    ),
    (
        span("11", "15", "wd"),
        (
            "11–15 working days",
            "11–15 working days",
            "11 a 15 días laborables",
            "11 à 15 jours ouvrés",
            "11–15 Werktage",
            "11–15 يوم عمل",
            "١١–١٥ يوم عمل",
            "11〜15営業日",
        ),
    ),
    (
        span("1", "2", "wd"),  # a dual has no figure: a range keeps both
        (
            "1–2 working days",
            "1–2 working days",
            "1 a 2 días laborables",
            "1 à 2 jours ouvrés",
            "1–2 Werktage",
            "1–2 يوم عمل",
            "١–٢ يوم عمل",
            "1〜2営業日",
        ),
    ),
    (
        span("220", "240", "V"),
        (
            "220–240 V",
            "220–240 V",
            "220 a 240 V",
            "220 à 240 V",
            "220–240 V",
            "220–240 فولت",
            "٢٢٠–٢٤٠ فولت",
            "220〜240V",
        ),
    ),
    (
        span("-18", "-15", "°C"),
        (
            "-0.4 to 5°F (-18 to -15°C)",
            "-18 to -15°C",
            "-18 a -15 °C",
            "-18 à -15 °C",
            "-18 bis -15 °C",
            "-18 إلى -15°م",
            "-١٨ إلى -١٥°م",
            "-18〜-15°C",
        ),
    ),
    (
        many("cm", "137", "117", "167"),
        (
            "46.1, 53.9, and 65.7 in (117, 137, and 167 cm)",
            "117, 137 and 167 cm",
            "117, 137 y 167 cm",
            "117, 137 et 167 cm",
            "117, 137 und 167 cm",
            "117 و137 و167 سم",
            "١١٧ و١٣٧ و١٦٧ سم",
            "117・137・167cm",
        ),
    ),
    (
        Money(4990, "EUR"),
        (
            "€49.90",
            "€49.90",
            f"49,90{NBSP}€",
            f"49,90{NBSP}€",
            f"49,90{NBSP}€",
            f"49.90{NBSP}€",
            f"٤٩٫٩٠{NBSP}€",
            "€49.90",
        ),
    ),
    (
        Money(4980, "JPY"),
        (
            "¥4,980",
            "JP¥4,980",
            f"4.980{NBSP}JPY",
            f"4{NNBSP}980{NBSP}JPY",
            f"4.980{NBSP}¥",
            f"4,980{NBSP}JP¥",
            f"٤٬٩٨٠{NBSP}JP¥",
            "4,980円",
        ),
    ),
    (True, ("yes", "yes", "sí", "oui", "ja", "نعم", "نعم", "はい")),
    (False, ("no", "no", "no", "non", "nein", "لا", "لا", "いいえ")),
    (
        date(2026, 11, 22),
        (
            "November 22, 2026",
            "22 November 2026",
            "22 de noviembre de 2026",
            "22 novembre 2026",
            "22. November 2026",
            "22 نوفمبر 2026",
            "٢٢ نوفمبر ٢٠٢٦",
            "2026年11月22日",
        ),
    ),
    (Choice("245 x 330"), (*["245 × 330"] * 6, "٢٤٥ × ٣٣٠", "245 × 330")),
    (Choice("6.5"), ("6.5", "6.5", "6,5", "6,5", "6,5", "6.5", "٦٫٥", "6.5")),
    (Choice("HD7546/20"), ("HD7546/20",) * 8),
]


@pytest.mark.parametrize(
    ("value", "place", "words"),
    [(value, place, text) for value, texts in ROWS for place, text in zip(PLACES, texts, strict=True)],
)
def test_values_in_the_words_of_a_place(value: Value, place: str, words: str, lexicon: Lexicon) -> None:
    assert locales.value(value, place, lexicon) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("en-GB", "stainless steel"),
        ("es-ES", "acero inoxidable"),
        ("fr-FR", "acier inoxydable"),
        ("de-DE", "Edelstahl"),
        ("ja-JP", "ステンレス"),
    ],
)
def test_choices_are_said_in_the_words_of_the_language(place: str, words: str, lexicon: Lexicon) -> None:
    assert locales.value(Choice("Stainless steel"), place, lexicon) == words


def test_no_word_is_none_and_never_a_foreign_one(lexicon: Lexicon) -> None:
    assert locales.value(Choice("Quilted velours"), "en-GB", lexicon) == "quilted velours"
    assert locales.value(Choice("Quilted velours"), "de-DE", lexicon) is None
    assert locales.value(Many((Choice("cotton"), Choice("Quilted velours"))), "de-DE", lexicon) is None
    assert locales.value(UNKNOWN, "de-DE", lexicon) is None
    assert locales.value(Text((("en", "Hello"),)), "de-DE", lexicon) is None
    assert locales.value(Text((("en", "Hello"),)), "en-GB", lexicon) == "Hello"


def test_a_unit_of_the_shops_own_is_said_in_its_language_only(lexicon: Lexicon) -> None:
    assert locales.value(amount("5", "portions"), "en-GB", lexicon) == "5 portions"
    assert locales.value(amount("5", "portions"), "de-DE", lexicon) is None
    assert locales.value(many("portions", "5", "6"), "de-DE", lexicon) is None


def test_lists_with_and_and_or() -> None:
    assert locales.listed(["a", "b", "c"], "en-US") == "a, b, and c"
    assert locales.listed(["a", "b"], "de-DE", "or") == "a oder b"
    assert locales.listed(["hierro", "hilo"], "es-ES") == "hierro e hilo"
    assert locales.listed(["hielo", "hierba"], "es-ES") == "hielo y hierba"
    assert locales.listed(["7", "8"], "es-ES", "or") == "7 u 8"
    assert locales.listed(["a"], "ar-AE") == "a"
    assert locales.listed([], "fr-FR") == ""


def test_numbers_are_never_rounded() -> None:
    assert locales.number(Decimal("1234567.123456"), "de-DE") == "1.234.567,123456"
    assert locales.number(Decimal("0.300"), "fr-FR") == "0,3"
    assert locales.number(Decimal("1E+3"), "en-GB") == "1,000"


def test_an_exact_unit_is_just_that_unit() -> None:
    assert locales.exact(amount("53.937", "in"), "en-US", amount("137", "cm")) == "53.9 in"
    assert locales.exact(amount("53.937", "in"), "de-DE", amount("137", "cm")) == "53,9 Zoll"
    assert locales.exact(span("1", "2.5", "ft"), "fr-FR", span("30.48", "76.2", "cm")) == "1 à 2,5 pieds"
    assert (
        locales.exact(many("in", "46.063", "53.937"), "es-ES", many("cm", "117", "137"))
        == "46,1 y 53,9 pulgadas"
    )


@pytest.mark.parametrize(
    ("stated", "unit", "shown"),
    [
        ("15", "cm", "5.9 in (15 cm)"),
        ("137", "cm", "53.9 in (137 cm)"),
        ("5", "mm", "0.2 in (5 mm)"),
        ("12", "mm", "0.47 in (12 mm)"),
        ("90", "cm", "35.4 in (90 cm)"),
        ("2.54", "cm", "1 in (2.54 cm)"),
        ("1", "kg", "2.2 lb (1 kg)"),
        ("240", "g", "8.47 oz (240 g)"),
        ("30", "m", "98 ft (30 m)"),
        ("30", "°C", "86°F (30°C)"),
        ("37", "°C", "98.6°F (37°C)"),
        ("-18", "°C", "-0.4°F (-18°C)"),
    ],
)
def test_a_conversion_has_the_digits_of_its_source(stated: str, unit: str, shown: str) -> None:
    assert locales.quantity(amount(stated, unit), "en-US") == shown


def test_conversions_are_at_most_two_percent_off() -> None:
    for centimetres in range(1, 400):
        shown = locales.quantity(amount(str(centimetres), "cm"), "en-US").split(" in ")[0]
        exact = Decimal(centimetres) / Decimal("2.54")
        assert abs(Decimal(shown.replace(",", "")) - exact) <= exact * Decimal("0.02")


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en-US", "Gray, multicolor, aluminum; Colors"), ("en-GB", "Grey, multicolour, aluminium; Colours")],
)
def test_english_is_spelled_as_the_country_does(locale: str, text: str) -> None:
    assert spelled("Grey, multicolour, aluminium; Colours", locale) == text


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert locales.day(date(2026, 3, 1), "fr-FR") == "1er mars 2026"
    assert locales.day(date(2026, 3, 21), "fr-FR") == "21 mars 2026"


@pytest.mark.parametrize(
    ("price", "locale", "shown"),
    [
        (
            Money(2500, "SAR"),
            "ar-SA",
            "٢٥\xa0ر.س",
        ),  # as a tag in a Saudi shop says it, and no stop before a comma
        (Money(2950, "SAR"), "ar-SA", "٢٩٫٥٠\xa0ر.س"),
        (Money(190000, "EGP"), "ar-EG", "١٬٩٠٠\xa0ج.م"),
        (Money(4900, "AED"), "en-AE", "AED\xa049"),  # a rule of the currency, in every language
        (Money(4900, "EUR"), "de-DE", "49,00\xa0€"),
        (Money(4900, "EUR"), "ar-AE", "49.00\xa0€"),
        (Money(12500, "KWD"), "ar-KW", "١٢٫٥٠٠\xa0د.ك"),
    ],
)
def test_a_round_price_is_written_as_the_country_does(price: Money, locale: str, shown: str) -> None:
    assert money(price, locale) == shown


def test_prices_in_a_row_are_no_one_odd_number_in_japanese() -> None:
    prices = Many((Money(1980, "JPY"), Money(22000, "JPY")))
    assert value(prices, "ja-JP", load_lexicon(None, "ja")) == "1,980円・22,000円"


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("", "سنتان"),
        ("مدة الضمان: ", "سنتان"),
        ("| قدر | ", "سنتان"),
        ("الغلاية: سنة واحدة، و", "سنتان"),
        ("خلال ", "سنتين"),
        ("اتركه ", "سنتين"),
    ],
)
def test_an_arabic_dual_stands_by_itself_in_the_nominative(before: str, shown: str) -> None:
    assert standing("سنتين", before, "ar-EG") == shown
    assert standing("2 Jahre", before, "de-DE") == "2 Jahre"


def test_lists_are_numbered_in_the_digits_of_the_place() -> None:
    assert {each: digits(each) for each in ("ar-SA", "ar-EG", "ar-AE", "ja-JP")} == {
        "ar-SA": "arab",
        "ar-EG": "arab",
        "ar-AE": "latn",
        "ja-JP": "latn",
    }
