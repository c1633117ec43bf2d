"""Wider, lighter, the cheapest: a comparison is true, false or unknown, and only a true one passes."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Width [cm],Weight [g],Noise level [dB]
MI-1,Mirro blanket,Manta Mirro,Plaid Mirro,Decke Mirro,بطانية ميرو,ミロ ブランケット,Throws,in_stock,40,40,40,40,160,6000,130,900,
SA-1,Sallo blanket,Manta Sallo,Plaid Sallo,Decke Sallo,بطانية سالو,サロ ブランケット,Throws,in_stock,60,60,60,60,240,9000,150,1400,
TU-1,Turo blanket,Manta Turo,Plaid Turo,Decke Turo,بطانية تورو,トゥーロ ブランケット,Throws,in_stock,50,50,50,50,200,7500,140,1100,
"""

TRUE = [
    ("en", "Sallo is wider than Mirro, and Mirro is lighter than Sallo."),
    ("en", "Mirro is cheaper than Turo."),
    ("es", "La manta Sallo es más ancha que la Mirro. La manta Mirro es más ligera que la Turo."),
    ("fr", "Le plaid Sallo est plus large que le plaid Mirro. Le plaid Mirro est moins cher que le Turo."),
    ("de", "Die Decke Sallo ist breiter als die Mirro. Die Decke Mirro ist günstiger als die Turo."),
    ("ar", "بطانية سالو أعرض من بطانية ميرو، وبطانية ميرو أخف من بطانية تورو."),
    ("ja", "サロはミロより幅が広いです。ミロはトゥーロより軽いです。"),
]
FALSE = [
    ("en", "Mirro is wider than Sallo.", "wider"),
    ("en", "Turo is cheaper than Mirro.", "cheaper"),
    ("es", "La manta Mirro es más ancha que la Sallo.", "más ancha"),
    ("fr", "Le plaid Sallo est plus léger que le plaid Mirro.", "plus léger"),
    ("de", "Die Decke Mirro ist schwerer als die Decke Sallo.", "schwerer"),
    ("ar", "بطانية ميرو أثقل من بطانية سالو.", "أثقل"),
    ("ja", "ミロはサロより重いです。", "重い"),
]
UNKNOWN = [  # no product has a noise level
    ("en", "Mirro is quieter than Sallo."),
    ("es", "La manta Mirro es más silenciosa que la Sallo."),
    ("fr", "Le plaid Mirro est plus silencieux que le plaid Sallo."),
    ("de", "Die Decke Mirro ist leiser als die Decke Sallo."),
    ("ar", "بطانية ميرو أهدأ من بطانية سالو."),
    ("ja", "ミロはサロより静かです。"),
]
UNKNOWN_HIGHEST = [
    ("en", "Mirro is the quietest blanket we sell.", "quietest"),
    ("es", "La manta Mirro es la más silenciosa de nuestra tienda.", "más silenciosa"),
    ("fr", "Le plaid Mirro est le plus silencieux de notre boutique.", "plus silencieux"),
    ("de", "Mirro ist die leiseste Decke in unserem Sortiment.", "leiseste"),
    ("ar", "بطانية ميرو هي الأهدأ في متجرنا.", "الأهدأ"),
    ("ja", "ミロは当店で最も静かなブランケットです。", "静か"),
]
HIGHEST = [
    ("en", "{} is the widest blanket in our shop.", "Sallo", "Turo"),
    ("en", "{} is the lightest blanket we sell.", "Mirro", "Sallo"),
    ("es", "La manta {} es la más ancha de nuestra tienda.", "Sallo", "Mirro"),
    ("fr", "Le plaid {} est le plus léger de notre boutique.", "Mirro", "Turo"),
    ("de", "{} ist die schwerste Decke in unserem Sortiment.", "Sallo", "Mirro"),
    ("ar", "بطانية {} هي الأرخص في متجرنا.", "ميرو", "سالو"),
    ("ja", "{}は当店で最も軽いブランケットです。", "ミロ", "サロ"),
]


@pytest.mark.parametrize(("lang", "body"), TRUE)
def test_a_comparison_the_ledger_bears_out_passes(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "comparison.") == []


@pytest.mark.parametrize(("lang", "body", "quote"), FALSE)
def test_one_the_wrong_way_round_is_contradicted(asked: Asked, lang: str, body: str, quote: str) -> None:
    assert asked(PRODUCTS, lang, body, "comparison.") == [("comparison.contradicted", quote)]


@pytest.mark.parametrize(("lang", "body"), UNKNOWN)
def test_of_what_nobody_measured_two_products_may_be_compared(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "comparison.") == []


@pytest.mark.parametrize(("lang", "body", "quote"), UNKNOWN_HIGHEST)
def test_the_best_of_the_shop_in_what_nobody_measured_is_unsupported(
    asked: Asked, lang: str, body: str, quote: str
) -> None:
    assert asked(PRODUCTS, lang, body, "comparison.") == [("comparison.unsupported", quote)]


@pytest.mark.parametrize(("lang", "body", "right", "wrong"), HIGHEST)
def test_a_superlative_in_the_shop_is_the_ledgers_maximum(
    asked: Asked, lang: str, body: str, right: str, wrong: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(right), "comparison.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format(wrong), "comparison.")] == [
        "comparison.contradicted"
    ]


@pytest.mark.parametrize(
    ("lang", "body", "right", "wrong"),
    [
        ("en", "We compare Mirro and Turo. {} is the lighter, and the lightest of the two.", "Mirro", "Turo"),
        ("es", "Comparamos Mirro y Turo. La manta {} es la más ligera de las dos.", "Mirro", "Turo"),
        ("fr", "Comparons Mirro et Turo. {} est le plus léger des deux.", "Mirro", "Turo"),
        ("de", "Mirro und Turo im Vergleich. {} ist die leichteste von beiden.", "Mirro", "Turo"),
        ("ar", "نقارن بطانية ميرو وبطانية تورو. بطانية {} هي الأخف بين الاثنتين.", "ميرو", "تورو"),
        ("ja", "ミロとトゥーロを比べます。2つのうち一番軽いのは{}です。", "ミロ", "トゥーロ"),
    ],
)
def test_of_two_only_the_two_are_compared(asked: Asked, lang: str, body: str, right: str, wrong: str) -> None:
    assert asked(PRODUCTS, lang, body.format(right), "comparison.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format(wrong), "comparison.")] == [
        "comparison.contradicted"
    ]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Mirro is wider than most people expect."),
        ("es", "La manta Mirro es más ligera de lo que parece."),
        ("fr", "Le plaid Mirro est plus léger qu'on ne le croit."),
        ("de", "Die Decke Mirro ist leichter, als man denkt."),
        ("ar", "بطانية ميرو أخف مما تتوقع."),
        ("ja", "ミロは見た目より軽いです。"),
    ],
)
def test_what_is_measured_by_no_product_is_no_comparison(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "comparison.") == []


@pytest.mark.parametrize(
    ("lang", "honest", "false"),
    [
        ("en", "Sallo and Turo are soft. Mirro is fine, so take the widest of the three measurements.", "Sallo and Turo are soft. Mirro is the widest of the three."),
        ("es", "Para Mirro toma la más ancha de las tres medidas.", "Mirro es la más ancha de nuestra tienda."),
        ("fr", "Pour Mirro, prenez la plus large des trois mesures.", "Mirro est le plus large de notre boutique."),
        ("de", "Sallo und Turo sind weich. Für Mirro gilt das breiteste der drei Maße.", "Mirro ist die breiteste Decke in unserem Sortiment."),
        ("en", "Mirro is not the widest blanket we sell.", "Mirro is the widest blanket we sell."),
        ("es", "Mirro no es la más ancha de nuestra tienda.", "Mirro es la más ancha de nuestra tienda."),
        ("fr", "Mirro n'est pas le plus large de notre boutique.", "Mirro est le plus large de notre boutique."),
        ("de", "Mirro ist nicht die breiteste Decke in unserem Sortiment.", "Mirro ist die breiteste Decke in unserem Sortiment."),
        ("ja", "ミロは当店で最も幅が広いブランケットではありません。", "ミロは当店で最も幅が広いブランケットです。"),
        ("en", "Sallo has the highest weight of all our blankets.", "Mirro has the highest weight of all our blankets."),
        ("de", "Sallo hat das höchste Gewicht von allen.", "Mirro hat das höchste Gewicht von allen."),
    ],
)  # fmt: skip
def test_a_degree_is_of_what_it_is_said(asked: Asked, lang: str, honest: str, false: str) -> None:
    assert asked(PRODUCTS, lang, honest, "comparison.") == []
    assert {rule for rule, _ in asked(PRODUCTS, lang, false, "comparison.")} == {"comparison.contradicted"}
