"""A draft cut into what a reader sees; of a table each cell knows its column, its head and its row's name."""

from content.checks.blocks import Block, cut
from content.checks.reading import split_sentences
from content.files import parse_draft


def blocks(body: str) -> list[Block]:
    draft = parse_draft(f"---\ntitle: T\nmarket: en-US\n---\n{body}", "page.md")
    return cut(draft, lambda reference: reference.strip("{}").upper(), split_sentences)[1:]


def cell(row: Block, words: str) -> tuple[int, int]:
    start = row.text.index(words)
    return start, start + len(words)


def test_every_kind_of_block_is_told_apart() -> None:
    body = "## Head\n\nProse\ngoes on.\n\n- item\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n"
    assert [(block.kind, block.text) for block in blocks(body)] == [
        ("heading", "Head"), ("paragraph", "Prose\ngoes on."), ("item", "item"), ("quote", "said"),
        ("row", "| a | b |"), ("row", "| c | d |"), ("code", "code"),
    ]  # fmt: skip


def test_a_heading_begins_a_section() -> None:
    assert [(b.kind, b.section) for b in blocks("Before.\n\n## One\n\nIn one.\n\n### Two\n\nIn two.")] == [
        ("paragraph", 0), ("heading", 1), ("paragraph", 1), ("heading", 2), ("paragraph", 2),
    ]  # fmt: skip


def test_a_cell_knows_its_column_though_the_corner_is_blank() -> None:
    _, row = blocks("|  | Luna | Nova |\n|---|---|---|\n| Width | 30 cm | 28 cm |")
    assert row.above(cell(row, "30 cm")) == "Luna"
    assert row.above(cell(row, "28 cm")) == "Nova"
    assert row.above(cell(row, "Width")) == ""
    assert row.label(cell(row, "28 cm")) == "Width"


def test_a_blank_cell_moves_none_of_the_others() -> None:
    _, row = blocks("| Name | Width | Weight |\n|---|---|---|\n| Luna |  | 900 g |")
    assert row.above(cell(row, "900 g")) == "Weight"
    assert row.column(cell(row, "900 g")) == 2


def test_a_row_without_a_first_cell_has_no_name() -> None:
    _, row = blocks("| Name | Width |\n|---|---|\n|  | 30 cm |")
    assert row.label(cell(row, "30 cm")) == ""


def test_a_row_may_leave_out_its_outer_bars() -> None:
    _, row = blocks("| Name | Width\n|---|---\n| Luna | 30 cm")
    assert row.above(cell(row, "30 cm")) == "Width"


def test_a_second_table_has_its_own_head() -> None:
    *_, row = blocks("| A | B |\n|---|---|\n| 1 | 2 |\n\nBetween.\n\n| C | D |\n|---|---|\n| 3 | 4 |")
    assert row.above(cell(row, "4")) == "D"


def test_marks_are_left_out_and_references_read() -> None:
    (block,) = blocks("A **bold** [word](https://x.example) and {{luna.width}}.")
    assert block.text == "A bold word and LUNA.WIDTH."
    assert [(found.source, block.text[found.start : found.end]) for found in block.rendered] == [
        ("{{luna.width}}", "LUNA.WIDTH")
    ]
    assert [(link.url, block.text[link.start : link.end]) for link in block.links] == [
        ("https://x.example", "word")
    ]


def test_what_no_reader_sees_is_no_block() -> None:
    assert [
        block.text for block in blocks("<script>\nvar width = 30\n</script>\n\n<!-- 30 cm -->\n\nSeen.")
    ] == ["Seen."]
