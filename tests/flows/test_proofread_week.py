"""The proofreader in a shop's week: what it says decides over an article, and what it does not say is a person's."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import ShopError
from content.records import Action, Article, Assignment, Draft, Opportunity, Severity, State
from content.store import article_key
from flows import refreshing, stages
from flows.approval import approve, waive
from flows.bootstrap import calls_of
from flows.closing import paid
from flows.desk import Desk, opened
from flows.errors import WrongUse
from flows.refreshing import Outcome
from seo.records import Intent, Market, Topic
from tests.flows.proofread_shop import (
    READER,
    add,
    again,
    answers,
    is_again,
    is_proofreading,
    let_in,
    questions,
)
from tests.flows.written_article import WEEK, carried, writes
from tests.servers.model_server import Asked, ModelServer, complaint, completion
from tests.servers.web import Reply

START = "The Dusk curtain is a good start for a small window."
SISTER = f"{START} Its cotton sister is 180 cm wide."
NARROWER = "The Dusk curtain is 40 cm narrower than the cotton one."
TRUE = "The Dusk curtain can be put into the machine."
LIE = "The Night curtain can be put into the machine."
NEXT_WEEK = "2026-W49"
EVE = "C 5,Eve curtain,Vorhang Eve,blackout-curtains,9.90 GBP,9.90 EUR,https://hollow.example/p/eve,90,wool,no,no,1.0\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(answers) as server:
        monkeypatch.setenv("ACREAGE_PROOFREADER_URL", server.url)
        monkeypatch.setenv("ACREAGE_PROOFREADER_MODEL", READER)
        yield server


@pytest.fixture
def read_shop(shop: Path, server: ModelServer) -> Path:
    """Its proofreader is let in."""
    let_in(shop, server.url)
    return shop


def decided(desk: Desk, body: str, written_by: str = "file") -> Article:
    """An article that says this, checked, scored and decided."""
    topic = Topic("t", "en", "curtains", Intent.COMMERCIAL, 1.0, "rule", (), (), 50.0)
    assignment = Assignment(
        "a", WEEK, 0, Market("en-GB", "GBP", 1.0), topic, "curtains/care", "care", "curtains", (), (),
        Action.WRITE, "asked", Opportunity(60.0, 0.5, 0.5, 1.0, 1.0),
    )  # fmt: skip
    draft = Draft("Which curtain can be washed at home?", "", body, "en", "en-GB", written_by=written_by)
    key = article_key(desk.shop.id, "curtains/care", "en-GB")
    before = desk.told.article(key)
    version = before.draft.version + 1 if before else 1
    article = Article(key, "curtains", assignment, replace(draft, version=version))
    desk.told.save_article(article, WEEK, desk.inputs)
    for stage in (stages.check, stages.score, stages.decide):
        stage(desk, key)
    return at(desk, key)


def at(desk: Desk, key: str) -> Article:
    found = desk.told.article(key)
    assert found is not None
    return found


def on_site(desk: Desk, body: str) -> str:
    """An approved article's key, once it is published."""
    article = decided(desk, body)
    assert article.state is State.APPROVED, article.reason
    desk.told.set_state(article.key, State.PUBLISHED, "", article.approved_by, was=[State.APPROVED])
    return article.key


def after(shop: Path, old: str, new: str) -> Outcome | None:
    """What becomes of the page when the catalogue says something else."""
    products = shop / "products.csv"
    text = products.read_text(encoding="utf-8")
    assert old in text
    products.write_text(text.replace(old, new), encoding="utf-8")
    with opened(shop, NEXT_WEEK) as desk:
        return next(iter(refreshing.settle(desk)), None)


def severities(article: Article) -> dict[str, Severity]:
    return {each.rule: each.severity for each in article.findings if each.quote}


# --- who decides ------------------------------------------------------------------------------------------


def test_without_a_proofreader_the_checks_decide(shop: Path) -> None:
    with opened(shop, WEEK) as desk:
        assert decided(desk, f"{START} {LIE}").state is State.APPROVED
        held = decided(desk, SISTER)
        assert (held.state, severities(held)["number.elsewhere"]) == (State.HELD, Severity.BLOCK)


def test_an_unadmitted_proofreader_is_never_asked(shop: Path, server: ModelServer) -> None:
    let_in(shop, server.url, is_passed=False)
    with opened(shop, WEEK) as desk:
        assert decided(desk, f"{START} {LIE}").state is State.APPROVED
        assert decided(desk, SISTER).state is State.HELD
    assert server.asked == []


def test_a_lie_it_reads_is_held_with_the_formula_and_the_row(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, f"{START} {LIE}")
        assert article.state is State.HELD
        assert article.reason.startswith(f"proof.contradicted: {LIE!r}: Read as c-2.machine_washable == yes")
        assert "c-2.machine_washable = false" in article.reason
        assert article.score is not None
        assert "proof.contradicted" in {cap.rule for cap in article.score.caps}
    assert questions(server) == 1


def test_a_mistaken_block_holds_nothing_any_more(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, SISTER)
        assert (article.state, article.approved_by) == (State.APPROVED, "rule:Test owner")
        assert severities(article)["number.elsewhere"] is Severity.NOTE
        assert article.score is not None
        assert "number.elsewhere" not in {cap.rule for cap in article.score.caps}
    assert questions(server) == 1


def test_checking_again_asks_nothing(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        once = decided(desk, SISTER)
        again = decided(desk, SISTER)
        assert again.findings == once.findings
    assert questions(server) == 1


# --- when it does not answer ------------------------------------------------------------------------------


def test_one_that_is_down_leaves_the_checks_findings_and_the_article_waits(
    read_shop: Path, server: ModelServer
) -> None:
    add(read_shop, "\n[models]\ndeadline_s = 0.5\n")
    server.says = complaint("overloaded", 503)
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, f"{START} {LIE}")
        assert (article.state, article.approved_by) == (State.AWAITING, "")
        assert article.reason.startswith("not proofread: ")
        silent = [each for each in article.findings if each.rule == "proof.silent"]
        assert [each.severity for each in silent] == [Severity.WARN]
        held = decided(desk, SISTER)
        assert (held.state, severities(held)["number.elsewhere"]) == (State.HELD, Severity.BLOCK)
        assert "proof.silent" in {each.rule for each in held.findings}
        server.says = answers  # it is back: the same words are asked for, and read
        assert decided(desk, SISTER).state is State.APPROVED


def test_what_waits_unread_a_person_may_approve(read_shop: Path, server: ModelServer) -> None:
    server.says = complaint("who are you", 401)
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, f"{START} {TRUE}")
        assert article.state is State.AWAITING
        assert approve(desk, article.key, "Jo Lee").key == article.key
        assert (at(desk, article.key).state, at(desk, article.key).approved_by) == (
            State.APPROVED,
            "person:Jo Lee",
        )


def test_a_limit_in_tokens_counts_its_calls_and_leaves_the_article_to_a_person(
    read_shop: Path, server: ModelServer
) -> None:
    with opened(read_shop, WEEK) as desk:
        assert decided(desk, f"{START} {TRUE}").state is State.APPROVED
    add(read_shop, "\n[models]\narticle_tokens = 2400\n")
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, f"{START} Think again. {TRUE}")
        assert article.state is State.AWAITING
        assert "the article's limit of 2,400 tokens: 2,200 are used" in article.reason
        assert decided(desk, f"{START} {TRUE}").state is State.APPROVED  # what was read costs nothing
    assert questions(server) == 1


def test_a_limit_in_dollars_needs_its_price(read_shop: Path, server: ModelServer) -> None:
    add(read_shop, "\n[models]\nweek_usd = 0.02\n")
    with opened(read_shop, WEEK) as desk, pytest.raises(ShopError, match=r"\[proofreader\] of shop.toml"):
        decided(desk, f"{START} {TRUE}")
    price = "price_in = 2.0\nprice_out = 1.0\n"
    add(read_shop, f'\n[proofreader]\nurl = "{server.url}"\nmodel = "{READER}"\n{price}')
    with opened(read_shop, WEEK) as desk:
        assert decided(desk, f"{START} {TRUE}").state is State.APPROVED
        assert "cost 0.0042 US dollars" in paid(desk)


def test_its_calls_are_counted_under_its_role_its_article_and_its_week(
    read_shop: Path, server: ModelServer
) -> None:
    with opened(read_shop, WEEK) as desk:
        key = decided(desk, f"{START} {TRUE}").key
        calls = calls_of(desk.shop, desk.engine)
        told = calls.tally(week=WEEK, article=key, role="proofreader")
        assert (told.calls, told.tokens_in, told.tokens_out) == (2, 2000, 200)  # its claims and its tags
        assert calls.tally(role="judge").calls == 0
        assert paid(desk).startswith("model calls 2, tokens 2,000 in and 200 out")


# --- the catalogue changes --------------------------------------------------------------------------------


def test_a_changed_value_is_held_against_the_same_answer(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        key = on_site(desk, f"{START} {TRUE}")
    outcome = after(read_shop, "polyester,yes,yes,1.1", "polyester,no,yes,1.1")
    assert outcome is not None
    assert (outcome.article.key, outcome.article.state, outcome.is_off) == (key, State.STALE, True)
    assert outcome.article.reason.startswith("proof.contradicted: Read as c-1.machine_washable == yes")
    assert questions(server) == 1  # the question has not changed: values are no part of it
    assert again(server) == 1  # before the page came off, the line was read once more


def test_a_page_that_is_true_again_returns_by_itself(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        on_site(desk, f"{START} {TRUE}")
    after(read_shop, "polyester,yes,yes,1.1", "polyester,no,yes,1.1")
    outcome = after(read_shop, "polyester,no,yes,1.1", "polyester,yes,yes,1.1")
    assert outcome is not None
    assert outcome.article.state is State.REFRESHED
    assert questions(server) == 1


def test_a_number_whose_block_was_lifted_is_watched_all_the_same(
    read_shop: Path, server: ModelServer
) -> None:
    with opened(read_shop, WEEK) as desk:
        key = on_site(desk, f"{START} {NARROWER}")
    after(read_shop, "night,180,cotton", "night,190,cotton")
    with opened(read_shop, NEXT_WEEK) as desk:
        assert at(desk, key).state is State.STALE
    assert questions(server) == 1


def test_a_number_that_was_softened_is_watched_as_well(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        key = on_site(desk, f"{START} {NARROWER}")
        article = at(desk, key)
        assert any(each.rule.startswith("number.") for each in article.findings)
        softened = tuple(
            replace(each, severity=Severity.WARN) if each.rule.startswith("number.") else each
            for each in article.findings
        )
        desk.told.save_article(replace(article, findings=softened), WEEK, desk.inputs)
    after(read_shop, "night,180,cotton", "night,190,cotton")
    with opened(read_shop, NEXT_WEEK) as desk:
        assert at(desk, key).state is State.STALE
    assert questions(server) == 1


def test_a_page_that_was_read_as_false_does_not_return_while_the_proofreader_is_down(
    read_shop: Path, server: ModelServer
) -> None:
    with opened(read_shop, WEEK) as desk:
        key = on_site(desk, f"{START} {TRUE}")
    after(read_shop, "polyester,yes,yes,1.1", "polyester,no,yes,1.1")
    server.says = complaint("who are you", 401)
    after(read_shop, "C.4,", f"{EVE}C.4,")  # another question: the catalogue names one more product
    with opened(read_shop, NEXT_WEEK) as desk:
        assert at(desk, key).state is State.STALE


def test_what_the_second_reading_let_go_stays_while_the_proofreader_is_down(
    read_shop: Path, server: ModelServer
) -> None:
    def says(asked: Asked) -> Reply:
        claims = ["3: N1 == P2.width"] if is_again(asked) else []
        return completion(
            json.dumps({"claims": claims, "unlisted": [], "free": [], "tags": []}), tokens=(1000, 100)
        )

    server.says = says
    with opened(read_shop, WEEK) as desk:
        key = on_site(desk, SISTER)
    assert again(server) == 1
    server.says = complaint("who are you", 401)
    after(read_shop, "C.4,", f"{EVE}C.4,")
    with opened(read_shop, NEXT_WEEK) as desk:
        assert at(desk, key).state is State.PUBLISHED


def test_another_product_is_no_reason_to_take_a_page_off_while_the_proofreader_is_down(
    read_shop: Path, server: ModelServer
) -> None:
    with opened(read_shop, WEEK) as desk:
        key = on_site(desk, SISTER)
    server.says = complaint("who are you", 401)
    after(read_shop, "C.4,", f"{EVE}C.4,")
    with opened(read_shop, NEXT_WEEK) as desk:
        assert at(desk, key).state is State.PUBLISHED


# --- people and writers -----------------------------------------------------------------------------------


def test_a_person_may_let_its_finding_stand_with_a_reason(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, f"{START} {LIE}")
        for name, why in (("Jo Lee", " "), (" ", "the label is old")):
            with pytest.raises(WrongUse, match="say w"):
                waive(desk, article.key, "proof.contradicted", LIE, name, why)
        let = waive(desk, article.key, "proof.contradicted", LIE, "Jo Lee", "the label is old")
        assert (let.state, severities(let)["proof.contradicted"]) == (State.AWAITING, Severity.NOTE)
        assert "Jo Lee waived proof.contradicted" in let.reason
        kept = decided(desk, f"{START} {LIE}")  # read once more, the same words: it still stands
        assert (kept.state, severities(kept)["proof.contradicted"]) == (State.AWAITING, Severity.NOTE)
    assert questions(server) == 1


def test_a_number_the_ledger_contradicts_nobody_lets_stand(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        article = decided(desk, SISTER.replace("180", "190"))
        assert article.state is State.HELD
        for rule in ("number.contradicted", "number.elsewhere"):
            with pytest.raises(WrongUse, match="correct the row"):
                waive(desk, article.key, rule, "190 cm", "Jo Lee", "it is fine")


def test_the_model_that_writes_may_proofread_and_gets_its_own_lie_back(
    read_shop: Path, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACREAGE_WRITER_URL", server.url)
    monkeypatch.setenv("ACREAGE_WRITER_MODEL", READER)
    write = writes(
        "The {{c-2.short}} can be put into the machine.",
        "The {{c-2.short}} must stay whole, so choose its length before you order.",
    )

    def says(asked: Asked) -> Reply:
        return answers(asked) if is_proofreading(asked) else write(asked)

    server.says = says
    with opened(read_shop, WEEK) as desk:
        article = at(desk, carried(desk))
        assert (article.state, article.draft.version, article.draft.written_by) == (
            State.APPROVED,
            2,
            f"model:{READER}",
        )
    again = [asked.text for asked in server.asked if asked.text.startswith("Parts of your article")]
    assert len(again) == 1
    assert "Read as c-2.machine_washable == yes" in again[0]
    assert questions(server) == 2  # each version once, however often it was checked


def test_a_proofreader_that_is_down_is_no_reason_to_write_again(
    read_shop: Path, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACREAGE_WRITER_URL", server.url)
    monkeypatch.setenv("ACREAGE_WRITER_MODEL", "m")
    whole = "The {{c-2.short}} must stay whole: its owner has said no to cutting."
    write = writes(whole, whole)

    def says(asked: Asked) -> Reply:
        return complaint("who are you", 401) if is_proofreading(asked) else write(asked)

    server.says = says
    with opened(read_shop, WEEK) as desk:
        assert at(desk, carried(desk)).state is State.AWAITING
    written = [asked.text for asked in server.asked if not is_proofreading(asked)]
    assert [text for text in written if "proof.silent" in text] == []
    assert len(written) == 1


def test_neither_numbers_nor_rows_are_shown_to_it(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        decided(desk, SISTER)
    for asked in server.asked:
        shown = json.dumps(asked.body, ensure_ascii=False)
        assert "cotton sister is [N1 cm] wide" in shown
        assert not {value for value in ("180", "39.90", "59.90", "polyester,yes") if value in shown}
    assert len(server.asked) == 2  # for its claims and its tags


def test_what_was_assembled_from_rows_is_not_read(read_shop: Path, server: ModelServer) -> None:
    with opened(read_shop, WEEK) as desk:
        decided(desk, SISTER, written_by="assembler")
    assert not server.asked
