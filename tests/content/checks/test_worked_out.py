"""Numbers no column holds and that follow all the same: pairs, shares, what is left.

Each pair holds everything equal but the number."""

import pytest

from tests.content.checks.sums import PRODUCTS, Asked, Rows, judged

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
