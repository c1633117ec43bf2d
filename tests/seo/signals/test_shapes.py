"""An export in a language nobody knows is read by the shape of its columns, or the cure is named."""

import zipfile
from pathlib import Path

import pytest

from seo.errors import InputError
from seo.records import Market
from seo.signals.collect import collect
from seo.signals.given_columns import Given, keep_given, parse_given, read_given
from seo.signals.shapes import console_columns
from seo.signals.tables import Hints, read_table

MARKETS = [Market("de-DE", "EUR"), Market("en-US", "USD")]
FINNISH = "Suosituimmat haut;Napsautukset;Näyttökerrat;Napsautussuhde;Sijainti\n"
ROWS = "pimennysverho;12;1 234;0,97 %;4,2\nverhon lyhennys;3;88;3,41 %;11,75\n"


def test_an_unknown_header_over_the_known_shape_is_read() -> None:
    table = read_table((FINNISH + ROWS).encode(), "f", {})
    assert dict(table.columns) == {"query": 0, "clicks": 1, "impressions": 2, "ctr": 3, "position": 4}
    assert table.is_guess
    assert "header not known" in table.notes[0]
    assert table.rows.head[0][1][2] == "1 234"


@pytest.mark.parametrize(
    "rows",
    [
        [("https://x.example/a", "1", "2", "50 %", "3")],  # pages
        [("Suomi", "1", "2", "50 %", "3"), ("Ruotsi", "1", "2", "50 %", "3")],  # countries
        [("Tietokone", "1", "2", "50 %", "3"), ("Mobiili", "1", "2", "50 %", "3")],  # devices
        [("2026-10-01", "1", "2", "50 %", "3")],  # days
        [
            ("فرنسا", "1", "2", "50 %", "3"),
            ("ألمانيا", "1", "2", "50 %", "3"),
        ],  # countries where letters have no case
        [("verho", "1", "2", "3", "4")],  # no share
        [("verho", "1", "2", "50 %")],  # too narrow
    ],
)
def test_tables_of_the_same_shape_are_no_queries(rows: list[tuple[str, ...]]) -> None:
    assert console_columns([("Aa", "Bb", "Cc", "Dd", "Ee"), *rows]) == ()


def test_of_a_zip_in_an_unknown_language_the_longest_table_is_the_queries(tmp_path: Path) -> None:
    (tmp_path / "signals").mkdir()
    with zipfile.ZipFile(tmp_path / "signals" / "e.zip", "w") as archive:
        archive.writestr("a.csv", FINNISH.replace("haut", "laitteet") + "tietokone;1;2;50 %;3,5\n")
        archive.writestr("b.csv", FINNISH + ROWS)
        archive.writestr("c.csv", FINNISH.replace("haut", "sivut") + "https://x.example/a;1;2;50 %;3,5\n")
    signals, (report,) = collect(tmp_path / "signals", MARKETS)
    assert sorted(signal.text for signal in signals) == ["pimennysverho", "verhon lyhennys"]
    assert "2 other table(s) left alone" in report.note


def test_a_table_nobody_knows_is_refused_with_the_option_that_cures_it(tmp_path: Path) -> None:
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / "x.csv").write_text(
        "Foo;Bar;Baz;Qux\nvorhang kürzen;12;100;x\n", encoding="utf-8"
    )
    signals, (report,) = collect(tmp_path / "signals", MARKETS)
    assert (signals, report.state) == ([], "blocked")
    assert "--columns query,clicks,impressions,ctr,position" in report.note


def test_what_the_user_says_of_columns_holds_for_unknown_files_only(tmp_path: Path) -> None:
    folder = tmp_path / "signals"
    keep_given(folder, parse_given(["query,clicks,impressions,-"]))
    (folder / "x.csv").write_text("Foo;Bar;Baz;Qux\nvorhang kürzen;12;100;x\n", encoding="utf-8")
    (folder / "q.csv").write_text("question,lang\nPasst er?,de\n", encoding="utf-8")
    signals, reports = collect(folder, MARKETS)
    assert [(s.text, s.clicks, s.impressions) for s in signals] == [
        ("vorhang kürzen", 12, 100), ("Passt er?", None, None),
    ]  # fmt: skip
    assert [report.state for report in reports] == ["ok", "ok"]


def test_what_is_said_of_four_columns_leaves_a_list_alone(tmp_path: Path) -> None:
    folder = tmp_path / "signals"
    keep_given(folder, parse_given(["query,clicks,impressions,-"]))
    (folder / "list.txt").write_text("curtains, washable\nblackout\n", encoding="utf-8")
    signals, _ = collect(folder, MARKETS)
    assert [signal.text for signal in signals] == ["blackout", "curtains, washable"]


def test_a_header_of_which_only_figures_are_known_is_explained_by_place() -> None:
    table = read_table(
        b"Foo;Klicks;Impressionen\nvorhang;3;40\n", "f", Hints(by_place=("query", "clicks", "impressions"))
    )
    assert (dict(table.columns)["query"], [cells[0] for _, cells in table.rows]) == (0, ["vorhang"])


def test_what_the_user_says_of_one_file_overrules_its_header(tmp_path: Path) -> None:
    folder = tmp_path / "signals"
    keep_given(folder, parse_given(["x.csv=-,query,impressions"]))
    (folder / "x.csv").write_text("query,title,clicks\nA-1,vorhang kürzen,100\n", encoding="utf-8")
    (signal,), _ = collect(folder, MARKETS)
    assert (signal.text, signal.impressions, signal.clicks) == ("vorhang kürzen", 100, None)


def test_a_file_without_a_header_may_be_explained_too() -> None:
    table = read_table(
        b"vorhang,12,100\nrollo,3,40\n", "f", Hints(by_place=("query", "clicks", "impressions"))
    )
    assert [cells[0] for _, cells in table.rows] == ["vorhang", "rollo"]


@pytest.mark.parametrize("word", ["query,klicks", "clicks,impressions", "query,query", "", "-,-"])
def test_columns_nobody_knows_are_refused_in_one_line(word: str) -> None:
    with pytest.raises(InputError) as error:
        parse_given([word])
    assert "\n" not in str(error.value)


def test_what_was_said_is_kept_beside_the_files_and_added_to(tmp_path: Path) -> None:
    keep_given(tmp_path, parse_given(["query,clicks"]))
    keep_given(tmp_path, parse_given(['odd "name".csv=-,question']))
    assert read_given(tmp_path) == Given(("query", "clicks"), {'odd "name".csv': ("-", "question")})


def test_a_spoilt_file_of_columns_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "columns.toml").write_text("unknown = 3")
    with pytest.raises(InputError, match=r"columns\.toml"):
        read_given(tmp_path)
