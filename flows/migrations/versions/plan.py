"""What people decided about topics and weeks: merged, split, renamed, pinned, banned, added, moved, locked."""

import sqlalchemy as sa
from alembic import op

revision = "plan"
down_revision: str | None = "models"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "decisions",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("shop", "id", "kind", "by")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "id"),
    )
