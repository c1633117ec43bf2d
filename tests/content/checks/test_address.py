"""One form of address through a text, and that the shop's own: what is blocked, what warned of, what never counts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.address import forms
from content.checks.culture import Culture
from content.checks.reading import Reading
from content.corruption.corpus import corpora
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Severity
from content.shop import load_shop
from content.voice.address import names
from seo.records import LANGUAGES, Market

BLOCK, WARN = Severity.BLOCK, Severity.WARN
SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "en"\ncurrency = "EUR"\n[[markets]]\nlocale = "fr-FR"\ncurrency = "EUR"\n'
Seen = list[tuple[str, Severity, str]]
Look = Callable[..., Seen]


@pytest.fixture
def shop(tmp_path: Path) -> Callable[[str, str], Ledger]:
    """A shop whose voice file for a language names a form of address; empty: it has no such file."""

    def open_(language: str, address: str) -> Ledger:
        (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
        (tmp_path / "products.csv").write_text(
            "sku,title,title fr\nL1,Our Tu Tu,Mon Tu Tu\n", encoding="utf-8"
        )
        if address:
            (tmp_path / "voice").mkdir(exist_ok=True)
            (tmp_path / "voice" / f"{language}.md").write_text(
                f"---\naddress: {address}\n---\n", encoding="utf-8"
            )
        return read_ledger(load_shop(tmp_path))

    return open_


@pytest.fixture
def look(shop: Callable[[str, str], Ledger]) -> Look:
    def ask(locale: str, body: str, address: str = "") -> Seen:
        draft = parse_draft(f"---\nmarket: {locale}\n---\n{body}", "page.md")
        found = examine(Reading(draft, shop(locale[:2], address), Market(locale, "EUR")), [Culture])
        return [(f.rule, f.severity, f.quote) for f in found]

    return ask


MIXED = [
    ("de-DE", "Messen Sie die Stange. Prüfen Sie den Haken.\n\nDann passt dein Vorhang.", "dein"),
    ("de-DE", "Du misst die Stange, du prüfst den Haken.\n\nDanach bestellen Sie den Stoff.", "Sie"),
    ("de-DE", "Du misst die Stange, du prüfst den Haken.\n\nSo passt Ihr Vorhang.", "Ihr"),
    ("de-DE", "Messen Sie die Stange, prüfen Sie den Haken.\n\nWir zeigen euch den Rest.", "euch"),
    ("de-DE", "Messen Sie die Stange, prüfen Sie den Haken.\n\nWenn du Wolle wäschst, hilft kaltes Wasser.", "du"),
    ("de-DE", "Messen Sie die Stange, prüfen Sie den Haken.\n\nAchte auf das Etikett.", "Achte auf"),
    ("de-DE", "Messen Sie die Stange, prüfen Sie den Haken.\n\n1. Miss zweimal.", "Miss"),
    ("fr-FR", "Mesurez la tringle de votre fenêtre.\n\nPrends la taille au-dessus.", "Prends la"),
    ("de-DE", "Messen Sie die Stange, prüfen Sie den Haken.\n\nSpül es danach gründlich aus.", "Spül es"),
    ("fr-FR", "Mesurez la tringle de votre fenêtre.\n\nRince-le à l’eau froide.", "Rince-le"),
    ("fr-FR", "Tu le laves, tu le sèches.\n\nFaites-le sécher à plat.", "Faites-le"),
    ("es-ES", "Tienes dos tallas y puedes cambiarlas.\n\nNo la planche con vapor.", "No la planche"),
    ("es-ES", "Revise la etiqueta. Mida la barra.\n\nTen en cuenta el bajo.", "Ten en cuenta"),
    ("es-ES", "Revise la etiqueta. Mida la barra.\n\nSi la luz te molesta, opaca.", "te"),
    ("fr-FR", "Mesurez votre fenêtre.\n\nEnsuite tu peux commander.", "tu"),
    ("fr-FR", "Mesurez la tringle de votre fenêtre.\n\nOn t’aide pour le reste.", "t’aide"),
    ("fr-FR", "Tu peux le laver, et tes rideaux restent droits.\n\nChoisissez la bonne taille.", "Choisissez"),
    ("fr-FR", "Lavez le tissu et prenez votre temps.\n\nN'oublie pas l’ourlet.", "N'oublie pas"),
    ("es-ES", "Puedes colgarla hoy, si quieres.\n\nConsúltenos antes.", "Consúltenos"),
    ("es-ES", "Elija la talla y escríbanos.\n\nAsí tu cortina cae recta.", "tu"),
    ("es-ES", "Mida la barra. Usted decide.\n\nVerás que encaja.", "Verás"),
    ("es-ES", "Tienes dos tallas y puedes cambiarlas.\n\nCompruebe la etiqueta.", "Compruebe"),
    ("es-AR", "Podés lavarla en casa, si querés.\n\nPuedes secarla.", "Puedes"),
    ("ar-AE", "اختاري المقاس واغسليها.\n\nاغسل القماش قبل القص.", "اغسل"),
    ("ar-AE", "اختر المقاس. يمكنك غسله.\n\nيناسب القماش غرفتكم.", "غرفتكم"),
    ("ja-JP", "布は厚手です。洗濯機で洗えます。\n\nこの布は丈夫である。", "である。"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "body", "quote"), MIXED)
def test_a_text_that_mixes_two_forms_is_blocked_at_the_rarer(
    look: Look, locale: str, body: str, quote: str
) -> None:
    assert look(locale, body) == [("culture.address", BLOCK, quote)]


INNOCENT = [
    # they, at the start of a sentence or small, beside a text that says du
    ("de-DE", "Du hast zwei Vorhänge. Sie passen alle, und ihre Ösen halten. Ihnen fehlt nichts. Ihr Saum ist fest."),
    ("de-DE", "- Ringe: Sie liegen bei.\n- Du hängst sie ein.\n- (Sie sind aus Messing.)"),
    ("de-DE", "Messen Sie die Stange. Das Parfum Eau du Soir und der Cirque du Soleil sind Namen."),
    ("de-DE", "Messen Sie die Stange. In der Rue du Bac verkauft man die Fleur du Nord. Eine schrieb ‚hilfst du mir‘ dazu."),
    ("de-DE", "Du findest Bademäntel für Sie und Ihn."),
    ("de-DE", "Messen Sie genau.\n\n> Kannst du mir helfen?\n\nEine Kundin schrieb „Könnt ihr dein Maß nehmen?“ und maß selbst."),
    ("de-DE", "Messen Sie genau.\n\n## Passt dein Vorhang?\n\nJa, wenn Sie die Stange messen."),
    ("fr-FR", "Tu prends un rendez-vous. Les ouvriers se sont tus. Le nez de la marche est droit. Assez large, il tombe bien."),
    ("fr-FR", "Mesurez votre fenêtre. La bague « toi et moi » est un modèle. Une cliente demande « est-ce que tu peux le laver » et nous répondons."),
    ("fr-FR", "Lavez le drap. Le ton sur ton est sobre. A-t-il rétréci ? Non, et y a-t-il des plis, rarement."),
    ("fr-FR", "Mesurez la tringle. Les gens de Marne-la-Vallée demandent peu, nous sommes-nous dit ; lavons-le donc."),
    ("es-ES", "Puedes colgarla hoy. Su caída es recta y sus pliegues, suaves. Mide 140 cm. Elige el peso."),
    ("es-ES", "Compruebe la medida. Hoy la gente pregunta «¿puedes lavarla en casa?» y la respuesta es sí. Atrás queda el bajo."),
    ("es-ES", "> ¿Me ayuda usted con la medida?\n\nPuedes medir la barra."),
    ("es-AR", "Podés lavarla. Tu cortina te dura más, y verás que no encoge. No olvides la etiqueta."),
    ("de-DE", "Messen Sie genau. Achte Regel: Miss Marple sagt, Plane und Hänge sind Hauptwörter."),
    ("ar-AE", "اختاري المقاس. يمكنك غسل القماش، ولديك وقت. وضع الستارة مهم. وضعوا الخاتم جانبًا أمس."),
    ("ar-AE", "اختر المقاس. قالت زبونة «اغسلي القماش أولا» وسألت عن القص."),
    ("ja-JP", "布は厚手です。\n\n- 綿である\n- 洗える。\n\n| 素材 | 手入れ |\n|---|---|\n| 綿だ。 | 洗う。 |"),
    ("ja-JP", "お客さまは「丈夫である。」と書きました。布は厚手です。"),
    ("ja-JP", "戻ってきたのは17点でした。水は入りませんでした。写真をお願いしました。"),
    ("en-GB", "You can wash it. One washes it cold, and thou shalt not bleach."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "body"), INNOCENT)
def test_they_names_and_what_customers_say_are_no_form_of_address(look: Look, locale: str, body: str) -> None:
    assert look(locale, body) == []


DOUBTFUL = [
    ("es-MX", "Puedes lavarla en casa.\n\nUstedes deciden el largo.", "Ustedes"),
    ("de-DE", "Du misst die Stange.\n\nSie möchten Falten haben.", "Sie möchten"),
    ("ar-AE", "اختر المقاس.\n\nتواصلوا معنا.", "تواصلوا"),
    ("fr-FR", "Mesurez votre fenêtre.\n\nChoisis bien, les tissus durent.", "Choisis bien"),
    ("ja-JP", "布は厚手です。洗えます。\n\n色は落ちない布だ。", "だ。"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "body", "quote"), DOUBTFUL)
def test_what_may_be_something_else_stays_a_warning(look: Look, locale: str, body: str, quote: str) -> None:
    assert look(locale, body) == [("culture.address", WARN, quote)]


OTHER = [
    ("de-DE", "Sie", "Du misst die Stange.", "Du"),
    ("de-DE", "du", "Messen Sie die Stange.", "Sie"),
    ("fr-FR", "vous", "Tu mesures la tringle.", "Tu"),
    ("fr-FR", "tu", "Mesurez la tringle.", "Mesurez"),
    ("es-ES", "tú", "Consúltenos antes.", "Consúltenos"),
    ("es-ES", "usted", "Puedes colgarla.", "Puedes"),
    ("es-AR", "vos", "Puedes colgarla.", "Puedes"),
    ("ar-AE", "plural", "اختر المقاس.", "اختر"),
    ("ar-AE", "feminine", "اغسلوا القماش.", "اغسلوا"),
    ("ja-JP", "de-aru", "布は厚手です。", "です。"),
    ("ja-JP", "です・ます調", "布は丈夫である。", "である。"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "address", "body", "quote"), OTHER)
def test_another_form_than_the_voice_file_names_is_blocked(
    look: Look, locale: str, address: str, body: str, quote: str
) -> None:
    assert look(locale, body, address) == [("culture.form", BLOCK, quote)]


@pytest.mark.parametrize(("locale", "address", "body", "quote"), OTHER)
def test_without_a_voice_file_any_single_form_is_fine(
    look: Look, locale: str, address: str, body: str, quote: str
) -> None:
    assert address
    assert quote
    assert look(locale, body) == []


def test_a_doubtful_word_of_another_form_than_the_file_names_is_a_warning(look: Look) -> None:
    assert look("ar-AE", "لاحظ الفرق بين المقاسين.", "feminine") == [("culture.form", WARN, "لاحظ")]


def test_a_singular_of_either_gender_fits_both(look: Look) -> None:
    for address in ("masculine", "feminine"):
        assert look("ar-AE", "يمكنك غسل القماش.", address) == []
    assert look("ar-AE", "يمكنك غسل القماش.", "plural") == [("culture.form", BLOCK, "يمكنك")]


def test_of_a_mix_the_form_the_file_names_is_kept_even_where_it_is_rarer(look: Look) -> None:
    body = "Du misst, du prüfst.\n\nDeine Stange zählt.\n\nDann bestellen Sie."
    quotes = [quote for _, _, quote in look("de-DE", body, "Sie")]
    assert quotes == ["Du", "Deine"]  # one a paragraph: each goes back to be rewritten
    assert [quote for _, _, quote in look("de-DE", body, "du")] == ["Sie"]


def test_a_finding_names_the_file_that_states_the_form(shop: Callable[[str, str], Ledger]) -> None:
    draft = parse_draft("---\nmarket: de-DE\n---\nDu misst die Stange.", "page.md")
    (found,) = examine(Reading(draft, shop("de", "Sie"), Market("de-DE", "EUR")), [Culture])
    assert (found.evidence.source, found.evidence.value) == ("voice/de.md", "address: Sie")


def test_what_a_reference_renders_is_the_catalogues(shop: Callable[[str, str], Ledger]) -> None:
    ledger = shop("fr", "vous")
    handle = next(iter(ledger.products))
    draft = parse_draft(f"---\nmarket: fr-FR\n---\nLavez {{{{{handle}.name}}}} à froid.", "page.md")
    assert examine(Reading(draft, ledger, Market("fr-FR", "EUR")), [Culture]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_marker_belongs_to_a_form_with_a_name(language: str) -> None:
    known = forms(language)
    assert known.names == tuple(names(language))
    assert {form for marker in known.markers for form in marker.forms} <= set(known.names)


def test_no_honest_article_of_the_corpora_is_blamed() -> None:
    blamed = [
        (original.name, finding.quote)
        for corpus in corpora()
        for original in corpus.originals
        for finding in examine(Reading(original.draft, corpus.ledger, original.market), [Culture])
        if finding.rule in {"culture.address", "culture.form"}
    ]
    assert blamed == []
