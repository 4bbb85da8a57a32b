"""The checks of the plan: P2, P6 to P8, P11 and P12.

P1 cannot fail, because refs are positions. `plan.checks.inspection_checks` compares the plan with
the inspection report (P3 to P5, P10), and `plan.checks.smart` has P9.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from plan.checks.action_words import is_heading, is_outcome
from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.paper import Paper
from plan.checks.report_text import report_words
from plan.following.reviews import reading_of, unreported
from plan.model.fields import COLUMN_FIELDS
from plan.model.rows import COMMENT_RULE, Action
from plan.papers.places import action_place, aim_place, comment_place, cover_place
from plan.reading.dates import span_in_words
from plan.reading.timescale_said import PlanField
from plan.reading.timescales import reading_in_words
from plan.text.line_breaks import summary_line
from plan.text.remembered import remembered

_PRIVACY = "Data protection law: leads are named as posts and groups, and reached elsewhere"
_EMAIL = re.compile(r"(?<=[\w.+-])@[\w-]+\.[\w.-]")
_PHONE = re.compile(r"(?<![\d/])(?:\+44\s?|0)\d{2,4}[\s-]?\d{3}[\s-]?\d{3,4}(?!\d)")
_NEVER_ABOUT_A_PERSON = ("pages", "indicators")
_ACRONYM = re.compile(r"\b(?=[A-Z]&{0,8}[A-Z])[A-Z][A-Z&]{1,9}s?\b")
_NAME = r"(?P<name>[A-Z][A-Z&]{0,9})s?"
"""The length is limited, because an unlimited run would be read again from each letter."""
_NAMED = rf"[“”\"'‘’]?{_NAME}\b"
_TIED = (
    re.compile(rf"\w\s*\((?:(?:the|or|hereafter) )?{_NAMED}[“”\"'‘’]?\)"),
    re.compile(rf"\b{_NAME}(?=\s*\(\w{{4}})"),
    re.compile(rf"\b(?:known|referred to|abbreviated) (?:\w+ ){{0,2}}?(?:as|to) (?:the )?{_NAMED}"),
    re.compile(rf"(?<=\w), (?:or|the) (?:the )?{_NAMED}(?=[,.;)])"),
)
"""An acronym beside its full form: in brackets before or after, "known as the CPC", "or CPC"."""
_KNOWN = frozenset({"NHS", "UK", "EU", "IT", "HR", "II", "III", "IV", "SMART"})


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
    "P6",
    "ASK",
    "Every action has a lead, whose name can be understood.",
    COUNCILS_PLAN,
    column="leads",
)
def leads_are_known(paper: Paper) -> Iterator[Found]:
    """P6: no lead, or an acronym that is never tied to its full form; each is reported once."""
    known = _tied(paper)
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "leads")
        if not action.leads:
            yield Found(place, "Nobody is named to lead it.", (), "FIX")
        unknown = [name for name in _acronyms(action) if name not in known]
        known.update(unknown)
        if unknown:
            text = (
                f"{', '.join(unknown)}: nowhere tied to a full name, and a councillor reads it for "
                "the first time."
            )
            yield Found(place, text, tuple(unknown))


@check(
    "P7", "FIX", "Every action has a timescale that says when.", COUNCILS_PLAN, column="timescale"
)
def timescales_are_given(paper: Paper) -> Iterator[Found]:
    """P7: a timescale is given and says when; it need not say delivery or review.

    What nobody could date is asked, or only shown where a date was read beside it. What one answer
    would settle for several actions is asked once, on the cover.
    """
    needed: dict[PlanField, list[str]] = {}
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "timescale")
        if not action.timescale.strip():
            yield Found(place, "No timescale is given.")
            continue
        reading = reading_of(paper.plan, action)
        for name in reading.needs:
            needed.setdefault(name, []).append(paper.plan.ref_of(action.id))
        if reading.needs or not reading.remark:
            continue
        if reading.says_when:
            said = f"{reading.remark} The rest is read: {reading_in_words(reading)}."
            yield Found(place, said, (action.timescale,), "INFO")
        else:
            asked = reading.asks or f"When is this? {reading.problem}"
            yield Found(place, asked, (action.timescale,), "ASK")
    for name, refs in needed.items():
        text = _NEEDED[name].format(refs=", ".join(refs))
        yield Found(cover_place(paper.plan, name), text, (*refs,), "ASK")


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


@check(
    "P8", "ASK", "What is due by the meeting has a progress note.", COUNCILS_PLAN, column="progress"
)
def reviews_are_noted(paper: Paper) -> Iterator[Found]:
    """P8: something due or reviewed on or before the day of the meeting with no note about it."""
    if paper.meeting is None:
        return
    for late in unreported(paper.plan, paper.meeting + timedelta(days=1)):
        place = action_place(paper.plan, late.action_id, "progress")
        when = f"{'on' if late.when.is_day else 'in'} {span_in_words(late.when)}"
        text = f"It was due or reviewed {when}, and no note says what came of it."
        yield Found(place, text, (late.when_iso,))


@check("P11", "FIX", "Nobody's telephone or e-mail stands in the plan.", _PRIVACY)
def nobody_is_exposed(paper: Paper) -> Iterator[Found]:
    """P11: e-mail addresses and telephone numbers in what gets published."""
    for action in paper.plan.actions:
        for field, texts in _texts(paper, action):
            for text in texts:
                if _exposes(text):
                    place = action_place(paper.plan, action.id, field)
                    found = "A telephone number or an e-mail address would be published."
                    yield Found(place, found, (text,))


@check(
    "P12", "INFO", "An action says what is done: it begins with a verb.", "Plain-language practice"
)
def actions_begin_with_a_verb(paper: Paper) -> Iterator[Found]:
    """P12: a heading or an outcome where an action should be."""
    for action in paper.plan.actions:
        text = summary_line(action.text)
        if is_heading(text) or is_outcome(text):
            place = action_place(paper.plan, action.id, "text")
            said = "It reads as a heading or an outcome: what is to be done?"
            yield Found(place, said, (action.text,))


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


@remembered
def _exposes(text: str) -> bool:
    return bool(_EMAIL.search(text) or _PHONE.search(text))


@remembered
def _acronyms(action: Action) -> tuple[str, ...]:
    names = (name for lead in action.leads for name in _ACRONYM.findall(lead))
    bare = (name.removesuffix("s") for name in names)
    return tuple(dict.fromkeys(name for name in bare if name not in _KNOWN))


def _tied(paper: Paper) -> set[str]:
    """Return the acronyms that the report or the plan ties to a full name."""
    texts = [words.text for words in report_words(paper)]
    for action in paper.plan.actions:
        texts += (summary_line(action.text), *action.leads)
    return set().union(*map(_tied_in, texts))


@remembered
def _tied_in(text: str) -> frozenset[str]:
    return frozenset(found["name"] for tied in _TIED for found in tied.finditer(text))


def _texts(paper: Paper, action: Action) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = (name for name in COLUMN_FIELDS if name not in _NEVER_ABOUT_A_PERSON)
    fields = ((name, getattr(action, name)) for name in names)
    texts = ((name, (held,) if isinstance(held, str) else held) for name, held in fields)
    said = paper.own.values(action.own)
    own = ((f"own.{field_id}", (text,)) for field_id, text in said.items())
    return (*texts, *own, ("progress", tuple(note.text for note in paper.plan.notes_of(action.id))))


PLAN_CHECKS: tuple[Check, ...] = (
    aims_are_whole,
    leads_are_known,
    timescales_are_given,
    reviews_are_noted,
    nobody_is_exposed,
    actions_begin_with_a_verb,
    comments_are_answered,
)
