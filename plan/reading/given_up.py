"""What says that an action was given up, or goes on as a part of another one.

It is read of a status, a timescale or the first words of a note: "Dropped", "Merged with 2.1",
"Closed – no longer required". What is only proposed, denied or true of a part is none of it, nor is
what a note tells of other things: "Removed asbestos from three schools".
"""

import re
from functools import lru_cache

from plan.text.remembered import remembered
from plan.text.signs import Signs

REF = r"(?!\d{1,2}\.\d{1,2}\.\d\d|q[1-4]\b)[A-Z]{0,3}\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?"
GIVEN_UP = Signs(
    "cancel withdr supersed abandon discontin remov drop delet terminat reject stood struck "
    "obsolete redundant longer not. merg combin amalgam consolid subsum incorporat absorb integrat "
    "roll fold transfer moved carried taken picked progressed cover address dealt replac includ "
    "part see duplicat void ended agreed scrap shelved against no. t."
)
"""What stands wherever something is given up."""
_ROW = rf"(?:(?:the )?(?:new )?(?:action|aim|ref|priority|objective|theme|item|no)\.?:? ?)?{REF}"
_OTHER_PLAN = (
    r"(?:the |our |a |an |its )?(?:[\w’'&-]+ ){0,5}?(?:plan|strategy|programme|project|framework|"
    r"workstream)"
)
_MORE = rf"(?: (?:and|&|,) {_ROW})*"
_LED_IN = (
    r"(?:(?:this|the|it|action|actions|all|now|has|have|been|was|were|is|formally|since|"
    r"agreed to be|agreed|decided|resolved|we|they|are|will|do|that|team|service|council) )*"
)
_FIRST = (
    r"(?:(?:n/?a|not applicable|closed|complete|completed|action closed|no further action)\W+)?"
)
_ENDED = (
    r"(?:cancelled|canceled|withdrawn|superseded|abandoned|discontinued|removed|dropped|deleted|"
    r"terminated|rejected|stood down|struck out|obsolete|redundant|void|merged|subsumed|"
    r"duplicate|scrapped|shelved|taken out of (?:the|this|our) (?:\w+ )?plan)"
)
_NO_MORE = (
    r"not to (?:proceed|go ahead|progress|pursue|continue|take)(?: (?:with )?(?:it|this|the \w+)"
    r"(?: (?:further|forward|on|any further))?)?|(?:no longer|not)(?: being| to be|"
    r" going to be)? (?:required|needed|relevant|applicable|"
    r"proceeding|progressed|pursued|taken forward|continued|viable|feasible|valid|a priority|"
    r"supported|wanted|going ahead|necessary)|(?:(?:will|does|did) not|won['’]t|"
    r"not) (?:now )?(?:proceed|happen|go ahead|be (?:progressed|pursued|taken forward|done|"
    r"going ahead))|(?:no longer|not|(?:are|is)n['’]t|we['’]re (?:not|"
    r"no longer)) (?:now )?(?:taking|doing|pursuing|progressing|proceeding with|"
    r"continuing with) (?:this|it|that)(?: (?:action|work|forward|on|further|now|any ?more|"
    r"any further|any longer))*|not (?:intend(?:ing)?|plan(?:ning)?|propos(?:e|ing)) to (?:take|do|"
    r"pursue|progress|continue|proceed)(?: with)?(?: (?:this|it))?(?: (?:any|further|forward|more|"
    r"on))*|not to (?:do|pursue|progress) (?:this|it)|against (?:this|it|doing (?:this|it)|"
    r"proceeding)|no (?:plans|intention) to (?:do|pursue|progress|continue) (?:this|it)"
    r"(?: (?:now|any ?more|further|any longer))*"
)
_NOT_REACHED = (
    r"(?:(?:action )?closed)\W+(?:and )?(?:was )?not (?:achieved|done|delivered|completed|met|"
    r"implemented)"
)
"""A status that closes what was not done: no more is done of it."""
_TO = r"(?: \w+)? (?:with|into|in|to|by|under|within|through|as part of|forward (?:to|in|under))"
_INTO = (
    r"(?:moved|carried|taken forward|picked up|progressed|covered|addressed|dealt with|included)"
    rf"{_TO} {_ROW}{_MORE}|(?:merged|combined|amalgamated|consolidated|incorporated|absorbed|"
    rf"integrated|folded|rolled|transferred|replaced){_TO} (?:{_ROW}{_MORE}|{_OTHER_PLAN})|"
    rf"(?:now )?part of {_ROW}|see {_ROW}|(?:a )?duplicate(?:s|d)?(?: of| by)? {_ROW}|"
    r"(?:superseded|subsumed) (?:by|in|into|under|within) .{1,80}"
)
_BODY = (
    r"(?:the |our |its |their |full |service |senior |corporate )*(?:\w+ ){0,3}?(?:committee|"
    r"board|council|cabinet|service|team|group|management|director|directorate|executive|"
    r"partnership|members|department|officers?|manager|government)"
)
_THEN = (
    rf"(?:\W*$|\s*[-–—;:,.(\[/]|\s+(?:(?:by|at) {_BODY}|(?:in|on|at|from) (?:the )?(?:\d\w*|"
    r"q[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|(?:this |the )?(?:\w+ )?plan)|"
    r"as|because|due to|since|following|after|owing)\b)"
)
_GIVEN_UP = rf"\W*(?:{_NOT_REACHED}|{_FIRST}{_LED_IN}(?:{_INTO}|{_ENDED}|{_NO_MORE})){_THEN}"
_DOUBTED = re.compile(
    r"\?|\b(?:propos\w*|recommend\w*|suggest\w*|request\w*|subject to|tbc|to be (?:confirmed|"
    r"agreed|approved)|partly|partially|in part|may|might|could|if agreed|reinstated|reopened|"
    r"re-opened|restored)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\A\W*(?:(?:b?rag|status|update|position):? ?)?(?:[a-z]|red|amber|yellow|green|blue|"
    r"gr[ae]y|white|black)\s*[-–—:]\s*(?=\w{3})",
    re.IGNORECASE,
)
"""The letter or colour of a key before its word: "W – Withdrawn"."""
_WORD = re.compile(r"[^\W\d_]+")
_LEADING = frozenset(("na", *re.findall(r"[a-z]+", _FIRST + _LED_IN))) - {"no", "not"}
"""Words with which what is given up may be led in, `_FIRST` and `_LED_IN`."""
_GOES_ON = (
    *("moved", "carried", "taken", "picked", "progressed", "covered", "addressed", "dealt"),
    *("included", "merged", "combined", "amalgamated", "consolidated", "incorporated", "absorbed"),
    *("integrated", "folded", "rolled", "transferred", "replaced", "part", "see", "duplicate"),
    *("superseded", "subsumed", "cancel", "withdrawn", "abandoned", "discontinued", "removed"),
    *("dropped", "deleted", "terminated", "rejected", "stood", "struck", "obsolete", "redundant"),
    *("void", "no", "will", "won", "does", "did", "scrap", "shelved", "against", "isn", "aren"),
    *("re", "action", "closed"),
)
"""How the word begins that comes then, in `_INTO`, `_ENDED` and `_NO_MORE`."""
_LONGEST = 160
_NAMED = re.compile(rf"(?<![\w.£]){REF}(?![\w%]|\.\d|/\d)")


@remembered
def says_ended(said: str) -> bool:
    """Return whether a status says that its action will not be done, or goes on in another one."""
    plain = " ".join(said.split())
    if not plain or len(plain) > _LONGEST or not GIVEN_UP.stand_in(plain):
        return False
    plain = _LABEL.sub("", plain)
    if not _begins_so(plain):
        return False
    return bool(_grammar().match(plain)) and not _DOUBTED.search(plain)


def _begins_so(said: str) -> bool:
    """Return whether the first word that counts is one with which the grammar goes on.

    The words of a note are asked too, and few begin so: then the grammar need not be compiled.
    """
    words = _WORD.finditer(said.lower())
    return next((one[0] for one in words if one[0] not in _LEADING), "").startswith(_GOES_ON)


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    """Compile the grammar on first use: most plans give nothing up."""
    return re.compile(_GIVEN_UP, re.IGNORECASE)


@lru_cache(maxsize=1)
def _taken_over() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_INTO})", re.IGNORECASE)


def says_where(said: str) -> bool:
    """Return whether it is said in what an action goes on: another one, or another plan."""
    return bool(GIVEN_UP.stand_in(said) and _taken_over().search(said))


@remembered
def taken_over_by(said: str) -> tuple[str, ...]:
    """Return the refs of the actions into which one went, as typed: "Merged with 2.1 and 2.3".

    A number without a point may be an aim's, or a day.
    """
    found = _taken_over().search(said) if GIVEN_UP.stand_in(said) else None
    if found is None:
        return ()
    return tuple(one for one in _NAMED.findall(found[0]) if "." in one)
