"""People leave the text, products stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.privacy import _DIGITS, _patterns, _possible, _spans, redact


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Mail me at anna.schmidt+x@example.de please", "Mail me at … please"),
        ("anna＠example．com", "…"),
        ("call +49 170 1234567 now", "call … now"),
        ("Ring 0170 1234567", "Ring …"),
        ("rappelez-moi au 06 39 98 12 47", "rappelez-moi au …"),
        ("(202) 555-0143 is mine", "… is mine"),
        ("هاتف ٠٥٠١٢٣٤٥٦٧", "هاتف …"),
        ("電話 ０９０－１２３４－５６７８", "電話 …"),
        ("my order no. 2026-118832 is late", "my order no. … is late"),
        ("Bestellnummer 2026-107755 fehlt", "Bestellnummer … fehlt"),
        ("ma commande n° 2026-112093", "ma commande n° …"),
        ("pedido nº 2026-109877", "pedido nº …"),
        ("رقم طلبي 2026-115520", "رقم طلبي …"),
        ("注文番号2026-120316がまだ", "注文番号…がまだ"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN …"),
        ("card 4111 1111 1111 1111", "card …"),
        ("My name is Anna Schmidt. Can I cut it?", "My name is …. Can I cut it?"),
        ("Ich heiße Jörg Müller und", "Ich heiße … und"),
        ("Je m'appelle Solène Marchais, et", "Je m'appelle …, et"),
        ("me llamo José García y", "me llamo … y"),
        ("Soy Ramiro Cienfuegos, hola", "Soy …, hola"),
        ("اسمي أحمد علي وأريد", "اسمي … وأريد"),
        ("佐久良ひより と申します。", "…。"),
        ("Danke. Viele Grüße Anna Schmidt", "Danke. Viele Grüße …"),
        ("Sehr geehrte Frau Meier", "Sehr geehrte Frau …"),
        ("Lindenstraße 12, 10115 Berlin bitte", "… bitte"),
        ("12 rue de la Paix, 75002 Paris", "…"),
    ],
)
def test_personal_data_becomes_an_ellipsis(text: str, clean: str) -> None:
    found, taken = redact(text)
    assert found.replace("… と申します", "…") == clean
    assert taken >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Vorhang 140x245 cm 39,90 EUR, EAN 4006381333931",
        "120 x 240 x 5 cm or 135 x 245",
        "width 1000 1500 2000 mm",
        "sizes 120 160 200 240",
        "Bosch MUM5 58920 mixer",
        "from 2026-11-22 to 22.11.2026",
        "article 123456789012",
        "an order of 12 pieces",
        "soy alérgica a la lana",
        "ich bin Anfänger",
        "幅１４０ｃｍ 丈２４５ｃｍ 4,980円",
        "ستارة ١٤٠×٢٤٥ سم بسعر ٤٩٫٩٠",
        "−20 °C sleeping bag, 1.2 kg, 5,000 mm",
    ],
)
def test_product_facts_stay(text: str) -> None:
    assert redact(text) == (text, 0)


def test_every_piece_is_counted() -> None:
    assert redact("a@b.de or c@d.fr")[1] == 2


WORDS = [
    "my", "name", "is", "Anna", "anna", "Schmidt", "order", "no.", "2026-118832", "12345", "Frau", "Herr", "Hi", "Hallo", "Dear",
    "regards", "Grüße", "\n", ",", ".", "at", "dot", "com", "@", "a@b.de", "(at)", "http://x.de/?a", "+49", "170", "1234567",
    "0170", "1.2.3.4", "140x245", "cm", "Lindenstraße", "12", "rue", "de", "Paix", "calle", "Mayor", "C/", "Street", "Baker",
    "4111", "1111", "DE89", "3704", "0044", "اسمي", "أحمد", "شارع", "رقم", "الطلب", "٢٠٢٦١١", "السيد", "مرحبا", "تحياتي", "،",
    "山田", "様", "と申します", "私は", "東京都", "新宿区", "２－８－１", "〒", "160-0023", "注文番号", "ich bin", "I am", "soy", "Soy",
    "punto", "arroba", "1Z999AA10123456784", "AB123456789CD", "123-1234567-1234567", "curtain", "vorhang",
]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_looking_only_where_something_can_be_finds_the_same(text: str) -> None:
    plain = text.translate(_DIGITS)
    everywhere = {*_patterns(), "phone"}
    assert sorted(_spans(plain, _possible(plain))) == sorted(_spans(plain, everywhere))
