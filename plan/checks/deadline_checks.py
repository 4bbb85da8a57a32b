"""Deadlines that have passed, or lie outside the years of the plan: P8, P30 and P31."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.each_action import of_the_plan
from plan.checks.paper import Paper
from plan.checks.progress_checks import delays_are_explained
from plan.checks.report_text import is_introduction, prose_words
from plan.following.action_state import (
    state_of,
)
from plan.following.reviews import Review, unreported
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.reading.dates import DateSpan, read_date, span_in_words
from plan.reading.given_up import says_ended
from plan.reading.status import is_bare, says_delayed, says_done
from plan.reading.timescales import TimescaleReading
from plan.reading.years_of_plan import LONGEST_PLAN, years_named
from plan.text.remembered import remembered_by_row

PRACTICE = "Council practice: a committee asks first about what is late"
_OLD = 1
"""From so many years after its latest note on, a plan is an old paper, judged as of that note."""
MANY = 3
"""From so many late actions on they are said once, of the plan."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}\.?,? (?:20)?\d\d\b|"
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b|\b20\d\d-\d\d(?:-\d\d)?\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_PART_OF_YEAR = re.compile(
    r"\b(?P<part>spring|easter|summer|autumn|winter|christmas|end of|during|q[1-4]|late|by)"
    r"(?: term)?,? (?:of )?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_LAST_MONTH = {
    "spring": 5,
    "easter": 4,
    "summer": 8,
    "autumn": 11,
    "winter": 12,
    "christmas": 12,
    "q1": 3,
    "q2": 6,
    "q3": 9,
    "q4": 12,
}
_SOON_DATED = re.compile(
    r"\b(?:next|coming|following|this) (?:week|fortnight|month|term|quarter|session|financial year|"
    rf"school year|spring|summer|autumn|winter|easter|{MONTH})\b|\bnext (?:\w+ )?year\b|"
    r"\bin the new year\b|\b(?:by|before|until|at) (?:the )?(?:end|start|beginning|close) of "
    r"(?:the "
    r"|this |next )?(?:term|month|year|session|quarter|week|summer|winter|spring|autumn)\b|"
    r"\b(?:with)?in (?:the next |about |a further )?(?:\d{1,2}|an?|two|three|four|five|six|eight|"
    r"ten|twelve) (?:more )?(?:days|weeks?|months?)['’]?(?: time)?\b(?! (?:of|before|late))|"
    rf"\b(?:will|planned|expected|scheduled|due|moved|revised|extended|deferred|(?:put|pushed) "
    rf"back|slipped|postponed|now|"
    rf"until|by|to begin|to start|set for|from|begins?|starts?|opens?|follows?|finishes|ends?|goes|"
    rf"comes|takes place|meets?|closes?|(?:is|are) on)\b[^.;]{{0,50}}?\b{MONTH}\b(?!\.? ?\d{{4}})",
    re.IGNORECASE,
)
"""A new date without a year: "next term", "by the end of the session", "now planned for May"."""
WHY = re.compile(
    r"\b(?:because|due to|owing to|as a result|as a consequence|caused|on account of|"
    r"await\w*(?! (?:an? |the )?updates?)|"
    r"waiting (?:for|on)|pending|lack of|shortages?|vacan\w+|illness|sick(?:ness)?|absence|"
    r"held (?:up|back)|delay\w* (?:in|by|from|with|at|to)|dependent (?:on|upon)|subject to|longer "
    r"than|more time than|prevented|unable to|could not|cannot|strikes?|industrial action|"
    r"difficult\w*|administration|resign\w+|turnover|workload|no (?:bids|tenders|applicants|"
    r"applications)|failed|objections?|appeal(?:ed)?|weather|see (?:action|aim) [A-Z]?\d[\w.]*|"
    r"pandemic|procurement challenge|withdr(?:ew|awn)|not (?:yet )?(?:available|funded)|"
    r"no longer (?:needed|required)|superseded|paused|on hold)\b",
    re.IGNORECASE,
)
_A_YEAR_ON = 1
"""What ends in the year after the plan does is often meant so."""
_LETTERS = 2
"""So many letters alone are no word of a status: "C" may be complete."""
_FEWEST_WITHIN = 3
_OUTLIERS = 4
"""At most one in so many dates may lie outside the years of a title, else it means others."""
_FIRST_SENTENCE = re.compile(r"(?<=\w)[.;:!](?=\s|$)|\s[-–—]\s|\n")
_ALARM = re.compile(
    r"(?:(?:b?rag|status):? ?)?(?:red|r|amber|a|yellow|y|orange)[.]?", re.IGNORECASE
)
_STILL = re.compile(
    r"\b(?:not|yet|still|remain\w*|continu\w*|progress\w*|under ?way|on-?going|to be \w+ed|will|"
    r"planned|planning|being|part(?:ly|ial\w*)|half|so far|to date|drafts?|no (?:progress|"
    r"updates?|change)|start\w*|"
    r"begun|began|begins?|behind|delay\w*|slipp\w*|late|outstanding|under (?:discussion|review|"
    r"consideration|development|consultation)|in (?:development|discussion|draft|hand)|on (?:track|"
    r"target|schedule)|at risk|first|some|most of)\b|\b\d{1,2} ?(?:%|per cent) (?:complete|done|"
    r"finished)\b",
    re.IGNORECASE,
)
"""Words of a note by which something is still to be done."""
_SETTLED = re.compile(
    r"(?:(?:now|fully|all|transferred|moved|part|back) )*(?:to |of |in |as )?(?:embedded|in place|"
    r"in "
    r"use|established|live|business as usual|bau|everyday practice|mainstreamed|ended|expired|yes|"
    r"met|operational|adopted|approved|launched|published|issued|launched)(?: (?:in|into|as|"
    r"within) "
    r"[\w ]{1,40})?[.]?",
    re.IGNORECASE,
)
"""A status by which nothing is left to do, in words that are none of a key."""
_IS_OPEN = re.compile(
    r"\b(?:not|yet|still|partial\w*|partly|progress\w*|under ?way|on-?going|continu\w+|start\w*|"
    r"begun|commenced|track|target|schedule|course|plan|behind|delay\w*|late|overdue|slip\w*|risk|"
    r"red|"
    r"amber|yellow|orange|pending|await\w*|hold|paused|stalled|draft\w*|planned|planning|"
    r"develop\w*|"
    r"open|outstanding|incomplete|missed|to be|in hand|work|active|current|good|limited|some)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:on-?going|continu\w+|recurring|active)\b", re.IGNORECASE)
_RECURS = re.compile(
    r"\b(?:each|every|per) (?:\w+ )?(?:day|week|month|term|quarter|year|session|meeting|cycle)\b|"
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual\w*|yearly|regularly|"
    r"routinely)\b",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"\b(?P<some>\d+) (?:out )?of (?:the |its |all )?(?P<all>\d+)\b")
_RED = re.compile(r"(?:(?:b?rag|status):? ?)?(?:red|r)[.]?", re.IGNORECASE)


@check(
    "P8", "ASK", "What is due by the meeting has a progress note.", COUNCILS_PLAN, column="progress"
)
def reviews_are_noted(paper: Paper) -> Iterator[Found]:
    """P8: something due or reviewed on or before the day of the meeting with no note about it.

    A note without a day may be about it: P17 asks for the day.
    """
    plan = paper.plan
    elsewhere = {action.id for action, _ in _outside_the_years(paper)}  # P31 asks of the year
    late = [one for one in due_without_note(paper) if one.action_id not in elsewhere]
    if not plan.note_rows and len(late) >= MANY:
        text = "By the meeting {refs} were due or reviewed, and no note since says what came of it."
        those = [plan.action_rows[one.action_id] for one in late]
        yield of_the_plan(paper, "progress", text, sorted(those, key=plan.actions.index))
        return
    for one in late:
        place = action_place(plan, one.action_id, "progress")
        when = f"{'on' if one.when.is_day else 'in'} {span_in_words(one.when)}"
        text = f"It was due or reviewed {when}, and no note says what came of it."
        yield Found(place, text, (one.when_iso,))


def due_without_note(paper: Paper) -> list[Review]:
    """Return what was due or reviewed by the meeting and has no note that may be about it."""
    if paper.meeting is None or not paper.prints("progress"):
        return []
    plan = paper.plan
    return [
        one
        for one in unreported(plan, paper.meeting + timedelta(days=1), paper.own)
        if one.action_id not in paper.closed
        and not any(not note.as_at.strip() for note in plan.notes_of(one.action_id))
    ]


@check(
    "P30",
    "ASK",
    "What was to be done before the meeting is done, or has a new date or a reason.",
    PRACTICE,
    column="progress",
)
def what_is_late_is_told(paper: Paper) -> Iterator[Found]:
    """P30: an action was due before the meeting, is not done, and nothing is said of it.

    Without a meeting's date the plan's own date counts, else today; but not of a plan without any
    note, which may tell of its progress elsewhere. What has no note at all is P8's where that
    speaks, what has the status "delayed" P15's.
    """
    day, before = counted_from(paper)
    if day == paper.today and not paper.plan.note_rows:
        return
    noted_by_others = {one.action_id for one in due_without_note(paper)}
    outside = {action.id for action, _ in _outside_the_years(paper)}
    late = [
        (action, due)
        for action in paper.plan.actions
        if (due := due_of(paper.reading_of(action))) is not None
        and due.last < day
        and action.id not in noted_by_others
        and action.id not in outside
        and _is_untold(paper, action, day)
    ]
    if late:
        delayed = {found.place.id for found in delays_are_explained.look(paper)}
        late = [one for one in late if one[0].id not in delayed]
    if len(late) >= MANY:
        text = (
            f"{{refs}} were due before {before} and are not said to be done: neither a new date "
            f"nor a "
            "reason is given."
        )
        yield of_the_plan(paper, "timescale", text, [action for action, _ in late])
        return
    for action, due in late:
        text = (
            f"It was due {'on' if due.is_day else 'in'} {span_in_words(due)}, before {before}, and "
            "is not said to be done: neither a new date nor a reason is given."
        )
        notes = paper.plan.notes_of(action.id)
        facts = (action.timescale, *(note.text for note in notes[-1:]))
        yield Found(action_place(paper.plan, action.id, "timescale"), text, facts)


def counted_from(paper: Paper) -> tuple[date, str]:
    """Return the day before which an action is late, and what it is called."""
    if paper.meeting is not None:
        return paper.meeting, "the meeting"
    written = read_date(paper.plan.cover.date)
    if written:
        return written.first, "the plan was written"
    noted = _last_noted(paper)
    if noted is not None and noted.year + _OLD < paper.today.year:
        return noted, "its latest note"
    return paper.today, "today"


def _last_noted(paper: Paper) -> date | None:
    days = (read_date(note.as_at) for note in paper.plan.note_rows.values() if note.as_at)
    return max((day.last for day in days if day is not None), default=None)


def due_of(reading: TimescaleReading) -> DateSpan | None:
    """Return when something must be done for good: what recurs or goes on is none."""
    if reading.is_either or reading.is_ongoing or reading.is_done or reading.rhythm:
        return None
    return reading.due


def _is_untold(paper: Paper, action: Action, day: date) -> bool:
    """Return whether an action is not done, and no note gives a new date or says why."""
    state = state_of(paper.plan, action, paper.judged_at, paper.own)
    if not state.is_open:
        return False
    note = state.note
    if note is None:
        return True
    if _begins_as_done(note):
        return False
    if says_delayed(note.status) or (_RED.fullmatch(note.status.strip()) and not note.text.strip()):
        return False
    return _is_plainly_open(note) and not _tells(note, day)


@remembered_by_row
def _begins_as_done(note: ProgressNote) -> bool:
    """Return whether a note says in its first sentence that all is done or was given up."""
    if note.status.strip() and not is_bare(note.status):
        return False
    first = _FIRST_SENTENCE.split(note.text.strip(), maxsplit=1)[0]
    return says_done(first) or says_ended(first)


@remembered_by_row
def _is_plainly_open(note: ProgressNote) -> bool:
    """Return whether a note leaves no doubt that something is still to be done.

    A status in words does, as does red or amber. Otherwise its text must say so: "The guide was
    sent to all schools." may well be all that was to be done, and green may mean done.
    """
    status, text = note.status.strip(), note.text.strip()
    if _SETTLED.fullmatch(status) or (_GOES_ON.search(status) and _RECURS.search(text)):
        return False
    is_word = len(status) > _LETTERS and not is_bare(status) and _IS_OPEN.search(status)
    if is_word or _ALARM.fullmatch(status):
        return True
    some = any(one["some"] != one["all"] for one in _SOME_OF.finditer(text))
    return not (status or text) or some or _STILL.search(text) is not None


@remembered_by_row
def _tells(note: ProgressNote, day: date) -> bool:
    said = f"{note.status} {note.text}"
    return WHY.search(said) is not None or _names_a_day_from(said, day)


def _names_a_day_from(text: str, day: date) -> bool:
    """Return whether a text names a time that is not past on a day."""
    if _SOON_DATED.search(text) or any(int(one) > day.year for one in _YEAR.findall(text)):
        return True
    for part in _PART_OF_YEAR.finditer(text):
        month = _LAST_MONTH.get(part["part"].lower(), 12)
        if (int(part["year"]), month) >= (day.year, day.month):
            return True
    spans = (read_date(found[0]) for found in _DATE.finditer(text))
    return any(span is not None and span.last >= day for span in spans)


@check(
    "P31",
    "ASK",
    "Every date lies within the years of the plan.",
    "The plan's own title",
    column="timescale",
)
def dates_lie_within_the_plan(paper: Paper) -> Iterator[Found]:
    """P31: "June 2025" in a plan 2026-29, where nearly all else lies within; it may be a slip.

    The year after that of the title is asked of only where the paper tells the month of the end.
    """
    years = years_of(paper)
    for action, when in _outside_the_years(paper):
        of_years = f", and the plan is for {years[0]} to {years[1]}" if years else ""
        text = (
            f"It is due {'on' if when.is_day else 'in'} {span_in_words(when)}{of_years}: is the "
            "year right?"
        )
        place = action_place(paper.plan, action.id, "timescale")
        yield Found(place, text, (action.timescale, *map(str, years or ())))
    yield from _after_the_end(paper)


_RUNS_TO = re.compile(
    r"\b(?P<what>(?:the|this|our) (?:[\w-]+[- ]years? )?(?:improvement |action )*plan|it) "
    rf"(?:covers|runs|spans|lasts)(?: the period)?(?: from)? (?P<first>{_DATE.pattern}) "
    rf"(?:to|until|[-–—]) (?:the end of )?(?P<last>{_DATE.pattern})",
    re.IGNORECASE,
)

_LOOKS_BACK = re.compile(
    r"\b(?:evaluat\w*|(?:final|closing|end of plan|annual) report|lessons|next plan|new plan|"
    r"successor|follow-up|review (?:of )?(?:the|this) plan|impact of (?:the|this) plan)\b",
    re.IGNORECASE,
)
"""What is done once a plan has ended."""


def _after_the_end(paper: Paper) -> Iterator[Found]:
    """Yield the action that is due when the plan has ended by the months that the paper names.

    In the introduction "it" is the plan. Where more than an action here and there is due later, the
    plan goes on after its end, and nothing is asked.
    """
    ends = {
        found["last"]
        for words in prose_words(paper)
        if "20" in words.text
        for found in _RUNS_TO.finditer(words.text)
        if found["what"].casefold() != "it" or is_introduction(paper, words)
    }
    end = read_date(next(iter(ends))) if len(ends) == 1 else None
    if end is None:
        return
    asked = {action.id for action, _ in _outside_the_years(paper)}
    dues = [(one, due_of(paper.reading_of(one))) for one in paper.open_actions]
    dated = [(one, due) for one, due in dues if due is not None and one.id not in asked]
    late = [(one, due) for one, due in dated if due.first > end.last]
    late = [(one, due) for one, due in late if not _LOOKS_BACK.search(one.text)]
    if len(dated) - len(late) < _FEWEST_WITHIN or len(late) > max(1, len(dated) // _OUTLIERS):
        return
    for action, due in late:
        text = (
            f"It is due {'on' if due.is_day else 'in'} {span_in_words(due)}, and the plan ends by "
            f"{span_in_words(end)}: is the date right?"
        )
        place = action_place(paper.plan, action.id, "timescale")
        yield Found(place, text, (action.timescale, str(end.last)))


def _outside_the_years(paper: Paper) -> list[tuple[Action, DateSpan]]:
    """Return the open actions that are due in no year of the plan, if they are the exception."""
    years = years_of(paper) or _far_from_here(paper)
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    within, outside = 0, []
    for action in paper.plan.actions:
        due = due_of(paper.reading_of(action))
        if due is None:
            continue
        if first <= due.last and due.first <= last:
            within += 1
        elif due.last < first or due.first.year > years[1] + _A_YEAR_ON:
            if not state_of(paper.plan, action, paper.judged_at, paper.own).is_open:
                continue
            outside.append((action, due))
    dated = within + len(outside)
    is_exception = within >= _FEWEST_WITHIN and len(outside) <= max(1, dated // _OUTLIERS)
    return outside if is_exception else []


def _far_from_here(paper: Paper) -> tuple[int, int]:
    """Return the years beyond which a date is a slip in any plan: what is past, P30 sees."""
    day, _ = counted_from(paper)
    return 1, day.year + LONGEST_PLAN


def years_of(paper: Paper) -> tuple[int, int] | None:
    """Return the first and the last year of the one period that the plan's titles name."""
    cover = paper.plan.cover
    named = years_named(f"{cover.title}\n{cover.subtitle}") or years_named(paper.plan.report.title)
    return next(iter(named)) if len(named) == 1 else None


DEADLINE_CHECKS: tuple[Check, ...] = (
    reviews_are_noted,
    what_is_late_is_told,
    dates_lie_within_the_plan,
)
