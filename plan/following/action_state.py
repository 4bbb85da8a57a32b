"""What is known of an action: its dates, its status and its latest note, as one thing.

Whoever asks whether an action is done, late or given up asks here, so that the reviews, the checks
and the papers give one answer.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias
from weakref import ref

from plan.council.own_field import NO_OWN_FIELDS, Choice, OwnFields
from plan.following.ledger import latest
from plan.model.plan import Plan
from plan.model.rows import KEY_RULE, Action, ProgressNote
from plan.reading.dates import DateSpan, day_within, read_date
from plan.reading.given_up import says_ended
from plan.reading.note_words import leading_status, new_date_in, said_open
from plan.reading.own_values import status_chosen
from plan.reading.rhythms import Biannually, biannually_of
from plan.reading.status import is_bare, says_done
from plan.reading.status_key import entries_of_line
from plan.reading.timescales import TimescaleReading, read_timescale
from plan.reading.years_of_plan import year_1_by_title, year_1_in, year_1_told
from plan.text.line_breaks import sentence_line, summary_line
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered, remembered_by_row

Counted: TypeAlias = tuple[date | None, date | None, Biannually]
"""What every timescale counts from: the meeting, when year 1 begins, what "biannually" means."""
_NO_KEY: Mapping[str, str] = MappingProxyType({})
_OF_WHAT = r"(?:target|completion|due|delivery|end|planned|expected|implementation|finish)"
_A_DATE = r"(?:dates?|timescales?|deadlines?|targets?|timeframes?)"
_COLUMNS_OF_DATES = (
    (
        "revised",
        late_pattern(
            rf"(?:revised|new|amended|extended|rescheduled)(?: {_OF_WHAT})* {_A_DATE}|revised|"
            rf"{_A_DATE} revised|revised (?:to|due|completion)",
            re.IGNORECASE,
        ),
    ),
    (
        "begins",
        late_pattern(
            r"(?:(?:planned|expected|target|proposed|project) )?(?:starts?|starting|begins?|"
            r"beginning|commences|commencement|from)(?: (?:date|on|month))?",
            re.IGNORECASE,
        ),
    ),
    (
        "was",
        late_pattern(rf"(?:original|previous|initial)(?: {_OF_WHAT})* {_A_DATE}", re.IGNORECASE),
    ),
)
"""The headings of columns that plandesk has no field for and that date an action."""
_OF_STATUS = re.compile(r"\b(?:status|b?rag|position|progress|update)\b", re.IGNORECASE)
"""The heading of a column that says how an action stands."""
_HEAD = re.compile(
    r"\W*?(?:[\[(](?P<bracket>[^\])\n]{3,80})[\])]|(?P<label>[^\n:–—]{3,60}?)(?:\s+[-–—]\s|[:–—]))"
)
_LONGEST_HEAD, _HEAD_SIGNS = 84, ("[", "(", ":", "–", "—", " - ")
_BLANK = re.compile(r"\W*(?:n/?a|not applicable)?\W*", re.IGNORECASE)
_RESUMED = re.compile(
    r"\b(?:re-?arranged|rescheduled|reinstated|re-?opened|resumed|restarted|re-?planned|re-?run|"
    r"new date|put off|postponed)\b",
    re.IGNORECASE,
)
"""Words by which what was cancelled goes on after all."""
_LONGEST = 400
"""Characters of a note that can say as a whole that an action is done; a longer one tells more."""


@dataclass(frozen=True)
class ActionState:
    """What is known of an action at a day.

    `reading` is its timescale, `note` its latest note, `status` that note's status as typed.
    `is_done` says that nothing is left to do, by its timescale, its status or its note; `is_ended`
    that it was given up.
    """

    reading: TimescaleReading
    note: ProgressNote | None
    is_done: bool
    is_ended: bool

    @property
    def status(self) -> str:
        """The status of the latest note, by its words where it gives none; empty if none does."""
        return status_of(self.note) if self.note else ""

    @property
    def doubt(self) -> str:
        """What the note says is still open although its status says done; empty if nothing."""
        status = self.status if self.is_done else ""
        if not status or self.note is None or not says_done(status):
            return ""
        text = self.note.text
        return said_open(text if self.note.status.strip() else text.partition(status)[2])

    @property
    def noted(self) -> DateSpan | None:
        """The later date that the note gives in place of the one that it is due by, or None."""
        due, note = self.reading.due, self.note
        if due is None or note is None or not self.is_open:
            return None
        new = new_date_in(note.text)
        return new if new is not None and new.last > due.last else None

    @property
    def is_open(self) -> bool:
        """Whether something of it is still to come."""
        return not (self.is_done or self.is_ended)


def state_of(
    plan: Plan, action: Action, today: date, own: OwnFields = NO_OWN_FIELDS
) -> ActionState:
    """Return what is known of an action at a day.

    `own` are the fields that its council adds: the key of one of them may say which words mean
    done, of its own and of a note.
    """
    counted, notes = said_of_all(plan), plan.notes_of(action.id)
    is_done, is_ended = _how_it_ended(action, notes, counted, _key_to_compare(plan), today, own)
    return ActionState(reading_by(action, counted), latest(notes), is_done, is_ended)


def closed_actions(plan: Plan, today: date, own: OwnFields = NO_OWN_FIELDS) -> frozenset[str]:
    """Return the ids of the actions of which nothing is still to come: done, or given up.

    Whatever a rule asks of work that is to be done is asked of none of them.
    """
    counted, key = said_of_all(plan), _key_to_compare(plan)
    return frozenset(
        action.id
        for action in plan.actions
        if any(_how_it_ended(action, plan.notes_of(action.id), counted, key, today, own))
    )


def _key_to_compare(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return the paper's key as a value to compare: by it what was worked out is found again."""
    return tuple(key_of(plan).items())


@remembered_by_row
def _how_it_ended(
    action: Action,
    notes: tuple[ProgressNote, ...],
    counted: Counted,
    key: tuple[tuple[str, str], ...],
    today: date,
    own: OwnFields,
) -> tuple[bool, bool]:
    """Return whether an action is done, and whether it was given up, by its row and its notes."""
    chosen = status_chosen(own, action.own) if own.fields else None
    note = latest(notes)
    told = _with_key(note, dict(key)) if note is not None else None
    is_done = (
        reading_by(action, counted).is_done
        or done_in(action)
        or (chosen is not None and chosen.done)
        or (told is not None and says_it_is_done(told, today, own))
    )
    is_ended = (
        given_up_in(action)
        or (chosen is not None and says_ended(chosen.word))
        or (told is not None and _is_given_up(told))
    )
    return is_done, is_ended


@remembered_by_row
def given_up_in(action: Action) -> bool:
    """Return whether an action's own row says that it was given up, whatever its notes say.

    Its timescale or a column of its status does, or its text begins with it: "[Dropped] Publish …".
    """
    if says_ended(action.timescale):
        return True
    head = action.text[:_LONGEST_HEAD]
    is_led = len(head) < _LONGEST_HEAD or any(sign in head for sign in _HEAD_SIGNS)
    if is_led and says_ended(_first_said(action.text)):
        return True
    return bool(action.own) and any(
        _OF_STATUS.search(heading) and says_ended(text) for heading, text in action.own
    )


def done_in(action: Action) -> bool:
    """Return whether a column of its status, which plandesk has no field for, says that it is done.

    "Percentage complete" is none.
    """
    return bool(action.own) and any(
        _OF_STATUS.search(heading) and says_done(text) for heading, text in action.own
    )


def _first_said(text: str) -> str:
    """Return what stands in brackets or before a dash or colon at the head of an action."""
    found = _HEAD.match(text)
    return (found["bracket"] or found["label"]) if found else text


def _is_given_up(note: ProgressNote) -> bool:
    """Return whether a note says that its action was given up, and nothing later goes on."""
    status = note.status.strip()
    is_said = bool(status) and not is_bare(status) and not _BLANK.fullmatch(status)
    said = status if is_said else leading_status(note.text) or summary_line(note.text)
    return says_ended(said) and not _RESUMED.search(note.text)


def status_of(note: ProgressNote) -> str:
    """Return the status of a note: the one it gives, else the one that its words begin with."""
    return note.status.strip() or leading_status(note.text)


def key_of(plan: Plan) -> Mapping[str, str]:
    """Return what the key of the paper that a plan was read from says of letters and colours.

    It is kept as the reason for which the finding that asks for their words was left.
    """
    if not plan.reason_rows:
        return _NO_KEY
    kept = (one.reason for one in plan.reason_rows.values() if one.rule == KEY_RULE)
    return dict(entry for text in kept for entry in entries_of_line(text))


def in_words(status: str, key: Mapping[str, str]) -> str:
    """Return a status that is only a letter or a colour with its words in a key, if it has any."""
    said = key.get(status.strip().casefold().rstrip("."), "") if key else ""
    return f"{status.strip()} – {said}" if said else status


def _with_key(note: ProgressNote, key: Mapping[str, str]) -> ProgressNote:
    """Return a note with the words of the paper's key beside a status that is only a letter."""
    if not key or not note.status or not is_bare(note.status):
        return note
    status = in_words(note.status, key)
    return note.model_copy(update={"status": status}) if status != note.status else note


def word_of_key(status: str, own: OwnFields) -> Choice | None:
    """Return the word of a council's own key that a status is, None if it is none."""
    said = status.strip().casefold()
    words = (word for field in own.fields for word in field.choices)
    return next((word for word in words if word.word.casefold() == said), None) if said else None


def says_it_is_done(note: ProgressNote, today: date, own: OwnFields = NO_OWN_FIELDS) -> bool:
    """Return whether a note says that its action is done.

    The council's key knows best, then the words of the status. Where that is blank, or only a
    letter or a colour, the words of the note count: all of them, or the status that they begin with
    if nothing behind it is still open.
    """
    status = note.status.strip()
    known = word_of_key(status, own) if own.fields else None
    if known is not None and any(one.done for field in own.fields for one in field.choices):
        return known.done
    if status and not is_bare(status):
        return says_done(status, today)
    if len(note.text) <= _LONGEST and says_done(note.text, today):
        return True
    return says_done(leading_status(note.text), today) and not said_open(note.text)


def approved_on(plan: Plan) -> date | None:
    """Return the day from which "months of approval" count: the day of the meeting."""
    typed = plan.report.meeting_date
    read = read_date(typed) or day_within(typed)
    return read.first if read and read.is_day else None


def reading_of(plan: Plan, action: Action) -> TimescaleReading:
    """Return how an action's timescale reads, taking the officer's answers into account."""
    return reading_by(action, said_of_all(plan))


def reading_by(action: Action, counted: Counted) -> TimescaleReading:
    """Return how an action's timescale reads, with the dates in the columns beside it."""
    if action.own:
        return _with_dates_beside(action, counted)
    return read_timescale(action.timescale, *counted).meant_as(action.timescale_is)


@remembered_by_row
def _with_dates_beside(action: Action, counted: Counted) -> TimescaleReading:
    """Return the reading of a timescale with what other columns say of it.

    A revised date counts where it is later; one that is earlier may be a slip, and P34 asks.
    """
    reading = read_timescale(action.timescale, *counted).meant_as(action.timescale_is)
    beside = dates_beside(action, counted)
    revised, begins = beside.get("revised"), beside.get("begins")
    if revised and not reading.rhythm and (reading.due is None or revised.last > reading.due.last):
        was = reading.due or reading.was
        reading = replace(reading, due=revised, was=was, milestones=(), is_either=False)
    if begins and reading.begins is None:
        reading = replace(reading, begins=begins)
    if (was := beside.get("was")) and reading.was is None and was != reading.due:
        reading = replace(reading, was=was)
    return reading


@remembered_by_row
def dates_beside(action: Action, counted: Counted) -> Mapping[str, DateSpan]:
    """Return the dates of the columns beside a timescale: "revised", "begins" and "was"."""
    found: dict[str, DateSpan] = {}
    for heading, text in action.own:
        what = _date_told_by(heading) if text.strip() else ""
        read = read_timescale(text, *counted) if what else None
        when = (read.due or read.begins or read.review) if read else None
        if when is not None:
            found[what] = when
    return found


@remembered
def _date_told_by(heading: str) -> str:
    """Return which date of an action stands in a column of this heading; empty if none."""
    plain = " ".join(heading.split()).strip(" :")
    return next((what for what, words in _COLUMNS_OF_DATES if words.fullmatch(plain)), "")


_LAST_COUNTED: "list[tuple[ref[Plan], Counted]]" = []
"""The last plan that was asked what its timescales count from, with that: every action asks."""


def said_of_all(plan: Plan) -> Counted:
    """Return what every timescale counts from: the meeting, when year 1 begins, "biannually".

    Where the cover does not say when year 1 begins, it is as the plan's own words have it.
    """
    for known, counted in tuple(_LAST_COUNTED):
        if known() is plan:
            return counted
    counted = _counted_from(plan)
    _LAST_COUNTED[:] = [(ref(plan), counted)]
    return counted


def _counted_from(plan: Plan) -> Counted:
    cover = plan.cover
    begins = read_date(cover.year_1_begins) if cover.year_1_begins else None
    return (
        approved_on(plan),
        begins.first if begins else year_1_by_words(plan),
        biannually_of(cover.biannually_means) if cover.biannually_means else "",
    )


_LAST_READ: "list[tuple[ref[Plan], date | None]]" = []
"""The last plan whose years were read, with when its first begins: every action asks."""


def year_1_by_words(plan: Plan) -> date | None:
    """Return when year 1 begins by the plan's own words; None if they do not say.

    Its timescales say it, else its introduction, else the years in its titles.
    """
    for known, begins in tuple(_LAST_READ):
        if known() is plan:
            return begins
    begins = year_1_in(action.timescale for action in plan.actions)
    cover = plan.cover
    if begins is None and cover.introduction:
        begins = year_1_told(cover.introduction, cover.title)
    if begins is None:
        titles = (f"{cover.title} {cover.subtitle}", cover.date, plan.report.title)
        by_title = (year_1_by_title(title, cover.date) for title in titles)
        begins = next(filter(None, by_title), None)
    _LAST_READ[:] = [(ref(plan), begins)]
    return begins


def last_notes(plan: Plan, actions: Iterable[Action]) -> dict[str, str]:
    """Return the status and the last note of each of some actions that has one, on one line."""
    said: dict[str, str] = {}
    for action in actions:
        note = latest(plan.notes_of(action.id))
        if note is not None:
            said[action.id] = ": ".join(filter(None, (status_of(note), sentence_line(note.text))))
    return said
