"""Illnesses and complaints by their everyday names: promised to be healed, and spoken of in all innocence."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from content.checks import check
from content.checks.policy import FOLDER, ailments
from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft
from content.shop import load_shop
from seo.records import LANGUAGES
from tests.content.plan.test_decide import DEMO

with (Path(__file__).parent / "policy" / "ailments.tsv").open(encoding="utf-8") as file:
    LINES = [(row["language"], row["claim"], row["text"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


def is_found(text: str, language: str, ledger: Ledger) -> bool:
    market = next(each for each in ledger.shop.markets if each.language == language)
    draft = Draft("Title", "d", text, language, market.locale, keyword="x", written_by="t")
    found = check(draft, ledger, market, [], date(2026, 11, 27))
    return any(finding.rule == "claim.medical" for finding in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_promised_to_heal_is_found_and_nothing_else(ledger: Ledger, language: str) -> None:
    wrong = [
        text
        for lang, claim, text in LINES
        if lang == language and is_found(text, language, ledger) is (claim == "no")
    ]
    assert wrong == []


def test_every_language_has_a_name_for_nearly_every_ailment() -> None:
    rows = list(csv.DictReader((FOLDER / "ailments.csv").read_text(encoding="utf-8").splitlines()))
    named = Counter(language for row in rows for language in LANGUAGES if row[language])
    assert min(named[language] for language in LANGUAGES) == len(rows) > 60
    assert all(ailments(language).count("(") == ailments(language).count(")") for language in LANGUAGES)
