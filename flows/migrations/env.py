"""Alembic's way in: the connection comes from `flows.migrate`, which holds the lock."""

from alembic import context
from sqlmodel import SQLModel

import content.calls
import content.comments
import content.decisions
import content.models.learnt
import content.research.kept
import content.store
import seo.seen
import seo.store
import seo.web.memory
import seo.web.stored  # noqa: F401  each brings its tables into the metadata

assert content.store.PLANS is not None

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, transactional_ddl=False)
context.run_migrations()
