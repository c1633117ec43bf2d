"""How a draft points to things, and what it is taken for."""

import pytest

from content.figures.written import Charted, charted_facts, linked_concepts, pointers, read_chart, write_chart


def test_our_schemes_are_told_from_addresses() -> None:
    text = (
        "See [how to {{a.short}}](article:curtains/cut~hems) or [the shop](https://s.example/a?b=(c)).\n\n"
        "![x](image:aldermoor)\n\n![](chart:width?of=a+b)\n\n![x](/a.png){width=3}"
    )
    assert [(each.scheme, each.target, each.is_picture) for each in pointers(text)] == [
        ("article", "curtains/cut~hems", False), ("", "https://s.example/a?b=(c)", False), ("image", "aldermoor", True),
        ("chart", "width?of=a+b", True), ("", "/a.png", True),
    ]  # fmt: skip
    assert linked_concepts(text) == ("curtains/cut~hems",)
    assert charted_facts(text) == ("a.width", "b.width")


def test_words_may_hold_escaped_brackets() -> None:
    (found,) = pointers(r"[a \[b\] c](article:x/y)")
    assert found.words == r"a \[b\] c"


@pytest.mark.parametrize(
    "target", ["width", "width?of=", "Width?of=a", "width?of=a,b", "width?of=a+b&x=1", "a.b?of=c"]
)
def test_a_chart_is_written_one_way_only(target: str) -> None:
    assert read_chart(target) is None


def test_a_chart_reads_back_and_counts_a_product_once() -> None:
    assert read_chart("fabric_weight?of=a-1+b+a-1") == Charted("fabric_weight", ("a-1", "b"))
    (found,) = pointers(write_chart(Charted("width", ("a", "b"))))
    assert read_chart(found.target) == Charted("width", ("a", "b"))
