"""What a question is about: read off 290 topics of the demo shop and the kitchen shop, of which these were wrong."""

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.plan.concepts import about
from content.plan.vocabulary import vocabulary_of
from content.shop import load_shop
from tests.content.plan.test_decide import DEMO


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


@pytest.mark.parametrize(
    ("language", "question", "line", "aspect"),
    [
        ("en", "Can the lined curtains be taken up?", "blackout-curtains", "cut"),
        ("en", "Which size of cotton slippers do I need?", "slippers", "size"),
        ("en", "Do the lined curtains come as a pair?", "blackout-curtains", "features"),
        ("en", "Do heavy curtains reduce traffic noise?", "blackout-curtains", "noise"),
        ("en", "How dark do blackout curtains make a bedroom in summer?", "blackout-curtains", "light"),
        ("en", "What are the lined curtains made of?", "blackout-curtains", "material"),
        ("en", "Do slippers take up much room?", "slippers", "size"),
        ("es", "¿Qué talla de zapatillas de algodón para un niño?", "slippers", "size"),
        ("es", "¿Solo se lavan a mano las zapatillas?", "slippers", "care"),
        ("es", "Con la cortina opaca, ¿puedo dormir de día?", "blackout-curtains", "light"),
        ("es", "percal o franela", "bed-linen", ""),
        ("fr", "Quelle taille de chaussons en coton prendre ?", "slippers", "size"),
        ("fr", "Le rideau thermique coupe-t-il les courants d'air ?", "thermal-curtains", "warmth"),
        (
            "fr",
            "Quel rideau occultant pour la chambre de bébé, qu'elle soit bien sombre ?",
            "blackout-curtains",
            "light",
        ),
        ("fr", "Les chaussons pour enfants glissent-ils ?", "slippers", "safety"),
        ("de", "Kann man abends durch die Gardine reinschauen?", "sheer-curtains", "light"),
        ("de", "Bringen Thermovorhänge etwas?", "thermal-curtains", "choose"),
        ("de", "Welche Größe bei Hausschuhen aus Baumwolle?", "slippers", "size"),
        ("ar", "كيف أزيل ريحة الستارة الجديدة", "blackout-curtains", "cleaning"),
        ("ar", "هل الستائر الحرارية فعالة؟", "thermal-curtains", "choose"),
        ("ar", "أي مقاس من الشباشب القطنية يناسبني؟", "slippers", "size"),
        ("ja", "ウールブランケットはちくちくしますか？", "wool-blankets", "comfort"),
        ("ja", "レースカーテンは夜に外から見えますか？", "sheer-curtains", "light"),
        ("ja", "コットンのスリッパはどのサイズがいいですか", "slippers", "size"),
    ],
)
def test_a_question_is_about_one_line_and_one_aspect(
    ledger: Ledger, language: str, question: str, line: str, aspect: str
) -> None:
    sense = vocabulary_of(ledger, language).understand(question)
    assert about(question, sense, ledger) == (line, aspect)


@pytest.mark.parametrize(
    ("language", "search", "words"),
    [
        ("en", "mcdonalds sweet tea", ("mcdonalds", "sweet")),
        ("es", "¿No tenéis tiendas físicas?", ("tiendas", "físicas")),
        ("de", "Thermovorhänge für Haustüren", ("Haustüren",)),
        ("ja", "レースカーテン 結露", ("結露",)),
        ("en", "blackout curtains", ()),
    ],
)
def test_words_the_catalogue_lacks_are_told_as_they_were_typed(
    ledger: Ledger, language: str, search: str, words: tuple[str, ...]
) -> None:
    assert vocabulary_of(ledger, language).strange(search) == words
