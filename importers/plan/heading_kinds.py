"""Tells what a heading asks for by the kinds of its words, where no list has it word for word.

A heading is a question ("Who's leading?", "How we'll know it has worked") or a noun with what
belongs to it ("Target end date", "Impact on learners"). A question is told by its first word and
its verb, a noun by what may stand before and behind it. What is none of these kinds means nothing.
"""

import re
from functools import lru_cache

from importers.plan.heading_nouns import HEADS, NOUNS, NOUNS_ANYWHERE, WHO_OR_WHEN
from importers.plan.heading_questions import QUESTION, QUESTIONS
from importers.plan.kinds_of_words import Kind, first_of
from plan.reading.progress import DATE

_LONGEST = 90
_MOST_WORDS = 14


# Words as they are compared

_CONTRACTED = (
    (re.compile(r"\b(who|what|where|when|how|it|that|there)(?:'s|s\b)"), r"\1 is"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'s?\b"), ""),
)
_MONTHS = (
    "(?i:January|February|April|June|July|August|September|October|November|December"
    "|Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|March|MARCH|Mar|May|MAY"
)
_YEAR = r"(?:20\d\d(?: ?[/–-] ?(?:20)?\d\d)?)"
_PERIOD = re.compile(
    rf"(?i:{DATE})|\b(?:(?i:Q[1-4]|quarter [1-4]"
    rf"|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter"
    r"|(?:mid|end of)[ -](?:year|session|term)|year end"
    rf"|term [1-4]|year [1-5]|(?:autumn|winter|spring|summer)(?: term)?)(?: {_YEAR})?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS})\b\.?(?: ?{_YEAR}| \d\d\b)?|{_YEAR})"
)
"""A date, or a part of a year; its first group is a whole date."""
_ROUND_PERIOD = (
    r"[\s,:(–—-]*\b(?:(?:as )?(?:at|of|to|for|in|on|by|from|since)\s+)?(?:the\s+)?(?:end (?:of )?)?"
)
_UNIT = r"(?:reporting )?(?:period|quarter|month|week|term|session|year|cycle)"
_THIS_PERIOD = re.compile(rf"(?:in )?(?:this|current) {_UNIT}", re.IGNORECASE)
_LAST_PERIOD = re.compile(rf"(?:in )?(?:last|past|previous) {_UNIT}", re.IGNORECASE)
_NEXT_PERIOD = re.compile(
    rf"(?:\w+ ){{0,3}}(?:next|coming|following) {_UNIT}(?: plans?)?", re.IGNORECASE
)
_AROUND = re.compile(rf"{_ROUND_PERIOD}(?P<period>{_PERIOD.pattern})[\s):.,–—-]*")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_NO_WORD = re.compile(r"[^\w%#]+")
_UNSAID = frozenset(
    {"the", "a", "an", "our", "your", "their", "its", "this", "these", "those"}
    | {"we", "you", "they", "i", "us", "it", "please", "currently", "now", "each", "exactly"}
    | {"specifically", "actually", "really"}
)
"""Words that change nothing in a heading."""


def without_period(heading: str) -> tuple[str, str]:
    """Return a heading without the date or the part of a year in it, and that: "Q1 update"."""
    match = _AROUND.search(heading)
    if match is None:
        return heading, ""
    bare = f"{heading[: match.start()]} {heading[match.end() :]}".strip()
    return (bare, match["period"]) if bare else (heading, "")


def words_of(heading: str) -> str:
    """Return the words of a heading in small letters, without those that change nothing."""
    said = without_period(heading)[0].casefold().replace("’", "'").replace("‘", "'")
    for pattern, whole in _CONTRACTED:
        said = pattern.sub(whole, said)
    bare = _BRACKETS.sub(" ", said)
    words = _NO_WORD.sub(" ", bare if bare.strip() else said).split()
    return " ".join(word for word in words if word not in _UNSAID)


_TAIL = re.compile(
    r" (?:of|for|to|by|from|that|which|in|on|at|with|as|since|against|towards?|following|under"
    r"|before|after|when|who|are|is|will|being|arising|so|period)\b.*"
)
"""What belongs to a noun and stands behind it."""
_PARTICIPLE = re.compile(
    r"(?: (?:made|raised|identified|agreed|planned|proposed|required|needed|sought|expected|set"
    r"|intended|used|noted|recommended))+$"
)
_NONE_OF_THEM = re.compile(
    r"%|\b(?:risks?|mitigat\w+|costs?|costed|budgets?|fund(?:s|ing|ed|er)?|spend|finance|finances"
    r"|financial|resourc\w+|locations?|venues?|baselines?|rationale|reasons?|barriers?|obstacles?"
    r"|dependenc\w+|dependent|links?|linked|linkages?|align\w*|categor\w+|types?|telephone|tel"
    r"|phone|mobile|e?mails?|(?<!to )address|consult\w*|training|monitor\w*|oversee\w*|oversight"
    r"|overseen"
    r"|approv\w+|sign off|signed off|strengths?|weakness\w*|confidence|likelihood|severity|quantity"
    r"|price|version|author|escalat\w+|equalit\w+(?! outcomes?)|environmental|legal|accepted|grade"
    r"|score"
    r"|percent\w*|nif"
    r"|national|loip|previous|start|starts|started"
    r"|starting|begin|begins|beginning|began|commence\w*|actual)\b"
)
"""Words in a heading of what no field of a plan holds."""


@lru_cache(maxsize=4096)
def kinds_of_heading(heading: str) -> tuple[Kind, ...]:
    """Return what a heading means by the kinds of its words, the likeliest first."""
    if len(heading) > _LONGEST or not heading:
        return ()
    if _PERIOD.fullmatch(heading.strip()):
        return (Kind("progress", "asked"),)
    said = words_of(heading)
    if not said or said.count(" ") >= _MOST_WORDS:
        return ()
    if QUESTION.match(said):
        return first_of(said, QUESTIONS)
    found = first_of(said, NOUNS_ANYWHERE)
    if found or _is_none_of_them(said):
        return found
    return first_of(said, NOUNS) or first_of(_head_of(said), HEADS)


def is_question(heading: str) -> bool:
    """Return whether a heading is a question by its first word."""
    return QUESTION.match(words_of(heading)) is not None


@lru_cache(maxsize=4096)
def is_who_or_when(heading: str) -> bool:
    """Return whether a heading asks for who does it or for when, and no more: "Delivered by"."""
    return WHO_OR_WHEN.fullmatch(words_of(heading)) is not None


def is_this_period(heading: str) -> bool:
    """Return whether a heading is the time that is reported on: "This quarter"."""
    return _THIS_PERIOD.fullmatch(heading) is not None


def is_last_period(heading: str) -> bool:
    """Return whether a heading is the time before: "Last quarter"."""
    return _LAST_PERIOD.fullmatch(heading) is not None


def is_next_period(heading: str) -> bool:
    """Return whether a heading is of what is to be done later: "Plans for next quarter"."""
    return _NEXT_PERIOD.fullmatch(heading) is not None


def is_something_else(heading: str) -> bool:
    """Return whether a heading is about what no field holds, such as costs and risks."""
    said = words_of(heading)
    return QUESTION.match(said) is None and _is_none_of_them(said)


def _is_none_of_them(said: str) -> bool:
    """Return whether the noun of a heading, or that which it is of, is in no field."""
    noun = said if " of " in said else _TAIL.sub("", said)
    return _NONE_OF_THEM.search(noun) is not None or "mitigat" in said


def _head_of(said: str) -> str:
    """Return the noun of a heading and what is before it: of "Outcome for adults" the first."""
    return _PARTICIPLE.sub("", _TAIL.sub("", said))
