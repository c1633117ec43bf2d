from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

INVENTED = [
    ("en-GB", "review", "Our customers say it is the softest towel they own."),
    ("en-GB", "statistic", "Studies show that 87% of people sleep better in the dark."),
    ("en-GB", "experience", "We tested it for six weeks in our own homes."),
    ("en-GB", "expert", "Experts agree that darkness matters."),
    ("en-GB", "rating", "It has 4.8 out of 5 stars."),
    ("es-ES", "review", "Nuestros clientes dicen que es la mejor compra del año."),
    ("es-ES", "statistic", "Según un estudio, el 87 % de las personas duerme mejor."),
    ("es-ES", "experience", "Hemos probado la cortina durante seis semanas."),
    ("fr-FR", "review", "Nos clients adorent cette serviette."),
    ("fr-FR", "statistic", "Une étude montre que l'obscurité aide à dormir."),
    ("fr-FR", "experience", "Nous avons testé la poêle pendant un mois."),
    ("de-DE", "review", "Unsere Kunden lieben dieses Badetuch."),
    ("de-DE", "statistic", "Studien belegen, dass Dunkelheit hilft."),
    ("de-DE", "experience", "Wir haben die Pfanne vier Wochen lang getestet."),
    ("ar-AE", "review", "عملاؤنا يحبون هذه المنشفة."),
    ("ar-AE", "statistic", "تظهر الدراسات أن الظلام يساعد على النوم."),
    ("ar-AE", "experience", "جربنا الستارة في بيوتنا."),
    ("ja-JP", "review", "お客様からご好評をいただいています。"),
    ("ja-JP", "statistic", "調査によると、暗い部屋のほうがよく眠れます。"),
    ("ja-JP", "experience", "スタッフが実際に使ってみました。"),
]


@pytest.mark.parametrize(("locale", "kind", "body"), INVENTED)
def test_a_voice_or_figure_nobody_can_show_is_blocked(
    blocked: Ask, locale: str, kind: str, body: str
) -> None:
    assert [rule for rule, _ in blocked(body, locale) if rule.startswith("invention")] == [
        f"invention.{kind}"
    ]


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "Measure twice before you order."),
        ("en-GB", "Customers ask us this a lot, so here is the answer."),
        ("es-ES", "Mida dos veces antes de pedir."),
        ("fr-FR", "Mesurez deux fois avant de commander."),
        ("de-DE", "Messen Sie zweimal, bevor Sie bestellen."),
        ("ar-AE", "قس مرتين قبل الطلب."),
        ("ja-JP", "ご注文の前に二度測ってください。"),
    ],
)
def test_plain_advice_is_no_invention(blocked: Ask, locale: str, body: str) -> None:
    assert blocked(body, locale) == []


@pytest.mark.parametrize(
    ("locale", "reader", "ours"),
    [
        ("es-ES", "La cortina la acortas tú misma en casa.", "Yo misma en casa la he usado."),
        ("de-DE", "Den Vorhang kürzen Sie selbst zu Hause.", "Wir haben ihn selbst zu Hause getestet."),
        (
            "fr-FR",
            "Vous raccourcissez le rideau vous-même à la maison.",
            "Nous l'avons testé nous-mêmes à la maison.",
        ),
        ("en-GB", "You can shorten it yourself at home.", "We tested it ourselves at home."),
    ],
)
def test_what_the_reader_does_is_no_experience_of_ours(
    blocked: Ask, locale: str, reader: str, ours: str
) -> None:
    assert [rule for rule, _ in blocked(reader, locale) if rule == "invention.experience"] == []
    assert [rule for rule, _ in blocked(ours, locale) if rule == "invention.experience"] != []


@pytest.mark.parametrize(
    ("locale", "plain", "told"),
    [
        ("fr-FR", "Prenez la taille M. Le modèle plus grand taille large.", "M. Lambert en est ravi."),
        ("fr-FR", "C'est celui du modèle M. Les autres sont plus fins.", "Voici ce que dit M. Garnier."),
        ("ar-AE", "اكتب بقلم الحبر في جو جاف.", "بقلم سارة المنصوري"),
        ("ar-AE", "اكتب عليه بقلم رصاص خفيف.", "بقلم الدكتور سامي حداد"),
    ],
)
def test_a_size_and_a_pen_are_nobody(blocked: Ask, locale: str, plain: str, told: str) -> None:
    assert [rule for rule, _ in blocked(plain, locale) if rule.startswith("invention")] == []
    assert [rule for rule, _ in blocked(told, locale) if rule.startswith("invention")] != []


@pytest.mark.parametrize(
    ("locale", "asked", "told"),
    [
        ("en-GB", "**I have sewn for years. Will it do?** Yes.", "**We have used it for years.** It holds."),
        (
            "de-DE",
            "**Ich habe noch nie genäht. Genügt sie mir?** Ja.",
            "**Wir haben sie drei Wochen getestet.** Sie hält.",
        ),
    ],
)
def test_a_bold_question_is_the_readers_and_a_bold_claim_is_ours(
    blocked: Ask, locale: str, asked: str, told: str
) -> None:
    assert blocked(asked, locale) == []
    assert [rule for rule, _ in blocked(told, locale)] == ["invention.experience"]


def test_haben_without_wir_tells_of_nobody(blocked: Ask) -> None:
    assert (
        blocked("Am Waschbecken haben sie nichts verloren. Damit haben Sie die Schwelle genommen.", "de-DE")
        == []
    )
    assert blocked("Drei Wochen lang haben wir sie in der Küche getestet.", "de-DE") != []
