"""A corpus is read as its folder lays it out, and a lie whose words are not there just once is refused."""

from pathlib import Path

import pytest

from content.corruption.corpus import Corpus, corpora, read_corpus
from tests.content.corruption.tiny import write_edits, write_tiny


def test_articles_are_read_language_by_language_each_in_its_market(tiny: Corpus) -> None:
    assert [(each.name, each.language, each.market.locale) for each in tiny.originals] == [
        ("en/01-lumo", "en", "en-US"), ("en/02-novo", "en", "en-US"), ("de/01-lumo", "de", "de-DE"),
    ]  # fmt: skip
    assert tiny.originals[0].draft.title == "Which rug for a narrow hall"


def test_lies_belong_to_the_article_they_name(tiny: Corpus) -> None:
    assert {name: [edit.kind for edit in edits] for name, edits in tiny.edits.items()} == {
        "en/01-lumo": ["number", "price"], "en/02-novo": ["negate", "superlative"], "de/01-lumo": ["number"],
    }  # fmt: skip


def test_only_folders_with_a_shop_are_corpora(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    (tmp_path / "notes").mkdir()
    assert [corpus.name for corpus in corpora(tmp_path)] == ["tiny"]


@pytest.mark.parametrize("find", ["nowhere to be found", "Lumo"])
def test_a_lie_must_find_its_words_just_once(tmp_path: Path, find: str) -> None:
    folder = write_tiny(tmp_path)
    write_edits(folder, "en", [("01-lumo", "number", find, "x", "")])
    with pytest.raises(ValueError, match=r"en\.jsonl, line 1: .* must stand once in 01-lumo\.md"):
        read_corpus(folder / "tiny")
