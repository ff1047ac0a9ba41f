"""Challenges, with sandboxes of every temper."""

from itertools import chain, repeat

from core.domain import arrivals, messages, outcomes
from core.domain.challenge import Language
from core.domain.code import Purpose, Ruling
from core.domain.interview import Phase, Status
from core.domain.outcomes import Ending
from core.domain.question import InterviewType
from core.domain.setting import Cue
from core.domain.setup import Setup
from tests.core.candidates import (
    Coder,
    converse,
    judge,
    verdict,
)
from tests.core.glances import (
    CODING,
    SOUND,
    WORDS,
    open_question,
    oversleep,
    reach_challenge,
    remarks,
)
from tests.core.leaks import check_nothing_leaked, everything_shown
from tests.core.nevers import check
from tests.room import QuietRunner, room


async def test_a_coder_whom_no_sandbox_serves_is_asked_about_the_code_instead() -> None:
    async with room() as here:
        await here.begin(CODING)

        await converse(here, Coder(repeat(Ruling.ACCEPTED)))

        assert "No code runner is configured here" in everything_shown(here)
        assert here.now.ending is Ending.FINISHED
        await check(here)
        check_nothing_leaked(here, await here.entries())


async def test_a_coder_mends_until_it_passes() -> None:
    sandbox = QuietRunner()
    async with room(runner=sandbox) as here:
        await here.begin(CODING)
        rulings = chain([None, Ruling.WRONG_ANSWER, Ruling.TIME_LIMIT], repeat(Ruling.ACCEPTED))

        await converse(here, Coder(rulings))

        assert [asked.purpose for asked in sandbox.asked][:3] == [
            Purpose.RUN,
            Purpose.SUBMIT,
            Purpose.SUBMIT,
        ]
        assert [each.cue for each in await remarks(here)].count(Cue.TRY_AGAIN) == 2
        assert here.now.ending is Ending.FINISHED
        await check(here)
        check_nothing_leaked(here, await here.entries())


async def test_who_talks_about_code_that_does_not_pass_may_still_mend_it() -> None:
    async with room(runner=QuietRunner()) as here:
        number = await reach_challenge(here)
        await here.submit_code()
        await here.say("It is with the sandbox now, and I believe the empty list is covered too.")
        await judge(here, Ruling.WRONG_ANSWER)

        for _ in range(6):
            await here.say("I think that the border is off by one, so I will mend that part first.")

        assert here.now.phase is Phase.CHALLENGE
        assert open_question(here).number == number
        await check(here)


async def test_a_sandbox_that_fails_by_itself_counts_neither_way() -> None:
    async with room(runner=QuietRunner()) as here:
        await reach_challenge(here)
        await here.submit_code()

        await judge(here, Ruling.SANDBOX_ERROR)

        assert Cue.TRY_AGAIN not in [each.cue for each in await remarks(here)]
        assert await here.events(outcomes.FollowedUp)


async def test_the_verdict_on_an_earlier_challenge_decides_nothing_about_the_next() -> None:
    async with room(runner=QuietRunner()) as here:
        await here.begin(Setup(seed=5, type=InterviewType.CODING, questions=4))
        await reach_challenge(here)
        await here.submit_code()
        late = open_question(here).submission
        await here.do(arrivals.SkipAsked)
        await reach_challenge(here)
        open_ = open_question(here)

        await here.do(
            arrivals.SubmissionJudged,
            submission=late,
            purpose=Purpose.SUBMIT,
            verdict=verdict(Ruling.ACCEPTED),
        )

        assert here.now.open == open_
        await check(here)


async def test_an_older_verdict_is_shown_but_the_newer_code_decides() -> None:
    async with room(runner=QuietRunner()) as here:
        await reach_challenge(here)
        await here.submit_code("x = 1")
        first = open_question(here).submission
        await here.submit_code("x = 2")

        await here.do(
            arrivals.SubmissionJudged,
            submission=first,
            purpose=Purpose.SUBMIT,
            verdict=verdict(Ruling.ACCEPTED),
        )

        assert isinstance(here.hearing.shown[-1], messages.ShowVerdict)
        assert open_question(here).awaits_code


async def test_a_verdict_during_a_pause_waits_for_the_candidate() -> None:
    async with room(runner=QuietRunner()) as here:
        await reach_challenge(here)
        await here.submit_code()
        await here.do(arrivals.PauseAsked)

        await judge(here, Ruling.ACCEPTED)
        is_paused = here.now.status is Status.PAUSED
        await here.do(arrivals.ResumeAsked)
        await here.say(SOUND)

        assert is_paused
        assert not open_question(here).awaits_code
        await check(here)


async def test_a_refusal_during_a_pause_is_said() -> None:
    async with room(runner=QuietRunner()) as here:
        await reach_challenge(here)
        await here.submit_code()
        await here.do(arrivals.PauseAsked)

        await here.do(
            arrivals.SubmissionRefused,
            submission=open_question(here).submission,
            purpose=Purpose.SUBMIT,
            reason="The sandbox is away.",
        )

        assert "The sandbox is away. Your code is kept and stays unjudged" in here.said()
        assert here.now.status is Status.PAUSED
        await check(here)


async def test_code_that_could_not_be_tried_out_is_said_to_be_kept() -> None:
    async with room() as here:
        await reach_challenge(here)

        await here.submit_code(run=True)

        assert "Your code is kept as you wrote it." in here.said()
        assert here.now.phase is Phase.CHALLENGE


async def test_a_run_shows_its_verdict_and_no_more() -> None:
    async with room(runner=QuietRunner()) as here:
        await reach_challenge(here)
        await here.submit_code(run=True)
        before = len(here.hearing.shown)

        await judge(here, Ruling.WRONG_ANSWER, Purpose.RUN)

        assert [type(each) for each in here.hearing.shown[before:]] == [messages.ShowVerdict]


async def test_code_without_a_challenge_is_answered_in_words() -> None:
    async with room() as here:
        await here.begin(WORDS)

        await here.submit_code()
        await here.submit_code(run=True)

        assert here.said().count("There is no coding challenge open") == 2
        await check(here)


async def test_code_handed_in_after_the_time_is_kept_and_not_run() -> None:
    sandbox = QuietRunner()
    async with room(runner=sandbox) as here:
        await reach_challenge(here)
        oversleep(here, 2 * 60 * 60)

        await here.submit_code()

        assert here.now.ending is Ending.TIME_OUT
        assert not sandbox.asked
        assert await here.events(arrivals.CodeSubmitted)
        await check(here)


async def test_another_language_brings_its_starter_code() -> None:
    async with room() as here:
        await here.begin(CODING)
        await here.do(arrivals.LanguageChosen, language=Language.RUST)
        await reach_challenge(here)

        await here.do(arrivals.LanguageChosen, language=Language.GO)

        assert "code will be in rust" in here.said()
        assert "```go\npackage main" in here.said()
        await check(here)
