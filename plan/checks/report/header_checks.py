"""The header and the signature of the report, and the dates between its papers: R15 and R18."""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.form_facts import date_in
from plan.checks.facts.half_read import may_be_unread
from plan.checks.paper import Paper
from plan.checks.report.report_checks import is_in_own_layout
from plan.model.fields import SIGNATURE_FIELDS, ReportField
from plan.papers.places import assessment_place, cover_place, report_place
from plan.reading.dates import DateSpan, read_date, span_in_words

_FORMAT = "The council's report format"
_PRACTICE = "Council practice: the papers go to committee as one"
_WANTED: dict[ReportField, str] = {
    "committee": "It is not said which committee the report goes to.",
    "title": "The report has no title.",
    "by": "It is not said by whom the report is made.",
    "signatory": "Nobody's name stands below the report.",
    "signatory_post": "The post of who signs is missing.",
    "signed_on": "The date below the report is missing.",
}
"""What is said of a blank field; R2 and R3 look at the date of the meeting and the number."""
_DRAFT = re.compile(r"\b(?:draft|v(?:ersion)? ?\.?0\.\d+)\b", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:head|director|chief|officer|manager|lead|executive|convener|clerk|treasurer|solicitor|"
    r"co-?ordinator|principal|superintendent)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:to|until|till|from|by|between|for)\b|\d{4}\s*[–—/-]\s*\d{2,4}|"
    r"\d{4}\s*[–—-]\s*[A-Z][a-z]+ \d{4}",
    re.IGNORECASE,
)
_MONTHS_APART = 2
"""From so many months between the plan and its assessment on, we ask."""
_YEAR = 12


@check("R15", "FIX", "Header and signature of the report are complete.", _FORMAT)
def header_is_complete(paper: Paper) -> Iterator[Found]:
    """R15: committee, title, by, signatory, post and date; the item number is assigned late.

    A report in a layout of its own may say in its own words who signs: that is asked once.
    """
    if not paper.has_report:
        return
    report, fields = paper.plan.report, paper.council.report.printed_fields
    blank = [name for name in _WANTED if name in fields and not getattr(report, name).strip()]
    if _POST.search(report.signatory) and "signatory_post" in blank:
        blank.remove("signatory_post")  # a post signs, without a name
    signature = [name for name in SIGNATURE_FIELDS if name in fields]
    if is_in_own_layout(paper):
        named = any(getattr(report, name).strip() for name in ("by", "signatory", "signatory_post"))
        blank = [name for name in blank if name in ("committee", "title", "by")]
        if not named and signature:
            blank = [name for name in blank if name != "by"]
            text = (
                "Nobody is named as the report's author or signatory: who signs it? If one of its "
                "own sections says so, put it here too."
            )
            yield Found(report_place("signatory"), text, (), "ASK")
    for name in blank:
        if may_be_unread(paper.plan, name):
            continue  # R59 asks about it
        if name == "signatory" and report.signatory_post.strip():
            text = "A post signs the report: no name stands with it."
            yield Found(report_place(name), text, (), "INFO")
            continue
        is_asked = name == "by" and is_in_own_layout(paper)
        yield Found(report_place(name), _WANTED[name], (), "ASK" if is_asked else None)
    if "item_no" in fields and not report.item_no.strip():
        yield Found(report_place("item_no"), "The item number is still to come.", (), "INFO")


@check("R18", "ASK", "The dates of the papers fit together, and none is a draft.", _PRACTICE)
def dates_fit(paper: Paper) -> Iterator[Found]:
    """R18: a plan dated after the meeting or a draft, an assessment after the report or long after.

    A month stays a month: what may be on the same day is not asked. A date of years on is when the
    plan ends.
    """
    plan = paper.plan
    dated = read_date(plan.cover.date) or _dated_in(plan.cover.subtitle)
    field = "date" if plan.cover.date.strip() else "subtitle"
    is_of_the_plan = dated and paper.meeting and dated.first.year > paper.meeting.year + 1
    if paper.meeting and dated and dated.first > paper.meeting and not is_of_the_plan:
        text = f"The plan is dated {span_in_words(dated)}, after the meeting."
        yield Found(cover_place(plan, field), text, (plan.cover.date, str(paper.meeting)))
    if paper.has_report:
        for name in ("title", "subtitle", "date"):
            if found := _DRAFT.search(getattr(plan.cover, name)):
                text = f"“{found[0]}” stands on the cover of what goes to committee."
                yield Found(cover_place(plan, name), text, (found[0],), about="draft")
    yield from _assessed_late(paper, dated)


def _assessed_late(paper: Paper, dated: DateSpan | None) -> Iterator[Found]:
    plan = paper.plan
    signed = read_date(plan.report.signed_on)
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        answer = plan.answers_of(assessment.id).get("date")
        made = date_in(answer.text) if answer else None
        if form is None or answer is None or made is None:
            continue
        place = assessment_place(plan, assessment.id, form, "date")
        if made.first > paper.judged_at:
            continue  # the form's own rule of it says so
        if signed is not None and made.first > signed.last:
            text = (
                f"The assessment is of {span_in_words(made)}, and the report is signed "
                f"{span_in_words(signed)}: did it inform the report?"
            )
            yield Found(place, text, (answer.text, plan.report.signed_on), about="signature")
        elif dated is not None and _months_between(dated, made) > _MONTHS_APART:
            text = (
                f"The assessment is of {span_in_words(made)}, and the plan of "
                f"{span_in_words(dated)}: did it inform the plan?"
            )
            yield Found(place, text, (answer.text, plan.cover.date), about="plan")


def _months_between(one: DateSpan, other: DateSpan) -> int:
    return (other.first.year - one.last.year) * _YEAR + other.first.month - one.last.month


def _dated_in(text: str) -> DateSpan | None:
    """Return the date that a subtitle has, None where it is a period or its end."""
    return date_in(text) if text.strip() and not _PERIOD.search(text) else None


HEADER_CHECKS: tuple[Check, ...] = (header_is_complete, dates_fit)
