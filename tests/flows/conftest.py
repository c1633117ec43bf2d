"""A small shop for the tests of the week, and the one Prefect server they share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("ACREAGE_OFFLINE", "1")  # a test that wants the web takes it out

SHOP = """\
id = "hollow-lane"
name = "Hollow Lane"
site = "https://hollow.example"
language = "en"
time_zone = "Europe/Berlin"
currency = "EUR"
articles = 4

[[markets]]
locale = "en-GB"
currency = "GBP"

[[markets]]
locale = "de-DE"
currency = "EUR"
"""

RULE = """
[approval]
owner = "Test owner"
floor = 0
why = "The test looks at what is published."
"""

PRODUCTS = """\
sku,title,title@de,category,price@GB,price@DE,url,width [cm],material,machine_washable,can_be_cut,weight [kg]
C 1,Dusk curtain,Vorhang Dusk,blackout-curtains,39.90 GBP,44.90 EUR,https://hollow.example/p/dusk,140,polyester,yes,yes,1.1
C 2,Night curtain,Vorhang Night,blackout-curtains,59.90 GBP,64.90 EUR,https://hollow.example/p/night,180,cotton,no,no,1.9
C/3,Noon curtain,Vorhang Noon,blackout-curtains,29.90 GBP,32.90 EUR,https://hollow.example/p/noon,120,linen,yes,,0.8
C.4,Dawn curtain,Vorhang Dawn,blackout-curtains,49.90 GBP,52.90 EUR,https://hollow.example/p/dawn,160,polyester,no,yes,1.4
"""

QUESTIONS = """\
question,lang,count
Can I cut the blackout curtains to length?,en,9
Can blackout curtains be machine washed?,en,7
How do I wash blackout curtains?,en,4
Which width of blackout curtain do I need?,en,6
What material are the blackout curtains made of?,en,5
Kann man die Verdunkelungsvorhänge kürzen?,de,8
Kann ich Verdunkelungsvorhänge in der Maschine waschen?,de,6
Welche Breite brauche ich bei Verdunkelungsvorhängen?,de,5
"""


def make_shop(folder: Path, *, has_rule: bool) -> Path:
    """Write the shop of the tests."""
    (folder / "signals").mkdir(parents=True)
    (folder / "shop.toml").write_text(SHOP + RULE * has_rule, encoding="utf-8")
    (folder / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    (folder / "signals" / "questions.csv").write_text(QUESTIONS, encoding="utf-8")
    return folder


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop whose owner lets everything out that is not blocked."""
    return make_shop(tmp_path / "shop", has_rule=True)


@pytest.fixture
def strict_shop(tmp_path: Path) -> Path:
    """A new shop: every article waits for a person."""
    return make_shop(tmp_path / "strict", has_rule=False)


@pytest.fixture(scope="session")
def prefect_url() -> Iterator[str]:
    """The one server of the session, and its address for child processes."""
    from prefect.settings import PREFECT_API_URL  # noqa: PLC0415  3 s, for those who ask for it
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415

    with prefect_test_harness(server_startup_timeout=120):
        yield str(PREFECT_API_URL.value())
