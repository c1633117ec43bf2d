"""Brings the project's database to the present tables, at every start, under a lock."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from seo.errors import InputError

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 4_210_117  # any number, the same everywhere: PostgreSQL's advisory lock of our migrations


def migrate(engine: Engine) -> None:
    """Apply what is missing. One process does it, the others wait: the transaction is the lock."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except OperationalError as error:
        raise InputError(
            f"{_place(engine)}: cannot be opened ({error.orig}): is the folder writable?"
        ) from error
    except DatabaseError as error:
        raise InputError(f"{_place(engine)}: {error.orig}: move the file away and run again.") from error


def _place(engine: Engine) -> str:
    return engine.url.database if engine.url.database and not engine.url.host else repr(engine.url)
