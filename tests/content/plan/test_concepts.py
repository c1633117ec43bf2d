"""What a question is about: read off 290 topics of the demo shop and the kitchen shop, of which these were wrong."""

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.plan.concepts import about, gather
from content.plan.vocabulary import vocabulary_of
from content.shop import load_shop
from seo.records import Intent, Keyword, Question, Topic
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


def test_another_wording_of_a_question_goes_where_the_question_goes(ledger: Ledger) -> None:
    asked = Question("Can blackout curtains be cut?", signal="s1")
    member = Keyword("can the Frobnitz blackout curtains be cut", "a", "en", 60.0, 3, ("s1", "s2"))
    other = Keyword("blackout curtains Frobnitz", "b", "en", 40.0, 2, ("s3",))
    topic = Topic("t", "en", "x", Intent.INFORMATIONAL, 1.0, "test", (member, other), (asked,), 60.0)
    ((concept,), (stray,)) = gather([topic], ledger, {"en": vocabulary_of(ledger, "en")})
    assert (concept.name, list(concept.keywords.values())) == ("blackout-curtains/cut", [member])
    assert (stray.topic.name, stray.topic.keywords, stray.topic.questions) == (other.phrase, (other,), ())
    assert stray.why == "not in the catalogue: Frobnitz"


def test_a_question_left_stays_with_the_search_that_is_its_other_wording(ledger: Ledger) -> None:
    asked = Question("Frobnitz?", signal="s1")
    member = Keyword("cutting blackout curtains", "a", "en", 60.0, 3, ("s1",))
    topic = Topic("t", "en", "x", Intent.INFORMATIONAL, 1.0, "test", (member,), (asked,), 60.0)
    ((concept,), strays) = gather([topic], ledger, {"en": vocabulary_of(ledger, "en")})
    assert (list(concept.keywords.values()), strays) == ([member], [])


def test_what_is_left_of_a_topic_is_told_by_its_own_reason(ledger: Ledger) -> None:
    texts = ("blackout curtains", "blackout curtains zorbl", "zorbl", "quux", "coffee makers")
    members = tuple(Keyword(text, text, "en", 60.0, 3, (text,)) for text in texts)
    topic = Topic("t", "en", "x", Intent.INFORMATIONAL, 1.0, "test", members, (), 60.0)
    ((concept,), strays) = gather([topic], ledger, {"en": vocabulary_of(ledger, "en")})
    assert list(concept.keywords) == ["blackout curtains"]
    assert [(s.why, [k.phrase for k in s.topic.keywords]) for s in strays] == [
        ("not in the catalogue: zorbl", ["blackout curtains zorbl", "zorbl"]),
        ("not in the catalogue: quux", ["quux"]),
        ("the shop has no coffee makers", ["coffee makers"]),
    ]
    assert len({stray.topic.id for stray in strays}) == len(strays)


@pytest.mark.parametrize(
    ("search", "aspect"),
    [
        ("كم تدوم الشحنة في المكنسة", "power"),
        ("مكنسة تعمل بالشحن", "power"),
        ("مروحة محمولة شحن", "power"),
        ("الشحن إلى دبي", "delivery"),
        ("كم تكلفة الشحن", "delivery"),
        ("شحن سريع", "delivery"),
        ("تتبع الشحنة", "delivery"),
    ],
)
def test_charging_a_battery_is_no_shipping(ledger: Ledger, search: str, aspect: str) -> None:
    assert about(search, vocabulary_of(ledger, "ar").understand(search), ledger)[1] == aspect
