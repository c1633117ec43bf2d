"""Waivers: which finding a person lets stand, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0002_waivers"
down_revision: str | None = "live_facts"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "waivers",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key", "id"),
    )
