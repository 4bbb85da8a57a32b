"""What a note leaves to be done, by what it counts and tells, however the sentence is built.

A note is read clause by clause: how many of how many are done, a share that is not the whole, a
whole with an exception, and what is told as remaining, missing or in other hands. What is denied
("nothing outstanding") or was so once and is over ("the remaining two were done") leaves nothing;
nor do counts of people's answers, bids or comments, of which a part may be all there is.
"""

import re
from typing import NamedTuple

from plan.reading.dates import A_MONTH
from plan.reading.note_words import OF_OTHER_WORK
from plan.reading.number_words import in_figures, shares_in_words
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.sentences import clauses_in
from plan.text.signs import Signs

_OF_MANY = late_pattern(
    r"(?<![\w.,£/-])(?P<some>\d{1,4}) ?(?:(?:out )?of (?:the |our |its |all |these |a |total "
    r")*|/ ?)(?P<all>\d{1,4})(?![\d/%]|[.,]\d)"
)
_SO_FAR_OF = late_pattern(
    r"(?<![\w.,£/-])(?P<some>\d{1,4}) (?:[a-z’'-]+ ){1,5}(?:out )?of (?:the |our |its |all |a "
    r"|total )*(?P<all>\d{1,4})\W*$"
)
_WORK = (
    r"(?:\w{3,}ed|done|made|built|held|written|open|live|in (?:place|post|use)|ready|sent|put|"
    r"given|relaid|rewritten|redrawn|bought|sold|let|cut|set|dug|laid|have (?:one|it|them)|has one|"
    r"there|up|complete|in|out|through|finished)"
)
_OUT_OF = late_pattern(
    r"(?<![\w.,£/-])(?P<some>\d{1,4}) (?:[a-z’'-]+ ){1,3}out of (?:the |our |its |all |a "
    r"total of )*(?P<all>\d{1,4})(?![\d/%]|[.,]\d)"
)
_PERCENT = late_pattern(
    r"(?<![\w.,£])(?P<some>\d{1,2}) ?(?:%|per ?cent\b)(?: of (?:the |our |all )?[\w’'-]+(?: "
    r"[\w’'-]+)?)?(?: (?:is|are|was|were|has been|have been|have now been|now))? "
    r"(?:done|complete[d]?|delivered|finished|fitted|installed|trained|cleared|cleaned|written|"
    r"drafted|built|there|in place|resurfaced|inspected|surveyed|replaced|issued|implemented)\b",
    re.IGNORECASE,
)
"""How far the work is; a rate is none: "recorded in 94% of cases"."""
_IS_WORK = late_pattern(rf"\b{_WORK}\b", re.IGNORECASE)
_NO_WORK = late_pattern(
    r"\b(?:said|say|says|agree[ds]?|rate[ds]?|satisfied|attended|replied|respon\w+|consulted|"
    r"chosen|invited|old|interviewed|selected|asked|needed|need|required|expected|interested|upheld|"
    r"rejected|supported|opposed|felt|feel|found|knew|know|wanted|want|preferred|voted|passed|"
    r"failed|accepted|refused|positive|good|happy|improved|increased|reduced|fell|rose|scored|won|"
    r"used|visited us|bidders?|bids|applicants?|candidates|tender\w*|objections?|comments?|replies|"
    r"options|complaints|appeals|votes|opinions|views|took|offers?|offered|take-?up|feedback|"
    r"survey(?:ed)? (?:staff|people)|questionnaires|"
    r"cost\w*|"
    r"budget|price|funding|grants?|savings?|spend|income|months?|weeks?|days?|hours?|years?|"
    r"members present|cases|calls|requests|enquiries|within|on time|targets?|aim|only|enough|"
    r"instead|by (?:20\d\d|31)|tonnes|emissions|turnout|"
    r"attendance|"
    r"lines?|pages?|phase|stage|appendix|no\.?|ref|item|section)\b|£",
    re.IGNORECASE,
)
"""Words of a clause by which its count is none of work done: of answers, bids, money or time."""
_OF_EXCEPTIONS = Signs("bar. except apart other. excluding minus save. but.")
_WHOLE_BUT = late_pattern(
    r"\b(?:(?:all|every\w*|each|everyone|any|complete[d]?|finished|done|ready|closed|"
    r"delivered) (?:[\w’'-]+ ){0,4}?(?:bar|except(?: for)?|apart from|other than|"
    r"with the exception of|excluding|minus|save for)|"
    r"all but|everything but)\b (?!(?:the )?(?:kitchen sink|finished|complete|done|one of|mondays?|"
    r"sundays?|weekends?|public holidays|emergenc\w+|those (?:who|that)|if|when|where|in|on|at|by|"
    r"during)\b|\w+ed\b)[\w’'-]+",
    re.IGNORECASE,
    signs=_OF_EXCEPTIONS,
)
_REST = (
    r"(?:(?:the )?(?:others|rest|remainder)|"
    r"(?:the )?(?:remaining|other|last|final) (?:[\w’'-]+ ){0,2}?[\w’'-]+)"
)
_WHEN_NEXT = (
    r"(?:next|in|by|during|after|early|spring|summer|autumn|winter|over|later|soon|starts?|"
    r"begins?|follows?|due|(?:is|are) (?:due|planned|booked|next|still|being|to)|takes? place|"
    r"waits?)"
)
_OF_WHAT_REMAINS = Signs(
    "go. do. done. outstanding unfinished come. left. remain pending missing await follow. unsold "
    "undone unfilled unsigned unpaid unbuilt wait not. still need require nearly almost most. "
    "mostly half part. partly short. printer legal lawyers designer translator other. others. "
    "rest. last. final. being.",
)
_REMAINS = late_pattern(
    r"\b(?:to go|to (?:be )?(?:do|done)|outstanding|unfinished|to come)(?: (?:still|yet|now|"
    r"at|in|on)\b.*)?\W*$|\b(?:left|remaining|pending|missing|awaited|to follow|unsold|undone|"
    r"unfilled|unsigned|unpaid|unbuilt)(?: (?:to (?:\w+|complete|visit|train|check|install|inspect|"
    r"write|sign)|as yet|yet|still|now|at (?:the )?\w+|(?:in|until) .{3,20}))?\W*$|"
    r"\b(?!no\b|nothing\b|none\b)(?:[\w’'-]+ ){1,4}(?:remains?)(?: (?:to be .*|outstanding|"
    r"open|un\w+|in draft|still|incomplete))?\W*$|(?<!\ba )(?<!\bthe )\b(?:waiting|waits?) (?:on|"
    r"for)\b|\bawait\w*|\bnot (?:[\w’'-]+ ){0,2}?(?:yet|finished|"
    r"completed?|done|started|"
    r"begun|ready|back|in place|installed|fitted|issued|published|signed|achieved|delivered)\b|"
    r"^\W*\d+ (?:[\w’'-]+ )?not\W*$|\bnot (?:all|every|everyone)\b|\bstill (?:without|no|not|"
    r"has|have|lacks?|short|out|needs?)\b|\b(?:another|a further|"
    r"\d+) (?:more )?(?:[\w’'-]+ ){0,4}?needs? (?:\w+ing|to (?:be|go|"
    r"come))\b|^\W*(?:needs?|requires?) \w+ing\b|\bnearly (?:there|done|finished|complete)|"
    r"\balmost (?:there|done|finished|complete)|\bmost(?:ly) (?:there|done|finished|complete|"
    r"in place)|\bhalf[- ]?way\b|\b(?:done|fitted|finished|completed?|delivered|met) in part\b|"
    r"^\W*part(?:ly)? (?:done|complete|finished)|\bshort of (?:\d+|one|an?)\b|"
    r"\bwith (?:the )?(?:printers?|legal|lawyers|designers?|translators?)(?=\W*$|"
    rf" (?:for|to|until|since|now|still|at|and|as)\b)|\b{_REST} {_WHEN_NEXT}\b|"
    r"^\W*(?:the )?(?:others|rest|remainder)\W*$|\bbeing (?:re)?(?:written|drafted|prepared|"
    r"finali[sz]ed|drawn|built|procured|printed|"
    r"fitted|typed|translated|installed|negotiated|arranged|recruited|designed|edited|costed)\b",
    re.IGNORECASE,
    signs=_OF_WHAT_REMAINS,
)
_DENIED = late_pattern(
    r"\b(?:no(?:thing|ne|body)?|not (?:a|one)|never|without|had been|have since|if|until|"
    r"who(?:se)?|which|that|before|unless|was|were|to avoid|evaluat\w+|monitor\w*|reviews?|"
    r"next audit|annual|refresh\w*)\W+(?:[\w’'-]+\W+){0,4}$",
    re.IGNORECASE,
)
_OVER = late_pattern(
    r"\b(?:was|were|has (?:now |since )?been|have (?:now |since |all )?been|had been|none now|"
    rf"now (?:all )?(?:done|in|fitted|resolved|closed)|in {A_MONTH}(?! 20)|went|came|needed by|"
    r"required by|as required|as needed|whether)\b",
    re.IGNORECASE,
)
"""What behind or around the words says that it was so once, and is over."""
_STILL = late_pattern(
    r"\b(?:still|yet|not|now needs?|is (?:awaited|outstanding)|remains?)\b", re.IGNORECASE
)
_MOST = late_pattern(
    r"\bmost (?:of (?:the |our )?)?(?:[\w’'-]+ ){0,3}?(?:(?:have|has|are|is) )?(?:now |"
    rf"been )*(?!(?:in|on|out|up|through) (?:the|its|an?|their|our) ){_WORK}\b|\b(?:up|in place|"
    r"done|fitted|trained|complete|held|live) (?:in|at|for|with) (?:most|many|some)\b",
    re.IGNORECASE,
)
_DATE_OF_DAY = late_pattern(r"\b(?:on|by|at|from|until|of|to|dated) $", re.IGNORECASE)
_COUNTS = ("of ", "/", "%", "per", "most", "hal", "third", "quarter", "fifth", "tenth")
"""Letters of which some stand wherever a part is counted."""
_HALF = 0.5
"""The share that "most" tells: more than that is not known."""
_A_YEAR, _LAST_YEAR = 1900, 2100
"""Between them a number behind "of" is a year: "3 of 2026"."""


class Part(NamedTuple):
    """The words of a note that count a part as done, and which share of the whole that is."""

    words: str
    share: float


@remembered
def part_done(text: str) -> Part | None:
    """Return the clause of a note that counts a part of the whole as done, as typed, or None.

    A criterion may ask for no more than its share.
    """
    if not _may_count(text.lower()):
        return None
    for clause in clauses_in(text):
        share = _share_done(clause)
        if share is not None:
            return Part(clause.strip(), share)
    return None


def _may_count(lowered: str) -> bool:
    """Return whether any of the letters stands in a text with which a part is counted."""
    return any(one in lowered for one in _COUNTS)


def _share_done(clause: str) -> float | None:
    """Return the share of the whole that a clause says is done, None where it says none."""
    if not _may_count(clause.lower()):
        return None
    said = in_figures(clause)
    is_counted = any(sign.isdigit() for sign in said)
    shares = shares_in_words(clause) if "-day" not in clause else ()
    if not (is_counted or shares or "most" in clause.lower()):
        return None
    if _NO_WORK.search(said) or not _IS_WORK.search(said):
        return None
    if is_counted and (share := _counted(said)) is not None:
        return share
    if shares:
        return shares[0].value
    return _HALF if _MOST.search(clause) else None


def _counted(said: str) -> float | None:
    for pattern in (_OF_MANY, _SO_FAR_OF, _OUT_OF):
        for found in pattern.finditer(said):
            some, whole = int(found["some"]), int(found["all"])
            if "/" in found[0] and _DATE_OF_DAY.search(said[: found.start()]):
                continue
            if some < whole and (whole < _A_YEAR or whole > _LAST_YEAR):
                return some / whole
    percent = _PERCENT.search(said)
    return int(percent["some"]) / 100 if percent else None


@remembered
def what_is_left(text: str) -> str:
    """Return the clause of a note that says what is left, as typed; empty where none does."""
    if not (_OF_EXCEPTIONS.stand_in(text) or _OF_WHAT_REMAINS.stand_in(text)):
        return ""
    for clause in clauses_in(text):
        found = _WHOLE_BUT.search(clause)
        if found and not _DENIED.search(clause[: found.start()]):
            return clause.strip()
        if _OF_WHAT_REMAINS.stand_in(clause) and _leaves(in_figures(clause)):
            return clause.strip()
    return ""


def _leaves(clause: str) -> bool:
    if OF_OTHER_WORK.search(clause):
        return False
    for found in _REMAINS.finditer(clause):
        if _DENIED.search(clause[: found.start()]) or (
            _OVER.search(clause) and not _STILL.search(clause)
        ):
            continue
        return True
    return False
