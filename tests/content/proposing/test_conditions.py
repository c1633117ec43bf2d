"""Which sentences limit what a shop says, and which only look like it: tests/data/limits, six languages."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.ledger.own_words import LIMITS, TERMS
from content.proposing.conditions import is_limit, plain, says_who_pays, term_of
from content.proposing.wording import TOPICS, has

FOLDER = Path(__file__).parents[2] / "data" / "limits"
PRECISION, RECALL = 0.95, 0.9
LANGUAGES = ("en", "es", "fr", "de", "ar", "ja")
Told = tuple[str, str, str]  # text, as expected, as proposed


def told(half: str, language: str) -> Iterator[Told]:
    for row in csv.DictReader((FOLDER / f"{half}.csv").open(encoding="utf-8", newline="")):
        if row["language"] == language:
            yield row["text"], row["proposed"], proposed(row["text"], row["place"], language)


def proposed(text: str, place: str, language: str) -> str:
    """The key a sentence gets on its own, in a description or under a heading."""
    if place == "description":
        return LIMITS if is_limit(text, language) else ""
    topics = tuple(topic for topic in TOPICS if has(plain(text), topic, language)) or (place,)
    found = term_of(text, topics, language)
    if not found and topics == ("returns",) and says_who_pays(text, language):
        found = "returns"
    return TERMS[found] if found else ""


@pytest.mark.parametrize("half", ["read", "held"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_all_that_is_proposed_limits_and_most_of_what_limits_is_proposed(
    half: str, language: str
) -> None:
    rows = list(told(half, language))
    right = [text for text, key, found in rows if found and found == key]
    wrong = [text for text, key, found in rows if found and found != key]
    limiting = [text for text, key, _ in rows if key]
    assert len(rows) >= 24
    assert len(right) / (len(right) + len(wrong)) >= PRECISION, wrong
    assert len(right) / len(limiting) >= RECALL, set(limiting) - set(right)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Then it is not suitable for children."),  # of what was said before
        ("en", "Is it not suitable for children?"),
        ("es", "En ese caso no es apto para niños."),
        ("fr", "Mais ne convient pas aux enfants."),
        ("de", "Das ist nicht für Kinder geeignet."),
        ("ar", "لكن لا يصلح للأطفال."),
        ("ja", "ただしお子様には適しません。"),
    ],
)
def test_a_sentence_that_leans_on_another_is_left_out(language: str, sentence: str) -> None:
    assert not is_limit(sentence, language)
