"""Know since when an arrival waits, find what an interview has underway, and look after pauses."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

UNDERWAY = sa.text("platform_id IS NULL")


def upgrade() -> None:
    # Not in batch: that would make `waiting` anew, and give out its tickets' numbers once more.
    # SQLite adds a column only with a default that stays the same for ever.
    op.add_column(
        "waiting",
        sa.Column(
            "taken_at",
            sa.DateTime(timezone=True),
            nullable=False,
            server_default="1970-01-01 00:00:00+00:00",
        ),
    )
    # Whoever waits since before this began to wait at a moment that nobody knows: now will do.
    op.execute("UPDATE waiting SET taken_at = CURRENT_TIMESTAMP")
    # From now on the clock has something to say in a pause, too. Whoever looks finds out what, and when.
    op.execute("UPDATE interviews SET wake_at = began_at WHERE status = 'paused'")
    _index(["interview_id", "id"])


def downgrade() -> None:
    op.execute("UPDATE interviews SET wake_at = NULL WHERE status = 'paused'")
    op.drop_column("waiting", "taken_at")
    _index(["place_kind", "place_id", "id"])


def _index(columns: list[str]) -> None:
    op.drop_index("ix_deliveries_underway", table_name="deliveries")
    op.create_index(
        "ix_deliveries_underway",
        "deliveries",
        columns,
        sqlite_where=UNDERWAY,
        postgresql_where=UNDERWAY,
    )
