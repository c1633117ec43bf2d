"""Which lines are said to need proof or to offend: what is asked, per market, and how the answer is read."""

from dataclasses import replace

import pytest

from content.checks import rules
from content.checks.policy import kinds, strictest
from content.models.model import Request
from content.proofreading.rereading import prompt_hash
from content.proofreading.sheet import Sheet, sheet
from content.proofreading.tagging import Tagged, question, request, tagged, tags, tags_of
from seo.records import Market
from tests.content.judging.fakes import Fake
from tests.content.proofreading.kai import ledger, reading

BODY = "The Lido bath towel weighs 490 g. It cures colds. Mrs Bell has bought three."
GB = Market("en-GB", "GBP")


def page(body: str = BODY) -> Sheet:
    return sheet(reading(body))


def answer(told: object, market: Market = GB, body: str = BODY) -> list[tuple[int, str]]:
    model = Fake("reader", lambda _: told)
    return [(each.line, each.tag.name) for each in tagged(model, page(body), market, b"s")]


def test_every_tag_has_a_class_with_a_rule_or_is_an_offence() -> None:
    for tag in tags().values():
        assert tag.kind in kinds() or (tag.name, tag.kind) == ("offence", "")
        assert not tag.kind or kinds()[tag.kind].rule in rules()
        assert tag.says[0].islower() and not tag.says.endswith(".")


@pytest.mark.parametrize("market", list(ledger().shop.markets), ids=lambda market: market.locale)
def test_what_a_market_has_no_custom_about_is_not_asked(market: Market) -> None:
    asked = {tag.name for tag in tags_of(market)}
    assert {"review", "tested", "medical", "green", "offence"} <= asked
    for name in ("alcohol", "pork", "gambling"):
        assert (name in asked) == (strictest(market.language, name, market.country) is not None)


def test_the_gulf_is_asked_about_alcohol_and_britain_is_not() -> None:
    assert "alcohol" in {tag.name for tag in tags_of(Market("ar-AE", "AED"))}
    assert "alcohol" not in {tag.name for tag in tags_of(GB)}


def test_the_article_stands_between_marks_without_its_numbers_and_the_market_is_named() -> None:
    shown = page()
    one = request(shown, range(len(shown.lines)), GB, b"s")
    text = one.messages[-1].text
    assert "in the market en-GB:\n<<<ARTICLE " in text
    assert "2: The Lido bath towel weighs [N1 g]." in text and "490" not in text
    assert "medical: the goods heal" in text and "alcohol:" not in text
    assert (one.name, one.schema is not None) == ("tags", True)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ([], []),
        (["3: medical", "4: review"], [(3, "medical"), (4, "review")]),
        (["[L4] : review", "3: medical (cures)", "3: medical"], [(3, "medical"), (4, "review")]),
        (["3: medical", "3: review"], [(3, "medical"), (3, "review")]),
        (["3: unheard", "0: review", "99: review", "review", "3:", "3: alcohol"], []),
    ],
)
def test_an_answer_counts_for_lines_and_tags_that_there_are(
    told: list[str], read: list[tuple[int, str]]
) -> None:
    assert answer({"tags": told}) == read


def test_an_answer_without_its_form_is_asked_for_once_more() -> None:
    asked: list[Request] = []

    def says(one: Request) -> object:
        asked.append(one)
        return {"claims": []} if len(asked) == 1 else {"tags": ["3: medical"]}

    assert tagged(Fake("reader", says), page(), GB, b"s") == [Tagged(3, tags()["medical"])]
    assert [one.attempt for one in asked] == [0, 1]


def test_a_long_article_is_asked_in_parts() -> None:
    body = "\n\n".join(f"The towel weighs {n} g." for n in range(1, 70))
    model = Fake(
        "reader", lambda one: {"tags": ["66: best" if "66: The" in one.messages[-1].text else "3: best"]}
    )
    assert [each.line for each in tagged(model, page(body), GB, b"s")] == [3, 66]
    assert model.asked == 2


def test_its_words_are_part_of_what_an_admission_stands_under(monkeypatch: pytest.MonkeyPatch) -> None:
    before = prompt_hash.__wrapped__()
    other = replace(question(), more=("other",))
    monkeypatch.setattr("content.proofreading.rereading.of_tags", lambda: other)
    assert prompt_hash.__wrapped__() != before
