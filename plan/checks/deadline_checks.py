"""Deadlines that have passed, do not follow one another or have moved: P30, P31, P34 and P35."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plan.checks.check import Check, Found, check
from plan.checks.each_action import Said, found_at, of_the_plan
from plan.checks.paper import Paper
from plan.checks.plan_checks import due_without_note
from plan.checks.progress_checks import delays_are_explained, says_why
from plan.following.action_state import (
    Counted,
    dates_beside,
    reading_by,
    said_of_all,
    state_of,
)
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.reading.dates import DateSpan, read_date, span_in_words
from plan.reading.status import is_bare, says_delayed, says_done, says_ended
from plan.reading.timescales import TimescaleReading
from plan.reading.years_of_plan import LONGEST_PLAN, years_named
from plan.text.remembered import remembered, remembered_by_row

_PRACTICE = "Council practice: a committee asks first about what is late"
_OLD = 1
"""From so many years after its latest note on, a plan is an old paper, judged as of that note."""
_MANY = 3
"""From so many late actions on they are said once, of the plan."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?,? (?:20)?\d\d\b|"
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
    rf"school year|spring|summer|autumn|winter|easter|{_MONTH})\b|\bnext (?:\w+ )?year\b|"
    r"\bin the new year\b|\b(?:by|before|until|at) (?:the )?(?:end|start|beginning|close) of "
    r"(?:the "
    r"|this |next )?(?:term|month|year|session|quarter|week|summer|winter|spring|autumn)\b|"
    r"\b(?:with)?in (?:the next |about |a further )?(?:\d{1,2}|an?|two|three|four|five|six|eight|"
    r"ten|twelve) (?:more )?(?:days|weeks?|months?)['’]?(?: time)?\b(?! (?:of|before|late))|"
    rf"\b(?:will|planned|expected|scheduled|due|moved|revised|extended|deferred|(?:put|pushed) "
    rf"back|slipped|postponed|now|"
    rf"until|by|to begin|to start|set for|from|begins?|starts?|opens?|follows?|finishes|ends?|goes|"
    rf"comes|takes place|meets?|closes?|(?:is|are) on)\b[^.;]{{0,50}}?\b{_MONTH}\b(?!\.? ?\d{{4}})",
    re.IGNORECASE,
)
"""A new date without a year: "next term", "by the end of the session", "now planned for May"."""
_WHY = re.compile(
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
_MET_BY = re.compile(
    rf"\b(?:by|before|until|no later than|not later than) (?:the )?(?:end of )?"
    rf"(?P<when>(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH} 20\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]20\d\d)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:brought forward|earlier|sooner|ahead of)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?:depends? (?:up)?on|dependent (?:up)?on|dependenc(?:y|ies)|predecessors?|preceded by|waits "
    r"for|after|relies on)(?: (?:action|actions|ref|refs|no\.?))?",
    re.IGNORECASE,
)
"""The heading of a column that says which actions come before."""
_REF = re.compile(r"[A-Z]{0,2}\d{1,2}(?:\.\d{1,2})?[a-z]?")
_BETWEEN_REFS = re.compile(r"\s*(?:[,;&\n]|\band\b)\s*(?:actions? )?|^actions? ", re.IGNORECASE)
_WAITS = re.compile(
    r"\b(?i:once|after|when|following|until|depend(?:s|ent|ing) (?:up)?on)\b[^.;]{0,60}?\b"
    rf"(?i:actions?) (?P<ref>{_REF.pattern})(?![\w.]\w)"
)
"""Words by which an action follows another: "once it is issued under action 2.1"."""
_OF_REASONS = re.compile(r"\b(?:reason|why|comment|explanation|narrative)", re.IGNORECASE)
_RED = re.compile(r"(?:(?:b?rag|status):? ?)?(?:red|r)[.]?", re.IGNORECASE)


@check(
    "P30",
    "ASK",
    "What was to be done before the meeting is done, or has a new date or a reason.",
    _PRACTICE,
    column="progress",
)
def what_is_late_is_told(paper: Paper) -> Iterator[Found]:
    """P30: an action was due before the meeting, is not done, and nothing is said of it.

    Without a meeting's date the plan's own date counts, else today; but not of a plan without any
    note, which may tell of its progress elsewhere. What has no note at all is P8's where that
    speaks, what has the status "delayed" P15's.
    """
    day, before = _counted_from(paper)
    if day == paper.today and not paper.plan.note_rows:
        return
    noted_by_others = {one.action_id for one in due_without_note(paper)}
    outside = {action.id for action, _ in _outside_the_years(paper)}
    late = [
        (action, due)
        for action in paper.plan.actions
        if (due := _due(paper.reading_of(action))) is not None
        and due.last < day
        and action.id not in noted_by_others
        and action.id not in outside
        and _is_untold(paper, action, day)
    ]
    if late:
        delayed = {found.place.id for found in delays_are_explained.look(paper)}
        late = [one for one in late if one[0].id not in delayed]
    if len(late) >= _MANY:
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


def _counted_from(paper: Paper) -> tuple[date, str]:
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


def _due(reading: TimescaleReading) -> DateSpan | None:
    """Return when something must be done for good: what recurs or goes on is none."""
    if reading.is_either or reading.is_ongoing or reading.is_done or reading.rhythm:
        return None
    return reading.due


def _is_untold(paper: Paper, action: Action, day: date) -> bool:
    """Return whether an action is not done, and no note gives a new date or says why."""
    state = state_of(paper.plan, action, paper.today, paper.own)
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
    return _WHY.search(said) is not None or _names_a_day_from(said, day)


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
    """P31: "June 2025" in a plan 2026-29, where nearly all else lies within; it may be a slip."""
    years = years_of(paper)
    for action, when in _outside_the_years(paper):
        of_years = f", and the plan is for {years[0]} to {years[1]}" if years else ""
        text = (
            f"It is due {'on' if when.is_day else 'in'} {span_in_words(when)}{of_years}: is the "
            "year right?"
        )
        place = action_place(paper.plan, action.id, "timescale")
        yield Found(place, text, (action.timescale, *map(str, years or ())))


def _outside_the_years(paper: Paper) -> list[tuple[Action, DateSpan]]:
    """Return the open actions that are due in no year of the plan, if they are the exception."""
    years = years_of(paper) or _far_from_here(paper)
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    within, outside = 0, []
    for action in paper.plan.actions:
        due = _due(paper.reading_of(action))
        if due is None:
            continue
        if first <= due.last and due.first <= last:
            within += 1
        elif due.last < first or due.first.year > years[1] + _A_YEAR_ON:
            if not state_of(paper.plan, action, paper.today, paper.own).is_open:
                continue
            outside.append((action, due))
    dated = within + len(outside)
    is_exception = within >= _FEWEST_WITHIN and len(outside) <= max(1, dated // _OUTLIERS)
    return outside if is_exception else []


def _far_from_here(paper: Paper) -> tuple[int, int]:
    """Return the years beyond which a date is a slip in any plan: what is past, P30 sees."""
    day, _ = _counted_from(paper)
    return 1, day.year + LONGEST_PLAN


def years_of(paper: Paper) -> tuple[int, int] | None:
    """Return the first and the last year of the one period that the plan's titles name."""
    cover = paper.plan.cover
    named = years_named(f"{cover.title}\n{cover.subtitle}") or years_named(paper.plan.report.title)
    return next(iter(named)) if len(named) == 1 else None


class _Odd(NamedTuple):
    """What of an action's own dates is asked: which go backwards, and the one that has moved."""

    backwards: tuple[Said, ...] = ()
    moved: DateSpan | None = None


_PLAIN = _Odd()


@remembered_by_row
def _odd_dates(action: Action, counted: Counted) -> _Odd:
    """Return what is odd about the dates of one action; both rules look at them once."""
    reading = reading_by(action, counted)
    due = _due(reading)
    if due is None or not (reading.begins or reading.was or action.own):
        return _PLAIN
    said = []
    if reading.begins is not None and reading.begins.first > due.last:
        begins = span_in_words(reading.begins)
        text = f"It begins {begins} and is due {span_in_words(due)}: which is meant?"
        said.append(Said("timescale", text, (action.timescale, begins), about="begins"))
    revised = dates_beside(action, counted).get("revised") if action.own else None
    if revised is not None and revised.last < due.first:
        text = (
            f"Its revised date, {span_in_words(revised)}, comes before the one that it replaces, "
            f"{span_in_words(due)}: which is meant?"
        )
        facts = (action.timescale, span_in_words(revised))
        said.append(Said("timescale", text, facts, about="revised"))
    has_moved = reading.was is not None and reading.was.last < due.first
    return _Odd(tuple(said), reading.was if has_moved else None) if said or has_moved else _PLAIN


@check(
    "P34",
    "ASK",
    "The dates of an action follow one another, and those of its aim and of what it waits for.",
    "The plan's own dates",
    column="timescale",
)
def dates_follow_one_another(paper: Paper) -> Iterator[Found]:
    """P34: due before it begins, revised to an earlier day, due after its aim or before its cause.

    A date that was brought forward is meant so.
    """
    counted = said_of_all(paper.plan)
    for action in paper.plan.actions:
        for said in _odd_dates(action, counted).backwards:
            notes = paper.plan.notes_of(action.id)
            if not any(_EARLIER.search(note.text) for note in notes):
                yield found_at(paper, action, said)
    yield from _after_their_aims(paper)
    yield from _not_after_others(paper)


def _after_their_aims(paper: Paper) -> Iterator[Found]:
    """Yield for each aim that names its day which of its actions are due after it."""
    plan, (today, _) = paper.plan, _counted_from(paper)
    for aim in plan.aims:
        until = _until_of_aim(aim.text)
        if until is None or until.last < today:
            continue
        dues = ((one, _due(paper.reading_of(one))) for one in plan.actions_of(aim.id))
        late = [(one, due) for one, due in dues if due is not None and due.first > until.last]
        for action, due in late:
            text = (
                f"It is due {span_in_words(due)}, and its aim is to be met by "
                f"{span_in_words(until)}: which is meant?"
            )
            place = action_place(plan, action.id, "timescale")
            yield Found(place, text, (action.timescale, span_in_words(until)), about="aim")


@remembered
def _until_of_aim(text: str) -> DateSpan | None:
    """Return the last day by which an aim says that it is to be met, or None."""
    named = (read_date(found["when"]) for found in _MET_BY.finditer(text)) if "20" in text else ()
    return max(filter(None, named), default=None, key=lambda one: one.last)


def _not_after_others(paper: Paper) -> Iterator[Found]:
    """Yield each action that waits for one that there is not, or that is due later than itself."""
    plan = paper.plan
    waiting = [(action, waits) for action in plan.actions if (waits := _waits_for(action))]
    if not waiting:
        return
    by_ref = {plan.ref_of(one.id): one for one in plan.actions}
    by_ref |= {one.own_ref.strip(): one for one in plan.actions if one.own_ref.strip()}
    shapes = Counter(map(_shape, by_ref))
    for action, waits in waiting:
        due = _due(paper.reading_of(action))
        for ref, is_of_column in waits:
            other = by_ref.get(ref)
            if other is None and is_of_column and shapes[_shape(ref)] > 1:
                text = f"It depends on {ref}, and the plan has no such action."
                place = action_place(plan, action.id, "text")
                yield Found(place, text, (ref,), about=ref)
            if other is None or other is action:
                continue
            theirs = _due(paper.reading_of(other))
            if due is not None and theirs is not None and due.last < theirs.first:
                text = (
                    f"It is due {span_in_words(due)}, and {ref}, which it waits for, "
                    f"{span_in_words(theirs)}: which is meant?"
                )
                place = action_place(plan, action.id, "timescale")
                yield Found(place, text, (action.timescale, other.timescale), about=ref)


@remembered_by_row
def _waits_for(action: Action) -> tuple[tuple[str, bool], ...]:
    """Return the refs of the actions that one waits for, each with whether a column names it."""
    found: dict[str, bool] = {}
    for heading, text in action.own:
        if _OF_OTHERS.fullmatch(" ".join(heading.split()).strip(" :")):
            refs = [one.strip() for one in _BETWEEN_REFS.split(text)]
            if all(map(_REF.fullmatch, refs)):
                found |= dict.fromkeys(refs, True)
    for text in (action.text, *(text for _, text in action.own)):
        if "action" in text.lower():
            found = {one["ref"]: False for one in _WAITS.finditer(text)} | found
    return tuple(found.items())


@remembered
def _shape(ref: str) -> str:
    """Return how a ref is made: "C5" as "A9", "2.14a" as "9.9a"."""
    return re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "9", ref)))


@check(
    "P35",
    "ASK",
    "A date that has moved has its reason.",
    _PRACTICE,
    column="progress",
)
def moved_dates_have_a_reason(paper: Paper) -> Iterator[Found]:
    """P35: due later than it was, and neither the note nor a column says why.

    What has the status "delayed" is P15's, and a plan without any note may tell of it elsewhere.
    """
    plan = paper.plan
    if not plan.note_rows:
        return
    counted = said_of_all(plan)
    moved = [
        (action, was)
        for action in plan.actions
        if (was := _odd_dates(action, counted).moved) is not None and _is_unexplained(paper, action)
    ]
    if len(moved) >= _MANY:
        text = "{refs} are due later than they were, and it is not said why."
        yield of_the_plan(paper, "timescale", text, [action for action, _ in moved])
        return
    for action, was in moved:
        due = paper.reading_of(action).due
        text = (
            f"It was due {span_in_words(was)} and is now due "
            f"{span_in_words(due) if due else 'later'}: it is not said why."
        )
        place = action_place(plan, action.id, "timescale")
        notes = plan.notes_of(action.id)
        yield Found(place, text, (action.timescale, *(note.text for note in notes[-1:])))


def _is_unexplained(paper: Paper, action: Action) -> bool:
    state = state_of(paper.plan, action, paper.today, paper.own)
    if not state.is_open or says_delayed(state.status) or _WHY.search(action.timescale):
        return False
    if any(_OF_REASONS.search(heading) and text.strip() for heading, text in action.own):
        return False
    return not any(map(says_why, paper.plan.notes_of(action.id)))


DEADLINE_CHECKS: tuple[Check, ...] = (
    what_is_late_is_told,
    dates_lie_within_the_plan,
    dates_follow_one_another,
    moved_dates_have_a_reason,
)
