"""What a new shop's searches were wrongly left for: number words, its own choices, its own words, its own advice."""

import pytest

from content.ledger.ledger import Ledger
from content.plan.concepts import about, gather
from content.plan.keyword_map import KeywordMap
from content.plan.plan import plan
from content.plan.vocabulary import vocabulary_of
from content.records import Action, Assignment
from seo.encoders.universal import Universal
from seo.records import Intent, Keyword, Page, Question, Topic
from tests.content.small_shop import opened

SHOP = """id = "maruxa"
name = "Taller Maruxa"
language = "es"
currency = "EUR"
time_zone = "UTC"
[[markets]]
locale = "es-ES"
currency = "EUR"
share = 0.6
[[markets]]
locale = "de-DE"
currency = "EUR"
share = 0.2
[[markets]]
locale = "en-GB"
currency = "GBP"
share = 0.2
"""
PRODUCTS = """sku,title,title@en,category,brand,Talla UE,Material,Suela,Apta para secadora,Contenido [ml],País de fabricación,description
C1,Zapatilla cerrada Carballo,Carballo closed slipper,Zapatillas de lana,Taller Maruxa,36,fieltro de lana,fieltro,no,,España,"En nuestro taller: cede medio número."
A1,Botín Ancares,Ancares slipper boot,Zapatillas de lana,Taller Maruxa,37,lana hervida,caucho,no,,España,
T1,Calcetín Toxo,Toxo sock,Calcetines de casa,Taller Maruxa,38,punto de lana,silicona,no,,Portugal,
M1,Alpargata Muxía,Muxía espadrille,Alpargatas,Taller Maruxa,39,lona,yute,no,,España,
J1,Jabón Xabón,Xabón soap,Cuidado,Taller Maruxa,,,,,250,España,
"""
WORDS = """source,lang,text
Zapatillas de lana,es,pantuflas
Zapatillas de lana,es,zapatillas de casa
Zapatillas de lana,de,Wollhausschuhe
Zapatillas de lana,en,wool slippers
Calcetines de casa,de,Stoppersocken
Calcetines de casa,en,house socks
Alpargatas,de,Espadrilles
Alpargatas,en,espadrilles
Cuidado,de,Pflege
Cuidado,en,wool care
Apta para secadora,de,trocknergeeignet
"""
FACTS = """[[advice]]
id = "polilla"
aspect = "care"
about = ["Zapatillas de lana"]
[advice.title]
de = "Wie schütze ich Wollhausschuhe vor Motten?"
[advice.answer]
de = "Sauber weglegen."
[[advice]]
id = "mojada"
aspect = "care"
about = ["Alpargatas"]
[advice.title]
es = "Se me ha mojado la alpargata, ¿qué hago?"
[advice.answer]
es = "Séquela enseguida."
"""
SITE = "https://maruxa.example"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    files = {"shop.toml": SHOP, "products.csv": PRODUCTS, "words.csv": WORDS, "facts.toml": FACTS}
    return opened(tmp_path_factory.mktemp("shop"), files)


def topic(language: str, text: str, *, is_asked: bool = False) -> Topic:
    keywords = () if is_asked else (Keyword(text, text, language, 60.0, 3),)
    asked = (Question(text),) if is_asked else ()
    return Topic(text, language, text, Intent.INFORMATIONAL, 1.0, "test", keywords, asked, 60.0)


def planned(ledger: Ledger, language: str, text: str, *pages: Page, is_asked: bool = False) -> Assignment:
    found = plan(
        [topic(language, text, is_asked=is_asked)], ledger, pages, ledger.shop.markets, "2026-W48", 50
    )
    return next(a for a in found if text in {a.topic.name, *(k.phrase for k in a.topic.keywords)})


@pytest.mark.parametrize(
    ("language", "text", "line", "aspect"),
    [
        ("de", "wollhausschuhe zwischen zwei größen", "zapatillas-de-lana", "size"),
        ("de", "stoppersocken wolle erwachsene", "calcetines-de-casa", "material"),
        ("es", "diferencia entre fieltro y lana hervida", "zapatillas-de-lana", "choose"),
        ("en", "boiled wool vs felt", "zapatillas-de-lana", "choose"),
        ("de", "wollhausschuhe pflege", "zapatillas-de-lana", "care"),
        ("es", "cuidado alpargata", "alpargatas", "care"),
        ("es", "alpargata mojada que hacer", "alpargatas", "care"),
        ("es", "zapatillas maruxa", "zapatillas-de-lana", "choose"),
        ("es", "cambiar suela pantuflas", "zapatillas-de-lana", "durability"),
    ],
)
def test_a_search_for_what_the_shop_has_is_placed(
    ledger: Ledger, language: str, text: str, line: str, aspect: str
) -> None:
    concepts, strays = gather([topic(language, text)], ledger, {language: vocabulary_of(ledger, language)})
    assert ([(c.category, c.aspect) for c in concepts], strays) == ([(line, aspect)], [])


@pytest.mark.parametrize(
    ("language", "text", "line", "aspect"),
    [
        ("es", "¿Las Carballo ceden?", "zapatillas-de-lana", "size"),
        ("en", "Can the Carballo be resoled?", "zapatillas-de-lana", "durability"),
        ("de", "Wie schütze ich meine Hausschuhe vor Motten?", "zapatillas-de-lana", "care"),
        ("en", "How much Xabón do I need for one pair?", "cuidado", ""),
        ("en", "How much is the Xabón?", "cuidado", "price"),
    ],
)
def test_a_question_is_about_what_it_asks(
    ledger: Ledger, language: str, text: str, line: str, aspect: str
) -> None:
    assert about(text, vocabulary_of(ledger, language).understand(text), ledger) == (line, aspect)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "zapatillas pantuflex opiniones"),
        ("es", "arrocera cuidados"),  # a rice cooker's care is not the line "Cuidado"
        ("es", "mesita de noche de fieltro"),
        ("de", "gummi regenschirm reinigen"),
        ("en", "how to clean a felt picture frame"),  # a thing nobody knows is no line made of felt
        ("en", "slippers made in spain for dogs"),
    ],
)
def test_what_the_shop_lacks_is_left_all_the_same(ledger: Ledger, language: str, text: str) -> None:
    assert planned(ledger, language, text).action is Action.SKIP


def test_a_column_of_the_shop_answers_in_any_gender(ledger: Ledger) -> None:
    text = "¿Los calcetines Toxo se pueden meter en la secadora?"
    found = planned(ledger, "es", text, is_asked=True)
    assert (found.aspect, found.attributes[:1]) == ("care", ("tumble_dry",))
    assert found.why != "the product data do not say"


def test_a_question_that_the_shops_advice_bears_as_its_title_is_no_matter_of_a_list(ledger: Ledger) -> None:
    page = Page(f"{SITE}/alpargatas", "Alpargatas", "category", "es")
    assert planned(ledger, "es", "alpargata mojada que hacer", page).action is Action.WRITE


def test_the_shops_name_and_a_line_lead_to_the_line_and_to_no_article_on_one_matter(ledger: Ledger) -> None:
    line = Page(f"{SITE}/zapatillas", "Zapatillas de lana", "category", "es")
    guide = Page(f"{SITE}/guia", "Cómo elegir la talla de unas zapatillas", "article", "es")
    assert planned(ledger, "es", "zapatillas maruxa", guide, line).covered_by == line.url
    vocabularies = {"es": vocabulary_of(ledger, "es")}
    pages = KeywordMap([guide, line], ledger, vocabularies, Universal())
    assert pages.serving(topic("es", "zapatillas pantuflex")) is None


def test_why_a_question_on_a_line_is_left_names_the_line(ledger: Ledger) -> None:
    found = planned(ledger, "en", "How much Xabón do I need?", is_asked=True)
    assert found.why == "says nothing of cuidado that the shop's data or advice are about"
