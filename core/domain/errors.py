"""Everything that can go wrong and is not a bug.

GreenroomError
├── Refused                  the person can act on it; `reply` says how
│   ├── NoSuchInterview
│   ├── TooLate              the interview is over
│   └── PlaceGone            nothing can be shown there any more
└── Unavailable              a dependency failed; worth a retry; `reply` says so
    ├── StaleTurn            somebody else advanced the interview first
    ├── Busy                 a platform wants us to wait
    ├── RunnerUnavailable    no code can be run now
    ├── EvaluationFailed     the evaluator cannot judge this now
    ├── ReportNotWritten     the report's files cannot be written
    ├── CacheUnavailable     who may advance an interview, and where its graph waits, cannot be told now
    └── StorageUnavailable   the event log cannot be read or written now
        ├── StorageFull
        └── StorageNewer     the event log was written by a newer Greenroom
"""


class GreenroomError(Exception):
    """Something a person has to be told; `reply` is the sentence for them."""

    def __init__(self, reply: str) -> None:
        super().__init__(reply)
        self.reply = reply


class Refused(GreenroomError):
    """What was asked for cannot be done, and the person can act on it."""


class NoSuchInterview(Refused):
    """There is no interview of that id."""


class TooLate(Refused):
    """The interview is over, so nothing can be said in it any more."""


class PlaceGone(Refused):
    """A place went away for good, or lets nothing be shown."""


class Unavailable(GreenroomError):
    """A dependency failed; nothing was changed, and trying again is worth it."""


class StaleTurn(Unavailable):
    """Somebody else advanced the interview first."""


class Busy(Unavailable):
    """A platform wants us to wait for so many seconds."""

    def __init__(self, reply: str, after_s: float) -> None:
        super().__init__(reply)
        self.after_s = after_s


class RunnerUnavailable(Unavailable):
    """No code can be run now."""


class EvaluationFailed(Unavailable):
    """The evaluator cannot judge this now; what it was asked about stays *not assessed*."""


class ReportNotWritten(Unavailable):
    """The report's files cannot be written."""


class CacheUnavailable(Unavailable):
    """Who may advance an interview, and where its graph waits, cannot be told now."""


class StorageUnavailable(Unavailable):
    """The event log cannot be read or written now."""


class StorageFull(StorageUnavailable):
    """There is no room left for the event log."""


class StorageNewer(StorageUnavailable):
    """The event log was written by a newer Greenroom."""
