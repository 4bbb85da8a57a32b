"""The checks of the plan: P2, P7, P11 to P13, and with them those of leads.

P1 cannot fail, because refs are positions. `inspection_checks` compares the plan with the
inspection report (P3 to P5, P10), and `smart` has P9.
"""

import re
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from dateutil.relativedelta import relativedelta

from plan.checks.actions.lead_checks import leads_answer_to_the_council, leads_are_known
from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.each_action import (
    Notes,
    Said,
    found_at,
    holds_of_all,
    of_each_open_action,
    of_each_with_notes,
    of_the_plan,
)
from plan.checks.facts.action_words import is_heading, is_outcome
from plan.checks.facts.deadlines import years_of
from plan.checks.facts.known_people import known_in, name_of_lead
from plan.checks.paper import Paper
from plan.following.action_state import year_1_by_words
from plan.model.finding import Severity
from plan.model.rows import COMMENT_RULE, Action
from plan.model.ways import COLUMN_FIELDS
from plan.papers.places import action_place, aim_place, comment_place, cover_place
from plan.reading.contact_details import contact_details
from plan.reading.dates import date_in_words
from plan.reading.timescale_said import PlanField
from plan.reading.timescales import read_timescale, reading_in_words
from plan.text.line_breaks import summary_line
from plan.text.remembered import remembered_by_row
from plan.text.signs import Signs

_PRIVACY = "Data protection law: leads are named as posts and groups, and reached elsewhere"
_EMAIL = re.compile(r"(?<=[\w.+-])@[\w-]+\.[\w.-]")
_PHONE = re.compile(
    r"(?<![\d/])(?<!code )(?<!ref )(?<!file )(?<!no )(?<!number )(?!0(?:3\d\d|80[08]|84[345]|"
    r"870)\b)(?:\+44\s?(?:\(0\)\s?)?|0)(?:\d{2,4}\)?[\s-]?\d{3}[\s-]?\d{3,4}|"
    r"\d{2}\)?[\s-]?\d{4}[\s-]\d{4})(?!\d)"
)
_FIGURES = re.compile(r"0\d{2,4}\)?[\s-]?\d{3}")
"""How a number begins that somebody can be called by: it is found sooner than the whole of it."""
_HIDDEN = re.compile(r"\bextn?\b\.?:? ?\d|[\[(]at[\])]|\bdot (?:gov|com|org|uk)\b", re.IGNORECASE)
"""A number within a building, or an address that is not typed as one."""
_EXPOSING = Signs("@ 0 + ext. extn. dot. [ (", "@ 0 + ext. extn. dot. at.")
"""What stands wherever somebody can be reached: the two of "(at)" are in either group."""
_PUBLISHED = "A telephone number or an e-mail address would be published."
_WITH_A_NAME = "“{}”: a person's name, and how to reach them, would be published."
_MAYBE_OF_A_PERSON = tuple(name for name in COLUMN_FIELDS if name not in ("pages", "indicators"))


@check("P2", "FIX", "Every aim has its sentence and an action.", COUNCILS_PLAN)
def aims_are_whole(paper: Paper) -> Iterator[Found]:
    """P2: an aim without words or without an action."""
    for aim in paper.plan.aims:
        number = paper.plan.number_of(aim.id)
        if not aim.text.strip():
            yield Found(
                aim_place(paper.plan, aim.id), f"Aim {number} has no words yet.", about="words"
            )
        if not paper.plan.actions_of(aim.id):
            text = f"Aim {number} has no action yet."
            yield Found(aim_place(paper.plan, aim.id), text, about="actions")


@check(
    "P7", "FIX", "Every action has a timescale that says when.", COUNCILS_PLAN, column="timescale"
)
def timescales_are_given(paper: Paper) -> Iterator[Found]:
    """P7: a timescale is given and says when; it need not say delivery or review.

    What nobody could date is asked, or only shown where a date was read beside it. What one answer
    would settle for several actions is asked once, on the cover, and the same question about the
    same words once for all who have them. A year that is not typed is the next after the meeting:
    it is asked where others are due so much later that another may be meant.
    """
    actions = paper.open_actions
    lacking = [action for action in actions if not action.timescale.strip()]
    if holds_of_all(paper, lacking):
        yield of_the_plan(paper, "timescale", "No action has a timescale: {refs}.", lacking)
        return
    needed: dict[PlanField, list[str]] = {}
    asked: dict[tuple[Severity, str], list[Action]] = {}
    for action in actions:
        if not action.timescale.strip():
            place = action_place(paper.plan, action.id, "timescale")
            yield Found(place, "No timescale is given.")
            continue
        reading = paper.reading_of(action)
        for name in reading.needs:
            needed.setdefault(name, []).append(paper.plan.ref_of(action.id))
        if (reading.needs and not reading.unread) or not reading.remark:
            continue
        if reading.says_when:
            rest = reading_in_words(reading).removeprefix("then ")
            said = f"{reading.remark} What is read so far: {rest}."
            asked.setdefault(("INFO", said), []).append(action)
        elif not reading.needs:
            said = reading.asks or f"When is this? {reading.problem}"
            asked.setdefault(("ASK", said), []).append(action)
    for (severity, said), those in asked.items():
        yield _same_of(paper, "timescale", said, those, severity)
    yield from _years_missing(paper)
    yield from _years_counted(paper)
    for name, refs in needed.items():
        text = _NEEDED[name].format(refs=", ".join(refs))
        yield Found(cover_place(paper.plan, name), text, (*refs,), "ASK")


def _years_missing(paper: Paper) -> Iterator[Found]:
    """Yield the timescales whose year is not typed: asked where it decides, else told once.

    It decides where others have a year and are due a year after the next one or later, or the
    plan's title says that it runs so long.
    """
    yearless, last, dated = [], date.min, 0
    for action in paper.open_actions:
        reading = paper.reading_of(action)
        if reading.due is None:
            continue
        if _NO_YEAR in reading.told and not reading.rhythm:
            yearless.append((action, reading.due, reading.told))
        else:
            last, dated = max(last, reading.due.last), dated + 1
    until = f"Others are due until {date_in_words(last)}"
    years = years_of(paper) if yearless else None
    if years and last < date(years[1], *_YEAR_ENDS):
        last, until = date(years[1], *_YEAR_ENDS), f"The plan is for {years[0]} to {years[1]}"
    is_exception = len(yearless) <= dated // _EXCEPTION
    others = []
    for action, due, told in yearless:
        if not (is_exception and last >= due.last + relativedelta(years=1)):
            others.append(action)
            continue
        text = f"{told} {until}: which year is meant?"
        place = action_place(paper.plan, action.id, "timescale")
        yield Found(place, text, (action.timescale,), "ASK", about="year")
    if others:
        text = "The timescales of {refs} have no year: the next after the meeting is read."
        yield of_the_plan(paper, "timescale", text, others, "INFO")


_YEAR_ENDS = (3, 31)
"""A plan for years ends with the financial year at the latest, unless an action is due later."""
_EXCEPTION = 3
"""At most one timescale to so many with a year may lack it, else the plan means the next one."""
_NO_YEAR = "the next after the meeting"
"""Stands in what is told of a timescale whose year is not typed and was taken from the meeting."""


def _years_counted(paper: Paper) -> Iterator[Found]:
    """Yield from when the years of the plan are counted where only its own words say so."""
    plan = paper.plan
    begins = None if plan.cover.year_1_begins else year_1_by_words(plan)
    if begins is None:
        return
    counted = [one for one in plan.actions if _counts_years(one, paper.meeting)]
    if counted:
        text = (
            "The timescales of {refs} count from year 1, which begins on "
            f"{date_in_words(begins)} by the plan's own years. Say it on the cover if it does not."
        )
        place = cover_place(plan, "year_1_begins")
        yield of_the_plan(paper, "year_1_begins", text, counted, "INFO", place=place)


@remembered_by_row
def _counts_years(action: Action, meeting: date | None) -> bool:
    """Return whether a timescale counts the years of the plan: "by the end of Year 2"."""
    if "y" not in action.timescale and "Y" not in action.timescale:
        return False
    return "year_1_begins" in read_timescale(action.timescale, meeting).needs


def _same_of(
    paper: Paper, field: str, text: str, actions: list[Action], severity: Severity
) -> Found:
    """Return the same remark on one or several actions as one finding."""
    if len(actions) > 1:
        said = text.replace("{", "{{").replace("}", "}}") + " That is the timescale of {refs}."
        return of_the_plan(paper, field, said, actions, severity)
    (action,) = actions
    place = action_place(paper.plan, action.id, field)
    return Found(place, text, (action.timescale,), severity)


_NEEDED: dict[PlanField, str] = {
    "year_1_begins": (
        "When does year 1 begin? The timescales of {refs} count from it. Say it once on the cover: "
        "Year 1 begins."
    ),
    "biannually_means": (
        "Does “biannually” mean twice a year, or every two years? The timescales of {refs} say so. "
        "Say it once on the cover: Biannually means."
    ),
}


@check("P11", "FIX", "Nobody's telephone or e-mail stands in the plan.", _PRIVACY)
def nobody_is_exposed(paper: Paper) -> Iterator[Found]:
    """P11: e-mail addresses and telephone numbers in what gets published."""
    for action in paper.actions_saying(_EXPOSING):
        yield from (found_at(paper, action, said) for said in _exposed(action))
    yield from of_each_with_notes(paper, _exposed_in_notes)
    for action in paper.plan.actions if paper.own.fields else ():
        for field_id, text in paper.own.values(action.own).items():
            if exposes(text):
                place = action_place(paper.plan, action.id, f"own.{field_id}")
                yield Found(place, _PUBLISHED, (text,))
    if exposes(text := paper.plan.cover.introduction):
        yield Found(cover_place(paper.plan, "introduction"), _PUBLISHED, (text,))


@remembered_by_row
def _exposed(action: Action) -> tuple[Said, ...]:
    return tuple(
        [
            Said(name, _published(text, name), (text,))
            for name, held in zip(_MAYBE_OF_A_PERSON, _told_of_people(action), strict=True)
            for text in _texts_of(held)
            if exposes(text)
        ]
    )


_told_of_people = attrgetter(*_MAYBE_OF_A_PERSON)


def _texts_of(held: str | tuple[str, ...]) -> tuple[str, ...]:
    return (held,) if isinstance(held, str) else held


@remembered_by_row
def _exposed_in_notes(_: Action, notes: Notes) -> tuple[Said, ...]:
    said = (note.text for note in notes)
    return tuple(
        Said("progress", _published(text, "progress"), (text,)) for text in said if exposes(text)
    )


def _published(text: str, field: str) -> str:
    """Return what is said of a number: whose it is, where P19 would ask whether they are known."""
    of_whom = name_of_lead(text) if field == "leads" else known_in(text, with_names=True)
    return _WITH_A_NAME.format(of_whom) if of_whom else _PUBLISHED


@check(
    "P12", "INFO", "An action says what is done: it begins with a verb.", "Plain-language practice"
)
def actions_begin_with_a_verb(paper: Paper) -> Iterator[Found]:
    """P12: a heading or an outcome where an action should be."""
    yield from of_each_open_action(paper, _without_a_verb)


@remembered_by_row
def _without_a_verb(action: Action) -> tuple[Said, ...]:
    text = summary_line(action.text)
    if is_heading(text) or is_outcome(text):
        said = "It reads as a heading or an outcome: what is to be done?"
        return (Said("text", said, (action.text,)),)
    return ()


@check(
    COMMENT_RULE,
    "ASK",
    "Every comment that came with the Word file is answered.",
    "The Word file that the plan was read from",
)
def comments_are_answered(paper: Paper) -> Iterator[Found]:
    """P13: the officer decides what a comment asks; nothing of it is printed."""
    for comment in paper.plan.comments:
        assessment = paper.plan.assessment_rows.get(comment.on_row)
        form = paper.forms.get(assessment.form) if assessment else None
        place = comment_place(paper.plan, comment, form)
        said = " / ".join(comment.text.split("\n"))
        yield Found(place, f"A comment waits for an answer: “{said}”", about=comment.id)


def exposes(text: str) -> bool:
    """Return whether a text has somebody's telephone number or e-mail address."""
    if not _EXPOSING.stand_in(text):
        return False
    if "@" in text and _EMAIL.search(text):
        return True
    if _HIDDEN.search(text) and contact_details(text):
        return True
    may_be = "+44" in text or _FIGURES.search(text) is not None
    return may_be and _PHONE.search(text) is not None


PLAN_CHECKS: tuple[Check, ...] = (
    aims_are_whole,
    leads_are_known,
    leads_answer_to_the_council,
    timescales_are_given,
    nobody_is_exposed,
    actions_begin_with_a_verb,
    comments_are_answered,
)
