"""Our HTML becomes blocks an editor can edit, spelled as the editor spells them."""

import pytest

from content.publishers.wordpress_blocks import Dialect, blocks

PLAIN = Dialect({})
FACT = '<data data-acreage="dusk.width" value="140 cm">140 cm</data>'


@pytest.mark.parametrize(
    ("html", "block"),
    [
        ("<h2>Breite</h2>", "<!-- wp:heading -->\n<h2>Breite</h2>\n<!-- /wp:heading -->"),
        ('<h3 id="a">b</h3>', '<!-- wp:heading {"level":3} -->\n<h3 id="a">b</h3>\n<!-- /wp:heading -->'),
        (
            f"<p>Er ist {FACT} breit.</p>",
            f"<!-- wp:paragraph -->\n<p>Er ist {FACT} breit.</p>\n<!-- /wp:paragraph -->",
        ),
        (
            "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
            "<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>a</li>\n<!-- /wp:list-item -->\n\n"
            "<!-- wp:list-item -->\n<li>b</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
        ),
        (
            '<ol start="3">\n<li>\n<p>drei</p>\n</li>\n</ol>',
            '<!-- wp:list {"ordered":true,"start":3} -->\n<ol start="3"><!-- wp:list-item -->\n<li>drei</li>\n'
            "<!-- /wp:list-item --></ol>\n<!-- /wp:list -->",
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            "<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>a<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>b</li>\n"
            "<!-- /wp:list-item --></ul>\n<!-- /wp:list --></li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
        ),
        (
            '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td class="end">1</td>\n</tr>\n</tbody>\n</table></div>',
            '<!-- wp:table -->\n<figure class="wp-block-table"><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr>'
            '<td class="has-text-align-right" data-align="right">1</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
        ),
        (
            "<blockquote><p>Satz</p></blockquote>",
            '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>Satz</p>\n<!-- /wp:paragraph -->'
            "</blockquote>\n<!-- /wp:quote -->",
        ),
        (
            "<dl><dt>a</dt><dd>b</dd></dl>",
            "<!-- wp:html -->\n<dl><dt>a</dt><dd>b</dd></dl>\n<!-- /wp:html -->",
        ),
        ('<p dir="rtl">x</p>', '<!-- wp:html -->\n<p dir="rtl">x</p>\n<!-- /wp:html -->'),
        (
            "<p>a [gallery] b</p>",
            "<!-- wp:paragraph -->\n<p>a &#91;gallery&#93; b</p>\n<!-- /wp:paragraph -->",
        ),
        (
            "<p>https://x.example/watch</p>",
            '<!-- wp:paragraph -->\n<p><a href="https://x.example/watch">https://x.example/watch</a></p>\n<!-- /wp:paragraph -->',
        ),
    ],
)
def test_each_kind_of_text_is_its_own_block(html: str, block: str) -> None:
    assert blocks(html, PLAIN) == block


def test_a_picture_of_the_library_knows_its_number() -> None:
    found = blocks('<p><img alt="Ein [V]" src="/up/v.jpg"></p>', Dialect({"/up/v.jpg": "7"}))
    assert found == (
        '<!-- wp:image {"id":7,"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full">'
        '<img src="/up/v.jpg" alt="Ein &#91;V&#93;" class="wp-image-7"/></figure>\n<!-- /wp:image -->'
    )


def test_where_data_would_be_taken_out_a_span_keeps_the_figure_alive() -> None:
    found = blocks(f"<p>{FACT}</p>", Dialect({}, has_data=False))
    assert '<span data-acreage="dusk.width">140 cm</span>' in found


def test_ends_change_sides_in_arabic() -> None:
    table = '<table><tbody><tr><td class="end">1</td></tr></tbody></table>'
    assert "has-text-align-left" in blocks(table, Dialect({}, is_rtl=True))


def test_on_a_site_that_reads_the_other_way_paragraphs_say_so() -> None:
    found = blocks("<p>نص</p>", Dialect({}, is_rtl=True, is_turned=True))
    assert found == '<!-- wp:paragraph {"direction":"rtl"} -->\n<p dir="rtl">نص</p>\n<!-- /wp:paragraph -->'


def test_text_without_any_element_is_not_lost() -> None:
    assert "lose" in blocks("lose<p>fest</p>auch lose", PLAIN)
    assert "auch lose" in blocks("lose<p>fest</p>auch lose", PLAIN)


def test_lines_of_code_keep_their_breaks() -> None:
    assert "a\n b" in blocks("<pre><code>a\n b</code></pre>", PLAIN)
