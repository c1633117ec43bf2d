"""Comments: what a person said about a passage of a draft."""

import sqlalchemy as sa
from alembic import op

revision = "comments"
down_revision: str | None = "briefs"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "comments",
        sa.Column("shop", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key", "id"),
    )
