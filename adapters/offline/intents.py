"""What a message is meant as, by rules that would rather hear an answer than miss one.

A rule that is wrong costs the candidate an answer, so all but distress and abuse apply to short messages only.
"""

import re
from collections.abc import Sequence

from adapters.offline.words import words
from core.domain.reading import Intent

_SHORT = 18
_QUESTION = 40

_RULES: Sequence[tuple[Intent, int, str]] = (
    (
        Intent.DISTRESS,
        400,
        (
            r"\b(panic attack|want to die|kill myself|suicid\w*|hurt(ing)? myself|self.harm"
            r"|(can't|cannot) (breathe|stop crying|go on like this)|i('m| am) (not (ok|okay|well)( right now)?$|falling apart|having a breakdown)"
            r"|(my|our) (\w+ )?(mother|father|mom|mum|dad|wife|husband|partner|child|son|daughter|brother|sister|friend|baby|dog|cat) (just |has |have )*(died|passed away|is dying)"
            r"|(somebody|someone|he|she|they) (is |was |are )?(abus|hitt?|threaten)\w* me|i feel (really )?(unsafe|hopeless|terrible about everything))"
        ),
    ),
    (
        Intent.ABUSE,
        60,
        (
            r"\b(fuck (you|off|this)|f\*+k you|you('re| are| r)? (a |an |so |such a )?(\w+ )?(idiot|moron|stupid|useless|worthless|dumb|pathetic|garbage|trash)"
            r"|shut (the \w+ )?up|stupid (bot|machine|interviewer|question)|piece of (shit|crap|garbage)|go to hell|screw you|i('ll| will) (find|hurt|kill) you|bitch|asshole)\b"
        ),
    ),
    (
        Intent.PRY,
        80,
        (
            r"\b(ignore|disregard|forget|override) (\w+ ){0,4}(instructions?|rules?|prompts?|directions?)"
            r"|(^|[.!?,:] |please |just |you )(show|tell|give|print|reveal|share|repeat|output)( me| us)? (what |the |your |all |this |is |of )*(full |whole |exact |hidden |model )*(solution|rubric|tests|test cases|system prompt|answer key|reference answer|reference|scoring|key points|instructions|prompt)\b"
            r"|^what('s| is| are) (the|your) (full |hidden |exact )*(solution|rubric|tests|system prompt|answer key|reference answer|scoring|key points|instructions)\b"
            r"|\b(just )?(tell|give) me the (right |correct |full |whole )?answer|\bwhat('s| is) the (right|correct) answer"
            r"|\byou are now\b|\bact as\b.{0,40}\b(assistant|interviewer|admin|developer)|\b(give|award|grant) me (a |the )?(full|top|perfect|maximum|highest) (score|marks?|rating)|\bsystem\s*:"
        ),
    ),
    (
        Intent.GO_BACK,
        14,
        r"\bgo back\b|\b(that|it) was (all )?wrong\b.{0,20}$|\b(scratch|strike) that$|\bundo (that|my (last )?answer)|\bredo (that|my (last )?answer)|\bstart (that|my answer) (over|again)|\btake (that|it) back$",
    ),
    (
        Intent.CORRECTION,
        400,
        r"^(actually|correction|no,? wait|wait,? no|sorry,? i meant|i meant|let me (correct|rephrase)|scratch that|i misspoke|what i meant)\b",
    ),
    (
        Intent.PAUSE,
        _SHORT,
        r"\b(pause|take a break|need a (short |quick )?break|back in (a|\d+|five|ten) (minutes?|moment|sec)|hold the interview|brb)\b",
    ),
    (
        Intent.END,
        14,
        r"\b(end|stop|finish|quit|terminate) (the|this|our) (interview|session|call)\b|\b(i want to|i'd like to|let's|can we) (stop|end|finish)( here| now| it| the interview)?[.! ]*$|^(i'm|i am) done with (this|the) interview",
    ),
    (
        Intent.HINT,
        _SHORT,
        r"\b(hint|clue|nudge)\b|\bhelp me (a bit|out|here)\b|\bpoint me\b|\bcan you help\b|^help[.!?]*$",
    ),
    (
        Intent.SKIP,
        14,
        r"\b(skip|pass on|next question|move on|another question|different question)\b|^pass[.! ]*$",
    ),
    (
        Intent.GIVE_UP,
        14,
        r"\b(no idea|don't know|do not know|dunno|not sure at all|i('m| am) (stuck|lost|blank)|can't answer|never (heard|learned|used|done|worked)\b.{0,30}$|give up|no clue|drawing a blank|beats me)\b",
    ),
    (
        Intent.REPEAT,
        _SHORT,
        r"\b(repeat|say (that|it) again|come again|pardon|didn't (catch|get|hear) (that|it|the)|once more|what was the question|read (it|that) again)\b",
    ),
    (
        Intent.THINKING,
        _SHORT,
        r"\b(let me think|give me (a |one |some )?(sec|second|seconds|moment|minute|time)|thinking|one (sec|second|moment)|hold on|just a (sec|second|moment|minute)|bear with me|need (a moment|some time|a minute|time to think))\b|^(h+m+|u+h+m*|e+r+m*|well|so)[.… ]*$",
    ),
    (
        Intent.QUESTION_BACK,
        _QUESTION,
        r"^(sorry,? |ok(ay)?,? |so,? |um+,? |just to (clarify|check|confirm),? )*(what do you mean|do you mean|does (it|this|that)|could you (clarify|explain|elaborate|rephrase)|can you (clarify|explain|elaborate|rephrase)|can i (assume|ask|use)|may i|should i|am i allowed|is (it|this|there|that)|are (we|there|you|the)|how (many|much|big|large|often|long|do you mean)|which|what (kind|sort|about|if|do you|is meant|exactly|scale|language)|who|when|where|why|what)\b[^?]*\?\s*$",
    ),
    (
        Intent.SMALL_TALK,
        14,
        r"^(hi|hello|hey|good (morning|afternoon|evening)|nice to meet you|thanks?|thank you|how are you|how's it going|lol|haha+|nice|cool|great( question)?|sounds good|ok(ay)?,? (thanks?|cool|great)|the weather|good luck)\b[^?]*\??[.! ]*$",
    ),
)
_COMPILED = tuple(
    (intent, limit, re.compile(rule, re.IGNORECASE)) for intent, limit, rule in _RULES
)
# A clip or a paste can be long; the intent of a message shows at its start.
_LOOKED_AT = 2_000


def intent_of(text: str) -> Intent:
    """Return what a message is meant as."""
    said = " ".join(text[:_LOOKED_AT].replace("’", "'").split())
    length = len(words(said))
    for intent, limit, rule in _COMPILED:
        if length <= limit and rule.search(said):
            return intent
    return Intent.ANSWER
