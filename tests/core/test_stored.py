"""Events that an older Greenroom stored still mean what they meant."""

import pytest

from core.domain import arrivals
from core.domain.entry import Event, StoredEvent, restore
from core.domain.people import TERMINAL, Origin
from core.domain.setup import Patience, Setup
from core.domain.transcript import TurnId
from tests.scenes import ADA

_BY = '"by":{"id":"ada","name":"The candidate","role":"candidate"},"origin":{"message":"m1","revision":1}'
_M1 = Origin("m1", 1)
_PATIENCE = '{"nudge_s":20.0,"nudge_coding_s":600.0,"nudges":2,"away_s":1200.0,"wrap_up_s":300.0}'
_SETUP = (
    '{"type":"mixed","pattern":null,"level":"medium","questions":5,"minutes":60.0,"hints":true,"persona":"neutral",'
    f'"language":"en","code_language":"python","topics":[],"seed":7,"patience":{_PATIENCE}}}'
)


@pytest.mark.parametrize(
    ("kind", "rest", "expected"),
    [
        (
            "InterviewRequested",
            f'"setup":{_SETUP},"place":{{"kind":"terminal","id":"terminal"}}',
            arrivals.InterviewRequested(
                by=ADA,
                origin=_M1,
                setup=Setup(seed=7, patience=Patience(nudge_s=20)),
                place=TERMINAL,
            ),
        ),
        (
            "AnswerRevised",
            '"turn":"t3","text":"It goes stale."',
            arrivals.AnswerRevised(by=ADA, origin=_M1, turn=TurnId("t3"), text="It goes stale."),
        ),
        (
            "AnswerWithdrawn",
            '"turn":"t3"',
            arrivals.AnswerWithdrawn(by=ADA, origin=_M1, turn=TurnId("t3")),
        ),
    ],
)
def test_what_was_stored_before_a_field_was_there_has_its_default(
    kind: str, rest: str, expected: Event
) -> None:
    stored = StoredEvent(kind=kind, version=1, body=f"{{{_BY},{rest}}}")

    event = restore(stored)

    assert event == expected
