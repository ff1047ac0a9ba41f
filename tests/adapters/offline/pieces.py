"""Questions as they went, made by hand: what was asked, what was said."""

from core.bank.loader import load
from core.domain.interview import Answer, Interview, OpenQuestion
from core.domain.outcomes import Closing, QuestionAsked
from core.domain.people import INTERVIEWER, PersonId, Role, Speaker
from core.domain.question import InterviewType, Question, QuestionId
from core.domain.transcript import Turn, TurnId, TurnKind
from core.ports.evaluator import Exhibit, Piece
from tests.scenes import requested, then

BANK = load()
EVERYTHING: tuple[Question, ...] = (
    *BANK.questions.values(),
    *(challenge.question for challenge in BANK.challenges.values()),
)
HASH_MAP = BANK.questions[QuestionId("hash-map-collisions")]
CANDIDATE = Speaker(id=PersonId("candidate"), name="The candidate", role=Role.CANDIDATE)


def of_type(type_: InterviewType) -> list[Question]:
    """Return the questions of one type."""
    return [question for question in EVERYTHING if question.type is type_]


def opened(question: Question, *answers: str, rungs: int = 0) -> OpenQuestion:
    """Return a question on the table with what was answered so far."""
    return OpenQuestion(
        number=1,
        question=question,
        task=None,
        opened_s=0,
        prompt=question.ask,
        answers=tuple(
            Answer(turn=TurnId(f"t{at}"), text=text) for at, text in enumerate(answers, start=2)
        ),
        rungs=rungs,
    )


def piece(
    question: Question, *answers: str, rungs: int = 0, closing: Closing = Closing.ANSWERED
) -> Piece:
    """Return a question with its answers, all of them given before anything else was said."""
    turns = [interviewer("t1", TurnKind.QUESTION, question.ask)]
    turns += [answer(f"t{at}", text) for at, text in enumerate(answers, start=2)]
    return Piece(asked=opened(question, *answers, rungs=rungs), closing=closing, turns=tuple(turns))


def interviewer(id_: str, kind: TurnKind, text: str) -> Turn:
    """Return something that the interviewer said."""
    return Turn(id=TurnId(id_), kind=kind, speaker=INTERVIEWER, text=text, at_s=0, question=1)


def answer(id_: str, text: str) -> Turn:
    """Return something that the candidate answered."""
    return Turn(
        id=TurnId(id_), kind=TurnKind.ANSWER, speaker=CANDIDATE, text=text, at_s=1, question=1
    )


def shown(*pieces: Piece, language: str = "en") -> Exhibit:
    """Return what an evaluator gets to see."""
    return Exhibit(pieces=pieces, language=language)


def interview(question: Question = HASH_MAP) -> Interview:
    """Return an interview with a question on the table."""
    return then(requested()[0], QuestionAsked(number=1, question=question))[0]
