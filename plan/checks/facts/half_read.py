"""What the import did not read of a Word file, and what the checks may therefore not say.

A line of the header that was not understood may be the title, and a form of another council may ask
in words of its own: no rule calls missing what may stand there.
"""

import re

from plan.model.fields import SIGNATURE_FIELDS
from plan.model.finding import finding_id
from plan.model.plan import Plan
from plan.model.rows import UNREAD_RULE
from plan.papers.places import report_place

OF_HEADER = "header"
OF_END = "end"
OF_REPORT = "report"
SPEAK_OF_MISSING = frozenset(
    {"R1", "R4", "R5", "R15", "R17", "R19", "E34", "E36", "E39", "E40", "E41", "E42", "E43", "E45"}
)
"""The rules that call missing what a report says nothing of."""
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
    r"[\w ]{0,30}(?:[:\t]| [–—-] )|\S+@\S+$|"
    r"(?:please |to )?(?:contact|phone|ring|e-?mail|write to) |"
    r"(?:for|if you (?:have|want|need|would like)) [\w ,]{0,50}?(?:please )?(?:contact|speak to|"
    r"phone|ring|e-?mail|write to|ask) )",
    re.IGNORECASE,
)
"""How a line begins below who signs that lists what comes with the report, or says whom to ask."""


def is_half_read(plan: Plan) -> bool:
    """Return whether text of the report was not read, and nobody has looked at it yet.

    It was looked at where its words stand in the plan now, or a reason was given for R59.
    """
    asked = finding_id(UNREAD_RULE, report_place("title"), OF_REPORT)
    return bool(text_left(plan)) and asked not in plan.reason_rows


def text_left(plan: Plan) -> list[str]:
    """Return the lines of the report's text that were not read and stand nowhere in it yet."""
    lines = plan.unread.get(OF_REPORT, ()) if plan.reason_rows else ()
    if not lines:
        return []
    report = (*plan.report.model_dump().values(), *(one.text for one in plan.passage_rows.values()))
    said = _words_of(" ".join(str(one) for one in report))
    return [line for line in lines if _words_of(line.removesuffix("…")) not in said]


def _words_of(text: str) -> str:
    """Return the words of a text alone, without a number that counts it."""
    return " ".join(re.findall(r"[^\W_]+", _COUNTED.sub("", text).casefold()))


def lines_of(plan: Plan, part: str) -> tuple[str, ...]:
    """Return the lines of a part that were not read; those that list papers sign nothing."""
    lines = plan.unread.get(part, ()) if plan.reason_rows else ()
    return lines if part != OF_END else tuple(one for one in lines if not _LISTED.match(one))


def may_be_unread(plan: Plan, name: str) -> bool:
    """Return whether a blank field of the report may stand in a line that was not read.

    A field of the signature is looked for in the lines at the report's end.
    """
    if plan.reason_rows and is_half_read(plan):
        return True
    lines = lines_of(plan, OF_END if name in SIGNATURE_FIELDS else OF_HEADER)
    look = _LOOKS.get(name)
    return any(look is None or look.search(line) for line in lines)


def not_seen_to_ask(plan: Plan, assessment_id: str) -> frozenset[str]:
    """Return the questions that a paper's form was not seen to ask, as far as they are blank."""
    if not plan.reason_rows:
        return frozenset()
    answers = plan.answers_of(assessment_id)
    return frozenset(one for one in plan.unread.get(assessment_id, ()) if one not in answers)
