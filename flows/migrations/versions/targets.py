"""Events for a shop's own backend, kept until somebody has taken them."""

import sqlalchemy as sa
from alembic import op

revision = "targets"
down_revision: str | None = "wordpress"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "events",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "id"),
    )
    for column in ("number", "target", "about", "post"):
        op.create_index(op.f(f"ix_events_{column}"), "events", [column], unique=False)
