"""What products are called: full titles, their own words, numbers, and the nouns that stand for them."""

from collections.abc import Callable

import pytest

from content.checks.names import Names
from content.checks.view import fold, low
from content.ledger.ledger import Ledger

Opened = Callable[..., Ledger]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability
ZE-100,Zephra fan,Ventilador Zephra,Ventilateur Zephra,Ventilator Zephra,مروحة زفرا,ゼフラ 扇風機,Fans,in_stock
ZE-050,Zephra Mini fan,Ventilador Zephra Mini,Ventilateur Zephra Mini,Ventilator Zephra Mini,مروحة زفرا ميني,ゼフラ ミニ 扇風機,Fans,in_stock
EM-280,Emberly frying pan,Sartén Emberly,Poêle Emberly,Bratpfanne Emberly,مقلاة إمبرلي,エンバリー フライパン,Frying pans,in_stock
BL-001,Blue cotton blanket,Manta azul de algodón,Plaid bleu en coton,Blaue Baumwolldecke,بطانية قطن زرقاء,青い綿のブランケット,Throws,in_stock
"""


def named(ledger: Ledger, lang: str, text: str) -> list[tuple[str, str]]:
    """Handle and words of each name in a text."""
    folded = fold(text)
    return [(m.handle, folded[m.start : m.end]) for m in Names(ledger, lang).mentions(folded)]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "The Emberly frying pan, Emberly for short.", ["Emberly frying pan", "Emberly"]),
        ("es", "La Sartén Emberly, o Emberly a secas.", ["Sartén Emberly", "Emberly"]),
        ("fr", "La Poêle Emberly, ou simplement Emberly.", ["Poêle Emberly", "Emberly"]),
        ("de", "Die Bratpfanne Emberly, kurz Emberly.", ["Bratpfanne Emberly", "Emberly"]),
        ("ar", "مقلاة إمبرلي، أو إمبرلي فقط.", ["مقلاه امبرلي", "امبرلي"]),
        ("ja", "エンバリー フライパン、つまりエンバリー。", ["エンバリー フライパン", "エンバリー"]),
        ("en", "Order EM-280 or both Emberlys.", ["EM-280", "Emberlys"]),
        ("en", "Order EM-280 or the Emberlying.", ["EM-280"]),  # a name bends no further
    ],
)
def test_a_product_goes_by_its_title_its_own_word_and_its_number(
    opened: Opened, lang: str, text: str, words: list[str]
) -> None:
    assert named(opened(PRODUCTS), lang, text) == [("em-280", word) for word in words]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Zephra is tall, Zephra Mini is not."),
        ("es", "Zephra es alto, Zephra Mini no."),
        ("fr", "Zephra est haut, Zephra Mini non."),
        ("de", "Zephra ist hoch, Zephra Mini nicht."),
        ("ar", "زفرا طويلة وزفرا ميني ليست كذلك."),
        ("ja", "ゼフラは背が高く、ゼフラ ミニは低いです。"),
    ],
)
def test_a_name_that_begins_another_is_told_apart(opened: Opened, lang: str, text: str) -> None:
    assert [handle for handle, _ in named(opened(PRODUCTS), lang, text)] == ["ze-100", "ze-050"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A Blue sky, Cotton sheets and a Blanket."),
        ("es", "Cielo Azul, Algodón y una Manta."),
        ("fr", "Bleu, Coton et un Plaid."),
        ("de", "Blaue Stunden, Baumwolle und eine Decke."),
        ("ar", "سماء زرقاء وقطن وبطانية."),
        ("ja", "青い空と綿とブランケット。"),
    ],
)
def test_words_of_the_lexicon_are_no_names(opened: Opened, lang: str, text: str) -> None:
    assert named(opened(PRODUCTS), lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "The pan is light. A pan is heavy. Your pan too.", ["pan"]),
        ("es", "La sartén es ligera. Una sartén pesa.", ["sartén"]),
        ("fr", "La poêle est légère. Une poêle pèse.", ["poêle"]),
        ("de", "Die Bratpfanne ist leicht. Eine Bratpfanne ist schwer.", ["bratpfanne"]),
        ("ar", "المقلاة خفيفة. كل مقلاة ثقيلة.", ["مقلاه"]),
        ("ja", "このフライパンは軽いです。", ["フライパン"]),
    ],
)
def test_a_noun_stands_for_the_product_unless_it_means_any_such_thing(
    opened: Opened, lang: str, text: str, words: list[str]
) -> None:
    names = Names(opened(PRODUCTS), lang)
    folded = low(fold(text))
    found = list(names.stand_ins(folded, names.nouns(["em-280"]), []))
    assert [(m.handle, folded[m.start : m.end]) for m in found] == [("em-280", word) for word in words]


def test_a_noun_two_products_share_stands_for_neither(opened: Opened) -> None:
    names = Names(opened(PRODUCTS), "en")
    assert list(names.stand_ins("the fan is loud.", names.nouns(["ze-100", "ze-050"]), [])) == []
    assert [m.handle for m in names.stand_ins("the fan is loud.", names.nouns(["ze-100"]), [])] == ["ze-100"]


LINE = """sku,title,title@de,title@fr,title@es
FL-1,Lumo front light,Frontlicht Lumo,Phare avant Lumo,Luz delantera Lumo
RL-1,Lumo rear light,Rücklicht Lumo,Feu arrière Lumo,Luz trasera Lumo
GL-1,Ember gloves,Handschuhe Ember,Gants Ember,Guantes Ember
"""


@pytest.mark.parametrize(
    ("language", "text", "handle"),
    [
        ("en", "the rear light lasts fifteen hours.", "rl-1"),
        ("de", "das rücklicht hält lange.", "rl-1"),
        ("fr", "le feu arrière tient longtemps.", "rl-1"),
        ("es", "la luz trasera dura mucho.", "rl-1"),
    ],
)
def test_the_full_noun_of_a_line_stands_for_the_one_not_yet_named(
    opened: Opened, language: str, text: str, handle: str
) -> None:
    names = Names(opened(LINE), language)
    assert [m.handle for m in names.stand_ins(text, names.nouns(["fl-1"]), [])] == [handle]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "los guantes no pesan."), ("fr", "les gants sont noirs."), ("de", "die handschuhe sind dünn.")],
)
def test_the_noun_at_the_head_of_a_title_is_no_name(opened: Opened, language: str, text: str) -> None:
    names = Names(opened(LINE), language)
    assert [m.handle for m in names.stand_ins(text, names.nouns(["gl-1"]), [])] == ["gl-1"]


def test_a_short_name_is_one_whole_whatever_its_words_mean(opened: Opened) -> None:
    shop = """\
sku,title,title@ja,short,category,uv protection
HA-1,Hallig Mini umbrella,折りたたみ傘 Hallig Mini,Hallig Mini,Umbrellas,
HA-2,Hallig UV umbrella,晴雨兼用折りたたみ傘 Hallig UV,Hallig UV,Umbrellas,
"""
    assert named(opened(shop), "ja", "直径はHallig UVが一番大きい。") == [("ha-2", "Hallig UV")]


JAPANESE = """\
sku,group,title,category
T-26,toki,急須 とき 260ml,急須
T-40,toki,急須 とき 400ml,急須
K-10,,鉄瓶 くろがね 1.2L,鉄瓶
C-01,,茶碗 凪,茶碗
M-01,,ひのきまな板,まな板
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("「とき」と「凪」は同じ土です。", ["とき", "凪"]),
        ("とき 400mlは大きめです。", ["とき"]),
        ("くろがねは重い。重いのはくろがねです。", ["くろがね", "くろがね"]),
        ("鉄瓶のくろがねと、ひのきのまな板。", ["鉄瓶のくろがね", "ひのきのまな板"]),
        ("お茶を飲むとき、海は凪でした。まっくろがねらい。", []),
    ],
)
def test_a_japanese_name_without_signs_is_one_where_nothing_else_can_be_meant(
    opened: Opened, text: str, words: list[str]
) -> None:
    """No blank parts the words: `とき` is "when" nearly everywhere."""
    assert [word for _, word in named(opened(JAPANESE, home="ja"), "ja", text)] == words


SHARED = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability
BA-1,balade,Balade pushchair,Silla Balade,Poussette Balade,Kinderwagen Balade,عربة بالاد,バラード ベビーカー,Pushchairs,in_stock
BA-2,balade,Balade XL pushchair,Silla Balade XL,Poussette Balade XL,Kinderwagen Balade XL,عربة بالاد إكس إل,バラード XL ベビーカー,Pushchairs,in_stock
BA-3,,Balade carrycot,Capazo Balade,Nacelle Balade,Babywanne Balade,سرير بالاد,バラード キャリーコット,Carrycots,in_stock
CL-1,clic,Clic adapters for Balade,Adaptadores Clic para Balade,Adaptateurs Clic pour Balade,Adapter Clic für Balade,محولات كليك لعربة بالاد,クリック アダプター バラード用,Adapters,in_stock
CL-2,clic,Clic adapters for Tandem,Adaptadores Clic para Tandem,Adaptateurs Clic pour Tandem,Adapter Clic für Tandem,محولات كليك لعربة تاندم,クリック アダプター タンデム用,Adapters,in_stock
WR-1,,Wren harness,Arnés Wren,Baudrier Wren,Klettergurt Wren,حزام رين,レン ハーネス,Harnesses,in_stock
PL-1,,Plover harness,Arnés Plover,Baudrier Plover,Klettergurt Plover,حزام بلوفر,プラバー ハーネス,Harnesses,in_stock
WR-2,,Wren helmet,Casco Wren,Casque Wren,Helm Wren,خوذة رين,レン ヘルメット,Helmets,in_stock
TA-1,tandem,Tandem pushchair,Silla Tandem,Poussette Tandem,Kinderwagen Tandem,عربة تاندم,タンデム ベビーカー,Pushchairs,in_stock
"""


@pytest.mark.parametrize(
    ("lang", "text", "handles"),
    [
        ("en", "The Balade weighs 9.8 kg.", ["balade"]),
        ("de", "Der Balade wiegt 9,8 kg.", ["balade"]),
        ("ja", "バラードは9.8kgです。", ["balade"]),
        ("en", "The Balade carrycot weighs 3.7 kg.", ["ba-3"]),
        ("en", "Fine for doorways, and for Balade too.", ["balade"]),  # no "for" of `Clic adapters for`
        ("en", "The Wren weighs 380 g.", []),  # the harness or the helmet
    ],
)
def test_a_name_of_several_products_is_that_of_the_one_with_most_versions(
    opened: Opened, lang: str, text: str, handles: list[str]
) -> None:
    assert [handle for handle, _ in named(opened(SHARED), lang, text)] == handles


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("The Plover harness costs less. The Wren weighs 380 g.", "wr-1"),  # the only Wren of the page's line
        ("The Wren helmet is for children. The Wren weighs 380 g.", "wr-2"),  # the one named
    ],
)
def test_which_of_two_is_meant_the_page_says(opened: Opened, text: str, handle: str) -> None:
    ledger = opened(SHARED)
    names = Names(ledger, "en")
    page = [mention.handle for mention in names.mentions(fold(text))]
    last = fold(text).rpartition(". ")[2]
    found = names.stand_ins(low(last), names.nouns(page), [])
    assert handle in {mention.handle for mention in found}
