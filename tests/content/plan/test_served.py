"""A page serves what its title means, search by search: what is like one of a topic may be unlike the rest."""

import pytest

from content.ledger.ledger import Ledger
from content.plan.keyword_map import KeywordMap
from content.plan.known import Known
from content.plan.plan import plan
from content.plan.vocabulary import vocabulary_of
from content.records import Action
from seo.encoders.universal import Universal
from seo.records import Page
from tests.content.small_shop import WEEK, heard, opened, shop_toml, words_csv

LINE = {
    "en": "teapots",
    "es": "teteras",
    "de": "Teekannen",
    "fr": "théières",
    "ar": "أباريق شاي",
    "ja": "急須",
}
PAGE = {
    "en": "Mint tea from the teapot",
    "es": "Té a la menta en tetera",
    "de": "Minztee aus der Teekanne",
    "fr": "Thé à la menthe dans la théière",
    "ar": "شاي بالنعناع في إبريق الشاي",
}
CHOICE = {  # of each the first is like the title, for the thing alone
    "es": (
        "teteras",
        "diferencia entre teteras de porcelana y cristal",
        "teteras porcelana cristal diferencias",
    ),
    "de": (
        "teekannen",
        "unterschied teekannen porzellan glas",
        "teekannen porzellan glas vergleich unterschied",
    ),
    "fr": (
        "théières",
        "différence entre théières porcelaine et verre",
        "théières verre porcelaine différence",
    ),
}
PRODUCTS = """sku,title,category,material
T1,Nila,teapots,glass
T2,Oron,teapots,porcelain
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    files = {"shop.toml": shop_toml(), "products.csv": PRODUCTS, "words.csv": words_csv({"teapots": LINE})}
    return opened(tmp_path_factory.mktemp("shop"), files)


def page(language: str) -> Page:
    return Page(f"https://x.example/{language}/recipe", PAGE[language], "article", language)


@pytest.mark.parametrize("language", sorted(CHOICE))
def test_a_recipe_does_not_serve_who_compares_pots(ledger: Ledger, language: str) -> None:
    topic = heard(language, [], CHOICE[language])
    known = Known(encoder=Universal())
    found = plan([topic], ledger, [page(language)], ledger.shop.markets, WEEK, 50, known=known)
    (each,) = (a for a in found if CHOICE[language][1] in {k.phrase for k in a.topic.keywords})
    assert {k.phrase for k in each.topic.keywords} == set(CHOICE[language]), "one topic, or nothing is shown"
    assert each.action is Action.WRITE, each.why


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_who_wants_the_recipe_gets_the_recipe(ledger: Ledger, language: str) -> None:
    served = KeywordMap([page(language)], ledger, {language: vocabulary_of(ledger, language)}, Universal())
    assert served.serving(heard(language, [], [PAGE[language]])) == page(language)


@pytest.mark.parametrize(
    ("language", "search"), [("en", "tea caddies"), ("es", "cajas de té"), ("ar", "مصفاة شاي")]
)
def test_what_the_shop_does_not_know_is_not_served_by_a_title_without_it(
    ledger: Ledger, language: str, search: str
) -> None:
    served = KeywordMap([page(language)], ledger, {language: vocabulary_of(ledger, language)}, Universal())
    assert served.serving(heard(language, [], [search])) is None
