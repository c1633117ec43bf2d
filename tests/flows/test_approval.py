"""A person waives a finding: it stays with name and reason, and the article waits for a person."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from content.publishers.preview import preview_files
from content.records import Action, Article, Assignment, Draft, Opportunity, Severity, State
from content.store import article_key
from flows import stages
from flows.approval import approve, waive
from flows.desk import Desk, open_desk
from flows.errors import WrongUse
from seo.records import Intent, Market, Topic

SHOP = Path(__file__).parents[1] / "content" / "checks" / "shop"
WEEK = "2026-W48"
BODY = "Lido is a towel. Our eco-friendly towel dries on the rail. Norrvik is 150 cm wide."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "shop"
    shutil.copytree(SHOP, folder)
    opened = open_desk(folder, WEEK)
    yield opened
    opened.close()


def written(desk: Desk, body: str) -> Article:
    topic = Topic("t", "en", "towels", Intent.COMMERCIAL, 1.0, "rule", (), (), 50.0)
    market = Market("en-GB", "GBP", 1.0)
    assignment = Assignment(
        "a", WEEK, 0, market, topic, "towels/care", "care", "towels", (), (), Action.WRITE, "asked",
        Opportunity(60.0, 0.5, 0.5, 1.0, 1.0),
    )  # fmt: skip
    draft = Draft("How do I dry a towel at home?", "", body, "en", "en-GB")
    article = Article(article_key(desk.shop.id, "towels/care", "en-GB"), "towels", assignment, draft)
    desk.told.save_article(article, WEEK, desk.inputs)
    return _checked(desk, article)


def _checked(desk: Desk, article: Article) -> Article:
    for stage in (stages.check, stages.score, stages.decide):
        stage(desk, article.key)
    found = desk.told.article(article.key)
    assert found is not None
    return found


def test_a_waived_block_is_kept_and_the_article_waits_for_a_person(desk: Desk) -> None:
    article = written(desk, BODY.replace(" Norrvik is 150 cm wide.", ""))
    assert (article.state, article.score and article.score.points <= 50) == (State.HELD, True)
    with pytest.raises(WrongUse, match=r"claim\.green blocks it"):
        approve(desk, article.key, "Jo Lee")
    after = waive(desk, article.key, "claim.green", "eco-friendly", "Jo Lee", "legal has seen it")
    (found,) = [each for each in after.findings if each.waived]
    assert (found.rule, found.severity, found.cap) == ("claim.green", Severity.NOTE, None)
    assert after.state is State.AWAITING
    assert "Jo Lee waived claim.green" in after.reason
    assert after.score
    assert "claim.green" not in {cap.rule for cap in after.score.caps}
    shown = b"".join(preview_files([after], desk.ledger, desk.today).values()).decode()
    assert "Waived by Jo Lee" in shown
    assert "legal has seen it" in shown
    approve(desk, article.key, "Jo Lee")


def test_a_waiver_outlives_a_second_check_and_no_changed_sentence(desk: Desk) -> None:
    article = written(desk, BODY)
    waive(desk, article.key, "claim.green", "eco-friendly", "Jo Lee", "legal has seen it")
    again = replace(article, state=State.DRAFTED, findings=(), score=None)
    desk.told.save_article(again, WEEK, desk.inputs)
    kept = [each.rule for each in _checked(desk, again).findings if each.waived]
    changed = replace(again, draft=replace(again.draft, body=BODY.replace("on the rail", "fast"), version=2))
    desk.told.save_article(changed, WEEK, desk.inputs)
    lost = _checked(desk, changed)
    assert kept == ["claim.green"]
    assert [each.waived for each in lost.findings if each.rule == "claim.green"] == [None]
    assert [waiver.by for waiver in desk.told.waivers()] == ["Jo Lee"]


def test_a_product_fact_is_not_waived(desk: Desk) -> None:
    article = written(desk, BODY)
    with pytest.raises(WrongUse, match="correct the row"):
        waive(desk, article.key, "number.contradicted", "150 cm", "Jo Lee", "it is fine")


@pytest.mark.parametrize(
    ("rule", "quote", "name", "why", "said"),
    [
        ("claim.green", "planet", "Jo Lee", "fine", "has no finding claim.green 'planet'.*'eco-friendly'"),
        ("claim.green", "eco-friendly", " ", "fine", "say who decides"),
        ("claim.green", "eco-friendly", "Jo Lee", " ", "say why"),
    ],
)
def test_a_waiver_needs_a_finding_a_name_and_a_reason(
    desk: Desk, rule: str, quote: str, name: str, why: str, said: str
) -> None:
    article = written(desk, BODY)
    with pytest.raises(WrongUse, match=said):
        waive(desk, article.key, rule, quote, name, why)
