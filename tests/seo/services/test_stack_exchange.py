"""Stack Exchange: what is asked where, and what its answers mean."""

import json
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from seo.errors import SettingMissing, SourceChanged, SourceRefused
from seo.records import SignalKind
from seo.services.service import Errand
from seo.services.stack_exchange import StackExchange
from seo.signals.source import Sighting
from tests.seo.services.given import DE, ES, GB, JA, NOW, US, answer, ask, six


def params(errand: Errand) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(errand.request.url).query).items()}


def errands(*seeds: Any, **rest: Any) -> list[Errand]:
    return list(StackExchange().errands(ask(*seeds, **rest)))


def question(**changed: object) -> dict[str, object]:
    return {
        "tags": ["curtains", "cleaning"],
        "owner": {"user_id": 7, "display_name": "Somebody"},
        "is_answered": True,
        "view_count": 812,
        "answer_count": 3,
        "score": 11,
        "creation_date": 1_571_097_600,
        "question_id": 1234,
        "link": "https://diy.stackexchange.com/questions/1234/how-wash",
        "title": "How do I wash &quot;thermal&quot; curtains &amp; keep the coating?",
        **changed,
    }


def page(*items: object, **changed: object) -> bytes:
    told = {"items": list(items), "has_more": False, "quota_max": 300, "quota_remaining": 250}
    return json.dumps({**told, **changed}).encode()


FIRST = errands(("blackout curtains", US))[0]


def test_english_phrases_go_to_english_sites_and_each_other_language_to_its_own_site() -> None:
    options = ("diy", "es.stackoverflow", "ja.stackoverflow", "pt.stackoverflow")
    found = StackExchange().errands(ask(("a b", US), ("c d", ES), ("e", JA), ("f", DE), options=options))
    assert [(params(one)["q"], params(one)["site"]) for one in found] == [
        ("a b", "diy"),
        ("c d", "es.stackoverflow"),
        ("e", "ja.stackoverflow"),
    ]


def test_without_options_two_household_sites_are_asked_in_english_only() -> None:
    sites = [params(one)["site"] for one in StackExchange().errands(six())]
    assert sites == ["diy", "lifehacks"]


def test_a_phrase_is_asked_once_for_two_english_markets() -> None:
    assert len(errands(("Blackout  curtains", US), ("blackout curtains", GB), options=("diy",))) == 1


def test_tags_of_an_option_narrow_the_search() -> None:
    (one,) = errands(("a", US), options=("diy/curtains;blinds",))
    assert (params(one)["site"], params(one)["tagged"]) == ("diy", "curtains;blinds")


def test_a_site_may_be_written_as_its_address_is() -> None:
    assert params(errands(("a", US), options=("diy.stackexchange.com",))[0])["site"] == "diy"


@pytest.mark.parametrize("option", ["https://diy.stackexchange.com", "diy curtains", "", "di&y"])
def test_what_is_no_site_is_named_with_the_cure(option: str) -> None:
    with pytest.raises(SettingMissing, match=r"under \[listen\] in shop.toml"):
        errands(("a", US), options=(option,))


def test_the_key_is_sent_and_marked_secret() -> None:
    (one,) = errands(("a", US), options=("diy",), keys={"STACKEXCHANGE_KEY": "k1"})
    assert params(one)["key"] == "k1"
    assert one.request.hidden == ("key",)


def test_a_question_is_read_with_votes_answers_date_and_place() -> None:
    heard = StackExchange().parse(answer(page(question())), FIRST)
    assert heard.sightings == (
        Sighting(
            'How do I wash "thermal" curtains & keep the coating?',
            SignalKind.QUESTION,
            row=1,
            observed_on=date(2019, 10, 15),
            url="https://diy.stackexchange.com/questions/1234/how-wash",
            rank=1,
            votes=11,
            answers=3,
        ),
    )
    assert (heard.state, heard.quota_left, heard.wait_s, heard.more) == ("ok", 250, None, ())


def test_a_disliked_open_question_keeps_its_negative_score_and_zero_answers() -> None:
    (seen,) = StackExchange().parse(answer(page(question(score=-2, answer_count=0))), FIRST).sightings
    assert (seen.votes, seen.answers) == (-2, 0)


def test_backoff_is_passed_on() -> None:
    assert StackExchange().parse(answer(page(question(), backoff=10)), FIRST).wait_s == 10


def test_the_second_page_is_asked_for_and_no_third() -> None:
    (second,) = StackExchange().parse(answer(page(question(), has_more=True)), FIRST).more
    assert params(second) == {**params(FIRST), "page": "2"}
    assert second.seed == "blackout curtains"
    heard = StackExchange().parse(answer(page(question(), has_more=True)), second)
    assert heard.more == ()
    assert heard.sightings[0].rank == 51


def test_no_further_page_is_asked_when_the_day_is_nearly_used_up() -> None:
    assert (
        StackExchange().parse(answer(page(question(), has_more=True, quota_remaining=19)), FIRST).more == ()
    )


def test_a_used_up_day_is_degraded_and_says_the_cure() -> None:
    heard = StackExchange().parse(answer(page(question(), quota_remaining=0)), FIRST)
    assert (heard.state, heard.quota_left) == ("degraded", 0)
    assert "STACKEXCHANGE_KEY" in heard.note


def test_no_questions_are_empty_and_not_ok() -> None:
    assert StackExchange().parse(answer(page()), FIRST).state == "empty"


@pytest.mark.parametrize("status", [200, 400])
def test_an_error_told_in_json_is_a_refusal(status: int) -> None:
    body = b'{"error_id": 502, "error_name": "throttle_violation", "error_message": "too many"}'
    with pytest.raises(SourceRefused, match="throttle_violation") as refused:
        StackExchange().parse(answer(body, status=status), FIRST)
    assert FIRST.request.lets_in == (400,)
    assert refused.value.until == NOW + timedelta(days=1)


def test_an_unknown_site_is_told_apart_from_too_many_requests() -> None:
    body = b'{"error_id": 400, "error_name": "bad_parameter", "error_message": "No site found"}'
    with pytest.raises(SourceRefused, match=r"sites under \[listen\]") as refused:
        StackExchange().parse(answer(body, status=400), FIRST)
    assert refused.value.until is None


@pytest.mark.parametrize(
    "body",
    [
        page(question(title=None)),
        page(question(creation_date=-1)),
        page(question(answer_count="many")),
        b"{}",
    ],
)
def test_another_shape_is_reported(body: bytes) -> None:
    with pytest.raises(SourceChanged, match="Stack Exchange"):
        StackExchange().parse(answer(body), FIRST)
