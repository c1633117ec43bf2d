"""Lines that go against what the shop wrote, in whatever language: named with its very words, and by two readings."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.checks.reading import Reading
from content.errors import ModelError
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.models.model import Request
from content.proofreading.contrary import QUESTION, contrary
from content.proofreading.proofreader import Proofreader
from content.proofreading.rereading import prompt_hash
from content.proofreading.sheet import sheet
from content.proofreading.words import words_of
from content.records import Finding, Severity
from content.shop import load_shop
from tests.content.judging.fakes import Fake
from tests.content.translated import DAY, FACTS, read

LIMIT = "Für Nieselregen, nicht für Sturm ab Stärke 7."
SAID = "Le Fjord Mantel vous garde au sec par tous les temps, même en pleine tempête."
PRODUCTS = "sku,title,category,machine_washable,description\nC1,Fjord Mantel,coats,yes,{}\nC2,Schäre Mantel,coats,no,\n"
QUOTE = "nicht für Sturm"


def page(folder: Path, body: str = SAID, description: str = LIMIT, facts: str = FACTS) -> Reading:
    read(folder, facts)
    (folder / "products.csv").write_text(PRODUCTS.format(f'"{description}"'), encoding="utf-8")
    shop = load_shop(folder)
    market = next(each for each in shop.markets if each.locale == "fr-FR")
    front = "---\ntitle: Manteaux\nlang: fr\nmarket: fr-FR\n---\n"
    return Reading(parse_draft(front + body, "page.md"), read_ledger(shop).as_of(DAY), market, DAY)


def found(reading: Reading, told: list[str], marks: list[str] | None) -> list[Finding]:
    """What a proofreader finds that names these lines and answers the marks so; None: it is silent the second time."""

    def says(one: Request) -> object:
        if one.name == "contrary":
            return {"contrary": told}
        if one.name == "again":
            return None if marks is None else {"claims": [], "unlisted": [], "free": [], "marks": marks}
        return {"claims": [], "unlisted": [], "free": [], "tags": []}

    every = Proofreader(Fake("reader", says), b"s").weigh([], reading)
    return [each for each in every if each.rule == "proof.contrary"]


def test_what_both_readings_see_blocks_with_the_shops_words_and_their_row(tmp_path: Path) -> None:
    (each,) = found(page(tmp_path), [f"2: W1: {QUOTE}"], ["M1: yes"])
    assert (each.severity, each.quote) == (Severity.BLOCK, SAID)
    assert f"“{QUOTE}”" in each.cure
    assert (each.evidence.source, each.evidence.row, each.evidence.value) == ("products.csv", 2, QUOTE)


def test_what_the_second_denies_is_no_finding_and_what_it_leaves_out_a_warning(tmp_path: Path) -> None:
    reading = page(tmp_path)
    assert found(reading, [f"2: W1: {QUOTE}"], ["M1: no"]) == []
    assert [each.severity for each in found(reading, [f"2: W1: {QUOTE}"], [])] == [Severity.WARN]
    assert [each.severity for each in found(reading, [f"2: W1: {QUOTE}"], None)] == [Severity.WARN]


@pytest.mark.parametrize(
    "told", ["2: W1: nur für Sturm", "2: W9: nicht für Sturm", "2: W1: Sturm", "nicht für Sturm"]
)
def test_words_that_nobody_wrote_go_back_and_are_then_an_error(tmp_path: Path, told: str) -> None:
    reading = page(tmp_path)
    model = Fake("reader", lambda _: {"contrary": [told]})
    with pytest.raises(ModelError, match="no line, text and exact words"):
        contrary(model, sheet(reading), reading, b"s")
    assert model.asked == 2


def test_a_line_that_does_not_exist_is_left_out(tmp_path: Path) -> None:
    assert found(page(tmp_path), [f"77: W1: {QUOTE}"], ["M1: yes"]) == []


def test_the_shops_words_are_shown_without_their_numbers_and_between_marks(tmp_path: Path) -> None:
    asked: list[str] = []

    def says(one: Request) -> object:
        asked.append(one.messages[-1].text)
        return {"contrary": []}

    reading = page(tmp_path)
    contrary(Fake("reader", says), sheet(reading), reading, b"s")
    words = asked[0].partition("<<<WORDS ")[2].partition("WORDS ")[0]
    assert "Für Nieselregen, nicht für Sturm ab Stärke #." in words
    assert "Körpergröße plus # cm" in words  # advice on coats, in German for a French page
    assert "W1, the description of C1: " in words


def test_where_the_shop_wrote_nothing_of_it_nobody_is_asked(tmp_path: Path) -> None:
    reading = page(tmp_path, "Une page sans produit.", facts='[facts]\ngrowing_room = "6 cm"\n')
    assert words_of(reading) == ()
    model = Fake("reader", lambda _: {"contrary": []})
    assert contrary(model, sheet(reading), reading, b"s") == []
    assert model.asked == 0


def test_a_page_that_quotes_its_people_does_not_go_against_them(tmp_path: Path) -> None:
    facts = FACTS.replace(
        'de = "So passt ein Fleece darunter."', 'fr = "Une polaire passe dessous sans serrer."'
    )
    reading = page(tmp_path, "Le Fjord Mantel. Une polaire passe dessous sans serrer.", facts=facts)
    assert found(reading, [f"3: W1: {QUOTE}"], ["M1: yes"]) == []


def test_an_admission_stands_under_these_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = prompt_hash.__wrapped__()
    other = replace(QUESTION, form="something else")
    monkeypatch.setattr("content.proofreading.rereading.OF_CONTRARY", other)
    assert prompt_hash.__wrapped__() != before
