"""Bytes become the words that were written, whoever says in which charset."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.web.charsets import decode
from tests.servers.shapes import WORDS, page_in

SHORT = {
    "shift_jis": [
        "遮光カーテン",
        "布団カバーの選び方",
        "シルクの枕カバーは洗えますか",
        "カーテンの丈を測る。",
    ],
    "euc_jp": ["遮光カーテン", "布団カバーの選び方", "シルクの枕カバーは洗えますか", "カーテンの丈を測る。"],
    "windows-1256": ["ستائر معتمة", "كيف أغسل غطاء الوسادة؟", "هل يمكن قص الستائر؟", "المخدات الحريرية"],
    "windows-1252": [
        "Vorhänge kürzen",
        "Wie wäscht man große Kissen?",
        "rideaux à œillets",
        "¿Cómo lavo la almohada? Así.",
    ],
    "utf-8": [
        "遮光カーテン",
        "ستائر معتمة",
        "Vorhänge kürzen",
        "rideaux à œillets",
        "¿Cómo lavo?",
        "plain words",
    ],
}


@pytest.mark.parametrize("says", ["header", "meta", "nowhere"])
@pytest.mark.parametrize("charset", WORDS)
def test_a_page_is_read_in_its_charset_told_or_not(charset: str, says: str) -> None:
    reply = page_in(charset, says=says)
    _, title, text = WORDS[charset]
    read = decode(bytes(reply.body), reply.media)  # type: ignore[arg-type]
    assert title in read and text in read


@pytest.mark.parametrize("times", [1, 5, 40])
@pytest.mark.parametrize(
    ("charset", "text"), [(charset, text) for charset, texts in SHORT.items() for text in texts]
)
def test_even_a_short_page_that_says_nothing_is_read(charset: str, text: str, times: int) -> None:
    body = f"<html><script>var a = 1;</script><title>{text}</title><p>{(text + ' ') * times}</p></html>"
    assert text in decode(body.encode(charset))


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_outranks_what_is_declared(mark: bytes) -> None:
    name = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[
        mark
    ]
    assert decode(mark + "<p>größe 布団".encode(name), "text/html; charset=shift_jis") == "<p>größe 布団"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_seen(name: str) -> None:
    body = "<html><head><title>遮光カーテン</title></head><body><p>布団の洗い方</p></body></html>".encode(
        name
    )
    assert "布団の洗い方" in decode(body)
    assert "布団の洗い方" in decode(body, "text/html; charset=utf-16")


def test_valid_utf_8_is_utf_8_whatever_a_servers_default_says() -> None:
    for header in (
        "text/html; charset=iso-8859-1",
        "text/html; charset=windows-1252",
        "text/html; charset=shift_jis",
    ):
        assert (
            decode("<p>Größe über alles, Vorhänge für Türen".encode(), header)
            == "<p>Größe über alles, Vorhänge für Türen"
        )


def test_a_wrong_declaration_of_utf_8_is_seen() -> None:
    assert decode("<p>Größe</p>".encode("cp1252"), "text/html; charset=utf-8") == "<p>Größe</p>"


@pytest.mark.parametrize(
    ("name", "text"), [("utf-8", "Vorhänge für große Fenster. "), ("cp932", "カーテンの丈を測る。")]
)
def test_one_broken_letter_does_not_change_the_charset(name: str, text: str) -> None:
    body = (text * 40).encode(name)
    broken = body[:1000] + b"\xff" + body[1000:]
    assert decode(broken, f"text/html; charset={name}").count(text) >= 38


@pytest.mark.parametrize(
    "label",
    [
        "klingon",
        "utf-7",
        "../etc",
        "rot13",
        "base64",
        "idna",
        "unicode_escape",
        "undefined",
        "punycode",
        "hex",
    ],
)
def test_an_unknown_or_silly_label_is_passed_over(label: str) -> None:
    assert decode("<p>Größe über alles".encode(), f"text/html; charset={label}") == "<p>Größe über alles"
    assert isinstance(decode(b"abc \\x41 \xff", f"text/html; charset={label}"), str)


@settings(deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["", "text/html; charset=utf-16", "text/html; charset=hex", "x; charset=euc-jp"]),
)
def test_whatever_comes_something_is_read(body: bytes, header: str) -> None:
    assert isinstance(decode(body, header), str)


def test_nothing_is_nothing() -> None:
    assert decode(b"") == ""
