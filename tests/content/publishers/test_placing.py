"""Once, whatever is lost on the way; a person's words stand; taken back in one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from content.errors import PublishDown, PublishUnknown
from content.publications import Placement, Publications, Stand, placement_key
from content.publishers.place import Copy, Payload, Sight, Status
from content.publishers.placing import Placing, Wish
from flows.migrate import migrate
from seo.database import open_engine
from tests.content.publishers.shelf import Clock, Shelf

KEY = placement_key("shop", "a1", "de-DE", "shelf")
WIDTH = '<data data-acreage="dusk.width" value="{0} cm">{0} cm</data>'
BODY = "<h2>Breite</h2>\n<p>Er ist " + WIDTH.format(140) + " breit.</p>\n<p>Waschen bei 30 Grad.</p>"
PAGE = Payload(KEY, "a1", "de-DE", "wie-breit", "Wie breit?", BODY, "", "", "", "{}")
OUT, DRAFT = Wish(Status.PUBLISHED, "2026-W48"), Wish(Status.DRAFT, "2026-W48")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def placing(tmp_path: Path, shelf: Shelf) -> Placing:
    engine = open_engine(tmp_path)
    migrate(engine)
    clock = Clock()
    return Placing(shelf, Publications(engine, "shop"), "shelf", clock.now, clock.sleep)


def known(placing: Placing) -> Placement:
    found = placing.book.placement(KEY)
    assert found is not None
    return found


def only(shelf: Shelf) -> Copy:
    (copy,) = shelf.copies.values()
    return copy


class Killed(BaseException):
    """The process is gone."""


def losing(name: str, times: int, error: type[BaseException] = PublishUnknown) -> Callable[[str], None]:
    """A cut that happens so many times at one method."""
    left = [times]

    def cut(method: str) -> None:
        if method == name and left[0] > 0:
            left[0] -= 1
            raise error("the answer was lost")

    return cut


def test_a_page_is_created_as_a_draft_and_then_written_by_id(placing: Placing, shelf: Shelf) -> None:
    placed = placing.put(PAGE, OUT)
    assert shelf.writes == ["create", "update"]
    assert (placed.stand, placed.url) == (Stand.PUBLISHED, "https://shelf.example/wie-breit/")
    assert only(shelf).status is Status.PUBLISHED


def test_an_equal_page_is_not_written_again(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    assert placing.put(PAGE, OUT) == known(placing)
    assert shelf.writes == ["create", "update"]


def test_a_changed_page_is_one_update(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    placing.put(replace(PAGE, title="Wie breit ist er?"), OUT)
    assert shelf.writes == ["create", "update", "update"]
    assert only(shelf).said["title"] == "Wie breit ist er?"


def test_a_create_whose_answer_was_lost_is_found_and_not_repeated(placing: Placing, shelf: Shelf) -> None:
    shelf.after = losing("create", 1)
    placing.put(PAGE, OUT)
    assert shelf.writes == ["create", "update"]
    assert len(shelf.copies) == 1


def test_a_create_that_never_arrived_is_repeated_after_the_requests_timeout(
    placing: Placing, shelf: Shelf
) -> None:
    shelf.before = losing("create", 1)
    began = placing.now()
    placing.put(PAGE, OUT)
    assert placing.now() - began > timedelta(seconds=shelf.timeout_s)
    assert len(shelf.copies) == 1


def test_an_update_whose_answer_was_lost_is_recognised_as_our_own(placing: Placing, shelf: Shelf) -> None:
    shelf.after = losing("update", 1)
    placed = placing.put(PAGE, OUT)
    assert (placed.stand, placed.edited, placed.fingerprint) == (Stand.PUBLISHED, (), PAGE.fingerprint)


def test_answers_lost_in_a_row_end_in_again_in_a_minute_and_nothing_is_doubled(
    placing: Placing, shelf: Shelf
) -> None:
    shelf.before = losing("update", 99)
    with pytest.raises(PublishDown):
        placing.put(PAGE, OUT)
    shelf.before = lambda name: None
    placing.put(PAGE, OUT)
    assert len(shelf.copies) == 1


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("method", ["create", "update"])
def test_a_process_killed_between_two_steps_leaves_one_page(
    placing: Placing, shelf: Shelf, moment: str, method: str
) -> None:
    setattr(shelf, moment, losing(method, 1, Killed))
    with pytest.raises(Killed):
        placing.put(PAGE, OUT)
    placed = placing.put(PAGE, OUT)
    assert (only(shelf).status, placed.stand, placed.edited) == (Status.PUBLISHED, Stand.PUBLISHED, ())


def test_a_doubled_draft_of_ours_is_deleted_and_the_lowest_kept(placing: Placing, shelf: Shelf) -> None:
    def double(method: str) -> None:
        if method == "create" and len(shelf.copies) == 1:
            shelf.copies["99"] = replace(shelf.copies["1"], id="99", slug="wie-breit-2")

    shelf.after = double
    placing.put(PAGE, OUT)
    assert list(shelf.copies) == ["1"]


def test_somebody_elses_page_at_the_slug_is_left_alone(placing: Placing, shelf: Shelf) -> None:
    shelf.copies["7"] = Copy("7", Status.PUBLISHED, "wie-breit", "x", "https://shelf.example/wie-breit/")
    placed = placing.put(PAGE, OUT)
    assert placed.stand is Stand.CONFLICT
    assert "somebody else's" in placed.note
    assert list(shelf.copies) == ["7"]


def test_what_the_place_dropped_is_listed(placing: Placing, shelf: Shelf) -> None:
    shelf.drops = {"tags"}
    assert placing.put(PAGE, OUT).dropped == ("tags",)


def test_a_page_in_the_trash_is_not_made_anew(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    shelf.copies["1"] = replace(only(shelf), status=Status.TRASH)
    placed = placing.put(replace(PAGE, title="Neu"), OUT)
    assert (placed.stand, len(shelf.copies)) == (Stand.CONFLICT, 1)


def test_what_an_editor_published_is_not_put_back_to_pending(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, Wish(Status.PENDING, "2026-W48"))
    shelf.copies["1"] = replace(only(shelf), status=Status.PUBLISHED, modified="other")
    placing.put(replace(PAGE, title="Neu"), Wish(Status.PENDING, "2026-W48"))
    assert only(shelf).status is Status.PUBLISHED


def test_what_a_person_took_off_stays_off(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    shelf.copies["1"] = replace(only(shelf), status=Status.DRAFT, modified="other")
    placed = placing.put(replace(PAGE, title="Neu"), OUT)
    assert (placed.stand, only(shelf).status) == (Stand.CONFLICT, Status.DRAFT)


def test_a_draft_becomes_published_when_the_shop_says_so(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, DRAFT)
    assert placing.put(PAGE, OUT).stand is Stand.PUBLISHED


# --- a person's words -------------------------------------------------------------------------------------


def test_a_new_figure_goes_into_a_sentence_that_a_person_rewrote(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    theirs = BODY.replace("<p>Er ist ", "<p>Stolze ").replace(" breit.</p>", " misst er.</p>")
    shelf.edited("1", body=theirs)
    placed = placing.put(replace(PAGE, html=BODY.replace("140", "150")), OUT)
    assert only(shelf).said["body"] == theirs.replace("140", "150")
    assert placed.edited == ("body",)


def test_an_edit_outlives_every_later_write(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    shelf.edited("1", title="Die Breite", body=BODY.replace("30 Grad", "40 Grad"))
    for width in ("150", "160"):
        placing.put(replace(PAGE, html=BODY.replace("140", width)), OUT)
    assert only(shelf).said["title"] == "Die Breite"
    assert only(shelf).said["body"] == BODY.replace("30 Grad", "40 Grad").replace("140", "160")


def test_changes_to_different_blocks_stand_side_by_side(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    shelf.edited("1", body=BODY.replace("30 Grad", "40 Grad"))
    placing.put(replace(PAGE, html=BODY.replace("<h2>Breite", "<h2>Die Breite")), OUT)
    assert only(shelf).said["body"] == BODY.replace("30", "40").replace("<h2>Breite", "<h2>Die Breite")


def test_changes_to_the_same_block_are_a_conflict_and_nothing_is_written(
    placing: Placing, shelf: Shelf
) -> None:
    placing.put(PAGE, OUT)
    theirs = BODY.replace("30 Grad", "40 Grad")
    shelf.edited("1", body=theirs)
    placed = placing.put(replace(PAGE, html=BODY.replace("30 Grad", "60 Grad")), OUT)
    assert placed.stand is Stand.CONFLICT
    assert "-<p>Waschen bei 40 Grad.</p>\n+<p>Waschen bei 60 Grad.</p>" in placed.diff
    assert only(shelf).said["body"] == theirs


def test_a_live_fact_that_an_edit_took_out_is_an_alarm(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    shelf.edited("1", body=BODY.replace(WIDTH.format(140), "140 cm"))
    assert placing.look(known(placing), PAGE).alarms == ("dusk.width",)
    placed = placing.put(replace(PAGE, html=BODY.replace("140", "150")), OUT)
    assert placed.alarms == ("dusk.width",)


def test_a_page_whose_answer_was_lost_and_that_a_person_then_edited_keeps_the_edit(
    placing: Placing, shelf: Shelf
) -> None:
    shelf.after = losing("update", 1, Killed)
    with pytest.raises(Killed):
        placing.put(PAGE, OUT)
    shelf.edited("1", body=BODY.replace("30 Grad", "40 Grad"))
    placing.put(PAGE, OUT)
    assert only(shelf).said["body"] == BODY.replace("30 Grad", "40 Grad")


# --- look and take back ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sight", "stand"),
    [(Sight.LIVE, Stand.LIVE), (Sight.NOT_LIVE, Stand.PUBLISHED), (Sight.UNSEEN, Stand.UNSEEN)],
)
def test_live_is_what_a_reader_saw(placing: Placing, shelf: Shelf, sight: Sight, stand: Stand) -> None:
    placing.put(PAGE, OUT)
    shelf.sight = sight
    assert placing.look(known(placing), PAGE).stand is stand


def test_a_missed_schedule_is_published_by_us(placing: Placing, shelf: Shelf) -> None:
    due_at = placing.now() + timedelta(hours=1)
    placing.put(PAGE, Wish(Status.SCHEDULED, "2026-W48", due_at))
    assert placing.look(known(placing), PAGE).stand is Stand.SCHEDULED
    placing.sleep(2 * 3600)
    assert placing.look(known(placing), PAGE).stand is Stand.LIVE
    assert only(shelf).said["body"] == BODY


def test_a_page_taken_off_for_now_comes_back_as_it_stood(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, Wish(Status.PENDING, "2026-W48"))
    shelf.copies["1"] = replace(only(shelf), status=Status.PUBLISHED)
    placing.look(known(placing), PAGE)
    assert placing.withdraw(known(placing), is_final=False).stand is Stand.OFF
    assert only(shelf).status is Status.DRAFT
    placing.put(PAGE, Wish(Status.PENDING, "2026-W48"))
    assert only(shelf).status is Status.PUBLISHED


def test_a_withdrawn_page_may_be_published_anew(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    assert placing.withdraw(known(placing), is_final=True).stand is Stand.WITHDRAWN
    assert placing.put(PAGE, OUT).stand is Stand.PUBLISHED
    assert only(shelf).status is Status.PUBLISHED


def test_a_rollback_shows_the_version_before_and_the_new_one_is_not_sent_again(
    placing: Placing, shelf: Shelf
) -> None:
    placing.put(PAGE, OUT)
    worse = replace(PAGE, title="Schlechter")
    placing.put(worse, OUT)
    placing.roll_back(known(placing))
    placing.put(worse, OUT)
    assert only(shelf).said["title"] == "Wie breit?"
    placing.put(replace(PAGE, title="Besser"), OUT)
    assert only(shelf).said["title"] == "Besser"


def test_a_rollback_takes_back_words_and_never_a_figure(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    placing.put(replace(PAGE, html=BODY.replace("Waschen", "Kochen")), OUT)
    placing.put(replace(PAGE, html=BODY.replace("Waschen", "Kochen").replace("140", "150")), OUT)
    placing.roll_back(known(placing))
    assert only(shelf).said["body"] == BODY.replace("140", "150")


def test_the_first_version_is_rolled_back_to_a_draft(placing: Placing, shelf: Shelf) -> None:
    placing.put(PAGE, OUT)
    placing.roll_back(known(placing))
    placing.put(PAGE, OUT)
    assert only(shelf).status is Status.DRAFT
