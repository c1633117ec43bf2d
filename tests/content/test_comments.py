"""Remarks on drafts are kept, oldest first, and the same one is kept once."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from content.comments import Comment, Comments
from flows.migrate import migrate
from seo.database import open_engine


def test_comments_are_kept_by_article(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    migrate(engine)
    mine, theirs = Comments(engine, "one"), Comments(engine, "two")
    first = Comment("k", 1, "Sizes", "137 cm", "too dry", "Jo Lee", datetime(2026, 11, 25, 9, tzinfo=UTC))
    later = replace(first, note="too long", at=datetime(2026, 11, 25, 10, tzinfo=UTC))
    for each in (later, first, first):
        mine.keep(each)
    assert mine.of("k") == [first, later]
    assert theirs.of("k") == mine.of("other") == []
    answered = replace(first, answered_in=2)
    mine.keep(answered)
    assert mine.of("k") == [answered, later]
