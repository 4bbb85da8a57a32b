"""What the import did not read of a Word file, and what the checks may therefore not say: R59.

A line of the header that was not understood may be the title, and a form of another council may ask
in words of its own. What the import kept as not read is asked about once; no other rule calls
missing what may stand there.
"""

from collections.abc import Iterator, Mapping, Sequence

from plan.checks.check import Check, Found, check
from plan.checks.facts.half_read import (
    OF_END,
    OF_HEADER,
    OF_REPORT,
    is_half_read,
    lines_of,
    may_be_unread,
    not_seen_to_ask,
    text_left,
)
from plan.checks.form.form_judging import wanted
from plan.checks.paper import Paper
from plan.council.form import Form
from plan.model.fields import ReportField
from plan.model.plan import Plan
from plan.papers.places import assessment_place, report_place
from plan.text.line_breaks import counted, shortened

_CALLED: dict[ReportField, str] = {
    "committee": "the committee",
    "meeting_date": "the date of the meeting",
    "title": "the title",
    "by": "who makes the report",
    "number": "the number",
}
_SIGNED: dict[ReportField, str] = {
    "signatory": "the name of who signs it",
    "signatory_post": "the post",
    "signed_on": "the date",
}
_MOST_NAMED = 3


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
    if left := text_left(plan):
        named = ", ".join(f"“{one}”" for one in left[:_MOST_NAMED])
        more = len(left) - _MOST_NAMED
        others = f" and {counted(more, 'other line')}" if more > 0 else ""
        text = (
            f"{named}{others} of the Word file were not read: they may be the report's. Put them "
            "into its sections, or give a reason; until then nothing of it is called missing."
        )
        yield Found(report_place("title"), text, tuple(left), about=OF_REPORT)
    if is_half_read(plan):
        return
    parts: tuple[tuple[str, Mapping[ReportField, str], str], ...] = (
        (OF_HEADER, _CALLED, "in the report's header"),
        (OF_END, _SIGNED, "at the report's end"),
    )
    for part, called, where in parts:
        blank = [
            name
            for name in called
            if name in printed
            and not getattr(plan.report, name).strip()
            and may_be_unread(plan, name)
        ]
        if blank:
            lines = lines_of(plan, part)
            named = ", ".join(f"“{shortened(line)}”" for line in lines[:_MOST_NAMED])
            asked = " or ".join(called[name] for name in blank)
            text = f"{named} {_was(lines)} not read {where}: is it {asked}?"
            yield Found(report_place(blank[0]), text, (*lines, *blank))
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is not None:
            yield from _not_seen(plan, assessment.id, form)


def _was(lines: Sequence[str]) -> str:
    return "was" if len(lines) == 1 else "were"


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
