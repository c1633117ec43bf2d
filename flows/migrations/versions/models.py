"""Model calls with all they cost, what endpoints can do, and dossiers: what research found for an article."""

import sqlalchemy as sa
from alembic import op

revision = "models"
down_revision: str | None = "targets"


def upgrade() -> None:
    """Make the tables. The first `calls` was never written to: it goes."""
    op.drop_table("calls")
    text = ("shop", "key", "role", "article", "week", "base_url", "model", "name", "prompt")
    op.create_table(
        "calls",
        *(sa.Column(name, sa.String(), nullable=False) for name in text),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("sample", "attempt")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("state", "fault", "text", "holder")),
        *(
            sa.Column(name, sa.Integer(), nullable=True)
            for name in ("tokens_in", "tokens_out", "cost", "most_cost")
        ),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("most_tokens", "sends", "lost", "killed")
        ),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("shop", "key"),
    )
    op.create_index("ix_calls_article", "calls", ["article"])
    op.create_index("ix_calls_week", "calls", ["week"])
    op.create_table(
        "endpoints",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("shop", "base_url", "model")),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "base_url", "model"),
    )
    op.create_table(
        "dossiers",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("shop", "key", "week")),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("shop", "key", "week"),
    )
