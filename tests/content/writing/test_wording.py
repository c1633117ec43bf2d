"""Whose turn a pattern is, and how it is filled."""

from collections import Counter

import pytest

from content.writing.phrases import Wording, capital, fill, phrase_book

LISTS = [
    f"{table}.{name}"
    for table, patterns in phrase_book("en").items()
    for name, pattern in patterns.items()
    if isinstance(pattern, list) and len(pattern) >= 7
]


@pytest.mark.parametrize("key", LISTS)
@pytest.mark.parametrize("first", range(0, 90, 5))
def test_no_pattern_stands_more_than_three_times_in_twenty_pages(key: str, first: int) -> None:
    slots = dict.fromkeys(
        [
            "name",
            "names",
            "yes",
            "no",
            "no_short",
            "label",
            "a",
            "b",
            "labels",
            "category",
            "value",
            "low",
            "high",
            "low_name",
            "high_name",
            "groups",
            "country",
            "routes",
            "days",
            "cost",
            "amount",
            "email",
            "by",
            "on",
            "count",
            "low_count",
            "reason",
            "returned",
            "sold",
            "from",
            "to",
            "clause",
            "whether",
        ],
        "x",
    )
    used: Counter[str] = Counter()
    for ordinal in range(first, first + 20):
        wording = Wording("en", ordinal)
        wording.say(key, **slots)
        used.update(wording.used)
    assert max(used.values()) <= 3


def test_two_of_twenty_pages_never_agree_in_every_pattern() -> None:
    slots = {"label": "x", "names": "y", "category": "z"}
    for a in range(20):
        for b in range(a + 1, 20):
            used = []
            for ordinal in (a, b):
                wording = Wording("en", ordinal)
                wording.say("say.all_yes", **slots)
                wording.say("heading.picks", **slots)
                wording.say("lead.table", **slots)
                used.append(tuple(wording.used))
            assert used[0] != used[1]


def test_a_capitalised_slot_takes_the_value_with_a_capital() -> None:
    assert fill("{Label}: {label} of {{a.name}}", {"label": "width"}) == "Width: width of {{a.name}}"


def test_references_inside_a_value_keep_their_braces() -> None:
    assert fill("{name}.", {"name": "{{norden.name}}"}) == "{{norden.name}}."


def test_capital_leaves_a_reference_alone() -> None:
    assert capital("{{a.b}} x") == "{{a.b}} x"


def test_a_pattern_that_the_pages_before_have_worn_out_is_passed_over() -> None:
    slots = {"category": "x", "label": "y", "labels": "z"}
    first = Wording("en", 4)
    first.say("heading.picks", **slots)
    (worn,) = first.used
    again = Wording("en", 4, recent=Counter({worn: 3}))
    again.say("heading.picks", **slots)
    assert again.used != [worn]
