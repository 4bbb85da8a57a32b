"""What the import did not read of a Word file, and what the checks may therefore not say: R59.

A line of the header that was not understood may be the title, and a form of another council may ask
in words of its own. What the import kept as not read is asked about once; no other rule calls
missing what may stand there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from plan.checks.check import Check, Found, check
from plan.checks.form_judging import wanted
from plan.checks.paper import Paper
from plan.council.form import Form
from plan.model.fields import SIGNATURE_FIELDS, ReportField
from plan.model.finding import finding_id
from plan.model.plan import Plan
from plan.model.rows import UNREAD_RULE
from plan.papers.places import assessment_place, report_place
from plan.text.line_breaks import counted, shortened

_OF_HEADER = "header"
_OF_END = "end"
_OF_REPORT = "report"
SPEAK_OF_MISSING = frozenset(
    {"R1", "R4", "R5", "R15", "R17", "R19", "E34", "E36", "E39", "E40", "E41", "E42", "E43", "E45"}
)
"""The rules that call missing what a report says nothing of."""
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
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\d[./]\d{1,2}[./]\d",
    re.IGNORECASE,
)
_LOOKS: dict[str, re.Pattern[str]] = {
    "meeting_date": _DATE,
    "signed_on": _DATE,
    "number": re.compile(r"\b[A-Z]{2,}[\w/-]*\d|\b\d{1,4}[/-]\d{2,4}\b"),
}
"""What a line has that may be a date, or a number: any other line may be a title or a committee."""
_COUNTED = re.compile(r"\A\W*(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]*\s+", re.IGNORECASE)
_LISTED = re.compile(
    r"\W*(?:(?:list of )?(?:appendi(?:x|ces)|annex(?:es)?|schedules?|enclosures?)\b|"
    r"(?:for )?(?:further |more )?(?:contacts?|enquir(?:y|ies)|information|tel(?:ephone)?|phone|"
    r"mobile|e-?mail|wards?(?: affected)?|distribution|background (?:papers?|documents?))\b"
    r"[\w ]{0,30}(?:[:\t]| [–—-] )|\S+@\S+$)",
    re.IGNORECASE,
)
"""How a line begins below who signs that lists what comes with the report, or says whom to ask."""
_MOST_NAMED = 3


def is_half_read(plan: Plan) -> bool:
    """Return whether text of the report was not read, and nobody has looked at it yet.

    It was looked at where its words stand in the plan now, or a reason was given for R59.
    """
    asked = finding_id(UNREAD_RULE, report_place("title"), _OF_REPORT)
    return bool(_text_left(plan)) and asked not in plan.reason_rows


def _text_left(plan: Plan) -> list[str]:
    """Return the lines of the report's text that were not read and stand nowhere in it yet."""
    lines = plan.unread.get(_OF_REPORT, ()) if plan.reason_rows else ()
    if not lines:
        return []
    report = (*plan.report.model_dump().values(), *(one.text for one in plan.passage_rows.values()))
    said = _words_of(" ".join(str(one) for one in report))
    return [line for line in lines if _words_of(line.removesuffix("…")) not in said]


def _words_of(text: str) -> str:
    """Return the words of a text alone, without a number that counts it."""
    return " ".join(re.findall(r"[^\W_]+", _COUNTED.sub("", text).casefold()))


def _lines_of(plan: Plan, part: str) -> tuple[str, ...]:
    """Return the lines of a part that were not read; those that list papers sign nothing."""
    lines = plan.unread.get(part, ()) if plan.reason_rows else ()
    return lines if part != _OF_END else tuple(one for one in lines if not _LISTED.match(one))


def may_be_unread(plan: Plan, name: str) -> bool:
    """Return whether a blank field of the report may stand in a line that was not read.

    A field of the signature is looked for in the lines at the report's end.
    """
    if plan.reason_rows and is_half_read(plan):
        return True
    lines = _lines_of(plan, _OF_END if name in SIGNATURE_FIELDS else _OF_HEADER)
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
    if left := _text_left(plan):
        named = ", ".join(f"“{one}”" for one in left[:_MOST_NAMED])
        more = len(left) - _MOST_NAMED
        others = f" and {counted(more, 'other line')}" if more > 0 else ""
        text = (
            f"{named}{others} of the Word file were not read: they may be the report's. Put them "
            "into its sections, or give a reason; until then nothing of it is called missing."
        )
        yield Found(report_place("title"), text, tuple(left), about=_OF_REPORT)
    if is_half_read(plan):
        return
    parts: tuple[tuple[str, Mapping[ReportField, str], str], ...] = (
        (_OF_HEADER, _CALLED, "in the report's header"),
        (_OF_END, _SIGNED, "at the report's end"),
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
            lines = _lines_of(plan, part)
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
