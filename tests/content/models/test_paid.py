"""Never pay twice: a stored answer is handed out again; limits hold before anything is sent; what may be lost is counted."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from content.calls import Calls, CallState, Limits, Purpose, Tally
from content.errors import LimitReached, ModelDown, ModelError, ModelRefused, ModelUnreadable
from content.models.model import Message, Request
from content.models.paid import Paid, Terms
from content.models.prices import Price
from tests.servers.model_server import CUT, FAULTS, GOOD, HANG, ModelServer, completion, in_turn

ASKED = Request((Message("user", "How many?"),), {"type": "object"}, "count", prompt="count@1")
BuildPaid = Callable[..., Paid]


def test_the_same_request_is_answered_from_memory_also_after_a_restart(
    server: ModelServer, paid: BuildPaid, engine: Engine
) -> None:
    server.says = lambda asked: completion(json.dumps({"n": asked.total}))
    assert [paid().ask(ASKED).text for _ in range(3)] == ['{"n": 1}'] * 3
    later = paid(book=Calls(engine, "hollow-lane", "here 2 0"), purpose=Purpose("writer", "a1", "2027-W03"))
    assert later.ask(ASKED).text == '{"n": 1}'
    assert len(server.asked) == 1


def test_another_shop_has_answers_of_its_own(server: ModelServer, paid: BuildPaid, engine: Engine) -> None:
    paid().ask(ASKED)
    paid(book=Calls(engine, "other")).ask(ASKED)
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "change",
    [{"sample": 1}, {"attempt": 1}, {"temperature": 0.5}, {"tokens": 9}, {"schema": {}}, {"schema": None}],
)
def test_whatever_the_answer_depends_on_makes_another_request(
    server: ModelServer, paid: BuildPaid, change: dict[str, object]
) -> None:
    server.says = completion(GOOD)
    paid().ask(ASKED)
    paid().ask(replace(ASKED, **change))  # type: ignore[arg-type]  # the fields above
    assert len(server.asked) == 2


def test_the_name_of_a_prompt_alone_does_not(server: ModelServer, paid: BuildPaid) -> None:
    paid().ask(ASKED)
    paid().ask(replace(ASKED, prompt="count@2"))
    assert len(server.asked) == 1


def test_memory_alone_answers_what_was_asked_and_fails_else(
    server: ModelServer, paid: BuildPaid, calls: Calls
) -> None:
    model = paid()
    model.ask(ASKED)
    alone = Paid(calls, None, Purpose("writer"), Terms(), name=model.name, base_url=model.base_url)
    assert alone.ask(ASKED).text == GOOD
    with pytest.raises(ModelError, match="no stored answer"):
        alone.ask(replace(ASKED, sample=1))


def test_answers_kept_as_files_before_there_was_a_table_are_taken_over(
    server: ModelServer, paid: BuildPaid, calls: Calls, tmp_path: Path
) -> None:
    key = ASKED.key(server.url, "m")
    told = {"text": '{"n": 9}', "tokens_in": 5, "tokens_out": 0, "seconds": 0.5}
    (tmp_path / f"{key}.json").write_text(json.dumps(told), encoding="utf-8")
    model = Paid(calls, None, Purpose("judge"), Terms(), name="m", base_url=server.url, older=tmp_path)
    assert model.ask(ASKED).text == '{"n": 9}'
    (tmp_path / f"{key}.json").unlink()
    assert model.ask(ASKED).text == '{"n": 9}'


@pytest.mark.parametrize("fault", ["cut short", "empty", "refusal"])
def test_an_answer_that_is_no_good_is_kept_and_counted_and_never_asked_for_or_handed_out_again(
    server: ModelServer, paid: BuildPaid, calls: Calls, fault: str
) -> None:
    server.says = FAULTS[fault]
    kind = ModelRefused if fault == "refusal" else ModelUnreadable
    said = set()
    for _ in range(3):
        with pytest.raises(kind) as caught:
            paid().ask(ASKED)
        said.add((str(caught.value), getattr(caught.value, "fault", "")))
    assert len(server.asked) == len(said) == 1
    tally = calls.tally()
    assert (tally.calls, tally.tokens_in, tally.rejected + tally.refused) == (1, 7, 1)


def test_what_a_reader_rejects_is_no_answer_any_more(
    server: ModelServer, paid: BuildPaid, calls: Calls
) -> None:
    model = paid()
    model.ask(ASKED)
    model.reject(ASKED, "language: it is written in English, not in German")
    with pytest.raises(ModelUnreadable, match="written in English") as caught:
        model.ask(ASKED)
    assert (caught.value.fault, len(server.asked)) == ("language", 1)


def test_a_call_that_failed_is_sent_again(server: ModelServer, paid: BuildPaid, calls: Calls) -> None:
    server.says = FAULTS["500"]
    with pytest.raises(ModelDown):
        paid().ask(ASKED)
    failed = len(server.asked)
    server.says = completion(GOOD)
    assert paid().ask(ASKED).text == GOOD
    assert len(server.asked) == failed + 1
    assert (calls.tally().calls, calls.tally().lost) == (1, 0)  # an error has no price


def test_what_came_too_late_may_be_on_the_bill_and_counts(
    server: ModelServer, paid: BuildPaid, calls: Calls
) -> None:
    server.says = in_turn(CUT, HANG, completion(GOOD))
    assert paid().ask(ASKED).text == GOOD
    assert calls.tally().lost == 2


def test_tokens_cost_and_seconds_are_told_and_the_unknown_stays_unknown(
    server: ModelServer, paid: BuildPaid, calls: Calls
) -> None:
    server.says = in_turn(
        completion(GOOD, tokens=(1000, 100)), completion(GOOD, tokens=None), completion(GOOD)
    )
    paid(price=Price(0.3, 1.2)).ask(ASKED)  # 1000 · 0.3 + 100 · 1.2 = 420 millionths
    paid(price=Price(0.3, 1.2)).ask(replace(ASKED, sample=1))
    paid().ask(replace(ASKED, sample=2))
    told = calls.tally("2026-W48")
    assert (told.calls, told.tokens_in, told.tokens_out, told.uncounted) == (3, 1007, 103, 1)
    assert (told.cost, told.unpriced) == (420, 2)
    assert calls.tally("2026-W49") == Tally()


# --- limits -------------------------------------------------------------------------------------------------


def test_a_call_that_could_go_past_the_articles_limit_is_not_sent(
    server: ModelServer, paid: BuildPaid
) -> None:
    server.says = completion(GOOD, tokens=(100, 650))
    limits = Limits(article_tokens=1500)
    paid(limits=limits).ask(ASKED)  # 750 used of 1,500, and the next could take 735
    with pytest.raises(
        LimitReached, match=r"article's limit of 1,500 tokens: 750 are used .*article_tokens in \[models\]"
    ):
        paid(limits=limits).ask(replace(ASKED, sample=1, tokens=760))
    paid(limits=limits).ask(ASKED)  # what is stored stays free
    paid(Purpose("writer", "a2", "2026-W48"), limits=limits).ask(replace(ASKED, sample=1))  # another article
    assert len(server.asked) == 2


def test_the_weeks_limit_in_dollars_holds_over_all_articles(server: ModelServer, paid: BuildPaid) -> None:
    server.says = completion(GOOD, tokens=(100, 600))
    terms = {"price": Price(1.0, 1.0), "limits": Limits(week_cost=1500)}
    paid(Purpose("writer", "a1", "2026-W48"), **terms).ask(ASKED)  # 700 spent, most 735 more
    paid(Purpose("writer", "a2", "2026-W48"), **terms).ask(replace(ASKED, sample=1))
    with pytest.raises(LimitReached, match=r"week's limit of 0.0015 US dollars: 0.0014 are spent"):
        paid(Purpose("writer", "a3", "2026-W48"), **terms).ask(replace(ASKED, sample=2))
    paid(Purpose("writer", "a3", "2026-W49"), **terms).ask(replace(ASKED, sample=2))
    assert len(server.asked) == 3


def test_a_limit_in_dollars_needs_a_price(server: ModelServer, paid: BuildPaid) -> None:
    with pytest.raises(LimitReached, match=r"nobody says what m costs.*price_in"):
        paid(limits=Limits(article_cost=1)).ask(ASKED)
    assert server.asked == []


def test_what_may_have_been_paid_counts_with_the_most_it_can_cost(
    server: ModelServer, paid: BuildPaid
) -> None:
    """Each send that came to nothing holds its reserve: a limit is never passed by trying again."""
    server.says = CUT
    limits = Limits(article_tokens=1600)  # one call could take about 735
    with pytest.raises(LimitReached):
        paid(limits=limits).ask(ASKED)
    assert len(server.asked) == 2


def test_calls_on_their_way_together_cannot_pass_the_limit(server: ModelServer, paid: BuildPaid) -> None:
    server.says = completion(GOOD, tokens=(20, 700))
    model = paid(limits=Limits(article_tokens=2300))  # room for three
    outcomes: list[str] = []

    def ask(sample: int) -> None:
        try:
            model.ask(replace(ASKED, sample=sample))
            outcomes.append("paid")
        except LimitReached:
            outcomes.append("stopped")

    threads = [threading.Thread(target=ask, args=(sample,)) for sample in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["paid"] * 3 + ["stopped"] * 5
    assert len(server.asked) == 3


# --- two at once, and the dead ------------------------------------------------------------------------------


def test_two_tasks_with_one_question_pay_once(server: ModelServer, paid: BuildPaid, calls: Calls) -> None:
    models = [paid().for_article(f"a{n}", "2026-W48") for n in range(6)]
    threads = [threading.Thread(target=model.ask, args=(ASKED,)) for model in models]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(server.asked), calls.tally().calls, calls.tally().killed) == (1, 1, 0)


def leave_in_flight(calls: Calls, paid: BuildPaid, engine: Engine, server: ModelServer, holder: str) -> None:
    """As if a process had died while its request was on its way."""
    server.says = FAULTS["500"]
    with pytest.raises(ModelDown):
        paid().ask(ASKED)
    with engine.begin() as connection:
        connection.execute(
            text("update calls set state = :s, holder = :h"), {"s": CallState.SENT, "h": holder}
        )
    server.asked.clear()
    server.says = completion(GOOD)


def test_a_call_in_flight_when_its_process_died_is_sent_again_and_told(
    server: ModelServer, paid: BuildPaid, calls: Calls, engine: Engine
) -> None:
    leave_in_flight(calls, paid, engine, server, "gone 7 0")
    assert calls.tally().killed == 1  # known before anybody goes on
    assert paid().ask(ASKED).text == GOOD
    assert (len(server.asked), calls.tally().killed, calls.tally().calls) == (1, 1, 1)


def test_a_call_that_another_process_is_making_is_left_to_it(
    server: ModelServer, paid: BuildPaid, calls: Calls, engine: Engine
) -> None:
    leave_in_flight(calls, paid, engine, server, "alive 7 0")
    with pytest.raises(ModelDown, match="another process is asking m the same"):
        paid().ask(ASKED)
    assert server.asked == []


def test_others_may_work_while_it_waits(server: ModelServer, paid: BuildPaid) -> None:
    seen: list[str] = []

    @contextmanager
    def let_go() -> Iterator[None]:
        seen.append("let go")
        yield
        seen.append("taken up")

    model = paid(while_waiting=let_go)
    model.ask(ASKED)
    model.ask(ASKED)  # from memory: nothing to wait for
    assert seen == ["let go", "taken up"]


def test_nothing_of_the_key_is_in_the_database(
    server: ModelServer, paid: BuildPaid, engine: Engine, tmp_path: Path
) -> None:
    server.says = lambda asked: completion(f'{{"key": "{asked.headers["authorization"]}"}}')
    paid().ask(ASKED)
    engine.dispose()
    found = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert found
    assert not any(b"sk-very-secret" in data for data in found)
