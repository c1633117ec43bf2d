"""The database is brought to the present tables once, however many start at the same time."""

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

import content.briefs.store
import content.calls
import content.decisions
import content.models.learnt
import content.publications
import content.refreshes
import content.research.kept
import content.store
import seo.seen
import seo.store
import seo.web.memory
import seo.web.stored
from flows.migrate import SCRIPTS, migrate
from seo.database import open_engine

ROOT = Path(__file__).parents[2]


def test_the_migrations_make_exactly_the_tables_of_the_stores(tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    migrate(engine)
    migrate(engine)
    with engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    assert {
        content.briefs.store.BRIEFS.name,
        content.calls.CALLS.name,
        content.models.learnt.ENDPOINTS.name,
        content.research.kept.DOSSIERS.name,
        content.store.ARTICLES.name,
        seo.store.TOPICS.name,
        seo.web.memory.HOSTS.name,
        seo.web.stored.PAGES.name,
    } <= set(SQLModel.metadata.tables)


def test_every_table_has_the_shop() -> None:
    assert all("shop" in table.primary_key.columns for table in SQLModel.metadata.tables.values())


def test_four_processes_may_start_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from flows.migrate import migrate; from seo.database import open_engine\n"
        "migrate(open_engine(sys.argv[1]))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    assert [(process.communicate()[1], process.returncode) for process in started] == [("", 0)] * 4


def test_the_migrations_lie_in_the_package() -> None:
    assert SCRIPTS == ROOT / "flows" / "migrations"
    names = {path.name for path in (SCRIPTS / "versions").glob("*.py")}
    assert names >= {
        "first_tables.py",
        "live_facts.py",
        "models.py",
        "plan.py",
        "waivers.py",
        "listening.py",
        "door.py",
        "wordpress.py",
    }
