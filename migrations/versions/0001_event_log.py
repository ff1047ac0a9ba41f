"""Keep the event log, a line for each interview, and what was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "interviews",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("candidate_name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_s", sa.Double(), nullable=False),
        sa.Column("questions_closed", sa.Integer(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_interviews"),
    )
    op.create_index("ix_interviews_candidate_id_changed", "interviews", ["candidate_id", "changed"])
    op.create_index("ix_interviews_changed", "interviews", ["changed"])
    op.create_table(
        "events",
        sa.Column("interview_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("origin_message", sa.Text(), nullable=True),
        sa.Column("origin_revision", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("interview_id", "seq", name="pk_events"),
        sa.ForeignKeyConstraint(["interview_id"], ["interviews.id"], name="fk_events_interviews"),
        sa.UniqueConstraint(
            "interview_id",
            "origin_message",
            "origin_revision",
            name="uq_events_interview_id_origin_message_origin_revision",
        ),
    )
    op.create_table(
        "asked",
        sa.Column("interview_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("interview_id", "seq", name="pk_asked"),
        sa.ForeignKeyConstraint(
            ["interview_id", "seq"], ["events.interview_id", "events.seq"], name="fk_asked_events"
        ),
    )
    op.create_index("ix_asked_candidate_id_question_id", "asked", ["candidate_id", "question_id"])


def downgrade() -> None:
    op.drop_table("asked")
    op.drop_table("events")
    op.drop_table("interviews")
