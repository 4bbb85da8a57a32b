"""What the import did not read of a Word file, and what the checks may therefore not say: R59.

A line of the header that was not understood may be the title, and a form of another council may ask
in words of its own. What the import kept as not read is asked about once; no other rule calls
missing what may stand there.
"""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.form_judging import wanted
from plan.checks.paper import Paper
from plan.council.form import Form
from plan.model.fields import HeaderField
from plan.model.plan import Plan
from plan.papers.places import assessment_place, report_place
from plan.text.line_breaks import counted, shortened

_OF_HEADER = "header"
_CALLED: dict[HeaderField, str] = {
    "committee": "the committee",
    "meeting_date": "the date of the meeting",
    "title": "the title",
    "by": "who makes the report",
    "number": "the number",
}
_LOOKS: dict[str, re.Pattern[str]] = {
    "meeting_date": re.compile(
        r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\d[./]\d{1,2}[./]\d",
        re.IGNORECASE,
    ),
    "number": re.compile(r"\b[A-Z]{2,}[\w/-]*\d|\b\d{1,4}[/-]\d{2,4}\b"),
}
"""What a line has that may be a date, or a number: any other line may be a title or a committee."""
_MOST_NAMED = 3


def may_be_unread(plan: Plan, name: str) -> bool:
    """Return whether a blank field of the report's header may stand in a line that was not read."""
    lines = plan.unread.get(_OF_HEADER, ()) if plan.reason_rows else ()
    look = _LOOKS.get(name)
    return any(look is None or look.search(line) for line in lines)


def not_seen_to_ask(plan: Plan, assessment_id: str) -> frozenset[str]:
    """Return the questions that a paper's form was not seen to ask, as far as they are blank."""
    if not plan.reason_rows:
        return frozenset()
    answers = plan.answers_of(assessment_id)
    return frozenset(one for one in plan.unread.get(assessment_id, ()) if one not in answers)


@check(
    "R59",
    "ASK",
    "What was not read of the Word file is looked at.",
    "The import's own account of the file",
)
def unread_is_looked_at(paper: Paper) -> Iterator[Found]:
    """R59: a header with a line that was not understood and a blank field, a form's own questions.

    It is settled by filling in what is blank, or by a reason: the paper does not say it.
    """
    plan, printed = paper.plan, paper.council.report.printed_fields
    blank: list[HeaderField] = [
        name
        for name in _CALLED
        if name in printed and not getattr(plan.report, name).strip() and may_be_unread(plan, name)
    ]
    if blank:
        lines = plan.unread[_OF_HEADER]
        named = ", ".join(f"“{shortened(line)}”" for line in lines[:_MOST_NAMED])
        asked = " or ".join(_CALLED[name] for name in blank)
        text = f"{named} was not read in the report's header: is it {asked}?"
        yield Found(report_place(blank[0]), text, (*lines, *blank))
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is not None:
            yield from _not_seen(plan, assessment.id, form)


def _not_seen(plan: Plan, assessment_id: str, form: Form) -> Iterator[Found]:
    """Yield the questions of a form that a rule wants answered and the paper was not seen to ask.

    It must be answered where a rule of the form would keep the paper back.
    """
    unread = not_seen_to_ask(plan, assessment_id)
    answers = plan.answers_of(assessment_id)
    if not unread:
        return
    held = set(wanted(form, answers, unread=unread))
    left_alone = [rule for rule in wanted(form, answers) if rule not in held]
    about = {one for rule in left_alone for one in rule.questions} & unread
    names = [one for one in plan.unread[assessment_id] if one in about]
    if not names:
        return
    fields = ((one, form.field(one)) for one in names)
    labels = [found.label if found is not None else one for one, found in fields]
    left = len(labels) - _MOST_NAMED
    more = f" and {counted(left, 'other question')}" if left > 0 else ""
    named = ", ".join(f"“{shortened(label)}”" for label in labels[:_MOST_NAMED])
    text = f"The paper was not seen to answer {named}{more}: look whether it does."
    is_grave = any(rule.severity == "STOP" for rule in left_alone)
    place = assessment_place(plan, assessment_id, form, "")
    yield Found(place, text, tuple(names), "FIX" if is_grave else None)


UNREAD_CHECKS: tuple[Check, ...] = (unread_is_looked_at,)
