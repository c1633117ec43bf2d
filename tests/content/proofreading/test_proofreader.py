"""A proofreader at work, one that is silent, and none at all."""

import pytest

from content.checks import examine, rules
from content.errors import ModelDown, ModelError
from content.models.model import Answer, ChatModel, Request
from content.proofreading.proofreader import RULES, SILENT, Proofreader, proofread
from content.records import Severity
from tests.content.judging.fakes import Fake
from tests.content.proofreading.kai import reading

BODY = "The Lido bath towel is 80 cm wide. It weighs 490 g. The Brook K17 kettle is soft."
ANSWER = {
    "claims": ["2: N1 == P1.length - '60 cm'", "3: N2 == P2.weight"],
    "unlisted": ["4: P2 soft"],
    "free": [],
    "tags": [],
}


class Down(ChatModel):
    """An endpoint that is not there."""

    name, base_url = "down", "http://fake/v1"

    def ask(self, request: Request) -> Answer:
        raise ModelDown(f"no answer to {request.name!r}.")


def test_a_shop_without_a_proofreader_keeps_its_findings() -> None:
    page = reading(BODY)
    assert proofread(None, examine(page), page) == examine(page)


def test_a_proofreader_takes_away_and_adds() -> None:
    page = reading(BODY)
    model = Fake("reader", lambda _: ANSWER)
    later = proofread(Proofreader(model, b"s"), examine(page), page)
    told = [
        (each.rule, each.severity.value, each.quote)
        for each in later
        if each.rule.startswith(("num", "proof"))
    ]
    assert told == [
        ("number.contradicted", "note", "80 cm"),
        ("proof.contradicted", "block", "490 g"),
        ("proof.unlisted", "block", "The Brook K17 kettle is soft."),
    ]
    assert model.asked == 3  # claims, tags, and the doubts once more, the same


def test_the_same_article_is_asked_in_the_same_words() -> None:
    asked: list[Request] = []

    def says(request: Request) -> object:
        asked.append(request)
        return ANSWER

    page = reading(BODY)
    for _ in range(2):
        Proofreader(Fake("reader", says), b"s").weigh(examine(page), page)
    assert asked[:3] == asked[3:]


@pytest.mark.parametrize("model", [Down(), Fake("mute", lambda _: None), Fake("mad", lambda _: "no idea")])
def test_a_silent_proofreader_leaves_everything_as_it_was_and_is_told(model: ChatModel) -> None:
    page = reading(BODY)
    silent, *others = proofread(Proofreader(model, b"s"), examine(page), page)
    assert others == examine(page)
    assert (silent.rule, silent.severity, silent.cap, silent.span) == (SILENT, Severity.WARN, None, (0, 0))
    assert "found stands" in silent.cure
    with pytest.raises(ModelError):
        Proofreader(model, b"s").weigh(examine(page), page)


def test_where_the_second_reading_does_not_come_the_first_stands_and_is_told() -> None:
    def says(request: Request) -> object:
        return ANSWER if request.name in {"claims", "tags"} else None

    page = reading(BODY)
    silent, *others = proofread(Proofreader(Fake("tired", says), b"s"), examine(page), page)
    assert (silent.rule, silent.severity) == (SILENT, Severity.WARN)
    assert "What one reading found stands" in silent.cure
    assert [each.quote for each in others if each.severity is Severity.BLOCK][:1] == ["490 g"]


def test_what_nobody_doubts_is_read_once() -> None:
    page = reading("The Lido bath towel weighs 490 g.")
    model = Fake("reader", lambda _: {"claims": ["2: N1 == P1.weight"], "tags": []})
    assert [f for f in proofread(Proofreader(model, b"s"), examine(page), page) if f.rule == SILENT] == []
    assert model.asked == 2


def test_other_faults_are_not_kept_quiet() -> None:
    def breaks(_: Request) -> object:
        raise ZeroDivisionError

    page = reading(BODY)
    with pytest.raises(ZeroDivisionError):
        proofread(Proofreader(Fake("broken", breaks), b"s"), examine(page), page)


def test_every_rule_of_a_proofreaders_stands_in_the_table() -> None:
    assert set(RULES) == {rule for rule in rules() if rule.startswith("proof.")}
    assert {rule: rules()[rule].severity.value for rule in RULES} == {
        "proof.contradicted": "block",
        "proof.unstated": "block",
        "proof.unlisted": "block",
        "proof.contrary": "block",
        "proof.offence": "block",
        "proof.silent": "warn",
    }


def test_findings_given_are_not_changed() -> None:
    page = reading(BODY)
    before = examine(page)
    kept = list(before)
    proofread(Proofreader(Fake("reader", lambda _: ANSWER), b"s"), before, page)
    assert before == kept


def test_an_empty_page_is_asked_and_nothing_is_found() -> None:
    page = reading("")
    assert proofread(Proofreader(Fake("reader", lambda _: {"claims": [], "tags": []}), b"s"), [], page) == []
