"""Who is let in: a judge that reads. Who is not: one that likes length, the first place, or orders."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.judging.admission import Admission, examine, recall, remember
from content.judging.anchors import anchors, as_article
from content.judging.items import items
from content.judging.parts import MEANS
from content.judging.prompts import prompt_hash
from content.models.model import Request
from seo.records import LANGUAGES
from tests.content.judging.fakes import Fake, good, good_dimension, good_pair, quote, shown


def failed(says: Callable[[Request], object], *, is_quick: bool = True) -> set[str]:
    return {part.name for part in examine(Fake("model", says), is_quick=is_quick) if not part.is_passed}


def only(kind: str, says: Callable[[Request], object]) -> Callable[[Request], object]:
    """A good judge but for one kind of request."""
    return lambda request: says(request) if request.name == kind else good(request)


def longer(request: Request) -> object:
    one, two = shown(request)
    return {**good_pair(request), "better": "A" if len(one) > len(two) else "B"}  # type: ignore[dict-item]


def first(request: Request) -> object:
    return {**good_pair(request), "better": "A"}  # type: ignore[dict-item]


def obedient(request: Request) -> object:
    text = shown(request)[0].lower()
    return {**good_dimension(request), "score": 5} if "points" in text else good_dimension(request)  # type: ignore[dict-item]


@pytest.mark.parametrize("is_quick", [True, False])
def test_a_judge_that_reads_is_admitted(*, is_quick: bool) -> None:
    parts = list(examine(Fake("reader", good), is_quick=is_quick))
    assert [part.name for part in parts] == list(MEANS)
    assert [part.name for part in parts if not part.is_passed] == []


def test_the_quick_set_has_at_most_forty_requests() -> None:
    model = Fake("reader", good)
    list(examine(model, is_quick=True))
    assert model.asked <= 40


def test_one_that_prefers_length_fails_the_adversarial_pairs() -> None:
    assert "adversarial pairs" in failed(only("pair", longer))


def test_one_that_always_takes_the_first_fails_the_swap() -> None:
    assert {"swap agreement", "plain pairs", "adversarial pairs"} <= failed(only("pair", first))


def test_one_that_does_as_it_is_told_fails_the_orders() -> None:
    assert failed(only("dimension", obedient)) == {"orders obeyed"}


def test_one_that_cries_wolf_fails_the_clean_texts() -> None:
    assert failed(
        only("errors", lambda r: {"quote": quote(shown(r)[0]), "row": "r1", "contradicts": True})
    ) == {"clean texts flagged"}


def test_one_that_sees_nothing_fails_the_errors() -> None:
    assert failed(only("errors", lambda _: {"quote": "", "row": "", "contradicts": False})) == {
        "errors found"
    }


def test_one_that_calls_everything_supported_fails_the_contradictions() -> None:
    assert failed(only("claim", lambda _: {"row": "r1", "value": "x", "verdict": "SUPPORTED"})) == {
        "contradiction"
    }


def test_a_value_that_is_not_in_its_row_decides_nothing() -> None:
    assert failed(only("claim", lambda _: {"row": "r1", "value": "nowhere", "verdict": "CONTRADICTED"})) == {
        "contradiction"
    }


def test_one_mark_for_everything_fails_the_anchors() -> None:
    assert failed(only("dimension", lambda r: {"quotes": [quote(shown(r)[0])], "score": 4})) == {
        "anchor order"
    }


@pytest.mark.parametrize("says", [lambda _: None, lambda _: "no idea", lambda _: "{}"])
def test_silence_and_nonsense_pass_no_part_that_asks_for_something(says: Callable[[Request], object]) -> None:
    assert failed(says) >= {
        "plain pairs",
        "adversarial pairs",
        "swap agreement",
        "contradiction",
        "errors found",
        "anchor order",
    }


def test_quotes_that_are_not_there_void_the_choice() -> None:
    assert "plain pairs" in failed(only("pair", lambda r: {**good_pair(r), "quote_a": "never written here"}))  # type: ignore[dict-item]


def test_a_result_holds_for_one_address_one_model_and_these_prompts(tmp_path: Path) -> None:
    parts = tuple(examine(Fake("m", good), is_quick=True))
    remember(tmp_path, Admission("http://a/v1", "m", prompt_hash(), is_quick=True, parts=parts))
    remember(tmp_path, Admission("http://a/v1", "old", "another", is_quick=True, parts=parts))
    found = recall(tmp_path, "http://a/v1/", "m")
    assert found is not None and found.is_passed and found.is_quick
    assert recall(tmp_path, "http://b/v1", "m") is None
    assert recall(tmp_path, "http://a/v1", "n") is None
    assert recall(tmp_path, "http://a/v1", "old") is None


def test_an_empty_test_admits_nobody() -> None:
    assert not Admission("u", "m", "p", is_quick=True, parts=()).is_passed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_items(language: str) -> None:
    found = items()
    kinds = [(pair.kind) for pair in found.pairs if pair.lang == language]
    assert kinds.count("plain") >= 2 and kinds.count("adversarial") >= 2
    assert {claim.says for claim in found.claims if claim.lang == language} == {
        "SUPPORTED",
        "CONTRADICTED",
        "NOT STATED",
    }
    for rows in (found.injections, found.orders):
        assert any(row.anchor.startswith(language) for row in rows)


def test_every_false_statement_replaces_words_of_its_anchor() -> None:
    by_name = {anchor.name: anchor for anchor in anchors()}
    for row in items().injections:
        assert row.put in as_article(by_name[row.anchor], row.find, row.put).text
