import pytest

from content.errors import DraftError
from content.markup import Show, body_html, heading, plain_text

VALUES = {
    "{{a.width}}": "137 cm",
    "{{a.name}}": "Curtain & Co",
    "{{a.url}}": "https://shop.example/a?x=1&y=2",
    "{{a.evil}}": "javascript:alert(1)",
}


class Values(Show):
    """A ledger of four values."""

    def markup(self, source: str, *, is_in_link: bool = False) -> str:
        return f"<data>{VALUES[source].replace('&', '&amp;')}</data>"

    def plain(self, source: str) -> str:
        return f"\u2068{VALUES[source]}\u2069"


def body(text: str, language: str = "en") -> str:
    return str(body_html(text, language, "https://shop.example", Values())[0])


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "[x](javascript:alert(1))",
        "[x]({{a.evil}})",
        '<a href="{{a.evil}}" onclick="alert(1)">x</a>',
        '<a title="<table onmouseover=alert(1)>" href="https://shop.example/">x</a>',
        "## x {: onclick=alert(1) }\n\ny\n{: onclick=alert(1) }",
        "<iframe src='https://evil.example'></iframe><style>*{}</style>",
    ],
)
def test_nothing_in_a_draft_runs_or_leads_astray(text: str) -> None:
    found = body(text)
    for danger in (
        "<script",
        " onerror=",
        ' href="javascript',
        " onclick=",
        "<table on",
        "<iframe",
        "<style",
    ):
        assert danger not in found


def test_pictures_from_other_hosts_are_dropped_and_the_shops_own_kept() -> None:
    assert "<img" not in body("![x](https://elsewhere.example/x.png)")
    assert "<img" not in body("![x](//elsewhere.example/x.png)")
    assert "<img" not in body("![x](https://shop.example.evil.example/x.png)")
    own = body("![x](https://shop.example/x.png)")
    assert 'src="https://shop.example/x.png"' in own
    assert 'loading="lazy"' in own


def test_a_reference_is_markup_in_text_and_plain_inside_a_tag() -> None:
    assert body("[{{a.name}}]({{a.url}})") == (
        '<p><a href="https://shop.example/a?x=1&amp;y=2"><data>Curtain &amp; Co</data></a></p>'
    )
    assert "Curtain &amp; Co" in body('<abbr title="{{a.name}}">C</abbr>')


def test_markdown_cannot_touch_a_value() -> None:
    assert body("**{{a.width}}** _{{a.width}}_") == (
        "<p><strong><data>137 cm</data></strong> <em><data>137 cm</data></em></p>"
    )


def test_a_text_that_looks_like_our_marks_stays_what_it_is() -> None:
    assert body("qzref0n0x {{a.width}}") == "<p>qzref0n0x <data>137 cm</data></p>"


def test_the_title_is_the_only_first_level_heading() -> None:
    assert body("# One\n\n## Two") == '<h2 id="one">One</h2>\n<h2 id="two">Two</h2>'


def test_heading_ids_hold_no_value_and_the_contents_show_it() -> None:
    found, contents = body_html("## Fits {{a.width}}?\n\n### Deep\n\n## Fits?", "en", "", Values())
    assert [(entry.id, entry.title) for entry in contents] == [
        ("fits", "Fits \u2068137 cm\u2069?"),
        ("fits_1", "Fits?"),
    ]
    assert 'id="deep"' in found


def test_a_heading_in_another_script_has_an_id_too() -> None:
    found, contents = body_html("## المقاس\n\n## العناية", "ar", "", Values())
    assert [entry.id for entry in contents] == ["section", "section_1"]
    assert 'id="section_1"' in found


def test_tables_scroll_and_align_with_the_reading_direction() -> None:
    found = body("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |")
    assert found.startswith('<div class="table" tabindex="0"><table>')
    assert found.rstrip().endswith("</table></div>")
    assert '<th class="end" scope="col">b</th>' in found
    assert '<td class="middle">3</td>' in found
    assert "style=" not in found


def test_quotes_language_and_our_own_marks_survive() -> None:
    text = '> <span lang="ar" dir="rtl">نعم</span>\n\n<data data-acreage="a.b" value="1">1</data>'
    found = body(text)
    assert "<blockquote>" in found
    assert '<span lang="ar" dir="rtl">' in found or '<span dir="rtl" lang="ar">' in found
    assert 'data-acreage="a.b"' in found


def test_malformed_braces_stop_the_page() -> None:
    with pytest.raises(DraftError):
        body("{{a.width")


def test_a_title_is_text_whatever_it_holds() -> None:
    assert str(heading("<b>{{a.name}}</b>", Values())) == "&lt;b&gt;<data>Curtain &amp; Co</data>&lt;/b&gt;"
    assert plain_text("A\x0b\n  {{a.width}}", Values()) == "A \u2068137 cm\u2069"
