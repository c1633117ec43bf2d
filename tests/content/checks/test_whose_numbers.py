"""Numbers that belong to something else than the product spoken of, and how loosely a number may be said.

Each pair holds everything equal but the words that take the number off a product."""

import pytest

from content.checks.extract import extract
from content.checks.view import fold
from tests.content.checks.sums import BESIDE, LANGUAGES, PRICES, PRODUCTS, Asked, Rows, judged

ROUTES = "".join(
    f"""[[delivery]]
country = "{country}"
route = "{route}"
name = {{ {lang} = "{name}" }}
days = "{days} working days"
"""
    for country, lang, names in (
        ("US", "en", ("Standard", "Express")),
        ("ES", "es", ("Envío estándar", "Envío exprés")),
        ("FR", "fr", ("Livraison à domicile", "Livraison express")),
        ("DE", "de", ("Standardversand", "Expressversand")),
        ("AE", "ar", ("التوصيل العادي", "التوصيل السريع")),
        ("JP", "ja", ("通常配送", "速達便")),
    )
    for route, name, days in zip(("standard", "express"), names, ("4-6", "1-2"), strict=True)
)

INSTEAD: Rows = [
    ("en", "Express takes 1-2 working days instead of {}.", "4-6 working days", "5-7 working days"),
    ("en", "With express it arrives in 1-2 rather than {}.", "4-6 working days", "5-7 working days"),
    ("de", "Mit Expressversand ist es in ein bis zwei statt {} da.", "vier bis sechs Werktagen", "fünf bis sieben Werktagen"),
    ("fr", "En livraison express, le colis arrive sous 1 à 2 jours ouvrés au lieu de {}.", "4 à 6 jours ouvrés", "5 à 7 jours ouvrés"),
    ("es", "Con el envío exprés llega en 1 o 2 días laborables en lugar de {}.", "4 a 6 días laborables", "5 a 7 días laborables"),
    ("ar", "مع التوصيل السريع يصل الطرد خلال 1-2 يوم عمل بدلا من {}.", "4-6 أيام عمل", "5-7 أيام عمل"),
    ("ja", "速達便なら{}ではなく1〜2営業日でお届けします。", "4〜6営業日", "5〜7営業日"),
]  # fmt: skip


@pytest.mark.parametrize("row", INSTEAD)
def test_behind_instead_stand_the_days_of_the_other_route(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, PRODUCTS, row, ROUTES)


@pytest.mark.parametrize(
    ("lang", "body", "said"),
    [
        ("en", "Express takes 4-6 working days.", "4-6 working days"),
        ("de", "Mit Expressversand ist es in vier bis sechs Werktagen da.", "vier bis sechs Werktagen"),
        ("fr", "En livraison express, le colis arrive sous 4 à 6 jours ouvrés.", "4 à 6 jours ouvrés"),
        ("fr", "À domicile, comptez 1 à 2 jours ouvrés.", "1 à 2 jours ouvrés"),
        ("es", "Con el envío exprés llega en 4 a 6 días laborables.", "4 a 6 días laborables"),
        ("ar", "مع التوصيل السريع يصل الطرد خلال 4-6 أيام عمل.", "4-6 أيام عمل"),
        ("ja", "速達便なら4〜6営業日でお届けします。", "4〜6営業日"),
    ],
)
def test_without_it_the_days_of_the_other_route_are_wrong(
    asked: Asked, lang: str, body: str, said: str
) -> None:
    assert [found for _, found in asked(PRODUCTS, lang, body, "number.", facts=ROUTES)] == [said]


def test_a_route_goes_by_the_telling_word_of_its_name(asked: Asked) -> None:
    body = "À domicile, comptez 4 à 6 jours ouvrés."
    assert asked(PRODUCTS, "fr", body, "number.", facts=ROUTES) == []


NOBODYS = [  # of the wall, of a coin, of any reader: nobody's number; and the same number said of a product
    ("en", "The wall socket in Japan gives 100 V; the Nerval asks for more.", "The voltage of the Nerval is 100 V.", "100 V"),
    ("de", "In Japan kommen nur 100 V aus der Wand. Der Nerval braucht mehr.", "Der Nerval hat eine Spannung von 100 V.", "100 V"),
    ("fr", "Au Japon, la prise délivre 100 V. La Nerval demande davantage.", "La tension de la Nerval est de 100 V.", "100 V"),
    ("es", "En Japón el enchufe da 100 V. La Nerval pide más.", "El voltaje de la Nerval es de 100 V.", "100 V"),
    ("ar", "المقبس في اليابان يعطي 100 فولت، ونيرفال تحتاج أكثر.", "جهد نيرفال 100 فولت.", "100 فولت"),
    ("ja", "日本のコンセントは100Vです。ネルヴァルには足りません。", "ネルヴァルの電圧は100Vです。", "100V"),
    ("en", "The Nerval brings not one metre of cable.", "The Nerval brings one metre of cable.", "one metre"),
    ("fr", "La Nerval ? Pas un mètre de câble.", "La Nerval a un mètre de câble.", "un mètre"),
    ("fr", "La Nerval est livrée sans un mètre de câble.", "La Nerval est livrée avec un mètre de câble.", "un mètre"),
    ("es", "La Nerval no trae ni un metro de cable.", "La Nerval trae un metro de cable.", "un metro"),
    ("en", "The Kleibo has feet as small as a $1 bill.", "The Kleibo costs $1.", "$1"),
    ("en", "The Kleibo has feet as big as a one-euro coin.", "The Kleibo costs one euro.", "one euro"),
    ("de", "Die Füße des Kleibo sind so groß wie ein 2-Euro-Stück.", "Der Kleibo kostet 2 Euro.", "2 Euro"),
    ("de", "Die Füße des Kleibo sind so groß wie eine 1-Euro-Münze.", "Der Kleibo kostet 1 Euro.", "1 Euro"),
    ("fr", "Les pieds du Kleibo ont la taille d'une pièce de 2 €.", "Le Kleibo coûte 2 €.", "2 €"),
    ("es", "Las patas del Kleibo son como una moneda de 2 euros.", "El Kleibo cuesta 2 euros.", "2 euros"),
    ("ar", "قدم كلايبو بحجم قطعة نقدية من فئة 5 دراهم.", "سعر كلايبو 5 دراهم.", "5 دراهم"),
    ("en", "30 to 50 lumens are enough to read by. The Sotavi gives 120 lm.", "The Sotavi gives 30 to 50 lumens.", "30 to 50 lumens"),
    ("de", "30 bis 50 Lumen reichen zum Lesen. Die Sotavi gibt 120 Lumen.", "Die Sotavi gibt 30 bis 50 Lumen.", "30 bis 50 Lumen"),
    ("fr", "30 à 50 lumens suffisent pour lire. La Sotavi en donne 120.", "La Sotavi donne 30 à 50 lumens.", "30 à 50 lumens"),
    ("es", "Para leer, de 30 a 50 lúmenes bastan. La Sotavi da 120.", "La Sotavi da de 30 a 50 lúmenes.", "30 a 50 lúmenes"),
    ("ar", "50 لومن تكفي للقراءة. وسوتافي يعطي 120 لومن.", "سوتافي يعطي 50 لومن.", "50 لومن"),
    ("ja", "読書には50ルーメンあれば十分です。ソタヴィは120ルーメンです。", "ソタヴィは50ルーメンです。", "50ルーメン"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "nobodys", "its", "said"), NOBODYS)
def test_a_number_of_the_wall_of_a_coin_or_of_a_need_is_no_products(
    asked: Asked, lang: str, nobodys: str, its: str, said: str
) -> None:
    assert asked(BESIDE, lang, nobodys, "number.", "price.") == []
    assert [found for _, found in asked(BESIDE, lang, its, "number.", "price.")] == [said]


COMPARED_WITH: Rows = [
    ("en", "The oak Kuvanto is easier to lift than the steel Kleibo at {}.", "4.9 kg", "5.9 kg"),
    ("en", "The Kuvanto is lighter than the Kleibo at {}.", "4.9 kg", "3.9 kg"),  # its own
    ("de", "Der Kuvanto ist leichter als der Kleibo mit seinen {}.", "4,9 kg", "3,9 kg"),
    ("fr", "Le Kuvanto pèse moins que le Kleibo, avec ses {}.", "4,9 kg", "3,9 kg"),
    ("es", "El Kuvanto pesa menos que el Kleibo, con sus {}.", "4,9 kg", "3,9 kg"),
    ("ar", "كوفانتو أخف من كلايبو ({}).", "4.9 كغ", "5.9 كغ"),
    ("ja", "クヴァントはクライボ（{}）より軽いです。", "4.9kg", "5.9kg"),
]


@pytest.mark.parametrize("row", COMPARED_WITH)
def test_right_behind_the_name_compared_with_stands_its_own_number(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, BESIDE, row)


IN_FRONT_OF_THE_NEXT: Rows = [
    ("fr", "Les Sotavi se chargent en {} et tiennent 8 heures.", "6 heures", "8 heures"),
    ("fr", "La Sotavi se charge en 6 heures et tient {}.", "8 heures", "9 heures"),
    ("es", "Las Sotavi se cargan en {} y aguantan 8 horas.", "6 horas", "8 horas"),
    ("es", "La Sotavi se carga en 6 horas y aguanta {}.", "8 horas", "9 horas"),
    ("en", "The Sotavi charges in {} and lasts 8 hours.", "6 hours", "8 hours"),
    ("de", "Die Sotavi lädt in {} und hält 8 Stunden.", "6 Stunden", "8 Stunden"),
    ("ar", "سوتافي تشحن خلال {} وتدوم 8 ساعات.", "6 ساعات", "7 ساعات"),
]


@pytest.mark.parametrize("row", IN_FRONT_OF_THE_NEXT)
def test_a_word_behind_an_and_names_the_next_number(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, BESIDE, row)


UNLISTED = (
    f"sku,{LANGUAGES},Charging time [h],Ride time [h]\n"
    "RO-1,Rollvo scooter,Patinete Rollvo,Trottinette Rollvo,Roller Rollvo,سكوتر رولفو,ロルヴォ スクーター,Scooters,"
    "in_stock,6.4,2.5\n"
)


@pytest.mark.parametrize(
    "row",
    [  # all say "charged" beside it; how long it rides has no word in these languages
        ("de", "Einmal aufgeladen, schafft der Rollvo {}.", "2,5 Stunden", "3,5 Stunden"),
        ("fr", "Une fois chargé, le Rollvo roule {}.", "2,5 heures", "3,5 heures"),
        ("es", "Con una carga el Rollvo rueda {}.", "2,5 horas", "3,5 horas"),
        ("ar", "بشحنة واحدة يسير رولفو {}.", "2.5 ساعة", "3.5 ساعة"),
    ],
)
def test_an_attribute_without_words_in_a_language_may_still_be_meant(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, UNLISTED, row)


@pytest.mark.parametrize(
    "row",
    [
        ("en", "The Rollvo charges in {}.", "six and a half hours", "seven and a half hours"),
        ("de", "Der Rollvo lädt in {}.", "sechseinhalb Stunden", "siebeneinhalb Stunden"),
        ("fr", "Le Rollvo se charge en {}.", "six heures et demie", "sept heures et demie"),
        ("es", "El Rollvo se carga en {}.", "seis horas y media", "siete horas y media"),
    ],
)
def test_a_half_in_words_is_true_to_the_half(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, UNLISTED, row)


ABOUT: Rows = [  # it weighs 4.9 kg and costs 69.00
    ("en", "The Kleibo weighs {}, give or take.", "5 kg", "7 kg"),
    ("en", "The Kleibo weighs {} or thereabouts.", "5 kg", "7 kg"),
    ("en", "The Kleibo weighs {}, more or less.", "5 kg", "7 kg"),
    ("fr", "Le Kleibo pèse {} à peu près.", "5 kg", "7 kg"),
    ("fr", "Le Kleibo pèse {}, à peu de chose près.", "5 kg", "7 kg"),
    ("es", "El Kleibo pesa {}, más o menos.", "5 kg", "7 kg"),
    ("en", "The Kleibo weighs just shy of {}.", "5 kg", "4.5 kg"),
    ("en", "The Kleibo weighs the best part of {}.", "5 kg", "4.5 kg"),
    ("en", "The Kuvanto costs just shy of {}.", "$70", "$65"),
]


@pytest.mark.parametrize("row", ABOUT)
def test_give_or_take_is_about_and_shy_of_is_under(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, BESIDE, row)


@pytest.mark.parametrize(
    ("lang", "body"),
    [("en", "The Kleibo weighs 5 kg."), ("fr", "Le Kleibo pèse 5 kg."), ("es", "El Kleibo pesa 5 kg.")],
)
def test_without_such_words_a_number_is_meant_as_it_stands(asked: Asked, lang: str, body: str) -> None:
    assert [said for _, said in asked(BESIDE, lang, body, "number.")] == ["5 kg"]


def read(text: str, locale: str) -> list[tuple[str, str]]:
    return [("-".join(map(str, a.values)), a.unit) for a in extract(fold(text), locale, "EUR")]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("doce semanas y media a una cara", [("12.5", "wk"), ("1", "")]),
        ("de doce a trece semanas", [("12-13", "wk")]),
        ("de una a dos semanas", [("1-2", "wk")]),
        ("77,50 € y dos, juntos, en 146,50 €", [("77.50", "EUR"), ("2", ""), ("146.50", "EUR")]),
        ("77,50 y 69,00 €", [("77.50", "EUR"), ("69.00", "EUR")]),
    ],
)
def test_a_one_behind_a_larger_number_is_no_range_and_a_count_behind_a_price_no_price(
    text: str, amounts: list[tuple[str, str]]
) -> None:
    assert read(text, "es-ES") == amounts


@pytest.mark.parametrize(
    "row",
    [
        ("es", "La manta Bolune se queda en 77,50 € y dos, juntas, en {}.", "155,00 €", "165,00 €"),
        ("es", "Bolune y Casavi: una sale por 77,50 € y dos, juntas, en {}.", "146,50 €", "156,50 €"),
    ],
)
def test_two_behind_a_price_are_two_things(asked: Asked, row: tuple[str, str, str, str]) -> None:
    products = f"""\
sku,{LANGUAGES},{PRICES}
BO-1,Bolune throw,Manta Bolune,Plaid Bolune,Decke Bolune,بطانية بولوني,ボルネ ブランケット,Throws,in_stock,77.50,77.50,77.50,77.50,285,11000
CA-1,Casavi cushion,Cojín Casavi,Coussin Casavi,Kissen Casavi,وسادة كاسافي,カサヴィ クッション,Cushions,in_stock,69.00,69.00,69.00,69.00,255,9900
"""
    judged(asked, products, row)


BODIES = [
    ("en", "At a body height of 104 cm the Fjord fits.", "The Fjord has a body of 104 cm."),
    ("en", "For shoulders of 45 cm the Fjord is enough.", "The Fjord measures 45 cm."),
    ("es", "Para unos hombros de 45 cm basta el Fjord.", "El Fjord mide 45 cm."),
    ("fr", "Pour des épaules de 45 cm le Fjord suffit.", "Le Fjord mesure 45 cm."),
    ("de", "Bei 104 cm Körpergröße nehmen Sie den Fjord.", "Für Kinder ist der Fjord 104 cm lang."),
    ("de", "Bei Schultern von 45 cm genügt der Fjord.", "Der Fjord ist 45 cm lang."),
    ("ar", "لكتفين عرضهما 45 سم يكفي Fjord.", "طول Fjord هو 45 سم."),
    ("ja", "肩幅45cmの方にはFjordで足ります。", "Fjordの長さは45cmです。"),
]


@pytest.mark.parametrize(("lang", "body", "claim"), BODIES)
def test_a_body_s_measure_is_no_product_s_though_its_clause_names_one(
    asked: Asked, lang: str, body: str, claim: str
) -> None:
    shop = "sku,title,length [cm]\na1,Fjord,88\n"
    assert asked(shop, lang, body, "number.") == []
    assert asked(shop, lang, claim, "number.")
