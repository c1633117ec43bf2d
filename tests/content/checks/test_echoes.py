"""What a sentence says of a product by pointing at what was said of another, in every language."""

import pytest

from content.checks.echoes import echoes
from content.checks.names import Mention

NAME = "tacto"


def _heard(text: str, language: str, name: str = NAME) -> list[tuple[bool | None, bool]]:
    start = text.index(name)
    mention = Mention("on-tac", start, start + len(name))
    return [(echo.holds, echo.is_answer) for echo in echoes(text, [mention], language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it charges without a cable, just as the tacto does."),
        ("en", "the same goes for the tacto."),
        ("es", "el tacto también."),
        ("es", "lo mismo vale para el tacto."),
        ("fr", "celui du tacto aussi."),
        ("fr", "il en va de même pour le tacto."),
        ("de", "beim tacto geht das genauso."),
        ("de", "das gleiche gilt für den tacto."),
    ],
)
def test_an_echo_says_what_was_said(language: str, text: str) -> None:
    assert _heard(text, language) == [(None, False)]


@pytest.mark.parametrize(
    ("language", "text", "name", "holds"),
    [
        ("en", "so does the tacto.", "tacto", True),
        ("en", "since it is vegan and the tacto is not.", "tacto", False),
        ("en", "neither does the tacto.", "tacto", False),
        ("es", "el tacto, no.", "tacto", False),
        ("fr", "le tacto, non.", "tacto", False),
        ("de", "der tacto nicht.", "tacto", False),
        ("ar", "اما تاكتو فلا.", "تاكتو", False),
        ("ar", "وكذلك تاكتو.", "تاكتو", None),
        ("ja", "タクトも対応しています。", "タクト", None),
        ("ja", "タクトはできません。", "タクト", False),
        ("en", "the tacto doesn't have one.", "tacto", False),
        ("en", "not with the tacto.", "tacto", False),
        ("en", "the tacto has one too.", "tacto", True),
        ("es", "el tacto no lo trae.", "tacto", False),
        ("es", "lo tiene el tacto.", "tacto", True),
        ("fr", "le tacto n'en a pas.", "tacto", False),
        ("fr", "celui du tacto, non.", "tacto", False),
        ("fr", "le tacto, lui, l'est.", "tacto", True),
        ("de", "der tacto hat keinen.", "tacto", False),
        ("de", "dem tacto fehlt beides.", "tacto", False),
        ("de", "auch der kleine tacto.", "tacto", None),
        ("de", "der tacto hat einen.", "tacto", True),
        ("ar", "لا في تاكتو.", "تاكتو", False),
        ("ja", "タクトはどちらも不可です。", "タクト", False),
        ("ja", "タクトなら使えます。", "タクト", True),
    ],
)
def test_an_echo_says_yes_or_no_of_its_own(language: str, text: str, name: str, holds: bool | None) -> None:
    assert _heard(text, language, name) == [(holds, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "only the tacto, on a gentle cycle."),
        ("es", "solo el tacto."),
        ("fr", "le tacto seulement."),
        ("de", "nur der tacto."),
    ],
)
def test_a_name_alone_is_an_answer_only(language: str, text: str) -> None:
    assert _heard(text, language) == [(None, True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the tacto weighs 200 g and is blue."),
        ("es", "el tacto pesa 200 g."),
        ("fr", "le tacto pèse 200 g."),
        ("de", "der tacto wiegt 200 g."),
    ],
)
def test_a_sentence_with_a_verb_of_its_own_is_no_echo(language: str, text: str) -> None:
    assert _heard(text, language) == []


def test_two_names_said_together_echo_alike() -> None:
    text = "the tacto and the velum do not."
    mentions = [Mention("on-tac", 4, 9), Mention("on-vel", 18, 23)]
    assert [(echo.handle, echo.holds) for echo in echoes(text, mentions, "en")] == [
        ("on-tac", False),
        ("on-vel", False),
    ]
