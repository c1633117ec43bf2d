"""A topic needs two voices or a count; what the catalogue compares needs none, but has one page for a line."""

from dataclasses import replace

import pytest

from content.plan.concepts import CHOOSE, Concept
from content.plan.floor import worth_a_page
from content.records import Action, Assignment, Opportunity, Support
from seo.records import Intent, Market, Topic

MARKET = Market("en-GB", "GBP")
HEARD = {"en"}


def assignment(
    aspect: str, heard: int, *, earns: int | None = None, by: str = "", sources: int = 1
) -> Assignment:
    topic = Topic(aspect, "en", f"the {aspect} topic", Intent.INFORMATIONAL, 1.0, "test", (), (), 0.0)
    return Assignment(
        id=aspect,
        week="2026-W48",
        ordinal=0,
        market=MARKET,
        topic=topic,
        concept=f"mats/{aspect}",
        aspect=aspect,
        category="mats",
        handles=(),
        attributes=(),
        action=Action.WRITE,
        why="",
        opportunity=Opportunity(50.0, 0.5, 1.0, 1.0, 0.5, earns=earns),
        support=Support(heard, sources if heard else 0),
        by=by,
    )


def concept(aspect: str, *, is_in_catalogue: bool = False) -> Concept:
    return Concept("en", "mats", aspect, is_in_catalogue=is_in_catalogue)


def state(each: Assignment, about: Concept, heard: set[str] = HEARD) -> Action:
    (found,) = worth_a_page([each], [about], heard)
    return found.action


@pytest.mark.parametrize(
    ("each", "action"),
    [
        (assignment("care", 1), Action.HOLD),
        (assignment("care", 2), Action.WRITE),
        (assignment("care", 1, earns=12), Action.WRITE),  # somebody counted
        (assignment("care", 1, earns=0), Action.WRITE),  # counted too: the opportunity weighs it
        (assignment("care", 1, by="Jana"), Action.WRITE),
        (assignment("care", 1, sources=0), Action.WRITE),  # its signals are not known
        (assignment("delivery", 1), Action.WRITE),  # a matter of the shop
    ],
)
def test_two_voices_or_a_count(each: Assignment, action: Action) -> None:
    assert state(each, concept(each.aspect)) is action


def test_the_reason_says_how_many_asked() -> None:
    (found,) = worth_a_page([assignment("care", 1)], [concept("care")], HEARD)
    assert found.why == "one voice, and nobody has counted searches for it: it waits until another asks"


def test_silence_says_nothing_where_nobody_listened() -> None:
    assert state(assignment("care", 1), concept("care"), set()) is Action.WRITE


def test_what_nobody_asked_for_alone_is_a_part_of_the_comparison() -> None:
    each = [assignment(CHOOSE, 0), assignment("size", 0), assignment("power", 2)]
    about = [concept(a.aspect, is_in_catalogue=True) for a in each]
    whole, part, asked = worth_a_page(each, about, HEARD)
    assert (whole.action, asked.action) == (Action.WRITE, Action.WRITE)
    assert part.action is Action.HOLD
    assert part.why.endswith("it is a part of 'the choose topic' until more ask")


def test_it_stays_a_part_when_the_comparison_is_on_our_site() -> None:
    ours = replace(assignment(CHOOSE, 0), action=Action.HOLD, covered_by="/mats")
    found = worth_a_page(
        [ours, assignment("size", 0)], [concept(CHOOSE), concept("size", is_in_catalogue=True)], HEARD
    )
    assert [a.action for a in found] == [Action.HOLD, Action.HOLD]


def test_without_a_comparison_an_aspect_may_stand_for_its_line() -> None:
    assert state(assignment("size", 0), concept("size", is_in_catalogue=True)) is Action.WRITE
