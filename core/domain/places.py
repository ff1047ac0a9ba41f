"""Where an interview is held and followed, and which of these places a message goes to."""

from dataclasses import replace

from core.domain import arrivals
from core.domain.changes import change
from core.domain.interview import Interview
from core.domain.people import Audience, Gallery, Place


def places_for(interview: Interview, audience: Audience) -> tuple[Place, ...]:
    """Return every place where a message for that audience is to be shown, each once."""
    match audience:
        case Audience.EVERYONE:
            return (interview.place, *(gallery.place for gallery in interview.others))
        case Audience.CANDIDATE:
            return (interview.place,)
        case Audience.COACHES:
            return tuple(each.place for each in interview.others if each.audience is audience)


@change.register
def _(event: arrivals.PlaceMoved, interview: Interview) -> Interview:
    # Where the candidate is now, nothing is shown twice, and nothing that is for coaches only.
    return replace(interview, place=event.place, others=_others(interview, event.place))


@change.register
def _(event: arrivals.PlaceAdded, interview: Interview) -> Interview:
    known = (interview.place, *(gallery.place for gallery in interview.others))
    if event.place in known:
        return interview
    added = Gallery(place=event.place, audience=event.audience)
    return replace(interview, others=(*interview.others, added))


@change.register
def _(event: arrivals.PlaceRemoved, interview: Interview) -> Interview:
    return replace(interview, others=_others(interview, event.place))


def _others(interview: Interview, place: Place) -> tuple[Gallery, ...]:
    return tuple(gallery for gallery in interview.others if gallery.place != place)
