"""What the words of a progress note say: the status they begin with, their day, what is open."""

import re
from datetime import date
from itertools import chain

from plan.reading.atoms import word_set
from plan.reading.dates import ANY_MONTH, DateSpan, read_date
from plan.reading.given_up import says_ended
from plan.reading.status import says_done
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import ANY_FIGURE, Signs

_MONTH = rf"{ANY_MONTH}\.?"
_YEAR = r"(?:(?:19|20)\d\d|[’']?\d\d(?![\d%:]))"
_ON = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},?(?: {_YEAR})?|{_MONTH},? {_YEAR}|"
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|\d{1,2}/\d{4}|"
    r"(?:q|quarter )[1-4],?(?: (?:of )?(?:20)?\d\d(?:[/-](?:20)?\d\d)?)?)"
)
_LABEL = (
    r"(?:(?:as )?(?:at|of|on)|by|in|(?:latest |progress )?(?:update|position|status|progress|note)"
    r"s?:?(?: (?:(?:as )?(?:at|of|on|to)|for|from))?)"
)
_DAY_FIRST = late_pattern(
    rf"\W*(?:{_LABEL} )?(?:the )?(?:(?:early|mid|late|end(?: of)?)[ -])?(?P<day>{_ON}|{_MONTH})"
    r"(?:\s*[:–—]\s*|\s+-\s+|\.\s+|,\s+|\)\s*|\]\s*|\n\s*|\s*$)",
    re.IGNORECASE,
)
_DAY_LAST = late_pattern(
    rf"[(\[](?:{_LABEL} )?(?:the )?(?P<day>{_ON}|{_MONTH})[)\]]\W*$", re.IGNORECASE
)
_AS_AT = late_pattern(
    rf"\b(?:as at|as of|position at|up to|to date at|at) (?:the )?(?:end of )?(?P<day>{_ON})",
    re.IGNORECASE,
)
_WHOLE_DAY = late_pattern(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_MONTH}),? "
    r"(?P<year>(?:19|20)\d\d)\b|"
    r"\b(?P<figures>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d))\b",
    re.IGNORECASE,
)
_AHEAD = late_pattern(
    r"\b(?:from|begins?|starts?|due|until|till|will|expected|planned|scheduled|next|later|since|"
    r"before|target(?:ed)?|launch(?:es)?)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
"""Before a date these make it none of the day of the note: "begins in August 2026"."""
_WORD = re.compile(r"\d+|[^\W\d_]+")
_BEFORE_A_DAY = word_set(
    "as at of on by in to for from latest progress update updates position positions status "
    "statuss note notes the early mid late end"
)
"""Words that may stand before the day with which a note begins."""
_OF_A_DAY = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("q", "quarter"),
)
"""How the word for a day, a month or a quarter begins: without it we do not look."""
_NEAR = 40
_LONGEST_STATUS = 60
_SENTENCE_ENDS = late_pattern(r"[.;!?](?=\s|$)|\s[–—-]\s|[–—]|:\s|\n|(?=\()")
_WORD_ENDS = late_pattern(
    r"[.,;:!?](?=\s|$)|\s[–—-]\s|[–—]|\n|(?=\()|\s(?:but|and|because|due to|as)\b"
)
_STATUSES = late_pattern(
    r"(?:(?:now|still|currently|mostly|largely|broadly|slightly|significantly|badly|well) )*"
    r"(?:on (?:track|target|schedule|course|hold)|(?:in|making|good|some|limited|no|steady|slow|"
    r"significant|satisfactory) progress(?: made)?|under ?way|on-?going|started|"
    r"(?:not|not yet|yet to be|yet to) (?:started?|begun|due|commenced)|"
    r"ahead of (?:schedule|target|plan)|behind(?: (?:schedule|target|plan))?|(?:delayed|overdue|"
    r"late|slipped|slipping|paused|stalled|deferred|postponed|suspended)|"
    r"at risk|off (?:track|target)|incomplete|(?:not|not yet|partly|partially) complete|pending|"
    r"red|amber|yellow|green|blue)",
    re.IGNORECASE,
)
_STILL_OPEN = (
    "still await outstanding yet. incomplete not. never. hasn haven isn aren wasn weren only. "
    "partly partially half. delayed postponed being. expected planned scheduled programmed hoped "
    "intended due. vacant unfilled empty will. be. continues ongoing goes under wait follow booked"
)
_MONTHS_BEGIN = "jan feb mar apr may jun jul aug sep oct nov dec"
_OPEN = late_pattern(
    r"\b(?:still (?:to\b|await\w*|wait\w*|outstanding|in progress|under\s?way|being\b|need\w*|"
    r"requir\w*|missing)|await(?:s|ing|ed)?\b|(?:is|are|remains?) outstanding|not yet\b|yet to\b|"
    r"remains? to be|incomplete|(?:has|have|had|is|are|was|were) (?:not|never) (?:yet )?(?:been |"
    r"be )?(?:yet )?(?:complet\w+|finish\w+|done|start\w+|deliver\w+|signed|agreed|approved|begun|"
    r"held|received|sent|issued|published|made|given|given out|taken|found|filled|recruited|"
    r"appointed|paid|written|shared|circulated|installed|opened|launched|trained|tested|met|"
    r"reached|achieved|implemented|put|rolled|set|decided|confirmed|returned|submitted|adopted|"
    r"introduced|printed|moved|built)|(?:hasn|haven|isn|aren|wasn|"
    r"weren)['’]t (?:yet )?(?:been )?\w+|only (?:partly|half|part)|(?:partly|partially|"
    r"half) (?:done|complete\w*)|(?:delayed|postponed) (?:until|to)\b|"
    r"(?:is|are) (?:now |currently |again |also )?being (?:re-?)?(?:advertis\w+|recruit\w+|"
    r"draft\w+|prepared|finali[sz]ed|develop\w+|written|drawn|built|procured|tendered|sought|"
    r"arranged|organised|agreed|negotiated|consulted|tested|piloted|installed|rolled|completed|"
    r"collated|analysed|investigated|explored|considered|discussed|updated|revised|printed|"
    r"translated|designed|planned|fitted|appointed|set up|ordered|chased|resolved|looked|worked|"
    r"edited|recruited|filled|scheduled|trialled|assessed|scoped|costed|let|signed|sent out)\b|"
    r"(?:is|are|was) (?:now )?(?:(?:expected|planned|scheduled|programmed|hoped|intended) (?:to|"
    r"for|in|by|on|at)\b|due (?:for|in|by|on|at)\b|due to (?:be|begin|start|finish|complete|open|"
    r"close|end|report|launch|publish|go|meet|take|issue|deliver|move|return|come|run|conclude|"
    r"commence|arrive|sign|hold)\b)|(?:post|vacancy|place)s? (?:is|are|"
    r"remains?) (?:still )?(?:vacant|unfilled|empty)|"
    r"will (?:then |now |only |also )?(?:be )?(?:complet\w+|finish\w*|deliver\w*|start\w*|begin|"
    r"begun|launch\w*|publish\w*|issue\w*|sent|send|sign\w*|approv\w*|agree\w*|recruit\w*|"
    r"appoint\w*|advertis\w*|train\w*|install\w*|roll\w*|held|hold|draft\w*|adopt\w*|open\w*|"
    r"tak\w+ place|filled|implement\w*|written|put in place|in place|submit\w*|go (?:live|to))|"
    r"(?:the )?(?:others?|rest|remaining|remainder|last)(?: (?:of them|\w+))? (?:still |now )?"
    r"(?:waits?|are waiting|is waiting|follows?|(?:is|are) to (?:go|do|come|follow|be)|"
    r"(?:is|are) booked)\b|"
    r"(?:has|have|need\w*|remain\w*) (?:still )?to be \w+|in draft\b|(?:work|drafting|testing|"
    r"recruitment|consultation) (?:continues|is ongoing|goes on|is under way)|to follow\b)|"
    r"(?:\A|(?<=[.;:–] ))(?:now |still )?(?:to be|due to be|about to be|will be)\b(?= (?!noted|"
    r"seen)\w)",
    re.IGNORECASE,
    signs=Signs(
        f"{_STILL_OPEN} last other rest remain draft",
        f"{_STILL_OPEN} go. do. come. in.",
    ),
)
"""What says that something is still to be done."""
_ONE_IS_ON_A_DAY = late_pattern(
    r"\b(?:first|second|third|last|final)(?: (?!audit|survey|report|review|next)\w+){1,3} (?:is|"
    rf"are) (?:on|in) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\b",
    re.IGNORECASE,
    signs=Signs("first second third last final", _MONTHS_BEGIN, "is. are.", "on. in."),
)
"""The same, told by the day of one of several."""
_NOTHING_OPEN = late_pattern(
    r"\b(?:nothing|none|no|no longer|nobody|nowhere)\W+(?:\w+\W+){0,3}$|"
    r"\b(?:evaluat\w+|monitor\w*|reviews?|review of it|next (?:audit|survey|report|round|year|"
    r"meeting|cycle))\W+(?:\w+\W+){0,3}$|\b(?:who|which|that|whose|until|before|if|unless|"
    r"had)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
OF_OTHER_WORK = late_pattern(
    r"\b(?:(?:actions?|under|see) [A-Z]{0,2}\d{1,2}\.\d{1,2}\b|(?:phase|stage|round|year|"
    r"version) (?:2|3|two|three)\b|(?:next|second|later|further|follow-on) (?:phase|stage|"
    r"version|edition|cohort|round)\b|(?:business as usual|nationally)\b|"
    r"other (?:councils?|authorities|boards)\b|(?:these|they|this|"
    r"all|both) (?:have|has) (?:now |since |all )?been (?:put right|corrected|completed|closed|"
    r"resolved|done)|(?:were|was) incomplete\b|(?:feedback|comments?|"
    r"views)\b[^.;]{0,40}\bawaited\b|will go to (?:the )?(?:\w+ ){0,3}?(?:committee|board|"
    r"cabinet|council)\b|(?:group|forum|board|team|programme)\b.{0,60}\bwork continues\b|"
    r"work continues (?:through|in|with|under) the (?:group|forum|board|team|programme)\b|"
    r"merged (?:with|into)\b)",
    re.IGNORECASE,
)
"""A sentence of another action, a later part, or what others do: it leaves nothing of this open."""
_IN_TURN = late_pattern(
    r"\b(?:next|refresher|follow[- ]?up|annual|yearly|biennial|renew\w*|repeat\w*|re-?\w*"
    r"(?:inspect|certif|accredit|validat|fresh)\w*|subsequent|further|future|top-up|update[ds]?|"
    r"(?:end|expir)\w*|ends?|contract|licence|lease)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
"""What comes round again once a thing is done: "refresher training is due in March 2028"."""
_IS_TO_COME = late_pattern(r"\b(?:due|expected|planned|scheduled|programmed)\b", re.IGNORECASE)
_STOPS = late_pattern(r"[.!?;](?=\s|$)|\n")
_WATCHED = late_pattern(
    r"\A\W*(?:to |be |regularly |annually |again )*(?:monitor\w*|review\w*|evaluat\w*|updat\w*|"
    r"kept|continue\w*|refresh\w*|repeat\w*|maintain\w*|sustain\w*)",
    re.IGNORECASE,
)
_BEFORE = 60
"""So many characters before a word something may deny it."""
_DATED = (
    rf"(?P<day>(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{_MONTH},? (?:19|20)\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d))"
)
_NEW_DATE = (
    r"(?:new|revised|amended|extended|later) (?:(?:target|completion|due|end|delivery|agreed|"
    r"expected|planned) ){0,2}(?:date|deadline|timescale|target)"
)
_AGREED = r"(?: (?:now |has been |was |is )?(?:agreed|approved|set|given|confirmed))?"
_MOVED = (
    r"(?:(?:has|have|had|was|were|is|are|been|now) ){0,3}(?:moved|extended|revised|rescheduled|"
    r"postponed|deferred|put back|pushed back|delayed|slipped|re-?profiled)"
    r"(?: (?:back|by the \w+))? (?:to|until|till)"
)
_FORESEEN = r"(?:due|expected|planned|scheduled|to be \w+|forecast|aimed)(?: to \w+(?: \w+)?)?"
_IS = "(?: ?[:–-] ?| (?:of|is now|is|as|now|to|for) )"
_EXTENDED = r"(?:extension|slippage)(?: (?:agreed|granted|approved))? (?:to|until)"
_IS_NOW = "(?: is| was)?(?: agreed)?(?: now)?"
_THE_END = "(?:the )?(?:end of )?"
_OF_A_NEW_DATE = Signs("new revised amended extended later", ANY_FIGURE)
_NEW_DATES = tuple(
    late_pattern(words, re.IGNORECASE, signs=signs)
    for words, signs in (
        (rf"\b{_NEW_DATE}{_AGREED}(?: by (?:the )?\w+)?{_IS}{_THE_END}{_DATED}", _OF_A_NEW_DATE),
        (rf"\b{_DATED}{_IS_NOW} (?:as|is) (?:the|a|its|our) {_NEW_DATE}", _OF_A_NEW_DATE),
        (
            rf"\b{_MOVED} {_THE_END}{_DATED}",
            Signs(
                "moved extended revised rescheduled postponed deferred put pushed delayed slipped "
                "re. reprofiled",
                ANY_FIGURE,
            ),
        ),
        (rf"\b{_EXTENDED} {_THE_END}{_DATED}", Signs("extension slippage", ANY_FIGURE)),
        (
            rf"\bnow {_FORESEEN}(?: (?:by|for|in|on|at))? {_THE_END}{_DATED}",
            Signs("now", "due expected planned scheduled be. forecast aimed", ANY_FIGURE),
        ),
    )
)
"""How a note gives the date that replaces the one in the timescale."""
_NOT_AGREED = late_pattern(
    r"\b(?:not|no|may|might|could|if|requested|sought|proposed|propose|asked?|ask(?:ing)? for|"
    r"suggested|unless|seeking)\W+(?:\w+\W+){0,4}$|"
    r"\b(?:contract|lease|licen[cs]e|funding|grant|agreement|tender|post|secondment|tenancy|"
    r"permission|membership)s?[^\w.;:!?]+(?:\w+[^\w.;:!?]+){0,2}$",
    re.IGNORECASE,
)
_NOT_YET_AGREED = late_pattern(
    r"\W*(?:(?:is|was|has been|to be) )?(?:might|may|could|would|will be (?:asked|sought)|not |"
    r"being|requested|sought|proposed|asked|suggested|to be agreed|subject to|if |tbc)",
    re.IGNORECASE,
)


@remembered
def leading_status(text: str) -> str:
    """Return the status that a note's words begin with, as typed; empty where they begin with none.

    "Complete. The guide was issued." gives "Complete", "12 May 2026: On track – …" gives
    "On track". A status that is denied or goes on in other words is none.
    """
    said = without_day(text.lstrip())
    clause = said[: _end_of(_SENTENCE_ENDS, said)].strip()
    if 0 < len(clause) <= _LONGEST_STATUS and (says_done(clause) or says_ended(clause)):
        return clause
    word = said[: _end_of(_WORD_ENDS, said)].strip()
    return word if _STATUSES.fullmatch(word) else ""


def _end_of(ends: re.Pattern[str], text: str) -> int:
    found = ends.search(text, 0, _LONGEST_STATUS + _NEAR)
    return found.start() if found else len(text)


def without_own_day(text: str) -> str:
    """Return a note's words without the day that they begin or end with."""
    said = without_day(text)
    return _DAY_LAST.sub("", said) if _may_end_with_a_day(said) else said


def _may_end_with_a_day(text: str) -> bool:
    """Return whether a text has a bracket, in which the day stands that a note ends with."""
    return ")" in text or "]" in text


def without_day(text: str) -> str:
    """Return a note's words without the day that they begin with."""
    found = _DAY_FIRST.match(text) if _may_begin_with_a_day(text) else None
    return text[found.end() :] if found and found.end() < len(text) else text


def _may_begin_with_a_day(text: str) -> bool:
    """Return whether the first word that counts is a figure, a month or a quarter of a year."""
    words = (one[0] for one in _WORD.finditer(text.lower()))
    first = next((one for one in words if one not in _BEFORE_A_DAY), "")
    return first.isdigit() or first.startswith(_OF_A_DAY)


@remembered
def said_open(text: str) -> str:
    """Return the words of a note that say something is still to be done, as typed; else empty."""
    told = chain(_OPEN.finditer(text), _ONE_IS_ON_A_DAY.finditer(text))
    for found in sorted(told, key=re.Match.start):
        if OF_OTHER_WORK.search(_sentence_around(text, found)):
            continue
        before = max(0, found.start() - _BEFORE)
        if _NOTHING_OPEN.search(text, before, found.start()):
            continue
        if _IS_TO_COME.search(found[0]) and _IN_TURN.search(text, before, found.start()):
            continue
        if not _WATCHED.match(text, found.end()):
            return found[0]
    return ""


def _sentence_around(text: str, found: re.Match[str]) -> str:
    """Return the sentence of a note in which words were found."""
    first = max((one.end() for one in _STOPS.finditer(text, 0, found.start())), default=0)
    last = _STOPS.search(text, found.end())
    return text[first : last.start() if last else len(text)]


@remembered
def has_day(text: str, until: date) -> bool:
    """Return whether a note's words say of which day they are.

    They begin or end with a day, say "as at", or tell what happened on one up to the day `until`.
    """
    if not text or _DAY_FIRST.match(text) or _AS_AT.search(text):
        return bool(text)
    if _may_end_with_a_day(text) and _DAY_LAST.search(text):
        return True
    return any(
        day.first <= until and not _AHEAD.search(text, max(0, at - _NEAR), at)
        for at, day in _days_in(text)
    )


@remembered
def new_date_in(text: str) -> DateSpan | None:
    """Return the date that a note gives in place of the timescale's, None where it gives none.

    "A new date of 14 October 2025 was agreed" gives one; "new date agreed on 12 November 2024" only
    says when it was agreed, and what is asked for is not agreed.
    """
    for pattern in _NEW_DATES:
        for found in pattern.finditer(text):
            before = _NOT_AGREED.search(text, max(0, found.start() - _BEFORE), found.start())
            if not before and not _NOT_YET_AGREED.match(text, found.end()):
                return read_date(found["day"])
    return None


def _days_in(text: str) -> "list[tuple[int, DateSpan]]":
    """Return the days and months with a year that a text names, each with where it stands."""
    found = []
    for one in _WHOLE_DAY.finditer(text):
        day = read_date(one["figures"] or " ".join(filter(None, one.group("day", "month", "year"))))
        if day is not None:
            found.append((one.start(), day))
    return found
