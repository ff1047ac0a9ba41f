"""Three interviews as reports: a strong one, a weak one that ended early, one with code."""

from dataclasses import replace

from core.domain.challenge import Language
from core.domain.code import Purpose, Ruling, TestResult, Verdict
from core.domain.interview import Status
from core.domain.outcomes import Closing, Ending
from core.domain.people import INTERVIEWER, SANDBOX, Audience, PersonId, Role, Speaker
from core.domain.question import Axis, InterviewType, Level
from core.domain.report import (
    SCHEMA_VERSION,
    About,
    AxisScore,
    Evidence,
    Finding,
    Headline,
    Influence,
    KeyPointLine,
    Lane,
    Moment,
    NotAssessed,
    QuestionLine,
    Recommendation,
    Report,
    Snapshot,
)
from core.domain.transcript import Turn, TurnId, TurnKind

ADA = Speaker(id=PersonId("u1"), name="Ada Marsh", role=Role.CANDIDATE)
GRACE = Speaker(id=PersonId("u2"), name="Grace", role=Role.COACH)


def turn(number: int, kind: TurnKind, speaker: Speaker, text: str, at_s: float) -> Turn:
    return Turn(id=TurnId(f"t{number}"), kind=kind, speaker=speaker, text=text, at_s=at_s)


def evidence(number: int, at_s: float, quote: str) -> Evidence:
    return Evidence(turn=TurnId(f"t{number}"), at_s=at_s, quote=quote)


CALL = evidence(5, 82, "a packet that arrives too late is worthless")
FILE = evidence(5, 82, "I want every byte, in order, so TCP")
COST = evidence(9, 1010, "sorting dominates, so n log n")
GUESS = evidence(12, 1680, "I think it is fine, I did not try it")

FACES = NotAssessed(what="Face and gaze", why="A chat shows neither.")
VALUES = NotAssessed(what="Cultural fit", why="The team has not written down its values.")

TURNS = (
    turn(1, TurnKind.GREETING, INTERVIEWER, "Hello Ada. We have 45 minutes and five questions.", 0),
    turn(2, TurnKind.QUESTION, INTERVIEWER, "A video call and a file download: TCP or UDP?", 12),
    turn(3, TurnKind.REQUEST, ADA, "asks to hear the question again", 30),
    turn(4, TurnKind.REMARK, INTERVIEWER, "Which of TCP and UDP suits each of them, and why?", 34),
    turn(
        5,
        TurnKind.ANSWER,
        ADA,
        "For the file I want every byte, in order, so TCP.\n\n"
        "For the call, a packet that arrives too late is worthless. UDP then.",
        82,
    ),
    turn(6, TurnKind.FOLLOW_UP, INTERVIEWER, "What does the call still need on top of UDP?", 140),
    replace(turn(7, TurnKind.ANSWER, ADA, "A jitter buffer, I would say.", 171), is_spoken=True),
    turn(8, TurnKind.QUESTION, INTERVIEWER, "How would you merge maintenance windows?", 900),
    turn(
        9, TurnKind.ANSWER, ADA, "I sort by start, then sweep; sorting dominates, so n log n", 1010
    ),
    replace(turn(10, TurnKind.ANSWER, ADA, "Actually it is linear.", 1090), is_withdrawn=True),
    turn(11, TurnKind.HINT, INTERVIEWER, "Mind a short one inside a long one.", 1400),
    replace(
        turn(12, TurnKind.ANSWER, ADA, "I think it is fine, I did not try it", 1680),
        is_revised=True,
    ),
    turn(13, TurnKind.QUESTION, INTERVIEWER, "Tell me about a disagreement at work.", 1800),
    turn(
        14,
        TurnKind.ANSWER,
        ADA,
        "We disagreed about a rewrite. I measured both and we kept the old one.",
        1905,
    ),
    turn(15, TurnKind.REMARK, INTERVIEWER, "Thank you, Ada. That was it.", 2410),
)

AXES = (
    AxisScore(
        axis=Axis.PROBLEM_SOLVING,
        level=3.2,
        spread=0.3,
        confidence=0.8,
        weight=35,
        because="Argues from what each program needs, and names the cost of the approach unasked.",
        anchor="Finds a sound approach and explains why it fits.",
        next_anchor="Weighs alternatives and says when each would be better.",
        evidence=(CALL, COST),
    ),
    AxisScore(
        axis=Axis.TECHNICAL,
        level=2.8,
        spread=0.4,
        confidence=0.7,
        weight=30,
        because="Correct on both protocols; congestion control was not mentioned.",
        anchor="Mostly correct, with gaps beside the main line.",
        next_anchor="Correct and complete, including what is easily forgotten.",
        evidence=(FILE,),
    ),
    AxisScore(
        axis=Axis.COMMUNICATION,
        level=3.5,
        spread=0.2,
        confidence=0.9,
        weight=20,
        because="Decides first, then gives one reason that carries the decision.",
        anchor="Clear and in order; a listener never has to ask twice.",
        next_anchor="",
        evidence=(FILE,),
    ),
    AxisScore(
        axis=Axis.VERIFICATION,
        level=1.8,
        spread=0.6,
        confidence=0.5,
        weight=15,
        because="Said that the code was fine without trying the edge case that a hint had named.",
        anchor="Checks when asked to.",
        next_anchor="Names and tries edge cases on their own.",
        evidence=(GUESS,),
    ),
)

QUESTIONS = (
    QuestionLine(
        number=1,
        id="tcp-or-udp",
        title="TCP or UDP",
        type=InterviewType.CONCEPTS,
        level=Level.EASY,
        asked="You are building a video call and a file download. TCP or UDP for each, and why?",
        at_s=12,
        lasted_s=870,
        closing=Closing.ANSWERED,
        score=0.75,
        because="Three of four key points, the most important one first.",
        points=(
            KeyPointLine(
                says="TCP delivers the bytes complete and in order.", is_covered=True, evidence=FILE
            ),
            KeyPointLine(
                says="In a live call late data is worthless.", is_covered=True, evidence=CALL
            ),
            KeyPointLine(
                says="TCP slows down when the network is busy.", is_covered=False, evidence=None
            ),
        ),
        better_answer="The download goes over TCP: a file with a hole in it is useless, so the "
        "waiting is worth it.\n\nThe call goes over UDP, and what it still needs is built on top: "
        "sequence numbers, a jitter buffer, an eye on the bandwidth.",
        hints_used=0,
        follow_ups=1,
        confidence=4,
    ),
    QuestionLine(
        number=2,
        id="merge-windows",
        title="Maintenance windows",
        type=InterviewType.CODING,
        level=Level.MEDIUM,
        asked="Join windows that overlap, or whose pause is at most `gap` minutes long.",
        at_s=900,
        lasted_s=880,
        closing=Closing.TIMED_OUT,
        score=0.62,
        because="The approach is right; a window inside a longer one breaks it.",
        points=(
            KeyPointLine(
                says="Sorted by start, a window can only join the last one.",
                is_covered=True,
                evidence=COST,
            ),
            KeyPointLine(
                says="The later end is kept, since one may lie inside the other.",
                is_covered=False,
                evidence=None,
            ),
        ),
        better_answer="Sort by start. If the next window starts no later than the last end plus "
        "the gap, the last end becomes the maximum of both ends; otherwise append it.",
        hints_used=1,
        follow_ups=0,
        confidence=5,
    ),
    QuestionLine(
        number=3,
        id="disagreement",
        title="A disagreement at work",
        type=InterviewType.BEHAVIORAL,
        level=Level.MEDIUM,
        asked="Tell me about a time when you disagreed with somebody you worked with.",
        at_s=1800,
        lasted_s=600,
        closing=Closing.ANSWERED,
        score=None,
        because="The answer names a situation and a result, but too little to judge.",
        points=(),
        better_answer="",
        hints_used=0,
        follow_ups=2,
        confidence=None,
    ),
)

TIMELINE = (
    *(
        Moment(
            at_s=said.at_s,
            lane=Lane.CANDIDATE if said.speaker is ADA else Lane.INTERVIEWER,
            label=said.kind.value.replace("_", " "),
        )
        for said in TURNS
        if said.kind is not TurnKind.HINT
    ),
    Moment(at_s=1400, lane=Lane.HINTS, label="first hint"),
)

STRONG = Report(
    schema_version=SCHEMA_VERSION,
    about=About(
        candidate="Ada Marsh",
        type=InterviewType.MIXED,
        pattern="startup",
        pattern_name="Startup",
        persona="Friendly coach",
        began_at="2026-11-20T14:00:00+00:00",
        status=Status.COMPLETED,
        ending=Ending.FINISHED,
        level_at_start=Level.EASY,
        level_at_end=Level.MEDIUM,
        questions_planned=3,
        questions_asked=3,
        hints_used=1,
        limit_s=2700,
        used_s=2412,
        seed=20261120,
        interviewer="bank 1.0",
        evaluator="offline 1.0",
        is_interim=False,
    ),
    headline=Headline(
        recommendation=Recommendation.LEAN_YES,
        sentence="Ada decides quickly and for good reasons, and explains them well. "
        "What she builds she does not yet check.",
        overall=7.1,
        spread=0.5,
    ),
    fix_first=Finding(
        title="Try your code before you call it done",
        text="You were told about the short window inside a long one and did not run it. "
        "Say one edge case aloud and walk through it, every time, before you hand in.",
        evidence=(GUESS,),
    ),
    strengths=(
        Finding(
            title="Reasons that carry the decision",
            text="Each choice came with the one argument that settles it.",
            evidence=(CALL,),
        ),
        Finding(
            title="Cost named unasked",
            text="You said what the approach costs before anybody asked.",
            evidence=(COST,),
        ),
        Finding(
            title="Answer first", text="A listener knows your answer at once.", evidence=(FILE,)
        ),
    ),
    improvements=(
        Finding(title="Edge cases", text="Name two before you write the loop.", evidence=(GUESS,)),
        Finding(
            title="What TCP costs",
            text="Congestion control is half of why a call avoids TCP.",
            evidence=(FILE,),
        ),
        Finding(title="Stories with a result", text="Say what changed, in a number.", evidence=()),
    ),
    narrative="The interview began easily: Ada settled the first question in a minute.\n\n"
    "The coding question took the longest, and the time ran out before the fix was tried.",
    next_steps=(
        "Solve one interval problem and write down three edge cases first.",
        "Read about congestion control and explain it to a friend in two minutes.",
        "Retell the disagreement with one number in it.",
    ),
    topics=("intervals", "congestion control", "testing"),
    axes=AXES,
    questions=QUESTIONS,
    timeline=TIMELINE,
    snapshots=(),
    influences=(),
    not_assessed=(FACES, VALUES),
    transcript=TURNS,
)

_NOTHING_SAID = "Too little was said to judge this."

WEAK = replace(
    STRONG,
    about=replace(
        STRONG.about,
        candidate="مريم حداد",
        type=InterviewType.CONCEPTS,
        status=Status.CANCELLED,
        ending=Ending.ASKED,
        level_at_end=Level.EASY,
        questions_asked=1,
        questions_planned=5,
        hints_used=0,
        used_s=95,
        is_interim=True,
    ),
    headline=Headline(
        recommendation=Recommendation.INSUFFICIENT_EVIDENCE,
        sentence="The interview ended after one short answer, so nothing can be said yet.",
        overall=None,
        spread=0,
    ),
    fix_first=None,
    strengths=(),
    improvements=(),
    narrative="",
    next_steps=(),
    topics=(),
    axes=(
        *(
            replace(
                axis,
                level=None,
                spread=0,
                confidence=0,
                anchor="",
                next_anchor="",
                because=_NOTHING_SAID,
                evidence=(),
            )
            for axis in AXES[:3]
        ),
        replace(AXES[3], level=1.0, spread=0),
    ),
    questions=(
        replace(
            QUESTIONS[0],
            asked="ما الفرق بين TCP و UDP؟",
            lasted_s=60,
            score=None,
            because=_NOTHING_SAID,
            points=(),
            better_answer="",
            closing=Closing.GAVE_UP,
        ),
    ),
    timeline=TIMELINE[:4],
    not_assessed=(FACES, *(NotAssessed(what=a.axis.label, why=_NOTHING_SAID) for a in AXES[:3])),
    transcript=(
        *TURNS[:2],
        turn(3, TurnKind.ANSWER, replace(ADA, name="مريم حداد"), "لا أعرف، آسفة.", 55),
    ),
)

EMPTY = replace(
    WEAK,
    about=replace(WEAK.about, questions_asked=0, used_s=0, ending=None, is_interim=False),
    axes=(),
    questions=(),
    timeline=(),
    not_assessed=(),
    transcript=(),
)

_FIRST = """def merge_windows(windows: list[list[int]], gap: int) -> list[list[int]]:
    merged = []
    for start, end in windows:
        if merged and start - merged[-1][1] < gap:
            merged[-1][1] = end
        else:
            merged.append([start, end])
    return merged
"""
_SECOND = _FIRST.replace("in windows:", "in sorted(windows):")
_THIRD = _SECOND.replace("< gap", "<= gap").replace("= end\n", "= max(merged[-1][1], end)\n")


def _judged(ruling: Ruling, *rulings: Ruling, message: str = "") -> Verdict:
    names = ("no window", "windows that just touch", "a short one inside a long one", "backwards")
    tests = tuple(
        TestResult(name=name, ruling=one, wall_ms=12.4 + number, memory_kb=9_200)
        for number, (name, one) in enumerate(zip(names, rulings, strict=True))
    )
    return Verdict(ruling=ruling, isolation="docker", tests=tests, message=message)


_OK, _WRONG = Ruling.ACCEPTED, Ruling.WRONG_ANSWER
SNAPSHOTS = (
    Snapshot(
        at_s=1100,
        question=2,
        author="Ada Marsh",
        purpose=Purpose.RUN,
        language=Language.PYTHON,
        source=_FIRST,
        verdict=_judged(_WRONG, _OK, _WRONG, _WRONG, _WRONG),
        note="",
    ),
    Snapshot(
        at_s=1300,
        question=2,
        author="Ada Marsh",
        purpose=Purpose.RUN,
        language=Language.PYTHON,
        source=_SECOND,
        verdict=_judged(
            Ruling.RUNTIME_ERROR,
            _OK,
            Ruling.RUNTIME_ERROR,
            Ruling.TIME_LIMIT,
            _OK,
            message='File "solution.py", line 4\nTypeError: unorderable <list>',
        ),
        note="After the first hint.",
    ),
    Snapshot(
        at_s=1500,
        question=2,
        author="Lin",
        purpose=Purpose.SUBMIT,
        language=Language.PYTHON,
        source=_THIRD,
        verdict=replace(_judged(_OK, _OK, _OK, _OK, _OK), output="[[0, 100], [105, 110]]"),
        note="",
    ),
    Snapshot(
        at_s=1600,
        question=2,
        author="Lin",
        purpose=Purpose.SUBMIT,
        language=Language.PYTHON,
        source=_THIRD,
        verdict=None,
        note="The sandbox was out of reach.",
    ),
    Snapshot(
        at_s=2300,
        question=None,
        author="Ada Marsh",
        purpose=Purpose.RUN,
        language=Language.CPP,
        source="int main() { return 0; }",
        verdict=Verdict(ruling=Ruling.ACCEPTED, isolation="docker"),
        note="",
    ),
)

CODING = replace(
    STRONG,
    about=replace(
        STRONG.about, type=InterviewType.CODING, pattern="big_tech", pattern_name="Big tech"
    ),
    headline=replace(
        STRONG.headline, recommendation=Recommendation.STRONG_YES, overall=8.4, spread=0.3
    ),
    timeline=(
        *TIMELINE,
        *(Moment(at_s=s.at_s, lane=Lane.CODE, label=s.purpose.value) for s in SNAPSHOTS),
    ),
    snapshots=SNAPSHOTS,
    influences=(Influence(at_s=1380, by="Grace", what="give a hint"),),
    transcript=(
        *TURNS[:10],
        turn(16, TurnKind.CODE, ADA, _FIRST, 1100),
        turn(17, TurnKind.VERDICT, SANDBOX, "1 of 4 tests passed.", 1104),
        replace(
            turn(18, TurnKind.REQUEST, GRACE, "whispers: hint", 1380), audience=Audience.COACHES
        ),
        *TURNS[10:],
    ),
)
