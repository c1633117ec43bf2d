"""The whole week on a small shop: what comes out, and that doing it again does nothing again."""

import asyncio
from pathlib import Path

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from sqlalchemy import text

from content.records import Article, Draft, Finding, Proof, Publication, Score, Severity, State
from flows import bootstrap, stages
from flows.__main__ import main
from flows.approval import approve
from flows.closing import show
from flows.desk import open_desk, opened
from flows.errors import WrongUse
from flows.week import carry_through, week
from seo.database import open_engine
from seo.records import Signal

WEEK = "2026-W48"


def run_week(shop: Path, articles: int = 4) -> dict[str, int]:
    return asyncio.run(week(str(shop), WEEK, articles))


def state_of(shop: Path) -> tuple[list[Article], list[Publication], list[Signal]]:
    with opened(shop, WEEK) as desk:
        return desk.told.articles(), desk.told.publications(), desk.heard.signals(WEEK)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def done(shop: Path, prefect_url: str) -> Path:
    """The shop after its week."""
    run_week(shop)
    return shop


def test_a_week_ends_with_pages_on_the_site_and_a_reason_for_every_other(done: Path) -> None:
    articles, publications, signals = state_of(done)
    assert len(signals) == 8
    assert 0 < len(articles) <= 4
    published = [article for article in articles if article.state is State.PUBLISHED]
    assert published, [article.reason for article in articles]
    assert all(article.reason for article in articles if article.state is State.HELD)
    assert all(article.approved_by == "rule:Test owner" for article in published)
    assert {each.key for each in publications if each.state is State.PUBLISHED} == {a.key for a in published}
    for article in published:
        path = article.url.removeprefix("https://hollow.example/")
        assert (done / "public" / path / "index.html").is_file()
    assert (done / "preview" / "index.html").is_file()


def test_the_second_run_of_a_week_changes_nothing(done: Path, prefect_url: str) -> None:
    before, site = state_of(done), files_of(done / "public")
    build = (done / "public").readlink()
    run_week(done)
    assert state_of(done) == before
    assert files_of(done / "public") == site
    assert (done / "public").readlink() == build
    with open_engine(done / ".acreage").begin() as connection:
        assert connection.scalar(text("select max(version) from drafts")) == 1


def test_more_articles_in_the_same_week_fill_open_places_only(done: Path, prefect_url: str) -> None:
    before, _, _ = state_of(done)
    run_week(done, articles=6)
    after, _, _ = state_of(done)
    assert len(before) < len(after) <= 6
    kept = {article.key: article for article in after}
    assert all(kept[article.key] == article for article in before)


def planned(shop: Path, articles: int) -> list[str]:
    """The week planned from the files as they are now."""
    with opened(shop, WEEK) as desk:
        for stage in (stages.collect, stages.cluster):
            stage(desk)
        stages.plan(desk, articles)
        return desk.told.keys_to_write(WEEK)


def test_a_week_planned_again_keeps_the_articles_it_has_and_says_nothing_false_of_its_number(
    done: Path, prefect_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(done, WEEK) as desk:
        before = desk.told.keys_to_write(WEEK)
    (done / "signals" / "more.csv").write_text("question,lang,count\nAre blackout curtains heavy?,en,40\n")
    assert planned(done, 6)[: len(before)] == before
    assert planned(done, 6)[: len(before)] == before  # once more, from the same files
    with opened(done, WEEK) as desk:
        show(desk)
    assert " deserves a page this week" not in capsys.readouterr().out


def test_what_a_fault_stopped_is_tried_again_before_all_else(shop: Path) -> None:
    (best,) = planned(shop, 1)
    (other,) = set(planned(shop, 2)) - {best}
    with opened(shop, WEEK) as desk:
        stages.hold(desk, other, "write failed, tried again on the next run: a fault", is_passing=True)
    (shop / "signals" / "more.csv").write_text("question,lang,count\nIs it lined?,en,1\n")
    assert planned(shop, 1) == [other]
    with opened(shop, WEEK) as desk:
        assert stages.queues(desk) == [[other]]
    with opened(shop, "2026-W49") as desk:  # and in the next week, where this one was never run again
        for stage in (stages.collect, stages.cluster):
            stage(desk)
        stages.plan(desk, 1)
        assert desk.told.keys_to_write("2026-W49") == [other]


def test_what_is_not_tried_again_says_why(shop: Path) -> None:
    last = planned(shop, 2)[-1]
    with opened(shop, WEEK) as desk:
        stages.hold(desk, last, "write failed, tried again on the next run: a fault", is_passing=True)
    assert last not in planned(shop, 0)
    with opened(shop, WEEK) as desk:
        left = desk.told.article(last)
        assert left is not None
        assert left.reason == "not tried again: deserves a page, but this week is full"
        assert stages.is_planned(desk, 0)


def test_a_week_is_planned_anew_for_what_an_earlier_one_promised_to_try_again(shop: Path) -> None:
    (key,) = planned(shop, 1)
    with opened(shop, "2026-W49") as desk:
        for stage in (stages.collect, stages.cluster):
            stage(desk)
        stages.plan(desk, 0)
        assert stages.is_planned(desk, 0)
    with opened(shop, WEEK) as desk:
        stages.hold(desk, key, "write failed, tried again on the next run: a fault", is_passing=True)
    with opened(shop, "2026-W49") as desk:
        assert not stages.is_planned(desk, 0)


def test_an_article_that_fails_is_held_with_its_reason_and_the_others_go_on(
    shop: Path, prefect_url: str
) -> None:
    desk = open_desk(shop, WEEK)
    for stage in (stages.collect, stages.cluster):
        stage(desk)
    stages.plan(desk, 4)
    first, *others = desk.told.keys_to_write(WEEK)
    real = desk.adapters.write
    refused = desk.told.assignment(WEEK, first).concept, desk.told.assignment(WEEK, first).market

    def write(assignment, *rest):  # type: ignore[no-untyped-def]
        if (assignment.concept, assignment.market) == refused:
            raise ZeroDivisionError("a fault of ours")
        return real(assignment, *rest)

    desk.adapters = bootstrap.Adapters(desk.adapters.encoder, write, desk.adapters.publishers)

    @flow(name="some-articles")
    async def some() -> None:
        for key in (first, *others):
            await carry_through(desk, key)

    asyncio.run(some())
    held = desk.told.article(first)
    assert held is not None and held.state is State.HELD
    assert held.reason == "write failed, tried again on the next run: ZeroDivisionError: a fault of ours"
    assert any((a := desk.told.article(key)) and a.state is State.APPROVED for key in others)
    assert first in [key for queue in stages.queues(desk) for key in queue]  # the next run tries again
    desk.close()


def test_without_a_rule_every_article_waits_for_a_person(strict_shop: Path, prefect_url: str) -> None:
    tally = run_week(strict_shop)
    assert set(tally) <= {"awaiting approval", "held"}
    assert tally["awaiting approval"] > 0
    assert not (strict_shop / "public").exists()


def test_what_a_person_approves_goes_out_under_their_name(
    strict_shop: Path, prefect_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run_week(strict_shop)
    waiting = [article for article in state_of(strict_shop)[0] if article.state is State.AWAITING]
    key, place = waiting[0].key, ["--shop", str(strict_shop)]
    assert main(["review", "approve", key[:10], "--as", "Jo Doe", *place]) == 0
    assert main(["publish", "--week", "2026-W47", *place]) == 0  # another week's: this one stays
    assert not (strict_shop / "public").exists()
    assert main(["publish", "--week", WEEK, *place]) == 0
    capsys.readouterr()
    assert main(["review", "approve", key, "--as", "Jo Doe", *place]) == 2
    assert "is published" in capsys.readouterr().err
    published = [article for article in state_of(strict_shop)[0] if article.state is State.PUBLISHED]
    assert [(article.key, article.approved_by) for article in published] == [(key, "person:Jo Doe")]
    assert (strict_shop / "public" / "index.html").is_file()
    for other in waiting[1:]:
        assert main(["review", "reject", other.key, "--as", "Jo Doe", "--reason", "too thin", *place]) == 0
    before = state_of(strict_shop)[0]
    run_week(strict_shop)
    assert [a for a in state_of(strict_shop)[0] if a.state is State.REJECTED] == [
        a for a in before if a.state is State.REJECTED
    ]


def test_a_blocked_article_is_not_approved_by_anybody(shop: Path) -> None:
    draft = Draft("Curtains", "", "It is 150 cm wide.", "en", "en-GB")
    blocked = Finding(
        "number.contradicted",
        Severity.BLOCK,
        (0, 6),
        "150 cm",
        Proof("products.csv", 2, "140 cm"),
        "Say 140 cm.",
    )
    with opened(shop, WEEK) as desk:
        for stage in (stages.collect, stages.cluster):
            stage(desk)
        stages.plan(desk, 1)
        (key,) = desk.told.keys_to_write(WEEK)
        score = Score(75.0, False, None, (), ())
        article = Article(
            key, "curtains", desk.told.assignment(WEEK, key), draft, (blocked,), score, State.CHECKED
        )
        desk.told.save_article(article, WEEK, desk.inputs)
        stages.decide(desk, key)
        held = desk.told.article(key)
        assert held is not None
        assert (held.state, held.reason) == (State.HELD, "number.contradicted: '150 cm': Say 140 cm.")
        with pytest.raises(WrongUse, match=r"number\.contradicted blocks it"):
            approve(desk, key, "Jo Doe")


def test_the_week_leaves_its_table_and_a_card_per_article(done: Path, prefect_url: str) -> None:
    async def keys() -> set[str]:
        async with get_client() as client:
            return {artifact.key or "" for artifact in await client.read_artifacts()}

    articles, _, _ = state_of(done)
    assert {"week-2026-w48", *(f"article-{article.key}" for article in articles)} <= asyncio.run(keys())


def test_a_second_week_keeps_where_topics_stand_and_without_a_state_folder_nothing_is(shop: Path) -> None:
    assert bootstrap.choose_adapters(None).drawn is None
    for number, name in enumerate((WEEK, "2026-W49")):
        (shop / "signals" / f"more{number}.csv").write_text(f"query\nwhat about a brand new thing {number}\n")
        with opened(shop, name) as desk:
            stages.collect(desk)
            stages.cluster(desk)
            kept = desk.state / "drawn"
            assert desk.adapters.drawn == kept
            assert kept.is_dir() == bool(number)
