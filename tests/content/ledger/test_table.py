from pathlib import Path

import pytest

from content.errors import ShopError
from content.ledger.table import Row, read_table, table_of


def write(folder: Path, data: bytes) -> Path:
    path = folder / "products.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_from_the_header(separator: str) -> None:
    text = separator.join(("sku", "title")) + "\n" + separator.join(("A1", "Kettle")) + "\n"
    table = table_of(text, "products.csv")
    assert (table.header, table.rows) == (("sku", "title"), (Row(2, ("A1", "Kettle")),))


def test_a_line_of_excel_names_the_separator() -> None:
    table = table_of("sep=;\nsku;title\nA1;Kettle, large\n", "products.csv")
    assert table.rows == (Row(3, ("A1", "Kettle, large")),)


def test_comments_before_the_header_are_for_people() -> None:
    table = table_of("# one line, one product; a; b; c\n\n# more\nsku,title\nA1,Kettle\n", "products.csv")
    assert (table.header, table.rows) == (("sku", "title"), (Row(5, ("A1", "Kettle")),))


@pytest.mark.parametrize(
    "data",
    [
        "sku,title\nA1,Café größe\n".encode(),
        b"\xef\xbb\xbf" + "sku,title\nA1,Café größe\n".encode(),
        "sku,title\r\nA1,Café größe\r\n".encode("cp1252"),
        "sku,title\nA1,Café größe\n".encode("utf-16"),
    ],
)
def test_encodings_that_spreadsheets_write(tmp_path: Path, data: bytes) -> None:
    table = read_table(write(tmp_path, data), "de")
    assert (table.header, table.rows[0].cells) == (("sku", "title"), ("A1", "Café größe"))


@pytest.mark.parametrize(
    ("language", "encoding", "title"), [("ja", "cp932", "電気ケトル"), ("ar", "cp1256", "غلاية")]
)
def test_excel_in_japan_and_in_arabic_countries(
    tmp_path: Path, language: str, encoding: str, title: str
) -> None:
    table = read_table(write(tmp_path, f"sku,title\nA1,{title}\n".encode(encoding)), language)
    assert table.rows[0].cells == ("A1", title)


def test_a_row_keeps_the_line_it_begins_on() -> None:
    table = table_of('sku,title\nA1,"two\nlines"\n\nA2,one\n', "products.csv")
    assert table.rows == (Row(2, ("A1", "two\nlines")), Row(5, ("A2", "one")))


def test_a_row_with_too_many_cells_is_left_out_and_named() -> None:
    table = table_of("sku,title,width\nA1,Kettle, small,9\nA2,Toaster,12\n", "products.csv")
    assert [row.cells[0] for row in table.rows] == ["A2"]
    finding = table.findings[0]
    assert (finding.rule, finding.evidence.row) == ("ledger.row", 2)
    assert "line 2: 4 cells under 3 headers" in finding.cure


def test_empty_cells_at_the_end_do_no_harm_and_short_rows_are_blank() -> None:
    table = table_of("sku,title,width,,\nA1,Kettle,9,,,,\nA2,Toaster\n", "products.csv")
    assert table.rows == (Row(2, ("A1", "Kettle", "9")), Row(3, ("A2", "Toaster", "")))
    assert table.findings == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "products.csv is empty"),
        (b"PK\x03\x04\x00\x00", "products.csv is not a text file"),
        (b'sku,title\n"A1,Kettle\n' + b"x" * 200_000, "cannot be read after line"),
    ],
)
def test_what_is_no_table_says_so_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(ShopError, match=said) as caught:
        read_table(write(tmp_path, data))
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ShopError, match=r"products.csv is missing in"):
        read_table(tmp_path / "products.csv")
