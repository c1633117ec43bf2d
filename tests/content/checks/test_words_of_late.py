"""Words added after reading what shops and models wrote: what is in the box, what stays outside, who pays to send it
back, what nobody tested, and names that look like other words."""

from collections.abc import Callable

import pytest

from content.checks import CHECKS, examine
from content.checks.assertions import assertions
from content.checks.named import Features
from content.checks.names import Names
from content.checks.reading import Reading
from content.checks.view import fold, low
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Severity

Asked = Callable[..., list[tuple[str, str]]]
Opened = Callable[..., Ledger]

TITLES = "sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability"
VESTALO = "Vestalo lantern,Farol Vestalo,Lanterne Vestalo,Laterne Vestalo,فانوس فستالو,ヴェスタロ ランタン,Lanterns,in_stock"


def vestalo(column: str, value: str) -> str:
    """One lantern with one more column."""
    return f"{TITLES},{column}\nVE-1,{VESTALO},{value}\n"


def rules(found: list[tuple[str, str]]) -> list[str]:
    return [rule for rule, _ in found]


YES_OR_NO = [  # column, language, true where it says yes, true where it says no
    ("Batteries included", "en", "The Vestalo comes with two AA batteries included.", "For the Vestalo, the AA batteries are not included."),
    ("Batteries included", "en", "Two AA cells are included with the Vestalo.", "The AA cells for the Vestalo you'll have to supply yourself."),
    ("Batteries included", "fr", "Avec la Vestalo, la pile CR2032 est fournie.", "Pour la Vestalo, la pile CR2032 n'est pas fournie."),
    ("Batteries included", "es", "En el Vestalo, la pila CR2032 viene incluida.", "En el Vestalo, la pila AA no viene incluida."),
    ("Batteries included", "ja", "ヴェスタロには単三電池が付属します。", "ヴェスタロの単三電池は付属していません。"),
    ("Suitable for outdoor use", "en", "The Vestalo is made for the outdoors.", "The Vestalo is not made for the outdoors."),
    ("Suitable for outdoor use", "de", "Die Vestalo ist für draußen gemacht.", "Die Vestalo ist nicht für draußen gemacht."),
    ("Suitable for outdoor use", "fr", "La Vestalo est conçue pour l'extérieur.", "La Vestalo n'est pas conçue pour l'extérieur."),
    ("Suitable for outdoor use", "es", "El Vestalo está pensado para exterior.", "El Vestalo no está pensado para exterior."),
    ("Suitable for outdoor use", "ar", "فانوس فستالو مصمم للحديقة.", "فانوس فستالو للاستخدام الداخلي فقط."),
    ("Suitable for outdoor use", "ar", "فستالو يتحمل البقاء في الخارج.", "فانوس فستالو ليس للاستخدام الخارجي."),
    ("Suitable for outdoor use", "ja", "ヴェスタロは屋外でも使えます。", "ヴェスタロは屋内専用です。"),
    ("Suitable for outdoor use", "ja", "ヴェスタロは外に置きっぱなしにできます。", "ヴェスタロは屋外用ではありません。"),
    ("Ironable", "es", "El Vestalo admite un golpe de plancha.", "El Vestalo no admite un golpe de plancha."),
    ("Ironable", "es", "El Vestalo admite un repaso de plancha.", "El Vestalo no admite la plancha."),
    # a harm that is denied is the good quality
    ("Non-slip", "en", "The foot of the Vestalo is not slippery.", "The foot of the Vestalo is slippery."),
    ("Non-slip", "es", "El Vestalo no resbala sobre mármol.", "El Vestalo resbala sobre mármol."),
    ("Non-slip", "fr", "La Vestalo ne glisse jamais sur le marbre.", "La Vestalo glisse sur le marbre."),
    ("Non-slip", "de", "Der Fuß der Vestalo ist nicht rutschig.", "Der Fuß der Vestalo ist rutschig."),
    ("Non-slip", "ar", "فانوس فستالو لا ينزلق على الرخام.", "فانوس فستالو ينزلق على الرخام."),
    ("Non-slip", "ja", "ヴェスタロの底は滑りやすくありません。", "ヴェスタロの底は滑りやすいです。"),
    ("Waterproof", "ar", "فستالو لا يتسرب إليه الماء.", "فستالو يتسرب إليه الماء."),
    ("Auto power off", "ar", "فستالو ينطفئ وحده.", "عليك أن تطفئ فستالو بنفسك لأنه لا ينطفئ وحده."),
    ("Auto power off", "ar", "تركت فستالو؟ إنه ينطفئ من تلقاء نفسه.", "أما فستالو فأطفئه بيدك."),
]  # fmt: skip


@pytest.mark.parametrize(("column", "lang", "yes", "no"), YES_OR_NO)
def test_what_the_column_says_may_be_said_and_not_its_contrary(
    asked: Asked, column: str, lang: str, yes: str, no: str
) -> None:
    has, has_not = vestalo(column, "yes"), vestalo(column, "no")
    assert asked(has, lang, yes, "capability.") == []
    assert asked(has_not, lang, no, "capability.") == []
    assert rules(asked(has_not, lang, yes, "capability.")) == ["capability.contradicted"]
    assert rules(asked(has, lang, no, "capability.")) == ["capability.contradicted"]


@pytest.mark.parametrize(("column", "lang", "yes", "no"), YES_OR_NO)
def test_where_no_column_says_it_only_the_yes_is_a_promise(
    asked: Asked, column: str, lang: str, yes: str, no: str
) -> None:
    unknown = vestalo(column, "")
    assert rules(asked(unknown, lang, yes, "capability.")) == ["capability.unsupported"]
    assert asked(unknown, lang, no, "capability.") == []


@pytest.mark.parametrize(
    "body",
    [
        "ヴェスタロに単三電池は付いていません。",
        "ヴェスタロの電池は別にご用意ください。",
        "ヴェスタロの電池は2本とも付属しません。",
    ],
)
def test_japanese_has_many_ways_to_say_that_none_are_in_the_box(asked: Asked, body: str) -> None:
    assert asked(vestalo("Batteries included", "no"), "ja", body, "capability.") == []
    assert rules(asked(vestalo("Batteries included", "yes"), "ja", body, "capability.")) == [
        "capability.contradicted"
    ]


@pytest.mark.parametrize(
    ("lang", "scissors", "cut", "yes", "body"),
    [
        ("en", "Scissors included", "Can be cut", "yes", "The Vestalo can be cut."),
        ("de", "Schere enthalten", "Kürzbar", "ja", "Die Vestalo lässt sich kürzen."),
        ("fr", "Ciseaux fournis", "Recoupable", "oui", "La Vestalo peut être coupée."),
        ("es", "Tijeras incluidas", "Se puede cortar", "sí", "El Vestalo se puede cortar."),
        ("ja", "はさみ付き", "カット可", "はい", "ヴェスタロは切れます。"),
    ],
)
def test_scissors_in_the_box_do_not_say_that_it_can_be_cut(
    asked: Asked, lang: str, scissors: str, cut: str, yes: str, body: str
) -> None:
    assert asked(vestalo(cut, yes), lang, body, "capability.", home=lang) == []
    found = asked(vestalo(scissors, yes), lang, body, "capability.", home=lang)
    assert rules(found) == ["capability.unsupported"]


@pytest.mark.parametrize(
    ("lang", "home", "column", "value", "body"),
    [
        ("en", "en", "Charging time [h]", "3", "The Vestalo is rechargeable."),
        ("en", "en", "Charging port", "USB-C", "The Vestalo is rechargeable."),
        ("de", "de", "Ladezeit [h]", "3", "Die Vestalo ist wiederaufladbar."),
        ("fr", "fr", "Temps de charge [h]", "3", "La Vestalo est rechargeable."),
        ("es", "es", "Tiempo de carga [h]", "3", "El Vestalo es recargable."),
        ("ar", "en", "Charging time [h]", "3", "فستالو قابل للشحن."),
        ("ja", "ja", "充電時間", "3時間", "ヴェスタロは充電式です。"),
    ],
)
def test_what_has_a_charging_time_is_rechargeable(
    asked: Asked, lang: str, home: str, column: str, value: str, body: str
) -> None:
    assert asked(vestalo(column, value), lang, body, "capability.", home=home) == []
    other = vestalo("Weight [g]", "300")
    assert rules(asked(other, lang, body, "capability.", home=home)) == ["capability.unsupported"]


# Names

NAMED = f"""\
{TITLES},Weight [g]
BE-1,Beacon lamp,Lámpara Beacon,Lampe Beacon,Lampe Beacon,مصباح بيكون,ビーコン ランプ,Lamps,in_stock,900
VI-1,Vizor LED lantern,Farol LED Vizor,Lanterne LED Vizor,LED-Laterne Vizor,فانوس فيزور LED,ヴィゾル LEDランタン,Lanterns,in_stock,640
PL-1,Plimo notebook,Cuaderno Plimo,Carnet Plimo,Notizbuch Plimo,دفتر بليمو,プリモ ノート,Notebooks,in_stock,210
ZA-1,Zala purse,Monedero Zala,Porte-monnaie Zala,Portemonnaie Zala,محفظة زالة,ザラ 財布,Purses,in_stock,120
"""


@pytest.mark.parametrize(
    ("lang", "body", "own"),
    [
        ("en", "An LED needs little power.", "A Vizor needs little power."),
        ("es", "Un LED gasta poco.", "Un Vizor gasta poco."),
        ("fr", "Une LED consomme peu.", "Une Vizor consomme peu."),
        ("de", "Eine LED braucht wenig Strom.", "Eine Vizor braucht wenig Strom."),
        ("ar", "مصابيح LED موفرة.", "مصابيح فيزور موفرة."),
        ("ja", "LEDは省エネです。", "ヴィゾルは省エネです。"),
    ],
)
def test_what_any_such_thing_is_called_in_capitals_is_no_name(
    opened: Opened, lang: str, body: str, own: str
) -> None:
    names = Names(opened(NAMED), lang)
    assert names.mentions(fold(body)) == []
    assert [mention.handle for mention in names.mentions(fold(own))] == ["vi-1"]


def test_a_word_in_capitals_that_is_a_products_own_stays_its_name(opened: Opened) -> None:
    products = f"{TITLES}\nVO-1,VORK lantern,VORK,VORK,VORK,VORK,VORK,Lanterns,in_stock\n"
    assert [mention.handle for mention in Names(opened(products), "en").mentions("A VORK is light.")] == [
        "vo-1"
    ]


@pytest.mark.parametrize(
    ("body", "handles"),
    [
        ("ノートは軽いです。", ["pl-1"]),
        ("ノートパソコンは軽いです。", []),
        ("ノート1冊とペン。", ["pl-1"]),
    ],
)
def test_a_noun_that_begins_a_longer_word_of_katakana_stands_for_nothing(
    opened: Opened, body: str, handles: list[str]
) -> None:
    names = Names(opened(NAMED), "ja")
    found = names.stand_ins(fold(body), names.nouns(("pl-1",)), [])
    assert [mention.handle for mention in found] == handles


def severities(ledger: Ledger, body: str) -> list[tuple[str, Severity]]:
    market = next(market for market in ledger.shop.markets if market.language == "ar")
    reading = Reading(
        parse_draft(f"---\ntitle: …\nmarket: {market.locale}\n---\n{body}", "page.md"), ledger, market
    )
    found = examine(reading, [CHECKS["culture"]])
    return [(finding.quote, finding.severity) for finding in found if finding.rule == "culture.pork"]


def test_a_lamp_called_beacon_is_only_warned_of_where_bacon_is_blocked(opened: Opened) -> None:
    shop, other = opened(NAMED), opened(vestalo("Weight [g]", "300"))
    assert severities(shop, "مصباح بيكون يضيء الغرفة.") == [("بيكون", Severity.WARN)]
    assert severities(shop, "شرائح لحم الخنزير على المائدة.") == [("لحم الخنزير", Severity.BLOCK)]
    assert severities(other, "بيض مع بيكون مقرمش.") == [("بيكون", Severity.BLOCK)]


def test_words_that_begin_in_a_name_and_end_behind_it_claim_nothing(asked: Asked) -> None:
    of_bark = (
        "محفظة زالة من قشرة البلوط."  # "Zala, of oak bark", and without the name "a removal of dandruff"
    )
    assert asked(NAMED, "ar", of_bark, "claim.") == []
    assert rules(asked(NAMED, "ar", "محفظة زالة جميلة، وهي تزيل قشرة الرأس.", "claim.")) == ["claim.medical"]
    assert rules(asked(vestalo("Weight [g]", "300"), "ar", of_bark, "claim.")) == ["claim.medical"]


MORAVO = f"""\
sku,group,{TITLES.removeprefix("sku,")},Weight [g],Height [cm]
MO-500,moravo,Moravo 500 bottle,Botella Moravo 500,Gourde Moravo 500,Flasche Moravo 500,قارورة مورافو 500,モラヴォ ボトル 500,Bottles,in_stock,210,19
MO-1000,moravo,Moravo 1000 bottle,Botella Moravo 1000,Gourde Moravo 1000,Flasche Moravo 1000,قارورة مورافو 1000,モラヴォ ボトル 1000,Bottles,in_stock,340,27
"""


@pytest.mark.parametrize(
    ("body", "own", "other"),
    [
        ("モラヴォ ボトルのうち、1000には重さが{}あります。", "340g", "210g"),
        ("モラヴォ ボトルは2サイズ。1000なら重さは{}です。", "340g", "210g"),
        ("モラヴォ ボトルは2サイズ。1000のほうは高さ{}です。", "27cm", "19cm"),
        ("モラヴォ ボトルは2サイズ。500は重さ{}です。", "210g", "340g"),
    ],
)
def test_a_bare_number_before_a_particle_calls_a_variant(
    asked: Asked, body: str, own: str, other: str
) -> None:
    assert asked(MORAVO, "ja", body.format(own), "number.") == []
    assert asked(MORAVO, "ja", body.format(other), "number.") == [("number.elsewhere", other)]


TOWEL = f"{TITLES},Material\nLI-1,Lisqua towel,Toalla Lisqua,Serviette Lisqua,Handtuch Lisqua,منشفة ليسكوا,リスクヮ タオル,Towels,in_stock,cotton\n"


@pytest.mark.parametrize(
    ("lang", "several", "one", "said"),
    [
        ("en", "# Lisqua: wool, linen, cotton", "# Lisqua in wool", "wool"),
        ("de", "# Lisqua: Wolle, Leinen, Baumwolle", "# Lisqua aus Wolle", "Wolle"),
        ("fr", "# Lisqua : laine, lin, coton", "# Lisqua en laine", "laine"),
        ("es", "# Lisqua: lana, lino, algodón", "# Lisqua de lana", "lana"),
        ("ja", "# リスクヮ：ウール、リネン、コットン", "# リスクヮはウール", "ウール"),
    ],
)
def test_a_heading_that_lists_materials_says_what_a_page_is_about(
    asked: Asked, lang: str, several: str, one: str, said: str
) -> None:
    assert asked(TOWEL, lang, f"{several}\n\n…", "choice.") == []
    assert asked(TOWEL, lang, f"{one}\n\n…", "choice.") == [("choice.contradicted", said)]


def test_a_list_of_materials_in_a_sentence_is_of_its_product(asked: Asked) -> None:
    found = asked(TOWEL, "en", "The Lisqua is of wool, linen, and cotton.", "choice.")
    assert [said for _, said in found] == ["wool", "linen"]


# Who pays to send it back

PAID = '[returns]\ndays = "30 days"\npaid_by = "{}"\n'

ON_US = [
    ("en", "We cover the return postage.", "The return postage is on you."),
    ("en", "We pay for sending it back.", "You pay for sending it back."),
    ("en", "Every parcel holds a prepaid return label.", "Every parcel holds a return label."),
    ("es", "La devolución corre de nuestra cuenta.", "La devolución corre de su cuenta."),
    ("es", "Los portes de vuelta los pagamos nosotros.", "Los portes de vuelta los paga usted."),
    ("fr", "Le renvoi est à nos frais.", "Le renvoi est à vos frais."),
    ("fr", "Nous prenons en charge le retour.", "Le retour est à votre charge."),
    ("de", "Das Rückporto geht auf unsere Rechnung.", "Das Rückporto geht auf Ihre Rechnung."),
    ("de", "Die Rücksendung übernehmen wir.", "Die Rücksendung übernehmen Sie."),
    ("ar", "الإرجاع على حسابنا.", "الإرجاع على حسابك."),
    ("ar", "نتحمل نحن تكاليف الإرجاع.", "تتحمل أنت تكاليف الإرجاع."),
    ("ja", "返品の送料は当店が負担します。", "返品の送料はお客様がご負担ください。"),
    ("ja", "返送の費用はこちらが持ちます。", "返送の費用はお客様のご負担です。"),
]


@pytest.mark.parametrize(("lang", "ours", "yours"), ON_US)
def test_only_a_shop_that_pays_for_returns_says_so(asked: Asked, lang: str, ours: str, yours: str) -> None:
    lantern = vestalo("Weight [g]", "300")
    assert asked(lantern, lang, ours, "claim.", facts=PAID.format("shop")) == []
    assert rules(asked(lantern, lang, ours, "claim.", facts=PAID.format("customer"))) == ["claim.offer"]
    assert rules(asked(lantern, lang, ours, "claim.")) == ["claim.offer"]
    assert asked(lantern, lang, yours, "claim.", facts=PAID.format("customer")) == []


# What nobody tested

INVENTED = [
    ("en", "The lantern passed our drop test."),
    ("en", "It survived our own torture tests."),
    ("en", "Three hikers have tried it for us."),
    ("en", "The zip is tested for 5,000 openings."),
    ("es", "El farol ha superado un ensayo de caída."),
    ("es", "El farol está probado en laboratorio."),
    ("es", "La cremallera está probada con 5000 aperturas."),
    ("es", "Está probado durante tres meses por nuestro personal."),
    ("fr", "La lanterne a été testée en laboratoire."),
    ("fr", "La lanterne a passé un essai de chute."),
    ("fr", "Le zip est éprouvé sur 5 000 cycles."),
    ("fr", "Testée par nos soins, elle tient bon."),
    ("de", "Die Laterne wurde im Labor geprüft."),
    ("de", "Die Laterne hat unseren Belastungstest bestanden."),
    ("de", "Der Reißverschluss ist auf 5.000 Öffnungen getestet."),
    ("ar", "وقد جربه متسلقون في الجبال."),
    ("ar", "لقد اختبره خبراء."),
    ("ar", "اجتاز اختبار السقوط."),
    ("ja", "落下試験をクリアしました。"),
    ("ja", "耐久テストに合格しました。"),
    ("ja", "スタッフによる検証では好評でした。"),
    ("ja", "社内テストでは十年もちました。"),
]
HONEST = [
    ("en", "Try it at home for a week and see."),
    ("en", "We have not tested it."),
    ("en", "Nobody has tried it for us."),
    ("en", "A drop test it has never been through."),
    ("es", "Pruébelo en casa una semana."),
    ("es", "No lo hemos probado."),
    ("es", "El farol no ha pasado ninguna prueba."),
    ("fr", "Essayez-la chez vous pendant une semaine."),
    ("fr", "Nous ne l'avons pas testée."),
    ("fr", "La lanterne n'a passé aucun essai chez nous."),
    ("de", "Testen Sie die Laterne zu Hause."),
    ("de", "Wir haben die Laterne nicht getestet."),
    ("de", "Die Laterne hat keinen Belastungstest hinter sich."),
    ("ar", "جربه في بيتك أسبوعا."),
    ("ar", "لم نجرب الفانوس بعد."),
    ("ar", "لم يجتز اختبارا."),
    ("ja", "ご自宅で一週間お試しください。"),
    ("ja", "当店ではテストをしていません。"),
    ("ja", "落下試験は行っていません。"),
]


@pytest.mark.parametrize(("lang", "body"), INVENTED)
def test_a_test_that_nothing_in_the_shop_shows_is_invented(asked: Asked, lang: str, body: str) -> None:
    found = asked(vestalo("Weight [g]", "300"), lang, body, "invention.")
    assert rules(found) == ["invention.experience"]


@pytest.mark.parametrize(("lang", "body"), HONEST)
def test_an_invitation_to_try_it_or_a_no_is_none(asked: Asked, lang: str, body: str) -> None:
    assert asked(vestalo("Weight [g]", "300"), lang, body, "invention.") == []


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("في كلا الجهازين إيقاف تلقائي.", True),
        ("كلا، لا يوجد إيقاف تلقائي.", False),
        ("ولا إيقاف تلقائي في الجهازين.", False),
    ],
)
def test_both_is_no_no_in_arabic(text: str, holds: bool) -> None:
    """`كلا`, "both", is written like "no" with "like" in front of it."""
    told = assertions(low(fold(text)), "ar", Features())
    assert [(each.capability, each.holds) for each in told] == [("auto-off", holds)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "puro bocado de res, sin cereales ni azúcar añadida", [("sugar-free", True)]),
        ("fr", "100 % merlu, sans céréales ni sucre ajouté", [("sugar-free", True)]),
        ("es", "no se puede lavar ni planchar", [("wash", False), ("iron", False)]),
        ("fr", "ne se lave pas en machine", [("wash", False)]),
        ("de", "er rutscht auf fliesen nicht weg", [("non-slip", True)]),
        ("de", "er rutscht leicht weg", [("non-slip", False)]),
    ],
)
def test_without_this_nor_that_stays_without(language: str, text: str, told: list[tuple[str, bool]]) -> None:
    found = assertions(low(fold(text)), language, Features())
    assert [(each.capability, each.holds) for each in found] == told


@pytest.mark.parametrize(
    ("language", "other", "claim"),
    [
        ("en", "Look at the wick before each lighting.", "It wicks away sweat."),
        ("en", "At $16 it won't break anyone's budget.", "It won't break."),
        ("en", "It holds less than both backpacks put together.", "It has to be put together."),
        ("de", "Er rutscht zur Seite und nimmt nicht viel Platz.", "Er rutscht auf Fliesen nicht."),
        ("de", "Daran führt kein Weg vorbei.", "Da rutscht nichts weg."),
        ("de", "Sonst kommt der Teig oben heraus.", "Der Teig löst sich leicht heraus."),
        ("ar", "في المرات التالية ضع الطعام.", "فيها مرآة."),
        ("ar", "ضعها في درج معتم.", "نسيجها معتم."),
    ],
)
def test_words_that_name_something_else(language: str, other: str, claim: str) -> None:
    def told(text: str) -> set[str]:
        return {each.capability for each in assertions(low(fold(text)), language, Features()) if each.holds}

    assert told(other) == set()
    assert len(told(claim)) == 1
