"""Numbers worked out from what stands beside them: right they pass, whatever the words; wrong they are blocked."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Length [cm],Weight [g],Capacity [ml],Coverage (m²/l),Current [A],Torque [Nm],6.35 mm adapter included
VA-S,vara,Vara soprano ukulele,Ukelele soprano Vara,Ukulélé soprano Vara,Vara Sopran-Ukulele,يوكوليلي فارا سوبرانو,ヴァーラ ソプラノウクレレ,Ukuleles,in_stock,79.00,79.00,79.00,79.00,290,9800,53,430,,,,,
VA-T,vara,Vara tenor ukulele,Ukelele tenor Vara,Ukulélé ténor Vara,Vara Tenor-Ukulele,يوكوليلي فارا تينور,ヴァーラ テナーウクレレ,Ukuleles,in_stock,129.00,129.00,129.00,129.00,470,15800,67,660,,,,,
MA-1,,Marno wall paint,Pintura Marno,Peinture Marno,Wandfarbe Marno,دهان مارنو,マルノ ペイント,Paints,in_stock,24.90,24.90,24.90,24.90,92,3200,,,2500,7,,,
PL-1,,Pello travel adapter,Adaptador Pello,Adaptateur Pello,Reiseadapter Pello,محول بيلو,ペロ アダプター,Adapters,in_stock,18.90,18.90,18.90,18.90,70,2600,,,,,8,,
HU-1,,Hullo headphones,Auriculares Hullo,Casque Hullo,Kopfhörer Hullo,سماعات هولو,フロ ヘッドホン,Headphones,in_stock,39.00,39.00,39.00,39.00,145,5200,,230,,,,,yes
"""

RIGHT_AND_WRONG = [
    ("en", "In an alcove 80 cm wide the Vara tenor leaves you {} of air.", "13 cm", "18 cm"),
    ("en", "Vara soprano: $79.00. Take three and you part with {}.", "$237.00", "$227.00"),
    ("en", "The Marno comes to {} per litre.", "$9.96", "$9.46"),
    ("en", "Marno is enough for {} per litre.", "7 m²", "9 m²"),
    ("en", "On an American socket of 120 V the Pello passes {}.", "960 W", "1,060 W"),
    ("en", "Hullo ships with the {} adapter.", "6.35 mm", "5.35 mm"),
    ("es", "En un hueco de 80 cm, con la Vara tenor aún te sobran {}.", "13 cm", "19 cm"),
    ("es", "La Marno sale a {} el litro.", "9,96 €", "9,46 €"),
    ("fr", "La Marno revient à {} le litre.", "9,96 €", "9,46 €"),
    ("fr", "Un Vara soprano à 79,00 € et un Hullo à 39,00 € : on arrive à {}.", "118,00 €", "128,00 €"),
    ("de", "Die Marno kommt auf {} je Liter.", "9,96 €", "9,46 €"),
    ("de", "In einer 80 cm breiten Nische hat die Vara Tenor noch {} Platz.", "13 cm", "18 cm"),
    ("de", "Zwischen der kleinen und der großen Vara liegen {}.", "50 Euro", "60 Euro"),
    ("ar", "سعر لتر مارنو {}.", "36.80 درهما", "39.80 درهما"),
    ("ja", "ヴァーラのソプラノは9,800円。三本なら{}です。", "29,400円", "28,400円"),
    ("ja", "マルノは1リットルあたり{}です。", "1,280円", "1,580円"),
]


@pytest.mark.parametrize(("lang", "body", "right", "wrong"), RIGHT_AND_WRONG)
def test_what_is_worked_out_from_what_is_shown_must_be_right(
    asked: Asked, lang: str, body: str, right: str, wrong: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(right), "number.", "price.") == []
    assert wrong in [said for _, said in asked(PRODUCTS, lang, body.format(wrong), "number.", "price.")]


@pytest.mark.parametrize(
    ("lang", "body", "said"),
    [
        ("en", "The Vara soprano is 53 cm long and weighs 860 g.", "860 g"),  # twice 430
        ("en", "The Vara tenor is 67 cm long, the soprano 14 cm.", "14 cm"),  # 67 - 53
        ("de", "Die Vara Sopran misst 14 cm.", "14 cm"),
        ("fr", "Le Vara ténor pèse 230 g.", "230 g"),  # 660 - 430
        ("es", "El Vara tenor cuesta 50,00 €.", "50,00 €"),  # 129 - 79
    ],
)
def test_what_a_verb_or_a_name_gives_to_a_product_is_no_result(
    asked: Asked, lang: str, body: str, said: str
) -> None:
    assert said in [found for _, found in asked(PRODUCTS, lang, body, "number.", "price.")]


def test_a_table_may_end_in_its_total_and_the_text_go_on_from_it(asked: Asked) -> None:
    table = "| | Price |\n| --- | --- |\n| Vara soprano | $79.00 |\n| Pello | $18.90 |\n| Hullo | $39.00 |\n| Total | {} |"
    assert asked(PRODUCTS, "en", table.format("$136.90"), "price.") == []
    assert [said for _, said in asked(PRODUCTS, "en", table.format("$146.90"), "price.")] == ["$146.90"]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "A duvet usually measures 220 × 240 cm."),
        ("en", "The band says 24 stitches for every 10 cm."),
        ("de", "Ein Teppich misst meist 160 × 230 cm."),
        ("fr", "En général, une armoire mesure 60 cm de profondeur."),
        ("ja", "一般に棚の奥行きは30cmです。"),
    ],
)
def test_what_things_are_like_in_general_is_no_products(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "number.") == []


@pytest.mark.parametrize(
    ("lang", "body", "said"),
    [
        ("en", "The Hullo costs $29.00: a good price.", "$29.00"),
        ("en", "It is $29.00: the Hullo.", "$29.00"),
        ("de", "Nur 29,00 €: der Hullo.", "29,00 €"),
        ("en", "The Hullo usually weighs 330 g.", "330 g"),
    ],
)
def test_a_colon_or_a_usually_makes_no_claim_of_a_product_anybodys(
    asked: Asked, lang: str, body: str, said: str
) -> None:
    assert said in [found for _, found in asked(PRODUCTS, lang, body, "number.", "price.")]


def test_what_may_be_spent_is_no_price(asked: Asked) -> None:
    assert asked(PRODUCTS, "en", "- Under $30: the Pello at $18.90.", "price.") == []
