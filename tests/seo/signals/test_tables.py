"""Files become tables by what is in them."""

from pathlib import Path

import pytest

from seo.errors import InputError
from seo.signals.decoding import decode
from seo.signals.headers import tidy
from seo.signals.tables import read_table, read_tables


def roles(head: str) -> dict[str, int]:
    return dict(read_table(f"{head}\nx,1\n".encode(), "f", {}).columns)


def test_encodings_and_delimiters() -> None:
    for data in (
        "\ufeffFrage;Anzahl\r\nMaß?;3\r\n".encode(),
        "Frage\tAnzahl\nMaß?\t3\n".encode("utf-16"),
        "Frage,Anzahl\nMaß?,3\n".encode("cp1252"),
    ):
        table = read_table(data, "f", {})
        assert (dict(table.columns), tuple(table.rows)) == (
            {"question": 0, "count": 1},
            ((2, ("Maß?", "3")),),
        )


def test_a_binary_file_is_refused_with_the_cure() -> None:
    with pytest.raises(InputError, match="save it as CSV"):
        decode(b"PK\x03\x04\0\0", "book.csv")


def test_quoted_cells_hold_delimiters_quotes_and_lines_and_rows_know_their_line() -> None:
    table = read_table(b'query,count\n"a ""b"",\nc",2\nd,1\n', "f", {})
    assert tuple(table.rows) == ((2, ('a "b",\nc', "2")), (4, ("d", "1")))


def test_headers_are_compared_without_case_width_and_marks() -> None:
    assert tidy("\ufeff Review_Date* ") == "review date"
    assert tidy("ＣＴＲ") == "ctr"


@pytest.mark.parametrize(
    ("head", "role"),
    [("Question", "question"), ("Pregunta", "question"), ("La question", "question"), ("Frage", "question"),
     ("السؤال", "question"), ("質問内容", "question")],
)  # fmt: skip
def test_a_question_column_in_every_language(head: str, role: str) -> None:
    assert roles(f"{head},count")[role] == 0


def test_one_header_means_two_things_in_two_languages() -> None:
    french = read_table("requête,nombre\nrideau,3\n".encode(), "f", {})
    spanish = read_table("pregunta,nombre\n¿Se lava?,Ana Ruiz\n".encode(), "f", {})
    assert french.columns["count"] == 1
    assert (spanish.dropped, spanish.rows.head[0][1]) == (("nombre",), ("¿Se lava?", ""))


def test_a_rating_column_called_review_is_told_by_its_cells() -> None:
    assert read_table(b"Titel,Bewertung\nGut,4\nNa ja,2\n", "f", {}).columns["rating"] == 1
    assert read_table(b"Titel,Bewertung\nGut,Sehr dunkel\n", "f", {}).columns["body"] == 1


def test_comparison_exports_keep_the_current_period() -> None:
    head = "Top queries,01.10.26 - 31.10.26 Clicks,Clicks 01.10.26 - 31.10.26,Clicks 01.09.26 - 30.09.26"
    assert roles(head)["clicks"] in {1, 2}
    assert roles("Top queries,Clicks,Clicks,Impressions")["clicks"] == 1


def test_the_shop_says_what_an_unknown_header_means() -> None:
    assert read_table(b"Anliegen,n\nPasst es?,1\n", "f", {"anliegen": "question"}).columns["question"] == 0


def test_names_and_mail_are_not_kept() -> None:
    table = read_table(b"body,reviewer_name,reviewer_email\nnice,Anna,a@b.de\n", "f", {})
    assert tuple(table.rows) == ((2, ("nice", "", "")),)
    assert table.dropped == ("reviewer_name", "reviewer_email")


def test_a_list_without_header_is_lines_with_commas_in_them() -> None:
    table = read_table(b"curtains, washable\nblackout\n", "f", {})
    assert [cells for _, cells in table.rows] == [("curtains, washable",), ("blackout",)]


def test_text_and_count_without_header() -> None:
    assert tuple(read_table(b"blackout\t3\nthermal\t2\n", "f", {}).rows) == (
        (1, ("blackout", "3")),
        (2, ("thermal", "2")),
    )


def test_a_zip_gives_its_tables_and_junk_is_refused(tmp_path: Path) -> None:
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.writestr("クエリ.csv", "上位のクエリ,クリック数\n遮光,3\n")
        archive.writestr("デバイス.csv", "デバイス,クリック数\nPC,3\n")
    found = list(read_tables(tmp_path / "e.zip", "e.zip", {}))
    assert [set(table.columns) for table in found] == [{"query", "clicks"}, {"other", "clicks"}]
    (tmp_path / "junk.zip").write_bytes(b"PK no")
    with pytest.raises(InputError, match="no readable zip"):
        list(read_tables(tmp_path / "junk.zip", "junk.zip", {}))
