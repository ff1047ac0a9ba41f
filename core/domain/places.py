"""Where an interview is heard."""

from core.domain.interview import Interview
from core.domain.people import Audience, Place


def places_for(interview: Interview, audience: Audience) -> tuple[Place, ...]:
    """Return where a message for `audience` belongs."""
    return () if audience is Audience.COACHES else (interview.place,)
