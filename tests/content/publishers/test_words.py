import re
import tomllib

import pytest

from content.publishers.words import FILE, market_name, sentence, words_of
from seo.records import LANGUAGES, Market

ENGLISH = words_of("en")


def blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_blanks(language: str) -> None:
    words = words_of(language)
    assert {key: blanks(text) for key, text in words.plain.items()} == {
        key: blanks(text) for key, text in ENGLISH.plain.items()
    }
    assert {key: blanks(text) for key, text in words.about.items()} == {
        key: blanks(text) for key, text in ENGLISH.about.items()
    }


def test_no_language_is_left_in_english() -> None:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for language in set(LANGUAGES) - {"en"}:
        same = {key for key, text in table[language]["about"].items() if text == table["en"]["about"][key]}
        assert not same, language


def test_what_is_filled_in_is_escaped() -> None:
    assert ENGLISH.say("by", shop="<b>") == "By &lt;b&gt;"


def test_markets_that_share_a_language_are_told_apart() -> None:
    assert market_name(Market("de-DE", "EUR"), is_alone=True) == "Deutsch"
    assert market_name(Market("fr-FR", "EUR"), is_alone=True) == "Français"
    assert market_name(Market("en-GB", "GBP"), is_alone=False) == "English (United Kingdom)"
    assert sentence("rideaux occultants") == "Rideaux occultants"


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar", "ja"])
def test_a_page_says_whether_software_a_model_or_a_person_wrote_it(language: str) -> None:
    words = words_of(language)
    said = {words.made_by(writer) for writer in ("assembler", "model:m", "person:Jana Petersen")}
    assert said == {words["made_short"], words["made_by_model"], words["made_by_person"]}
    assert len(said) == 3
    assert not any("Jana" in text for text in said)
