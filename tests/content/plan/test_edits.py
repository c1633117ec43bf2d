"""What a person does to the map stays done: merge, split, rename, pin, ban, add, place; and undone is undone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from content.decisions import Decision, Decisions, Kind, Named, digest_of
from content.errors import ContentError
from content.ledger.ledger import Ledger, read_ledger
from content.plan.known import Known
from content.plan.plan import plan
from content.records import Action, Assignment
from content.shop import load_shop
from seo.database import open_engine
from seo.language import key
from seo.records import Intent, Keyword, Question, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
WEEK = "2026-W48"
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


def topic(*texts: str, language: str = "en") -> Topic:
    keywords = tuple(Keyword(t, key(t, language), language, 60.0, 2) for t in texts)
    asked = tuple(Question(t, 2) for t in texts if t.endswith("?"))
    return Topic(texts[0], language, texts[0], Intent.INFORMATIONAL, 1.0, "", keywords, asked, 60.0)


CUT = topic("Can blackout curtains be cut?", "Are blackout curtains cuttable?")
WASH = topic("Are blackout curtains machine washable?", "How do I wash blackout curtains?")
ODD = topic("zebra crossing paint")


def planned(ledger: Ledger, *decisions: Decision, week: str = WEEK, topics: tuple[Topic, ...] = (CUT, WASH, ODD),
            limit: int = 500) -> dict[str, Assignment]:  # fmt: skip
    found = plan(topics, ledger, (), ledger.shop.markets, week, limit, known=Known(decisions=decisions))
    return {each.concept or each.topic.name: each for each in found if each.market.language == "en"}


def named(each: Assignment) -> Named:
    language = each.market.language
    members = tuple(sorted({key(k.phrase, language) for k in each.topic.keywords}))
    return Named(each.topic.id, language, each.topic.name, each.concept, members)


def decision(kind: Kind, *topics: Assignment, **given: object) -> Decision:
    return Decision(kind, "Jana Petersen", AT, tuple(named(t) for t in topics), **given)  # type: ignore[arg-type]


def test_merged_topics_are_one_page_from_then_on(ledger: Ledger) -> None:
    before = planned(ledger)
    cut, wash = before["blackout-curtains/cut"], before["blackout-curtains/care"]
    edit = decision("merge", cut, wash)
    after = planned(ledger, edit)
    assert "blackout-curtains/care" not in after
    assert {q.text for q in after["blackout-curtains/cut"].topic.questions} == {
        *(q.text for q in CUT.questions), *(q.text for q in WASH.questions)
    }  # fmt: skip
    assert after["blackout-curtains/cut"].topic.id == cut.topic.id
    new = topic(
        "Can the blackout curtain go in the washing machine?"
    )  # heard a week later, in another cluster
    later = planned(ledger, edit, week="2026-W49", topics=(CUT, new))
    assert "blackout-curtains/care" not in later
    assert len(later["blackout-curtains/cut"].topic.questions) == 3


def test_what_the_catalogue_cannot_place_can_be_merged_by_hand(ledger: Ledger) -> None:
    before = planned(ledger)
    after = planned(
        ledger, decision("merge", before["blackout-curtains/cut"], before["zebra crossing paint"])
    )
    assert "zebra crossing paint" not in after
    assert "zebra crossing paint" in {k.phrase for k in after["blackout-curtains/cut"].topic.keywords}


def test_what_is_split_off_is_a_topic_of_its_own_with_its_own_page(ledger: Ledger) -> None:
    cut = planned(ledger)["blackout-curtains/cut"]
    edit = decision("split", cut, text="Cuttable curtains", members=("Are blackout curtains cuttable?",))
    after = planned(ledger, edit)
    part = after["blackout-curtains/cut~cuttable-curtains"]
    assert (part.topic.name, part.by, [q.text for q in part.topic.questions]) == (
        "Cuttable curtains",
        "Jana Petersen",
        ["Are blackout curtains cuttable?"],
    )
    assert [q.text for q in after["blackout-curtains/cut"].topic.questions] == [
        "Can blackout curtains be cut?"
    ]
    assert part.topic.id != after["blackout-curtains/cut"].topic.id == cut.topic.id


def test_a_new_name_stays_and_the_latest_counts(ledger: Ledger) -> None:
    cut = planned(ledger)["blackout-curtains/cut"]
    first, second = decision("rename", cut, text="Cutting"), decision("rename", cut, text="Made shorter")
    assert planned(ledger, first, second)["blackout-curtains/cut"].topic.name == "Made shorter"


def test_a_pinned_topic_is_written_first_and_a_banned_one_never(ledger: Ledger) -> None:
    last = [a for a in planned(ledger, limit=1).values() if a.why.endswith("this week is full")][-1]
    pinned = planned(ledger, decision("pin", last), limit=1)
    assert pinned[last.concept].action is Action.WRITE
    assert sum(a.action is Action.WRITE for a in pinned.values()) == 1
    cut = planned(ledger)["blackout-curtains/cut"]
    banned = planned(ledger, decision("ban", cut, why="off brand"))["blackout-curtains/cut"]
    assert (banned.action, banned.why) == (Action.HOLD, "Jana Petersen does not want it: off brand")


def test_a_topic_of_ones_own_is_planned_under_its_name(ledger: Ledger) -> None:
    own = decision("add", text="Can a wool blanket go in the dryer?", market="en-GB")
    found = planned(ledger, own, limit=1)["wool-blankets/care"]
    assert (found.action, found.topic.name, found.by) == (Action.WRITE, own.text, own.by)
    odd = decision("add", text="Our favourite zebra", market="en-GB")
    assert planned(ledger, odd)["Our favourite zebra"].by == "Jana Petersen"  # not written, not lost


def test_a_placed_topic_stands_in_its_week_and_in_no_other(ledger: Ledger) -> None:
    cut = planned(ledger)["blackout-curtains/cut"]
    move = decision("move", cut, week="2026-W50")
    assert planned(ledger, move)["blackout-curtains/cut"].why == "Jana Petersen placed it in 2026-W50"
    there = planned(ledger, move, week="2026-W50", limit=1)["blackout-curtains/cut"]
    assert (there.action, there.by) == (Action.WRITE, "Jana Petersen")


def test_a_decision_outlives_what_it_was_about(ledger: Ledger) -> None:
    cut = planned(ledger)["blackout-curtains/cut"]
    edits = (
        decision("merge", cut, cut),
        decision("pin", cut),
        decision("split", cut, text="x", members=("gone?",)),
    )
    assert planned(ledger, *edits, topics=(WASH,))["blackout-curtains/care"].action is Action.WRITE


def test_decisions_are_kept_with_the_name_and_undone_by_name(tmp_path: Path, ledger: Ledger) -> None:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    kept = Decisions(engine, "shop")
    cut = planned(ledger)["blackout-curtains/cut"]
    pin, ban = decision("pin", cut), decision("ban", cut, why="off brand")
    for each in (pin, ban, pin):
        kept.save(each)
    assert sorted(kept.standing(), key=lambda d: d.kind) == [ban, pin]
    assert Decisions(engine, "other").standing() == []
    before = digest_of(kept.standing())
    kept.undo(pin.id, "Anna Weber")
    assert kept.standing() == [ban]
    assert [d.undone_by for d in kept.all() if d.kind == "pin"] == ["Anna Weber"]
    assert digest_of(kept.standing()) != before  # such a week is planned anew
    assert digest_of([]) == ""
    with pytest.raises(ContentError, match="no decision that holds begins with"):
        kept.undo(pin.id, "Anna Weber")
    with pytest.raises(ContentError, match="needs a person"):
        kept.save(Decision("pin", " ", AT))
