"""The names under which things are kept; those of one interview share a hash tag, and so a node of a cluster."""

# A listener waits at two lists at once, which therefore share a tag too.
RINGS = "greenroom:{rings}"
ALL_CHECKPOINTS = "greenroom:{*}:graph"


def rings_for(bell: str) -> str:
    """Return where the rings for one process are."""
    return f"greenroom:{{rings}}:bell:{bell}"


def checkpoints_of(id_: str) -> str:
    """Return where the checkpoints of an interview's graph are."""
    return f"greenroom:{{{id_}}}:graph"


def lease_of(id_: str) -> str:
    """Return where the token of an interview's holder is."""
    return f"greenroom:{{{id_}}}:lease"


def fence_of(id_: str) -> str:
    """Return where the fence of an interview's last holder is."""
    return f"greenroom:{{{id_}}}:fence"


def doubt_of(id_: str) -> str:
    """Return where it stands, for a while, that an interview's holders were forgotten."""
    return f"greenroom:{{{id_}}}:doubt"


def rate_of(key: str) -> str:
    """Return where the moments are at which something was done."""
    return f"greenroom:rate:{key}"


def id_in(checkpoints_key: str) -> str:
    """Return whose checkpoints are kept under a name."""
    return checkpoints_key.removeprefix("greenroom:{").removesuffix("}:graph")
