"""What the interviewer asks next, and in which words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from adapters.offline.interviewer import OfflineInterviewer
from core.domain.challenge import Challenge
from core.domain.interview import Interview, OpenQuestion
from core.domain.question import FollowUp, FollowUpKind, InterviewType, Level, Question, QuestionId
from core.domain.reading import Depth, Heard, Intent, Reading
from core.domain.setting import Cue
from core.domain.setup import Slot
from tests.adapters.offline.pieces import BANK, HASH_MAP, interview, opened

CONCEPTS = Slot(type=InterviewType.CONCEPTS)
INTERVIEWER = OfflineInterviewer(BANK, BANK.personas)
PERSONAS = sorted(BANK.personas)


@dataclass(frozen=True)
class FewQuestions:
    """A bank with only a handful of questions."""

    questions: tuple[Question, ...]

    def questions_of(self, type_: InterviewType, level: Level) -> Iterator[Question]:
        return (q for q in self.questions if q.type is type_ and q.level is level)

    def challenges_of(self, level: Level) -> Iterator[Challenge]:
        del level
        return iter(())


def question(id_: str, level: Level = Level.MEDIUM, *topics: str) -> Question:
    return replace(HASH_MAP, id=QuestionId(id_), level=level, topics=topics)


def among(*questions: Question) -> OfflineInterviewer:
    return OfflineInterviewer(FewQuestions(questions), BANK.personas)


def unopened(**changes: object) -> Interview:
    fresh = replace(interview(), open=None, asked=())
    return replace(fresh, **changes)  # type: ignore[arg-type]  # the test names the fields


async def chosen(who: OfflineInterviewer, now: Interview, slot: Slot = CONCEPTS) -> str | None:
    choice = await who.choose(now, slot)
    return choice.question.id if choice else None


async def test_a_question_of_the_level_is_preferred() -> None:
    who = among(question("easy", Level.EASY), question("hard", Level.HARD))

    assert await chosen(who, unopened(level=Level.HARD)) == "hard"
    assert await chosen(who, unopened(level=Level.EASY)) == "easy"
    assert await chosen(who, unopened(level=Level.MEDIUM)) == "easy"


async def test_nothing_is_asked_twice_in_an_interview() -> None:
    who = among(question("one"), question("two"))
    now = unopened(asked=(QuestionId("one"),))

    assert await chosen(who, now) == "two"
    assert await chosen(who, replace(now, asked=(QuestionId("one"), QuestionId("two")))) is None


async def test_what_was_asked_before_comes_only_when_the_rest_is_spent() -> None:
    who = among(question("old"), question("new", Level.HARD))
    now = unopened(avoid=(QuestionId("old"),))

    assert await chosen(who, now) == "new"
    assert await chosen(who, replace(now, asked=(QuestionId("new"),))) == "old"


async def test_a_topic_that_was_wished_for_is_worth_one_step_of_difficulty() -> None:
    who = among(question("plain"), question("near", Level.HARD, "caching"))
    now = unopened()
    wishing = replace(now, setup=replace(now.setup, topics=("caching",)))

    assert await chosen(who, now) == "plain"
    assert await chosen(who, wishing) == "near"
    assert (
        await chosen(
            among(question("e", Level.EASY), question("h", Level.HARD, "caching")),
            replace(wishing, level=Level.EASY),
        )
        == "e"
    )


async def test_the_same_topic_does_not_come_twice_in_a_row() -> None:
    first = question("first", Level.MEDIUM, "hashing")
    who = among(
        first, question("same", Level.MEDIUM, "hashing"), question("other", Level.MEDIUM, "trees")
    )
    now = unopened(asked=(first.id,))

    assert {
        await chosen(who, replace(now, setup=replace(now.setup, seed=seed))) for seed in range(9)
    } == {"other"}
    assert await chosen(among(first, question("same", Level.MEDIUM, "hashing")), now) == "same"


async def test_without_a_challenge_left_a_coding_question_is_asked() -> None:
    coding = replace(question("coding"), type=InterviewType.CODING)
    slot = Slot(type=InterviewType.CODING, is_challenge=True)

    assert await chosen(among(coding), unopened(), slot) == "coding"
    choice = await INTERVIEWER.choose(unopened(), slot)
    assert choice is not None
    assert choice.task is not None


async def test_the_seed_decides_among_equals() -> None:
    now = unopened()
    seeded = [replace(now, setup=replace(now.setup, seed=seed)) for seed in range(30)]

    first = [await chosen(INTERVIEWER, each) for each in seeded]

    assert first == [await chosen(INTERVIEWER, each) for each in seeded]
    assert len(set(first)) > 3


async def idea_for(open_: OpenQuestion | None) -> tuple[str, FollowUpKind, str] | None:
    idea = await INTERVIEWER.follow_up(replace(interview(), open=open_))
    return (idea.id, idea.kind, idea.quote) if idea else None


def heard(*follow_ups: str, quote: str = "we resize it") -> Reading:
    return Reading(
        intent=Intent.ANSWER,
        depth=Depth.PARTIAL,
        quote="the keys are compared",
        heard=tuple(Heard(follow_up=each, quote=quote) for each in follow_ups),
    )


COVERED = tuple(point.id for point in HASH_MAP.points)


async def test_a_claim_is_dug_into_first() -> None:
    open_ = replace(opened(HASH_MAP), covered=COVERED[:3], reading=heard("cost-of-resize"))

    assert await idea_for(open_) == ("follow_up:cost-of-resize", FollowUpKind.CLAIM, "we resize it")


async def test_a_weak_answer_is_asked_for_the_weightiest_open_point() -> None:
    open_ = replace(opened(HASH_MAP), covered=COVERED[2:3], reading=heard("cost-of-resize"))

    assert await idea_for(open_) == (
        "point:stored-side-by-side",
        FollowUpKind.DEPTH,
        "the keys are compared",
    )


async def test_a_full_answer_is_taken_further() -> None:
    open_ = replace(opened(HASH_MAP), covered=COVERED, reading=heard())

    found = await idea_for(open_)

    assert found == ("follow_up:mutable-key", FollowUpKind.EDGE_CASE, "")


async def test_nothing_is_asked_for_twice() -> None:
    open_ = replace(opened(HASH_MAP), covered=COVERED, reading=heard())
    ideas: list[str] = []
    while found := await idea_for(replace(open_, ideas=tuple(ideas))):
        ideas.append(found[0])

    assert len(ideas) == len(set(ideas)) == 2


async def test_with_nothing_open_there_is_nothing_to_ask() -> None:
    assert await idea_for(None) is None


async def test_a_follow_up_never_says_a_point_that_is_still_open() -> None:
    telling = FollowUp(
        id="telling", kind=FollowUpKind.DEPTH, ask="Why does open addressing need probing?"
    )
    asked = replace(HASH_MAP, follow_ups=(telling,), points=HASH_MAP.points[:1])
    asked = replace(asked, points=(replace(asked.points[0], ask="So is it a linked list?"),))

    assert await idea_for(opened(asked)) is None
    assert await idea_for(replace(opened(asked), covered=COVERED[:1])) is not None


async def test_after_the_code_the_talk_goes_beyond_it() -> None:
    challenge = next(iter(BANK.challenges.values()))
    open_ = replace(
        opened(challenge.question), task=challenge.task, has_submitted=True, reading=heard()
    )

    found = await idea_for(open_)

    assert found is not None
    assert found[0].startswith("follow_up:")


async def test_a_prepared_dig_for_depth_sounds_like_going_further() -> None:
    dig = FollowUp(id="dig", kind=FollowUpKind.DEPTH, ask="How would you measure that in practice?")
    open_ = replace(opened(replace(HASH_MAP, follow_ups=(dig,))), covered=COVERED, reading=heard())

    assert await idea_for(open_) == ("follow_up:dig", FollowUpKind.ALTERNATIVE, "")


def spoken_by(persona: str, now: Interview) -> Interview:
    return replace(now, setup=replace(now.setup, persona=persona))


@pytest.mark.parametrize("persona", PERSONAS)
async def test_no_follow_up_is_led_over_to_in_the_same_words_too_often(persona: str) -> None:
    habit = BANK.personas[persona].follow_ups
    for cue in (Cue.MISSED_POINT, Cue.DIG_CLAIM, Cue.DIG_DEEPER):
        said: list[str] = []
        for number in range(1, 6):
            for ideas in range(habit):
                now = replace(
                    spoken_by(persona, interview()),
                    asked=(QuestionId("x"),) * number,
                    follow_ups=habit,
                    open=replace(opened(HASH_MAP), ideas=("x",) * ideas),
                )
                about = "" if cue is Cue.DIG_DEEPER else "we resize it"
                said.append(await INTERVIEWER.phrase(now, cue, about=about))

        assert max(Counter(said).values()) <= 2, cue
        assert all(one != next_ for one, next_ in pairwise(said))


@pytest.mark.parametrize("persona", PERSONAS)
async def test_what_is_said_once_a_question_does_not_come_back_soon(persona: str) -> None:
    for cue in (
        Cue.TRANSITION,
        Cue.ACKNOWLEDGE_STRONG,
        Cue.ACKNOWLEDGE_PARTIAL,
        Cue.ACKNOWLEDGE_THIN,
        Cue.SKIP,
    ):
        said = [
            await INTERVIEWER.phrase(
                replace(spoken_by(persona, interview()), asked=(QuestionId("x"),) * number), cue
            )
            for number in range(1, 6)
        ]

        assert len(set(said)) == len(said)


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("cue", [Cue.NUDGE, Cue.STILL_THERE, Cue.TRY_AGAIN, Cue.GO_AHEAD])
async def test_a_hint_that_is_not_to_be_had_is_not_offered(persona: str, cue: Cue) -> None:
    now = spoken_by(persona, interview())
    without = replace(now, setup=replace(now.setup, hints=False))
    spent = replace(now, open=opened(HASH_MAP, rungs=3))

    for said in range(12):
        for each in (without, spent):
            assert "hint" not in (await INTERVIEWER.phrase(replace(each, said=said), cue)).lower()


@pytest.mark.parametrize("persona", PERSONAS)
async def test_a_line_refers_to_what_it_is_given_and_leaves_no_gap(persona: str) -> None:
    now = spoken_by(persona, interview())
    for cue, lines in BANK.personas[persona].lines.items():
        about = "the thing" if any("{about}" in line for line in lines) else ""
        for said in range(8):
            text = await INTERVIEWER.phrase(replace(now, said=said), cue, about=about)
            assert about in text
            assert "{" not in text
    assert "“" not in await INTERVIEWER.phrase(now, Cue.MISSED_POINT)


async def test_each_hint_is_led_over_to_in_words_of_its_own() -> None:
    now = interview()

    said = [
        await INTERVIEWER.phrase(replace(now, open=opened(HASH_MAP, rungs=rungs)), Cue.GIVE_HINT)
        for rungs in range(3)
    ]

    assert len(set(said)) == 3
