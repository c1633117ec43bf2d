"""Encodings as spreadsheets save them, told by what they make readable."""

import pytest

from seo.errors import InputError
from seo.signals.decoding import LONGEST_LINE, as_text, decode
from seo.signals.origins import in_hand


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Frage,Anzahl\nMaß für Dachfenster?,3\n", "cp1252"),
        ("Pregunta,Número\n¿Se puede lavar?,3\n", "cp1252"),
        ("質問,件数\n洗えますか,3\n", "cp932"),
        ("質問,件数\n洗えますか,3\n", "euc_jp"),
        ("上位のクエリ,クリック数\n遮光カーテン,3\n", "cp932"),
        ("السؤال,العدد\nهل يمكن غسلها,3\n", "cp1256"),
        ("Zapytanie,Kliknięcia\nzasłony,3\n", "cp1250"),
        ("Запрос,Клики\nшторы,3\n", "cp1251"),
        ("遮光カーテン\n断熱カーテンの洗い方\n", "cp932"),  # a list without a header
        ("ستائر معتمة لغرفة النوم\nكيف أغسلها\n", "cp1256"),
        ("Überwurf für Sofa\ngröße 140\n", "cp1252"),
        ("Frage\nMaß?\n", "utf-8-sig"),
        ("Frage\nMaß?\n", "utf-16"),
        ("Frage\nMaß?\n", "utf-16-le"),
        ("Frage\nMaß?\n", "utf-16-be"),
    ],
)
def test_the_letters_are_those_that_were_typed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "f") == text


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\0\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 20]
)
def test_a_binary_file_is_refused_with_the_cure(data: bytes) -> None:
    with pytest.raises(InputError, match="save it as CSV"):
        decode(data, "f")


def test_bytes_that_break_late_in_the_file_are_seen() -> None:
    data = b"query\n" + b"curtain rod\n" * 200_000 + "größe\n".encode("cp1252")
    assert decode(data, "f").endswith("größe\n")


def test_nul_goes_and_lines_may_be_read_twice() -> None:
    text = as_text(in_hand(b"query\n" + b"x" * 5000 + b"\na\0b\n", "f"))
    assert list(text.lines())[-1] == "ab\n"
    assert list(text.lines())[-1] == "ab\n"


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="line 2 is longer"):
        list(as_text(in_hand(b"query\n" + b"x" * (LONGEST_LINE + 1), "f")).lines())
