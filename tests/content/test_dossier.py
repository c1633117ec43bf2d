"""Stored pages are read whole or refused in one line."""

import json
from datetime import date
from pathlib import Path

import pytest

from content.dossier import Dossier, html_text, is_page, read_dossier, same_address, tier_of
from content.errors import ShopError

HEADER = "---\nurl: https://a.example/linen\ntitle: Linen\nfetched_on: 2026-05-04\nlicence: open\n---\n"


def drop(shop: Path, name: str, text: str) -> None:
    folder = shop / "evidence" / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_shop_without_pages_has_an_empty_dossier(tmp_path: Path) -> None:
    assert read_dossier(tmp_path) == Dossier()


def test_a_page_dropped_in_is_found_by_its_address(tmp_path: Path) -> None:
    drop(tmp_path, "linen.md", HEADER + "Linen takes up water and dries fast.\n")
    page = read_dossier(tmp_path).page("http://www.a.example/linen/#part")
    assert page is not None
    assert (page.title, page.fetched_on, page.licence, page.language, page.tier) == (
        "Linen", date(2026, 5, 4), "open", "en", "unknown",
    )  # fmt: skip


def test_html_keeps_words_and_headings_and_no_scripts(tmp_path: Path) -> None:
    drop(
        tmp_path,
        "x.html",
        HEADER
        + "<html><head><title>T</title></head><body><h2>On <b>water</b></h2><script>no()</script><p>It&nbsp;dries.</p>",
    )
    assert read_dossier(tmp_path).pages[0].text.split("\n") == ["## On water", "It dries."]
    assert html_text("a<br>b<p>c") == "a b\nc"


def test_what_research_stored_is_read_with_its_quotes(tmp_path: Path) -> None:
    folder = tmp_path / ".acreage" / "pages"
    folder.mkdir(parents=True)
    row = {"hash": "h1", "url": "https://a.example", "title": "A", "fetched_on": "2026-05-04", "licence": "grey",
           "language": "de-DE", "text": "Leinen trocknet schnell.", "tier": "maker", "quotes": [{"id": "q1", "start": 0, "end": 6}]}  # fmt: skip
    (folder / "h1.json").write_text(json.dumps(row), encoding="utf-8")
    dossier = read_dossier(tmp_path)
    assert (dossier.pages[0].language, dossier.pages[0].tier, dossier.quotes[0].text) == (
        "de",
        "maker",
        "Leinen",
    )
    assert dossier.page("h1") is dossier.pages[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no header at all", "has no header"),
        ("---\nurl: https://a.example\ntitle: A\n---\ntext", "fetched_on: field required"),
        ("---\nurl: nowhere\ntitle: A\nfetched_on: 2026-05-04\n---\ntext", "url"),
        ("---\nurl: https://a.example\ntitle: A\nfetched_on: 2026-05-04\nlicence: free\n---\n", "licence"),
        ("---\nurl: https://a.example\n", "header cannot be read"),
    ],
)
def test_a_wrong_header_is_one_line_with_file_and_cure(tmp_path: Path, text: str, says: str) -> None:
    drop(tmp_path, "x.md", text)
    with pytest.raises(ShopError) as error:
        read_dossier(tmp_path)
    message = str(error.value)
    assert says in message
    assert "x.md" in message
    assert "\n" not in message


def test_a_quote_outside_its_page_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / ".acreage" / "pages"
    folder.mkdir(parents=True)
    row = {
        "url": "https://a.example",
        "title": "A",
        "fetched_on": "2026-05-04",
        "text": "Short.",
        "quotes": [{"id": "q1", "start": 0, "end": 60}],
    }
    (folder / "a.json").write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(ShopError, match="ends outside the text"):
        read_dossier(tmp_path)


@pytest.mark.parametrize(
    ("url", "tier"),
    [
        ("https://www.gov.uk/x", "official"),
        ("https://www.bfr.bund.de/de", "official"),
        ("https://www.caa.go.jp/", "official"),
        ("https://physics.stanford.edu", "scholar"),
        ("https://www.cam.ac.uk", "scholar"),
        ("https://www.reddit.com/r/curtains", "crowd"),
        ("https://www.amazon.co.uk/dp/1", "trade"),
        ("https://www.amazon.com/dp/1", "trade"),
        ("https://www.test.de/Vorhaenge", "press"),
        ("https://www.miele.de/waschen", "maker"),
        ("https://forum.curtains.example/x", "crowd"),
        ("https://www.curtains.example/forum/x", "crowd"),
        ("https://www.forumula.example/x", "unknown"),
        ("https://www.governor.example", "unknown"),
        ("https://www.gov.example.com", "unknown"),  # anybody can name a host so
    ],
)
def test_a_host_says_who_speaks(url: str, tier: str) -> None:
    assert tier_of(url) == tier


def test_addresses_and_pages_are_told_apart() -> None:
    assert same_address("https://a.example/x/") == same_address("http://www.A.example/x#y")
    assert same_address("https://a.example/x?p=1") != same_address("https://a.example/x?p=2")
    assert is_page(HEADER + "text")
    assert not is_page("---\ntitle: Our own article\n---\ntext with url: and fetched_on:")
