"""Whether words give a reason: why something is late, has moved or was given up.

Whatever asks for a reason reads it here, so that what answers one rule answers the others.
"""

import re

from plan.reading.dates import ANY_MONTH
from plan.reading.number_words import in_figures
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

_WHY = late_pattern(
    r"\b(?:because|due to|owing to|as a result|as a consequence|caused|on account of|"
    r"await\w*(?! (?:an? |the )?updates?)|waiting (?:for|on)|pending|lack of|shortages?|vacan\w+|"
    r"illness|sick(?:ness)?|absence|held (?:up|back)|delay\w* (?:in|by|from|with|at|to)|"
    r"dependent (?:on|upon)|subject to|longer than|more time than|prevented|unable to|could not|"
    r"cannot|strikes?|industrial action|difficult\w*|administration|resign\w+|turnover|workload|"
    r"no (?:bids|tenders|applicants|applications)|failed|objections?|appeal(?:ed)?|weather|"
    r"see (?:action|aim) [A-Z]?\d[\w.]*|pandemic|procurement challenge|withdr(?:ew|awn)|"
    r"not (?:yet )?(?:available|funded)|no longer (?:needed|required)|superseded|paused|on hold)\b",
    re.IGNORECASE,
)
_WAITS_FOR = late_pattern(
    r"\b(?:when|once|until|till|as soon as) (?:(?!we\b|he\b|she\b)[\w’'-]+ ){1,8}?(?:is|are|has|"
    r"have)(?: (?:been|now|all|fully))* (?:adopted|approved|agreed|appointed|in (?:post|place)|"
    r"signed|published|issued|complete[d]?|finished|received|filled|known|confirmed|available|"
    r"settled|delivered|decided|ready|lifted|granted|found|recruited|installed|replaced)\b|"
    r"\b(?:waits?|waited|is waiting|are waiting) (?:for|on|until)\b|"
    r"\b(?:moved|put back|held|deferred|postponed|extended|delayed|rescheduled|taken)\b"
    r"[^.;]{0,40}? (?:so that|in order (?:to|that)|to (?:allow|fit|match|follow|avoid|take "
    r"account|coincide|align))\b",
    re.IGNORECASE,
)
"""A reason that names what must come first, or what the change is for."""
_AS = late_pattern(
    r"\b(?:as|since) (?:the|an?|no|it|they|we|our|there|not)\b|"
    r"[;,(] ?(?:to (?:let|allow|fit|match|follow|avoid|take account of|coincide with|align)|"
    r"so that|in order (?:to|that))\b|\b(?:at the request of|on the advice of|by agreement with)\b",
    re.IGNORECASE,
)
"""A reason beside a date: "from August 2026, as the trainer is on leave"."""
_A_CLAUSE = late_pattern(r"[^.;,:\n–—]+")
_BEFELL = late_pattern(
    r"\A\s*(?:(?:the|our|its|a|an|one|two|three|both) )?(?!(?:this|it|that|they|we|work|action|"
    r"progress|text|draft|delayed|late|behind|some|now|still|not)\b)[A-Za-z’'-]{3,}"
    r"(?: [A-Za-z’'-]+){0,3}? (?:(?:has|have|had) )?(?P<what>[a-z]{2,}ed|left|fell|broke|went|"
    r"lost|shut)\b(?: [A-Za-z’'-]+){0,3}\s*\Z"
)
_WORK = late_pattern(
    r"\b(?:is|are|was|were|be|been|being|will|to|no|not|need\w*|(?:complet|draft|start|agree|"
    r"issu|progress|continu|commenc|prepar|launch|deliver|train|develop|publish|finalis|receiv|"
    r"submit|approv|plann|schedul|delay|revis|report|updat|review|consult|test|circulat|shar|"
    r"improv|discuss|identifi|review|form|hold|arrang|appoint|recruit|establish|achiev|implement|"
    r"creat|design|map|tender|install|finish|order|book|propos|expect|anticipat|slipp|miss|extend|"
    r"defer|postpon|resum|collect|gather|analys|attend|offer|provid|introduc|advertis|interview|"
    r"visit)\w*)\b"
)


@remembered
def says_what_befell(text: str) -> bool:
    """Return whether a clause tells of what happened to somebody or something beside the work.

    "Translator moved" needs no "because" to say why the guide is late; "Draft finished", "Two
    posts advertised" and "Roofing works are late" tell of the work, and not why.
    """
    clauses = (one[0] for one in _A_CLAUSE.finditer(text))
    return any(_BEFELL.search(one) and not _WORK.search(one) for one in clauses)


@remembered
def says_cause(text: str) -> bool:
    """Return whether a text names what kept something back, or what it waits for."""
    return _WHY.search(text) is not None or _WAITS_FOR.search(text) is not None


def says_cause_beside(timescale: str) -> bool:
    """Return whether a timescale gives the reason for its date."""
    return says_cause(timescale) or _AS.search(timescale) is not None


_OF_THE_DATE = late_pattern(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?|{ANY_MONTH}|20\d\d|new|old|revised?|original(?:ly)?|dates?|"
    r"timescales?|deadlines?|timeframes?|targets?|completion|due|change[ds]?|moved?|extended|"
    r"extension|amended|updated?|agreed|approved|set|given|noted?|rescheduled|deferred|postponed|"
    r"put back|re-?profiled|slipped|delayed|pushed back|now|has|have|had|been|was|were|is|are|the|"
    r"a|an|this|that|these|it|of|in|on|by|to|for|from|until|with|at|as|all|and|please|see|shown|"
    r"column|action|months?|weeks?|one|two|three|four|five|six|last|latest|following|after|"
    r"agreement|board|committee|group|team|management|head|director|service|meeting|left|hand|side|"
    r"table|above|below|be|will|its|our|work|works|progress\w*|track|programme|schedule|under ?way|"
    r"ongoing|on-going|goes|going|well|made|continues|continuing|continue|so far|done|in hand)\b|"
    r"\W",
    re.IGNORECASE,
)
"""What only says that a date was changed, by whom, and that work goes on."""
_WORK_DONE = late_pattern(
    r"\b(?:\d+|all|most|some|both|the (?:first|second|third|draft))"
    r"(?: of (?:the )?[\w-]+)?(?: [\w-]+){0,2} (?:(?:have|has) been |are |were |was |"
    r"have |has )?(?:\w+ed|done|written|held|read|seen|sent|begun|began|run|made|met|built|taken)\b"
    r"(?! (?:than|in the))",
    re.IGNORECASE,
)
"""A count of what was done says how far the work is: "Fifteen cases were read"."""
_STATE_OF_WORK = late_pattern(
    r"\W*(?:(?:the|a|an|our|its|this|first|second|final) ){0,2}(?!new\b|national\b)[\w’'-]+"
    r"(?: [\w’'-]+){0,3}? (?:is|are|was|were|has been|have been) "
    r"(?:(?:now|nearly|almost|fully|all|being) )*(?:written|drafted|prepared|begun|started|"
    r"finished|"
    r"complete[d]?|done|ready|designed|mapped|outlined|scoped|costed|planned|printed|built|tested|"
    r"in (?:draft|hand|place|preparation|development)|under ?way)\W*",
    re.IGNORECASE,
)
"""How far one thing of the work is: "The specification is written." says no why either."""
_FOR_WHAT = late_pattern(
    r"\b(?:so that|in order to|to (?:fit|let|allow|match|follow|take|avoid|give|tie|suit|"
    r"coincide|align)|than (?:expected|planned|we)|as (?:the|an?|it|they|we|no|more|there)|because|"
    r"owing|due to)\b",
    re.IGNORECASE,
)


@remembered
def says_more_than_a_move(text: str) -> bool:
    """Return whether a note tells anything by which a date may have moved.

    That it was changed, by whom, and how far the work is, says no why, however long the note is.
    """
    for sentence in sentences_in(text, at_clauses=True):
        if says_cause(sentence) or says_what_befell(sentence) or _FOR_WHAT.search(sentence):
            return True
        rest = _OF_THE_DATE.sub(" ", sentence).split()
        is_work = _STATE_OF_WORK.fullmatch(sentence) or _WORK_DONE.search(in_figures(sentence))
        if len(rest) > 1 and not is_work:
            return True
    return False
