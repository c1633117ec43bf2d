"""What a column says a thing is free of, turned: `Latex-free: yes` says it contains none, and `no` that it does."""

from collections.abc import Callable

import pytest

from content.checks.lacks import IN, OUT, turned
from seo.records import LANGUAGES

Asked = Callable[..., list[tuple[str, str]]]

TURNED = [  # what the column is called, phrases that say it, and phrases that deny it; all folded
    ("en", "latex-free", ["free of latex", "contains no latex", "without latex"], ["contains latex", "made with latex"]),
    ("en", "free from latex", ["latex-free", "no latex"], ["with latex"]),
    ("en", "without latex", ["latex-free", "free from latex"], ["has latex"]),
    ("en", "no latex", ["latex free", "without any latex"], ["contain latex"]),
    ("es", "sin niquel", ["libre de niquel", "no contiene niquel", "no lleva niquel"], ["contiene niquel", "con niquel"]),
    ("es", "libre de niquel", ["sin niquel"], ["lleva niquel"]),
    ("fr", "sans sulfates", ["exempt de sulfates", "sans aucun sulfates"], ["contient des sulfates"]),
    ("fr", "exempt de latex", ["sans latex", "pas de latex"], ["contient du latex", "à base de latex"]),
    ("fr", "0% sulfates", ["sans sulfates"], ["contiennent des sulfates"]),
    ("de", "nickelfrei", ["frei von nickel", "kein nickel", "ohne nickel"], ["enthält nickel", "nickelhaltig"]),
    ("de", "ohne latex", ["latexfrei", "auf latex verzichtet"], ["mit latex"]),
    ("ar", "خالي من اللاتكس", ["بدون لاتكس", "لا يحتوي علي اللاتكس"], ["يحتوي علي اللاتكس", "فيه لاتكس"]),
    ("ar", "بدون لاتكس", ["خالي من اللاتكس"], ["تحتوي علي لاتكس"]),
    ("ja", "ラテックスフリー", ["ラテックス不使用", "ラテックス無添加"], ["ラテックス入り"]),
    ("ja", "ラテックス不使用", ["ラテックスフリー"], ["ラテックス入り"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "column", "says", "denies"), TURNED)
def test_words_of_lack_are_turned_into_what_is_in_and_what_is_not(
    lang: str, column: str, says: list[str], denies: list[str]
) -> None:
    found = list(turned(column, "k", lang))
    stated = {phrase for phrase, key in found if key in {"k", f"{OUT}k"}}
    assert set(says) <= stated
    assert {(phrase, f"{IN}k") for phrase in denies} <= set(found)
    assert not stated & set(denies)
    assert not {phrase for phrase, key in found if key == f"{IN}k"} & set(says)


@pytest.mark.parametrize(
    ("lang", "column"),
    [
        ("en", "machine washable"),
        ("en", "freezer bag included"),
        ("en", "free refill"),
        ("es", "lavable a máquina"),
        ("es", "funda extraíble"),
        ("fr", "lavable en machine"),
        ("fr", "housse amovible"),
        ("de", "waschbar"),
        ("de", "frei stehend"),
        ("de", "bügelfähig"),
        ("ar", "قابل للغسل"),
        ("ja", "洗濯機可"),
    ],
)
def test_a_column_that_names_no_lack_is_not_turned(lang: str, column: str) -> None:
    assert list(turned(column, "k", lang)) == []


def test_a_thing_of_one_letter_is_none() -> None:
    assert list(turned("c-free", "k", "en")) == []
    assert list(turned("pvc-free", "k", "en")) != []


YES_NO = {
    "en": ("yes", "no"), "es": ("sí", "no"), "fr": ("oui", "non"), "de": ("ja", "nein"), "ar": ("نعم", "لا"),
    "ja": ("はい", "いいえ"),
}  # fmt: skip


def pulvino(lang: str, column: str, *, is_free: bool) -> str:
    said = YES_NO[lang][not is_free]
    return (
        f"sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,{column}\n"
        f"PU-1,Pulvino,Pulvino,Pulvino,Pulvino,بولفينو,プルヴィノ,Things,in_stock,{said}\n"
    )


IS_IN = [
    ("en", "Latex-free", "The Pulvino contains latex."),
    ("en", "Latex-free", "The Pulvino is made with latex."),
    ("en", "No parabens", "The Pulvino contains parabens."),
    ("es", "Sin níquel", "El Pulvino contiene níquel."),
    ("es", "Sin níquel", "El Pulvino lleva níquel."),
    ("fr", "Sans sulfates", "Le Pulvino contient des sulfates."),
    ("fr", "Sans latex", "Le Pulvino contient du latex."),
    ("de", "Nickelfrei", "Der Pulvino enthält Nickel."),
    ("de", "Ohne Latex", "Der Pulvino enthält Latex."),
    ("ar", "خالي من اللاتكس", "بولفينو يحتوي على اللاتكس."),
    ("ja", "ラテックスフリー", "プルヴィノはラテックスが入っています。"),
]
IS_NOT_IN = [
    ("en", "Latex-free", "The Pulvino contains no latex."),
    ("en", "Latex-free", "The Pulvino does not contain latex."),
    ("en", "Latex-free", "The Pulvino doesn't contain any latex."),
    ("en", "Latex-free", "The Pulvino is not made with latex."),
    ("en", "Latex-free", "The Pulvino is latex-free."),
    ("en", "Latex-free", "The Pulvino is free of latex."),
    ("en", "Latex-free", "The Pulvino is made without latex."),
    ("en", "No parabens", "The Pulvino is free from parabens."),
    ("es", "Sin níquel", "El Pulvino no contiene níquel."),
    ("es", "Sin níquel", "El Pulvino no lleva níquel."),
    ("es", "Sin níquel", "El Pulvino es libre de níquel."),
    ("fr", "Sans sulfates", "Le Pulvino est sans sulfates."),
    ("fr", "Sans sulfates", "Le Pulvino est exempt de sulfates."),
    ("fr", "Sans sulfates", "Le Pulvino ne contient pas de sulfates."),
    ("fr", "Sans latex", "Le Pulvino est sans latex."),
    ("de", "Nickelfrei", "Der Pulvino ist nickelfrei."),
    ("de", "Ohne Latex", "Der Pulvino ist latexfrei."),
    ("de", "Ohne Latex", "Der Pulvino enthält kein Latex."),
    ("ar", "خالي من اللاتكس", "بولفينو لا يحتوي على اللاتكس."),
    ("ar", "خالي من اللاتكس", "بولفينو خالٍ من اللاتكس."),
    ("ar", "خالي من اللاتكس", "بولفينو بدون لاتكس."),
    ("ja", "ラテックスフリー", "プルヴィノはラテックスフリーです。"),
    ("ja", "ラテックスフリー", "プルヴィノはラテックス不使用です。"),
    ("ja", "ニッケル不使用", "プルヴィノはニッケルフリーです。"),
]


@pytest.mark.parametrize(("lang", "column", "body"), IS_IN)
def test_that_it_is_in_is_false_of_what_is_free_of_it_and_of_nothing_else(
    asked: Asked, lang: str, column: str, body: str
) -> None:
    free, not_free = (pulvino(lang, column, is_free=is_free) for is_free in (True, False))
    assert [rule for rule, _ in asked(free, lang, body, "capability.", home=lang)] == [
        "capability.contradicted"
    ]
    assert asked(not_free, lang, body, "capability.", home=lang) == []


@pytest.mark.parametrize(("lang", "column", "body"), IS_NOT_IN)
def test_that_it_is_not_in_is_true_of_what_is_free_of_it_and_of_nothing_else(
    asked: Asked, lang: str, column: str, body: str
) -> None:
    free, not_free = (pulvino(lang, column, is_free=is_free) for is_free in (True, False))
    assert asked(free, lang, body, "capability.", home=lang) == []
    found = asked(not_free, lang, body, "capability.", home=lang)
    assert [rule for rule, _ in found] == ["capability.contradicted"]


def test_every_language_of_ours_has_its_rows() -> None:
    assert {lang for lang, *_ in IS_IN} == {lang for lang, *_ in IS_NOT_IN} == set(LANGUAGES)
