"""`acreage doctor`: every file that cannot be read, then what there is to say of the rest."""

import json
from pathlib import Path

import pytest

from flows.__main__ import main

SHOP = 'name = "S"\nlanguage = "de"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "EUR"\n' for locale in ("de-DE", "fr-FR")
)
WRONG = {
    "products/second.csv": ("Gewicht [g],Farbe\n400,rot\n", "products/second.csv has no column 'sku'"),
    "products/third.csv": ("", "third.csv is empty"),
    "facts.toml": ("[delivery\n", "facts.toml is not valid TOML"),
    "facts_accepted.csv": ("sku,attribute\nK1,weight\n", "facts_accepted.csv has no column"),
    "evidence/a.toml": ("kind = 3\n", "a.toml: key"),
    "evidence/b.csv": ("sku,reason\nK1,klein\n", "evidence/b.csv has no column 'returned'"),
    "pages.csv": ("title,kind\nSchirme,category\n", "pages.csv: no column 'url'"),
    "sitemap.xml": ("<urlset", "sitemap.xml: not a sitemap"),
    "calendar.csv": ("date\n2026-11-27\n", "calendar.csv: no column"),
    "sizes.csv": ("EU,UK\n38,5\n", "sizes.csv has no column 'table'"),
    "words.csv": ("Farbe,fr,caf\xe9\n", "words.csv is not UTF-8"),
    "voice/de.md": ("---\naddress: euch\n---\n", "voice/de.md: address 'euch'"),
    "voice/fr.md": ("---\naddress: ihr\n---\n", "voice/fr.md: address 'ihr'"),
}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    write(tmp_path, "shop.toml", SHOP)
    write(tmp_path, "products.csv", "sku,title,category\nK1,Schirm Bura,Schirme\nK2,Schirm Luna,Schirme\n")
    write(
        tmp_path, "signals/fragen.csv", "Frage\nHält der Schirm Sturm aus?\nWie trocknet man einen Schirm?\n"
    )
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """A file of the shop; `words.csv` as a spreadsheet on Windows saves it."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="cp1252" if name == "words.csv" else "utf-8")


@pytest.mark.parametrize("name", WRONG)
def test_one_bad_file_is_named_and_the_rest_is_looked_at(
    shop: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    text, says = WRONG[name]
    write(shop, name, text)
    assert main(["doctor", "--shop", str(shop)]) == 2
    told = capsys.readouterr()
    (line,) = told.err.strip().splitlines()
    assert line.startswith(f"acreage doctor: {says}")
    assert "ok products.csv    2 products" in told.out
    assert "signals/fragen.csv | questions" in told.out
    assert "Prefect server" in told.out


def test_every_bad_file_is_named_at_once(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, (text, _) in WRONG.items():
        write(shop, name, text)
    assert main(["doctor", "--json", "--shop", str(shop)]) == 2
    told = json.loads(capsys.readouterr().out)
    assert len(told["errors"]) == len(WRONG)
    assert all(any(error.startswith(says) for error in told["errors"]) for _, says in WRONG.values())
    assert {"name": "products.csv", "there": True, "says": "2 products, 0 attributes"} in told["signs"]


def test_every_wrong_row_of_the_pages_is_named_and_the_others_count(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(shop, "pages.csv", "url,title,kind\n/a,A,Schirme\n/b,B,category\n/c,C,Artikel\n")
    assert main(["doctor", "--shop", str(shop)]) == 2
    told = capsys.readouterr()
    assert [line.split(": ")[1] for line in told.err.strip().splitlines()] == [
        "pages.csv, line 2",
        "pages.csv, line 4",
    ]
    assert "ok pages           1 pages of the site known" in told.out


def test_without_its_list_of_products_a_shop_is_not_told_that_names_are_unknown(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A certificate of a product that stands in the list that cannot be read is no mistake of facts.toml."""
    write(shop, "products.csv", "title,category\nSchirm Bura,Schirme\n")
    write(shop, "facts.toml", '[[certificate]]\nname = "A"\nproducts = ["K1"]\n')
    assert main(["doctor", "--shop", str(shop)]) == 2
    told = capsys.readouterr()
    (line,) = told.err.strip().splitlines()
    assert line.startswith("acreage doctor: products.csv has no column 'sku'")
    assert "-- products.csv    0 products" in told.out
    assert "every attribute" not in told.out


def test_what_names_nothing_is_a_line_of_its_own(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    advice = '[[advice]]\nid = "a"\naspect = "care"\nabout = ["nerz-85"]\ntitle = {de = "T"}\nanswer = {de = "A"}\n'
    write(shop, "facts.toml", advice)
    write(
        shop,
        "evidence/b.csv",
        "sku,reason,returned,sold,from,to\nK11,klein,1,9,2026-01-01,2026-02-01\n",
    )
    assert main(["doctor", "--shop", str(shop)]) == 0
    told = capsys.readouterr().out
    assert "-- about           facts.toml, line 4: about names 'nerz-85', which is nothing here" in told
    assert "a category (schirme)" in told
    assert "-- evidence/       evidence/b.csv, line 2: no product has the SKU or handle 'K11'" in told


@pytest.mark.parametrize(
    ("language", "header", "question"),
    [
        ("en", "Question", "How do I dry an umbrella?"),
        ("es", "Pregunta", "¿Cómo se seca un paraguas?"),
        ("fr", "Question", "Comment sécher un parapluie ?"),
        ("de", "Frage", "Wie trocknet man einen Schirm?"),
        ("ar", "السؤال", "كيف أجفف المظلة؟"),
        ("ja", "質問", "傘はどうやって乾かしますか？"),
    ],
)
def test_each_file_of_signals_is_told_with_what_it_was_taken_for(
    shop: Path, capsys: pytest.CaptureFixture[str], language: str, header: str, question: str
) -> None:
    (shop / "signals/fragen.csv").unlink()
    write(shop, f"signals/{language}.csv", f"{header}\n{question}\n")
    write(shop, "signals/notes.docx", "x")
    assert main(["doctor", "--shop", str(shop)]) == 0
    told = capsys.readouterr().out
    assert "source | taken for | rows | kept | left out and why | state" in told
    assert f"signals/{language}.csv | questions" in told
    assert "signals/notes.docx | - | 0 | 0 | is not one of" in told
    assert main(["doctor", "--json", "--shop", str(shop)]) == 0
    heard = {each["source"]: each for each in json.loads(capsys.readouterr().out)["heard"]}
    assert heard[f"signals/{language}.csv"]["kept"] == "1"
