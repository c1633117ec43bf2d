"""A page edited on its place comes back as a draft: words as they stand, live facts as references."""

import pytest

from content.markup import Show, body_html
from content.publishers.pulling import elements, markdown_of, pulled
from content.publishers.wordpress_blocks import Dialect, blocks
from content.records import Draft, Reliance

FACT = '<data data-acreage="dusk.width" value="140 cm">140 cm</data>'
SHOWN = {"dusk.width": "140 cm\x00150 cm"}
DRAFT = Draft(
    "Wie breit?", "", "Er ist {{dusk.width}} breit.\n\nWaschen bei 30 Grad.", "de", "de-DE",
    relies=(Reliance(0, "dusk.width", "140 cm"), Reliance(1, "dusk.care", "30")),
)  # fmt: skip


class Values(Show):
    def markup(self, source: str, *, is_in_link: bool = False) -> str:
        return f'<data data-acreage="{source[2:-2]}" value="140 cm">140 cm</data>'

    def plain(self, source: str) -> str:
        return "140 cm"


def page(markdown: str) -> str:
    body, _ = body_html(markdown, "de", "https://shop.example", Values())
    return blocks(str(body), Dialect({}))


def back(body: str, gone: dict[str, str] | None = None) -> Draft:
    return pulled(DRAFT, "Wie breit?", body, SHOWN, gone or {}, "Ida Holm")


@pytest.mark.parametrize(
    "markdown",
    [
        "Er ist {{dusk.width}} breit.",
        "## Breite\n\nText.\n\n### Tiefer\n\nMehr.",
        "- eins\n- zwei **fett** und *schräg*\n- drei {{dusk.width}}",
        "1. eins\n2. zwei",
        "- eins\n    - eins a\n    - eins b\n- zwei",
        "| Größe | cm |\n|---|--:|\n| S | {{dusk.width}} |\n| M | 150 |",
        "> Ein Satz.\n>\n> Noch einer.",
        "Siehe [hier](https://shop.example/?a=1&b=2).",
        "    code\n     mehr",
        "Ein Stern \\* und \\_ und \\[x\\].",
        "A\n\n---\n\nB",
        "Zeichen: 5 < 6 & 7 > 3.",
        "遮光カーテン、{{dusk.width}}。",
        "ستارة {{dusk.width}} عرضًا.",
    ],
)
def test_a_page_nobody_edited_comes_back_as_the_same_page(markdown: str) -> None:
    again = back(page(markdown)).body
    assert page(again) == page(markdown)


def test_an_edit_comes_back_with_its_figure_bound() -> None:
    draft = back(page(DRAFT.body).replace("Er ist", "Stolze").replace(" breit.", " misst er."))
    assert draft.body == "Stolze {{dusk.width}} misst er.\n\nWaschen bei 30 Grad."
    assert (draft.version, draft.written_by) == (2, "person:Ida Holm")


def test_what_a_block_rests_on_stays_with_it_and_falls_with_an_edit() -> None:
    draft = back(page(f"Neu davor.\n\n{DRAFT.body}").replace("30 Grad", "40 Grad"))
    assert [(each.block, each.reference) for each in draft.relies] == [(1, "dusk.width")]


def test_a_figure_that_a_person_changed_stays_as_they_wrote_it() -> None:
    assert back(page(DRAFT.body).replace(">140 cm<", ">145 cm<")).body.startswith("Er ist 145 cm breit.")


def test_a_figure_typed_anew_in_the_same_words_is_bound_again() -> None:
    body = page(DRAFT.body).replace(FACT, "140 cm")
    assert back(body, {"dusk.width": "140 cm"}).body.startswith("Er ist {{dusk.width}} breit.")


def test_a_figure_that_stands_twice_is_bound_by_nobodys_guess() -> None:
    body = page(DRAFT.body).replace(FACT, "140 cm, ja 140 cm,")
    assert "{{" not in back(body, {"dusk.width": "140 cm"}).body


def test_what_stands_around_every_page_is_not_the_article() -> None:
    around = "<h2>Produkte in diesem Artikel</h2>\n<ul><li><a href='x'>Dusk</a></li></ul><p><small>Software.</small></p>"
    from content.publishers.words import words_of  # noqa: PLC0415

    around = around.replace("Produkte in diesem Artikel", words_of("de")["products"])
    assert back(f"{page(DRAFT.body)}\n\n{blocks(around, Dialect({}))}").body == DRAFT.body


def test_what_markdown_has_no_sign_for_stays_html() -> None:
    assert markdown_of("<details><summary>a</summary><p>b</p></details>", lambda *_: None).startswith(
        "<details>"
    )


def test_live_facts_are_read_as_text() -> None:
    assert elements('<data data-acreage="a.b"><bdi>١٤٠ سم</bdi></data>') == {"a.b": "١٤٠ سم"}
