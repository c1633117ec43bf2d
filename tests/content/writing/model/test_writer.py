"""From a brief to a draft: in one call, or part by part; what comes back is bound to the ledger and cut to what is ours."""

import re
from dataclasses import replace

import pytest

from content.briefs.brief import Section
from content.errors import ModelDown, ModelUnreadable
from content.writing.model.figures import placed, sizes
from content.writing.model.parts import Block
from content.writing.model.task import Task
from content.writing.model.writer import compose
from tests.content.writing.model.conftest import Scripted, said

TWO_COLOURS = ("100x178", "140x245")  # sizes of the Aldermoor that come in two colours
ARTICLE = {
    "title": "Can you cut blackout curtains?",
    "description": "The {{aldermoor.short}} can be cut to length, the coated {{nachtal.short}} cannot. How to tell.",
    "opening": [
        said(
            "The {{aldermoor.short}} can be cut to length; the {{nachtal.short}} cannot, because of its coating.",
            "aldermoor.can_be_cut", "{{nachtal.can_be_cut}}",
        ),
    ],
    "sections": [
        {
            "heading": "## How to shorten it",
            "blocks": [said("1. Let it hang first.\n2. Mark the length.\n\nThe widest panel is {{max(aldermoor.width)}}.")],
        },
        {"heading": "Model by model", "blocks": [said("[table]")]},
        {"heading": "About irons", "blocks": [said("Under a hot iron the coating softens.[^q1]")]},
    ],
}  # fmt: skip


def test_an_article_of_one_call_is_a_draft_with_references_and_sources(task: Task) -> None:
    made = compose(task, Scripted(article=ARTICLE), 64_000)
    assert made.title == "Can you cut blackout curtains?"
    assert made.written_by == "model:scripted"
    assert made.body.startswith("The {{aldermoor.short}} can be cut to length")
    assert "## How to shorten it\n\n1. Let it hang first.\n2. Mark the length.\n\nThe widest" in made.body
    assert made.keyword == "cut blackout curtains"
    assert "https://shop.example/en/blackout-curtains/" in made.links


def test_the_table_is_the_ledgers(task: Task) -> None:
    body = compose(task, Scripted(article=ARTICLE), 64_000).body
    assert "[table]" not in body
    assert re.search(r"\{\{lh-nac[\w-]*\.can_be_cut\}\}", body)  # a row for each of its sizes
    assert body.count("| ---") >= 1


def test_what_a_block_rests_on_is_remembered_with_what_it_said(task: Task) -> None:
    made = compose(task, Scripted(article=ARTICLE), 64_000)
    stated = {each.reference: each.value for each in made.relies if each.block == 0}
    assert stated["aldermoor.can_be_cut"] == "true"
    assert stated["nachtal.can_be_cut"] == "false"


def test_a_part_of_web_quotes_alone_is_cut(task: Task) -> None:
    assert "About irons" not in compose(task, Scripted(article=ARTICLE), 64_000).body


def test_a_quoted_part_with_something_of_the_shops_stays_and_names_its_source(task: Task) -> None:
    sections = [*ARTICLE["sections"][:-1], {  # type: ignore[misc]  # a list
        "heading": "About irons",
        "blocks": [said("Keep the iron off the {{nachtal.short}}.", "nachtal.iron"), said("The layer softens.[^q1]")],
    }]  # fmt: skip
    body = compose(task, Scripted(article={**ARTICLE, "sections": sections}), 64_000).body
    assert body.endswith(
        '[^q1]: "Under a hot iron the layer softens and sticks to the soleplate" — Working with coated cloth, '
        "https://www.textile-institute.example/coated"
    )


def test_a_small_context_is_written_part_by_part(task: Task) -> None:
    head = {key: ARTICLE[key] for key in ("title", "description", "opening")}
    model = Scripted(
        head=head, section={"heading": "A part", "blocks": [said("The {{aldermoor.short}} can be cut.")]}
    )
    made = compose(task, model, 3000)
    names = [request.name for request in model.asked]
    asked = [section for section in task.brief.sections if section.heading]
    assert names == ["head", *["section"] * len(asked)]
    assert made.body.count("## A part") == len(asked)
    assert "WRITTEN" in model.asked[-1].messages[-1].text


def test_what_others_wrote_stands_between_marks(task: Task) -> None:
    model = Scripted(article=ARTICLE)
    compose(task, model, 64_000)
    text = model.asked[0].messages[-1].text
    before, _, rest = text.partition("<<<QUESTIONS ")
    assert "Can you cut blackout curtains?" not in before.split("BRIEF")[0]
    assert "How do I hem a coated curtain?" in rest.split("QUESTIONS ")[0]
    assert model.asked[0].prompt.startswith("article@")


def test_the_same_task_is_the_same_request(task: Task) -> None:
    one, two = Scripted(article=ARTICLE), Scripted(article=ARTICLE)
    compose(task, one, 64_000)
    compose(task, two, 64_000)
    assert one.asked[0].key("u", "m") == two.asked[0].key("u", "m")


def test_an_answer_that_is_no_article_is_asked_for_again_and_then_an_error(task: Task) -> None:
    short = {**ARTICLE, "opening": [said("Yes.")], "sections": [{"heading": "More", "blocks": [said("No.")]}]}
    model = Scripted(article=[short, ARTICLE])
    assert compose(task, model, 64_000).body.startswith("The {{aldermoor")
    assert len(model.asked) == 2
    with pytest.raises(ModelUnreadable):
        compose(task, Scripted(article=short), 64_000)


def test_another_language_is_asked_for_again(task: Task) -> None:
    german = {
        **ARTICLE,
        "opening": [
            said("Der Vorhang lässt sich kürzen, wenn er keine Beschichtung auf der Rückseite hat. " * 3)
        ],
        "sections": [
            {"heading": "So geht es", "blocks": [said("Lassen Sie den Stoff erst einige Tage hängen. " * 8)]}
        ],
    }
    model = Scripted(article=[german, ARTICLE])
    compose(task, model, 64_000)
    assert "it is written in German" in model.asked[1].messages[-1].text


def test_a_model_that_is_down_is_an_error_and_no_draft(task: Task) -> None:
    with pytest.raises(ModelDown):
        compose(task, Scripted(article=ModelDown("gone")), 64_000)


def test_a_typed_value_the_ledger_proves_becomes_its_reference(task: Task) -> None:
    opening = [
        said("The {{nachtal.short}} blocks 99.9 % of the light; it must not be cut.", "nachtal.can_be_cut")
    ]
    body = compose(task, Scripted(article={**ARTICLE, "opening": opening}), 64_000).body
    assert "blocks {{nachtal.light_blocked}} of the light" in body.split("\n\n")[0]


def test_every_shape_has_its_words(task: Task) -> None:
    for shape in ("answer", "guide", "comparison", "care sheet", "size guide"):
        model = Scripted(article=ARTICLE)
        compose(replace(task, brief=replace(task.brief, shape=shape)), model, 64_000)  # type: ignore[arg-type]
        assert f"Its shape: a{'n' if shape[0] == 'a' else ''} {shape}." in model.asked[0].messages[-1].text


def test_sizes_are_offered_where_the_brief_speaks_of_variants(task: Task) -> None:
    assert sizes(task, "aldermoor") is None
    variants = task.ledger.products["aldermoor"].variants
    facts = tuple(f"{variant}.{key}" for variant in variants for key in ("width", "drop"))
    told = replace(
        task, brief=replace(task.brief, sections=(*task.brief.sections, Section("Sizes", facts=facts)))
    )
    shown = sizes(told, "aldermoor")
    assert shown is not None
    assert shown.text.count("\n") == len(variants) + 1 - len(TWO_COLOURS)  # a size is one row
    assert placed(Block("[sizes aldermoor]"), told) == shown
    assert placed(Block("[sizes aldermoor]"), task) is None
    assert sizes(told, "warmbrook") is None  # not a product of this page


def test_what_a_mark_stands_for_is_said_by_code_alone(task: Task) -> None:
    fake = (
        'It frays.[^q1]\n[^q1]: "It frays" — Somebody, https://evil.example/a\n\n[1]: https://evil.example/b'
    )
    told = {**ARTICLE, "opening": [*ARTICLE["opening"], said(fake)]}  # type: ignore[misc]  # a list
    body = compose(task, Scripted(article=told), 64_000).body
    assert "It frays.[^q1]" in body
    assert "evil.example" not in body
    assert body.count("[^q1]:") == 1
