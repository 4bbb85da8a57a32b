"""Tells what a heading asks for by the kinds of its words, where no list has it word for word.

A heading is a question ("Who's leading?", "How we'll know it has worked") or a noun with what
belongs to it ("Target end date", "Impact on learners"). A question is told by its first word and
its verb, a noun by what may stand before and behind it. What is none of these kinds means nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from plan.council.format import ColumnField
from plan.reading.progress import DATE

Strength: TypeAlias = Literal["plain", "weak", "last", "asked"]
"""How surely words mean a field: whatever stands beside them; where no plainer heading does; where
nothing else does; or so that an officer is asked."""
KindName: TypeAlias = ColumnField | Literal["status", "sub_action"]

_LONGEST = 90
_MOST_WORDS = 14


class Kind(NamedTuple):
    """A meaning of a heading: the field, or `status` or `sub_action`, and how sure it is."""

    name: KindName
    strength: Strength


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
    found = _first(said, _NOUNS_ANYWHERE)
    if found or _is_none_of_them(said):
        return found
    return _first(said, _NOUNS) or _first(_head_of(said), _HEADS)


def is_question(heading: str) -> bool:
    """Return whether a heading is a question by its first word."""
    return _QUESTION.match(words_of(heading)) is not None


def is_something_else(heading: str) -> bool:
    """Return whether a heading is about what no field holds, such as costs and risks."""
    said = words_of(heading)
    return _QUESTION.match(said) is None and _is_none_of_them(said)


def _is_none_of_them(said: str) -> bool:
    """Return whether the noun of a heading, or that which it is of, is in no field."""
    noun = said if " of " in said else _TAIL.sub("", said)
    return _NONE_OF_THEM.search(noun) is not None or "mitigat" in said


def _head_of(said: str) -> str:
    """Return the noun of a heading and what is before it: of "Outcome for adults" the first."""
    return _PARTICIPLE.sub("", _TAIL.sub("", said))


def _first(said: str, kinds: "tuple[_Known, ...]") -> tuple[Kind, ...]:
    return next((one.kinds for one in kinds if one.pattern.fullmatch(said)), ())


class _Known(NamedTuple):
    pattern: re.Pattern[str]
    kinds: tuple[Kind, ...]


def _known(meaning: str, *patterns: str) -> _Known:
    """Return the patterns of a kind; `meaning` has names and strengths: "leads:weak, aim"."""
    return _Known(re.compile("|".join(patterns)), tuple(_kinds(meaning)))


def _kinds(meaning: str) -> Iterator[Kind]:
    for one in filter(None, meaning.split(", ")):
        name, _, strength = one.partition(":")
        yield Kind(name, strength or "plain")  # type: ignore[arg-type]


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
    r"|(?:take|taking|takes)(?: \w+)? (?:forward|responsibility|lead|action|charge)"
    r"|(?:make|makes|making)(?: \w+)? happen)"
)
_KNOWING = r"(?:know|tell|recognise|see|judge)"
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
    _known(
        "leads",
        rf"whom? {_WILL}{_LEADING}\b.*",
        rf"whom? {_WILL}(?:responsib\w+|accountab\w+|in charge|lead\w*)\b.*",
        r"whom? (?:is|are) (?:on|doing)(?: .*)?",
        rf"whom? {_WILL}(?:do|does|doing)(?: (?:what|work|task|tasks|job|action|actions))?",
        r"(?:by |for )?whom?(?: by)?(?: .*\bby)?",
        r"whose (?:action|responsibility|job|task)\b.*",
    ),
    _known(
        "", r"(?:by |from |until )?when\b.*\b(?:start|begin|review|monitor|evaluat|report)\w*\b.*"
    ),
    _known(
        "timescale",
        r"(?:by |until |before )?when(?: by)?",
        r"(?:by )?when (?:will|would|shall|should|must|do|does|is|are|can|to|due|needed|be)\b.*",
        r"(?:by )?(?:what|which) (?:is )?(?:\w+ )?(?:date|timescale|deadline|month|term)",
        r"by (?:what|which) (?:\w+ )?(?:date|month|term|year)\b.*",
        r"how long (?:will|do|does|should)\b.*",
    ),
    _known(
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
    _known(
        "progress:weak", r"what (?:impact|difference|evidence|effect) (?:has|have|did)(?! to)\b.*"
    ),
    _known(
        "success_criteria",
        r"what .*\blooks? like\b.*",
        r"(?:what|how) .*\bsuccess\w*\b.*",
        r"how .*\b(?:succeeded|succeeding|made (?:\w+ )?difference)\b.*",
        rf"what {_AUX}{_GOOD}\b.*",
        r"what (?:will|would|should) (?:learners|children|pupils|people|families|students)\b.*",
    ),
    _known(
        "success_criteria:weak",
        rf"how {_AUX}{_KNOWING}\b.*",
        rf"how {_AUX}{_MEASURED}{_AUX}{_MEASURING}\b.*",
    ),
    _known(
        "aim, success_criteria:weak",
        r"what (?:(?:do|are|is|would|will|can|could|should|to|want|need|hope|hoping|trying|try|aim"
        r"|aiming|plan|looking|school|service|partnership|team) )*(?<!do to )(?:achieve"
        r"|accomplish)\b.*",
        r"where (?:do |would |will )?(?:want|need|hope|aim|aspire)\b.*",
        r"what is (?:\w+ )?(?:aim|goal|objective|priority)\b.*",
    ),
    _known(
        "aim, text:last",
        rf"what {_AUX}(?:want|need|hope|trying)(?: to)? change\b.*",
        r"what (?:do |are )?(?:want|need|hope|hoping|trying) to (?:change|improve)\b.*",
        r"what (?:needs?|has|is|must|should)(?: to)?(?: be)?"
        r" (?:change|improve|improved|better)\b.*",
    ),
    _known("success_criteria:weak, text:last", r"what will improve(?:d)?"),
    _known(
        "aim",
        r"what .*\b(?:said|say|told|found|find|identified|heard|recommended|learn|learned"
        r"|learnt|tells|shows)\b.*",
        r"what (?:are|do|does|is|want) .*\bimprove$",
        r"what (?:is|are|was|were) (?:\w+ )?(?:issue|problem|concern|finding|gap)s?\b.*",
    ),
    _known(
        "text",
        rf"what {_AUX}{_ACTING}\b.*",
        r"what (?:actions?|tasks?|steps?|activit(?:y|ies)|interventions?)\b.*",
    ),
    _known(
        "text:weak",
        r"what",
        r"what (?:is )?(?:next|needed|required|plan|planned|plans|solution|response|remedy)",
        rf"how {_AUX}(?:{_DONE}|achieved?|deliver(?:ed)?|get|go|make|improve|address"
        r"|implement(?:ed)?|tackle|act|meet|reach|change|bring)\b.*",
    ),
)

# Nouns

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
    r"|price|version|author|escalat\w+|equalit\w+|environmental|legal|accepted|grade|score"
    r"|percent\w*|nif"
    r"|national|loip|previous|start|starts|started"
    r"|starting|begin|begins|beginning|began|commence\w*|actual)\b"
)
"""Words in a heading of what no field of a plan holds."""
_BODIES = (
    r"action|actions|delivery|improvement|project|task|activity|service|operational|department"
    r"|departmental|council|partner|partnership|agency|hscp|nhs|ijb|board|team|local|main|overall"
    r"|key|work ?stream|programme|objective|milestone|school|college|implementation|organisation"
    r"|organisational|police|scotland|division|divisional|locality|clinical|professional|health"
    r"|care|social work|education|trust|recommendation|outcome|priority|agreed|proposed|joint|co"
    r"|primary|plan|faculty|curriculum|setting|nursery|nominated|named|designated|identified"
    r"|assigned|allocated|responsible|accountable|theme|area|current|day to day"
)
_PERSONS = (
    r"(?:officers?|persons?|people|staff(?: members?)?|members?(?: of staff)?|individuals?"
    r"|managers?"
    r"|partners?|agenc(?:y|ies)|services?|teams?|groups?|roles?|posts?|post ?holders?|contacts?"
    r"|organisations?|departments?|directorates?|teachers?|practitioners?|professionals?"
    r"|bod(?:y|ies)|boards?|part(?:y|ies)|functions?|heads?|names?|committees?|forums?|nurses?"
    r"|officials?|divisions?|consultants?|lecturers?)"
)
_TOP = r"(?:strategic|executive|corporate|exec|governance|elected member)"
_NO_END = (
    r"(?!.*\b(?:start|starts|begin|beginning|commencement|review|reviewed|meeting|report|reporting"
    r"|reported|last|updated?|created|raised|issued?|inspection|closed|actual|birth|entered|added"
    r"|logged|received|published|approved|written|(?<!be )completed$)\b)"
)
_BEFORE_DATE = (
    r"target|targeted|due|end|finish|finishing|completion|complete|delivery|implementation|planned"
    r"|expected|estimated|anticipated|forecast|forecasted|projected|proposed|agreed|scheduled"
    r"|intended|final|action|closing|go live|required|deadline|proposed|task|by"
)
_OTHER_DATE = (
    r"revised|original|originally|new|current|updated|amended|extended|initial|latest|first"
)
_HOPED = (
    r"intended|expected|desired|anticipated|target|targeted|predicted|projected|measurable|hoped"
    r"|hoped for|likely"
)
_LATEST = (
    r"latest|current|overall|recent|present|action|project|monthly|quarterly|termly|weekly|annual"
    r"|interim|mid|year|session|term|end|of|start|six|month|6|12|half|yearly|general|brief"
    r"|regular|further|officer"
    r"|lead"
    r"|service|team|committee|board|written|detailed|status|narrative|summary|performance|final"
    r"|first|second|additional|any|other|manager|school|council|partner|impact"
)
_ACTS = r"(?:actions?|tasks?)"
_OTHER_ACTS = r"(?:activit(?:y|ies)|steps?|interventions?)"
_AGREED = (
    r"improvement|agreed|proposed|planned|key|specific|required|recommended|intended|main|detailed"
    r"|overall|management|corrective|remedial|follow up|further|new|additional|smart|delivery|local"
    r"|service|school|council|partnership|partner|board|college|police|scotland|hscp|ijb|nhs|team"
    r"|project|priority|high impact|high level|climate|quick win|immediate|short term|medium term"
    r"|long term|strategic|individual|suggested"
    r"|resulting|next|practical|targeted|universal|outstanding|annual|operational|joint|core"
    r"|development|headline|identified|necessary|response|departmental|organisational"
)
_TO_DO = (
    r"(?: (?:points?|items?|steps?|details?|description|title|summary|statement|(?:agreed|required"
    r"|needed|proposed|identified|planned)(?: .*)?|necessary|recommended|.*\bwill\b.*"
    r"|to(?! date\b)\b.*|required .*"
    r"|needed .*|will .*|that .*|which .*|for improvement.*|being taken|for|in|year|session|term"
    r"|in full|(?:need|have|must|are|can|should)\b.*"
    r"|and (?:tasks?|actions?|activities|steps?|interventions?|milestones?)"
    r"|or (?:tasks?|actions?|activity|activities|steps?)|(?:taken )?(?:or|and) (?:planned|proposed)"
    r"))?"
)
_AIMS = (
    r"(?:aims?|objectives?|priorit(?:y|ies)|recommendations?|requirements?|themes?|goals?|findings?"
    r"|issues?|work ?streams?|strands?|standards?|commitments?|ambitions?|drivers?|challenges?"
    r"|(?:audit|inspection|learning|discussion|key) points?|(?:key )?areas?|gaps?(?: identified)?"
    r"|afis?|areas? (?:for|of) (?:improvement|development|action|focus)|priorit(?:y|ies) for \w+"
    r"|(?:improvement|priority|action|focus|key|development) areas?|pillars?|identified (?:needs?"
    r"|gaps?))"
)
_OF_AIMS = (
    r"(?:(?:strategic|improvement|inspection|audit|service|school|corporate|partnership|key|main"
    r"|overall|overarching|high level|long term|care inspectorate|inspectorate|inspectors|hmics"
    r"|hmie|education scotland|audit scotland|best value|external|internal|report|review"
    r"|self evaluation|care|learning|agreed|plan|delivery|identified|focus|focused|council|board"
    r"|college|cpp)"
    r" ){0,3}"
)
_SERVED = (
    r"(?: (?:identified|raised|description|text|statement|title|made|areas?|themes?"
    r"|(?:from|in|of|for) .*))?"
)

_NOUNS_ANYWHERE = (
    _known(
        "indicators",
        r"(?!.*\b(?:grades?|scores?|ratings?|levels?|evaluations?)\b)"
        r"(?:.* )?(?:qis?|hgios ?\d?|hgioelc|quality indicators?)(?: .*)?",
    ),
    _known("", r".*\b(?:by|from) (?:area|theme|type)\b.*"),
)
_NOUNS = (
    _known(
        "status",
        r"(?!.*\b(?:reasons?|last|key|explanation)\b)(?:\w+ ){0,3}?"
        r"(?:w?b?ragb?[gyw]?)(?: (?:period|status|rating|rated|colour|score|assessment|position"
        r"|progress))*",
        r"(?:(?:current|latest|present|action|overall|progress|delivery|task|completion|project"
        r"|implementation|reported|milestone|improvement|recommendation|colour|traffic light"
        r"|updated?) ){0,2}status(?: (?:open closed|colour|rag|brag|rating|open or closed"
        r"|of (?:action|task|recommendation)s?))?",
        r"(?:(?:blue|red|amber|green|yellow|grey|white|black|or|and) ?){2,}",
        r"(?!marital|employment|approval|document|legal)(?:\w+ ){1,3}status",
        r"traffic lights?(?: \w+)?|colour(?: cod(?:e|ed|ing)| rating| status)?",
        r"(?:is |are )?on (?:track|target|schedule)(?: (?:yes no|y n|or not))?",
        r"open (?:or |and )?closed|(?:progress|delivery) rating",
    ),
    _known(
        "leads",
        rf"(?:(?:{_BODIES}) ){{0,3}}(?:leads?|lead s|leaders?|owners?|owner s|ownership)",
        r"(?:leads?|owners?) (?:(?:for|of|on|in) .*|responsible|role)",
        rf"(?!.*\b(?:{_TOP[3:-1]}|data|product|business|home|property)\b)(?:\w+ ){{1,2}}"
        r"(?:leads?|leaders?|owners?|lead officers?)",
        r"(?!.*\b(?:reporting|contact|review|data|elected|approving|presenting|chief)\b)"
        r"(?:\w+ ){1,2}officers?",
        r"lead (?!time|indicator|generation|paragraph|up|in|director)\w+",
        rf"(?:(?:{_BODIES}) ){{0,2}}lead(?:ing)? (?:\w+ )?{_PERSONS}(?: (?:of staff|responsible|s"
        rf"|for .*))?",
        rf"(?!.*\b(?:{_TOP[3:-1]})\b)(?:\w+ ){{0,3}}?(?:responsib(?:le|ility|ilities)"
        r"|accountab(?:le|ility))(?: .*)?",
        r"senior responsible (?:officer|owner)s?",
        rf"(?:(?:named|nominated|designated|assigned|allocated|identified) ){{1,2}}{_PERSONS}",
        r"(?:to be |being )?(?:led|lead|owned|actioned|undertaken|carried out|taken forward|driven"
        r"|managed|coordinated|co ordinated|progressed|assigned|allocated|delegated|tasked)"
        r" (?:by|to)(?: whom?)?",
        r"(?:\w+ ){0,3}by whom?(?: .*)?|(?:for )?action by(?: whom?)?",
        r"personnel(?: (?:responsible|involved))?",
        rf"{_PERSONS} (?:in charge|leading|assigned|allocated|named|to lead|taking forward)",
        r"(?:action|project|programme|delivery|task) (?:officers?|managers?|holders?)",
    ),
    _known(
        "leads:weak",
        rf"(?:\w+ )?{_TOP} (?:leads?|owners?|officers?|sponsors?|managers?|responsibility)|sro"
        rf"|(?:\w+ )?{_TOP} (?:responsib\w+|accountab\w+) (?:owners?|officers?|leads?)|sponsors?"
        r"|lead directors?",
        r"staff|staff members?|members? of staff|teams?|agency|agencies|organisations?"
        r"|directorates?|divisions?|officers?"
        r"|post ?holders?|partner (?:agency|agencies|organisations?)|key (?:staff|people|personnel)"
        r"|delivery partners?|lead and (?:support|partners?)(?: .*)?",
    ),
    _known(
        "leads:asked",
        r"(?:to be )?(?:delivered|implemented|supported) by|(?:people|staff|those"
        r"|partners) involved"
        r"|involving|roles?|contacts?",
    ),
    _known(
        "timescale",
        rf"{_NO_END}(?!.*\b(?:{_OTHER_DATE})\b)(?:\w+ ){{0,3}}?(?:time ?scales?|time ?frames?"
        r"|time ?lines?|timings?|deadlines?)(?: .*)?",
        rf"{_NO_END}(?:(?:{_BEFORE_DATE}) ){{1,3}}(?:dates?|completion|finish|end|delivery)"
        r"(?: (?:for|of|to|by) .*)?",
        rf"{_NO_END}dates? (?:action )?(?:for|of|to|by|will|expect|hope|aim|due|expected|planned"
        rf"|agreed|target"
        rf"|targeted|required)\b.*",
        r"(?:to be )?(?:complete|completion|finish|due|achieve|target|action)(?: date)? by"
        r"(?: when| date)?",
        r"(?:to be|must be|will be) (?:completed?|done|finished|achieved|in place|implemented"
        r"|ready)"
        r" by(?: when| date)?",
        r"(?:\w+ ){1,3}by when|(?:target|delivery|completion"
        r"|implementation) (?:completion )?(?:month|year|quarter|term|session)",
        r"(?:completion|action) due|completion (?:targets?|expected|planned)"
        r"|target for (?:completion|delivery|implementation)",
        r"date by (?:which|when)\b.*",
        r"due|due (?:on|by|for .*|when)|finish|by (?:date|month|term|end of)",
    ),
    _known(
        "timescale:weak",
        rf"{_NO_END}(?:(?:{_OTHER_DATE}) ){{1,2}}(?:(?:{_BEFORE_DATE}) ){{0,2}}(?:dates?|completion"
        r"|finish|end|delivery|time ?scales?|time ?frames?|time ?lines?|deadlines?|targets?|due)"
        r"(?: .*)?",
        r"(?:completed?|finished|achieved|done|required|needed|wanted|delivery|expected) by"
        r"|(?:completed?|done|due) on or before|milestone dates?|dates?"
        r"|years?|terms?|sessions?"
        r"|months?|quarters?|schedules?|durations?|periods?|completion|end",
    ),
    _known(
        "success_criteria",
        r"(?!.*\bplan\b)(?:\w+ ){0,3}?success(?! stor)(?!.* met$)(?: .*)?",
        rf"(?:(?:{_HOPED}|planned|agreed|proposed|key|improved|improvement|personal|learner|pupil"
        r"|service user|learners|smart|service|specific) ){1,2}(?:outcomes?|impacts?|benefits?"
        r"|results?"
        r"|differences?|effects?)(?: (?:for|on|to|of|and|or) .*)?",
        rf"(?:{_HOPED}) (?:changes?|improvements?|outputs?|achievements?)(?: .*)?",
        r"outcomes?(?: (?:for|sought|want|wanted|to be achieved|expected|desired|intended"
        r"|measures?|indicators?"
        r"|impacts?|or impacts?|and .*)\b.*)?",
        r"(?:(?:outcome|impact|performance|improvement|output|progress|achievement|key|quality|kpi)"
        r" ){1,2}(?:measures?|metrics?|measurements?|criteria|criterion|indicators?)(?: .*)?",
        r"measures?(?: (?:of|for|will|used|to be used)\b.*)?|measurables?|metrics?|measured by"
        r"|how measured",
        r"(?:signs?|indicators?|proof|definition) of \w+(?: .*)?",
        r"differences?(?: .*)?|so(?: that)?",
        r"(?!eligibility|selection|referral|entry)(?:\w+ ){0,2}criteri(?:a|on)(?! met)(?: .*)?",
        r"(?:\w+ ){0,2}looks? like(?: .*)?",
    ),
    _known(
        "success_criteria:weak",
        r"(?:(?:overall|key|learner|pupil|main|improvement|service|potential|actual|longer term"
        r"|long term) )?impacts?(?: (?:on|for|upon)\b.*)?",
        r"benefits?(?: (?:to|for|of) .*)?|evidence(?: (?:of(?! progress)|for|that|required|needed"
        r"|sources?"
        r"|to)\b.*)?",
        r"(?:performance|improvement|outcome|impact|stretch|measurable|success) targets?",
        r"kpis?|targets?|measurement(?: (?:plan|methods?|approach|of .*))?|measurements|outputs?",
        r"(?:evaluation|measurement) methods?",
        r"(?:means|methods?|sources?) of (?:verification|measurement|evaluation|evidence)",
    ),
    _known(
        "progress",
        rf"(?:(?:{_LATEST}|rag) ){{0,3}}progress(?! (?:measures?|criteria|indicators?))(?: .*)?",
        r"(?!.*\b(?:dates?|by|frequency|due|next update|updates? to plan)\b)(?!last)"
        rf"(?:(?:(?:{_LATEST}|progress) ){{0,3}}|(?!policy|software"
        rf"|technology)\w+ )updates?(?: .*)?",
        rf"(?:(?:{_LATEST}|follow|up) ){{0,3}}position(?: (?:statement|report|at|to date|as))?",
        r"(?:(?:actions?|work|tasks?|steps?|activit(?:y|ies)|delivery|achievements?|improvements?"
        r"|achieved|completed|done|performance) )*(?:to date|so far|thus far)",
        r"(?:actions?|work|tasks?|steps?|activit(?:y|ies))(?! taken (?:or|and) (?:planned"
        r"|to)) (?:taken|completed|done|undertaken"
        r"|carried out|achieved|delivered)(?: .*)?",
        r"(?:commentary|comments?|notes?|report|narrative|summary|statement) (?:on|of) progress",
        r"(?:\w+ ){1,3}(?:so far|thus far)|did|have done",
        r"achievements?|status (?:report|comments?|commentary|narrative|details?|summary|notes?)",
        rf"(?:(?:{_LATEST}) ){{1,4}}(?:evaluation|position)|evaluations?(?: of .*)?",
    ),
    _known(
        "progress:weak",
        rf"(?:(?:(?:{_LATEST}|supporting) ){{0,3}}|(?:\w+ ){{0,2}})(?:comments?|commentary|notes?"
        rf"|narrative|remarks?"
        r"|observations?)",
        rf"(?:(?:{_LATEST}) ){{0,4}}(?:reviews?|feedback)",
        r"(?:impact|outcomes?|evidence) (?:to date|so far)|evidence of progress",
    ),
    _known(
        "progress:asked",
        r"(?:impact|evaluative|evaluation) statements?|completed?|done|achieved|closed",
    ),
    _known(
        "sub_action",
        rf"(?:sub|supporting|underpinning|underlying|lower level) ?(?:{_ACTS}"
        rf"|{_OTHER_ACTS}){_TO_DO}",
    ),
    _known(
        "text",
        rf"(?:(?:{_AGREED}|priority \d+) ){{0,3}}{_ACTS}{_TO_DO}",
        rf"(?:(?:{_AGREED}) ){{0,3}}{_OTHER_ACTS}{_TO_DO}",
        r"points? for action|change ideas?|work (?:to be done|required|planned|to .*)",
        r"(?:planned|proposed|agreed) (?:work|improvements?|changes?)|(?:said )?(?:will|would)"
        r"|(?:will|plan to|intend to)|changes? (?:will|to)\b.*",
        r"improvements? (?:to be made|planned|proposed|work)|next steps(?: .*)?",
    ),
    _known(
        "aim, text:last",
        rf"{_OF_AIMS}(?:recommendations?|requirements?|objectives?|goals?|commitments?"
        rf"|areas? (?:for|of) (?:improvement|development|action|focus)){_SERVED}",
        r"(?:improvements?|changes?) (?:required|needed|identified)",
    ),
    _known(
        "ref",
        r"(?!(?:report|telephone|page|pupil|invoice|account|driver|house|contact|total)\b)"
        r"(?:\w+ ){1,4}(?:ref|reference|no|number)",
    ),
    _known("aim", rf"{_OF_AIMS}{_AIMS}{_SERVED}|(?:you |people )?said|asked"),
    _known("text:weak, success_criteria:weak", r"(?:key |project |main )?deliverables?"),
    _known(
        "text:weak",
        r"(?:(?:management|service|council|auditee|organisation|organisational|agreed|partnership)"
        r" )*responses?(?: .*)?",
        r"milestones?|improvements?|initiatives?|projects?|strategies|measures? to .*"
        r"|plan of action",
        r"(?:(?:management|service|action|improvement|delivery|development|work) ){0,2}plan",
        r"(?:proposed|agreed|planned|recommended) (?:solutions?|approach(?:es)?|measures?"
        r"|way forward)",
    ),
    _known("text:asked", r"approach(?:es)?|methods?|solutions?|proposals?|implementation"),
    _known(
        "ref",
        r"(?:(?:actions?|sub|task|item|unique|plan|improvement|recommendation|rec|line|serial|s"
        r"|objective|outcome|priority|aim|issue|finding|milestone|measure|afi|audit|report"
        r"|inspection) )*"
        r"(?:ref|refs|reference|no|nos|number|code|id|#|identifier)(?: (?:no|number|code|id|#))?",
    ),
)
_HEADS = (
    _known(
        "leads:weak",
        r"(?!.*\b(?:contact|reporting|review|line|budget|data)\b)(?:\w+ ){1,3}"
        r"(?:leads?|leaders?|owners?|officers?|managers?|persons?|co ?ordinators?|practitioners?)",
        r"persons?|managers?|co ?ordinators?|practitioners?|person leading",
    ),
    _known(
        "success_criteria:weak",
        r"(?:\w+ ){0,3}(?:outcomes?|impacts?|benefits?|measures?|metrics?|results?|evidence|kpis?)",
        r"(?:\w+ ){0,3}(?:indicators|proof)|proof",
    ),
    _known(
        "progress:weak",
        r"(?:\w+ ){0,3}(?:commentary|comments?|narrative|evaluations?|progress|achievements?)",
    ),
    _known(
        "text:weak",
        r"(?!.*\b(?:preventi\w+|past|complet\w+|disciplinary|legal|no|learning)\b)(?:\w+ ){0,3}"
        rf"(?:{_ACTS}|{_OTHER_ACTS})|tests?",
    ),
    _known("aim:weak", rf"(?:\w+ ){{0,3}}(?:{_AIMS}|lessons?|learning|needs?|problems?)|points?"),
)
"""Nouns with any words before them: what they mean where no plainer heading does."""
