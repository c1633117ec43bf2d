"""A draft goes out as a file and comes back: unchanged it is the same draft, changed it is bound again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.errors import DraftError
from content.ledger.ledger import Ledger
from content.rebinding.files import Returned, exported, is_draft, read_back, restored
from content.records import Draft, Reliance
from seo.records import LANGUAGES
from tests.content.rebinding.conftest import ON, PRODUCTS, draft, make_shop, market
from tests.content.rebinding.test_resting import _DEMO, assembled

BODY = (
    "{{l1.short}} ist {{l1.width}} breit, aus {{l1.material}} und kostet {{l1.price}}. Zum [Shop]({{l1.url}}).\n\n"
    "## Kürzen\n\nNein, {{l1.short}} lässt sich nicht kürzen."
)
RELIES = (Reliance(0, "l1.width", "137 cm"), Reliance(2, "l1.can_be_cut", "false"))


def stored() -> Draft:
    made = draft(BODY, "de-DE", "Passt {{l1.short}}: 137 cm?", "{{l1.name}} kostet {{l1.price}}.")
    return replace(made, keyword="luna vorhang", relies=RELIES, version=2, questions=("Passt Luna?",))


def back(ledger: Ledger, then: str = "", now: str = "") -> Draft:
    """The stored draft exported, one stretch of the file changed, and read back."""
    text = exported("abc", stored(), ledger, market(ledger, "de-DE"), ON)
    assert then in text
    return restored(
        read_back(text.replace(then, now, 1) if then else text, "d.md"),
        stored(),
        ledger,
        market(ledger, "de-DE"),
        ON,
    )


def test_the_file_reads_as_the_page_does(three: Ledger) -> None:
    assert exported("abc", stored(), three, market(three, "de-DE"), ON) == (
        "---\nacreage: draft\nkey: abc\nversion: 2\ntitle: 'Passt Luna: 137 cm?'\n"
        "description: Verdunkelungsvorhang Luna kostet 26,90\u00a0€.\nlang: de\nmarket: de-DE\nkeyword: luna vorhang\n"
        "questions:\n- Passt Luna?\nwritten_by: assembler\n---\n\n"
        "Luna ist 137 cm breit, aus Polyester und kostet 26,90\u00a0€. Zum [Shop]({{l1.url}}).\n\n"
        "## Kürzen\n\nNein, Luna lässt sich nicht kürzen.\n"
    )  # a reference that shows nothing here stays one: it is not lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unchanged_file_is_the_same_draft_in_every_language(language: str) -> None:
    for assignment, made in assembled(language):
        text = exported("abc", made, _DEMO, assignment.market)
        for file in (text, text.replace("\n", "\r\n"), text + "\n\n", text.replace("\n\n", "\n\n\n")):
            assert restored(read_back(file, "d.md"), made, _DEMO, assignment.market) is made


@pytest.mark.parametrize(
    ("then", "now", "body"),
    [
        ("breit,", "in der Breite,", BODY.replace("breit,", "in der Breite,")),  # means the same: all are kept
        ("Nein, Luna", "Leider nein: Luna", BODY.replace("Nein, ", "Leider nein: ")),
        ("Luna ist 137 cm", "Luna ist 200 cm", BODY.replace("{{l1.width}}", "200 cm")),  # the checks speak of it
        ("Luna ist 137 cm", "Nova ist 137 cm", None),  # Luna's figures under Nova's name are no references
        ("137 cm breit", "1137 cm breit", BODY.replace("{{l1.width}}", "1137 cm")),
        ("## Kürzen\n\n", "", BODY.replace("## Kürzen\n\n", "")),
        ("## Kürzen\n", "Nova wiegt 1,9 kg.\n\n## Kürzen\n", None),
    ],
)  # fmt: skip
def test_a_changed_text_keeps_its_references_where_they_mean_the_same(
    three: Ledger, then: str, now: str, body: str | None
) -> None:
    after = back(three, then, now)
    if body is not None:
        assert after.body == body
    elif "Nova ist" in now:
        assert after.body.startswith("{{n1.short}} ist 137 cm breit, aus Polyester und kostet 26,90\u00a0€.")
    else:
        assert "{{n1.short}} wiegt {{convert(n1.weight, kg)}}." in after.body
    assert (after.title, after.questions, after.keyword) == (
        stored().title,
        stored().questions,
        stored().keyword,
    )


def test_moved_paragraphs_come_back_as_they_were(three: Ledger) -> None:
    text = exported("abc", stored(), three, market(three, "de-DE"), ON)
    first, rest = text.split("---\n\n", 1)[1].rstrip("\n").split("\n\n", 1)
    moved = text.split("---\n\n", 1)[0] + f"---\n\n{rest}\n\n{first}\n"
    own, other = BODY.split("\n\n", 1)
    after = restored(read_back(moved, "d.md"), stored(), three, market(three, "de-DE"), ON)
    assert after.body == f"{other}\n\n{own}"
    assert [(each.block, each.reference) for each in after.relies] == [(1, "l1.can_be_cut"), (2, "l1.width")]


def test_title_description_and_keyword_are_the_persons_too(three: Ledger) -> None:
    after = back(three, "kostet 26,90", "gibt es für 26,90")
    assert after.description == "{{l1.name}} gibt es für {{l1.price}}."
    assert back(three, "keyword: luna vorhang", "keyword: vorhang kürzen").keyword == "vorhang kürzen"
    assert back(three, "'Passt Luna: 137 cm?'", "Luna oder Nova?").title == "{{l1.short}} oder {{n1.short}}?"


def test_what_changed_under_an_untouched_paragraph_is_still_seen(three: Ledger, tmp_path: Path) -> None:
    """The person edits the first paragraph; that Luna can be cut by now concerns the last."""
    cut = make_shop(tmp_path / "cut", PRODUCTS.replace("1250,30,no,yes", "1250,30,yes,yes"))
    after = back(cut, "breit,", "in der Breite,")
    assert Reliance(2, "l1.can_be_cut", "false") in after.relies
    changed = back(cut, "lässt sich nicht kürzen", "darf nicht gekürzt werden")
    assert Reliance(2, "l1.can_be_cut", "false") not in changed.relies


GOOD = "---\nacreage: draft\nkey: abc\nversion: 2\ntitle: T\nmarket: de-DE\n---\n\nText."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (GOOD.replace("title: T", "title: T: U"), r"d\.md, line 5: the front matter is not valid YAML"),
        (GOOD.replace("\n---\n\nText", "\n\nText"), r"d\.md: the front matter begins with --- and does not end"),
        (GOOD.replace("key: abc\n", ""), r"d\.md: the front matter names no key: export it again"),
        (GOOD.replace("version: 2\n", ""), r"d\.md: the front matter names no version: export it again"),
        (GOOD.replace("version: 2", "version: two"), r"d\.md: version in the front matter is not what was exported"),
        (GOOD.replace("draft", "brief"), r"d\.md: the front matter has acreage: brief"),
        ("Text.", r"d\.md: the front matter has no line `acreage: draft`"),
        (GOOD.replace("title: T\n", ""), r"d\.md: the title is empty"),
        (GOOD.replace("Text.", " \n"), r"d\.md: the text is empty"),
        ("<!DOCTYPE html><html><body><p>Text", r"d\.md: this is a word processor's or a web page's file"),
        ('<p class="MsoNormal" style="mso-x:1">Text', r"d\.md: this is a word processor's or a web page's file"),
        ("{\\rtf1 Text", r"d\.md: this is a word processor's or a web page's file"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_draft_any_more_says_so_in_one_line(text: str, says: str) -> None:
    with pytest.raises(DraftError, match=says) as refused:
        read_back(text, "d.md")
    assert "\n" not in str(refused.value)


def test_a_good_file_is_read() -> None:
    assert read_back(GOOD, "d.md") == Returned("abc", 2, "de-DE", "T", "", "", "Text.")
    assert is_draft(GOOD)
    assert not is_draft(GOOD.replace("draft", "brief"))
    assert not is_draft("---\n: :\n---\n")


def test_a_persons_own_broken_reference_is_refused(three: Ledger) -> None:
    with pytest.raises(DraftError, match="Double braces"):
        back(three, "breit,", "breit {{l1.width,")


def test_the_day_counts(three: Ledger) -> None:
    assert exported("abc", stored(), three, market(three, "de-DE"), date(2027, 1, 1)).startswith(
        "---\nacreage: draft"
    )
