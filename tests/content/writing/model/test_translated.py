"""A model is sent German advice as German, with what to do with it; the page it makes rests on it."""

from pathlib import Path

import pytest

from content.freshness import in_words, since_writing
from content.records import Draft
from content.writing.model.material import shown
from content.writing.model.revising import revise
from content.writing.model.writer import compose
from tests.content.translated import DAY, FACTS, LANGUAGES, NOTE, SIZE, read, task_of
from tests.content.writing.model.conftest import Scripted, said

RULE = (
    "Ajoutez {{shop.growing_room}} à la taille de l’enfant, puis prenez la double taille où tombe ce nombre. "
    * 3
)


def article(*rests_on: str) -> dict[str, object]:
    return {
        "title": "Quelle taille de manteau ?",
        "description": "Comment choisir la taille d’un manteau pour un enfant, avec de la marge pour un pull.",
        "opening": [said("Mesurez l’enfant avant de choisir la taille, debout et sans chaussures.")],
        "sections": [{"heading": "Mesurer", "blocks": [said(RULE, *rests_on)]}],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_request_holds_the_advice_in_german_and_the_order_outside_the_marks(
    tmp_path: Path, language: str
) -> None:
    text = shown(task_of(read(tmp_path), language))
    facts, _, behind = text.partition("<<<FACTS ")[2].partition("FACTS ")
    assert SIZE in facts
    assert NOTE in facts
    named = {"fr": "French", "ar": "Arabic", "ja": "Japanese"}[language]
    order = behind.partition("<<<BARRED")[0]
    assert "- advice.kids-size (German)\n- evidence.kinder (German)" in order
    assert f"nobody has put them into {named} yet" in order
    assert "{{shop.growing_room}} — " in facts


def test_a_page_in_the_language_of_the_advice_is_asked_for_as_ever(tmp_path: Path) -> None:
    text = shown(task_of(read(tmp_path), "de"))
    assert SIZE in text
    assert "in another language" not in text


def test_a_block_rests_on_the_advice_its_writer_names(tmp_path: Path) -> None:
    made = drafted(tmp_path, "advice.kids-size", "evidence.kinder")
    assert places(made, "advice(kids-size)") == [2]
    assert places(made, "evidence(kinder)") == [2]


def test_of_what_no_block_names_the_page_as_a_whole_rests_on_it(tmp_path: Path) -> None:
    made = drafted(tmp_path, "advice.kids-size")
    assert places(made, "advice(kids-size)") == [2]
    assert places(made, "evidence(kinder)") == [0]
    assert places(made, "advice(repair)") == []  # nobody offered it


def test_a_revision_keeps_what_the_page_rests_on(tmp_path: Path) -> None:
    ledger = read(tmp_path)
    task = task_of(ledger, "fr")
    made = compose(task, Scripted(article=article("advice.kids-size")), 64_000)
    again = {
        "number": 0,
        "heading": "",
        "blocks": [said("Mesurez l’enfant debout, sans chaussures ni bonnet.")],
    }
    revised = revise(
        task,
        made,
        [],
        Scripted(revise={"parts": [again], "title": made.title, "description": made.description}),
    )
    assert places(revised, "advice(kids-size)") == [2]


@pytest.mark.parametrize("rests_on", [("advice.kids-size",), ()])
def test_when_the_german_advice_is_rewritten_the_french_page_is_stale(
    tmp_path: Path, rests_on: tuple[str, ...]
) -> None:
    task = task_of(read(tmp_path), "fr")
    made = compose(task, Scripted(article=article(*rests_on)), 64_000)
    assert since_writing(made, task.ledger, task.market, DAY) == ()
    other = read(tmp_path, FACTS.replace("dann die Doppelgröße nehmen", "dann die kleinere Größe nehmen"))
    changed = since_writing(made, other, task.market, DAY)
    assert [in_words(each) for each in changed] == ["the shop's advice 'kids-size' was put in other words"]


def test_when_somebody_puts_it_into_french_the_page_is_looked_at_again(tmp_path: Path) -> None:
    task = task_of(read(tmp_path), "fr")
    made = compose(task, Scripted(article=article("advice.kids-size")), 64_000)
    answer = f'de = "{SIZE}"\n'
    other = read(tmp_path, FACTS.replace(answer, f'{answer}fr = "Prenez une taille de plus."\n'))
    assert [each.what for each in since_writing(made, other, task.market, DAY)] == ["advice(kids-size)"]


def drafted(folder: Path, *rests_on: str) -> Draft:
    return compose(task_of(read(folder), "fr"), Scripted(article=article(*rests_on)), 64_000)


def places(made: Draft, reference: str) -> list[int]:
    return [each.block for each in made.relies if each.reference == reference]
