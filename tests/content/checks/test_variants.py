"""Which variant a text points at: by size in words, by number, by colour, by a measure only it has."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Width [cm],Weight [g],Size,Color
PA-20,pako,Pako 20 frying pan,Sartén Pako 20,Poêle Pako 20,Bratpfanne Pako 20,مقلاة باكو 20,パコ20 フライパン,Frying pans,in_stock,20,900,,
PA-28,pako,Pako 28 frying pan,Sartén Pako 28,Poêle Pako 28,Bratpfanne Pako 28,مقلاة باكو 28,パコ28 フライパン,Frying pans,in_stock,28,1400,,
LV-37,luvo,Luvo slippers,Zapatillas Luvo,Chaussons Luvo,Hausschuhe Luvo,خف لوفو,ルヴォ ルームシューズ,Slippers,in_stock,,300,37,grey
LV-42,luvo,Luvo slippers,Zapatillas Luvo,Chaussons Luvo,Hausschuhe Luvo,خف لوفو,ルヴォ ルームシューズ,Slippers,in_stock,,380,42,red
TE-M,tevo,Tevo robe,Albornoz Tevo,Peignoir Tevo,Bademantel Tevo,روب تيفو,テヴォ バスローブ,Bathrobes,in_stock,,950,M,
TE-L,tevo,Tevo robe,Albornoz Tevo,Peignoir Tevo,Bademantel Tevo,روب تيفو,テヴォ バスローブ,Bathrobes,in_stock,,1100,L,
"""

POINTED = [  # with the variant's own number, and with the other one's
    ("en", "The Pako 28 weighs {} g.", "1400", "900"),
    ("en", "Pako: the larger one weighs {} g.", "1,400", "900"),
    ("en", "Luvo in EU size 42 weighs {} g a shoe.", "380", "300"),
    ("en", "The Tevo robe in size M weighs {} g.", "950", "1100"),
    ("en", "Luvo in red weighs {} g.", "380", "300"),
    ("es", "La Pako 28 pesa {} g.", "1400", "900"),
    ("es", "De la sartén Pako, la pequeña pesa {} g.", "900", "1400"),
    ("es", "Las Luvo del número 42 pesan {} g.", "380", "300"),
    ("es", "El albornoz Tevo en talla M pesa {} g.", "950", "1100"),
    ("fr", "La Pako 28 pèse {} g.", "1400", "900"),
    ("fr", "Pour la poêle Pako, la petite pèse {} g.", "900", "1400"),
    ("fr", "Les chaussons Luvo en pointure 42 pèsent {} g.", "380", "300"),
    ("fr", "Le peignoir Tevo en taille M pèse {} g.", "950", "1100"),
    ("de", "Die Pako 28 wiegt {} g.", "1400", "900"),
    ("de", "Von der Bratpfanne Pako wiegt die kleine {} g.", "900", "1400"),
    ("de", "Die Hausschuhe Luvo in Größe 42 wiegen {} g.", "380", "300"),
    ("de", "Der Bademantel Tevo in M wiegt {} g.", "950", "1100"),
    ("ar", "خف لوفو مقاس 42 وزنه {} غ.", "380", "300"),
    ("ar", "روب تيفو مقاس M وزنه {} غ.", "950", "1100"),
    ("ar", "من مقلاة باكو يزن المقاس الكبير {} غ.", "1400", "900"),
    ("ja", "パコ28の重さは{}gです。", "1400", "900"),
    ("ja", "ルヴォ ルームシューズのサイズ42は重さ{}gです。", "380", "300"),
    ("ja", "テヴォ バスローブのMサイズは重さ{}gです。", "950", "1100"),
    ("ja", "パコ フライパンの小さいほうは重さ{}gです。", "900", "1400"),
]


@pytest.mark.parametrize(("lang", "body", "own", "other"), POINTED)
def test_a_variant_pointed_at_has_its_own_number(
    asked: Asked, lang: str, body: str, own: str, other: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(own), "number.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format(other), "number.")] == ["number.elsewhere"]


@pytest.mark.parametrize(
    ("lang", "header"),
    [
        ("en", "| | Pako 20 | Pako 28 |"), ("en", "| Pako | 20 cm | 28 cm |"), ("en", "| Pako | small | large |"),
        ("es", "| Pako | pequeña | grande |"), ("fr", "| Pako | petite | grande |"), ("de", "| Pako | klein | groß |"),
        ("ar", "| باكو | الصغيرة | الكبيرة |"), ("ja", "| パコ | 小 | 大 |"),
    ],
)  # fmt: skip
def test_a_column_may_be_a_variants(asked: Asked, lang: str, header: str) -> None:
    row = {"en": "Weight", "es": "Peso", "fr": "Poids", "de": "Gewicht", "ar": "الوزن", "ja": "重さ"}[lang]
    title = {"ar": "مقلاة باكو", "ja": "パコ フライパン"}.get(lang, "Pako")
    table = f"{header}\n|---|---|---|\n| {row} | {{}} g | {{}} g |\n"
    assert asked(PRODUCTS, lang, table.format(900, 1400), "number.", title=title) == []
    assert [said for _, said in asked(PRODUCTS, lang, table.format(1400, 900), "number.", title=title)] == [
        "1400 g", "900 g",
    ]  # fmt: skip


def test_sizes_of_another_country_are_not_the_columns(asked: Asked) -> None:
    assert asked(PRODUCTS, "en", "Luvo in EU size 42 is a UK 8.", "number.") == []


TITLED = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Length [cm],Weight [g]
VA-S,vara,Vara soprano ukulele,Ukelele soprano Vara,Ukulélé soprano Vara,Vara Sopran-Ukulele,يوكوليلي فارا سوبرانو,ヴァーラ ソプラノウクレレ,Ukuleles,in_stock,53,430
VA-T,vara,Vara tenor ukulele,Ukelele tenor Vara,Ukulélé ténor Vara,Vara Tenor-Ukulele,يوكوليلي فارا تينور,ヴァーラ テナーウクレレ,Ukuleles,in_stock,67,660
LA-6,lark,Lark 61 keyboard,Teclado Lark 61,Clavier Lark 61,Keyboard Lark 61,كيبورد لارك 61,ラーク 61 キーボード,Keyboards,in_stock,94,4000
LA-8,lark,Lark 88 keyboard,Teclado Lark 88,Clavier Lark 88,Keyboard Lark 88,كيبورد لارك 88,ラーク 88 キーボード,Keyboards,in_stock,128,7400
ST-1,,Stelo stand,Soporte Stelo,Support Stelo,Ständer Stelo,حامل ستيلو,ステロ スタンド,Stands,in_stock,90,4200
"""


@pytest.mark.parametrize(
    ("lang", "body", "own", "other"),
    [
        ("en", "The Vara comes in two lengths. The tenor weighs {} g.", "660", "430"),
        ("en", "The Stelo carries any Lark. The 88 weighs {} kg.", "7.4", "4.2"),
        ("de", "Der Stelo trägt jede Lark. Das 88er wiegt {} kg.", "7,4", "4,2"),
        ("fr", "Le Stelo ou le Vara ? Le soprano pèse {} g.", "430", "660"),
        ("es", "¿El Stelo o el Vara? El soprano pesa {} g.", "430", "660"),
        ("ja", "ヴァーラは二種類。ソプラノの重さは{}gです。", "430", "660"),
    ],
)
def test_a_word_of_one_variants_title_names_it(
    asked: Asked, lang: str, body: str, own: str, other: str
) -> None:
    """Behind a sentence about something else, too: "the 88" is no stand."""
    assert asked(TITLED, lang, body.format(own), "number.") == []
    assert asked(TITLED, lang, body.format(other), "number.")


SHEETS = (
    "sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,"
    "price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Width [cm],Length [cm]\n"
    "DA-1,darvo,Darvo sheet,Sábana Darvo,Drap Darvo,Laken Darvo,شرشف دارفو,ダルヴォ シーツ,Sheets,19,19,19,19,79,1900,90,200\n"
    "DA-2,darvo,Darvo sheet,Sábana Darvo,Drap Darvo,Laken Darvo,شرشف دارفو,ダルヴォ シーツ,Sheets,23,23,23,23,99,2300,140,200\n"
)


@pytest.mark.parametrize(
    ("lang", "true", "false"),
    [
        ("en", "The Darvo in size 140 costs $23.", "The Darvo in size 140 costs $19."),
        ("es", "La Darvo en talla 140 cuesta 23 €.", "La Darvo en talla 140 cuesta 19 €."),
        ("fr", "Le Darvo en taille 140 coûte 23 €.", "Le Darvo en taille 140 coûte 19 €."),
        ("de", "Das Darvo in Größe 140 kostet 23 €.", "Das Darvo in Größe 140 kostet 19 €."),
        ("ar", "سعر دارفو مقاس 140 هو 99 درهمًا.", "سعر دارفو مقاس 140 هو 79 درهمًا."),
        ("ja", "ダルヴォのサイズ140は2,300円です。", "ダルヴォのサイズ140は1,900円です。"),
    ],
)
def test_a_size_may_be_the_one_side_that_differs(
    asked: Callable[..., list[tuple[str, str]]], lang: str, true: str, false: str
) -> None:
    assert asked(SHEETS, lang, true, "price.") == []
    assert [rule for rule, _ in asked(SHEETS, lang, false, "price.")] == ["price.contradicted"]
