from hypothesis import given
from hypothesis import strategies as st

from adapters.sql.words import stored_event, writable
from core.domain.entry import restore
from core.domain.outcomes import InterviewOpened
from core.domain.setup import Slot
from tests.scenes import STARTUP, answer, opened_interview

# Every code point there is, halves of characters and NUL among them.
ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("\0\ud800\udfff"))


@given(ANYTHING)
def test_whatever_is_typed_can_be_written_and_nothing_else_changes(typed: str) -> None:
    written = writable(typed)

    assert written.encode().decode() == written
    assert "\0" not in written
    assert len(written) == len(typed)
    assert all(
        old in {new, "\0"} or "\ud800" <= old <= "\udfff"
        for old, new in zip(typed, written, strict=True)
    )


@given(ANYTHING)
def test_whatever_is_typed_is_stored_in_an_event(typed: str) -> None:
    stored = stored_event(answer(typed))

    assert "\0" not in stored.body
    assert writable(str(getattr(restore(stored), "text", ""))) == writable(typed)


def test_half_a_character_costs_an_event_nothing_else() -> None:
    _, (_, entry, _) = opened_interview()
    assert isinstance(entry.event, InterviewOpened)
    hurt = InterviewOpened(
        pattern=STARTUP,
        plan=entry.event.plan,
        avoid=entry.event.avoid,
        follow_ups=2,
        text="Hello\ud83d!",
    )

    kept = restore(stored_event(hurt))

    assert isinstance(kept, InterviewOpened)
    assert kept.text == "Hello\ufffd!"
    assert kept.pattern == STARTUP
    assert all(isinstance(slot, Slot) for slot in kept.plan)
