"""A draft goes to a person as a file and comes back as theirs: kept, checked, and never written over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from content.ledger.ledger import Ledger
from content.rebinding.resting import resting
from content.records import Action, Article, Assignment, Draft, Opportunity, State
from content.store import article_key
from content.writing.comments import Section, Wish
from flows import stages
from flows.__main__ import main
from flows.approval import approve
from flows.bootstrap import Adapters
from flows.desk import Desk, open_desk
from flows.errors import WrongUse
from flows.review_files import comment, comments_of, export_draft, import_draft
from seo.records import Intent, Market, Topic

SHOP = Path(__file__).parents[1] / "content" / "checks" / "shop"
WEEK = "2026-W48"
BODY = (
    "{{ld-70-140.short}} is a cotton towel, {{ld-70-140.width}} wide. It dries on the rail overnight.\n\n"
    "## Washing\n\nWash it at {{ld-70-140.wash_temperature}}. It may be tumble dried."
)
MARKET = Market("en-GB", "GBP", 1.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copytree(SHOP, tmp_path / "shop")
    return tmp_path / "shop"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    opened = open_desk(folder, WEEK)
    yield opened
    opened.close()


@pytest.fixture
def article(desk: Desk) -> Article:
    """A towel's page as the assembler or a model has written it, checked and scored."""
    topic = Topic("t", "en", "towels", Intent.COMMERCIAL, 1.0, "rule", (), (), 50.0)
    assignment = Assignment(
        "a", WEEK, 0, MARKET, topic, "towels/care", "care", "towels", ("ld-70-140",), (), Action.WRITE, "asked",
        Opportunity(60.0, 0.5, 0.5, 1.0, 1.0),
    )  # fmt: skip
    draft = Draft("How do I dry a towel at home?", "How to dry a towel.", BODY, "en", "en-GB", "towel")
    draft = replace(draft, relies=resting(draft, desk.ledger, MARKET, desk.today))
    made = Article(article_key(desk.shop.id, "towels/care", "en-GB"), "towels", assignment, draft)
    desk.told.save_plan(WEEK, desk.inputs, 1, [assignment])
    desk.told.save_article(made, WEEK, desk.inputs)
    for stage in (stages.check, stages.score, stages.decide):
        stage(desk, made.key)
    return there(desk, made.key)


def there(desk: Desk, key: str) -> Article:
    found = desk.told.article(key)
    assert found is not None
    return found


def edited(desk: Desk, article: Article, then: str = "", now: str = "") -> Path:
    """The export with one stretch changed, as a person saves it."""
    text = export_draft(desk, article.key)
    assert then in text
    path = desk.shop.folder.parent / "d.md"
    path.write_text(text.replace(then, now, 1) if then else text, encoding="utf-8")
    return path


def test_an_import_without_changes_changes_nothing(desk: Desk, article: Article) -> None:
    brought = import_draft(desk, edited(desk, article), "Jo Lee")
    assert not brought.is_changed
    assert there(desk, article.key) == article


def test_a_changed_file_becomes_the_persons_version_checked_and_scored(desk: Desk, article: Article) -> None:
    brought = import_draft(desk, edited(desk, article, "dries on the rail", "dries on any rail"), " Jo  Lee ")
    after = there(desk, article.key)
    assert brought.article == after
    assert (after.draft.written_by, after.draft.version) == ("person:Jo Lee", 2)
    assert after.draft.body == BODY.replace("dries on the rail", "dries on any rail")
    assert {each.reference for each in article.draft.relies} == {
        each.reference for each in after.draft.relies
    }
    assert (after.state, after.score is not None) == (State.AWAITING, True)
    assert after.slug == article.slug
    again = import_draft(desk, edited(desk, after, "overnight", "in a night"), "Ann Poe")
    assert (again.article.draft.version, again.article.draft.written_by) == (3, "person:Ann Poe")


def test_what_a_person_got_wrong_is_held_with_the_rule(desk: Desk, article: Article) -> None:
    brought = import_draft(desk, edited(desk, article, "70 cm wide", "91 cm wide"), "Jo Lee")
    assert brought.article.state is State.HELD
    assert [each.rule for each in brought.blocking] == ["number.contradicted"]
    assert brought.article.draft.version == 2  # it is theirs, and kept


def test_a_page_on_the_site_is_not_replaced_by_a_text_that_something_blocks(
    desk: Desk, article: Article
) -> None:
    approve(desk, article.key, "Jo Lee")
    shown = there(desk, article.key)
    brought = import_draft(desk, edited(desk, shown, "70 cm wide", "91 cm wide"), "Jo Lee")
    assert (brought.is_kept, [each.rule for each in brought.blocking]) == (False, ["number.contradicted"])
    assert there(desk, article.key) == shown
    assert (
        import_draft(desk, edited(desk, shown, "overnight", "in a night"), "Jo Lee").article.state
        is State.AWAITING
    )


@pytest.mark.parametrize(
    ("then", "now", "says"),
    [
        ("version: 1", "version: 0", "names no version"),
        ("version: 1", "version: 7", "version 7 is not known; the latest is 1"),
        ("market: en-GB", "market: de-DE", r"market 'de-DE' is not the article's \(en-GB\)"),
        ("key: ", "key: x", "this shop has no article 'x"),
        ("---\nacreage", "acreage", "no line `acreage: draft`"),
    ],
)
def test_a_file_that_does_not_fit_says_so(
    desk: Desk, article: Article, then: str, now: str, says: str
) -> None:
    with pytest.raises(WrongUse if "names" not in says and "line" not in says else Exception, match=says):
        import_draft(desk, edited(desk, article, then, now), "Jo Lee")
    assert there(desk, article.key) == article


def test_a_file_made_from_an_older_version_is_not_taken(desk: Desk, article: Article) -> None:
    old = edited(desk, article, "overnight", "in a night")
    kept = old.read_text(encoding="utf-8")
    import_draft(desk, old, "Jo Lee")
    old.write_text(kept.replace("in a night", "by noon"), encoding="utf-8")
    with pytest.raises(WrongUse, match="made from version 1; version 2 by person:Jo Lee is newer"):
        import_draft(desk, old, "Ann Poe")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04word", "word processor's file"),
        (b"---\nacreage: \xff", "not UTF-8"),
        (None, "no such file"),
    ],
)
def test_a_file_that_is_no_text_says_so(desk: Desk, tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "a.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WrongUse, match=says):
        import_draft(desk, path, "Jo Lee")


# --- the week ------------------------------------------------------------------------------------------------


def with_writer(desk: Desk, writer: Any) -> Desk:  # Any: the fakes take what they are given
    desk.adapters = Adapters(desk.adapters.encoder, writer, desk.adapters.publishers)
    return desk


def test_the_week_never_writes_over_a_persons_version(desk: Desk, article: Article) -> None:
    """Held, and the shop's files have changed since: the assembler's text would be written anew, theirs is not."""
    brought = import_draft(desk, edited(desk, article, "70 cm wide", "91 cm wide"), "Jo Lee")
    assert brought.article.state is State.HELD
    csv = desk.shop.folder / "products.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace(",70,140,", ",91,140,"), encoding="utf-8")
    with_lines = open_desk(desk.shop.folder, WEEK)

    def refuses(*_: object) -> Draft:
        raise AssertionError("a person's version was written over")

    assert article.key in with_lines.told.outdated(with_lines.inputs)
    stages.plan(with_lines, 1)
    for stage in (stages.write, stages.check, stages.score, stages.decide):
        stage(with_writer(with_lines, refuses), article.key)
    after = there(with_lines, article.key)
    with_lines.close()
    assert after.draft == brought.article.draft
    assert after.state is State.AWAITING  # 91 cm is right by now


def test_the_assemblers_own_text_is_written_anew(desk: Desk, article: Article) -> None:
    desk.told.save_article(replace(article, state=State.HELD), WEEK, "older files")
    anew = replace(article.draft, body="Anew.")
    stages.write(with_writer(desk, lambda *_: anew), article.key)
    assert there(desk, article.key).draft == replace(anew, version=2)


def test_a_version_brought_back_while_the_week_writes_stays(desk: Desk, article: Article) -> None:
    desk.told.save_article(replace(article, state=State.HELD), WEEK, "older files")
    path = edited(desk, article, "overnight", "in a night")

    def slow(_: Assignment, __: Ledger, ___: Sequence[Draft], ____: date) -> Draft:
        import_draft(desk, path, "Jo Lee")
        return replace(article.draft, body="Anew.")

    stages.write(with_writer(desk, slow), article.key)
    assert there(desk, article.key).draft.written_by == "person:Jo Lee"


# --- comments ------------------------------------------------------------------------------------------------


def test_a_comment_has_its_section_written_anew_and_no_other(desk: Desk, article: Article) -> None:
    asked: list[tuple[str, Wish]] = []

    def revise(draft: Draft, section: Section, wish: Wish) -> str:
        asked.append((section.text(draft), wish))
        return "## Washing\n\nWash the Lido at 60 °C and dry it as you like."

    kept, brought = comment(desk, article.key, "at 60 °C", "say how to  dry it", "Jo Lee", revise)
    assert brought is not None
    assert asked == [(BODY.split("\n\n", 1)[1], Wish("at 60 °C", "say how to dry it"))]
    after = there(desk, article.key)
    assert after == brought.article
    assert after.draft.body.split("\n\n")[0] == BODY.split("\n\n", maxsplit=1)[0]
    assert "Wash the {{ld-70-140.short}} at {{ld-70-140.wash_temperature}}" in after.draft.body
    assert (after.draft.version, after.draft.written_by) == (2, "assembler")
    assert comments_of(desk, article.key) == [kept]
    assert (kept.heading, kept.version, kept.answered_in) == ("Washing", 1, 2)


def test_a_comment_without_a_writer_is_kept_and_nothing_changes(desk: Desk, article: Article) -> None:
    kept, brought = comment(desk, article.key, "overnight", "is that so?", "Jo Lee")
    assert (kept.heading, kept.answered_in, brought) == ("", None, None)
    assert there(desk, article.key) == article


@pytest.mark.parametrize(
    ("quote", "note", "name", "says"),
    [
        ("It", "n", "Jo", "stands in 2 sections"),
        ("never", "n", "Jo", "stands nowhere"),
        ("rail", " ", "Jo", "say what is to change"),
        ("rail", "n", " ", "say who decides"),
    ],
)
def test_a_comment_needs_one_section_a_note_and_a_name(
    desk: Desk, article: Article, quote: str, note: str, name: str, says: str
) -> None:
    with pytest.raises(Exception, match=says):
        comment(desk, article.key, quote, note, name)
    assert comments_of(desk, article.key) == []


# --- the command line ----------------------------------------------------------------------------------------


def test_export_edit_import_and_comment_from_the_command_line(
    desk: Desk, article: Article, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.close()
    shop, file = ["--shop", str(folder)], tmp_path / "d.md"
    assert main(["review", "export", article.key, "--out", str(file), *shop]) == 0
    assert f"acreage review import {file}" in capsys.readouterr().out
    assert main(["review", "import", str(file), "--as", "Jo Lee", *shop]) == 0
    assert "nothing was changed" in capsys.readouterr().out
    file.write_text(file.read_text(encoding="utf-8").replace("70 cm wide", "91 cm wide"), encoding="utf-8")
    assert main(["review", "import", str(file), "--as", "Jo Lee", *shop]) == 0
    said = capsys.readouterr().out
    assert "version 2 by Jo Lee. Now held" in said
    assert "number.contradicted '91 cm': The ledger says" in said
    assert main(["review", "export", article.key, "--html", *shop]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")
    quote = ["--quote", "overnight", "--note", "how long?", "--as", "Jo Lee"]
    assert main(["review", "comment", article.key, *quote, *shop]) == 0
    assert "comment by Jo Lee on the opening kept" in capsys.readouterr().out
    assert main(["review", "show", article.key, *shop]) == 0
    assert "comment by Jo Lee on 'overnight' (version 2): how long?" in capsys.readouterr().out
    file.write_text("<html><p>Text", encoding="utf-8")
    assert main(["review", "import", str(file), "--as", "Jo Lee", *shop]) == 2
    assert "word processor's or a web page's file" in capsys.readouterr().err
