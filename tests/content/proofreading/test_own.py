"""What people of the shop wrote and stand behind is not held against columns: advice, evidence, in every language."""

import pytest

from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.proofreading.own import OwnWords
from content.proofreading.reading import Claims
from content.proofreading.sheet import sheet
from content.proofreading.weighing import UNLISTED, weighed
from content.shop import load_shop
from flows.shop_folder import DEMO


@pytest.fixture(scope="module")
def demo() -> Ledger:
    return read_ledger(load_shop(DEMO))


def page(ledger: Ledger, body: str, locale: str = "en-GB") -> Reading:
    market = next(each for each in ledger.shop.markets if each.locale == locale)
    return Reading(
        parse_draft(f"---\ntitle: T\nlang: {locale[:2]}\nmarket: {locale}\n---\n{body}", "p.md"),
        ledger,
        market,
    )


def test_a_sentence_of_the_shops_own_evidence_is_its_own(demo: Ledger) -> None:
    own = OwnWords(page(demo, "Text."))
    text = next(each.text.get("en") for each in demo.evidence if each.text.get("en"))
    assert text is not None
    sentences = [part for part in text.split(". ") if "{{" not in part and len(part) > 40]
    assert sentences
    assert all(own.hold(f"**{part}**.") for part in sentences)


def test_words_of_the_same_kind_that_nobody_wrote_are_not(demo: Ledger) -> None:
    own = OwnWords(page(demo, "Text."))
    assert not own.hold("I keep my scissors off the Nachtal: its weight is sewn into the hem.")
    assert not own.hold("the hem")


def test_its_own_words_in_another_language_are_not_this_pages(demo: Ledger) -> None:
    german = next(each.text.get("de") for each in demo.evidence if each.text.get("de"))
    assert german is not None
    part = next(part for part in german.split(". ") if "{{" not in part and len(part) > 40)
    assert OwnWords(page(demo, "Text.", "de-DE")).hold(part)
    assert not OwnWords(page(demo, "Text.")).hold(part)


def test_own_words_are_not_blocked_for_being_in_no_column_and_others_are(demo: Ledger) -> None:
    text = next(each.text.get("en") for each in demo.evidence if each.text.get("en"))
    assert text is not None
    part = next(part for part in text.split(". ") if "{{" not in part and len(part) > 40)
    reading = page(demo, f"{part}.\n\nThe Aldermoor keeps out the cold.")
    shown = sheet(reading)
    said = Claims(claims=[], unlisted=[f"{line.number}: P1 so it says" for line in shown.lines[1:]])
    found = [each.quote for each in weighed([], said, shown, reading) if each.rule == UNLISTED]
    assert found == ["The Aldermoor keeps out the cold."]
