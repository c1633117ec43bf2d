from dataclasses import replace
from pathlib import Path

from content.ledger.ledger import Ledger
from content.publishers.preview import write_preview
from content.records import Cap, Finding, Proof, Reliance, Score, Severity, State
from tests.content.publishers.site_reader import ON, MakeArticle, Reader

BLOCK = Finding(
    "number.contradicted",
    Severity.BLOCK,
    (0, 6),
    "300 cm",
    Proof("products.csv", 2, "137 cm"),
    "Write 137 cm.",
    40,
)
SCORE = Score(31.4, False, None, (Cap("number.contradicted", 40),), (("facts", 12.0), ("intent", None)))


def read(path: Path) -> Reader:
    return Reader(path.read_text(encoding="utf-8"))


def test_every_state_is_shown_and_no_page_may_be_indexed(make: MakeArticle, ledger: Ledger) -> None:
    made = [
        make("en-US", f"Title {state.name}", concept=f"{state.name.lower()}/size", state=state)
        for state in State
    ]
    index = write_preview(made, ledger, ledger.shop.folder, ON)
    text = read(index).text
    assert all(f"Title {state.name}" in text for state in State)
    for path in index.parent.glob("*.html"):
        page = read(path)
        assert page.all("meta", name="robots", content="noindex, nofollow"), path
        assert len(page.all("h1")) == 1, path
        assert not page.all("script")


def test_what_needs_a_person_stands_first(make: MakeArticle, ledger: Ledger) -> None:
    made = [
        make("en-US", "A published one", concept="a/size"),
        make("en-US", "A waiting one", concept="b/size", state=State.AWAITING),
        make("en-US", "A held one", concept="c/size", state=State.HELD),
    ]
    text = read(write_preview(made, ledger, ledger.shop.folder, ON)).text
    assert text.index("A held one") < text.index("A waiting one") < text.index("A published one")


def test_a_held_article_says_why_and_what_to_do(make: MakeArticle, ledger: Ledger) -> None:
    held = replace(
        make("en-US", "Held"), state=State.HELD, reason="300 cm is wrong", findings=(BLOCK,), score=SCORE
    )
    index = write_preview([held], ledger, ledger.shop.folder, ON)
    text = read(index.parent / "en-us-held.html").text
    for said in (
        "300 cm is wrong",
        "Not published",
        "What to do:",
        "blocks publishing",
        "products.csv, line 2",
        "137 cm",
        "Write 137 cm.",
        "At most",
        "number.contradicted",
        "not measured",
        "12.0",
    ):
        assert said in text, said
    assert "300 cm is wrong" in read(index).text


def test_every_reference_leads_to_the_line_of_the_file_it_comes_from(
    make: MakeArticle, ledger: Ledger
) -> None:
    index = write_preview([make("de-DE", "Breite")], ledger, ledger.shop.folder, ON)
    page = read(index.parent / "de-de-breite.html")
    ids = {each["id"] for _, each in page.tags if "id" in each}
    to_facts = [each["href"][1:] for each in page.all("a") if each["href"].startswith("#at_fact-")]
    back = [each["href"][1:] for each in page.all("a") if each["href"].startswith("#at_use-")]
    assert len(to_facts) == 2
    assert set(to_facts) | set(back) <= ids
    assert "ald.width" in page.text
    assert "products.csv, line 2, column “Width [cm]”" in page.text


def test_a_reference_inside_a_link_makes_no_link_within_a_link(make: MakeArticle, ledger: Ledger) -> None:
    body = "See [{{ald.name}}]({{ald.url}})."
    index = write_preview([make("en-US", "Linked", body=body)], ledger, ledger.shop.folder, ON)
    page = read(index.parent / "en-us-linked.html")
    fragments = [each["href"][1:] for each in page.all("a") if each["href"].startswith("#at_")]
    assert set(fragments) <= {each["id"] for _, each in page.tags if "id" in each}
    assert page.all("a", href="https://shop.example/en/aldermoor")


def test_what_a_text_relies_on_without_printing_it_is_shown_and_a_change_stands_out(
    make: MakeArticle, ledger: Ledger
) -> None:
    relies = (Reliance(0, "ald.can_be_cut", "false"), Reliance(1, "ald.width", "137 cm"))
    index = write_preview([make("en-US", "Relies", relies=relies)], ledger, ledger.shop.folder, ON)
    text = read(index.parent / "en-us-relies.html").text
    relied = text[text.index("Relied on, not printed") : text.index("In search results")]
    assert "ald.can_be_cut is yes now; it was false when this was written" in relied
    assert "ald.width" not in relied  # printed, so it stands among the references


def test_a_missing_fact_stands_out_instead_of_stopping_the_page(make: MakeArticle, ledger: Ledger) -> None:
    gap = make("en-US", "Gap", body="It is {{ald.depth}} deep.")
    index = write_preview([gap], ledger, ledger.shop.folder, ON)
    page = read(index.parent / "en-us-gap.html")
    assert "[missing: ald.depth]" in page.text
    assert page.all("mark") == [{"class": "gap"}]


def test_a_text_with_broken_braces_is_shown_as_it_is(make: MakeArticle, ledger: Ledger) -> None:
    index = write_preview([make("en-US", "Broken", body="It is {{x. <b>")], ledger, ledger.shop.folder, ON)
    page = read(index.parent / "en-us-broken.html")
    assert "cannot be laid out" in page.text
    assert "It is {{x. <b>" in page.text


def test_an_article_held_before_it_was_written_goes_by_its_topic(make: MakeArticle, ledger: Ledger) -> None:
    blank = replace(make("en-US", "Wanted"), slug="", state=State.HELD, reason="The writer failed.")
    blank = replace(blank, draft=replace(blank.draft, title="", body="", description=""))
    assert "Wanted" in read(write_preview([blank], ledger, ledger.shop.folder, ON)).text


def test_pages_of_articles_that_are_gone_go_and_unchanged_ones_are_not_touched(
    make: MakeArticle, ledger: Ledger
) -> None:
    one, two = make("en-US", "One", concept="a/size"), make("en-US", "Two", concept="b/size")
    folder = write_preview([one, two], ledger, ledger.shop.folder, ON).parent
    before = (folder / "en-us-one.html").stat().st_ino
    write_preview([one], ledger, ledger.shop.folder, ON)
    assert not (folder / "en-us-two.html").exists()
    assert (folder / "en-us-one.html").stat().st_ino == before


def test_arabic_reads_from_right_to_left_inside_the_english_desk(make: MakeArticle, ledger: Ledger) -> None:
    index = write_preview([make("ar-AE", "كم عرضها؟")], ledger, ledger.shop.folder, ON)
    page = read(index.parent / "ar-ae-blackout-curtains-size.html")
    assert page.all("html")[0]["lang"] == "en"
    assert page.all("div", lang="ar-AE", dir="rtl")
