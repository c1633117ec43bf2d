"""A topic deserves a page when it holds something that no product's own page shows."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.plan.answers import answers
from content.plan.concepts import gather
from content.plan.vocabulary import vocabulary_of
from content.shop import load_shop
from seo.records import Intent, Market, Question, Topic

SHOP = """
sku,title,category,machine_washable,oeko_tex,width [cm]
M1,Bath mat Amrum,bath mats,yes,yes,50
M2,Bath mat Juist,bath mats,no,yes,70
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    (tmp_path / "shop.toml").write_text(
        'id = "x"\nname = "X"\nlanguage = "en"\ncurrency = "GBP"\ntime_zone = "UTC"\n'
        '[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\nshare = 1.0\n',
        encoding="utf-8",
    )
    (tmp_path / "products.csv").write_text(SHOP.lstrip(), encoding="utf-8")
    return read_ledger(load_shop(tmp_path))


def found(ledger: Ledger, question: str) -> tuple[bool, str]:
    topic = Topic("t", "en", question, Intent.INFORMATIONAL, 1.0, "test", (), (Question(question),), 0.0)
    ((concept,), _) = gather([topic], ledger, {"en": vocabulary_of(ledger, "en")})
    told = answers(concept, ledger, Market("en-GB", "GBP"), vocabulary_of(ledger, "en"))
    return told.is_more_than_a_product_page, told.reason


def test_what_differs_between_products_can_be_compared(ledger: Ledger) -> None:
    assert found(ledger, "Can the bath mat be machine washed?") == (True, "")


def test_what_every_product_page_says_alike_is_no_page(ledger: Ledger) -> None:
    is_more, why = found(ledger, "Is the bath mat OEKO-TEX certified?")
    assert not is_more
    assert why.startswith("every product page says it (OEKO-TEX certified)")


def test_nothing_is_missing_where_each_version_says_its_own(tmp_path: Path) -> None:
    """A shop was asked whether its knife is for the left hand, though one version says yes and the others no."""
    (tmp_path / "shop.toml").write_text(
        'id = "x"\nname = "X"\nlanguage = "en"\n[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n',
        encoding="utf-8",
    )
    rows = "sku,group,title,category,machine_washable\nM1,a,Bath mat Amrum S,bath mats,{}\nM2,a,Bath mat Amrum L,bath mats,{}\n"
    asked = []
    for said in (("no", "yes"), ("", "")):
        (tmp_path / "products.csv").write_text(rows.format(*said), encoding="utf-8")
        ledger = read_ledger(load_shop(tmp_path))
        question = Question("Can the bath mat be machine washed?")
        topic = Topic("t", "en", question.text, Intent.INFORMATIONAL, 1.0, "test", (), (question,), 0.0)
        ((concept,), _) = gather([topic], ledger, {"en": vocabulary_of(ledger, "en")})
        told = answers(concept, ledger, Market("en-GB", "GBP"), vocabulary_of(ledger, "en"))
        asked.append([each.key for each in told.missing])
    assert asked == [[], ["machine_washable"]]
