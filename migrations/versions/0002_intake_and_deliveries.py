"""Keep arrivals until they are handled and messages until they are delivered, and know the clock's next word.

Finding words in transcripts will come as a step of its own: on PostgreSQL a generated `tsvector` column
beside a `words` column of `events` with a GIN index, on SQLite an FTS5 table over the same column. Both
hang on `events`, which is only ever added to, so they can be filled from what is there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Count = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("interviews", sa.Column("wake_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_interviews_wake_at", "interviews", ["wake_at"])
    # When the clock would really speak up can be told from the events alone. Due at once is never
    # too late: whoever looks finds out, and the next event puts it right.
    op.execute("UPDATE interviews SET wake_at = began_at WHERE status = 'in_progress'")
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("interviews", "changed", type_=sa.BigInteger(), existing_nullable=False)
        op.execute("CREATE SEQUENCE changes")
        op.execute(
            "SELECT setval('changes', coalesce(max(changed), 0) + 1, false) FROM interviews"
        )
    op.create_table(
        "waiting",
        sa.Column("id", Count, nullable=False),
        sa.Column("interview_id", sa.Text(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin_message", sa.Text(), nullable=True),
        sa.Column("origin_revision", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_waiting"),
        sa.UniqueConstraint(
            "interview_id",
            "origin_message",
            "origin_revision",
            name="uq_waiting_interview_id_origin_message_origin_revision",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_waiting_interview_id_lane_id", "waiting", ["interview_id", "lane", "id"])
    op.create_table(
        "deliveries",
        sa.Column("id", Count, nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("place_kind", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("interview_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("platform_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["interview_id", "seq"],
            ["events.interview_id", "events.seq"],
            name="fk_deliveries_events",
        ),
        sa.UniqueConstraint(
            "message_id",
            "place_kind",
            "place_id",
            name="uq_deliveries_message_id_place_kind_place_id",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_deliveries_underway",
        "deliveries",
        ["place_kind", "place_id", "id"],
        sqlite_where=sa.text("platform_id IS NULL"),
        postgresql_where=sa.text("platform_id IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("deliveries")
    op.drop_table("waiting")
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP SEQUENCE changes")
        op.alter_column("interviews", "changed", type_=sa.Integer(), existing_nullable=False)
    op.drop_index("ix_interviews_wake_at", table_name="interviews")
    op.drop_column("interviews", "wake_at")
