"""The head of a file: written by a library, read back as it was, lines of others untouched."""

import pytest
import yaml

from content.errors import PublishConflict
from content.publishers.repository.generators import known
from content.publishers.repository.heads import read_head, split, write_head

HUGO, PELICAN = known()["hugo"], known()["pelican"]
ODD = [
    'Wie "breit": ist #1?', "no", "2026-11-20", "1e3", "0o17", "- a", "{{ x }}", "ما هو العرض؟", "幅は？", "a\\b 'c'",
    "[a, b]", "true", "~", "a <b> & c", "!!python/object:os.system",
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(known()))
@pytest.mark.parametrize("title", ODD)
def test_a_title_comes_back_as_it_was(name: str, title: str) -> None:
    generator = known()[name]
    head, rest = split(generator, write_head(generator, {"title": title, "description": title}) + "\nBody\n")
    said = read_head(generator, head)
    assert (said["title"], said["description"], rest.strip()) == (title, title, "Body")


@pytest.mark.parametrize("title", ODD)
def test_yaml_of_any_reader_takes_a_title_for_text(title: str) -> None:
    head, _ = split(HUGO, write_head(HUGO, {"title": title}))
    assert yaml.safe_load(head)["title"] == title


def test_lists_languages_and_days_come_back() -> None:
    said = {
        "title": "t", "date": "2026-11-20T09:30:00+00:00", "draft": "true", "categories": "A, b\nC", "tags": "x\ny",
        "alternates": "de-DE https://a.example/de/\nar-AE https://a.example/ar/", "image": "/i.jpg",
    }  # fmt: skip
    head, _ = split(HUGO, write_head(HUGO, said))
    assert read_head(HUGO, head) == said
    assert yaml.safe_load(head)["alternates"][1] == {"lang": "ar-AE", "url": "https://a.example/ar/"}


def test_lines_and_comments_of_others_stay_where_they_are() -> None:
    old = 'weight: 3 # first\ntitle: "old"\nmenu:\n  main:\n    name: x\n# a note\ntags: [a, b]'
    head, _ = split(HUGO, write_head(HUGO, {"title": "new", "tags": "a\nb", "slug": "s"}, old))
    assert (
        head
        == 'weight: 3 # first\ntitle: "new"\nmenu:\n  main:\n    name: x\n# a note\ntags: [a, b]\nslug: "s"'
    )


def test_an_emptied_field_loses_its_line() -> None:
    head, _ = split(HUGO, write_head(HUGO, {"title": "t", "description": ""}, 'title: "t"\ndescription: "d"'))
    assert head == 'title: "t"'


def test_pelican_gets_lines_without_fences_and_titles_as_html() -> None:
    text = write_head(PELICAN, {"title": "a < b", "tags": "x, y", "category": "c & d"})
    assert text == "Title: a &lt; b\nCategory: c &amp; d\nTags: x, y;\n"
    assert read_head(PELICAN, text.strip())["tags"] == "x, y"


def test_a_head_that_a_person_broke_is_a_conflict_that_names_the_line() -> None:
    with pytest.raises(PublishConflict, match="line 3"):
        read_head(HUGO, 'title: "t"\ntags: [a')
