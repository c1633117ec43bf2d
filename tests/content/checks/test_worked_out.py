"""Numbers no column holds and that follow all the same: pairs, shares, what is left, what belongs to something else.

Each pair holds everything equal but the number, or but the words that take the number off a product."""

from collections.abc import Callable

import pytest

from content.checks.extract import extract
from content.checks.view import fold

Asked = Callable[..., list[tuple[str, str]]]
Rows = list[tuple[str, str, str, str]]  # language, sentence, the right number, a wrong one

LANGUAGES = "title,title@es,title@fr,title@de,title@ar,title@ja,category,availability"
PRICES = "price@US,price@ES,price@FR,price@DE,price@AE,price@JP"

PRODUCTS = f"""\
sku,group,{LANGUAGES},{PRICES},Weight [g],Luminous flux [lm],Power [W],Length [m],Width [cm],Height from [cm],Height to [cm],Diameter [mm],Noise [dB]
GR-1,,Gresko bike light,Luz Gresko,Feu Gresko,Fahrradlicht Gresko,ضوء غريسكو,グレスコ ライト,Bike lights,in_stock,24.50,24.50,24.50,24.50,90,3600,85,400,,,,,,,
DA-1,,Dalmo bookend,Sujetalibros Dalmo,Serre-livres Dalmo,Buchstütze Dalmo,مسند دالمو,ダルモ ブックエンド,Bookends,in_stock,18.00,18.00,18.00,18.00,66,2700,1150,,,,,,,,
HE-1,,Hevik standing desk,Escritorio Hevik,Bureau Hevik,Schreibtisch Hevik,مكتب هيفيك,ヘヴィク 昇降デスク,Desks,in_stock,389.00,389.00,389.00,389.00,1430,58000,,,,,,62,127,,
LU-1,,Lumbra light strip,Tira de luz Lumbra,Ruban lumineux Lumbra,Lichtband Lumbra,شريط لومبرا,ルンブラ ライトテープ,Light strips,in_stock,29.50,29.50,29.50,29.50,108,4200,,4000,45,5,,,,,
TO-1,,Tolva sideboard,Aparador Tolva,Buffet Tolva,Sideboard Tolva,خزانة تولفا,トルヴァ サイドボード,Sideboards,in_stock,240.00,240.00,240.00,240.00,880,34000,,,,,110,,,,
OR-1,,Orlik round brush,Cepillo Orlik,Brosse Orlik,Rundbürste Orlik,فرشاة أورليك,オルリク ブラシ,Brushes,in_stock,16.90,16.90,16.90,16.90,62,2300,95,,,,,,,45,
FE-1,ferru,Ferru fan small,Ventilador Ferru pequeño,Ventilateur Ferru petit,Ventilator Ferru klein,مروحة فيرو صغيرة,フェル 扇風機 小,Fans,in_stock,49.00,49.00,49.00,49.00,180,6900,,,,,,,,,31
FE-2,ferru,Ferru fan large,Ventilador Ferru grande,Ventilateur Ferru grand,Ventilator Ferru groß,مروحة فيرو كبيرة,フェル 扇風機 大,Fans,in_stock,79.00,79.00,79.00,79.00,290,10900,,,,,,,,,44
"""

BESIDE = f"""\
sku,{LANGUAGES},{PRICES},Voltage [V],Weight [kg],Luminous flux [lm],Cable length [m],Charging time [h],Battery life [h]
NE-1,Nerval travel kettle,Hervidor Nerval,Bouilloire Nerval,Reisekocher Nerval,غلاية نيرفال,ネルヴァル ケトル,Kettles,in_stock,39.00,39.00,39.00,39.00,145,5600,230,1.1,,0.8,,
KL-1,Kleibo steel stool,Taburete Kleibo de acero,Tabouret Kleibo en acier,Stahlhocker Kleibo,كرسي كلايبو,クライボ スツール,Stools,in_stock,59.00,59.00,59.00,59.00,218,8600,,4.9,,,,
KU-1,Kuvanto oak stool,Taburete Kuvanto de roble,Tabouret Kuvanto en chêne,Eichenhocker Kuvanto,كرسي كوفانتو,クヴァント スツール,Stools,in_stock,69.00,69.00,69.00,69.00,255,9900,,3.9,,,,
SO-1,Sotavi reading lamp,Lámpara Sotavi,Lampe Sotavi,Leselampe Sotavi,مصباح سوتافي,ソタヴィ ライト,Lamps,in_stock,27.00,27.00,27.00,27.00,99,3900,,0.4,120,,6,8
"""

PAIRS: Rows = [
    ("en", "A pair of Gresko lights gives {}.", "800 lumens", "900 lumens"),
    ("en", "Both Gresko lights together give {}.", "800 lumens", "900 lumens"),
    ("de", "Ein Paar Gresko bringt es auf {}.", "800 Lumen", "900 Lumen"),
    ("fr", "Le Gresko donne 400 lumens ; la paire en donne {}.", "800 lumens", "900 lumens"),
    ("es", "Un par de Gresko da {}.", "800 lúmenes", "900 lúmenes"),
    ("ja", "グレスコは400ルーメンで、2つなら{}です。", "800ルーメン", "900ルーメン"),
    ("ar", "يعطي غريسكو 400 لومن، وزوج منه يعطي {}.", "800 لومن", "900 لومن"),
    ("en", "A pair of Gresko lights costs {}.", "$49.00", "$47.00"),
    ("de", "Ein Paar Gresko kostet {}.", "49,00 €", "47,00 €"),
    ("fr", "La paire de Gresko coûte {}.", "49,00 €", "47,00 €"),
    ("es", "Un par de Gresko cuesta {}.", "49,00 €", "47,00 €"),
    ("ja", "グレスコは両方で{}です。", "7,200円", "7,000円"),
    ("ar", "سعر زوج غريسكو {}.", "180 درهما", "170 درهما"),
]

SO_MANY_NAMED: Rows = [
    ("en", "Two Dalmos weigh {}.", "2.3 kg", "2.6 kg"),
    ("en", "Three Dalmos weigh {}.", "3.45 kg", "2.3 kg"),
    ("de", "Zwei Dalmo wiegen {}.", "2,3 kg", "2,6 kg"),
    ("fr", "Deux Dalmo pèsent {}.", "2,3 kg", "2,6 kg"),
    ("es", "Dos Dalmo pesan {}.", "2,3 kg", "2,6 kg"),
]

ASKED_ABOVE: Rows = [
    ("en", "The Hevik costs $389.00.\n\n## And for two desks?\n\nYou pay {}.", "$778.00", "$768.00"),
    (
        "de",
        "Der Hevik kostet 389,00 €.\n\n## Und für zwei Tische?\n\nDann zahlen Sie {}.",
        "778,00 €",
        "768,00 €",
    ),
    ("fr", "Le Hevik coûte 389,00 €.\n\n## Et pour deux bureaux ?\n\nVous payez {}.", "778,00 €", "768,00 €"),
    (
        "es",
        "El Hevik cuesta 389,00 €.\n\n## ¿Y para dos escritorios?\n\nSe pagan {}.",
        "778,00 €",
        "768,00 €",
    ),
    ("ar", "سعر هيفيك 1430 درهما.\n\n## وماذا عن ثلاثة مكاتب؟\n\nتدفع {}.", "4290 درهما", "4190 درهما"),
    ("ja", "ヘヴィクは58,000円です。\n\n## 2台なら？\n\nお支払いは{}です。", "116,000円", "106,000円"),
]

BASKETS: Rows = [
    ("en", "Two Gresko lights, a Dalmo bookend and an Orlik brush come to {} together.", "$83.90", "$85.90"),
    ("de", "Zwei Gresko, drei Dalmo und eine Orlik kosten zusammen {}.", "119,90 €", "117,90 €"),
    ("fr", "Deux Gresko, trois Dalmo et une Orlik font {} au total.", "119,90 €", "117,90 €"),
    ("es", "Dos Gresko, tres Dalmo y un Orlik suman {}.", "119,90 €", "117,90 €"),
    ("ja", "グレスコ2個、ダルモ3個、オルリク1本で、合計{}です。", "17,600円", "17,100円"),
]

BY_THE_METRE: Rows = [
    ("en", "The Lumbra gives {} per metre.", "800 lumens", "850 lumens"),
    ("en", "Cut a piece of 2 m from the Lumbra and it draws {}.", "18 W", "21 W"),
    ("de", "Die Lumbra bringt {} je Meter.", "800 Lumen", "850 Lumen"),
    ("de", "Die Lumbra nimmt je Meter {} auf.", "9 W", "11 W"),
    ("fr", "Le Lumbra donne {} par mètre.", "800 lumens", "850 lumens"),
    ("fr", "Le Lumbra revient à {} le mètre.", "5,90 €", "6,40 €"),
    ("es", "La Lumbra da {} por metro.", "800 lúmenes", "850 lúmenes"),
    ("es", "La Lumbra sale a {} el metro.", "5,90 €", "6,40 €"),
    ("ar", "يعطي لومبرا {} لكل متر.", "800 لومن", "850 لومن"),
    ("ja", "ルンブラは1メートルあたり{}です。", "800ルーメン", "850ルーメン"),
]

LEFT_OF_A_ROOM_ASKED_FOR: Rows = [
    ("en", "Your room is two metres wide? Then {} are left beside the Tolva.", "90 cm", "80 cm"),
    ("en", "Your room is two metres wide? The Tolva leaves you {}.", "90 cm", "80 cm"),
    ("de", "Ihr Zimmer ist zwei Meter breit? Der Tolva lässt Ihnen {} Platz.", "90 cm", "80 cm"),
    ("fr", "Votre pièce fait deux mètres de large ? Il reste alors {} à côté du Tolva.", "90 cm", "80 cm"),
    ("es", "¿Su habitación mide dos metros de ancho? Entonces sobran {} junto al Tolva.", "90 cm", "80 cm"),
    ("ar", "هل عرض غرفتك متران؟ سيبقى {} بجانب تولفا.", "90 سم", "80 سم"),
    ("ja", "お部屋の幅は2メートルですか？トルヴァの横に、まだ{}残ります。", "90cm", "80cm"),
]

TRAVEL: Rows = [
    ("en", "The Hevik travels {} from bottom to top.", "65 cm", "60 cm"),
    ("de", "Der Hevik fährt {} weit.", "65 cm", "60 cm"),
    ("fr", "La course du Hevik est de {}.", "65 cm", "60 cm"),
    ("es", "El recorrido del Hevik es de {}.", "65 cm", "60 cm"),
    ("ar", "يتحرك هيفيك مسافة {}.", "65 سم", "60 سم"),
]

A_YEAR: Rows = [
    ("en", "Six hours a day, and the Lumbra takes {} a year.", "98.6 kWh", "88.6 kWh"),
    ("de", "Bei sechs Stunden am Tag verbraucht die Lumbra {} im Jahr.", "98,6 kWh", "88,6 kWh"),
    ("fr", "À raison de six heures par jour, le Lumbra consomme {} par an.", "98,6 kWh", "88,6 kWh"),
    ("es", "Con seis horas al día, la Lumbra gasta {} al año.", "98,6 kWh", "88,6 kWh"),
    ("ar", "بست ساعات في اليوم يستهلك لومبرا {} في السنة.", "98.6 كيلوواط ساعة", "88.6 كيلوواط ساعة"),
    ("ja", "1日6時間使うと、ルンブラの消費電力量は年間{}です。", "98.6kWh", "88.6kWh"),
]

APART: Rows = [
    ("en", "The large Ferru is {} louder than the small one.", "13 dB", "17 dB"),
    ("de", "Der große Ferru ist {} lauter als der kleine.", "13 dB", "17 dB"),
    ("fr", "Le grand Ferru fait {} de plus que le petit.", "13 dB", "17 dB"),
    ("es", "El Ferru grande hace {} más que el pequeño.", "13 dB", "17 dB"),
    ("ar", "فيرو الكبيرة أعلى صوتا من الصغيرة بفارق {}.", "13 ديسيبل", "17 ديسيبل"),
    ("ja", "フェルの大は小より{}大きいです。", "13dB", "17dB"),
]

WEIGHED_TOGETHER: Rows = [
    ("en", "Dalmo and Orlik weigh {}.", "1,245 g", "1,345 g"),
    ("de", "Dalmo und Orlik bringen {} auf die Waage.", "1245 g", "1345 g"),
    ("fr", "Le Dalmo et le Orlik pèsent {}.", "1 245 g", "1 345 g"),
    ("es", "Dalmo más Orlik se planta en {}.", "1245 g", "1345 g"),
    ("ar", "دالمو وأورليك وزنهما {}.", "1245 غ", "1345 غ"),
    ("ja", "ダルモとオルリクで{}になります。", "1245g", "1345g"),
]

AROUND: Rows = [  # 45 mm across
    ("en", "One turn of hair around the Orlik takes {}.", "14 cm", "17 cm"),
    ("de", "Eine Umdrehung um die Orlik sind {} Haar.", "14 cm", "17 cm"),
    ("fr", "Un tour de mèche autour de la Orlik prend {}.", "14 cm", "17 cm"),
    ("es", "Una vuelta de pelo en el Orlik ocupa {}.", "14 cm", "17 cm"),
    ("ar", "لفة واحدة من الشعر حول أورليك تأخذ {}.", "14 سم", "17 سم"),
    ("ja", "オルリクに髪をひと巻きすると{}です。", "14cm", "17cm"),
]


def judged(asked: Asked, products: str, row: tuple[str, str, str, str], facts: str = "") -> None:
    lang, body, right, wrong = row
    assert asked(products, lang, body.format(right), "number.", "price.", facts=facts) == []
    found = asked(products, lang, body.format(wrong), "number.", "price.", facts=facts)
    assert wrong in [said for _, said in found]


@pytest.mark.parametrize("row", PAIRS)
def test_a_pair_gives_and_costs_twice_as_much(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize(
    ("lang", "body", "said"),
    [
        ("en", "The Gresko gives 800 lumens.", "800 lumens"),
        ("de", "Ein Gresko bringt es auf 800 Lumen.", "800 Lumen"),
        ("fr", "Le Gresko coûte 49,00 €.", "49,00 €"),
        ("es", "El Gresko cuesta 49,00 €.", "49,00 €"),
    ],
)
def test_one_of_them_does_not(asked: Asked, lang: str, body: str, said: str) -> None:
    assert [found for _, found in asked(PRODUCTS, lang, body, "number.", "price.")] == [said]


@pytest.mark.parametrize("row", SO_MANY_NAMED)
def test_so_many_of_a_product_weigh_so_many_times_as_much(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", ASKED_ABOVE)
def test_a_heading_may_ask_for_how_many(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


def test_a_heading_that_counts_nothing_multiplies_nothing(asked: Asked) -> None:
    body = "The Hevik costs $389.00.\n\n## And for the desk?\n\nYou pay $778.00."
    assert [said for _, said in asked(PRODUCTS, "en", body, "price.")] == ["$778.00"]


@pytest.mark.parametrize("row", BASKETS)
def test_three_things_in_different_numbers_add_up(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", BY_THE_METRE)
def test_what_is_sold_by_length_has_its_share_in_every_metre(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", LEFT_OF_A_ROOM_ASKED_FOR)
def test_a_question_before_may_bring_the_room(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", TRAVEL)
def test_between_its_lowest_and_highest_lies_its_travel(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", A_YEAR)
def test_watts_by_hours_a_day_make_kilowatt_hours_a_year(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", APART)
def test_two_variants_are_so_many_decibels_apart(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", WEIGHED_TOGETHER)
def test_two_products_named_together_are_weighed_together(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", AROUND)
def test_a_round_thing_measures_pi_times_as_much_around(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


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
