"""Slips that code can see: swapped letters, doubled words, lost blanks and brackets; and no alarm on good prose."""

from collections.abc import Callable

import pytest

from content.checks.noise import meant_by
from content.records import Finding

Look = Callable[..., list[Finding]]


def slips(found: list[Finding]) -> list[str]:
    return [finding.quote for finding in found if finding.rule == "language.noise"]


@pytest.mark.parametrize(
    ("locale", "body", "quote"),
    [
        ("en-GB", "You can hang the curtain in the moring light of a quiet kitchne.", "kitchne"),
        ("en-GB", "Put it on hte shelf beside the window.", "hte"),
        ("es-ES", "Puede colgar la cortina delante de la ventnaa grande.", "ventnaa"),
        ("fr-FR", "Posez le tapis devant la fenêtre de la cusiine.", "cusiine"),
        ("de-DE", "Hängen Sie den Vorhang vor das Fesnter in der Küche.", "Fesnter"),
        ("ar-AE", "ضع المصباح في غرفة الجلوس بجانب النافذة في الغرةف.", "الغرةف"),
        ("en-GB", "Hang the the curtain before you iron it.", "the the"),
        ("en-GB", "Iron the curtain. curtain. Then hang it.", "curtain. curtain."),
        ("fr-FR", "Posez le le tapis devant la porte.", "le le"),
        ("de-DE", "Der Vorhang Vorhang hängt vor dem Fenster.", "Vorhang Vorhang"),
        ("es-ES", "La cortina cortina cuelga delante.", "cortina cortina"),
        ("ar-AE", "هذه الستارة الستارة جميلة في الغرفة.", "الستارة الستارة"),
        ("ja-JP", "このカーテンカーテンは部屋によく合います。", "カーテンカーテン"),
        ("en-GB", "The cоtton towel dries fast.", "cоtton"),  # a Cyrillic о
        ("en-GB", "It dries fast.Then fold it and put it away.", "fast."),
        ("en-GB", "It is a old towel (and a soft one.", "a old"),
        ("en-GB", "It is a towel (and a soft one.", "("),
        ("fr-FR", "Le rideau est dans le eau depuis hier.", "le eau"),
    ],
)
def test_a_slip_is_shown_where_it_stands(findings: Look, locale: str, body: str, quote: str) -> None:
    assert quote in slips(findings(body, locale))


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "It is an honest hour in a one-room house; a unique, a European, a used one. I know that that helps."),
        ("en-GB", "See kiesel.example or write e.g. at 8 p.m. to Node.js (or not). It's a) soft and b) warm."),
        ("en-GB", "A 5 µm film and a 3 kΩ part."),
        ("ja-JP", "茎がひょろひょろ伸びるのは光が足りないときです。"),
        ("fr-FR", "Vous vous demandez si le onze convient : oui, le ouistiti et la une aussi. Nous nous en occupons."),
        ("de-DE", "Die Fenster, die die Wärme halten, und das Kissen, das das Kind mag."),
        ("es-ES", "Es muy muy suave, y no, no encoge."),
        ("ja-JP", "いろいろな部屋で、それぞれの窓に、ますます人気です。少しずつ、わざわざ。"),
        ("ar-AE", "تعلم شيئا شيئا كيف تختار، فهي جميلة جدا جدا."),
    ],
)  # fmt: skip
def test_good_prose_holds_none(findings: Look, locale: str, body: str) -> None:
    assert slips(findings(body, locale)) == []


def test_what_a_text_writes_twice_is_no_slip(findings: Look) -> None:
    assert slips(findings("The trial of the kitchne line began. We like kitchne.")) == []


def test_one_slip_on_a_long_page_is_human(findings: Look) -> None:
    page = "\n\n".join(
        f"Paragraph {n} speaks of the lamp by the bed and of the light it gives at night." for n in range(40)
    )
    assert slips(findings(page + "\n\nPut it in the kitchne.")) == []
    assert slips(findings(page + "\n\nPut it in the the kitchen.")) == ["the the"]  # wrong however seldom


@pytest.mark.parametrize(
    ("body", "word", "meant"),
    [
        ("Hang Norrvik or Norvik in front of it.", "Norvik", "norrvik"),  # the ledger's
        ("The temprature counts: measure the temperature at night and note it.", "temprature", "temperature"),
        ("Open the windw and the kitchn door, and set a limt.", "windw", "window"),  # guesses
    ],
)
def test_a_lost_letter_is_a_slip(findings: Look, body: str, word: str, meant: str) -> None:
    found = [each for each in findings(body) if each.rule == "language.noise"]
    assert (word, True) in [(each.quote, meant in each.cure.lower()) for each in found], found


@pytest.mark.parametrize(
    "body", ["Cut the clay. The shop sells clays.", "Trough and tuned steaks, reused soot."]
)
def test_a_word_that_may_be_right_lost_nothing(findings: Look, body: str) -> None:
    assert not [each for each in findings(body) if each.rule == "language.noise"]


def test_only_a_common_word_is_meant() -> None:
    assert meant_by("machien", "en")[0] == "machine"
    assert meant_by("machine", "en") == ("", 0.0)
    assert meant_by("qzxv", "en") == ("", 0.0)
