"""Whom a clause is about by its grammar, in the languages that say it that way."""

import pytest

from content.checks.names import Mention
from content.checks.relatives import described, related

RELATED = [
    ("en", "dearer than nova, which has no timer", "nova", "timer"),
    ("es", "más cara que nova, que no lleva temporizador", "nova", "temporizador"),
    ("fr", "plus chère que nova, qui n'a pas de minuterie", "nova", "minuterie"),
    ("de", "teurer als nova, die ohne timer auskommt", "nova", "timer"),
    ("ar", "اغلي من نوفا التي لا موقت فيها", "نوفا", "موقت"),
]
APART = [
    ("en", "nova, dearer by far, which is rare, has a timer", "nova", "timer"),
    ("de", "nova ist groß, die uhr hat einen timer", "nova", "timer"),
]
DESCRIBED = [
    ("en", "the wooden luna and the foldable nova", "foldable"),
    ("de", "die hölzerne luna und die klappbare nova", "klappbar"),
    ("ja", "木製のlunaと折りたためるnova", "折りたため"),
]


def of(text: str, name: str) -> list[Mention]:
    return [Mention("nova", text.index(name), text.index(name) + len(name))]


@pytest.mark.parametrize(("language", "text", "name", "word"), RELATED)
def test_a_relative_clause_is_about_the_name_before_it(
    language: str, text: str, name: str, word: str
) -> None:
    assert related(text.index(word), text, of(text, name), language) == "nova"


@pytest.mark.parametrize(("language", "text", "name", "word"), APART)
def test_a_later_clause_is_not(language: str, text: str, name: str, word: str) -> None:
    assert related(text.index(word), text, of(text, name), language) == ""


@pytest.mark.parametrize(("language", "text", "word"), DESCRIBED)
def test_a_word_right_before_a_name_describes_it(language: str, text: str, word: str) -> None:
    names = [*of(text, "luna")[:0], Mention("luna", text.index("luna"), text.index("luna") + 4)]
    names += of(text, "nova")
    assert described(text.index(word) + len(word), text, names, language) == "nova"
    assert described(text.index("luna") + 4, text, names, language) == ""
