"""How the tables that the migrations made are compared with those that the code expects."""

from collections.abc import Mapping

# What only one kind of database has, and no table of ours can say: the index over what was said.
SPECIAL = ("said_words", "ix_said_words")


def is_ours(name: str | None, _kind: str, _parents: Mapping[str, str | None]) -> bool:
    """Tell whether something is to be compared."""
    return not (name or "").startswith(SPECIAL)


COMPARISON = {"compare_type": True, "include_name": is_ours}
