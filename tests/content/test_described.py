"""What stands on a product's own page reaches whoever writes, once, in whatever language there is."""

from pathlib import Path

import pytest

from content.described import MOST_LETTERS, described, naming
from content.ledger.ledger import Ledger, read_ledger
from content.shop import load_shop
from content.writing.model.material import shown
from content.writing.model.offered import offered
from seo.records import Market
from tests.content.translated import DAY, FACTS, LANGUAGES, read, task_of

LIMIT = "Für Nieselregen, nicht für Sturm."
PRODUCTS = "sku,title,category,machine_washable,description\nC1,Fjord Mantel,coats,yes,{}\nC2,Schäre Mantel,coats,no,\n"


def with_text(folder: Path, text: str) -> Ledger:
    read(folder, FACTS)
    (folder / "products.csv").write_text(PRODUCTS.format(f'"{text}"'), encoding="utf-8")
    return read_ledger(load_shop(folder)).as_of(DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_reaches_the_writer_between_marks_with_its_language(tmp_path: Path, language: str) -> None:
    text = shown(task_of(with_text(tmp_path, LIMIT), language))
    told = text.partition("<<<DESCRIPTIONS ")[2].partition("DESCRIPTIONS ")[0]
    assert f"(in German): {LIMIT}" in told
    assert LIMIT not in text.replace(told, "")
    assert "What they rule\nout may" in text.partition("DESCRIPTIONS")[2]


def test_without_descriptions_nothing_is_said_of_them(tmp_path: Path) -> None:
    assert "DESCRIPTIONS" not in shown(task_of(with_text(tmp_path, ""), "fr"))


def test_variants_of_one_text_tell_it_once_and_those_with_their_own_tell_theirs(tmp_path: Path) -> None:
    read(tmp_path, FACTS)
    rows = "A,Lark S,lark,coats,{}\nB,Lark L,lark,coats,{}\n"
    market = Market("de-DE", "EUR")
    for texts, expected in (
        (("Eins.", "Eins."), ["Eins."]),
        (("Eins.", "Zwei."), ["Eins.", "Zwei."]),
        (("", "Zwei."), ["Zwei."]),
    ):
        table = "sku,title,group,category,description\n" + rows.format(*texts)
        (tmp_path / "products.csv").write_text(table, encoding="utf-8")
        ledger = read_ledger(load_shop(tmp_path)).as_of(DAY)
        assert [each.text for each in described(ledger, ["lark"], market)] == expected


def test_a_long_text_ends_with_a_sentence(tmp_path: Path) -> None:
    ledger = with_text(tmp_path, "Ein Satz davon. " * 200)
    (found,) = described(ledger, [ledger.resolve("C1") or ""], Market("de-DE", "EUR"))
    assert len(found.text) <= MOST_LETTERS
    assert found.text.endswith("davon …")


def test_the_page_of_a_product_that_has_a_say_is_on_offer(tmp_path: Path) -> None:
    read(tmp_path, FACTS)
    table = (
        "sku,title,category,machine_washable,description,url\n"
        f'C1,Fjord Mantel,coats,yes,"{LIMIT}",https://x.example/fjord\n'
        "C2,Schäre Mantel,coats,no,,https://x.example/schaere\n"
    )
    (tmp_path / "products.csv").write_text(table, encoding="utf-8")
    task = task_of(read_ledger(load_shop(tmp_path)).as_of(DAY), "fr")
    urls = [link.url for link in offered(task)]
    assert "https://x.example/fjord" in urls
    assert urls.count("https://x.example/fjord") == 1
    links = shown(task).partition("<<<LINKS ")[2].partition("LINKS ")[0]
    assert "- https://x.example/fjord (" in links


def test_a_product_whose_text_names_one_of_the_pages_has_a_say_too(tmp_path: Path) -> None:
    read(tmp_path, FACTS)
    table = (
        "sku,title,category,machine_washable,description\nC1,Fjord Mantel,coats,yes,\n"
        'G1,Goutte Hülle,covers,no,"Nur für den Fjord, passt nicht auf andere."\nG2,Luv Hülle,covers,no,Für alle.\n'
    )
    (tmp_path / "products.csv").write_text(table, encoding="utf-8")
    ledger = read_ledger(load_shop(tmp_path)).as_of(DAY)
    fjord, goutte = (ledger.resolve(sku) or "" for sku in ("C1", "G1"))
    assert naming(ledger, (fjord,)) == (goutte,)
    assert naming(ledger, ()) == ()
