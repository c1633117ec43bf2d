"""Sources and articles of one's own are told apart; a file is never held against itself."""

from pathlib import Path

import pytest

from content.against import read_against
from content.errors import DraftError, ShopError

SOURCE = "---\nurl: https://a.example/linen\ntitle: Linen\nfetched_on: 2026-05-04\n---\nLinen dries fast.\n"
OWN = "---\ntitle: Our page\nlang: en\n---\nA page of ours.\n"


def test_a_header_makes_a_source_and_anything_else_is_ours(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "linen.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "ours.md").write_text(OWN, encoding="utf-8")
    (tmp_path / "notes.csv").write_text("a,b\n", encoding="utf-8")
    found = read_against([tmp_path])
    assert [page.title for page in found.pages] == ["Linen"]
    assert [draft.title for draft in found.drafts] == ["Our page"]
    assert found.others(tmp_path / "ours.md") == ()
    assert len(found.others(tmp_path / "another.md")) == 1


def test_an_article_that_does_not_say_its_language_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "ours.md"
    path.write_text(
        "# Vorhänge\n\nDieser Vorhang hält das Licht zurück und ist aus Polyester gewebt.\n", encoding="utf-8"
    )
    assert read_against([path]).drafts[0].language == "de"


def test_what_is_not_there_or_has_no_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="no such file or folder"):
        read_against([tmp_path / "nowhere"])
    (tmp_path / "page.html").write_text("<p>No header</p>", encoding="utf-8")
    with pytest.raises(DraftError, match="has no header"):
        read_against([tmp_path])
    (tmp_path / "page.html").write_text(
        SOURCE.replace("https://a.example/linen", "nowhere"), encoding="utf-8"
    )
    with pytest.raises(ShopError, match="url"):
        read_against([tmp_path])
