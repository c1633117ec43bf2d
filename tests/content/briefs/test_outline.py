"""Code's brief: what the shop can say, in the order its reader needs it, and what it must not say."""

import re
from dataclasses import replace

import pytest

from content.briefs.brief import Brief
from content.briefs.grounds import FALSE_STATES, MOST_FACTS
from content.briefs.outline import MOST_SECTIONS, outline
from content.briefs.titles import FEWEST, MOST
from content.dossier import Chance, Conflict, Dossier, Quote, StoredPage
from content.errors import LedgerGap
from content.ledger.ledger import Ledger
from content.plan.catalogue import sayable
from content.records import UNKNOWN, Assignment, Missing
from content.reliance import is_claim, state
from seo.records import LANGUAGES, Keyword, Question
from tests.content.briefs.conftest import DAY, of_aspect

Briefs = list[tuple[Assignment, Brief]]


def made(assignment: Assignment, ledger: Ledger, dossier: Dossier | None = None) -> Brief:
    return outline(assignment, "k", "2026-W48", ledger, dossier or Dossier(), (), DAY)


def test_the_same_assignment_gives_the_same_brief(briefs: Briefs, ledger: Ledger) -> None:
    for assignment, brief in briefs[:12]:
        assert made(assignment, ledger) == replace(brief, key="k")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_holds_something_of_the_shop(briefs: Briefs, language: str) -> None:
    mine = [brief for _, brief in briefs if brief.language == language]
    assert mine
    for brief in mine:
        assert 1 <= len(brief.sections) <= MOST_SECTIONS
        assert all(section.facts or section.evidence for section in brief.sections)
        assert all(len(section.facts) <= MOST_FACTS for section in brief.sections)
    assert sum(len(brief.sections) > 1 for brief in mine) > 0.8 * len(mine)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_known_and_every_claim_is_so(briefs: Briefs, ledger: Ledger, language: str) -> None:
    for assignment, brief in briefs:
        market = assignment.market
        if brief.language != language:
            continue
        for ref in (ref for section in brief.sections for ref in section.facts):
            if is_claim(ref):
                assert state(ref, ledger, market, DAY) not in FALSE_STATES, ref
                continue
            subject, key = ref.split(".")
            assert ledger.fact(subject, key, market, DAY).value != UNKNOWN, ref
            assert subject not in ledger.products or sayable(ledger, [subject], key, market), ref


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_hold_no_number_of_their_own(briefs: Briefs, language: str) -> None:
    for _, brief in briefs:
        if brief.language == language:
            assert FEWEST <= len(brief.titles) <= MOST
            assert len({title.casefold() for title in brief.titles}) == len(brief.titles)
            assert not any(re.search(r"\d", re.sub(r"\{\{.*?\}\}", "", title)) for title in brief.titles)


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "can be cut to length"),
        ("es", "se puede cortar"),
        ("fr", "peut être raccourci"),
        ("de", "kürzbar"),
        ("ar", "إمكانية القص"),
        ("ja", "丈詰めできる"),
    ],
)
def test_a_no_is_in_the_section_that_touches_it_and_barred_from_being_promised(
    briefs: Briefs, ledger: Ledger, language: str, label: str
) -> None:
    _, brief = of_aspect(briefs, "cut", language)
    assert "nachtal.can_be_cut" in brief.sections[0].facts
    assert "duskfield.can_be_cut" not in brief.sections[0].facts  # nobody has stated it
    assert "unknown(duskfield.can_be_cut)" in brief.sections[0].facts
    about = [barred.what for barred in brief.never if barred.what.startswith(label)]
    nachtal, duskfield = (ledger.short(h, language) for h in ("nachtal", "duskfield"))
    assert [duskfield in about[0], nachtal in about[1]] == [True, True]
    assert len({barred.why for barred in brief.never if barred.what.startswith(label)}) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_delivery_routes_are_two_and_said_to_be(briefs: Briefs, language: str) -> None:
    _, brief = of_aspect(briefs, "delivery", language)
    facts = brief.sections[0].facts
    assert {"shop.delivery_express_days", "shop.delivery_standard_days"} <= set(facts)
    others = [b for a, b in briefs if a.aspect == "cut" and b.language == language]
    assert len(brief.never) > 3
    assert not {b.what for b in brief.never[:1]} & {b.what for other in others for b in other.never}


def test_shape_follows_what_is_asked(briefs: Briefs) -> None:
    shapes = {assignment.aspect: brief.shape for assignment, brief in briefs}
    assert shapes["care"] == "care sheet"
    assert shapes["size"] == "size guide"
    assert shapes["choose"] == "comparison"
    assert shapes["delivery"] == "answer"


def test_a_question_that_nothing_answers_is_barred_and_not_asked(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "cut", "en")
    strange = Question("Does the weaver also play the trombone?")
    topic = replace(assignment.topic, questions=(*assignment.topic.questions, strange))
    brief = made(replace(assignment, topic=topic), ledger)
    assert strange.text not in {q for section in brief.sections for q in section.questions}
    assert any(strange.text in barred.what for barred in brief.never)


def test_a_question_on_another_matter_gets_the_advice_that_answers_it(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "size", "de")
    noise = Question("Helfen schwere Vorhänge gegen Straßenlärm?")
    measuring = Question("Wie messe ich das Fenster für Vorhänge richtig aus?", 3)
    topic = replace(assignment.topic, questions=(noise, measuring))
    curtains = replace(
        assignment, topic=topic, category="blackout-curtains", handles=("aldermoor", "nachtal")
    )
    (section,) = [s for s in made(curtains, ledger).sections if noise.text in s.questions]
    assert section.evidence == ("advice.curtain-noise",)
    assert section.form == "questions"


def test_what_the_plan_misses_is_never_guessed(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "care", "en")
    missing = Missing("duskfield", "can_be_cut", "Can be cut", "a question")
    brief = made(replace(assignment, missing=(missing,)), ledger)
    assert any("can be cut" in barred.what and "Duskfield" in barred.what for barred in brief.never)


def test_without_anything_of_the_shop_there_is_no_brief(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "cut", "en")
    topic = replace(assignment.topic, name="trombones", questions=(), keywords=())
    nothing = replace(
        assignment, topic=topic, category="", handles=(), attributes=(), aspect="sound", missing=()
    )
    with pytest.raises(LedgerGap, match="trombones"):
        made(nothing, ledger)


PAGE = StoredPage("h", "https://a.example/hem", "Hems", DAY, "grey", "en", "text")
ONE = Quote("q1", "h", 0, 1, "A coated curtain frays when you cut or shorten the hem.")
OTHER = Quote("q2", "h", 1, 2, "A coated curtain never frays when you cut or shorten the hem.")
FAR = Quote("q3", "h", 2, 3, "Trombones are made of brass.")


def test_quotes_go_where_their_words_are_asked_for_each_once(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "cut", "en")
    asked = Question("Will a coated curtain fray when I shorten the hem?")
    with_asked = replace(assignment, topic=replace(assignment.topic, questions=(asked,)))
    brief = made(with_asked, ledger, Dossier((PAGE,), (ONE, FAR)))
    assert [quote for section in brief.sections for quote in section.quotes] == ["q1"]


def test_of_two_sources_that_contradict_each_other_both_are_named(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "cut", "en")
    asked = Question("Will a coated curtain fray when I shorten the hem?")
    with_asked = replace(assignment, topic=replace(assignment.topic, questions=(asked,)))
    dossier = Dossier((PAGE,), (ONE, OTHER), (), (Conflict("negation", "fray", "q1", "q2"),))
    brief = made(with_asked, ledger, dossier)
    assert [set(section.quotes) for section in brief.sections if section.quotes] == [{"q1", "q2"}]
    assert any("fray" in barred.what and "both" in barred.why for barred in brief.never)


def test_what_no_page_answers_well_is_the_chance(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "cut", "en")
    dossier = Dossier(chances=(Chance("Which scissors?", 3, 0.1),))
    assert made(assignment, ledger, dossier).chances == ("Which scissors?",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_should_lead_here_gets_a_sentence_with_its_anchor(
    briefs: Briefs, ledger: Ledger, language: str
) -> None:
    assignment, _ = of_aspect(briefs, "cut", language)
    sources = ("https://shop.example/old", "bed-linen/size")
    found = made(replace(assignment, links_from=sources), ledger).links_in
    assert [link.url for link in found] == ["https://shop.example/old", "article:bed-linen/size"]
    assert all(link.anchor in link.sentence for link in found)


def test_line_breaks_in_a_customers_words_become_blanks(briefs: Briefs, ledger: Ledger) -> None:
    assignment, _ = of_aspect(briefs, "cut", "en")
    keyword = Keyword("cut\ncurtains", "c", "en", 1.0, 1)
    topic = replace(
        assignment.topic, questions=(Question("Can I cut\n this curtain?"),), keywords=(keyword,), name="cut"
    )
    brief = made(replace(assignment, topic=topic), ledger)
    assert (brief.question, brief.keyword) == ("Can I cut this curtain?", "cut curtains")
