"""One spelling for words that people write in several ways."""

import re
import unicodedata
from functools import lru_cache

# As typed or spoken: what it stands for.
_STANDS_FOR = dict(
    line.split(" = ")
    for line in """
    cannot = can not
    can't = can not
    cant = can not
    won't = will not
    wont = will not
    dont = do not
    doesnt = does not
    didnt = did not
    isnt = is not
    arent = are not
    wasnt = was not
    werent = were not
    couldnt = could not
    wouldnt = would not
    shouldnt = should not
    havent = have not
    hasnt = has not
    hadnt = had not
    let's = let us
    im = i am
    ive = i have
    youre = you are
    thats = that is
    whats = what is
    dunno = do not know
    gonna = going to
    wanna = want to
    gimme = give me
    lemme = let me
    pls = please
    plz = please
    thx = thanks
    ty = thanks
    u = you
    ur = your
    cuz = because
    """.strip().splitlines()
    for line in [line.strip()]
)
_ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
# Behind these `'s` is a verb; behind any other word it shows an owner.
_WITH_IS = frozenset(
    "it that this what there here he she who how where when one someone somebody".split()
)
_IRREGULAR = dict(
    pair.split(">")
    for pair in """
    began>begin begun>begin broke>break broken>break brought>bring built>build bought>buy
    caught>catch heard>hear got>get done>do chose>choose chosen>choose fell>fall felt>feel found>find gave>give given>give
    grew>grow grown>grow held>hold hid>hide hidden>hide kept>keep knew>know known>know laid>lay
    learnt>learn led>lead lost>lose meant>mean met>meet paid>pay ran>run said>say sat>sit saw>see
    seen>see sent>send shown>show slept>sleep sold>sell spent>spend spoke>speak spoken>speak
    stood>stand stuck>stick taught>teach thought>think threw>throw thrown>throw told>tell
    took>take taken>take understood>understand woke>wake went>go wrote>write written>write
    two>2 three>3 four>4 five>5 six>6 seven>7 eight>8 nine>9 ten>10 children>child people>person men>man women>woman indices>index vertices>vertex
    """.split()
)
_BRITISH_ISE = re.compile(r"(?<=\w\w\w)is(e|ed|es|ing|ation|ations|er|ers)$")
_BRITISH_OUR = re.compile(r"(?<=\w\w\w)our(s|ed|ing|al)?$")
_JOINERS = re.compile("[\u00ad\u200b-\u200d\ufeff]")


# People use few different words, again and again.
@lru_cache(maxsize=20_000)
def spelled(token: str) -> tuple[str, ...]:
    """Return the words that a token stands for, in lower case, without accents, in American."""
    token = _bare(token)
    if whole := _STANDS_FOR.get(token):
        return tuple(whole.split())
    for ending, word in _ENDINGS.items():
        if token.endswith(ending) and token != ending:
            return token.removesuffix(ending), word
    if token.endswith("'s"):
        owner = token.removesuffix("'s")
        return (owner, "is") if owner in _WITH_IS else (american(owner),)
    return (american(token),)


def american(word: str) -> str:
    """Return the American spelling, as far as endings tell."""
    return _BRITISH_OUR.sub(r"or\1", _BRITISH_ISE.sub(r"iz\1", word))


def regular(word: str) -> str:
    """Return the plain form of a word whose other forms no rule can tell."""
    return _IRREGULAR.get(word, word)


def order_of_growth(token: str) -> str:
    """Return `O(n log n)` in one way, however it was typed or said."""
    said = _bare(token.replace("²", "^2").replace("³", "^3").replace("**", "^"))
    if " of " in said:
        said = said.split(" of ", 1)[1].replace("one", "1").replace("squared", "^2")
    else:
        said = said.lstrip("o").strip()
    inner = re.sub(r"[^a-z0-9^+/]", "", said)
    return f"o({_squared(inner)})"


def _squared(inner: str) -> str:
    return f"{inner[:-1]}^2" if inner[-1:] == "2" and inner[-2:-1].isalpha() else inner


def _bare(token: str) -> str:
    apart = unicodedata.normalize("NFKD", _JOINERS.sub("", token.replace("’", "'")))
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
