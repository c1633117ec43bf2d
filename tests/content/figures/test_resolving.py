"""What a draft points to, on a page: shown, or gone without a trace."""

from collections.abc import Callable, Mapping

import pytest

from content.figures.resolving import Resolved, resolved
from content.figures.showing import Readable, Showing
from content.ledger.ledger import Ledger
from content.records import Draft
from seo.records import Market

Make = Callable[..., Draft]
LINKS = {"curtains/cut": Readable("../cut/", "How to cut _it_")}
SITE = Showing(LINKS, "../../assets/")


@pytest.fixture
def look(ledger: Ledger, markets: Mapping[str, Market], draft: Make) -> Callable[..., Resolved]:
    def made(body: str, showing: Showing = SITE, locale: str = "en-GB", by: str = "assembler") -> Resolved:
        return resolved(draft(body, locale, by), ledger, markets[locale], None, showing)

    return made


Look = Callable[..., Resolved]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("See [how to cut](article:curtains/cut).", "See [how to cut](../cut/)."),
        ("See [how to wash](article:curtains/care).", "See how to wash."),
        ("[A shop page](https://shop.example/x) stays.", "[A shop page](https://shop.example/x) stays."),
        ("Text.\n\n## Read on\n\n- [Cut](article:curtains/cut)\n- [Wash](article:curtains/care)",
         "Text.\n\n## Read on\n\n- [How to cut \\_it\\_](../cut/)"),
        ("Text.\n\n## Read on\n\n- [Wash](article:curtains/care)", "Text."),
        ("Text.\n\n## One\n\n- [Wash](article:x/y)\n\n## Two\n\nMore.", "Text.\n\n## Two\n\nMore."),
        ("## Pictures\n\n![x](image:lun)\n\nSaid.", "## Pictures\n\nSaid."),
        ("```\n[x](article:x/y)\n```", "```\n[x](article:x/y)\n```"),
        ("> [a](article:x/y) they asked", "> a they asked"),
        ("[x](image:ald) and [y](chart:width?of=ald+nac)", "x and y"),
    ],
)  # fmt: skip
def test_a_link_leads_somewhere_or_is_its_words(look: Look, body: str, text: str) -> None:
    assert look(body).text == text


def test_the_articles_led_to_are_told(look: Look) -> None:
    assert look("[a](article:curtains/cut) [b](article:x/y) [c](article:curtains/cut)").concepts == (
        "curtains/cut",
    )


def test_a_picture_has_the_catalogue_s_words_whatever_the_draft_says(look: Look) -> None:
    found = look("![a red sofa](image:ald)")
    assert found.text == "![{{ald.name}}, {{ald.colour}}, {{ald.material}}](https://cdn.shop.example/ald.jpg)"
    assert found.sources == {"https://cdn.shop.example/ald.jpg"}


def test_a_file_is_taken_along_under_a_name_of_its_bytes(look: Look) -> None:
    found = look("![](image:evidence-cutting)")
    ((name, _),) = found.files.items()
    assert name.startswith("hem.") and name.endswith(".png")
    assert (
        found.text == f'![A hem that came loose after cutting](../../assets/{name}){{width="30" height="20"}}'
    )


@pytest.mark.parametrize(
    "body",
    ["![x](https://elsewhere.example/x.png)", "![x](https://shop.example/not-of-the-catalogue.png)", "![x](image:nac)",
     "![x](data:image/png;base64,AAAA)", "![x](pictures/dus-2.png)", "![x](chart:width?of=ald)", "![x](article:x/y)",
     "![x](chart:nonsense)"],
)  # fmt: skip
def test_any_other_picture_is_left_out(look: Look, body: str) -> None:
    assert look(f"One.\n\n{body}\n\nTwo.").text == "One.\n\nTwo."


def test_a_picture_by_its_address_in_the_catalogue_is_that_product_s(look: Look) -> None:
    assert "{{ald.name}}" in look("![x](https://cdn.shop.example/ald.jpg)").text


def test_a_person_may_put_a_picture_of_the_shop_in(look: Look) -> None:
    own = "![Our window](https://shop.example/window.png)"
    assert look(own, by="person:Anna").text == own
    assert look("![x](https://elsewhere.example/x.png)", by="person:Anna").text == ""


def test_a_chart_is_a_file_on_the_site(look: Look) -> None:
    found = look("![](chart:width?of=ald+nac)")
    ((name, data),) = found.files.items()
    assert name.startswith("width.") and data.startswith(b"<svg")
    assert found.text.startswith(
        "![Width: {{nac.short}} {{nac.width}}; {{ald.short}} {{ald.width}}](../../assets/"
    )


def test_a_place_without_svg_gets_the_same_values_as_a_table(look: Look) -> None:
    found = look("![](chart:width?of=ald+nac)", Showing(LINKS))
    assert found.text.split("\n")[2:] == [
        "| {{nac.short}} | {{nac.width}} |", "| {{ald.short}} | {{ald.width}} |",
    ]  # fmt: skip
    assert not found.files


def test_a_place_that_takes_no_file_shows_none(look: Look) -> None:
    assert look("![](image:dus)", Showing(LINKS)).text == ""
    assert "](pictures/dus.png)" in look("![](image:dus)", Showing(LINKS, takes=lambda _: True)).text
