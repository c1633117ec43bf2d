"""What the web said: since when a signal is known, places of results pages, the months of a subject."""

import sqlalchemy as sa
from alembic import op

revision = "listening"
down_revision: str | None = "0002_waivers"


def upgrade() -> None:
    """Add the column and make the tables."""
    op.add_column("signals", sa.Column("first_seen", sa.Date(), nullable=True))
    op.create_table(
        "results",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("shop", "source", "locale", "query")),
        sa.Column("rank", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("url", "title", "snippet")),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "source", "locale", "query", "rank"),
    )
    op.create_table(
        "interests",
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("shop", "source", "language", "title", "seed")
        ),
        sa.Column("months", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "source", "language", "title"),
    )
