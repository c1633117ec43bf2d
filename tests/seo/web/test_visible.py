"""What a reader of a page sees."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.web.visible import Heading, main_text, plain, read

PAGE = """<!doctype html><html lang="de-AT"><head><title> Vorh&auml;nge  messen
 | Laden </title></head><body><nav><a href=/>Start</a></nav><main><h1>Vorh&auml;nge <em>messen</em></h1>
<p>Die Stange ist <b>20&nbsp;cm</b> breiter.<br>Immer.</p>
<h2><span>Wie hoch?</span></h2><ul><li>Vom Boden<li>bis zur &Ouml;se</ul>
<table><tr><th>Höhe<th>Breite<tr><td>240 cm<td>140 cm</table>
<div role=heading aria-level=3>Noch etwas</div>Loser Text<p></p></main></body></html>"""


def test_title_language_headings_and_paragraphs_in_order() -> None:
    found = read(PAGE)
    assert (found.title, found.language, found.hidden, found.needs_js) == (
        "Vorhänge messen | Laden",
        "de",
        0,
        False,
    )
    assert found.headings == (
        Heading(1, "Vorhänge messen"),
        Heading(2, "Wie hoch?"),
        Heading(3, "Noch etwas"),
    )
    assert found.text.splitlines() == [
        "Start", "# Vorhänge messen", "Die Stange ist 20 cm breiter. Immer.", "## Wie hoch?", "Vom Boden", "bis zur Öse",
        "Höhe Breite", "240 cm 140 cm", "### Noch etwas", "Loser Text",
    ]  # fmt: skip
    assert found.paragraphs[1] == "Vorhänge messen"


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "How do I wash silk?", "By hand, in cold water, with a mild soap."),
        ("es", "¿Cómo se lava la seda?", "A mano, en agua fría y con jabón suave."),
        ("fr", "Comment laver la soie ?", "À la main, à l’eau froide, avec un savon doux."),
        ("de", "Wie wäscht man Seide?", "Von Hand, in kaltem Wasser, mit milder Seife."),
        ("ar", "كيف يُغسل الحرير؟", "باليد وبماء بارد وصابون لطيف."),
        ("ja", "シルクの洗い方は？", "ぬるま湯で手洗いし、中性洗剤を使います。"),
    ],
)
def test_every_language_is_read_as_it_stands(language: str, heading: str, text: str) -> None:
    found = read(
        f"<html lang={language}><title>{heading}</title><body><h1>{heading}</h1><p>{text}</p></html>"
    )
    assert (found.title, found.language, found.text) == (heading, language, f"# {heading}\n{text}")


def test_kana_beside_a_word_are_not_read_twice() -> None:
    assert read("<p><ruby>布団<rp>(</rp><rt>ふとん</rt><rp>)</rp></ruby>を洗う</p>").text == "布団を洗う"


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("a\u202eb\u202cc", "abc"), ("a\u200bb\ufeffc\u2060d", "abcd"), ("so\u00adft", "soft"), ("a\x00b\x07c", "a b c"),
        ("a\U000e0041\U000e0042b", "ab"), ("a\U000e0100b", "ab"), ("a\u3164b", "ab"), ("می\u200cخواهم", "می\u200cخواهم"),
        ("1 < 2 &amp; 3", "1 < 2 &amp; 3"), ("e\u0301", "é"), ("  a \n b\t", "a b"),
    ],
)  # fmt: skip
def test_marks_that_nobody_sees_are_taken_out_of_plain_text(raw: str, seen: str) -> None:
    assert plain(raw) == seen


def test_text_is_unescaped_once() -> None:
    assert read("<p>&lt;b&gt; and &amp;lt;i&amp;gt;</p>").text == "<b> and &lt;i&gt;"


@pytest.mark.parametrize(
    ("page", "needs"),
    [
        ("<body><div id=root></div><script src=a.js></script></body>", True),
        ("<body><div class=a id='__next'>Loading</div></body>", True),
        ("<body><app-root></app-root></body>", True),
        ("<body><noscript>Please enable JavaScript to go on.</noscript></body>", True),
        ("<body><noscript>Bitte JavaScript aktivieren.</noscript></body>", True),
        ("<body><noscript>Activez JavaScript.</noscript></body>", True),
        ("<body><noscript>Activa JavaScript.</noscript></body>", True),
        ("<body><noscript>JavaScriptを有効にしてください</noscript></body>", True),
        ("<body><noscript>يرجى تفعيل جافا سكربت</noscript></body>", True),
        ("<body><div id=root><p>" + "布団の洗い方と干し方をくわしく説明します。" * 10 + "</p></div></body>", False),  # one word, 200 characters
        ("<body><div id=root><p>" + "words and words " * 20 + "</p></div></body>", False),
        ("<body><p>short and honest</p></body>", False),
        ("", False),
    ],
)  # fmt: skip
def test_a_page_that_a_script_fills_is_told_by_its_characters(page: str, needs: bool) -> None:
    assert read(page).needs_js is needs


def test_the_article_comes_without_menu_and_footer() -> None:
    words = "The rail should reach twenty centimetres past the window on both sides. "
    page = (
        f"<html><body><nav><ul><li><a href=/a>Shop</a><li><a href=/b>Cart</a></ul></nav><article><h1>Measuring</h1>"
        f"<p>{words * 4}</p><p>{words * 4}</p></article><footer><p>© Imprint and cookies</p></footer></body></html>"
    )
    found = main_text(page)
    assert words.strip() in found and "Cart" not in found and "Imprint" not in found


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "\0",
        "<",
        "<!-- only -->",
        "<?xml version='1.0' encoding='utf-16'?><html/>",
        "plain words",
        "<html></html>",
        "<body>",
    ],
)
def test_of_nothing_comes_nothing_and_no_error(page: str) -> None:
    assert read(page).text in {"", "plain words", "<"}
    assert isinstance(main_text(page), str)


def test_a_page_of_many_parts_is_read() -> None:
    assert read("<p>a</p>" * 20_000).text.count("a") == 20_000
    assert read("<div>" * 200 + "deep" + "</div>" * 200).text == "deep"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000, "<div " * 200_000, "<script" * 150_000, "<!--" * 250_000, "<style>" + "a" * 1_000_000, "<style>" + "@a" * 500_000,
        "<style>" + "a{" * 500_000, "<style>" + "/*" * 500_000, "<p style='" + "a:b;" * 250_000 + "'>", "<p class='" + "a " * 500_000 + "'>",
        "<style>" + "".join(f".c{n}{{color:red}}" for n in range(20_000)) + "</style>" + "<p class='c1 c2'>x" * 20_000,
        "<b>" * 100_000 + "x", "<table>" * 20_000, "&amp;" * 200_000, "<p style='color:rgb(" + "1" * 500_000 + "'>x", "enable " * 150_000,
        "<p style='font:" + " 0" * 400_000 + "x'>x", "<p style='clip:rect(" + "1 " * 400_000 + "'>x", "<p style='transform:translate(-" + "1" * 500_000 + "'>x",
    ],
    ids=lambda page: page[:14],
)  # fmt: skip
def test_a_page_made_to_keep_us_busy_does_not(page: str) -> None:
    start = process_time()
    read(page)
    assert process_time() - start < 10  # 1 MB each; the slowest took 3 s on a busy core


tags = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div hidden>",
        "<div style='display:none'>",
        "</div>",
        "<h2>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<table>",
        "<td>",
        "<svg>",
        "&amp;",
        "&#0;",
        "<style>p{",
        "}",
        "<html lang=",
        ">",
        "\ud800",
        "布団",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(tags, st.text(max_size=6)), max_size=25).map("".join))
def test_whatever_a_page_is_it_is_read_without_an_error(page: str) -> None:
    found = read(page)
    assert found.text == "\n".join(
        "#" * (h.level if h else 0) + (" " if h else "") + text for h, text in _with_ranks(found)
    )
    assert not any(mark in found.text for mark in "\u202e\u200b\u0000\ufeff")


def _with_ranks(found) -> list[tuple[Heading | None, str]]:  # type: ignore[no-untyped-def]
    headings = list(found.headings)
    lines = found.text.split("\n") if found.text else []
    ranked: list[tuple[Heading | None, str]] = []
    for paragraph, line in zip(found.paragraphs, lines, strict=True):
        ranked.append((headings.pop(0) if line != paragraph else None, paragraph))
    return ranked
