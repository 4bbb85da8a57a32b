"""Which action a sentence or a row of a table speaks of, and when and by whom it is done: for R42.

An action is spoken of by its number, or by nearly all of its own words where no other action has
as many; a part of it, a first step or a number of its own in the sentence makes it another thing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.deadlines import due_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.facts.subjects import titles
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH, DateSpan, read_date
from plan.reading.number_words import in_figures
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import Signs

A_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{A_MONTH} \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}|"
    r"(?:Christmas|Easter|(?:the )?(?:spring|summer|autumn|winter)(?: of)?) 20\d\d"
)
_DATE = late_pattern(rf"\b(?:{A_DATE})\b", re.IGNORECASE)
_BY_WHEN = late_pattern(
    rf"\b(?:by|before|no later than|not later than|in|on|at|until|due|during|for) "
    rf"(?:(?:the )?(?:end of|close of) |late |early |mid-? ?)?(?P<when>{A_DATE})\b",
    re.IGNORECASE,
)
_TO_BE = late_pattern(
    r"\b(?:will|shall|(?:is|are) to|due|to be|should|must|expected|planned|scheduled|target date|"
    r"deadline)\b",
    re.IGNORECASE,
)
_IS_OTHER = late_pattern(
    r"(?<!will )(?<!shall )(?<!to )\b(?:have|has|had) been\b|\b(?:was|were|originally|since|"
    r"approved|depends?|subject to|once|following|after|if|unless|rather than|instead|national|"
    r"other|half|first|some|part|quarter|third|most|phase|pilot|initial\w*|interim|draft|stage|"
    r"remaining|rest|further|another|second|next|each|every|begin\w*|start\w*|commenc\w*|ongoing|"
    r"continu\w*|again|until then|as soon)\b|\b\d+ of (?:the|these|them|\d)",
    re.IGNORECASE,
)
"""Words by which a sentence tells of the past, of a condition, or of a part of an action."""
_STEPS = late_pattern(
    r"\b(?:review|evaluat|report|consult|monitor|tender|procur|recruit|appoint|approv|agree|update|"
    r"discuss|consider|publish|launch|test|train|plan|meet|visit|inspect|survey|open|close|legal|"
    r"contract|fund|budget)",
    re.IGNORECASE,
)
"""Steps of which each is another thing than the action, unless it is the action's own."""
_REF = late_pattern(
    r"\baction (?P<ref>\d{1,2}\.\d{1,2})\b(?!\.\d|,? (?:and|to|or) \d)", re.IGNORECASE
)
_REF_FIRST = late_pattern(r"\W*(?P<ref>\d{1,2}\.\d{1,2})\b(?!\.\d)")
_NAME = late_pattern(r"(?<=[a-z,] )[A-Z][a-z]\w+")
_NUMBER = late_pattern(r"(?<![\d/.,£-])\d[\d,]*(?![\d/]|[.,]\d)")
_YEAR = late_pattern(r"\b(?:19|20)\d\d\b")
_COMMON = word_set(
    "that this with from their there they have been will would should which what when where each "
    "every council committee action actions plan improvement service services make work more into "
    "agree approve note instruct report other than then them also least due date later end"
)
_SHORT = 4
_FEWEST, _SHARE = 2, 0.75


class Dated(NamedTuple):
    """An action that is spoken of, and the date or the post that is told of it, as typed."""

    action: Action
    typed: str


def action_spoken_of(paper: Paper, sentence: str) -> Action | None:
    """Return the one action that a sentence plainly speaks of as a whole, or None."""
    refs = set(_REF.findall(sentence))
    if refs:
        return _by_ref(paper, refs.pop()) if len(refs) == 1 else None
    ours, near, found = _stems(sentence), {}, []
    if len(ours) < _FEWEST:
        return None
    index = _by_stem(paper)
    for stem in ours:
        for action in index.get(stem, ()):
            near[action.id] = action
    for action in near.values():
        theirs = _stems_of(action)
        shared = len(ours & theirs)
        is_near = shared >= _FEWEST and shared >= _SHARE * len(theirs)
        if (is_near or _has_all_but_the_verb(action, ours)) and _is_whole(action, sentence):
            found.append(action)
    return found[0] if len(found) == 1 else None


def _has_all_but_the_verb(action: Action, ours: frozenset[str]) -> bool:
    """Return whether all of an action but its verb is told: "is written" of "Write a guide"."""
    what = _stems(action.text.strip().partition(" ")[2])
    return len(what) >= _FEWEST and what <= ours


def _is_whole(action: Action, sentence: str) -> bool:
    """Return whether a sentence names what the action names, and no other number of it."""
    if not all(name in sentence for name in _NAME.findall(action.text)):
        return False
    theirs, ours = _numbers_in(action.text), _numbers_in(sentence)
    return not theirs or not ours or bool(theirs & ours)


@remembered
def _numbers_in(text: str) -> frozenset[str]:
    bare = _YEAR.sub(" ", _DATE.sub(" ", in_figures(text)))
    return frozenset(_NUMBER.findall(bare))


def _by_ref(paper: Paper, ref: str) -> Action | None:
    return next((one for one in paper.plan.actions if paper.plan.ref_of(one.id) == ref), None)


@once_for_each_paper
def _by_stem(paper: Paper) -> dict[str, list[Action]]:
    found: dict[str, list[Action]] = {}
    for action in paper.plan.actions:
        for stem in _stems_of(action):
            found.setdefault(stem, []).append(action)
    return found


@remembered_by_row
def _stems_of(action: Action) -> frozenset[str]:
    return _stems(action.text)


def _stems(text: str) -> frozenset[str]:
    return stems_of(text, _COMMON, long=_SHORT, stem=_SHORT)


def dated_otherwise(paper: Paper, sentence: str) -> Dated | None:
    """Return the action that a sentence has done by one day, with that day, or None."""
    if not _TO_BE.search(sentence) or _IS_OTHER.search(sentence):
        return None
    told = list(_DATE.finditer(sentence))
    by = _BY_WHEN.search(sentence) if len(told) == 1 else None
    action = action_spoken_of(paper, sentence) if by is not None else None
    if by is None or action is None or _is_another_step(action, sentence):
        return None
    return Dated(action, by["when"])


def _is_another_step(action: Action, sentence: str) -> bool:
    own = action.text.casefold()
    return any(one[0].casefold() not in own for one in _STEPS.finditer(sentence))


# What is due each year

_EACH_YEAR = late_pattern(
    r"\b(?:each|every) year\b|\b(?:annually|yearly)\b|\ban annual\b", re.IGNORECASE
)
_BY_DAY = late_pattern(
    r"\b(?:by|before|(?:no|not) later than|on or before) (?:the )?(?:end of )?"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{A_MONTH})\b(?!,? \d{{4}})",
    re.IGNORECASE,
)
_DENIED = late_pattern(
    r"\b(?:not|never|no longer|used to|until|was|were|had|if|unless|may|might|could|draft|interim|"
    r"first)\b",
    re.IGNORECASE,
)
_HANDS_IN = late_pattern(
    r"\A\W*(?:send|submit|publish|return|file|lodge|issue|provide|complete|report|deliver|give|"
    r"present|make|bring|hand in|upload|pay|hold|carry out)\W+(?:the |an? |its |our |each )?"
    r"(?P<what>[^.;,]+?)(?= (?:to|with|for|on|by|in|from|at|and|before)\b|[.;,]|\Z)",
    re.IGNORECASE,
)
_LATE_DAYS = 120
"""So long after the day of one year an action may be late for it; later it is for the next."""


def missed_each_year(paper: Paper, sentence: str) -> tuple[str, Action, DateSpan] | None:
    """Return the yearly day that a sentence tells, the action that does it after it, and when."""
    days = list(_BY_DAY.finditer(sentence)) if _EACH_YEAR.search(sentence) else []
    if len(days) != 1 or _DENIED.search(_without_limit(sentence)):
        return None
    ours = _stems(sentence)
    for action in paper.open_actions:
        what = _HANDS_IN.match(action.text)
        theirs = _stems(what["what"]) if what else frozenset()
        due = due_of(paper.reading_of(action))
        if len(theirs) < _FEWEST or not theirs <= ours or due is None:
            continue
        day = read_date(f"{days[0]['day']} {days[0]['month']} {due.first.year}")
        if day is not None and 0 < (due.first - day.last).days <= _LATE_DAYS:
            return days[0][0], action, due
    return None


def _without_limit(sentence: str) -> str:
    return re.sub(r"\b(?:no|not) later than\b", " ", sentence, flags=re.IGNORECASE)


# Leads

_POST_NAME = r"(?-i:[A-Z])[\w’'-]+(?: (?:of |for |and |the |& )*(?-i:[A-Z(])[\w’'()-]+){0,6}"
_LED_BY = late_pattern(
    r"\b(?:(?:led|carried out|taken forward|overseen|managed|delivered|owned|headed) by (?:the )?"
    rf"(?P<one>{_POST_NAME})|(?:falls?|rests|lies) (?:to|with|on) (?:the )?(?P<two>{_POST_NAME})|"
    rf"(?:the )?responsibility of (?:the )?(?P<three>{_POST_NAME})|"
    rf"[Tt]he (?P<four>{_POST_NAME}) (?:is (?:responsible|accountable|answerable) for|has charge "
    r"of|takes forward|is the lead (?:for|on)))",
    re.IGNORECASE,
    signs=Signs(
        "led carried taken overseen managed delivered owned headed fall rests lies responsib "
        "accountable answerable charge takes lead.",
        "by. fall rests lies responsib accountable answerable charge takes lead.",
        "led carried taken overseen managed delivered owned headed fall rests lies responsib "
        "accountable answerable charge forward lead.",
    ),
)
_TOGETHER = late_pattern(
    r"\b(?:jointly|together|support\w*|help\w*|along with|was|were|previously|until|on behalf)\b",
    re.IGNORECASE,
)


def led_by_another(paper: Paper, sentence: str) -> Dated | None:
    """Return the action that a sentence has led by a post, with that post, or None."""
    found = _LED_BY.search(sentence)
    if found is None or _TOGETHER.search(sentence):
        return None
    who = next(filter(None, found.groups()))
    action = action_spoken_of(paper, sentence.replace(who, " "))
    return Dated(action, who) if action is not None else None


# Tables

_OF_LEADS = late_pattern(
    r"\W*(?:leads?|owners?|responsib\w+|who|lead officers?|by whom)\b", re.IGNORECASE
)
_OF_DATES = late_pattern(
    r"\W*(?:by(?: when)?|(?:due|target|completion|end) ?date|date|due|when|timescales?|deadline|"
    r"(?:to be )?complet\w+(?: by)?)\W*$",
    re.IGNORECASE,
)


def told_in_table(paper: Paper, table: str) -> Iterator[tuple[Dated | None, Dated | None]]:
    """Yield what each row of a table of actions tells: the day of its action, and its lead."""
    rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]
    if len(rows) < _FEWEST or not any(map(re.compile(r"action", re.IGNORECASE).search, rows[0])):
        return
    dates = [place for place, cell in enumerate(rows[0]) if _OF_DATES.match(cell)]
    leads = [place for place, cell in enumerate(rows[0]) if _OF_LEADS.match(cell)]
    for row in rows[1:] if dates or leads else ():
        action = _action_of_row(paper, row)
        if action is None:
            continue
        day = row[dates[0]] if len(dates) == 1 and len(row) > dates[0] else ""
        lead = row[leads[0]] if len(leads) == 1 and len(row) > leads[0] else ""
        is_day = _DATE.fullmatch(day) is not None
        yield Dated(action, day) if is_day else None, Dated(action, lead) if lead else None


def _action_of_row(paper: Paper, row: list[str]) -> Action | None:
    """Return the action of a row, by its words; its number alone may be another table's."""
    told = " ".join(row[:2])
    action = action_spoken_of(paper, _REF_FIRST.sub(" ", told))
    ref = _REF_FIRST.match(told)
    if action is None or (ref and paper.plan.ref_of(action.id) != ref["ref"]):
        return None
    return action


_FOREIGN = re.compile(
    r"\b(?:national|government|ombudsman|scrutiny|previous|earlier|former|another|other councils?|"
    r"corporate plan|council plan|community plan|outcomes? improvement plan|loip|strategy|promise|"
    r"charter|framework|programme|legislation|policy|working group|commission|risk register|"
    r"serious|learning reviews?)\b|\bto (?:members|the (?:committee|board|council|cabinet))\b",
    re.IGNORECASE,
)
"""Whose a count is if not this plan's, nor that of the report which it answers."""


def is_of_others(paper: Paper, sentence: str) -> bool:
    """Return whether a sentence counts what belongs to another paper, by words of no title here."""
    titles_here = " ".join(titles(paper)).casefold()
    return any(found[0].casefold() not in titles_here for found in _FOREIGN.finditer(sentence))
