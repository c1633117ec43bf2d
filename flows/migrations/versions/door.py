"""The door: answers already fetched, how hosts behaved, and pages as they stood when they were read."""

import sqlalchemy as sa
from alembic import op

revision = "door"
down_revision: str | None = "0002_waivers"


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "fetches",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key"),
    )
    op.create_index("ix_fetches_checked_at", "fetches", ["checked_at"])
    op.create_table(
        "hosts",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("closed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "host"),
    )
    op.create_table(
        "web_pages",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("main", sa.String(), nullable=False),
        sa.Column("needs_js", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "hash"),
    )
    op.create_index("ix_web_pages_address", "web_pages", ["address"])
