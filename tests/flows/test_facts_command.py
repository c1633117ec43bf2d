"""`acreage facts` with its actions, from a shop's own texts to a fact under a person's name."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from content.ledger.ledger import read_ledger
from content.records import Quantity
from content.shop import load_shop
from flows.__main__ import main

SHOP = 'name = "S"\nlanguage = "en"\ncurrency = "EUR"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n'
PRODUCTS = 'sku,title,description,Power [W]\nK1,Ember kettle,"Power: 2200 W. Weight: 1.1 kg.",1800\n'
PAGE = "You may return goods within 30 days.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    (folder / "policies").mkdir(parents=True)
    (folder / "shop.toml").write_text(SHOP, encoding="utf-8")
    (folder / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    (folder / "policies" / "returns.en.md").write_text(PAGE, encoding="utf-8")
    return folder


def facts(*words: str, shop: Path) -> int:
    return main(["facts", *words, "--shop", str(shop)])


def fill(path: Path, words: dict[str, str]) -> None:
    """Write into `accept`, as a person would, by attribute."""
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"accept": words.get(row["attribute"], "")} for row in rows)


def test_from_a_text_to_a_fact_under_a_persons_name(shop: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.csv"
    assert facts("propose", "--out", str(found), shop=shop) == 0
    rows = list(csv.DictReader(found.open(encoding="utf-8")))
    assert [(row["accept"], row["sku"], row["attribute"], row["value"]) for row in rows] == [
        ("", "shop", "returns_days", "30 days"),
        ("", "K1", "power", "2200 W"),
        ("", "K1", "weight", "1.1 kg"),
    ]
    assert read_ledger(load_shop(shop)).fact("k1", "weight").source == ""  # nothing enters by itself
    fill(found, {"power": "replaces", "weight": "yes"})
    assert facts("accept", str(found), "--as", "Anna Weber", shop=shop) == 0
    ledger = read_ledger(load_shop(shop))
    assert ledger.fact("k1", "power").value == Quantity(Decimal(2200), "W")
    assert ledger.fact("k1", "weight").by.startswith("Anna Weber, ")
    assert ledger.facts("shop") == ()  # not accepted
    assert ledger.conflicts == ()


def test_what_was_accepted_is_not_proposed_again(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = tmp_path / "found.csv"
    facts("propose", "--out", str(found), shop=shop)
    fill(found, {"power": "replaces", "weight": "yes", "returns_days": "yes"})
    facts("accept", str(found), "--as", "Anna", shop=shop)
    capsys.readouterr()
    assert facts("propose", shop=shop) == 0
    assert capsys.readouterr().out.startswith("Nothing to propose")


def test_a_yes_against_the_catalogue_is_a_conflict_and_said(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = tmp_path / "found.csv"
    facts("propose", "--out", str(found), shop=shop)
    fill(found, {"power": "yes"})
    assert facts("accept", str(found), "--as", "Anna", shop=shop) == 0
    assert "facts_accepted.csv, row 2, column 'power' disagree; neither is used" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", "{found}", "--as", " "), "say who accepts"),
        (("accept", "missing.csv", "--as", "Anna"), "no such file"),
        (("accept", "{found}"), "--as"),
        (("propose", "--page", "missing.md"), "no such file"),
        (("diff",), "acreage facts snapshot"),
        (("diff", "--since", "{found}"), "is no stored ledger"),
        (("explain",), "say what to explain"),
        (("explain", "--key", "abc"), "no article has this key"),
        (("explain", "--url", "https://x.example"), "no page of this shop has this address"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    found = tmp_path / "found.csv"
    facts("propose", "--out", str(found), shop=shop)
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        raise SystemExit(facts(*(word.format(found=found) for word in words), shop=shop))
    error = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said in error
    assert error.count("\n") == 1


def test_what_changed_since_the_kept_ledger_and_with_another_export(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts("snapshot", shop=shop) == 0
    other = tmp_path / "export.csv"
    other.write_text(PRODUCTS.replace("1800", "2000"), encoding="utf-8")
    capsys.readouterr()
    assert facts("diff", shop=shop) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"
    assert facts("diff", "--against", str(other), "--json", shop=shop) == 0
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["reference"], change["kind"], change["before"], change["after"]) == (
        "k1.power",
        "changed",
        "1800 W",
        "2000 W",
    )
    (shop / "products.csv").write_text(PRODUCTS.replace("1800", ""), encoding="utf-8")
    assert facts("diff", shop=shop) == 0
    assert "k1.power |  | removed | 1800 W |  | products.csv, row 2" in capsys.readouterr().out


def test_why_a_page_says_it(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts("explain", "1800", shop=shop) == 0
    assert (
        capsys.readouterr().out
        == "k1.power = 1800 W  [products.csv, row 2, column 'Power [W]'; every market]\n"
    )
    assert facts("explain", "k1.power", "--json", shop=shop) == 0
    (fact,) = json.loads(capsys.readouterr().out)["facts"]
    assert (fact["reference"], fact["row"], fact["accepted_by"]) == ("k1.power", 2, None)
    assert facts("explain", "77 kg", shop=shop) == 0
    assert "no fact of this shop says so" in capsys.readouterr().out


@pytest.mark.parametrize("words", [(), ("--json",), ("--about", "K1")])
def test_without_an_action_the_ledger_is_printed(
    shop: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert facts(*words, shop=shop) == 0
    assert "1800 W" in capsys.readouterr().out


def test_saved_pages_make_a_shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = tmp_path / "saved"
    pages.mkdir()
    product = (
        '{"@type": "Product", "sku": "K1", "name": "Kettle", "offers": {"price": 20, "priceCurrency": "EUR"}}'
    )
    for name, text in (("k1.html", product), ("broken.html", "{")):
        script = f'<html lang="en"><script type="application/ld+json">{text}</script></html>'
        (pages / name).write_text(script, encoding="utf-8")
    words = [
        "init",
        str(tmp_path / "made"),
        "--products",
        str(pages),
        "--market",
        "de-DE",
        "--language",
        "en",
    ]
    assert main([*words, "--currency", "EUR"]) == 0
    assert "broken.html, line 1: the JSON-LD is broken" in capsys.readouterr().out
    assert read_ledger(load_shop(tmp_path / "made")).products["k1"].title == "Kettle"


def test_a_unit_nobody_knows_is_said_once_where_facts_are_read(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "sku,title,Breathability [g/m²/24h]\nK1,Ember kettle,15000\n"
    (shop / "products.csv").write_text(text, encoding="utf-8")
    for said in ("facts", "facts propose", "doctor"):
        main([*said.split(), "--shop", str(shop)])
        shown = "".join(capsys.readouterr())
        assert shown.count("not units we know") == shown.count("'g/m²/24h'") == 1, said
    for silent in ("facts --about K1", "facts snapshot"):
        main([*silent.split(), "--shop", str(shop)])
        assert "not units we know" not in "".join(capsys.readouterr()), silent


def test_prices_and_texts_stand_as_they_are_written(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`18900 EUR` frightened a marketer, and `text 09b37e6c9b19` told her nothing."""
    (shop / "products.csv").write_text(
        "sku,title,title@de,title@ja,description,price,price@JP\n"
        f"K1,Ember kettle,Wasserkocher Ember,エンバー,{'Holds the heat. ' * 9},189.00 EUR,29800 JPY\n",
        encoding="utf-8",
    )
    assert facts(shop=shop) == 0
    shown = capsys.readouterr().out
    assert "k1 | price | 189.00 EUR |  | products.csv:2 price" in shown
    assert "k1 | price | 29800 JPY | JP |" in shown
    assert "k1 | title | Ember kettle (also de, ja) |" in shown
    assert f"k1 | description | {('Holds the heat. ' * 9)[:60].rstrip()}… |" in shown
    assert facts("--about", "K1", shop=shop) == 0
    assert "k1 | title (ja) | エンバー |" in capsys.readouterr().out
    assert facts("--json", shop=shop) == 0
    told = {fact["key"]: fact for fact in json.loads(capsys.readouterr().out)["facts"] if not fact["market"]}
    assert (told["price"]["says"], told["price"]["digest"]) == ("189.00 EUR", "18900 EUR")
    assert told["price"]["value"] == {"minor": 18900, "currency": "EUR"}
    assert told["title"]["says"] == "Ember kettle"


def test_all_evidence_is_listed_and_a_name_that_is_none_is_said(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "evidence").mkdir()
    (shop / "evidence/boiling.toml").write_text(
        'kind = "measurement"\naspect = "power"\nabout = ["K1"]\nby = "Jo"\non = 2026-09-01\n'
        '[values]\nminutes = "3 minutes"\n[text]\nen = "It boils in {{evidence-boiling.minutes}}."\n',
        encoding="utf-8",
    )
    (shop / "evidence/back.csv").write_text(
        "sku,reason,returned,sold,from,to\nK1,loud,2,90,2026-01-01,2026-06-30\n", encoding="utf-8"
    )
    assert facts("--about", "evidence", shop=shop) == 0
    told = capsys.readouterr().out
    assert "back | returns | returns | k1 |  | 2026-06-30 | evidence/back.csv |" in told
    assert (
        "boiling | measurement | power | k1 | Jo | 2026-09-01 | evidence/boiling.toml | It boils in" in told
    )
    assert "evidence-boiling | minutes | 3 min |" in told
    assert "evidence-back | k1_loud | 2 |" in told
    assert facts("--about", "evidence", "--json", shop=shop) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)["evidence"]] == ["back", "boiling"]
    assert facts("--about", "evidence-back", shop=shop) == 0
    assert "evidence-back | k1_sold | 90 |" in capsys.readouterr().out
    assert facts("--about", "K9", shop=shop) == 2
    assert "(evidence-back, evidence-boiling)" in capsys.readouterr().err


def test_words_are_shown_and_written_to_be_read(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ours, made of known words, and none."""
    products = "sku,title,Power [W],Gloves included,Zorp\nK1,Ember kettle,1800,yes,yes\n"
    (shop / "products.csv").write_text(products, encoding="utf-8")
    assert facts("words", shop=shop) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "attributes | Power | Leistung" in lines
    assert "attributes | Gloves included | Handschuhe enthalten°" in lines
    assert "attributes | Zorp | —" in lines
    assert facts("words", "--out", str(tmp_path / "words.csv"), shop=shop) == 0
    rows = (tmp_path / "words.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "source,lang,text,confirmed_by"
    assert {"Gloves included,de,Handschuhe enthalten,", "Zorp,de,,"} <= set(rows)
    (tmp_path / "words.csv").replace(shop / "words.csv")  # rows without a text say nothing
    capsys.readouterr()
    assert facts("words", "--json", shop=shop) == 0
    told = {each["source"]: each for each in json.loads(capsys.readouterr().out)}
    assert told["Gloves included"] == {
        "kind": "attributes",
        "source": "Gloves included",
        "words": {"de": "Handschuhe enthalten"},
        "made": [],
    }


def test_words_of_a_language_nobody_sells_in(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts("words", "--lang", "fr", shop=shop) == 2
    assert "--lang 'fr': the shop's other languages are de." in capsys.readouterr().err
