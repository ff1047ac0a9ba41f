"""Scripts: a candidate who has written everything down."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.clock import ScriptedClock
from adapters.console.script import SCRIPT_BYTES, Script, read_script
from adapters.console.session import Ended
from adapters.console.translate import Translator
from core.domain import arrivals
from core.domain.arrivals import Arrival
from core.domain.challenge import Language
from core.domain.errors import Refused
from core.domain.interview import Phase, Status
from core.domain.outcomes import PauseReason
from tests.adapters.console.places import ID, Place
from tests.scenes import ADA, TEN_O_CLOCK

TRANSLATE = Translator(ADA, (), lambda: Language.PYTHON)


def behaves(place: Place, clock: ScriptedClock) -> None:
    """Let the fake interview pause, end and be evaluated as a real one does."""

    def then(arrival: Arrival) -> None:
        now = place.session.interview
        assert now is not None
        now = replace(now, seq=now.seq + 1, now=clock.now())
        match arrival:
            case arrivals.PauseAsked():
                now = replace(now, status=Status.PAUSED, paused=PauseReason.ASKED)
            case arrivals.ClockRang(kind=arrivals.WakeKind.AWAY):
                now = replace(now, status=Status.PAUSED, paused=PauseReason.AWAY)
            case arrivals.ClockRang(kind=arrivals.WakeKind.SILENCE):
                assert now.open is not None
                now = replace(now, open=replace(now.open, nudges=now.open.nudges + 1))
            case arrivals.ClockRang(kind=arrivals.WakeKind.EVALUATION):
                place.session.stage.over.set()
                now = replace(now, phase=Phase.OVER, open=None, status=Status.COMPLETED)
            case arrivals.EndAsked():
                now = replace(now, phase=Phase.EVALUATING)
            case _:
                now = replace(now, status=Status.IN_PROGRESS, paused=None)
        place.session.saw(now)

    place.door.then = then


async def play(place: Place, *lines: str) -> tuple[Ended, ScriptedClock]:
    clock = ScriptedClock(TEN_O_CLOCK)
    behaves(place, clock)
    script = Script(
        session=place.session, clock=clock, translate=TRANSLATE, console=place.session.console
    )
    return await script.play(ID, list(lines)), clock


async def test_every_line_is_said_and_the_end_of_the_script_ends_the_interview() -> None:
    place = Place()

    ended, _ = await play(place, "one", "", "/hint", "two")

    assert ended is Ended.OVER
    assert place.door.kinds() == [
        "AnswerGiven",
        "HintAsked",
        "AnswerGiven",
        "EndAsked",
        "ClockRang",
    ]
    assert "you ▸ one" in place.text()


async def test_saying_something_takes_time_and_more_words_take_more() -> None:
    _, brief = await play(Place(), "one")
    _, long = await play(Place(), "one " * 100)

    assert TEN_O_CLOCK < brief.now() < long.now()


async def test_silence_is_broken_and_in_the_end_pauses_the_interview() -> None:
    place = Place()

    ended, _ = await play(place, "/wait 3600")

    rang = [each.kind for each in place.door.arrived if isinstance(each, arrivals.ClockRang)]
    assert rang[:3] == ["silence", "silence", "away"]
    assert ended is Ended.OVER


async def test_a_script_that_ends_in_a_pause_leaves_the_interview_paused() -> None:
    place = Place()

    ended, _ = await play(place, "one", "/pause")

    assert ended is Ended.LEFT
    assert place.door.kinds() == ["AnswerGiven", "PauseAsked"]


async def test_a_script_that_is_empty_ends_the_interview() -> None:
    place = Place()

    ended, _ = await play(place)

    assert ended is Ended.OVER


async def test_help_and_slips_are_shown() -> None:
    place = Place()

    await play(place, "/help", "/hnt")

    assert "/confidence N" in place.text()
    assert "Did you mean /hint?" in place.text()
    assert place.door.kinds() == ["EndAsked", "ClockRang"]


async def test_what_follows_the_end_is_not_said() -> None:
    place = Place()

    ended, _ = await play(place, "/end", "still there?")

    assert ended is Ended.OVER
    assert "you ▸ still there?" not in place.text()
    assert "The interview was over before the script: 1 of its lines went unsaid." in place.text()


async def test_a_line_that_cannot_be_saved_stops_the_script_and_is_named() -> None:
    place = Place()
    place.door.failure = "There is no room left."

    ended, _ = await play(place, "one", "two")

    assert ended is Ended.FAILED
    assert "Line 1 of the script could not be taken" in place.text()


async def test_a_line_that_is_kept_and_not_answered_stops_the_script_and_is_named() -> None:
    place = Place()
    place.door.outage = "The interviewer is away."

    ended, _ = await play(place, "one", "two")

    assert ended is Ended.FAILED
    assert place.door.kinds() == ["AnswerGiven"]
    assert "Line 1 of the script has no answer yet, so it stops here." in place.text()


async def test_a_ring_that_cannot_be_saved_stops_the_script() -> None:
    place = Place()
    place.door.failure = "There is no room left."

    ended, _ = await play(place, "word " * 400)

    assert ended is Ended.FAILED


async def test_an_end_that_cannot_be_saved_is_told() -> None:
    place = Place()
    place.door.failure = "There is no room left."

    ended, _ = await play(place)

    assert ended is Ended.FAILED
    assert "The interview could not be ended." in place.text()


async def test_a_clock_that_rings_in_vain_stops_the_script() -> None:
    place = Place()
    place.door.then = lambda _: None
    script = Script(
        session=place.session,
        clock=ScriptedClock(TEN_O_CLOCK),
        translate=TRANSLATE,
        console=place.session.console,
    )

    ended = await script.play(ID, ["/wait 3600"])

    assert ended is Ended.FAILED


async def test_ctrl_c_stops_a_script_between_two_lines() -> None:
    place = Place()
    place.session.stop()

    ended, _ = await play(place, "one")

    assert ended is Ended.STOPPED
    assert place.door.kinds() == ["PauseAsked"]


def test_only_line_ends_end_a_line(tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_bytes("\ufeffone\x0cstill one\u2028and on\r\ntwo".encode())

    assert read_script(script) == ["one\x0cstill one\u2028and on", "two"]


def test_a_stray_nul_is_no_reason_to_refuse(tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_bytes(b"an answer with a \x00 in it")

    assert len(read_script(script)) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfeo\x00", "is not a text file in UTF-8"),
        ("one".encode("utf-16-le"), "is not a text file in UTF-8"),
        (b"x" * (SCRIPT_BYTES + 1), "is over 16 MB"),
    ],
)
def test_what_is_no_script_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_bytes(content)

    with pytest.raises(Refused, match=says):
        read_script(script)


@pytest.mark.parametrize(
    ("name", "says"),
    [("none.txt", "no such file"), (".", "is a directory"), ("n" * 999, "too long")],
)
def test_what_cannot_be_read_is_named(name: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=says):
        read_script(tmp_path / name)


def test_a_clock_that_is_turned_never_runs_backwards() -> None:
    clock = ScriptedClock(TEN_O_CLOCK)

    clock.turn_to(TEN_O_CLOCK - timedelta(seconds=1))

    assert clock.now() == TEN_O_CLOCK


async def test_a_scripted_clock_jumps_to_what_is_waited_for() -> None:
    clock = ScriptedClock(TEN_O_CLOCK)

    await clock.wait_until(TEN_O_CLOCK + timedelta(hours=1))

    assert clock.now() == TEN_O_CLOCK + timedelta(hours=1)
