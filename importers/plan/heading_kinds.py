"""Tells what a heading asks for by the kinds of its words, where no list has it word for word.

A heading is a question ("Who's leading?", "How we'll know it has worked") or a noun with what
belongs to it ("Target end date", "Impact on learners"). A question is told by its first word and
its verb, a noun by what may stand before and behind it. What is none of these kinds means nothing.
"""

import re
from functools import lru_cache

from importers.plan.heading_nouns import (
    HEADS,
    NONE_OF_THEM,
    NOUNS,
    NOUNS_ANYWHERE,
    PARTICIPLE,
    TAIL,
    WHO_OR_WHEN,
)
from importers.plan.meanings import Kind, KnownWords, known
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
    if _QUESTION.match(said):
        return _first(said, _QUESTIONS)
    found = _first(said, NOUNS_ANYWHERE)
    if found or _is_none_of_them(said):
        return found
    return _first(said, NOUNS) or _first(_head_of(said), HEADS)


def is_question(heading: str) -> bool:
    """Return whether a heading is a question by its first word."""
    return _QUESTION.match(words_of(heading)) is not None


@lru_cache(maxsize=4096)
def is_who_or_when(heading: str) -> bool:
    """Return whether a heading asks for who does it or when, and nothing else: "Delivered by"."""
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
    return _QUESTION.match(said) is None and _is_none_of_them(said)


def _is_none_of_them(said: str) -> bool:
    """Return whether the noun of a heading, or that which it is of, is in no field."""
    noun = said if " of " in said else TAIL.sub("", said)
    return NONE_OF_THEM.search(noun) is not None or "mitigat" in said


def _head_of(said: str) -> str:
    """Return the noun of a heading and what is before it: of "Outcome for adults" the first."""
    return PARTICIPLE.sub("", TAIL.sub("", said))


def _first(said: str, kinds: "tuple[KnownWords, ...]") -> tuple[Kind, ...]:
    return next((one.kinds for one in kinds if one.pattern.fullmatch(said)), ())


# Questions

_QUESTION = re.compile(
    r"(?:by |from |until |before |for |to |with )?"
    r"(?:who|whom|whose|when|what|which|how|where|why)\b"
)
_AUX = (
    r"(?:(?:will|would|shall|should|must|could|can|do|does|did|is|are|was|were|be|been|being|have"
    r"|has|had|need|needs|needed|to|going|plan|planning|intend|aim|want|hope|hoping|trying|also"
    r"|still|best|all|school|schools|service|services|council|team|partnership|board|college"
    r"|hscp|ijb|nhs|setting|establishment|staff|officers|partners) )*"
)
_WILL = r"(?:(?:will|would|shall|should|must|is|are|be|has|have|needs|to|going|also|been) )*"
_LEADING = (
    r"(?:lead|leads|leading|led|deliver|delivers|delivering|own|owns|owning|undertake|undertaking"
    r"|implement|implements|implementing|drive|drives|driving|manage|manages|managing|coordinate"
    r"|coordinating|complete|completing|act|action|actioning|ensure|carry out|carrying out"
    r"|(?:take|taking|takes)(?: \w+)? (?:forward|responsibility|lead|action|charge|care)"
    r"|(?:see|sees|seeing|carry|carries|follow|follows)(?: \w+){0,2} through|look(?:s|ing)? after"
    r"|mak(?:e|es|ing) sure|answers? for"
    r"|(?:make|makes|making)(?: \w+)? happen)"
)
_NOT_DOING = (
    r"(?:benefit|affect|involv|attend|know|see|notice|hear|review|monitor|evaluat|check|approv|sign"
    r"|report|consult|inform|support|help|fund|pay|gain|need|want|be|is|are|will|has|have|target"
    r"|reach|for|to|the|with|it|this)\w*\b"
)
"""What those do who do not lead an action: they gain by it, look on or pay."""
_KNOWING = r"(?:know|tell|recognise|see|judge|assured|sure|satisfied|confident|certain)"
_MEASURING = (
    r"(?:measure|evidence|evaluate|assesse?|demonstrate|show|prove|track|check|test|gauge)"
    r"(?:d|s|n)?"
)
_MEASURED = r"(?:(?:success|progress|impact|improvements?|outcomes?|performance|change) )?"
_DONE = r"(?:do|doing|done|happen|happening)"
_ACTING = (
    rf"(?:{_DONE}|change|deliver|implement|put in place|take place|work on|act|undertake|tackle"
    r"|focus on|carry out|introduce|take forward)"
)
_GOOD = (
    r"(?:success\w*|good|great|excellent|excellence|impacts?|outcomes?|benefits?|difference"
    r"|different"
    r"|better|evidence|results?|see|seen|notice\w*|know|look|looks|improved|gained?|measured?|tell"
    r"|achieved)"
)
_QUESTIONS = (
    known(
        "leads",
        rf"whom? {_WILL}{_LEADING}\b.*",
        rf"whom? {_WILL}(?:responsib\w+|accountab\w+|in charge|lead\w*)\b.*",
        r"whom? (?:is|are) (?:on|doing)(?: .*)?",
        rf"whom? {_WILL}(?:do|does|doing)(?: (?:what|work|task|tasks|job|action|actions))?",
        rf"whom? {_WILL}(?!{_NOT_DOING})\w+(?: (?:out|up|on|in|with))?",
        r"(?:by |for )?whom?(?: by)?(?: .*\bby)?",
        r"whose (?:action|responsibility|job|task)\b.*",
    ),
    known(
        "", r"(?:by |from |until )?when\b.*\b(?:start|begin|review|monitor|evaluat|report)\w*\b.*"
    ),
    known(
        "timescale",
        r"(?:by |until |before )?when(?: by)?",
        r"(?:by )?when (?:will|would|shall|should|must|do|does|is|are|can|to|due|needed|be)\b.*",
        r"(?:by )?(?:what|which) (?:is )?(?:\w+ )?(?:date|timescale|deadline|month|term)",
        r"by (?:what|which) (?:\w+ )?(?:date|month|term|year)\b.*",
        r"how long (?:will|do|does|should)\b.*",
    ),
    known(
        "progress",
        r"what (?:has|have|had|was|were|is) (?:been )?(?:done|happened|changed|achieved|completed"
        r"|delivered|improved|taken place|gone)\b.*",
        r"what (?:happened|changed|went|did do|did|done)(?: (?:so far|to date|well|since .*))?",
        r"what (?:\w+ )?progress\b.*",
        r"what (?:actions?|steps|work) (?:has|have) been\b.*",
        r"what is (?:\w+ )?(?:position|status|situation|picture|progress)\b.*",
        r"how (?:far|well|much progress)\b.*",
        r"how (?:are|is|was|were|did|do|have|has) (?:things |progress )?(?:doing|going(?! to)"
        r"|getting on|get on|got on|go|done|progress\w*|perform\w*|gone|coming along)\b.*",
        r"where (?:are|is|have|do|does)(?: things| action)?(?: (?:got|get|stand|reached|come|up"
        r"|at|to|with"
        r"|so far|today|date|been|far|point|at present))*",
    ),
    known(
        "progress:weak", r"what (?:impact|difference|evidence|effect) (?:has|have|did)(?! to)\b.*"
    ),
    known(
        "success_criteria",
        r"what .*\blooks? like\b.*",
        r"(?:what|how) .*\bsuccess\w*\b.*",
        r"how .*\b(?:succeeded|succeeding|made (?:\w+ )?difference)\b.*",
        rf"what {_AUX}{_GOOD}\b.*",
        r"what (?:will|would|should) (?:learners|children|pupils|people|families|students)\b.*",
    ),
    known(
        "success_criteria:weak",
        rf"how {_AUX}{_KNOWING}\b.*",
        r"how (?:will|would|should|can) (?:\w+ ){1,3}(?:know|tell|notice|see|feel|benefit)\b.*",
        rf"how {_AUX}{_MEASURED}{_AUX}{_MEASURING}\b.*",
        rf"how (?:\w+ ){{0,4}}(?:will|can|should|to|is|are) (?:\w+ ){{0,3}}?(?:be )?{_MEASURING}",
    ),
    known(
        "aim, success_criteria:weak",
        r"what (?:(?:do|are|is|would|will|can|could|should|to|want|need|hope|hoping|trying|try|aim"
        r"|aiming|plan|looking|school|service|partnership|team) )*(?<!do to )(?:achieve"
        r"|accomplish)\b.*",
        r"where (?:do |would |will )?(?:want|need|hope|aim|aspire)\b.*",
        r"what is (?:\w+ )?(?:aim|goal|objective|priority)\b.*",
    ),
    known(
        "aim, text:last",
        rf"what {_AUX}(?:want|need|hope|trying)(?: to)? change\b.*",
        r"what (?:do |are )?(?:want|need|hope|hoping|trying) to (?:change|improve)\b.*",
        r"what (?:needs?|has|is|must|should)(?: to)?(?: be)?"
        r" (?:change|improve|improved|better)\b.*",
    ),
    known("success_criteria:weak, text:last", r"what will improve(?:d)?"),
    known(
        "aim",
        r"what .*\b(?:said|say|told|found|find|identified|heard|recommended|learn|learned"
        r"|learnt|tells|shows)\b.*",
        r"what (?:are|do|does|is|want) .*\bimprove$",
        r"what (?:is|are|was|were) (?:\w+ )?(?:issue|problem|concern|finding|gap)s?\b.*",
    ),
    known(
        "text",
        rf"what {_AUX}{_ACTING}\b.*",
        r"what (?:actions?|tasks?|steps?|activit(?:y|ies)|interventions?)\b.*",
    ),
    known(
        "text:weak",
        r"what",
        r"what (?:is )?(?:next|needed|required|plan|planned|plans|solution|response|remedy)",
        rf"how {_AUX}(?:{_DONE}|achieved?|deliver(?:ed)?|get|go|make|improve|address"
        r"|implement(?:ed)?|tackle|act|meet|reach|change|bring)\b.*",
    ),
)
