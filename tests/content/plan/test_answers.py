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
