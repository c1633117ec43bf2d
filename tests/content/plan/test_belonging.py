"""What is asked of a product that nobody has stated: only what such a thing can have."""

from pathlib import Path

import pytest

from seo.records import Question
from tests.content.small_shop import heard, opened, planned, shop_toml

LISTS = {
    "ar": "sku,title,category,الوزن [جم],القدرة [واط]\n"
    "A,لحاف زهرة,لحف الشتاء,1200,\nB,لحاف ندى,لحف الشتاء,,\nC,مكواة لمسة,مكاوي,900,1200\n",
    "ja": "sku,title,category,重さ [g],消費電力 [W]\n"
    "A,出刃包丁 波,出刃包丁,300,\nB,出刃包丁 浜,出刃包丁,,\nC,アイロン 風,アイロン,900,1200\n",
    "de": "sku,title,category,Gewicht [g],Leistung [W]\n"
    "A,Kissen Alma,Kissen,700,\nB,Kissen Bo,Kissen,,\nC,Bügeleisen Cara,Bügeleisen,900,1200\n",
}
LOCALES = {"ar": "ar-AE", "ja": "ja-JP", "de": "de-DE"}


def missing(folder: Path, language: str, question: str) -> set[tuple[str, str]]:
    """Product and attribute of each fact that the shop is asked for."""
    toml = shop_toml(language, (LOCALES[language],))
    ledger = opened(folder, {"shop.toml": toml, "products.csv": LISTS[language]})
    found = planned(ledger, heard(language, [Question(question)]))
    return {(gap.subject, gap.key) for assignment in found for gap in assignment.missing}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("ar", "هل لحاف الشتاء مع مضرب؟"),  # a quilted one, no whisk
        ("ja", "出刃包丁は切れますか？"),  # whether it is sharp, not whether it can be shortened
        ("de", "Hat das Kissen einen Deckel?"),
        ("de", "Wie viel Watt hat das Kissen?"),
    ],
)
def test_what_such_a_thing_cannot_have_is_not_asked(tmp_path: Path, language: str, question: str) -> None:
    assert {key for _, key in missing(tmp_path, language, question)} & {
        "whisk",
        "can_be_cut",
        "lid",
        "power",
    } == set()


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("ar", "هل يمكن غسل لحاف الشتاء في الغسالة؟", "machine_washable"),
        ("de", "Ist das Kissen waschbar?", "machine_washable"),
        ("de", "Wie schwer ist das Kissen?", "weight"),
        ("ja", "出刃包丁の重さは？", "weight"),
    ],
)
def test_what_it_can_have_is(tmp_path: Path, language: str, question: str, expected: str) -> None:
    assert expected in {key for _, key in missing(tmp_path, language, question)}


@pytest.mark.parametrize(
    ("language", "question", "word"),
    [
        ("ar", "هل لحاف الشتاء آمن؟", "السلامة"),
        ("de", "Ist das Kissen sicher?", "Sicherheit"),
        ("ja", "出刃包丁は安全ですか？", "安全"),
    ],
)
def test_a_whole_matter_goes_by_its_word_and_not_by_an_attribute_s(
    tmp_path: Path, language: str, question: str, word: str
) -> None:
    """The aspect `safety` was asked for as the attribute of that key, a class of protection."""
    toml = shop_toml(language, (LOCALES[language],))
    ledger = opened(tmp_path, {"shop.toml": toml, "products.csv": LISTS[language]})
    found = planned(ledger, heard(language, [Question(question)]))
    said = {gap.label for assignment in found for gap in assignment.missing}
    assert said
    assert all(each.startswith(word) for each in said)
