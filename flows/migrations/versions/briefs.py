"""Briefs: every version of what an article is to do, the person's among them."""

import sqlalchemy as sa
from alembic import op

revision = "briefs"
down_revision: str | None = "plan"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "briefs",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key", "version"),
    )
