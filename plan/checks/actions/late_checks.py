"""What was to be done before the meeting and is not: P30."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.actions.deadline_checks import MANY, PRACTICE, due_without_note, outside_the_years
from plan.checks.actions.moved_date_checks import dates_follow_one_another
from plan.checks.actions.progress_checks import delays_are_explained
from plan.checks.check import Check, Found, check
from plan.checks.each_action import of_the_plan
from plan.checks.facts.deadlines import A_DATE, counted_from, due_of
from plan.checks.paper import Paper
from plan.following.action_state import state_of
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.reading.dates import ANY_MONTH, DateSpan, read_date, span_in_words
from plan.reading.given_up import says_ended
from plan.reading.reasons import says_cause_beside
from plan.reading.status import is_bare, says_delayed, says_done
from plan.reading.what_is_left import part_done, what_is_left
from plan.text.remembered import remembered_by_row

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
    r"\b(?:(?:next|coming|following|this) (?:week|fortnight|month|term|quarter|session|financial "
    rf"year|school year|spring|summer|autumn|winter|easter|{ANY_MONTH})\b|next (?:\w+ )?year\b|"
    r"in the new year\b|(?:by|before|until|at) (?:the )?(?:end|start|beginning|close) of "
    r"(?:the |this |next )?(?:term|month|year|session|quarter|week|summer|winter|spring|autumn)\b|"
    r"(?:with)?in (?:the next |about |a further )?(?:\d{1,2}|an?|two|three|four|five|six|eight|"
    r"ten|twelve) (?:more )?(?:days|weeks?|months?)['’]?(?: time)?\b(?! (?:of|before|late))|"
    r"(?:will|planned|expected|scheduled|due|moved|revised|extended|deferred|(?:put|pushed) "
    r"back|slipped|postponed|now|until|by|to begin|to start|set for|from|begins?|starts?|opens?|"
    r"follows?|finishes|ends?|goes|comes|takes place|meets?|closes?|(?:is|are) on)\b[^.;]{0,50}?"
    rf"\b{ANY_MONTH}\b(?!\.? ?\d{{4}}))",
    re.IGNORECASE,
)
"""A new date without a year: "next term", "by the end of the session", "now planned for May"."""
_LETTERS = 2
"""So many letters alone are no word of a status: "C" may be complete."""
_FIRST_SENTENCE = re.compile(r"(?<=\w)[.;:!](?=\s|$)|\s[-–—]\s|\n")
_ALARM = re.compile(
    r"(?:(?:b?rag|status):? ?)?(?:red|r|amber|a|yellow|y|orange)[.]?", re.IGNORECASE
)
_STILL = re.compile(
    r"\b(?:not|yet|still|remain\w*|going (?:well|on|to plan|as planned)|continu\w*|progress\w*|"
    r"under ?way|on-?going|to be \w+ed|will|"
    r"planned|planning|being|part(?:ly|ial\w*)|half|so far|to date|drafts?|no (?:progress|"
    r"updates?|change)|start\w*|"
    r"begun|began|begins?|heard (?:nothing|no more)|not (?:yet )?(?:heard|replied|answered|"
    r"responded)|no (?:reply|replies|answer|answers|response|responses|word|news)|unanswered|"
    r"nobody "
    r"has (?:replied|answered|responded)|without (?:an? )?(?:reply|answer|response)|behind|"
    r"delay\w*|slipp\w*|late|outstanding|under (?:discussion|review|"
    r"consideration|development|consultation)|in (?:development|discussion|draft|hand)|on "
    r"(?:track|target|schedule)|at risk|first|some|most of)\b|\b\d{1,2} ?(?:%|"
    r"per cent) (?:complete|done|finished)\b",
    re.IGNORECASE,
)
"""Words of a note by which something is still to be done."""
_SETTLED = re.compile(
    r"(?:(?:now|fully|all|transferred|moved|part|back) )*(?:to |of |in |as )?(?:embedded|in "
    r"place|in use|established|live|business as usual|bau|everyday practice|mainstreamed|ended|"
    r"expired|yes|met|operational|adopted|approved|launched|published|issued|launched)(?: (?:in|"
    r"into|as|within) [\w ]{1,40})?[.]?",
    re.IGNORECASE,
)
"""A status by which nothing is left to do, in words that are none of a key."""
_IS_OPEN = re.compile(
    r"\b(?:not|yet|still|partial\w*|partly|progress\w*|under ?way|on-?going|continu\w+|start\w*|"
    r"begun|commenced|track|target|schedule|course|plan|behind|delay\w*|late|overdue|slip\w*|"
    r"risk|red|amber|yellow|orange|pending|await\w*|hold|paused|stalled|draft\w*|planned|planning|"
    r"develop\w*|open|outstanding|incomplete|missed|to be|in hand|work|active|current|good|"
    r"limited|some)\b",
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
    speaks, what has the status "delayed" P15's, and whose dates contradict one another P34's.
    """
    day, before = counted_from(paper)
    if day == paper.today and not paper.plan.note_rows:
        return
    late = _late_without_a_word(paper, day)
    if len(late) >= MANY:
        text = (
            f"{{refs}} were due before {before} and are not said to be done: neither a new date "
            "nor a reason is given."
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


def _late_without_a_word(paper: Paper, day: date) -> list[tuple[Action, DateSpan]]:
    """Return the actions that were due before a day and of which no other rule asks, with when."""
    noted_by_others = {one.action_id for one in due_without_note(paper)}
    outside = {action.id for action, _ in outside_the_years(paper)}
    late = [
        (action, due)
        for action in paper.plan.actions
        if (due := due_of(paper.reading_of(action))) is not None
        and due.last < day
        and action.id not in noted_by_others
        and action.id not in outside
        and _is_untold(paper, action, day)
    ]
    others = (delays_are_explained, dates_follow_one_another) if late else ()
    asked = {found.place.id for rule in others for found in rule.look(paper)}
    return [one for one in late if one[0].id not in asked]


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
    if not (status or text) or some or _STILL.search(text) is not None:
        return True
    return part_done(text) is not None or bool(what_is_left(text))


@remembered_by_row
def _tells(note: ProgressNote, day: date) -> bool:
    said = f"{note.status} {note.text}"
    return says_cause_beside(said) or _names_a_day_from(said, day)


def _names_a_day_from(text: str, day: date) -> bool:
    """Return whether a text names a time that is not past on a day."""
    if _SOON_DATED.search(text) or any(int(one) > day.year for one in _YEAR.findall(text)):
        return True
    for part in _PART_OF_YEAR.finditer(text):
        month = _LAST_MONTH.get(part["part"].lower(), 12)
        if (int(part["year"]), month) >= (day.year, day.month):
            return True
    spans = (read_date(found[0]) for found in A_DATE.finditer(text))
    return any(span is not None and span.last >= day for span in spans)


LATE_CHECKS: tuple[Check, ...] = (what_is_late_is_told,)
