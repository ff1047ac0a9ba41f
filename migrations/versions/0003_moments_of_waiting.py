"""Know since when an arrival waits, and find what an interview has underway."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

UNDERWAY = sa.text("platform_id IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("waiting") as waiting:
        # Whoever waits since before this began to wait at a moment that nobody knows: now will do.
        waiting.add_column(
            sa.Column(
                "taken_at",
                sa.DateTime(timezone=True),
                nullable=False,
                server_default=sa.text("CURRENT_TIMESTAMP"),
            )
        )
    _index(["interview_id", "id"])


def downgrade() -> None:
    with op.batch_alter_table("waiting") as waiting:
        waiting.drop_column("taken_at")
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
