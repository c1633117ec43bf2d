"""What the assembler writes from the demo shop, in all six languages: read as a shopper and as a lawyer would."""

import re
from collections import Counter
from copy import copy
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from content.checks import check
from content.errors import LedgerGap, Sameness
from content.ledger.ledger import Ledger, read_ledger
from content.originality import containment
from content.plan.plan import plan
from content.records import Action, Assignment, Draft, Severity
from content.references import find_references
from content.rendering import render
from content.shop import load_shop
from content.writing.assembler import ANSWER_WORDS, FEW_QUESTIONS, MOST_ALIKE, assemble
from seo.language import words
from seo.records import LANGUAGES, Intent, Question, Topic
from tests.content.demo_questions import DEMO, demo_topics
from tests.content.small_shop import heard, planned


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


@pytest.fixture(scope="module")
def assignments(ledger: Ledger) -> list[Assignment]:
    """Everything that deserves a page in any market, each numbered within its language."""
    return [a for a in planned(ledger, *demo_topics()) if a.action is Action.WRITE]


@pytest.fixture(scope="module")
def drafts(ledger: Ledger, assignments: list[Assignment]) -> dict[str, tuple[Assignment, Draft]]:
    """Written one after the other, each beside those before it; what would repeat another page is not there."""
    done: dict[str, tuple[Assignment, Draft]] = {}
    for assignment in assignments:
        others = [d for _, d in done.values()]
        try:
            draft = assemble(assignment, ledger, others)
        except (LedgerGap, Sameness):
            continue
        done[f"{assignment.market.language} {assignment.concept}"] = (assignment, draft)
    return done


def of_language(drafts: dict[str, tuple[Assignment, Draft]], language: str) -> list[Draft]:
    return [d for _, d in drafts.values() if d.language == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_gets_its_pages(drafts: dict[str, tuple[Assignment, Draft]], language: str) -> None:
    assert len(of_language(drafts, language)) >= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_of_a_language_say_the_same(
    drafts: dict[str, tuple[Assignment, Draft]], ledger: Ledger, language: str
) -> None:
    alike = {
        (a.title, b.title): share
        for a, b in combinations(of_language(drafts, language), 2)
        if (share := containment(a, b, ledger)) > MOST_ALIKE
    }
    assert alike == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_and_no_opening_stands_more_than_three_times_in_twenty(
    drafts: dict[str, tuple[Assignment, Draft]], language: str
) -> None:
    pages = of_language(drafts, language)
    for first in range(max(1, len(pages) - 19)):
        used = Counter(
            w
            for page in pages[first : first + 20]
            for w in set(page.wordings)
            if w.startswith(("heading.", "title."))
        )
        said = [[w for w in page.wordings if w.startswith("say.")] for page in pages[first : first + 20]]
        openings = Counter(sentences[0] for sentences in said if sentences)
        assert all(count <= 3 for count in (used | openings).values()), used | openings


def test_prose_holds_no_number_of_its_own(drafts: dict[str, tuple[Assignment, Draft]]) -> None:
    """Digits are references, ordinals of a list, or a reader's own words in a quoted question."""
    for name, (_, draft) in drafts.items():
        text = f"{draft.title}\n{draft.description}\n{draft.body}"
        for reference in reversed(find_references(text)):
            text = text[: reference.start] + text[reference.end :]
        text = re.sub(r"(?m)^(\d+\.|> .*)", "", text)
        asked = " ".join(draft.questions)
        found = [
            n for n in re.findall(r"\w*\d\w*", text) if n not in asked and n != "100"
        ]  # STANDARD 100 is a name
        assert found == [], name


def test_few_questions_make_a_short_page(drafts: dict[str, tuple[Assignment, Draft]], ledger: Ledger) -> None:
    for name, (assignment, draft) in drafts.items():
        if len(assignment.topic.questions) < FEW_QUESTIONS:
            answer = re.sub(
                r"\n\n## [^\n]*\n\n- \[[^\n]*(?:\n- \[[^\n]*)*$", "", draft.body
            )  # the way on is no answer
            answer = re.sub(r"(?m)^\|.*$", "", answer)  # and a table is looked up, not read
            plain = render(answer, ledger, assignment.market, "plain")
            assert len(words(plain, draft.language)) <= ANSWER_WORDS + 25, (
                name
            )  # 25: the closing line of where to ask


def test_where_to_ask_is_said_once_at_most(drafts: dict[str, tuple[Assignment, Draft]]) -> None:
    assert all(draft.body.count("{{shop.contact_email}}") <= 1 for _, draft in drafts.values())


def test_every_reference_renders_in_its_market(
    drafts: dict[str, tuple[Assignment, Draft]], ledger: Ledger
) -> None:
    for assignment, draft in drafts.values():
        for text in (draft.title, draft.description, draft.body):
            assert "{{" not in render(text, ledger, assignment.market, "html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_curtain_that_must_not_be_cut_is_never_among_those_that_may(
    drafts: dict[str, tuple[Assignment, Draft]], ledger: Ledger, language: str
) -> None:
    _, draft = drafts[f"{language} blackout-curtains/cut"]
    opening = draft.body.split("\n\n")[0]
    facts = {h: ledger.fact(h, "can_be_cut").value for h in ("aldermoor", "nachtal")}
    assert facts == {"aldermoor": True, "nachtal": False}
    assert [opening.count(f"{{{{{h}.short}}}}") for h in facts] == [1, 1]
    relied = {(r.reference, r.value) for r in draft.relies}
    assert {("aldermoor.can_be_cut", "true"), ("nachtal.can_be_cut", "false")} <= relied
    assert ("duskfield.can_be_cut", "unknown") in relied  # nobody has stated it, and the page says so


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_delivery_routes_stay_two(drafts: dict[str, tuple[Assignment, Draft]], language: str) -> None:
    _, draft = drafts[f"{language} shop/delivery"]
    for route in ("express", "standard"):
        assert f"{{{{shop.delivery_{route}_days}}}}" in draft.body
    assert "diff(" not in draft.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_that_is_somebodys_is_signed_with_the_name(
    drafts: dict[str, tuple[Assignment, Draft]], ledger: Ledger, language: str
) -> None:
    def advised(draft: Draft) -> bool:
        return any(each.reference.startswith("advice(") for each in draft.relies)

    assignment = next(a for a, draft in drafts.values() if draft.language == language and advised(draft))
    signed = copy(ledger)
    signed.advice = tuple(replace(each, by="Gesine Brandt, sewing room") for each in ledger.advice)
    bare, draft = assemble(assignment, ledger), assemble(assignment, signed)
    comma = {"ar": "، ", "ja": "、"}.get(language, ", ")
    assert draft.body.count(f"*Gesine Brandt{comma}sewing room*") == 1
    assert "Gesine Brandt" not in bare.body
    found = check(draft, signed, assignment.market, [], date(2026, 11, 27))
    assert [f.rule for f in found if f.severity is Severity.BLOCK and "Gesine" in f.quote] == []


def test_the_same_assignment_gives_the_same_words(ledger: Ledger, assignments: list[Assignment]) -> None:
    assert assemble(assignments[0], ledger) == assemble(assignments[0], ledger)


def test_a_page_that_would_repeat_another_is_not_written(
    ledger: Ledger, assignments: list[Assignment]
) -> None:
    first = assemble(assignments[0], ledger)
    copies = [replace(first, wordings=())]
    again = replace(assignments[0], ordinal=assignments[0].ordinal)
    with pytest.raises(Sameness, match="it would repeat the page"):
        assemble(again, ledger, copies)


def test_what_goes_on_from_the_opening_stands_right_after_it(ledger: Ledger) -> None:
    """The body of the advice that opens a page must not fall under the heading of the measurement."""
    asked = (
        "How dark do blackout curtains make a room?",
        "Do blackout curtains block all light?",
        "How much light do blackout curtains block?",
        "Is a room completely dark with blackout curtains?",
    )
    topic = Topic(
        "t", "en", asked[0], Intent.INFORMATIONAL, 1.0, "test", (), tuple(map(Question, asked)), 50.0
    )
    chosen = plan([topic], ledger, (), ledger.shop.markets, "2026-W48", 500)
    light = next(a for a in chosen if a.concept == "blackout-curtains/light" and a.market.language == "en")
    body = assemble(light, ledger).body
    own = next(a for a in ledger.advice if a.id == "how-dark")
    first = (own.body.get("en") or "")[:40]
    assert "\n## " in body
    assert first in body
    assert body.index(first) < body.index("\n## ")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "How to shorten blackout curtains?"),
        ("de", "Wie kann man einen Verdunkelungsvorhang kürzen?"),
        ("es", "¿Cómo se corta una cortina opaca?"),
    ],
)
def test_how_is_answered_by_the_shops_advice_and_not_by_a_yes(
    ledger: Ledger, language: str, asked: str
) -> None:
    topic = heard(language, [Question(asked)], demand=50.0, count=1)
    (chosen,) = [
        each
        for each in plan([topic], ledger, (), ledger.shop.markets, "2026-W48", 500)
        if each.action is Action.WRITE and each.concept == "blackout-curtains/cut" and each.topic.keywords
    ]
    said = next(each for each in ledger.advice if each.id == "shorten-curtain")
    draft = assemble(chosen, ledger)
    assert draft.title == said.title.get(language)
    assert draft.body.startswith(said.answer.get(language) or "-")
