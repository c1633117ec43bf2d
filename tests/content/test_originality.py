from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.originality import containment, longest_run
from content.records import Draft
from content.shop import load_shop

TEXT = (
    "Wool cleans itself better than most people think, so air it, vacuum it without the brush and dab spills with "
    "cold water as soon as they happen. What you should not do is put it into the drum, where the fibres felt."
)
OTHER = (
    "A lamp at the bed has two jobs and only one of them is light. The other is to let you fall asleep again when "
    "the first is done, which is why the switch belongs where a tired hand can find it."
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(Path(__file__).parent / "checks" / "shop"))


def page(body: str, language: str = "en") -> Draft:
    return Draft("A page", "", body, language, "")


def test_the_same_text_is_contained_wholly_and_another_not_at_all(ledger: Ledger) -> None:
    assert containment(page(TEXT), page(TEXT), ledger) == 1.0
    assert containment(page(TEXT), page(OTHER), ledger) == 0.0


def test_other_products_and_numbers_do_not_make_another_page(ledger: Ledger) -> None:
    one = "The Norrvik blackout curtain is 140 cm wide and costs £34.90, and it blocks most of the light in the room."
    two = "The Brisa linen curtain is 130 cm wide and costs £54.00, and it blocks most of the light in the room."
    three = "The {{br-130-250.name}} is {{br-130-250.width}} wide and costs {{br-130-250.price}}, and it blocks most of the light in the room."
    assert containment(page(one), page(two), ledger) == 1.0
    assert containment(page(one), page(three), ledger) == 1.0


def test_a_copied_half_shows_in_the_longer_text(ledger: Ledger) -> None:
    assert containment(page(f"{TEXT} {OTHER}"), page(TEXT), ledger) == 1.0


def test_arabic_spelling_and_japanese_letters_are_compared(ledger: Ledger) -> None:
    arabic = "لا تضعها في الغسالة لأن الصوف يتلبد في الماء الساخن ويفقد شكله"
    assert containment(page(arabic, "ar"), page(arabic.replace("أ", "ا"), "ar"), ledger) == 1.0
    japanese = "ウールは思ったより汚れに強い素材です。風を通し、掃除機をかけてください。"
    assert containment(page(japanese, "ja"), page(japanese, "ja"), ledger) == 1.0
    assert containment(page(japanese, "ja"), page(TEXT, "en"), ledger) == 0.0


def test_the_longest_run_is_found_with_its_place() -> None:
    mine = "Something of my own first. " + TEXT
    found = longest_run(mine, "They say this. " + TEXT, "en")
    assert found is not None
    size, (start, end) = found
    assert (size, mine[start:end]) == (len(TEXT.replace(",", "").replace(".", "").split()), TEXT.rstrip("."))


def test_quotations_are_no_copies() -> None:
    assert longest_run(f"> {TEXT}\n", TEXT, "en") is None
