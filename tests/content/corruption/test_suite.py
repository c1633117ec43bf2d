"""The suite counts a lie as seen only where it was told, and a false alarm only on an honest text."""

import pytest

from content.corruption.corpus import Corpus
from content.corruption.suite import Report, Trial, run


@pytest.fixture(scope="session")
def report(tiny: Corpus) -> Report:
    return run([tiny], ["number", "price", "negate", "untranslated"])


def trial(kind: str, *, seen: bool, language: str = "en") -> Trial:
    return Trial("tiny", f"{language}/01", language, kind, seen, "")


def test_every_lie_of_the_chosen_kinds_is_tried_once(report: Report) -> None:
    assert sorted((each.article, each.kind) for each in report.trials) == [
        ("de/01-lumo", "number"), ("de/01-lumo", "untranslated"),
        ("en/01-lumo", "number"), ("en/01-lumo", "price"), ("en/01-lumo", "untranslated"),
        ("en/02-novo", "negate"), ("en/02-novo", "untranslated"),
    ]  # fmt: skip


def test_a_false_number_price_and_yes_are_seen_by_the_rule_that_holds_them(report: Report) -> None:
    rules = {each.article + " " + each.kind: each.rules for each in report.trials if each.seen}
    assert "number.contradicted" in rules["en/01-lumo number"]
    assert "price.contradicted" in rules["en/01-lumo price"]
    assert "capability.contradicted" in rules["en/02-novo negate"]
    assert "number.contradicted" in rules["de/01-lumo number"]


def test_the_place_of_a_lie_can_be_read(report: Report) -> None:
    (found,) = [each for each in report.trials if each.kind == "price"]
    assert "costs $54.00" in found.excerpt
    assert found.why.startswith("it costs 64 ")  # the points before and after follow


def test_honest_articles_are_counted_by_sentence(report: Report) -> None:
    assert [(each.article, each.blocks) for each in report.honest] == [
        ("en/01-lumo", ()), ("en/02-novo", ()), ("de/01-lumo", ()),
    ]  # fmt: skip
    assert all(0 <= each.flagged <= each.sentences and each.sentences > 5 for each in report.honest)


def test_a_language_may_be_chosen(tiny: Corpus) -> None:
    report = run([tiny], ["number"], ["de"])
    assert [each.article for each in report.trials] == ["de/01-lumo"]
    assert [each.article for each in report.honest] == ["de/01-lumo"]


def test_what_only_a_judge_sees_is_counted_apart() -> None:
    report = Report(
        (trial("number", seen=True), trial("price", seen=False), trial("sentences-shuffled", seen=False),
         trial("number", seen=True, language="de")),
        (),
    )  # fmt: skip
    assert report.caught() == (2, 3)
    assert report.caught("de") == (1, 1)
    assert report.caught(judged=True) == (2, 4)
    assert report.share(lambda each: each.kind == "price") == (0, 1)
