from pathlib import Path

import pytest

from content.errors import DraftError
from content.files import parse_draft, read_draft

FULL = """---
title: "Can it be cut?"
description: A short answer.
lang: de
market: de-AT
keyword: Vorhang kürzen
questions:
  - Kann ich ihn kürzen?
sku: 1042
---
Nein.
"""


def test_front_matter_is_read_and_its_places_are_known(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(FULL, encoding="utf-8")
    draft = read_draft(path)
    assert (draft.title, draft.description, draft.body) == ("Can it be cut?", "A short answer.", "Nein.\n")
    assert (draft.language, draft.market, draft.keyword) == ("de", "de-AT", "Vorhang kürzen")
    assert (draft.questions, draft.sku, draft.written_by) == (("Kann ich ihn kürzen?",), "1042", "file")
    assert FULL[draft.title_at :].startswith("Can it be cut?")
    assert draft.description_at is not None
    assert FULL[draft.description_at :].startswith("A short answer.")
    assert FULL[draft.offset :] == draft.body


def test_a_heading_that_opens_the_body_is_the_title() -> None:
    text = "# Cutting curtains\n\nNo.\n"
    draft = parse_draft(text, "page.md", language="en")
    assert (draft.title, draft.body) == ("Cutting curtains", "\nNo.\n")
    assert text[draft.title_at :].startswith("Cutting curtains")
    assert text[draft.offset :] == draft.body


def test_another_heading_than_the_title_stays_in_the_body() -> None:
    draft = parse_draft("---\ntitle: One\n---\n# Two\n\nText.\n", "page.md")
    assert (draft.title, draft.body) == ("One", "# Two\n\nText.\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_do_not_matter(newline: str) -> None:
    draft = parse_draft(FULL.replace("\n", newline), "page.md")
    assert (draft.title, draft.market, draft.body.strip()) == ("Can it be cut?", "de-AT", "Nein.")


def test_what_the_file_does_not_say_is_filled_in_by_the_caller() -> None:
    draft = parse_draft("Nur Text.", "page.md", language="de", market="de-DE")
    assert (draft.title, draft.language, draft.market) == ("", "de", "de-DE")
    assert parse_draft(FULL, "page.md", language="fr", market="fr-FR").market == "de-AT"


def test_values_stay_as_they_are_written() -> None:
    draft = parse_draft("---\ntitle: 2026-11-22\nsku: 007\nlang: no\n---\nText.", "page.md")
    assert (draft.title, draft.sku, draft.language) == ("2026-11-22", "7", "no")


@pytest.mark.parametrize(
    "title",
    [
        "Le thé : trois boîtes",
        "سجادة الشم: نزهة",
        "One: two: three",
        'The "large" one: 5 cm',
        "Öl: 5 l # neu",
        "C:\\Tea: yes",
    ],
)
def test_a_colon_needs_no_quotes(title: str) -> None:
    draft = parse_draft(f"---\ntitle: {title}\ndescription:   A: b  \nlang: fr\n---\nText.", "page.md")
    assert (draft.title, draft.description, draft.language) == (title, "A: b", "fr")


def test_the_parts_of_others_are_left_alone() -> None:
    assert parse_draft("---\nlayout: post\ntags: [a, b]\n---\nText.", "page.md").body == "Text."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: One\nText without an end", "does not end"),
        ("---\nlayout: One: two: three\n---\nText", "not valid YAML"),
        ("---\ntitle: One: two\ntags: [a\n---\nText", "not valid YAML"),
        ("---\n- a list\n---\nText", "lines of `name: value`"),
        ("---\nquestions: {a: 1}\n---\nText", "questions"),
    ],
)
def test_a_broken_header_is_one_line_with_its_cure(text: str, said: str) -> None:
    with pytest.raises(DraftError, match=said) as raised:
        parse_draft(text, "page.md")
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith("page.md")


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="no such file"):
        read_draft(tmp_path / "nothing.md")
    with pytest.raises(DraftError, match="folder"):
        read_draft(tmp_path)
    (tmp_path / "latin.md").write_bytes("Gr\xfc\xdfe".encode("latin-1"))
    with pytest.raises(DraftError, match="UTF-8"):
        read_draft(tmp_path / "latin.md")


def test_what_a_page_says_of_itself_is_read_as_written() -> None:
    front = """---
title: A page
canonical: https://a.example/x
alternates:
  de-DE: https://a.example/de
author: {name: Mara Lindqvist}
date: 2026-05-04
updated: 2026-06-01
robots: noindex
disclosure: We earn a commission.
sources: https://b.example
theme: whatever others write
---
Text.
"""
    head = parse_draft(front, "page.md").head
    assert (head.canonical, head.alternates, head.noindex) == (
        "https://a.example/x", (("de-DE", "https://a.example/de"),), True,
    )  # fmt: skip
    assert (head.author, head.date, head.updated) == ("Mara Lindqvist", "2026-05-04", "2026-06-01")
    assert (head.disclosure, head.sources) == ("We earn a commission.", ("https://b.example",))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("alternates: [de, fr]", "alternates.0 in the front matter must be lines of `language: address`"),
        ("noindex: perhaps", "noindex in the front matter must be yes or no"),
        ("canonical: [a]", "canonical in the front matter must be text"),
        ("sources: {a: b}", "sources in the front matter must be a list of texts"),
    ],
)
def test_a_wrong_line_is_named_in_one_line(line: str, says: str) -> None:
    with pytest.raises(DraftError) as error:
        parse_draft(f"---\n{line}\n---\nText.\n", "page.md")
    assert says in str(error.value)
    assert "\n" not in str(error.value)
