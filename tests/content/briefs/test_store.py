"""Every version of a brief is kept; what a person has written nobody else writes over."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from content.briefs.brief import Brief, Section
from content.briefs.store import Briefs
from flows.migrate import migrate
from seo.database import open_engine

BRIEF = Brief(
    "k", "2026-W48", "en-GB", "somebody", "Why?", "to know", "answer", (Section("", facts=("a.b",)),)
)


@pytest.fixture
def briefs(tmp_path: Path) -> Iterator[Briefs]:
    engine = open_engine(tmp_path)
    migrate(engine)
    yield Briefs(engine, "shop")
    engine.dispose()


def test_the_same_brief_is_kept_once(briefs: Briefs) -> None:
    assert briefs.latest("k") is None
    assert briefs.keep(BRIEF) == BRIEF
    assert briefs.keep(replace(BRIEF, version=7)) == BRIEF
    assert briefs.versions("k") == [BRIEF]


def test_a_change_is_the_next_version(briefs: Briefs) -> None:
    briefs.keep(BRIEF)
    second = briefs.keep(replace(BRIEF, reader="somebody else"))
    assert (second.version, briefs.latest("k")) == (2, second)
    assert briefs.versions("k") == [BRIEF, second]


@pytest.mark.parametrize("by", ["code", "model:some"])
def test_a_persons_version_stays(briefs: Briefs, by: str) -> None:
    briefs.keep(BRIEF)
    own = briefs.keep(replace(BRIEF, question="Why not?", by="person:Ana"))
    assert briefs.keep(replace(BRIEF, promise="more", by=by)) == own
    assert briefs.latest("k") == own
    again = briefs.keep(replace(own, question="And now?", by="person:Jo"))
    assert [each.by for each in briefs.versions("k")] == ["code", "person:Ana", "person:Jo"]
    assert again.version == 3


def test_shops_and_articles_do_not_mix(briefs: Briefs) -> None:
    briefs.keep(BRIEF)
    briefs.keep(replace(BRIEF, key="other"))
    assert briefs.keys() == ["k", "other"]
    assert Briefs(briefs._engine, "second").keys() == []
