from collections.abc import Callable

import pytest

from content.records import Finding, Proof, Severity

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "rule", "quote"),
    [
        ("The Norrvik panel is 150 cm wide.", "number.contradicted", "150 cm"),
        ("The Norrvik panel is 140 in wide.", "number.contradicted", "140 in"),
        ("The Ferra pan weighs 1.1 kg.", "number.elsewhere", "1.1 kg"),  # the kettle's weight
        ("Standard delivery takes 4 working days.", "number.between", "4 working days"),
        ("Express takes 5-7 working days.", "number.contradicted", "5-7 working days"),  # another route's
        ("The Ferra pan holds 3 litres.", "number.unsupported", "3 litres"),
        ("Ferra costs £39.00.", "price.contradicted", "£39.00"),
        ("Ferra costs $38.00.", "price.currency", "$38.00"),
    ],
)
def test_a_number_the_ledger_does_not_say_is_blocked(blocked: Ask, body: str, rule: str, quote: str) -> None:
    assert (rule, quote) in blocked(body)


@pytest.mark.parametrize(
    "body",
    [
        "The Norrvik panel is 140 cm wide.",
        "The Norrvik panel is 1.4 m wide.",
        "The Norrvik panel is 1400 mm wide.",
        "The Norrvik panel is about 55 in wide.",
        "Norrvik comes in two drops, 175 and 245 cm.",
        "Norrvik comes in drops from 175 cm to 245 cm.",
        "Norrvik from £34.90, in drops of 175 and 245 cm.",
        "£34.90 for Norrvik and £54.00 for Brisa.",
        "The kettle Tarn K17 carries a two-year warranty.",
        "Two panels of Norrvik side by side are 280 cm wide.",
        "You have 30 days to send it back.",
        "Brisa is 10 cm narrower than Norrvik, 130 cm against 140 cm.",
        "If your window is 120 cm wide, one panel of Norrvik is enough.",
    ],
)
def test_what_the_ledger_says_in_other_words_passes(blocked: Ask, body: str) -> None:
    assert blocked(body) == []


def test_a_blocked_number_shows_the_row_that_speaks_against_it(
    findings: Callable[..., list[Finding]],
) -> None:
    (found,) = [f for f in findings("The Ferra pan is 30 cm across.") if f.severity == Severity.BLOCK]
    assert found.evidence == Proof("products.csv", 9, "fp-28.diameter = 28 cm")
    assert found.cap == 40
    assert "{{fp-28.diameter}}" in found.cure


def test_the_readers_words_are_exempt(blocked: Ask) -> None:
    assert blocked("> My Norrvik is 200 cm wide, can I cut it?\n\nNorrvik cannot be cut.") == []
    assert blocked("Can Norrvik be 200 cm wide?") == []


def test_a_rendered_reference_is_proven(blocked: Ask) -> None:
    assert blocked("Norrvik is {{norrvik.width}} wide and Ferra {{fp-28.diameter}} across.") == []


def test_a_cell_of_a_table_is_bound_by_row_and_header(blocked: Ask) -> None:
    table = (
        "| Product | Width | Length |\n|---|---|---|\n| Norrvik | 140 cm | 175 cm |\n| Brisa | {} | 250 cm |"
    )
    assert blocked(table.format("130 cm")) == []
    assert blocked(table.format("250 cm")) != []


@pytest.mark.parametrize(
    "body",
    [
        "Norrvik is 140 cm wide.",
        "Norrvik is １４０ cm wide.",
        "Norrvik is\u00a0140\u202fcm wide.",
        "Norrvik is 1400 mm wide.",
    ],
)
def test_spelling_of_a_number_changes_nothing(blocked: Ask, body: str) -> None:
    assert blocked(body) == []


KNIVES = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Blade hardness [HRC],Blade length [cm],Weight [g]
KA-1,Kasta knife,Cuchillo Kasta,Couteau Kasta,Messer Kasta,سكين كاستا,カスタ 包丁,Kitchen knives,in_stock,89,89,89,89,356,13350,58,20,5200
"""
ROUTES = "".join(
    f"""[[delivery]]
country = "{country}"
route = "{route}"
name = {{ en = "{en}", es = "{es}", fr = "{en}", de = "{en}", ar = "{ar}", ja = "{ja}" }}
days = "{days} working days"
cost = "{cost}"
"""
    for country in ("US", "ES", "FR", "DE", "AE", "JP")
    for route, en, es, ar, ja, days, cost in (
        ("express", "Express", "Exprés", "السريع", "速達便", "2-3", "9 EUR"),
        ("standard", "Standard", "Estándar", "العادي", "通常便", "4-6", "4 EUR"),
    )
)
Asked = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "The blade of Kasta has a hardness of {} HRC."),
        ("es", "La hoja del Kasta tiene una dureza de {} HRC."),
        ("fr", "La lame du Kasta a une dureté de {} HRC."),
        ("de", "Die Klinge des Kasta hat eine Härte von {} HRC."),
        ("ar", "صلابة نصل كاستا {} HRC."),
        ("ja", "カスタの刃の硬さは{} HRCです。"),
    ],
)
def test_a_unit_only_this_catalogue_has_is_held_as_well(asked: Asked, lang: str, body: str) -> None:
    assert asked(KNIVES, lang, body.format("58"), "number.") == []
    assert [rule for rule, _ in asked(KNIVES, lang, body.format("62"), "number.")] == ["number.contradicted"]


@pytest.mark.parametrize(
    ("lang", "true", "false"),
    [
        ("en", "Kasta weighs just over 5 kg.", "Kasta weighs just over 6 kg."),
        ("en", "Kasta weighs nearly 5.5 kg.", "Kasta weighs nearly 5 kg."),
        ("en", "Kasta weighs about 5 kg.", "Kasta weighs about 6 kg."),
        ("es", "El Kasta pesa algo más de 5 kg.", "El Kasta pesa algo más de 6 kg."),
        ("fr", "Le Kasta pèse un peu plus de 5 kg.", "Le Kasta pèse un peu plus de 6 kg."),
        ("de", "Das Kasta wiegt gut 5 kg.", "Das Kasta wiegt knapp 5 kg."),
        ("ar", "يزن كاستا أكثر من 5 كغ.", "يزن كاستا أكثر من 6 كغ."),
        ("ja", "カスタの重さは5kg強です。", "カスタの重さは5kg弱です。"),
    ],
)
def test_over_under_and_about_are_taken_at_their_word(asked: Asked, lang: str, true: str, false: str) -> None:
    assert asked(KNIVES, lang, true, "number.") == []
    assert [rule for rule, _ in asked(KNIVES, lang, false, "number.")] == ["number.contradicted"]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Standard delivery arrives the next day."),
        ("es", "Con el envío estándar llega al día siguiente."),
        ("fr", "En livraison Standard, le colis arrive dès le lendemain."),
        ("de", "Mit Standardversand kommt das Paket am nächsten Tag an."),
        ("ar", "مع التوصيل العادي يصل الطرد في اليوم التالي."),
        ("ja", "通常便なら翌日に届きます。"),
    ],
)
def test_the_next_day_is_a_promise_of_a_route(asked: Asked, lang: str, body: str) -> None:
    assert [rule for rule, _ in asked(KNIVES, lang, body, "number.", facts=ROUTES)] == ["number.contradicted"]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Standard delivery takes {} working days."),
        ("es", "El envío estándar tarda {} días laborables."),
        ("fr", "La livraison Standard prend {} jours ouvrés."),
        ("de", "Der Standardversand dauert {} Werktage."),
        ("ar", "التوصيل العادي يستغرق {} أيام عمل."),
        ("ja", "通常便は{}営業日でお届けします。"),
    ],
)
def test_a_route_has_its_own_days(asked: Asked, lang: str, body: str) -> None:
    assert asked(KNIVES, lang, body.format("4-6"), "number.", facts=ROUTES) == []
    assert [rule for rule, _ in asked(KNIVES, lang, body.format("2-3"), "number.", facts=ROUTES)] == [
        "number.contradicted"
    ]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "The Ferra pan is fine. A gas hob needs ten seconds to heat."),
        ("en-GB", "The Norrvik panel hangs well. Stand about seven metres away and look."),
        ("de-DE", "Norrvik hängt gut. Ein Schneider rechnet mit 35 Minuten."),
        ("es-ES", "Norrvik cae bien. Cualquier cortina de teatro mide nueve metros."),
        ("fr-FR", "Norrvik tombe bien. Prenez un mètre ruban."),
        ("de-DE", "Norrvik hängt gut. Für die Stärke: 12 g auf einen Liter."),
        ("en-GB", "Norrvik hangs well. Most theatre curtains are nine metres wide."),
    ],
)
def test_a_number_of_anybodys_is_no_promise(blocked: Ask, locale: str, text: str) -> None:
    assert blocked(text, locale) == []


def test_an_order_about_the_product_itself_is_held_to_it(blocked: Ask) -> None:
    assert blocked("Norrvik hangs well. Hang it seven metres wide.") != []


def test_a_measure_takes_the_word_behind_its_preposition(blocked: Ask) -> None:
    assert blocked("Norrvik misst 140 cm in der Breite und 175 cm in der Länge.", "de-DE") == []
    assert blocked("Norrvik misst 160 cm in der Breite und 175 cm in der Länge.", "de-DE") != []


PACKS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Panels in pack,Capacity in cups
PA-1,Pasta curtain,Cortina Pasta,Rideau Pasta,Vorhang Pasta,ستارة باستا,パスタ カーテン,Curtains,in_stock,89,89,89,89,356,13350,2,
CU-1,Cupra coffee maker,Cafetera Cupra,Cafetière Cupra,Kaffeemaschine Cupra,ماكينة قهوة كوبرا,クプラ コーヒーメーカー,Coffee makers,in_stock,89,89,89,89,356,13350,,8
"""


@pytest.mark.parametrize(
    ("lang", "honest", "false"),
    [
        ("en", "Pasta hangs well. Compared with the three curtain panels above, it is dark.", "Pasta comes with three curtain panels."),
        ("en", "Cupra is fine. If you want a machine for three cups, ask us.", "Cupra makes three cups."),
        ("en", "## Five cups side by side: Cupra and four others", "Cupra has a capacity of five cups."),
        ("es", "Entre Cupra y las dos tazas de antes no hay más.", "Cupra hace dos tazas."),
        ("es", "Con Cupra necesitas tres tazas más.", "Cupra prepara tres tazas."),
        ("fr", "Cupra convient, mais pas si vous cherchez deux ou trois tasses.", "Cupra prépare trois tasses."),
        ("de", "Neben der Cupra standen die drei Tassen von oben.", "Die Cupra macht drei Tassen."),
        ("de", "Für die Cupra brauchen Sie drei Tassen.", "Die Cupra reicht für drei Tassen."),
        ("ar", "ستارة باستا جميلة، وتحتاج إلى ثلاث قطع ستارة.", "تأتي ستارة باستا مع ثلاث قطع ستارة."),
        ("ja", "パスタなら三枚必要です。", "クプラのカップ数は3杯です。"),
    ],
)  # fmt: skip
def test_a_count_is_the_products_where_it_is_said_to_have_so_many(
    asked: Asked, lang: str, honest: str, false: str
) -> None:
    assert asked(PACKS, lang, honest, "number.") == []
    assert [rule for rule, _ in asked(PACKS, lang, false, "number.")] == ["number.contradicted"]
