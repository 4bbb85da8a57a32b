"""What a progress note says, against its status: P15 to P17, P21 and P42.

Only the latest note of an action is judged: the earlier ones are history.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.each_action import Notes, Said, of_each_with_notes, of_the_plan
from plan.checks.facts.form_facts import date_in
from plan.checks.paper import Paper
from plan.following.action_state import (
    dates_beside,
    in_words,
    key_of,
    said_of_all,
    status_of,
    word_of_key,
)
from plan.following.ledger import latest
from plan.model.finding import Severity
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.reading.dates import A_MONTH, DateSpan, date_in_words, span_in_words
from plan.reading.given_up import says_ended, says_where
from plan.reading.lateness import said_late, will_be_missed
from plan.reading.note_words import (
    has_day,
    leading_status,
    new_date_in,
    said_open,
    without_own_day,
)
from plan.reading.reasons import says_cause, says_what_befell
from plan.reading.status import is_bare, says_delayed, says_done, tone_of
from plan.reading.what_is_left import part_done, what_is_left
from plan.reading.work_told import NOT_BEGUN, carried_out, told_too_early
from plan.text.line_breaks import shortened
from plan.text.patterns import pattern_with
from plan.text.remembered import remembered_by_row
from plan.text.sentences import sentences_in
from plan.text.signs import Signs

_PRACTICE = "Council practice: a committee reads the status first"
_OUTRIGHT = re.compile(
    r"\W*+(?:(?:this|the|our|all) )*(?:actions?|works?|tasks?|it|project|everything)?\W*(?:(?:is|"
    r"are|was|were|has|have|been|now|fully|all) )*(?:complete|done|finished|closed|achieved|"
    r"delivered|implemented)",
    re.IGNORECASE,
)
"""How a note begins that says that its action is done."""
_DRAFTED = pattern_with(
    r"\b(?:first|second|third|initial|early|outline|working|rough|consultation) drafts?\b"
    r"[^.;]{0,40}?\b(?:out|ready|written|done|prepared|complete|circulated|issued|shared|sent|"
    r"with|produced|received)\b|"
    r"\bdrafts?\b[^.;]{0,30}?\b(?:out|circulated|issued|shared|sent|gone)\b[^.;]{0,30}? (?:for|to) "
    r"(?:\w+ )?(?:comments?|consultation|views|feedback)\b|"
    r"\bout (?:for|to) (?:\w+ )?(?:comments?|consultation|tender)\b",
    re.IGNORECASE,
    signs=Signs("draft out.", "comment consult view feedback tender draft"),
)
"""What has only been drafted, or is out for others' word: not all of an action, unless it says."""
_ASKS_FOR_A_DRAFT = re.compile(
    r"\b(?:draft\w*|consult\w*|comments?|views|tender\w*|procur\w*|circulat\w*)\b", re.IGNORECASE
)
_NO_LONGER_OUT = re.compile(
    r"\b(?:was|were|had|went|after|following|then|final(?:ised)?|adopted|approved|published)\b",
    re.IGNORECASE,
)
"""Words by which a draft is history: it went out, and then came the final text."""
_ONLY_BEGUN = re.compile(
    r"\b(?:in progress|on-?going|started|under ?way|begun|commenced)\b", re.IGNORECASE
)
"""A status that does not say how the work stands against its date."""
_WHY = re.compile(
    r"\b(?:because|due to|owing to|as a result|since|caused|following|while|whilst|until|"
    r"awaiting|waiting|wait(?:ed)? for|lack of|shortage|vacan\w+|illness|sick\w*|absence|left|"
    r"delay(?:s|ed)? (?:in|by|from|with|at)|see (?:action|aim|also) [A-Z]?\d|contractor|funding|"
    r"capacity|pending|pandemic|strike|budget|resourc\w+|recruit\w+|procurement|dependent|reliant|"
    r"weather|supplier|after)\b",
    re.IGNORECASE,
)
_RED = re.compile(r"(?:(?:b?rag|status):? ?)?(?:red|r)[.]?", re.IGNORECASE)
_A_SENTENCE = 90
"""Width of the sentence that is quoted from a note, in cells."""
_WORDS_OF_A_WHY = 8
_WHEN = re.compile(
    rf"\b(?:{A_MONTH}|"
    r"spring|summer|autumn|winter|easter|christmas|q[1-4]|quarter \d|20\d\d|see action|"
    r"(?:days|weeks|months) (?:after|from)|next (?:month|term|"
    r"year|quarter|session|week)|(?:end of|by) (?:the )?(?:term|year|month|session)|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2})",
    re.IGNORECASE,
)

_POSITION = re.compile(
    r"\b(?:position|progress|status|update[ds]?|as) (?:\w+ )?(?:at|of|on|to|for)\b|"
    r"\b(?:position|progress|update[ds]?):? ",
    re.IGNORECASE,
)
"""How a cover says of which day its notes are."""
_HOW_FAR = re.compile(
    r"\W*(?:(?:%|per ?cent(?:age)?)(?: of (?:the )?(?:work|action))? ?(?:complete[d]?|done|"
    r"progress|achieved|finished)?|(?:complete[d]?|progress|done|completion)\W*(?:%|"
    r"per ?cent(?:age)?)|how far \(%\))\W*",
    re.IGNORECASE,
)
"""The heading of a column that tells in percent how much of an action is done."""
_PERCENT = re.compile(r"\W*(?P<percent>\d{1,3})(?:\.\d+)?\s*%?\W*")
_WHOLE = 100
_SINCE = re.compile(r"\b(?:since|from)\W+(?:\w+\W+)?$", re.IGNORECASE)
"""Before a date these make it none by which something will be done."""


@check(
    "P21",
    "ASK",
    "The status of the latest note and its words say the same.",
    _PRACTICE,
    column="progress",
)
def status_and_words_agree(paper: Paper) -> Iterator[Found]:
    """P21: "Complete" of what is still awaited, "On track" of what is delayed or done."""
    key = tuple(key_of(paper.plan).items())
    yield from of_each_with_notes(paper, lambda action, notes: _disagreement(action, notes, key))


@remembered_by_row
def _disagreement(
    action: Action, notes: Notes, key: tuple[tuple[str, str], ...]
) -> tuple[Said, ...]:
    note = latest(notes)
    status = in_words(status_of(note), dict(key)) if note is not None else ""
    if note is None or not status:
        return ()
    if says_done(status) and (part := _part_of(action)):
        return (
            Said("progress", f"The status is “{status}”, and {part}: which is right?", (part,)),
        )
    return _against_its_words(action, note, status) if note.text.strip() else ()


def _part_of(action: Action) -> str:
    """Return what a column says of how far an action is, in percent, where that is not all."""
    for heading, text in action.own:
        found = _PERCENT.fullmatch(text) if _HOW_FAR.fullmatch(heading) else None
        if found is not None and int(found["percent"]) < _WHOLE:
            return f"“{heading.strip()}” is {text.strip()}"
    return ""


def _against_its_words(action: Action, note: ProgressNote, status: str) -> tuple[Said, ...]:
    text = note.text
    if not note.status.strip():
        text = text[text.index(status) + len(status) :]
    said = ""
    if says_done(status):
        words = said_open(text) or _left_of(action, text) or _only_drafted(action, text)
        if words:
            said = (
                f"The status is “{status}”, and the note says {_in(text, words)}: which is right?"
            )
    elif _OUTRIGHT.match(text) and tone_of(status) and _is_done_by(note):
        said = f"The status is “{status}”, and by the note it is done: which is right?"
    elif _is_given_up(_first_sentence(text)) and not says_ended(status):
        said = f"The status is “{status}”, and by the note it is given up: which is right?"
    elif NOT_BEGUN.fullmatch(status.strip()) and (done := carried_out(text)):
        said = f"The status is “{status}”, and the note says {_in(text, done)}: which is right?"
    elif tone_of(status) == "good" and not _ONLY_BEGUN.search(status) and (late := said_late(text)):
        said = f"The status is “{status}”, and the note says {_in(text, late)}: which is right?"
    return (Said("progress", said, (note.status, note.text)),) if said else ()


_A_TARGET = re.compile(r"(?P<percent>\d{1,2}) ?(?:%|per ?cent)")


def _left_of(action: Action, text: str) -> str:
    """Return what by the note is left of an action, or is done of it if no criterion asks less."""
    part = part_done(text)
    if part is not None:
        wanted = [
            int(one["percent"]) / _WHOLE
            for criterion in action.success_criteria
            for one in _A_TARGET.finditer(criterion)
        ]
        if not wanted or part.share < max(wanted):
            return part.words
    return what_is_left(text)


def _only_drafted(action: Action, text: str) -> str:
    """Return the words by which there is only a draft, of an action that asks for more than one."""
    found = _DRAFTED.search(text)
    if found is None or _ASKS_FOR_A_DRAFT.search(action.text) or _NO_LONGER_OUT.search(text):
        return ""
    return found[0]


def _is_given_up(sentence: str) -> bool:
    """Return whether a sentence says that its action will not be done; "See 2.3." may not."""
    return says_ended(sentence) and not says_where(sentence)


def _first_sentence(text: str) -> str:
    return next(iter(sentences_in(text)), "") if text else ""


def _in(text: str, words: str) -> str:
    """Return the sentence of a note in which words stand, in quotation marks."""
    whole = next((one for one in sentences_in(text) if words in one), words)
    short = shortened(whole.strip(" –-."), _A_SENTENCE)
    return f"“{short if words in short else words}”"


def _is_done_by(note: ProgressNote) -> bool:
    return not is_bare(note.status) and says_done(note.text)


@check(
    "P15",
    "ASK",
    "What is delayed has its reason and a new date.",
    _PRACTICE,
    column="progress",
)
def delays_are_explained(paper: Paper) -> Iterator[Found]:
    """P15: a status that says late, without a why or without a date that replaces the old one."""
    for action, notes in paper.noted:
        note = latest(notes)
        late = _late_by(note) if note is not None and action.id not in paper.closed else None
        if note is None or late is None:
            continue
        if late.is_only_red:
            text = f"The status is “{note.status}”, and no word is said of why."
            place = action_place(paper.plan, action.id, "progress")
            yield Found(place, text, (note.status,))
        yield from _moved_in_note(paper, action, note, late.new)
        has_date = late.says_when or _is_dated_anew(paper, action)
        lacks = []
        if late.is_late and not late.says_why:
            lacks.append("why")
        if late.is_late and not has_date:
            lacks.append("by when it is now to be done")
        if late.by_the_way and (late.says_why or has_date):
            continue
        if lacks:
            said = f"The status is “{late.status}”"
            if late.words:
                said = f"The note says {_in(note.text, late.words)}"
            text = f"{said}: it is not said {' and '.join(lacks)}."
            place = action_place(paper.plan, action.id, "progress")
            yield Found(place, text, (note.status, note.text, action.timescale))


class _Late(NamedTuple):
    """What a note says of being late: the status or the words, and whether with why and when.

    `new` is the date that it gives in place of the timescale's. What is told `by_the_way` may be
    of a part: a why or a date will do.
    """

    status: str
    words: str
    by_the_way: bool
    says_why: bool
    says_when: bool
    new: DateSpan | None
    is_only_red: bool

    @property
    def is_late(self) -> bool:
        return bool(self.status or self.words)


@remembered_by_row
def _late_by(note: ProgressNote) -> _Late | None:
    """Return what a note says of being late, None where it says nothing of it, or is done."""
    if _OUTRIGHT.match(note.text):
        return None
    status, new = delay_of(note), new_date_in(note.text)
    is_only_red = bool(_RED.fullmatch(note.status.strip())) and not note.text.strip()
    words = "" if status else _late_by_its_words(note)
    if not (status or words or new or is_only_red):
        return None
    is_told = _says_why_elsewhere(note, words) if words else says_why(note)
    missed = will_be_missed(note.text)
    by_the_way = bool(words) and not missed
    says_when = _says_when(note, without=missed if words else "")
    return _Late(status, words, by_the_way, is_told, says_when, new, is_only_red)


def _late_by_its_words(note: ProgressNote) -> str:
    """Return the words by which a note tells of a delay; beside a good status that is P21's."""
    status = note.status.strip()
    is_good = tone_of(status) == "good" and not _ONLY_BEGUN.search(status)
    return "" if is_good else said_late(note.text)


def _says_why_elsewhere(note: ProgressNote, late: str) -> bool:
    """Return whether a note gives a reason, by its words or in what it tells besides."""
    whole = next((one for one in sentences_in(note.text) if late in one), late)
    rest = note.text.replace(whole, " ")
    return says_cause(note.text) or len(rest.split()) >= _WORDS_OF_A_WHY


def _moved_in_note(
    paper: Paper, action: Action, note: ProgressNote, new: DateSpan | None
) -> Iterator[Found]:
    """Yield that a new date stands in the note alone: the reviews go by the timescale."""
    due = paper.reading_of(action).due if new is not None else None
    if new is None or due is None or new.last <= due.last:
        return
    text = (
        f"The note gives {span_in_words(new)} as the new date, and the timescale says "
        f"{span_in_words(due)}: the reviews go by the timescale until it is changed there."
    )
    place = action_place(paper.plan, action.id, "progress")
    yield Found(place, text, (note.text, action.timescale), "INFO", about="moved")


def delay_of(note: ProgressNote) -> str:
    """Return the status that says late: the note's, else the one that its words begin with."""
    if says_delayed(note.status):
        return note.status
    leading = "" if tone_of(note.status) == "good" else leading_status(note.text)
    return leading if says_delayed(leading) else ""


def says_why(note: ProgressNote) -> bool:
    """Return whether a note gives a reason: by its words, or because it tells so much."""
    text = f"{note.status} {note.text}"
    if len(note.text.split()) >= _WORDS_OF_A_WHY:
        return True
    return bool(_WHY.search(text)) or says_what_befell(note.text)


def _says_when(note: ProgressNote, *, without: str = "") -> bool:
    """Return whether a note says when, from its own day on; not in words that miss their date."""
    text = note.text.replace(without, " ") if without else note.text
    said = f"{note.status} {without_own_day(text)}"
    return any(not _SINCE.search(said, 0, one.start()) for one in _WHEN.finditer(said))


def _is_dated_anew(paper: Paper, action: Action) -> bool:
    """Return whether an action's timescale, or a column beside it, has a revised date."""
    if paper.reading_of(action).was is not None:
        return True
    return "revised" in dates_beside(action, said_of_all(paper.plan))


@check(
    "P16",
    "ASK",
    "A status is a word: a letter or a colour alone is explained nowhere.",
    "Accessibility: nothing is told by colour alone; Council practice",
    column="progress",
)
def statuses_are_words(paper: Paper) -> Iterator[Found]:
    """P16: a letter or a colour alone, unless the council's own key or the paper's has it.

    Red, amber and green are words, and mean the same in every council: without a key a remark.
    """
    bare: dict[str, list[Action]] = {}
    key = key_of(paper.plan)
    for action, notes in paper.noted:
        status = _bare_status(action, notes)
        is_told = word_of_key(status, paper.own) is not None or in_words(status, key) != status
        if status and not is_told:
            bare.setdefault(status, []).append(action)
    actions = [action for those in bare.values() for action in those]
    *others, last = (f"“{one}”" for one in bare) if bare else ("",)
    grave: Severity | None = (
        "INFO" if {*_LETTERS.findall(" ".join(bare).casefold())} <= _TRAFFIC_LIGHTS else None
    )
    named = f"{', '.join(others)} and {last}" if others else last
    if len(actions) == 1:
        place = action_place(paper.plan, actions[0].id, "progress")
        yield Found(
            place, f"The status is {named}: what does it mean, in words?", tuple(bare), grave
        )
    elif actions:
        text = (
            f"In {{refs}} the status is a letter or a colour alone, {named}: what does each mean? "
            "A key above the plan says it once."
        )
        them = sorted(actions, key=paper.plan.actions.index)
        yield of_the_plan(paper, "progress", text, them, grave)


_TRAFFIC_LIGHTS = frozenset(("red", "amber", "green", "rag"))
_LETTERS = re.compile(r"[a-z]+")


@remembered_by_row
def _bare_status(_: Action, notes: Notes) -> str:
    note = latest(notes)
    return note.status.strip() if note is not None and is_bare(note.status) else ""


@check("P17", "INFO", "Every progress note has its day.", COUNCILS_PLAN, column="progress")
def notes_have_their_day(paper: Paper) -> Iterator[Found]:
    """P17: the latest note of an action has no day, so nobody can say what came after it.

    The day stands above the note, in its words, or on the cover for all of them: a remark, since
    what is late is asked about whatever the day of its note.
    """
    if _says_position(paper):
        return
    undated = [
        action for action, notes in paper.noted if _is_undated(action, notes, paper.judged_at)
    ]
    if len(undated) > 1:
        yield of_the_plan(
            paper, "progress", "The notes of {refs} have no date: of which day are they?", undated
        )
    for action in undated if len(undated) == 1 else ():
        place = action_place(paper.plan, action.id, "progress")
        yield Found(place, "The latest note has no date: of which day is it?")


def _says_position(paper: Paper) -> bool:
    """Return whether the cover says of which day the notes are: "Position at 30 June 2026"."""
    cover = paper.plan.cover
    lines = (cover.date, cover.title, cover.subtitle, cover.partnership)
    texts = (*lines, paper.plan.report.title)
    return any(_POSITION.search(text) and date_in(text) for text in texts)


@remembered_by_row
def _is_undated(_: Action, notes: Notes, until: date) -> bool:
    note = latest(notes)
    if note is None or note.as_at.strip() or not (note.text.strip() or note.status):
        return False
    return not (has_day(note.text, until) or has_day(note.status, until))


@check(
    "P42",
    "ASK",
    "What a note tells as done was done by the day of the meeting.",
    COUNCILS_PLAN,
    column="progress",
)
def what_is_told_has_happened(paper: Paper) -> Iterator[Found]:
    """P42: "Card started on 4 May 2027" before a meeting in March 2027."""
    until = paper.meeting
    if until is None:
        return
    for action, notes in paper.noted:
        note = latest(notes)
        if note is None or (told := told_too_early(note.text, until)) is None:
            continue
        text = (
            f"“{told}” is told as done, and the meeting is on {date_in_words(until)}: which is "
            "right?"
        )
        place = action_place(paper.plan, action.id, "progress")
        yield Found(place, text, (note.text,))


PROGRESS_CHECKS: tuple[Check, ...] = (
    status_and_words_agree,
    delays_are_explained,
    statuses_are_words,
    notes_have_their_day,
    what_is_told_has_happened,
)
