from collections.abc import Callable
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.capabilities import Capabilities
from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.records import Finding
from content.shop import load_shop

Ask = Callable[..., list[tuple[str, str]]]

# True of the shop: Norrvik cannot be cut, Brisa can; Havre is not washable; nobody says whether Lido may be ironed.
SAID = [
    ("en-GB", "Norrvik can't be cut.", "Norrvik can be cut."),
    ("en-GB", "Havre is not machine washable.", "Havre is machine washable."),
    ("en-GB", "Brisa can be cut, Norrvik cannot.", "Norrvik can be cut, Brisa cannot."),
    ("en-GB", "Unlike Norrvik, Brisa can be cut.", "Unlike Brisa, Norrvik can be cut."),
    ("en-GB", "Norrvik can be washed but not tumble dried.", "Norrvik can be washed and tumble dried."),
    ("en-GB", "The Tarn K17 switches itself off.", "The Tarn K17 does not switch itself off."),
    (
        "es-ES",
        "Se puede cortar: sí en el caso de Brisa, pero no en el de Norrvik.",
        "Se puede cortar: sí en el caso de Norrvik, pero no en el de Brisa.",
    ),
    ("es-ES", "Norrvik no se puede cortar.", "Norrvik se puede cortar."),
    ("es-ES", "La alfombra Havre no es lavable.", "La alfombra Havre es lavable."),
    ("es-ES", "Brisa admite el corte sin problemas.", "Norrvik admite el corte sin problemas."),
    ("fr-FR", "Norrvik ne peut pas être coupé.", "Norrvik peut être coupé."),
    ("fr-FR", "Le tapis Havre n'est pas lavable.", "Le tapis Havre est lavable."),
    ("fr-FR", "Tarn K17 s'arrête automatiquement.", "Tarn K17 ne s'arrête pas automatiquement."),
    ("de-DE", "Norrvik lässt sich nicht kürzen.", "Norrvik lässt sich kürzen."),
    ("de-DE", "Der Teppich Havre ist nicht waschbar.", "Der Teppich Havre ist waschbar."),
    ("de-DE", "Wasserdicht ist Lumo nicht.", "Wasserdicht ist Lumo."),
    ("ar-AE", "لا يمكن قص نورفيك.", "يمكن قص نورفيك."),
    ("ar-AE", "سجادة هافر غير قابلة للغسل.", "سجادة هافر قابلة للغسل."),
    ("ar-AE", "مصباح لومو غير مقاوم للماء.", "مصباح لومو مقاوم للماء."),
    (
        "ar-AE",
        "يمكن قص بريسا؛ لا يمكن قص نورفيك في أي حال.",
        "يمكن قص نورفيك؛ لا يمكن قص بريسا في أي حال.",
    ),
    ("ja-JP", "ノルヴィクは切れません。", "ノルヴィクは切れます。"),
    ("ja-JP", "アーヴルは洗濯機で洗えません。", "アーヴルは洗濯機で洗えます。"),
    ("ja-JP", "ルモは防水ではありません。", "ルモは防水です。"),
]


@pytest.mark.parametrize(("locale", "true", "false"), SAID)
def test_yes_and_no_must_be_the_ledgers(blocked: Ask, locale: str, true: str, false: str) -> None:
    assert blocked(true, locale) == []
    assert [rule for rule, _ in blocked(false, locale)][:1] == ["capability.contradicted"]


@pytest.mark.parametrize(
    ("locale", "promise", "honest"),
    [
        ("en-GB", "Lido can be ironed.", "Nobody has stated whether Lido can be ironed."),
        ("es-ES", "Lido se puede planchar.", "No consta si Lido se puede planchar."),
        ("fr-FR", "Lido peut être repassée.", "On ignore si Lido peut être repassée."),
        ("de-DE", "Lido kann gebügelt werden.", "Ob Lido gebügelt werden kann, ist nicht bekannt."),
        ("ar-AE", "يمكن كي ليدو.", "لا نعرف ما إذا كان يمكن كي ليدو."),
        ("ja-JP", "リドはアイロンをかけられます。", "リドにアイロンをかけられるかどうかは不明です。"),
    ],
)
def test_unknown_may_not_be_promised_but_may_be_admitted(
    blocked: Ask, locale: str, promise: str, honest: str
) -> None:
    assert [rule for rule, _ in blocked(promise, locale)] == ["capability.unsupported"]
    assert blocked(honest, locale) == []


def test_a_person_is_told_what_a_clause_was_taken_for(findings: Callable[..., list[Finding]]) -> None:
    (one,) = [
        each for each in findings("Lido can be ironed.", "en-GB") if each.rule == "capability.unsupported"
    ]
    assert one.cure.startswith("Read as “iron: yes”, which nobody has stated: fill in the column")


@pytest.mark.parametrize(
    "body",
    [
        "If it can be cut, use sharp scissors. Norrvik stays as it is.",  # a condition
        "Norrvik need not be ironed.",  # no need is no ban
        "Norrvik can be shortened with a hem.",  # a hem is no cut
        "When washed, Norrvik keeps its shape.",
        "Do not wash Norrvik hotter than the label says.",
        "Never use bleach on Norrvik.",  # an order to the reader about something nobody stated
    ],
)
def test_what_claims_nothing_is_not_blocked(blocked: Ask, body: str) -> None:
    assert blocked(body) == []


def test_yes_and_no_after_a_question_are_claims(blocked: Ask) -> None:
    assert blocked("## Can Norrvik be cut?\n\nNo, and that is for a reason.", sku="NV-140-175") == []
    assert blocked("## Can Norrvik be cut?\n\nYes, and that is easy.", sku="NV-140-175") == [
        ("capability.contradicted", "Yes")
    ]


def test_yes_and_no_in_a_table_are_claims(blocked: Ask) -> None:
    table = "| Product | Can be cut |\n|---|---|\n| Norrvik | {} |\n| Brisa | yes |"
    assert blocked(table.format("no")) == []
    assert [rule for rule, _ in blocked(table.format("yes"))] == ["capability.contradicted"]


def test_rendered_names_carry_their_capability(blocked: Ask) -> None:
    assert blocked("{{norrvik.name}} cannot be cut.") == []
    assert [rule for rule, _ in blocked("{{norrvik.name}} can be cut.")] == ["capability.contradicted"]


def test_a_list_under_the_wrong_mark_is_only_a_warning(findings: Callable[..., list[Finding]]) -> None:
    listed = [f.rule for f in findings("Yes for Norrvik, no for Brisa: can be cut.")]
    assert "capability.listed" in listed


NOT_FOR = {
    "en": "In short (can be cut): yes for Brisa and Marin, but not for Norrvik.",
    "es": "En pocas palabras (se puede cortar): sí para Brisa y Marin, pero no para Norrvik.",
    "fr": "Réponse courte (recoupable) : oui pour Brisa et Marin, mais pas pour Norrvik.",
    "de": "Kurz gesagt (kürzbar): ja für Brisa und Marin, aber nicht für Norrvik.",
}


@pytest.mark.parametrize("language", sorted(NOT_FOR))
def test_but_not_for_another_is_a_no(asked: Callable[..., list[tuple[str, str]]], language: str) -> None:
    shop = "sku,title,can_be_cut\na1,Brisa,yes\na2,Marin,yes\na3,Norrvik,no\n"
    said = NOT_FOR[language]
    turned = said.replace("Brisa", "X").replace("Norrvik", "Brisa").replace("X", "Norrvik")
    assert asked(shop, language, said, "capability.") == []
    assert asked(shop, language, turned, "capability.")


WASH = (
    "sku,title,material,machine_washable\na1,Fjell wool blanket,wool,no\na2,Selma cotton throw,cotton,yes\n"
)


@pytest.mark.parametrize(
    ("lang", "question", "body", "lie"),
    [
        ("en", "Which can I wash?", "Yes for Selma, but not for Fjell.", "Yes for Fjell, but not for Selma."),
        ("en", "Can I machine-wash the Fjell?", "No, unlike the Selma.", "Yes, unlike the Selma."),
        ("fr", "Lavable en machine ?", "Oui pour Selma, non pour Fjell.", "Oui pour Fjell, non pour Selma."),
    ],
)
def test_a_yes_or_no_is_of_whom_it_names_or_the_question_did(
    asked: Callable[..., list[tuple[str, str]]], lang: str, question: str, body: str, lie: str
) -> None:
    assert asked(WASH, lang, f"## {question}\n\n{body}", "capability.") == []
    assert asked(WASH, lang, f"## {question}\n\n{lie}", "capability.")


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "Norrvik hangs well. Put the heavy end close to the wheel of the cart."),
        ("en-GB", "Lumo is bright. A phone in an outer pocket will not forgive you."),
        ("es-ES", "Lumo alumbra bien. El agua la levanta siempre la rueda de atrás."),
        ("fr-FR", "Lumo éclaire bien. N'importe quelle lampe de poche passe au lave-vaisselle."),
        ("de-DE", "Lumo ist hell. Viele Lampen dürfen in die Spülmaschine."),
        ("ar-AE", "لومو مضيء. معظم المصابيح مضادة للماء."),
        ("ja-JP", "ルモは明るいです。ただし車輪ごと替える必要があります。"),
        ("en-GB", "Lido folds small. What counts is that it keeps the wind out."),
        ("es-ES", "Lido ocupa poco. Lo que cuenta es que corten el viento."),
    ],
)
def test_what_is_of_no_product_or_only_named_promises_nothing(blocked: Ask, locale: str, body: str) -> None:
    assert [rule for rule, _ in blocked(body, locale) if rule.startswith("capability")] == []


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "Lido comes with wheels."),
        ("es-ES", "Lido lleva ruedas."),
        ("fr-FR", "Lido est livré avec des roulettes."),
        ("de-DE", "Lido hat Rollen."),
        ("ja-JP", "リドはキャスター付きです。"),
    ],
)
def test_a_part_that_is_handed_over_is_a_promise(blocked: Ask, locale: str, body: str) -> None:
    assert "capability.unsupported" in [rule for rule, _ in blocked(body, locale)]


CATALOGUE = """sku,title,title@en,category,Mikrowellengeeignet,Temperaturstufen
K-1,Kanne Ilse,Ilse teapot,Kannen,ja,
W-1,Kocher Orla,Orla kettle,Kocher,nein,5
"""


def test_an_attribute_is_known_by_its_name_in_the_catalogue_s_language(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(
        'name = "S"\nsite = "https://s.example"\nlanguage = "de"\ncurrency = "EUR"\n'
        '[[markets]]\nlocale = "en-US"\ncurrency = "USD"\n',
        encoding="utf-8",
    )
    (tmp_path / "products.csv").write_text(CATALOGUE, encoding="utf-8")
    ledger = read_ledger(load_shop(tmp_path))

    def rules(body: str) -> list[str]:
        draft = parse_draft(f"---\nmarket: en-US\n---\n{body}", "page.md")
        found = examine(Reading(draft, ledger, ledger.shop.markets[0]), (Capabilities,))
        return [finding.rule for finding in found]

    assert rules("The Orla goes in the microwave.") == ["capability.contradicted"]
    assert rules("The Ilse goes in the microwave.") == []
    assert rules("The Orla has five temperature settings.") == []
    assert rules("The Ilse has five temperature settings.") == ["capability.unsupported"]


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "Lumo is bright. Choose a waterproof bag for the way home."),
        ("fr-FR", "Lumo éclaire bien. Prenez un sac imperméable pour la route."),
        ("de-DE", "Lumo ist hell. Nehmen Sie für den Weg eine wasserdichte Tüte."),
        ("ar-AE", "لومو مضيء. اختر حقيبة مضادة للماء للطريق."),
    ],
)
def test_what_the_reader_is_told_to_take_is_not_the_product(blocked: Ask, locale: str, body: str) -> None:
    assert [rule for rule, _ in blocked(body, locale) if rule.startswith("capability")] == []


# True of the shop: Norrvik cannot be cut or ironed as a rule of its rows, Brisa can be cut; nobody speaks of a display.
FREE = [
    # instructions: where and how, not whether
    ("en-GB", "Brisa can be cut. Cut at the bottom, never at the heading.", "Brisa cannot be cut."),
    ("es-ES", "Brisa se puede cortar. Corta por abajo, nunca por la cabecera.", "Brisa no se puede cortar."),
    ("fr-FR", "Brisa peut être coupé. Coupez par le bas, jamais du côté de la tête.", "Brisa ne peut pas être coupé."),
    ("de-DE", "Brisa lässt sich kürzen. Schneiden Sie unten, nie am Kopf.", "Brisa lässt sich nicht kürzen."),
    ("en-GB", "Norrvik in the machine: don't fill the drum.", "Norrvik in the machine: never."),
    ("fr-FR", "Norrvik en machine : ne remplissez pas le tambour.", "Norrvik ne se lave pas en machine."),
    ("de-DE", "Norrvik in der Maschine: Füllen Sie die Trommel nicht.", "Norrvik darf nicht in die Waschmaschine."),
    ("es-ES", "Norrvik en la lavadora: no llenes el tambor.", "Norrvik no se puede lavar en la lavadora."),
    # indirect questions and link words
    ("en-GB", "Norrvik stays long. See which blackout curtains you can cut.", "Norrvik is one which you can cut."),
    ("es-ES", "Norrvik se queda así. Mira cuáles se pueden cortar.", "Norrvik se puede cortar."),
    ("fr-FR", "Norrvik reste ainsi. Voyez quels rideaux peuvent être coupés.", "Norrvik peut être coupé."),
    ("de-DE", "Norrvik bleibt so. Lesen Sie, welche sich kürzen lassen.", "Norrvik lässt sich kürzen."),
    ("ja-JP", "ノルヴィクはそのままです。どのカーテンが切れるかは、こちらです。", "ノルヴィクは切れます。"),
    # a no over a list
    ("en-GB", "Havre lies flat, but you can't cut, wash or iron it.", "Havre lies flat, but you can cut, wash or iron it."),
    ("de-DE", "Den Havre können Sie nicht kürzen, waschen oder bügeln.", "Den Havre können Sie waschen oder bügeln."),
    ("fr-FR", "Le Havre n'est ni lavable ni repassable.", "Le Havre est lavable."),
    ("es-ES", "La alfombra Havre no es ni lavable ni planchable.", "La alfombra Havre es lavable."),
    # the ledger's silence
    ("en-GB", "Lumo has nothing stated about a display.", "Lumo has a display."),
    ("es-ES", "Lumo viene sin mención de una pantalla digital.", "Lumo viene con una pantalla digital."),
    ("fr-FR", "Lumo est vendu sans mention d'un écran tactile.", "Lumo est vendu avec un écran tactile."),
    ("de-DE", "Bei Lumo ist kein Hinweis auf ein Display zu finden.", "Lumo hat ein Display."),
    ("ar-AE", "يأتي مصباح لومو دون ذكر شاشة رقمية.", "يأتي مصباح لومو مع شاشة رقمية."),
    # what shows something is no display, what one works out is no part
    ("fr-FR", "Oslo C12 affiche les mêmes chiffres que Tarn K17.", "Oslo C12 affiche la température."),
    ("fr-FR", "Divisez pour Oslo C12 : vous obtenez votre nombre de tasses.", "Oslo C12 : vous obtenez un mousqueton."),
    # any such thing
    ("en-GB", "Oslo C12 is plain. With a timer or without is a matter of taste.", "Oslo C12 is plain and comes with a timer."),
    ("es-ES", "Oslo C12 es sencilla. Con temporizador o sin él es cuestión de gusto.", "Oslo C12 viene con temporizador."),
    ("fr-FR", "Oslo C12 est simple. Avec minuterie ou sans, c'est affaire de goût.", "Oslo C12 est livrée avec une minuterie."),
    ("de-DE", "Oslo C12 ist schlicht. Mit Timer oder ohne ist Geschmackssache.", "Oslo C12 kommt mit Timer."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "honest", "false"), FREE)
def test_what_is_told_or_said_of_anything_promises_nothing(
    blocked: Ask, locale: str, honest: str, false: str
) -> None:
    assert [rule for rule, _ in blocked(honest, locale) if rule.startswith("capability.")] == []
    assert [rule for rule, _ in blocked(false, locale) if rule.startswith("capability.")] != []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "Norrvik cannot be cut. {} can, and you can shorten it with scissors."),
        ("es-ES", "Norrvik no se puede cortar. {} sí, y puedes cortarla en casa."),
        ("fr-FR", "Norrvik ne peut pas être coupé. {} oui, et vous pouvez le couper."),
        ("de-DE", "Norrvik lässt sich nicht kürzen. {} schon, und Sie können ihn kürzen."),
    ],
)
def test_behind_a_yes_the_pronoun_is_of_whom_it_was_said(blocked: Ask, locale: str, text: str) -> None:
    assert blocked(text.format("Brisa"), locale) == []


@pytest.mark.parametrize(
    ("locale", "question", "yes"),
    [
        ("en-GB", "How do I wash it?", "Can it be washed?"),
        ("es-ES", "¿Cómo se lava?", "¿Se puede lavar a máquina?"),
        ("fr-FR", "Comment le laver en machine ?", "Peut-on le laver en machine ?"),
        ("de-DE", "Wie wasche ich ihn?", "Kann man ihn waschen?"),
    ],
)
def test_a_name_behind_a_question_of_how_says_no_yes(
    blocked: Ask, locale: str, question: str, yes: str
) -> None:
    assert blocked(f"## {question}\n\nHavre.", locale) == []
    assert blocked(f"## {yes}\n\nHavre.", locale) != []


@pytest.mark.parametrize(
    ("locale", "lie"),
    [
        ("en-GB", "See for yourself: Norrvik can be cut."),
        ("en-GB", "Norrvik can be cut at the bottom, never at the heading."),
        ("en-GB", "Don't rub it: Norrvik can be cut."),
        ("es-ES", "La Oslo C12 ya tiene pantalla digital."),
        ("es-ES", "Norrvik se puede cortar por abajo, nunca por la cabecera."),
        ("fr-FR", "Norrvik peut être coupé par le bas, jamais du côté de la tête."),
        ("de-DE", "Norrvik lässt sich unten kürzen, nie am Kopf."),
        ("ja-JP", "アーヴルはお持ちの洗濯機で洗えます。"),
        ("ar-AE", "يمكن قص نورفيك من الأسفل، لا من جهة الأعلى."),
    ],
)
def test_a_promise_beside_an_instruction_is_held(blocked: Ask, locale: str, lie: str) -> None:
    assert [rule for rule, _ in blocked(lie, locale) if rule.startswith("capability.")] != []


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "Brisa can be cut. Never cut at the heading."),
        ("de-DE", "Brisa lässt sich kürzen. Kürzen Sie Brisa nie am Kopf."),
        ("es-ES", "Brisa se puede cortar. No la corte nunca por la costura."),
        ("fr-FR", "Brisa peut être coupé. Ne coupez jamais dans la couture."),
        ("de-DE", "Ist Brisa nur wenig zu lang, gibt es nichts zu kürzen."),
        ("en-GB", "If Brisa is only a little too long, there is nothing to cut."),
        ("en-GB", "Norrvik and Brisa are both curtains, and you may cut only Brisa."),
        ("de-DE", "Norrvik und Brisa sind beide Vorhänge, und nur Brisa dürfen Sie kürzen."),
    ],
)
def test_a_no_for_one_place_or_for_the_other_product_is_none(blocked: Ask, locale: str, body: str) -> None:
    assert blocked(body, locale) == []


@pytest.mark.parametrize(
    "body",
    [
        "Never cut Brisa.",
        "Norrvik and Brisa are both curtains, and you may cut Norrvik.",
        "Norrvik and Brisa can both be cut.",
    ],
)
def test_a_no_for_the_whole_and_a_yes_for_the_wrong_one_are_found(blocked: Ask, body: str) -> None:
    assert [rule for rule, _ in blocked(body, "en-GB")] == ["capability.contradicted"]


ANNOUNCED = [  # nobody has stated whether the Tarn K17 keeps water hot
    ("en-GB", "The Tarn K17 keeps water hot.", "How much the Tarn K17 holds, and how long it keeps water hot."),
    ("es-ES", "Tarn K17 mantiene el agua caliente.", "Cuánta agua cabe y cuánto tiempo la mantiene caliente Tarn K17."),
    ("fr-FR", "Tarn K17 garde l'eau au chaud.", "Ce que contient Tarn K17, et combien de temps il garde l'eau au chaud."),
    ("de-DE", "Tarn K17 hält Wasser heiß.", "Hier steht, wie lange Tarn K17 Wasser heiß hält."),
    ("ar-AE", "غلاية تارن K17 تبقي الماء ساخنًا.", "سعة غلاية تارن K17، وكم تبقي الماء ساخنًا."),
    ("ja-JP", "タルン K17は保温できます。", "タルン K17の容量と、何時間保温できるか。"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "claim", "announced"), ANNOUNCED)
def test_a_question_that_is_announced_claims_nothing(
    blocked: Ask, locale: str, claim: str, announced: str
) -> None:
    assert [rule for rule, _ in blocked(claim, locale)] == ["capability.unsupported"]
    assert blocked(announced, locale) == []


def test_using_something_up_in_japanese_is_no_cutting(blocked: Ask) -> None:
    assert blocked("リドは開封後6か月で使い切ってください。", "ja-JP") == []
    assert [rule for rule, _ in blocked("ノルヴィクはハサミで切れます。", "ja-JP")] == [
        "capability.contradicted"
    ]
