"""A comment means one section, and writing that section anew leaves every other letter where it was."""

from dataclasses import replace

import pytest

from content.errors import DraftError
from content.records import Draft, Reliance
from content.writing.comments import Section, blocks_of, replaced, section_of, sections

BODY = """\
Opening words. The same words.

Second paragraph.

## Sizes

Luna is {{luna.width}} wide.

| a | b |
| --- | --- |
| **1** | 2 |

```
# no heading

```

### Care

The same words. Wash at 30."""
RELIES = (Reliance(0, "a.x", "1"), Reliance(3, "luna.width", "137 cm"), Reliance(7, "b.y", "2"))


def draft() -> Draft:
    return Draft("T", "", BODY, "en", "en-GB", relies=RELIES)


def test_sections_run_from_heading_to_heading() -> None:
    found = list(sections(BODY))
    assert [each.heading for each in found] == ["", "Sizes", "Care"]
    assert "\n\n".join(each.text(draft()) for each in found) == BODY
    assert [list(blocks_of(draft(), each)) for each in found] == [[0, 1], [2, 3, 4, 5, 6], [7, 8]]


@pytest.mark.parametrize(
    ("quote", "heading"),
    [
        ("second   PARAGRAPH", ""),
        ("Luna is {{luna.width}} wide", "Sizes"),  # as it is written
        ("Luna is 137 cm wide", "Sizes"),  # as it is read
        ("1 2", "Sizes"),  # a row, its marks left out
        ("Care", "Care"),  # the heading itself
        ("Wash at 30", "Care"),
    ],
)
def test_a_quote_finds_its_section(quote: str, heading: str) -> None:
    shown = lambda text: text.replace("{{luna.width}}", "137 cm")  # noqa: E731
    assert section_of(draft(), quote, shown).heading == heading


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("nowhere", "'nowhere' stands nowhere in the text"),
        (
            "The same words",
            r"'The same words' stands in 2 sections \('the opening', 'Care'\): quote more of it",
        ),
        (" * ", "quote the words"),
    ],
)
def test_a_quote_that_means_no_section_or_several_says_so(quote: str, says: str) -> None:
    with pytest.raises(DraftError, match=says):
        section_of(draft(), quote)


def test_a_section_is_replaced_and_the_rest_stays_to_the_byte() -> None:
    sizes = section_of(draft(), "Luna is")
    after = replaced(draft(), sizes, "\n## Sizes\n\nNew.\n\nMore.\n")
    assert after.body == BODY.replace(sizes.text(draft()), "## Sizes\n\nNew.\n\nMore.")
    assert after.relies == (RELIES[0], replace(RELIES[2], block=5))
    assert after.body.split("\n\n")[5] == BODY.split("\n\n")[7]


@pytest.mark.parametrize(
    ("quote", "left"), [("Second", ["Sizes", "Care"]), ("Luna is", ["", "Care"]), ("Wash", ["", "Sizes"])]
)
def test_an_empty_text_takes_the_section_out(quote: str, left: list[str]) -> None:
    after = replaced(draft(), section_of(draft(), quote), "")
    assert [each.heading for each in sections(after.body)] == left
    blocks = after.body.split("\n\n")
    assert all(block.strip() for block in blocks)
    assert [blocks[each.block] for each in after.relies] == [
        BODY.split("\n\n")[each.block] for each in RELIES if BODY.split("\n\n")[each.block] in blocks
    ]


def test_one_section_is_the_whole_text() -> None:
    alone = Draft("T", "", "Only words.", "en", "en-GB")
    assert section_of(alone, "words") == Section(0, 11, "")
    assert replaced(alone, Section(0, 11, ""), "Others.").body == "Others."
