"""A brief survives its page unchanged, takes a person's changes, and refuses what does not exist, by line."""

from dataclasses import replace

import pytest

from content.briefs.brief import Barred, Brief
from content.briefs.markdown import is_brief, key_of, read, written
from content.dossier import Dossier, Quote, StoredPage
from content.errors import BriefError
from content.ledger.ledger import Ledger
from content.records import Assignment, PlannedLink
from seo.records import LANGUAGES
from tests.content.briefs.conftest import DAY, of_aspect

Briefs = list[tuple[Assignment, Brief]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_read_back_is_the_brief(briefs: Briefs, ledger: Ledger, language: str) -> None:
    mine = [brief for _, brief in briefs if brief.language == language]
    assert mine
    for brief in mine:
        page = written(brief, ledger, Dossier(), DAY)
        assert read(page, brief, ledger, Dossier(), DAY) == brief
        assert read(page.replace("\n", "\r\n"), brief, ledger, Dossier(), DAY) == brief


@pytest.mark.parametrize("key", ["0123456789012345", "1e5", "no", "2026-11-25"])
def test_a_key_is_a_text_whatever_it_looks_like(briefs: Briefs, ledger: Ledger, key: str) -> None:
    brief = replace(of_aspect(briefs, "cut", "en")[1], key=key)
    page = written(brief, ledger, Dossier(), DAY)
    assert (key_of(page), read(page, brief, ledger, Dossier(), DAY)) == (key, brief)


def test_odd_words_survive(briefs: Briefs, ledger: Ledger) -> None:
    _, brief = of_aspect(briefs, "cut", "en")
    odd = replace(
        brief,
        question="# is it – or — not? [x](y) why: <!-- a -->",
        reader="Reader: me",
        never=(Barred("- a — b: c", "why: d — e"), Barred("no reason", "")),
        sections=(replace(brief.sections[0], heading="Titles", questions=("Facts — and - lists?",)),),
        chances=("« Où ? »\u00a0?",),
        picture="",
    )
    assert read(written(odd, ledger, Dossier(), DAY), odd, ledger, Dossier(), DAY) == odd


@pytest.fixture
def brief(briefs: Briefs) -> Brief:
    target = PlannedLink("https://shop.example/curtains", "curtains", "category")
    return replace(of_aspect(briefs, "cut", "en")[1], target=target)


@pytest.fixture
def page(brief: Brief, ledger: Ledger) -> str:
    return written(brief, ledger, Dossier(), DAY)


def test_it_says_what_it_is(page: str, brief: Brief) -> None:
    assert is_brief(page)
    assert key_of(page) == brief.key
    assert not is_brief("# A draft\n")
    assert not is_brief("---\ntitle: A draft\n---\n")


def test_a_reader_sees_value_and_label_beside_each_reference(page: str) -> None:
    assert "- {{nachtal.can_be_cut}} — Nachtal, can be cut to length: no (say it in words)" in page


def test_a_person_changes_everything(page: str, brief: Brief, ledger: Ledger) -> None:
    changed = page.replace(
        "- {{nachtal.can_be_cut}} — Nachtal, can be cut to length: no (say it in words)\n", ""
    )
    changed = changed.replace("## Titles\n", "## Titles\n* Scissors, and {{aldermoor.short}}\n")
    changed = changed.replace("## Never\n", "## Never\n- jokes\n  why: this is serious\n")
    changed = changed.replace(f"# {brief.question}\n", "# May I cut it?\n")
    changed = changed.replace(
        "## Never\n",
        "## What to buy\n### Facts\n- {{aldermoor.width}}\n- duskfield.width\n- highest(width; category:blackout-curtains)\n\n## Never\n",
        1,
    )
    found = read(changed, brief, ledger, Dossier(), DAY)
    assert found.question == "May I cut it?"
    assert found.titles == ("Scissors, and {{aldermoor.short}}", *brief.titles)
    assert found.never == (Barred("jokes", "this is serious"), *brief.never)
    assert "nachtal.can_be_cut" not in found.sections[0].facts
    last = found.sections[-1]
    assert (last.heading, last.form, last.purpose) == ("What to buy", "prose", "")
    assert last.facts == ("aldermoor.width", "duskfield.width", "highest(width; category:blackout-curtains)")
    assert found.sections[1:-1] == brief.sections[1:]


def test_sections_keep_the_order_a_person_gave_them(page: str, brief: Brief, ledger: Ledger) -> None:
    front, first, *rest = page.split("## Section: ")
    last, never = rest[-1].split("## Never")
    turned = "## Section: ".join([front, *rest[:-1], last, first]) + "## Never" + never
    found = read(turned, brief, ledger, Dossier(), DAY)
    assert found.sections == (*brief.sections[1:], brief.sections[0])


def test_a_line_emptied_is_empty_and_a_line_taken_out_stays(page: str, brief: Brief, ledger: Ledger) -> None:
    emptied = page.replace(f"Promise: {brief.promise}", "Promise:").replace(f"Reader: {brief.reader}\n", "")
    found = read(emptied, brief, ledger, Dossier(), DAY)
    assert (found.promise, found.reader) == ("", brief.reader)


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("- {{aldermor.width}}", "there is no 'aldermor' in this shop: did you mean aldermoor"),
        ("- {{aldermoor.widht}}", "nobody has stated 'widht' for en-.*: did you mean width"),
        ("- {{duskfield.can_be_cut}}", "nobody has stated 'can_be_cut'"),
        ("- widest(width; aldermoor)", "is no claim; there are"),
        ("- less(duskfield.max_shrinkage; aldermoor.max_shrinkage)", r"does not hold in en-.. \(false\)"),
        ("aldermoor is the widest", "is in no list: begin it with -"),
        (
            "### Evidence\n- advice.shorten-curtian",
            "there is no 'advice.shorten-curtian': did you mean advice.shorten",
        ),
        ("### Quotes\n- q9", "there is no quote 'q9'"),
        ("### Fact\n- {{aldermoor.width}}", "'fact' is no part of a section"),
    ],
)
def test_what_is_not_there_is_one_line_with_its_number(
    page: str, brief: Brief, ledger: Ledger, new: str, says: str
) -> None:
    changed = page.replace("## Never", f"## Section: More\nForm: list\n\n### Facts\n{new}\n\n## Never")
    with pytest.raises(BriefError, match=says) as raised:
        read(changed, brief, ledger, Dossier(), DAY)
    message = str(raised.value)
    number = int(message.split(":", maxsplit=1)[0].removeprefix("line "))
    line = changed.split("\n")[number - 1]
    assert line in new or line == "## Section: More"
    assert "\n" not in message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Form: prose", "Form: poem", "form 'poem' is none of prose, list"),
        ("Shape: answer", "Shape: story", "shape 'story' is none of answer, guide"),
        ("kind: category", "kind: shop", "kind 'shop' is none of category, product, article"),
        ("key: ", "key: other-", "not the brief of"),
        ("acreage: brief", "acreage: draft", "not the brief of"),
        ("---\nacreage", "acreage", "not the brief of"),
        ("# Can", "Can", "text before the question"),
    ],
)
def test_a_page_that_lost_its_form_is_one_line(
    page: str, brief: Brief, ledger: Ledger, old: str, new: str, says: str
) -> None:
    assert old in page
    with pytest.raises(BriefError, match=says):
        read(page.replace(old, new, 1), brief, ledger, Dossier(), DAY)


def test_no_section_left_is_refused(page: str, brief: Brief, ledger: Ledger) -> None:
    start, end = page.index("## Section: "), page.index("## Never")
    with pytest.raises(BriefError, match="no section is left"):
        read(page[:start] + page[end:], brief, ledger, Dossier(), DAY)


def test_a_fact_that_nobody_states_any_more_may_stand(brief: Brief, ledger: Ledger) -> None:
    gone = replace(brief, sections=(replace(brief.sections[0], facts=("aldermoor.gone", "less(a.b; c.d)")),))
    page = written(gone, ledger, Dossier(), DAY)
    assert read(page, gone, ledger, Dossier(), DAY) == gone


def test_a_quote_is_shown_with_its_source(brief: Brief, ledger: Ledger) -> None:
    stored = StoredPage("h", "https://a.example/hem", "Hems", DAY, "grey", "en", "text")
    dossier = Dossier((stored,), (Quote("q1", "h", 0, 4, "A hem\nfrays."),))
    quoting = replace(brief, sections=(replace(brief.sections[0], quotes=("q1",)),))
    page = written(quoting, ledger, dossier, DAY)
    assert "- q1 — “A hem frays.” (Hems, https://a.example/hem, 2026-11-25)" in page
    assert read(page, quoting, ledger, dossier, DAY) == quoting
