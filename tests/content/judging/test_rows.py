"""What a judge is shown: what the article rests on first, every product it names, the shop's own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content.judging.rows import MOST_ROWS, Shown
from content.ledger.ledger import Ledger, read_ledger
from content.shop import load_shop
from tests.content.translated import read

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


@pytest.fixture(scope="module")
def curtains(ledger: Ledger) -> list[str]:
    return sorted(family.handle for family in ledger.families("blackout-curtains"))


def told(ledger: Ledger, locale: str) -> Shown:
    return Shown(ledger, next(each for each in ledger.shop.markets if each.locale == locale))


def bare(rows: tuple[str, ...]) -> Iterator[str]:
    return (row.split(" | ", 1)[1] for row in rows)


def test_every_product_has_its_rows_however_many_variants_the_first_one_has(
    ledger: Ledger, curtains: list[str]
) -> None:
    rows = told(ledger, "en-GB").rows(curtains)
    assert len(rows) == MOST_ROWS
    for name in (
        "Aldermoor blackout curtain",
        "Nachtal coated blackout curtain",
        "Duskfield lined blackout curtains",
    ):
        assert any(row.startswith(f"{name} | machine washable |") for row in bare(rows)), name


def test_what_the_article_rests_on_comes_first(ledger: Ledger, curtains: list[str]) -> None:
    rows = told(ledger, "de-DE").rows(
        curtains, ["nachtal.can_be_cut", "shop.hang_days", "unknown(duskfield.can_be_cut)"]
    )
    assert list(bare(rows))[:2] == [
        "Beschichteter Verdunkelungsvorhang Nachtal | can be cut | no",
        "shop | hang days | 3 days",
    ]


@pytest.mark.parametrize(
    ("locale", "word"),
    [("en-GB", "sewing table"), ("es-ES", "mesa de costura"), ("fr-FR", "table de couture"), ("de-DE", "Nähtisch"),
     ("ar-AE", "الخياطة"), ("ja-JP", "縫製")],
)  # fmt: skip
def test_evidence_is_shown_with_its_person_in_the_articles_language(
    ledger: Ledger, curtains: list[str], locale: str, word: str
) -> None:
    rows = told(ledger, locale).rows(curtains, ["evidence-cutting-note.coated_seen"])
    row = next(row for row in bare(rows) if row.startswith("evidence by Gesine Brandt"))
    assert word in row
    assert "12" in row or "١٢" in row
    assert not any("Gesine Brandt" in row for row in bare(told(ledger, locale).rows(curtains)))


def test_advice_is_shown_where_the_article_rests_on_it(ledger: Ledger, curtains: list[str]) -> None:
    rows = told(ledger, "en-GB").rows(curtains, ["advice(shorten-curtain)"])
    assert any(
        row.startswith("advice of the shop's people | How do I shorten a curtain") for row in bare(rows)
    )


def test_nothing_stands_twice(ledger: Ledger, curtains: list[str]) -> None:
    rows = list(bare(told(ledger, "en-GB").rows(curtains, ["nachtal.width", "nachtal.width"])))
    assert len(rows) == len(set(rows))


def test_advice_in_another_language_is_shown_with_the_language_it_is_in(tmp_path: Path) -> None:
    rows = told(read(tmp_path), "fr-FR").rows((), ("advice(kids-size)", "evidence(kinder)"))
    assert [row.partition(" | ")[2] for row in rows[:2]] == [
        "evidence by Mara Lorenzen, 2026-10-30, in German | Von drei Kindern wuchs eines in 9 semaines aus der Größe "
        "heraus.",
        "advice of the shop's people, in German | Welche Größe beim Mantel? Körpergröße plus 6 cm, dann die Doppelgröße "
        "nehmen, in die diese Zahl fällt. So passt ein Fleece darunter.",
    ]
    (own, *_) = told(read(tmp_path), "de-DE").rows((), ("advice(kids-size)",))
    assert own.startswith("r1 | advice of the shop's people | Welche Größe")


def test_the_shops_own_page_is_shown_in_its_language(tmp_path: Path) -> None:
    """A true "not for rain" cost a page a point: "some statements go further than the rows do"."""
    (tmp_path / "shop.toml").write_text(
        'id = "x"\nname = "X"\nlanguage = "es"\n[[markets]]\nlocale = "es-ES"\ncurrency = "EUR"\n'
        '[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n',
        encoding="utf-8",
    )
    long = "Para andar por casa. " * 40
    (tmp_path / "products.csv").write_text(
        f"sku,title,description\nA1,Zapatilla Ancares,No es para la lluvia.\nA2,Bota Toxa,{long}\n",
        encoding="utf-8",
    )
    ledger = read_ledger(load_shop(tmp_path))
    assert any(
        row.endswith("Ancares | its own page | No es para la lluvia.")
        for row in bare(told(ledger, "es-ES").rows(["a1"]))
    )
    (own,) = (row for row in bare(told(ledger, "en-GB").rows(["a2"])) if "its own page" in row)
    assert "its own page, in Spanish | Para andar" in own
    assert own.endswith("…")
    assert len(own) < 500
