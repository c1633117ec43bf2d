from decimal import Decimal

import pytest

from content.checks.extract import extract
from content.checks.view import fold


def read(text: str, locale: str, currency: str = "") -> list[tuple[str, str]]:
    """Values and unit of each amount: `3-5`, `wd`."""
    return [("-".join(map(str, a.values)), a.unit) for a in extract(fold(text), locale, currency)]


@pytest.mark.parametrize(
    ("locale", "text", "amounts"),
    [
        ("de-DE", "1.299,50 €", [("1299.50", "EUR")]),
        ("de-CH", "CHF 1’299.50", [("1299.50", "CHF")]),
        ("de-DE", "19,- €", [("19", "EUR")]),
        ("de-DE", "die 137-cm-Bahn", [("137", "cm")]),
        ("de-DE", "3 bis 5 Werktage", [("3-5", "wd")]),
        ("de-DE", "in ein bis zwei Werktagen", [("1-2", "wd")]),
        ("de-DE", "1,2 l", [("1.2", "l")]),
        ("de-DE", "zweijährige Garantie", [("2", "a")]),
        ("de-DE", "12 in der Küche", [("12", "")]),
        ("en-US", "$1,299.50", [("1299.50", "USD")]),
        ("en-US", "5' 10\" tall", [("70", "in")]),
        ("en-US", "2 lb 1½ oz", [("33.5", "oz")]),
        ("en-US", "it weighs 2 lb, 8 oz of it wood", [("2", "lb"), ("8", "oz")]),
        ("de-DE", "nach 2 Std. 30 Min.", [("150", "min")]),
        ("en-US", "the 5 cm's edge", [("5", "cm")]),
        ("fr-FR", "l'un d'eux", [("1", "")]),
        ("fr-FR", "2 l d'eau", [("2", "l")]),
        ("ar-AE", "95 درجة مئوية ونصف", [("95.5", "°C")]),
        ("ar-AE", "95 درجة مئوية ونصف دقيقة", [("95", "°C"), ("0.5", "min")]),
        ("es-ES", "3 horas y media", [("3.5", "h")]),
        ("es-ES", "a 90 grados y media hora", [("90", "°C"), ("0.5", "h")]),
        ("en-US", "54 in wide", [("54", "in")]),
        ("en-US", "12 in the box", [("12", "")]),
        ("en-US", "137 × 213 cm", [("137", "cm"), ("213", "cm")]),
        ("en-US", "117, 137 and 180 cm", [("117", "cm"), ("137", "cm"), ("180", "cm")]),
        ("en-US", "between 5 and 7 days", [("5-7", "d")]),
        ("en-US", "5 to 7 working days", [("5-7", "wd")]),
        ("en-US", "two or three days", [("2-3", "d")]),
        ("en-US", "$19–$29", [("19-29", "USD")]),
        ("en-US", "two years", [("2", "a")]),
        ("fr-FR", "54 à 58 cm, la L de 58 à 62 cm", [("54-58", "cm"), ("58-62", "cm")]),
        ("ja-JP", "Mは54〜58cm、Lは58〜62cm", [("54-58", "cm"), ("58-62", "cm")]),
        ("fr-FR", "avec un mètre ruban", [("1", "")]),
        ("en-US", "about 1½ in", [("1.5", "in")]),
        ("en-US", "the larger one in wool", [("1", "")]),
        ("en-GB", "the shorter one £34.90", [("1", ""), ("34.90", "GBP")]),
        ("en-US", "the 2nd day, a 4K screen", []),
        ("es-ES", "de 3 a 5 días laborables", [("3-5", "wd")]),
        ("es-ES", "entre 3 y 5 días", [("3-5", "d")]),
        ("es-ES", "1.299,50 €", [("1299.50", "EUR")]),
        ("es-MX", "$1,299.50", [("1299.50", "MXN")]),
        ("es-ES", "lavar a 30 ºC", [("30", "°C")]),
        ("fr-FR", "1\u202f299,50 €", [("1299.50", "EUR")]),
        ("fr-FR", "1 299,50 €", [("1299.50", "EUR")]),
        ("fr-FR", "de 5 à 7 jours ouvrés", [("5-7", "wd")]),
        ("ar-AE", "١٢٩٫٥٠ درهم", [("129.50", "AED")]),
        ("ar-AE", "٤٬٩٨٠ ﷼", [("4980", "SAR")]),
        ("ar-AE", "من ٣ إلى ٥ أيام عمل", [("3-5", "wd")]),
        ("ar-AE", "لغرفة 12 م²", [("12", "m2")]),
        ("ar-AE", "مساحة ١٢ متراً مربعاً", [("12", "m2")]),
        ("ar-AE", "بأحد عشر درهماً", [("11", "AED")]),
        ("ar-AE", "عُشر غرام، وعشرة غرامات، وعشر ساعات", [("0.1", "g"), ("10", "g"), ("10", "h")]),
        ("ar-AE", "إحدى عشرة ساعة واثنتا عشرة حلقة", [("11", "h"), ("12", "")]),
        ("ar-AE", "خلال يومين", [("2", "d")]),  # the dual carries the number
        ("ar-AE", "ضمانها سنتان", [("2", "a")]),
        ("ar-AE", "١٧٥ و٢٤٥ سم", [("175", "cm"), ("245", "cm")]),
        ("ar-MA", "1.299,50 د.م", [("1299.50", "MAD")]),
        ("ja-JP", "幅137cm×丈213cm", [("137", "cm"), ("213", "cm")]),
        ("ja-JP", "4,980円", [("4980", "JPY")]),
        ("ja-JP", "１万２千円", [("12000", "JPY")]),
        ("ja-JP", "3〜5営業日", [("3-5", "wd")]),
        ("ja-JP", "百三十七センチ", [("137", "cm")]),
        ("fr-FR", "par six, 63 €", [("6", ""), ("63", "EUR")]),  # a word beside figures counts
        ("ja-JP", "2026年11月22日", [("2026", ""), ("11", ""), ("22", "")]),  # a date is no duration
        ("ja-JP", "1平方メートルあたり260g", [("260", "g/m2")]),
    ],
)
def test_numbers_are_read_as_the_place_writes_them(
    locale: str, text: str, amounts: list[tuple[str, str]]
) -> None:
    assert read(text, locale, {"es-MX": "MXN"}.get(locale, "")) == amounts


@pytest.mark.parametrize(
    ("locale", "text", "qualifier"),
    [
        ("en-US", "up to 2 kg", "max"),
        ("en-US", "from $19", "from"),
        ("de-DE", "ca. 40 cm", "about"),
        ("es-ES", "5 días como máximo", "max"),
        ("fr-FR", "environ 12 cm", "about"),
        ("ar-AE", "حوالي ١٢ سم", "about"),
        ("ja-JP", "5日以内", "max"),
        ("ja-JP", "約2kg", "about"),
    ],
)
def test_what_stands_around_a_number_qualifies_it(locale: str, text: str, qualifier: str) -> None:
    assert [amount.qualifier for amount in extract(fold(text), locale)] == [qualifier]


def test_a_range_is_never_averaged() -> None:
    (amount,) = extract("5-7 days", "en-US")
    assert amount.values == (Decimal(5), Decimal(7))


@pytest.mark.parametrize(
    ("locale", "text", "qualifier"),
    [
        ("en-US", "just over 5 kg", "over"),
        ("en-US", "nearly 5 kg", "under"),
        ("en-US", "roughly 5 kg", "about"),
        ("en-US", "5 kg or so", "about"),
        ("es-ES", "algo más de 5 kg", "over"),
        ("es-ES", "casi 5 kg", "under"),
        ("es-ES", "alrededor de 5 kg", "about"),
        ("fr-FR", "un peu plus de 5 kg", "over"),
        ("fr-FR", "près de 5 kg", "under"),
        ("fr-FR", "à peu près 5 kg", "about"),
        ("de-DE", "gut 5 kg", "over"),
        ("de-DE", "knapp 5 kg", "under"),
        ("de-DE", "ungefähr 5 kg", "about"),
        ("ar-AE", "أكثر من 5 كغ", "over"),
        ("ar-AE", "أقل من 5 كغ", "under"),
        ("ar-AE", "نحو 5 كغ", "about"),
        ("ja-JP", "5kg強", "over"),
        ("ja-JP", "5kg弱", "under"),
        ("ja-JP", "5kgほど", "about"),
    ],
)
def test_a_little_more_and_a_little_less_are_heard(locale: str, text: str, qualifier: str) -> None:
    assert [amount.qualifier for amount in extract(fold(text), locale) if amount.unit] == [qualifier]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "It arrives the next day."),
        ("es-ES", "Llega al día siguiente."),
        ("fr-FR", "Il arrive dès le lendemain."),
        ("de-DE", "Er kommt am nächsten Tag an."),
        ("ar-AE", "يصل في اليوم التالي."),
        ("ja-JP", "翌日に届きます。"),
    ],
)
def test_the_next_day_is_one_day(locale: str, text: str) -> None:
    assert read(text, locale) == [("1", "d")]


@pytest.mark.parametrize(
    ("locale", "text", "amounts"),
    [
        ("en-US", "-5 °C", [("-5", "°C")]),
        ("de-DE", "bei -18 °C", [("-18", "°C")]),
        ("ar-AE", "حتى -5 درجة مئوية", [("-5", "°C")]),
        ("ja-JP", "最低-5度", [("-5", "°C")]),
        ("en-US", "3-5 days", [("3-5", "d")]),  # a dash between two numbers is none
        ("en-US", "model X-5 in blue", []),
    ],
)
def test_a_minus_belongs_to_its_number(locale: str, text: str, amounts: list[tuple[str, str]]) -> None:
    assert read(text, locale) == amounts


def test_dimensions_are_one_chain() -> None:
    assert [amount.chain for amount in extract("137 x 213 cm, 5 kg", "en-US")] == [0, 0, -1]
