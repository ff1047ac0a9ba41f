"""The threads that connections to SQLite live in."""

import threading

PATIENCE_S = 5


def connection_threads() -> set[threading.Thread]:
    """Return the threads of the connections that are open now."""
    return {thread for thread in threading.enumerate() if "connection_worker" in thread.name}


def have_ended(threads: set[threading.Thread]) -> bool:
    """Tell whether the threads end by themselves; a closed connection's is on its last line."""
    for thread in threads:
        thread.join(PATIENCE_S)
    return not any(thread.is_alive() for thread in threads)
