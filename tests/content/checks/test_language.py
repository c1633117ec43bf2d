"""The market's language, paragraph by paragraph and sentence by sentence; too hard, too simple, padded, repeated."""

from collections.abc import Callable

import pytest

from content.records import Finding

Look = Callable[..., list[Finding]]
OWN = {
    "en-GB": "The lamp stands on the table by the window and gives a warm light to everyone who reads there.",
    "es-ES": "La lámpara está en la mesa junto a la ventana y da una luz cálida a todos los que leen allí.",
    "fr-FR": "La lampe est sur la table près de la fenêtre et donne une lumière douce à tous ceux qui lisent là.",
    "de-DE": "Die Lampe steht auf dem Tisch am Fenster und gibt allen, die dort lesen, ein warmes Licht.",
    "ar-AE": "المصباح على الطاولة بجانب النافذة وهو يعطي ضوءا دافئا لكل من يقرأ هناك في المساء.",
    "ja-JP": "ランプは窓のそばの机の上にあり、そこで本を読む人に温かい光を届けてくれます。",
}


def rules(found: list[Finding]) -> set[str]:
    return {finding.rule for finding in found if finding.rule.startswith("language.")}


@pytest.mark.parametrize("locale", OWN)
@pytest.mark.parametrize("other", OWN)
def test_a_paragraph_in_another_language_is_seen_and_ones_own_is_not(
    findings: Look, locale: str, other: str
) -> None:
    found = rules(findings(f"{OWN[locale]}\n\n{OWN[other]}", locale))
    assert ("language.wrong" in found) == (locale != other)


@pytest.mark.parametrize("locale", OWN)
def test_one_sentence_left_in_another_language_is_seen(findings: Look, locale: str) -> None:
    other = "fr-FR" if locale == "en-GB" else "en-GB"
    found = findings(f"{OWN[locale]} {OWN[other]} {OWN[locale][:-1]}!", locale)
    assert rules(found) & {"language.residue", "language.wrong"}


@pytest.mark.parametrize(
    "text",
    [
        "La lampada sta sul tavolo vicino alla finestra e dona una luce calda a tutti quelli che leggono la sera in casa.",
        "De lamp staat op de tafel bij het raam en geeft warm licht aan iedereen die daar zit te lezen in de avond.",
        "Лампа стоит на столе у окна и даёт тёплый свет всем, кто там читает.",
        "这盏灯放在窗边的桌子上，给所有在那里看书的人带来温暖的光线，也不会打扰别人休息。",
    ],
)
def test_languages_we_do_not_write_are_told_too(findings: Look, text: str) -> None:
    assert "language.wrong" in rules(findings(f"{OWN['en-GB']}\n\n{text}"))


def test_names_brands_and_units_are_no_residue(findings: Look) -> None:
    text = "オスロ C12 は1000Wで、Kiesel & Tuch の Tarn K17 と同じ棚に置けます。USB-CとBluetoothにも対応する別の製品もあります。"
    assert rules(findings(text, "ja-JP")) == set()


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("**Cinder 55:** a grill grate. No poker, no spark guard, no cover.", False),
        ("No hay atizador, ni la tapa, ni una funda para el invierno.", True),
    ],
)
def test_one_small_word_said_often_is_no_language(findings: Look, text: str, *, is_other: bool) -> None:
    assert ("language.wrong" in rules(findings(f"{OWN['en-GB']}\n\n{text}"))) is is_other


def test_a_sentence_that_stands_twice_is_repeated(findings: Look) -> None:
    body = "The lamp gives a warm light to the room. It is quiet. The lamp gives a warm light to the room."
    assert "language.repeated" in rules(findings(body))


def test_padding_is_counted_and_one_filling_word_is_speech(findings: Look) -> None:
    padded = "Basically it is really a very good lamp, and actually it is quite literally the light you truly need, of course."
    assert "language.filler" in rules(findings(padded))
    assert "language.filler" not in rules(findings("It is really a good lamp for the table by the window."))


def test_far_too_hard_and_far_too_simple(findings: Look) -> None:
    long = "Notwithstanding considerations regarding electromechanical characteristics, interdepartmental administrators "
    long += "responsible for telecommunication infrastructure reconceptualization unquestionably necessitate "
    hard = " ".join(
        (long * 2 + f"comprehensive documentation numbered {n}.")
        for n in ("one", "two", "three", "four", "five", "six")
    )
    assert "language.hard" in rules(findings(hard))
    easy = " ".join(
        f"I go. We go. So do it. He is {w}." for w in ("in", "up", "on", "at it", "so", "by me") * 3
    )
    assert "language.easy" in rules(findings(easy))
