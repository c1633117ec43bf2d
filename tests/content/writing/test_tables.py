"""Tables of the ledger's facts."""

import re
from pathlib import Path

import pytest

from content.ledger.ledger import read_ledger
from content.records import Action, Assignment, Opportunity
from content.rendering import render
from content.shop import load_shop
from content.writing.phrases import Wording
from content.writing.tables import attribute_table, variant_table
from seo.records import Intent, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"


def test_two_colours_of_one_size_are_one_row() -> None:
    ledger = read_ledger(load_shop(DEMO))
    market = next(each for each in ledger.shop.markets if each.locale == "de-DE")
    topic = Topic("t", "de", "Vorhänge ausmessen", Intent.INFORMATIONAL, 1.0, "", (), (), 1.0)
    assignment = Assignment(
        "a", "2026-W48", 1, market, topic, "blackout-curtains/size", "size", "blackout-curtains", ("aldermoor",),
        ("width", "drop"), Action.WRITE, "", Opportunity(1, 1, 1, 1, 1),
    )  # fmt: skip
    text, _ = variant_table(assignment, ledger, Wording("de", 1))
    variants = ledger.products["aldermoor"].variants
    sizes = {(ledger.fact(v, "width", market).value, ledger.fact(v, "drop", market).value) for v in variants}
    assert len(sizes) < len(variants)  # some sizes come in two colours
    assert text.count("\n") - 1 == len(sizes)


ROWS = """sku,group,title,title@ar,category,price@GB,price@SA,colour,Width [cm],Capacity [l]
A1,amber,Amber quilt,لحاف عنبر,quilts,50,300,red,200,
A2,amber,Amber quilt,لحاف عنبر,quilts,60,350,blue,240,
B1,birch,Birch quilt,لحاف بتولا,quilts,40,200,red,200,
B2,birch,Birch quilt,لحاف بتولا,quilts,40,200,blue,200,
B3,birch,Birch quilt,لحاف بتولا,quilts,40,200,red,240,
B4,birch,Birch quilt,لحاف بتولا,quilts,40,200,blue,240,
C1,cedar,Cedar soap,صابون الأرز,quilts,9,30,,,1
C2,cedar,Cedar soap,صابون الأرز,quilts,20,69,,,3
"""


@pytest.mark.parametrize(
    ("locale", "rows"),
    [
        (
            "en-GB",
            [
                "Amber quilt (red)|200 cm|£50.00",
                "Amber quilt (blue)|240 cm|£60.00",
                "Birch quilt|200 and 240 cm|£40.00",  # each width comes in both colours, at one price
                "Cedar soap (1 L)|not stated|£9.00",
                "Cedar soap (3 L)|not stated|£20.00",
            ],
        ),
        (
            "ar-SA",
            [
                "لحاف عنبر (أحمر)|٢٠٠ سم|٣٠٠ ر.س",
                "لحاف عنبر (أزرق)|٢٤٠ سم|٣٥٠ ر.س",
                "لحاف بتولا|٢٠٠ و٢٤٠ سم|٢٠٠ ر.س",
                "صابون الأرز (١ لتر)|غير مذكور|٣٠ ر.س",
                "صابون الأرز (٣ لتر)|غير مذكور|٦٩ ر.س",
            ],
        ),
    ],
)
def test_a_size_a_price_and_a_colour_do_not_lose_each_other(
    tmp_path: Path, locale: str, rows: list[str]
) -> None:
    (tmp_path / "shop.toml").write_text(
        'id = "s"\nname = "S"\nsite = "https://s.example"\nlanguage = "en"\n'
        '[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n[[markets]]\nlocale = "ar-SA"\ncurrency = "SAR"\n',
        encoding="utf-8",
    )
    (tmp_path / "products.csv").write_text(ROWS, encoding="utf-8")
    ledger = read_ledger(load_shop(tmp_path))
    market = next(each for each in ledger.shop.markets if each.locale == locale)
    topic = Topic("t", market.language, "quilts", Intent.COMMERCIAL, 1.0, "", (), (), 1.0)
    assignment = Assignment(
        "a", "2026-W48", 1, market, topic, "quilts/choose", "choose", "quilts", ("amber", "birch", "cedar"),
        ("width", "price"), Action.WRITE, "", Opportunity(1, 1, 1, 1, 1),
    )  # fmt: skip
    text, relies = attribute_table(assignment, ledger, Wording(market.language, 1))
    shown = re.sub("[\u2066-\u2069]", "", render(text, ledger, market, "plain")).replace("\xa0", " ")
    assert [
        "|".join(cell.strip() for cell in line.strip("| ").split("|")) for line in shown.splitlines()[2:]
    ] == rows
    assert {"variants(amber)", "variants(cedar)"} <= set(relies)
    assert "variants(birch)" not in relies
