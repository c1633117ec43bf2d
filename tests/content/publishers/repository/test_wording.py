"""An article's HTML as Markdown: what it means stays, what a template language would run does not."""

import html
import re

import markdown
import pytest

from content.publishers.repository.wording import as_markdown

FACT = '<data data-acreage="dusk.width" value="140 cm">140 cm</data>'


def spelled(text: str, **changes: bool) -> str:
    return as_markdown(text, **{"heading_ids": True, "is_mdx": False, **changes})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<p>Er ist <strong>breit</strong>.</p>", "Er ist **breit**."),
        (f"<p>Er ist {FACT} breit.</p>", f"Er ist {FACT} breit."),
        ('<h2 id="size">Size</h2>', "## Size {#size}"),
        ("<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>", "- a\n- b\n    - c"),
        ('<ol start="3"><li>a</li></ol>', "3. a"),
        ('<p><a href="/x?a=1&amp;b=(2)">there</a></p>', "[there](/x?a=1&amp;b=%282%29)"),
        ("<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>", "> a\n>\n> b"),
        ("<p>一<strong>二</strong>三</p>", "一<strong>二</strong>三"),
        (
            "<details><summary>a</summary><p>b</p></details>",
            "<details><summary>a</summary><p>b</p></details>",
        ),
        ("<pre><code>a\n\n  b</code></pre>", "<pre><code>a&#10;&#10; b</code></pre>"),
        ('<p dir="rtl">نص</p>', '<p dir="rtl">نص</p>'),
        ("", ""),
    ],
)
def test_html_becomes_markdown_and_what_markdown_lacks_stays_html(written: str, said: str) -> None:
    assert spelled(written) == said


TABLE = (
    '<div class="table" tabindex="0"><table><thead><tr><th>a</th><th style="text-align: end">b</th></tr></thead>'
    f"<tbody><tr><td>c|d</td><td>{FACT}</td></tr></tbody></table></div>"
)


def test_a_simple_table_is_one_and_its_figures_stay_elements() -> None:
    assert spelled(TABLE) == f"| a | b |\n|---|--:|\n| c&#124;d | {FACT} |"
    assert spelled(TABLE, is_rtl=True).split("\n")[1] == "|---|:--|"


def test_a_table_with_spans_stays_html() -> None:
    assert spelled('<table><thead><tr><th colspan="2">a</th></tr></thead></table>').startswith("<table>")


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title }} {% include x %} {{< figure >}} {{% note %}} {# x #} {: .red} {import}",
        "*a* _b_ `c` [d](e) ~~f~~ ^g^ :smile: \\h |i| <j> &amp; snake_case_word",
        "# a", "- a", "+ a", "1. a", "1) a", "> a", "=== a", "!!! note", "??? a", "::: b", "--- ", "--8<-- 'x'", '"a"',
        "import x from 'y'", "export default 1", "5*7 = 35", "{filename}x.md |filename|y",
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_mdx", [False, True])
def test_text_is_read_as_text_and_opens_no_template(text: str, is_mdx: bool) -> None:
    said = spelled(f"<p>{html.escape(text, quote=False)}</p>", is_mdx=is_mdx)
    assert "{" not in said
    assert not re.match(r"import|export", said) or not is_mdx
    for extensions in ([], ["extra", "admonition", "toc"]):
        shown = markdown.markdown(said, extensions=extensions)
        assert html.unescape(re.sub(r"</?p>", "", shown)).strip() == " ".join(text.split())


def test_templates_in_code_attributes_and_raw_html_are_texts_too() -> None:
    said = spelled('<p><code>{{ x }}</code> <a href="{{ y }}">a</a></p><details><p>{% z %}</p></details>')
    assert "{" not in said
    assert "<code>&#123;&#123; x &#125;&#125;</code>" in said


def test_a_heading_that_is_linked_to_keeps_its_name_where_markdown_has_none() -> None:
    page = '<p><a href="#size">there</a></p><h2 id="size">Size</h2><h2 id="care">Care</h2>'
    assert spelled(page, heading_ids=False).split("\n\n")[1:] == ['<h2 id="size">Size</h2>', "## Care"]


def test_mdx_gets_closed_tags() -> None:
    assert spelled("<p>a<br>b</p>", is_mdx=True) == "a<br />b"
