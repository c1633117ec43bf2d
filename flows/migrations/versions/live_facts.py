"""Live facts: what each page was last checked against, its refreshes, and when its figures were last new."""

import sqlalchemy as sa
from alembic import op

revision = "live_facts"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Add the two tables and the column."""
    op.create_table(
        "bases",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key"),
    )
    op.create_table(
        "refreshes",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("now", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key", "at"),
    )
    op.add_column("articles", sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=True))
