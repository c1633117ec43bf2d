"""What policy pages say beyond figures: sentences of tests/data/policies, and what stands over and beside them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.proposing.house_rules import house_rules
from content.shop import load_shop

PAGES = Path(__file__).parents[2] / "data" / "policies"
MARKETS = {"de-DE": "EUR", "en-GB": "GBP", "fr-FR": "EUR", "es-ES": "EUR", "ja-JP": "JPY", "ar-AE": "AED"}
MOST_MISSED = 0.25
Rule = tuple[str, str]  # key and sentence


def ledger(folder: Path, facts: str = "") -> Ledger:
    markets = "".join(f'[[markets]]\nlocale = "{of}"\ncurrency = "{in_}"\n' for of, in_ in MARKETS.items())
    shop = f'name = "Kesselhaus"\nlanguage = "en"\ncurrency = "EUR"\n{markets}'
    (folder / "shop.toml").write_text(shop, encoding="utf-8")
    (folder / "products.csv").write_text("sku,title,category\nA1,Ember kettle,Kettles\n", encoding="utf-8")
    (folder / "facts.toml").write_text(facts, encoding="utf-8")
    return read_ledger(load_shop(folder))


def rules(folder: Path, name: str, text: str, facts: str = "") -> list[Rule]:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return [(each.attribute, each.value) for each in house_rules(ledger(folder, facts), [page])]


def test_nothing_is_proposed_of_the_24_pages_that_they_do_not_state_and_little_is_missed(
    tmp_path: Path,
) -> None:
    expected: dict[str, set[Rule]] = defaultdict(set)
    for row in csv.DictReader((PAGES / "expected_terms.csv").open(encoding="utf-8", newline="")):
        expected[row["page"]].add((row["attribute"], row["quote"]))
    shop = ledger(tmp_path)
    missed = 0
    for page in sorted(PAGES.glob("?.??.*")):
        found = {(each.attribute.partition("@")[0], each.quote) for each in house_rules(shop, [page])}
        assert found <= expected[page.name], page.name
        missed += len(expected[page.name] - found)
    assert missed / sum(map(len, expected.values())) <= MOST_MISSED


RETURNS = {
    "en": ("Returns", "The item must be unused and in its original packaging."),
    "es": ("Devoluciones", "El artículo debe estar sin usar y en su embalaje original."),
    "fr": ("Retours", "L'article doit être propre et n'avoir jamais été monté."),
    "de": ("Rückgabe", "Die Ware muss unbenutzt und sauber sein."),
    "ar": ("الإرجاع", "يجب أن يكون المنتج غير مستخدم وفي عبوته الأصلية."),
    "ja": ("返品", "未使用で元の箱に入ったものに限ります。"),
}
NARROWED = {
    "en": "Returns from Germany",
    "es": "Devoluciones desde Alemania",
    "fr": "Retours depuis l'Allemagne",
    "de": "Rückgabe aus Deutschland",
    "ar": "الإرجاع من ألمانيا",
    "ja": "ドイツからの返品",
}


@pytest.mark.parametrize("language", RETURNS)
def test_the_heading_says_what_a_condition_is_of(tmp_path: Path, language: str) -> None:
    heading, sentence = RETURNS[language]
    page = f"# {heading}\n\n{sentence}\n"
    assert rules(tmp_path, f"p.{language}.md", page) == [(f"returns_terms@{language}", sentence)]


@pytest.mark.parametrize("language", RETURNS)
def test_a_condition_under_a_country_is_not_told_of_all(tmp_path: Path, language: str) -> None:
    page = f"# {NARROWED[language]}\n\n{RETURNS[language][1]}\n"
    assert rules(tmp_path, f"p.{language}.md", page) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("# Returns\n\nReturns are free.\n", []),  # a fact of its own
        ("# Returns\n\nReturns are free. Furniture is excluded.\n", []),  # taken back by its neighbour
        ("# Warranty\n\nIt does not cover lime scale.\n", []),  # whose: the shop's, or the law's?
        ("# Warranty on kettles\n\nNormal wear is not covered.\n", []),  # not of all goods
        ("# Warranty\n\nNormal wear is not covered.\n", [("warranty_terms@en", "Normal wear is not covered.")]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_sentence_counts(tmp_path: Path, page: str, found: list[Rule]) -> None:
    assert rules(tmp_path, "p.en.md", page) == found


def test_what_facts_toml_says_already_is_not_proposed(tmp_path: Path) -> None:
    sentence = "The item must be unused and in its original packaging."
    held = f'[returns]\ntext = {{ en = "{sentence} Ask us for a label." }}\n'
    assert rules(tmp_path, "p.en.md", f"# Returns\n\n{sentence}\n", held) == []


def test_prices_that_facts_toml_states_are_not_proposed_as_prose(tmp_path: Path) -> None:
    page = "# Retours\n\nLe retour est gratuit depuis la France ; depuis l'Espagne il coûte 5,90 €.\n"
    held = '[returns]\ncost = { FR = "0 EUR", ES = "5.90 EUR" }\n'
    assert len(rules(tmp_path, "p.fr.md", page)) == 1
    assert rules(tmp_path, "p.fr.md", page, held) == []
