"""What a note says of being late: behind, put back, or that its date will not be met.

A note is read clause by clause, so that the build of the sentence does not matter: what is late is
the work, and never "late applications", "the late shift" or "delayed discharges"; and
what is denied ("not late") or has been made up is late no more.
"""

import re

from plan.reading.dates import ANY_MONTH
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.sentences import clauses_in
from plan.text.signs import Signs

_DATE = (
    r"(?:(?:\w+ )?(?:deadlines?|dates?|targets?|timescales?|timetable|milestones?)|"
    rf"{ANY_MONTH}(?: \d{{4}})?|(?:the )?(?:end of )?(?:the )?(?:year|term|month|quarter|summer|"
    r"spring|autumn|winter|easter)|time|schedule)"
)
_DO = (
    r"(?:(?:meet|make)(?= (?:the |its |this |our |that )?(?:\w+ )?(?:dates?|deadlines?|targets?|"
    r"timescales?))|met|made|make it|ready|finish\w*|done|complete\w*|hit|achiev\w*|reach\w*|"
    r"deliver\w*|launch\w*|open\w*|in place|conclude\w*|keep|kept|possible|realistic|feasible|"
    r"attainable)"
)
_NOT = r"(?:not|n['’]t|never)"
_HAS_A_DATE = late_pattern(rf"\b{_DATE}\b", re.IGNORECASE)
_MISSES_DATE = late_pattern(
    rf"\b(?:will|can|could|would|shall|wo|ca|going|is|are|may|might)(?: ?{_NOT})\b"
    rf"(?: [\w’'-]+){{0,3}}? (?:to )?{_DO}\b|^\W*{_NOT} (?:now )?(?:going|likely|expected|"
    rf"able) to (?:\w+ ){{0,3}}?{_DO}\b|\b(?:(?:will|to|going to|likely to|may|might|set to|"
    r"expected to|\w+['’]ll) (?:now |probably |likely )*miss|(?<!\ba )(?<!\bthe )missing|"
    r"(?:(?:will|has|have|was|is|to) )?(?:now |been |be )*missed(?! (?!dates|deadlines|targets|"
    r"milestones|its|this|has|was)[a-z]+s\b))\b|\bmore likely than\b|"
    rf"\bnot all (?:\w+ ){{0,3}}?(?:will|can) (?:\w+ ){{0,2}}?{_DO}\b|"
    rf"\b(?:does|do|did) ?{_NOT} (?:now )?(?:look|seem|appear)\b|"
    r"\b(?:unlikely|doubtful|in doubt|at risk|out of reach|unrealistic|unachievable)\W*$",
    re.IGNORECASE,
)
"""The date that a clause names will not be met: "We will not meet the February date"."""
_MISSES = late_pattern(
    r"\b(?:can(?: ?not|['’]t)|wo(?:n['’]t)|will not) (?:now )?be (?:done|finished|completed?|"
    r"ready) (?:before|until|till)\b|\b(?:unlikely|not likely|doubtful|not expected|"
    rf"not anticipated)\b(?: \w+){{0,4}}? {_DO}\b|\bno longer (?:achievable|possible|realistic|"
    r"feasible|attainable)(?: (?:by|in|before|for)\b|\W*$)",
    re.IGNORECASE,
)
"""It will not be done by when it should."""
_NUMBER = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|few|"
    r"couple of|many)"
)
_SPAN = rf"(?:{_NUMBER}[ -](?:days?|weeks?|months?|terms?|years?)['’]?)"
_LED = (
    r"(?:(?:this|it|we|the|our|work|project|programme|action|works|timescale|date|has|have|"
    r"had|is|are|was|now|currently|still|been|all|also|and|a bit|slightly|badly|somewhat|rather|"
    r"well|some|little|about|already|delivery|progress|it['’]s|we['’]re|we['’]ve|running|going|"
    r"looking|getting|fallen|further|part) )*"
)
_WITH = (
    r"(?=\W*$| (?:with|on|as|by|because|due|owing|of|schedule|plan|programme|target|timetable|"
    r"profile|where|since|after|for|from|to|until|again|while|in|pending|at|this|than)\b)"
)
_BEHIND = late_pattern(
    rf"^\W*{_LED}(?:late|behind|delayed|slipp(?:ed|ing)|slippage|overdue|stuck|stalled|"
    rf"overrunning|overrun)\b{_WITH}(?! (?:the|a|our|its) (?!schedule|plan|programme|target|"
    r"timetable))|\b(?:is|are|we['’]re|it['’]s|running|runs?|fell|fallen|falling|slipp(?:ed|ing)|"
    rf"getting|now|has|have)(?: (?:now|been|\w+ly|about|a|bit|some|{_SPAN}))*(?<!not) (?:late|"
    rf"behind|overdue)\b{_WITH}(?! (?:the|a|our|its) (?!schedule|plan|programme|target|timetable))|"
    rf"\b{_SPAN} (?:late|behind|overdue|(?:of )?(?:delay|slippage|slip))\b(?! (?:repay|repairs?|"
    r"roads?)\b)(?! (?:the|a|our|its) (?!schedule|plan|programme|target|timetable))|"
    r"\b(?:delays?|slippage|slipped|slip|overrun\w*|hold[- ]?up|set ?back)(?: (?:of|by|(?:of "
    rf")?about|is))* {_SPAN}|\b(?:timetable|timescale|programme|schedule|date)s? (?:has|"
    rf"have) (?:\w+ )?slipped\b|\b(?:lost|losing) (?:about |some )?{_SPAN}|"
    r"\b(?:slower|later|longer) than (?:was |we |it |had |first |originally )*(?:thought|"
    r"planned|expected|hoped|intended|scheduled|wanted)|"
    r"\b(?:finish\w*|complet\w+|done|deliver\w*|end|start\w*|open\w*) (?:will be |is |be |now "
    r")?(?:late|later|delayed)\b\W*$|\b(?:a |the )?later (?:finish|completion|start|date|end|"
    r"delivery)\b|\b(?:overrun|delays?|slippage) (?:is |are |now )?(?:expected|likely|forecast|"
    r"anticipated)\b|^\W*(?:some |further |slight |minor |major |short )*(?:delays?|slippage|"
    r"hold[- ]?ups?)\b(?=\W*$| (?:at|with|in|from|by|on|to|here)\b)|"
    r"\b(?:pushed|put|moved|set) (?:back|off|out) (?:to|until|till|by|from)\b|"
    r"\b(?:completion|delivery|finish|opening|launch|handover|start) (?:has been |is |was "
    r")?(?:now )?(?:delayed|put off|postponed|deferred|pushed back)\b",
    re.IGNORECASE,
)
"""The work stands behind its date, by how much or by what: "about two months behind"."""
_OF_BEING_LATE = re.compile(
    r"\b(?:late|later|behind|delay|slip|overdue|stuck|stalled|overr[au]n|hold[- ]?ups?\b|set "
    r"?back|lost|losing|slower|longer|(?:pushed|put|moved|set) (?:back|off|out)|postponed|"
    r"deferred)",
    re.IGNORECASE,
)
_OF_MISSING = re.compile(
    r"n['’]t\b|\b(?:more likely|not|never|cannot|miss(?:ed|ing)?|unlikely|doubt(?:ful)?|at "
    r"risk|out of reach|unrealistic|unachievable|no longer)\b",
    re.IGNORECASE,
)
"""Words of which one stands wherever `_BEHIND` or one of the other two matches, soon compiled."""
_DENIED = late_pattern(
    r"\b(?:no|not|n['’]t|never|nor|nothing|none|without|avoid\w*|in case|if|risk of|despite|"
    r"after|no longer|(?:will|would|wo)(?: not|n['’]t)|had been|were|"
    r"was (?=\w+ in (?:the )?(?:spring|summer|autumn|winter|20\d\d)))\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_DENIED_WITHIN = late_pattern(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_NOT_OF_WORK = late_pattern(
    r"£|\b(?:delayed discharges?|late (?:shift|night|entr|appl|fee|payment|return|start "
    r"of)\w*|delay repay|discharges?|buses|trains|payments?|invoices?|complaints?|appointments?|"
    r"pupils|bins?|reporting|budgets?|costs?|risk of delay|later (?:phases?|stages?|life|years)|"
    r"fell to|fell by|down to|reduced|figures|data|statistics|(?:date|target|"
    r"deadline)s? of last year|last year['’]s)\b",
    re.IGNORECASE,
)
"""Words of a clause by which its lateness is what the work is about, or of money."""
_MADE_UP = late_pattern(
    r"\b(?:(?:post|posts|vacancy) (?:(?:is|are|was|were|has been|have been) )?(?:now )?filled|"
    r"second (?:round|exercise|attempt)|re-?(?:advertised|tendered|run)|back on (?:track|schedule|"
    r"course|target)|made up|caught up|won (?:it |them |that |this )?back|recovered|(?:end "
    r")?date of \w+ stands|no longer late|resumed|restarted|"
    r"(?:date|end|deadline|timescale|target) (?:is|remains?) (?:still )?(?:unchanged|the same|as "
    r"planned)|as planned|still (?:expected|due|to be (?:done|complete[d]?|finished)) (?:by|"
    r"on|in) (?:time|the)|(?:now|since) (?:resolved|complete[d]?|done))\b",
    re.IGNORECASE,
)
"""Words by which what was late is late no more."""

_IN_TIME = (
    r"\b(?:will|can|could|would)(?: ?not|n['’]t) (?:now |any longer )?(?:be )?(?:finish\w*|"
    r"complete\w*|ready|done|delivered|met|achieved|in place|launched|opened?|"
    r"concluded?)\b(?: (?:on time|in time|by|until|before|this)\b)"
)
_MODAL = "will can. cannot cann. could would"
_IN_TIME_OR_NOT = "on. in. by. until before this."
_NOT_IN_TIME = late_pattern(_IN_TIME, re.IGNORECASE, signs=Signs(_MODAL, _IN_TIME_OR_NOT))
_STANDING = (
    "delayed postponed stalled paused overdue behind missed progress stopped halted suspended "
    "ceased hold. standstill failed fallen collapsed abandoned rejected refused unsuccessful"
)
_STANDS_STILL = late_pattern(
    r"\A\W*delayed\b(?=\W*(?:[.;:,(–—-]|\Z)| (?:by|due|because|as|until|to|from|for|while|"
    r"owing|in|at|again|since|pending|awaiting|start)\b)|\b(?:has|have|is|are|now) (?:now |"
    r"been |being )?(?:badly |seriously )?(?:delayed|postponed|stalled|paused|overdue|"
    r"behind (?:schedule|plan)|off track|put back)\b|\b(?:deadline|date|target|"
    r"milestone)s? (?:has been |have been |was |were )?missed\b|\A\W*no progress\b|"
    r"\bno progress (?:has been|was|is being|since)\b|"
    r"(?:\A\W*|[.;:]\s+|\b(?:all|the|this|our|its|but|and|where) )(?:\w+ )?(?:work|project|"
    r"programme|pilot|recruitment|delivery|training|roll-?out|procurement|drafting)s? "
    r"(?:has |have |was |were |is |are )?(?:now |been |currently )*(?:stopped|halted|suspended|"
    r"ceased|on hold|at a standstill)\b(?! no longer)|"
    r"\b(?:has|have|is|are|was|were) (?:now |been |being )*held up\b(?! to)|\b(?:running|"
    r"slipped) (?:late|behind|badly)\b|\bno (?:work|start|headway|movement|visits|inspections|"
    r"meetings|training|sessions|recruitment) (?:has|have) (?:yet )?been (?:possible|done|made|"
    r"held|carried out|undertaken)\b|\b(?:procurement|tender(?:ing)?|recruitment|negotiations?|"
    r"appointment|sale|application|bid|funding bid)s?(?: (?:exercise|process|round))? (?:has |"
    r"have |had |was |were )?(?:now |again |been )*(?:failed|fell through|fallen through|collapsed|"
    rf"abandoned|rejected|refused|unsuccessful)\b|{_IN_TIME}",
    re.IGNORECASE,
    signs=Signs(
        f"{_STANDING} held no. off. put. running slipped fell. {_MODAL}",
        f"{_STANDING} up. been. track back. late. badly through {_IN_TIME_OR_NOT}",
        f"{_STANDING} no. up. off. put. running slipped fell. {_MODAL}",
    ),
)
_NEAR = 60
"""So many characters before a word something may deny it."""
_NO_LONGER = late_pattern(r"\b(?:no longer|not|never|nor|none)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)


@remembered
def said_late(text: str) -> str:
    """Return the words of a note by which the work stands still or is late, as typed, or ""."""
    still = list(_STANDS_STILL.finditer(text))
    is_hinted = still or _OF_BEING_LATE.search(text) or _OF_MISSING.search(text)
    if not is_hinted or _MADE_UP.search(text):
        return ""
    for found in still:
        if not _NO_LONGER.search(text, max(0, found.start() - _NEAR), found.start()):
            return found[0].strip()
    behind = _first(text, _BEHIND) if _OF_BEING_LATE.search(text) else ""
    return behind or _missed(text)


@remembered
def will_be_missed(text: str) -> str:
    """Return the words of a note by which the date that stands will not be met, else empty."""
    if found := _NOT_IN_TIME.search(text):
        return found[0]
    return _missed(text)


def _missed(text: str) -> str:
    if not _OF_MISSING.search(text):
        return ""
    return _first(text, _MISSES, is_denial=True) or _first(
        text, _MISSES_DATE, is_denial=True, beside=_HAS_A_DATE
    )


def _first(
    text: str,
    late: re.Pattern[str],
    *,
    is_denial: bool = False,
    beside: re.Pattern[str] | None = None,
) -> str:
    """Return the first clause that a pattern finds, and nothing before it denies.

    Beside it in the clause stands what `beside` finds, where that is given.
    """
    for clause in clauses_in(text):
        if _NOT_OF_WORK.search(clause):
            continue
        for found in late.finditer(clause):
            is_denied = _DENIED.search(clause[: found.start()])
            is_said = is_denial or not _DENIED_WITHIN.search(found[0])
            if not is_denied and is_said and (beside is None or beside.search(clause)):
                return clause.strip()
    return ""
