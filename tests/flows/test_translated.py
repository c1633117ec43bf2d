"""Whether a model writes for the shop decides what plan and brief may count on, in one place for both."""

from pathlib import Path

import pytest

from content.errors import LedgerGap, LimitReached
from content.store import article_key
from flows import stages
from flows.briefing import lay_down
from flows.desk import opened
from flows.plan_only import preview_plan
from flows.writing import written
from tests.content.translated import ASKED, planned, read

WEEK = "2026-W48"


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A shop whose advice is German, with nothing to pay a model from."""
    read(tmp_path)
    with (tmp_path / "shop.toml").open("a", encoding="utf-8") as file:
        file.write("\n[models]\narticle_tokens = 500\n")
    return tmp_path


def with_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACREAGE_WRITER_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("ACREAGE_WRITER_MODEL", "m")


def test_a_writer_makes_the_brief_offer_german_advice(german: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(german, WEEK) as desk:
        each = planned(desk.ledger, "fr", can_translate=True)
        assert not any(section.evidence for section in lay_down(desk, each, "k").sections)
        with_writer(monkeypatch)
        assert lay_down(desk, each, "k").sections[0].evidence == ("advice.kids-size",)


def test_a_week_planned_without_a_writer_is_planned_anew_with_one(
    german: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(german, WEEK) as desk:
        stages.collect(desk)
        stages.cluster(desk)
        stages.plan(desk, 4)
        assert stages.is_planned(desk, 4)
        assert not stages.grounds(desk, [])[2].can_translate
        with_writer(monkeypatch)
        assert not stages.is_planned(desk, 4)
        assert stages.grounds(desk, [])[2].can_translate


@pytest.mark.parametrize("is_by_model", [False, True])
def test_a_plan_that_is_only_shown_knows_it_too(
    german: Path, monkeypatch: pytest.MonkeyPatch, *, is_by_model: bool
) -> None:
    (german / "signals").mkdir()
    (german / "signals" / "questions-fr.csv").write_text(
        "question,count\n" + f"{ASKED['fr']},9\n", encoding="utf-8"
    )
    if is_by_model:
        with_writer(monkeypatch)
    _, _, found = preview_plan(german, WEEK, 20)
    asked = next(each for each in found if each.market.language == "fr" and each.topic.questions)
    assert (asked.action.value == "write") is is_by_model, asked.why


def test_a_model_that_gives_nothing_leaves_the_page_unwritten_and_says_both_reasons(
    german: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_writer(monkeypatch)
    with opened(german, WEEK) as desk:
        each = planned(desk.ledger, "fr", can_translate=True)
        key = article_key(desk.shop.id, each.concept, each.market.locale)
        desk.told.save_plan(WEEK, "", 4, [each])
        lay_down(desk, each, key)
        with pytest.raises(LimitReached, match="cannot be assembled: the ledger does not answer"):
            written(desk, key, each, ())


def test_a_shop_without_a_writer_assembles_nothing_from_it(german: Path) -> None:
    with opened(german, WEEK) as desk, pytest.raises(LedgerGap):
        written(desk, "k", planned(desk.ledger, "fr", can_translate=True), ())
