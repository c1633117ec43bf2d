"""What the shop itself rules out, turned round where only the no is missing."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

HEAD = "sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,description,description@es,description@fr,description@de,description@ar,description@ja"
BRUNA = "Bruna cleaner,Limpiador Bruna,Nettoyant Bruna,Reiniger Bruna,منظف برونا,ブルーナ クリーナー,Cleaners"
SAID = {
    "en": "For floors. Not suitable for natural stone.",
    "es": "Para suelos. No es apto para piedra natural.",
    "fr": "Pour les sols. Ne convient pas à la pierre naturelle.",
    "de": "Für Böden. Nicht für Naturstein geeignet.",
    "ar": "للأرضيات. لا يصلح للحجر الطبيعي.",
    "ja": "床用です。天然の石には使えません。",
}
SHOP = f"{HEAD}\nBR-1,{BRUNA},{','.join(SAID.values())}\nOT-1,Otrano polish,Pulidor Otrano,Cire Otrano,Politur Otrano,ملمع أوترانو,オトラーノ ワックス,Polishes,,,,,,\n"

TURNED = [
    ("en", "Bruna is suitable for natural stone.", "Bruna is not suitable for natural stone."),
    ("es", "Bruna es apto para piedra natural.", "Bruna no es apto para piedra natural."),
    ("fr", "Bruna convient à la pierre naturelle.", "Bruna ne convient pas à la pierre naturelle."),
    ("de", "Bruna ist für Naturstein geeignet.", "Bruna ist nicht für Naturstein geeignet."),
    ("ar", "برونا لا يكلف كثيرًا، ويصلح للحجر الطبيعي.", "برونا لا يصلح للحجر الطبيعي."),
    ("ja", "ブルーナは天然の石にも使えます。", "ブルーナは天然の石には使えません。"),
]


@pytest.mark.parametrize(("lang", "lie", "true"), TURNED)
def test_a_limit_of_the_shop_is_not_turned_round(asked: Asked, lang: str, lie: str, true: str) -> None:
    assert [rule for rule, _ in asked(SHOP, lang, lie, "capability.")] == ["capability.contradicted"]
    assert asked(SHOP, lang, true, "capability.") == []


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Is Bruna suitable for natural stone? No."),
        ("en", "Otrano is suitable for natural stone."),  # another product
        ("en", "If you want one suitable for natural stone, Bruna is the wrong one."),
        ("en", "Bruna suits floors, never natural stone."),
        ("en", "Natural stone is spoiled by Bruna."),
        ("de", "Für Naturstein geeignet ist Bruna nicht."),
        ("de", "Für Naturstein ist Bruna ungeeignet."),
        ("fr", "Bruna ne convient ni à la pierre naturelle ni au bois."),
        ("es", "Bruna no sirve para madera, piedra natural o mármol."),
        ("ar", "برونا غير مناسب للحجر الطبيعي."),
        ("ja", "天然の石にブルーナを使うのはおすすめしません。"),
    ],
)
def test_what_says_the_limit_in_other_words_or_of_others_is_let_be(
    asked: Asked, lang: str, body: str
) -> None:
    assert asked(SHOP, lang, body, "capability.") == []


TIMED = f"{HEAD}\nBR-1,{BRUNA},Do not use before the first rain. Not for use above 40 °C.,,,,,\n"


def test_a_limit_of_before_or_above_is_left_to_those_who_read_small_words(asked: Asked) -> None:
    assert (
        asked(TIMED, "en", "Use Bruna after the first rain. Bruna is for use below 40 °C.", "capability.")
        == []
    )
