"""Killed anywhere with SIGKILL, the week goes on where it was when it is run again."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import text

from content.records import State
from flows.desk import opened
from seo.database import open_engine

WEEK = "2026-W48"
ROOT = Path(__file__).parents[2]


def start(shop: Path, url: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PREFECT_API_URL": url, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "flows", "week", "--shop", str(shop), "--week", WEEK],
        env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.parametrize("moment", ["cluster", " 2/4 ", "publish"])
def test_killed_and_run_again(shop: Path, prefect_url: str, moment: str) -> None:
    with start(shop, prefect_url) as process:
        assert process.stderr is not None
        seen = next((line for line in process.stderr if moment in line), "")
        process.kill()
    with opened(shop, WEEK) as desk:
        failed = desk.told.outdated(desk.inputs)  # a fault of ours, and to be tried again
    assert seen, f"the week never came to {moment!r}"

    with start(shop, prefect_url) as again:
        out, errors = again.communicate(timeout=240)
    assert again.returncode == 0, errors
    assert "published" in out

    with opened(shop, WEEK) as desk:
        articles, publications = desk.told.articles(), desk.told.publications()
        planned = desk.told.keys_to_write(WEEK)
    assert sorted(article.key for article in articles) == sorted(planned)
    assert {article.state for article in articles} <= {State.PUBLISHED, State.HELD}
    written_again = [a.key for a in articles if a.draft.version != 1 and a.key not in failed]
    assert written_again == []
    published = {article.key for article in articles if article.state is State.PUBLISHED}
    assert Counter(each.key for each in publications if each.state is State.PUBLISHED) == Counter(published)
    assert len({article.url for article in articles if article.url}) == len(published)
    with open_engine(shop / ".acreage").begin() as connection:
        assert connection.scalar(text("select count(*) from leases")) == 0
    pages = list((shop / "public").glob("*/*/index.html"))
    assert len([page for page in pages if page.parent.name not in {"topics", "about"}]) >= len(published)
