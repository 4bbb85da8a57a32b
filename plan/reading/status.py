"""What the words of a status mean: whether the action is done, and a tone for its colour.

An action counts as done only if its status says plainly that all of it is done. A status that is
about the future, negated, partial, conditional, a question or not understood does not count.
Wrongly treating an action as done would drop it from the overdue list; wrongly treating it as open
only means a second look.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from string import ascii_lowercase
from typing import Literal, TypeAlias

from plan.reading.dates import read_date
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

Tone: TypeAlias = Literal["good", "doubtful", "bad", ""]

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?!\d) ?(?:st|nd|rd|th)?(?: of)?"
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:the )?"
    r"(?:(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[ -])?(?:"
    rf"{_DAY} {_MONTH}(?:,? \d{{4}}| \d\d)?|{_MONTH}(?: {_DAY},?)?(?: \d{{4}}| '?\d\d)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d|\d{1,2}/\d{4}"
    r"|(?:in )?(?:20)?\d\d[/-](?:20)?\d\d|(?:19|20)\d\d"
    r"|(?:q|quarter )[1-4],?(?: of)? (?:20)?\d\d(?:[/-](?:20)?\d\d)?"
    r"|(?:spring|summer|autumn|winter)(?: term)? \d{4}|(?:session|term \d,?) \d{4}[/-](?:20)?\d\d)"
)
_DAY_OR_MONTH = rf"(?=.*(?:{_MONTH}|\d[/.-]\d{{1,2}}[/.-]\d)){_DATE}"
_AT = "(?:(?:on|in|at|as at|as of|during) )?"
_WHEN = rf"{_AT}{_DATE}"
_FINISHED = (
    "(?:completed|done|achieved|delivered|closed(?: off)?|finished|implemented|actioned"
    "|concluded|fulfilled|resolved|signed[ -]off|accomplished|attained|discharged)"
)
_WHOLLY = "(?:now|already|also|fully|wholly|entirely|successfully|finally|formally|since)"
_WHOLE = r"100 ?(?:%|percent|per cent)"
_ALL = "(?:(?:the|this|that|these|those|our|all|all of|each|every) )*"
_NAMED = "(?:actions?|tasks?|project|recommendations?|requirements?|targets?|objectives?|outcomes?)"
_WHAT = rf"{_ALL}(?:{_NAMED}|everything|all|it|this|that|these|they)"
_BEEN = "(?:is|are|been|has been|have been|was|were)"
_OFTEN = (
    r"(?:on-?going|continuing|continued|regular|routine|annual|yearly|quarterly|monthly"
    r"|(?:six|three|6|3)[ -]?monthly)"
)
_REGULARLY = "(?:annually|yearly|quarterly|monthly|regularly|every [a-z0-9]+ (?:month|year)s?)"
_AGAIN = (
    rf"(?:{_REGULARLY}|(?:in|after) [a-z0-9]+ (?:month|year)s?|next year|(?:in |on |by )?{_DATE})"
)
_GOES_ON = "(?:continues|(?:will|to) (?:continue|be continued)|(?:is )?on-?going)"
_WATCHED = (
    rf"(?:(?:{_OFTEN} )?monitoring(?: {_GOES_ON})?(?: {_REGULARLY})?"
    rf"|(?:(?:this|it) )?(?:to|will) continue to be monitored(?: {_REGULARLY})?"
    rf"|{_OFTEN} reviews?|(?:next )?review (?:due )?(?:in |on |by )?{_DATE}"
    rf"|(?:(?:this|it) )?(?:is )?(?:to|will) be (?:reviewed(?: again)? {_AGAIN}"
    rf"|monitored(?: {_AGAIN})?))"
)
_HOW = (
    "(?:in full|successfully|early|late|on (?:time|schedule|target)|as planned|to plan|to time"
    "|ahead of (?:schedule|time|plan)|within (?:the )?timescales?)"
)
_BODY = (
    "(?:smt|slt|cmt|emt|elt|management team|leadership team|board|committee|council|cabinet"
    "|executive|partnership|governance group|steering group|chief executive"
    "|chief (?:social work )?officer|service manager|education scotland|care inspectorate|cppc?|ijb"
    "|(?:internal |external )?audit(?:ors?)?|(?:legal|finance|human resources|hr)(?: services)?"
    "|head ?teacher|insurers?|inspectors?"
    "|director|(?:director|head) of (?:services?|education|children's services|social work))"
)
_BODY_OF = (
    "(?:the |our |senior |corporate |extended |executive |strategic |service |education "
    "|children's services |social work |project |programme |improvement |integration joint "
    "|child protection |full ){0,6}"
)
_BY = rf"(?: (?:by|at) {_BODY_OF}{_BODY}(?: (?:and|&) {_BODY_OF}{_BODY})?)"
"""Who signed something off: a body of the council, so that no day is mistaken for one."""
_BY_WHOM = rf"(?:(?<=signed[ -]off)|(?<=closed)|(?<=discharged)){_BY}"
_PASSED = (
    "(?:(?:as )?(?:agreed|approved|accepted|noted|reported|considered|presented|taken|confirmed"
    "|endorsed|ratified|seen)(?: (?:by|at|to|in))?|by|at|in)"
)
_SITTING = (
    rf"(?:(?:{_PASSED} )?(?:the )?(?:{_DATE} {_BODY_OF}{_BODY}(?: meeting)?|{_DATE} meeting"
    rf"|{_BODY_OF}{_BODY}(?: meeting)?(?:(?: of| on| in)? {_DATE})?))"
)
"""The meeting that a thing was closed at, with its day or without: "October 2026 Board"."""
_IN_PRACTICE = (
    r"(?: (?:in|into|within|across) (?:(?:the|our|all|every|everyday|daily|day[ -]to[ -]day|routine"
    r"|normal|core|standard|professional|whole) ){0,4}(?:practices?|work|business"
    r"|policy and practice|culture|procedures|services?|teams?|schools|service delivery))"
)
_AND = rf"(?: (?:and|&) (?:{_WHOLLY} )*(?:complete|{_FINISHED}|embedded{_IN_PRACTICE}?)){{0,4}}"
_WITH = rf"(?: (?:as at|as of|since) {_DATE})?(?: (?:and|with|under) {_WATCHED})?"
_IN_BUSINESS = (
    r"(?:(?:is |are )?(?:now |already )?(?:bau|business as usual|mainstreamed|"
    r"(?:part of|embedded in|built into) (?:(?:the|our|normal|usual|core|daily|everyday|routine|"
    r"day[ -]to[ -]day) )*(?:business|work|practice)(?: as usual)?))"
)
_WITH = rf"(?:{_WITH}|{_WITH}(?: (?:and|&) {_IN_BUSINESS}))"
_DONE = (
    rf"(?:complete(?: (?:at )?{_WHOLE})?{_AND}(?:{_BY_WHOM}(?: {_WHEN})?)?{_WITH}"
    rf"|(?:(?:{_WHAT} )?(?:(?:{_BEEN}|has|have) )?(?:{_WHOLLY} )*(?:{_BEEN} )?(?:{_WHOLLY} )*"
    rf"(?:{_WHOLE} )?(?:{_FINISHED}|(?<= )(?<!was )(?<!were )complete)"
    rf"|{_ALL}(?:{_NAMED} )?{_BEEN} (?:{_WHOLLY} )*met|{_ALL}{_NAMED} met|(?:{_WHOLLY} )+met"
    rf"|{_ALL}works? (?:{_BEEN} )?(?:{_WHOLLY} )*(?:completed?|finished|concluded)"
    rf"|all works? (?:{_BEEN} )?done)"
    rf"{_AND}(?:{_BY_WHOM}| {_SITTING})?(?: (?:{_HOW}|(?:at )?{_WHOLE}))*"
    rf"(?:(?<!\bcomplete) {_WHEN})?{_WITH})"
)
_NOTHING_LEFT = (
    r"nothing (?:is |now )?(?:more|further|else|left)(?: (?:is )?(?:left )?to (?:be done|do))"
    r"|nothing (?:is |now )*(?:outstanding|remaining|left)|nothing remains(?: to be done)?"
    r"|no (?:further|more) (?:actions?|work)(?:(?: is| are)? (?:required|needed|necessary))?"
    r"|no more to (?:be done|do)|no outstanding (?:actions?|work)"
)
_OUTCOME = rf"{_DONE}|(?:all )?met|{_NOTHING_LEFT}"
_LABEL = "(?:(?:current|overall|b?rag|action) )?(?:status|rag|brag|update|position)"
_HARMLESS = (
    rf"{_OUTCOME}|(?:(?:and|with|under|now|for) )?{_WATCHED}|{_AT}{_DAY_OR_MONTH}|(?:19|20)\d\d"
    rf"|{_SITTING}|{_HOW}|(?:at )?{_WHOLE}|yes|green|blue|{_IN_BUSINESS}"
)
"""What may accompany the words that say done without weakening them."""
_PAST = (
    r"\b(?:issued|published|approved|adopted|held|trained|established|launched|embedded|given"
    r"|introduced|delivered|implemented|appointed|recruited|updated|distributed|circulated|"
    r"installed"
    r"|opened|shared|uploaded|recorded|evidenced|presented|produced|completed|achieved|done|set up"
    r"|in place|on file|in use)\b|^see (?:the )?(?:notes?|reports?|minutes?|appendix"
    r"|evidence|paper|item|below|above|attached)\b"
)
_AGAINST = (
    r"\?|n't\b|\b(?:not?|nor|none|never|neither|cannot|without|un(?:able|til|less|verified|"
    r"confirmed)"
    r"|incomplete|a?wait\w*|pend\w*|to (?:be|follow|come|do|go)|will|shall|should|would|could|might"
    r"|may (?=[a-z])|must|can|need\w*|requir\w*|request\w*|want\w*|due|expect\w*|plann\w*|propos\w*"
    r"|schedul\w*|anticipat\w*|intend\w*|aim\w*|hop\w*|likely|soon|once|when|if|subject|depend\w*"
    r"|provided|assum\w*|suppos\w*|believ\w*|reported(?:ly)?|think|thought|claim\w*|check\w*|tbc"
    r"|confirm|verif(?:y|ied)|approval|sign-?off|comments?|consultation|submi\w*|outstanding|"
    r"remain\w*"
    r"|rest|left|still|yet|except\w*|apart|but|bar|other than|others?|only|minus|some|most\w*|many"
    r"|several|few|part|partly|partial\w*|half|near\w*|almost|draft\w*|interim|provisional\w*"
    r"|initial\w*|first|phase\w*|stage\w*|step\w*|pilot\w*|so far|to date"
    r"|in (?:principle|theory)|for (?:20)?\d\d|on-?going|under ?way|being"
    r"|continu\w*|in progress|progressing|start\w*|begun|commenc\w*"
    r"|next|follow\w*|further|more|delay\w*|overdue|late[rd]?|slip\w*|defer\w*|postpon\w*|paus\w*|"
    r"halt\w*|suspend\w*|stall\w*"
    r"|exten[ds]\w*|revis\w*|carried|brought|miss\w*|fail\w*|problem\w*|issues|risk\w*|limited"
    r"|error|mistake\w*|re-?open\w*|revers\w*|supersed\w*|replac\w*|merg\w*|transferr\w*|moved"
    r"|cancel\w*|withdr\w*|where|abandon\w*|drop(?:ped)?|reject\w*|refus\w*|amber|yellow|red"
    r"|\d+ (?:of|out of) \d+)\b|(?<!100)(?<!100 )(?:%|\bper ?cent\b)|\d100 ?%"
)
"""What negates, limits or postpones a claim that something is done."""
_COLOURS = ("green", "blue", "g", "b")
_UNTICKED = late_pattern(r"[\[(] *[\])]|[:\-] *$")
"""An empty box, or a label with no answer."""
_PARTS = late_pattern(r" - |[;,:()\[\]!]+|[.](?= |$)|(?<!\d)/|/(?!\d)")

_FORWARD = (
    r"\b(?:to be|to have|yet to|still to|about to|will|shall|should|would|could|may|might|must|can"
    r"|due|expect\w*|plan(?:s|ned)?|scheduled|anticipat\w*|likely|intend\w*|aim\w*|hop\w*|soon|once"
    r"|when|if|until|till|unless|before|after|subject|depend\w*|provided|need\w*)\b"
)
_DENIED = r"(?:n't|\b(?:not?|never|nor|neither|none|cannot|unable|fail\w*|nothing))\b"
_PROGRESS = "started|begun|under ?way|in progress|ongoing|progressing"
_ON_COURSE = "on (?:track|target|schedule|course)"
_OUTRIGHT = "completed?|done|achieved|met|delivered|implemented"
_NOT = r"(?:not|never|\w+n't|cannot|can not)(?: (?:yet|be|been|being|currently|now))*"
_BAD = (
    rf"(?:not|\w+n't|no longer|off)(?: yet)? (?:be )?(?:{_ON_COURSE}|track|target|schedule|course)"
    rf"|{_NOT} (?:{_PROGRESS}|achieved|met|delivered)"
    r"|(?:has )?yet to (?:be )?(?:started|start|begun|begin)"
    r"|major slippage|worsening|declining|deteriorating"
    r"|red|overdue|stalled|stopped|blocked|failed|missed|no progress|behind(?: schedule)?"
)
_DOUBTFUL = (
    rf"{_NOT} (?:fully |all |quite )(?:{_OUTRIGHT})|{_NOT} (?:completed?|done)"
    r"|incomplete|part(?:ly|ially)"
    r"|amber|yellow|at risk|delay(?:ed|s)?|slip(?:ped|page|ping)|on hold|paused|late"
    r"|(?:some|limited) progress|monitoring required|requires? monitoring|pending|deferred"
    r"|postponed|suspended"
)
_GOOD = (
    rf"green|blue|{_ON_COURSE}|ahead(?: of schedule)?|{_PROGRESS}|improving|under control"
    "|(?:good|significant|sufficient|substantial|strong|excellent) progress"
)
_NEAR = 40
"""So many characters before a word something may deny it."""
_PLAINLY_DONE = frozenset(
    {"complete", "completed", "done", "achieved", "delivered", "closed", "finished", "implemented"}
    | {"fully complete", "fully implemented", "action complete", "actioned", "100% complete"}
)
"""What is done without looking further, so that the grammar is not needed for it."""
_MAY_BE_DONE = late_pattern(
    r"complet|done|achiev|deliver|clos|finish|implement|action|conclud|fulfil|resolv|sign|accompl"
    r"|attain|discharg|\bmet\b|nothing|no (?:further|more|outstanding)|no work|100"
)
"""A word without which nothing is done: most notes have none."""
_LETTERS: dict[str, Tone] = {"r": "bad", "a": "doubtful", "g": "good", "b": "good"}
"""The letters of a key of red, amber, green and blue."""
_COLOUR = "(?:red|amber|yellow|green|blue|gr[ae]y|white|purple|black|orange)"
_A_LETTER = " ".join(f"{letter}." for letter in ascii_lowercase)
_BARE = late_pattern(
    rf"\b(?:(?:b?rag|status|rating):? ?)?(?:[a-z]|{_COLOUR}(?: ?/ ?{_COLOUR})?|"
    r"tb[acd]|to be (?:added|advised|agreed|confirmed|updated)|update to follow)\b[.)]?",
    re.IGNORECASE,
    signs=Signs(
        f"{_A_LETTER} red amber yellow green blue gray grey white purple black orange rag brag "
        "status rating tba tbc tbd to. update"
    ),
)
"""A letter, a colour, or that it is to come: what it means stands in a key, if anywhere."""
_DELAYED = late_pattern(
    r"\b(?:delay(?:ed|s)?|slip(?:ped|page|ping)|deferred|postponed|behind(?: schedule)?|late"
    r"|overdue|missed|on hold|paused|stalled|off[ -]track)\b",
    re.IGNORECASE,
)
_NO_DELAY = late_pattern(r"\b(?:no|not|never|nor|without)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)


@remembered
def tone_of(status: str) -> Tone:
    """Return the tone of a status, for a colour next to its word; empty if we cannot tell.

    A letter alone has that of its colour.
    """
    letter = _LETTERS.get(status.strip().lower())
    return tone_of_words(status) if letter is None else letter


def tone_of_words(status: str) -> Tone:
    """Return the tone of a status in words; empty if we cannot tell, also of a letter.

    Anything in the future has no tone: "To be achieved" is not green.
    """
    if says_done(status):
        return "good"
    parts = _parts_of(_plain(status).replace("off-", "off ").replace("on-", "on "))
    if "?" in status:
        return ""
    for tone, said, unless in _tones():
        if any(_is_said(said, unless, part) for part in parts):
            return tone
    return ""


@remembered
def is_bare(status: str) -> bool:
    """Return whether a status is a letter or a colour and nothing else, or only to be said yet."""
    return bool(_BARE.fullmatch(status.strip()))


@remembered
def says_delayed(status: str) -> bool:
    """Return whether a status says that it comes later than planned, or has been put off."""
    return any(
        not _NO_DELAY.search(status, max(0, one.start() - _NEAR), one.start())
        for one in _DELAYED.finditer(status)
    )


@remembered
def says_done(status: str, today: date = date.max) -> bool:
    """Return whether a status says that nothing is left to do.

    Every part of it must say so or be harmless next to it: a day up to `today`, a colour, that it
    will be looked at again, or what was done. If in doubt, it is not done: in 2026, "Delivered
    March 2027" is not.
    """
    said = _plain(status)
    if said in _PLAINLY_DONE:
        return True
    is_said = _MAY_BE_DONE.search(said) and "?" not in said and not _UNTICKED.search(said)
    return bool(is_said) and _is_done(said, today)


def _is_done(said: str, today: date) -> bool:
    """Return whether each part of a status says that it is done, or is harmless beside that."""
    done, harmless, label, day, figure, sitting = _grammar()
    parts = [part for part in _parts_of(said) if not label.fullmatch(part)]
    while len(parts) > 1 and parts[0] in _COLOURS:
        parts.pop(0)
    if parts and figure.fullmatch(parts[0]):
        return _is_all_of_it(parts[1:], today)
    while len(parts) > 1 and (day.fullmatch(parts[0]) or parts[0] in _COLOURS):
        parts.pop(0)
    if not parts or not done.fullmatch(parts[0]):
        return False
    if parts[0] in ("met", "complete") and _is_label_of_a_date(said, parts):
        return False
    dated = (one for one in parts if any(said.fullmatch(one) for said in (done, day, sitting)))
    if any(_lies_ahead(part, today) for part in dated):
        return False
    at_large = not re.match(rf"{re.escape(parts[0])}:|closed", said)
    return all(harmless.fullmatch(part) or (at_large and _was_done_too(part)) for part in parts[1:])


def _is_all_of_it(beside: Sequence[str], today: date) -> bool:
    """Return whether the words around the figure 100% leave it meaning the whole action.

    Any other word could say what it is 100% of, and a later day when it will be reached.
    """
    done = _grammar()[0]
    return all(
        part in _COLOURS or (done.fullmatch(part) and not _lies_ahead(part, today))
        for part in beside
    )


def _plain(status: str) -> str:
    """Return a status in lower case, with plain quotes and dashes, on one line."""
    lines = ". ".join(line.strip() for line in status.lower().splitlines() if line.strip())
    said = re.sub(r"[’‘`]", "'", lines)
    return " ".join(re.sub(r" ?[–—―] ?| -(?=\w)|(?<=\w)- ", " - ", said).split()).strip("✓✔☑ ")


def _parts_of(said: str) -> list[str]:
    parts = (part.strip(" -") for part in _PARTS.split(said))
    return [part for part in parts if part]


def _is_label_of_a_date(said: str, parts: Sequence[str]) -> bool:
    """Return whether it is "Complete: June 2027", a deadline, or "Met (3 June)", a meeting."""
    if parts[0] == "complete" and f"{parts[0]}:" not in said:
        return False
    return len(parts) > 1 and bool(re.fullmatch(_WHEN, parts[1]))


def _lies_ahead(part: str, today: date) -> bool:
    """Return whether a part, before any mention of a review, names a day after today."""
    found = re.search(_DAY_OR_MONTH, part.partition(" review")[0])
    read = read_date(found[0]) if found else None
    return read is not None and read.first > today


def _was_done_too(part: str) -> bool:
    return bool(re.search(_PAST, part)) and not re.search(_AGAINST, part)


def _is_said(said: re.Pattern[str], unless: re.Pattern[str], part: str) -> bool:
    return any(not unless.search(part, 0, found.start()) for found in said.finditer(part))


@lru_cache(maxsize=1)
def _grammar() -> tuple[re.Pattern[str], ...]:
    """Compile the patterns on first use, since the first frame may not show any status."""
    words = (_OUTCOME, _HARMLESS, _LABEL, _DAY_OR_MONTH, _WHOLE, _SITTING)
    return tuple(re.compile(one) for one in words)


@lru_cache(maxsize=1)
def _tones() -> tuple[tuple[Tone, re.Pattern[str], re.Pattern[str]], ...]:
    """Return the tones in the order we try them, each with its words and what cancels them.

    "Not on track" comes before "on track".
    """
    denied, neither = re.compile(_DENIED), re.compile(f"{_FORWARD}|{_DENIED}")
    return (
        ("bad", re.compile(rf"\b(?:{_BAD})\b"), denied),
        ("doubtful", re.compile(rf"\b(?:{_DOUBTFUL})\b"), denied),
        ("good", re.compile(rf"\b(?:{_GOOD})\b"), neither),
    )
