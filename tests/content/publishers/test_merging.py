"""Two changes to one text: side by side, or shown as a conflict."""

import pytest

from content.publishers.merging import facts, merge, merged_field

W = '<data data-acreage="w" value="1">{0}</data>'
BASE = f"<p>a</p>\n<p>b {W.format(1)}</p>\n<p>c</p>"


@pytest.mark.parametrize(
    ("theirs", "ours", "text"),
    [
        (BASE, BASE, BASE),
        (BASE, BASE.replace(">1<", ">2<"), BASE.replace(">1<", ">2<")),
        (BASE.replace("<p>a", "<p>A"), BASE.replace("<p>c", "<p>C"), BASE.replace("<p>a", "<p>A").replace("<p>c", "<p>C")),
        (BASE.replace("<p>b", "<p>B"), BASE.replace(">1<", ">2<"), BASE.replace("<p>b", "<p>B").replace(">1<", ">2<")),
        (f"<p>neu</p>\n{BASE}", BASE.replace("<p>c", "<p>C"), f"<p>neu</p>\n{BASE}".replace("<p>c", "<p>C")),
        (BASE.replace("<p>c</p>", "<p>c</p>\n<p>d</p>"), BASE, BASE + "\n<p>d</p>"),
        (BASE.replace("\n<p>c</p>", ""), BASE.replace(">1<", ">2<"), BASE.replace("\n<p>c</p>", "").replace(">1<", ">2<")),
        (BASE.replace("<p>c", "<p>X"), BASE.replace("<p>c", "<p>X"), BASE.replace("<p>c", "<p>X")),
    ],
)  # fmt: skip
def test_changes_that_do_not_meet_both_stand(theirs: str, ours: str, text: str) -> None:
    merged = merge(BASE, theirs, ours)
    assert (merged.text, merged.diff) == (text, "")


def test_changes_that_meet_are_shown_and_the_persons_words_stay() -> None:
    merged = merge(BASE, BASE.replace("<p>c", "<p>X"), BASE.replace("<p>c", "<p>Y"))
    assert merged.text == BASE.replace("<p>c", "<p>X")
    assert "-<p>X</p>" in merged.diff and "+<p>Y</p>" in merged.diff


def test_a_block_that_one_side_deleted_and_the_other_changed_is_a_conflict() -> None:
    assert merge(BASE, BASE.replace("\n<p>c</p>", ""), BASE.replace("<p>c", "<p>Y")).diff


def test_what_the_place_spells_otherwise_is_no_change_of_ours() -> None:
    held, sent = "<p>a &#091;x&#093;</p>\n<p>b</p>", "<p>a &#91;x&#93;</p>\n<p>b</p>"
    merged = merge(held, held.replace("<p>b", "<p>B"), sent, sent)
    assert merged.text == held.replace("<p>b", "<p>B")


def test_a_live_fact_that_is_gone_is_named() -> None:
    merged = merge(BASE, BASE.replace(W.format(1), "1"), BASE.replace(">1<", ">2<"))
    assert merged.gone == ("w",)


def test_spans_are_live_facts_too() -> None:
    assert facts('<span data-acreage="w">1 <bdi>x</bdi></span>') == {
        "w": '<span data-acreage="w">1 <bdi>x</bdi></span>'
    }


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "text", "is_conflict"),
    [
        ("a", "a", "b", "b", False),
        ("a", "x", "a", "x", False),
        ("a", "x", "x", "x", False),
        ("a", "x", "b", "x", True),
    ],
)
def test_a_title_is_one_piece(base: str, theirs: str, ours: str, text: str, is_conflict: bool) -> None:
    merged = merged_field(base, theirs, ours, base)
    assert (merged.text, bool(merged.diff)) == (text, is_conflict)
