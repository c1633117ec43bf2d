"""Placements: what places that others run hold of our articles."""

import sqlalchemy as sa
from alembic import op

revision = "wordpress"
down_revision: str | None = "door"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "placements",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("remote_id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key"),
    )
    op.create_index(op.f("ix_placements_article"), "placements", ["article"], unique=False)
    op.create_index(op.f("ix_placements_week"), "placements", ["week"], unique=False)
