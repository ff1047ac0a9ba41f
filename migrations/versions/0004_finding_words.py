"""Find words in what was said.

What is here already is not put into the new table: whose words are in an event is for the code to say, and
it may say otherwise one day. `said_head` is behind the head of such interviews, and the first search
catches up. So it does after a process of the version before had appended something.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Count = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BEHIND = sa.text("said_head <> head")

# English by its stems, so that caching finds cached; and unlike `english` without stop words: who looks
# for "to be or not to be" means that, and SQLite knows no stop words either.
POSTGRESQL = (
    "CREATE TEXT SEARCH DICTIONARY greenroom_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION greenroom (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION greenroom "
    "ALTER MAPPING REPLACE english_stem WITH greenroom_stem",
    "CREATE INDEX ix_said_words ON said USING gin (to_tsvector('greenroom', words))",
)
# The index keeps no text of its own, so it has to be told what it forgets, each time.
SQLITE = (
    "CREATE VIRTUAL TABLE said_words USING fts5"
    "(words, content='said', content_rowid='id', tokenize='porter unicode61 remove_diacritics 0')",
    "CREATE TRIGGER said_came AFTER INSERT ON said BEGIN "
    "INSERT INTO said_words (rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER said_went AFTER DELETE ON said BEGIN "
    "INSERT INTO said_words (said_words, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER said_changed AFTER UPDATE OF words ON said BEGIN "
    "INSERT INTO said_words (said_words, rowid, words) VALUES ('delete', old.id, old.words); "
    "INSERT INTO said_words (rowid, words) VALUES (new.id, new.words); END",
)


def upgrade() -> None:
    op.add_column(
        "interviews", sa.Column("said_head", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_index(
        "ix_interviews_behind",
        "interviews",
        ["id"],
        sqlite_where=BEHIND,
        postgresql_where=BEHIND,
    )
    op.create_table(
        "said",
        sa.Column("id", Count, nullable=False),
        sa.Column("interview_id", sa.Text(), nullable=False),
        sa.Column("turn_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_said"),
        sa.ForeignKeyConstraint(
            ["interview_id", "seq"], ["events.interview_id", "events.seq"], name="fk_said_events"
        ),
        sa.UniqueConstraint("interview_id", "turn_id", name="uq_said_interview_id_turn_id"),
    )
    for command in POSTGRESQL if _is_server() else SQLITE:
        op.execute(command)


def downgrade() -> None:
    if not _is_server():
        op.execute("DROP TABLE said_words")
    op.drop_table("said")
    if _is_server():
        op.execute("DROP TEXT SEARCH CONFIGURATION greenroom")
        op.execute("DROP TEXT SEARCH DICTIONARY greenroom_stem")
    op.drop_index("ix_interviews_behind", table_name="interviews")
    op.drop_column("interviews", "said_head")


def _is_server() -> bool:
    return op.get_context().dialect.name == "postgresql"
