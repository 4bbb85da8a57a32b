"""What an impact assessment says that goes with the paper as an appendix, in any council's form.

It is read as lines of text: a row of its table is a line that begins with what the row is about.
"""

import re
from collections.abc import Iterator

from plan.checks.facts.report_text import named_as
from plan.model.plan import Plan
from plan.model.rows import Appendix
from plan.text.remembered import remembered

_IS_ASSESSMENT = re.compile(
    r"\bimpact assessments?\b|\b(?:EQ?IA|IIA|RIAT|EQ?HRIA)s?\b|\bequalit(?:y|ies) (?:(?:and|&) "
    r"(?:[\w’']+ ){1,3})?(?:assessment|screening|form|appraisal)\b",
    re.IGNORECASE,
)
ROW = re.compile(r"^\s*[-*]\s+(?P<row>[^:\n]{2,80}): (?P<rest>.+)$", re.MULTILINE)
NEGATIVE = re.compile(
    r"(?:^|; )(?:[\w ]+ )?(?:negative(?:ly)?|adverse(?:ly)?)(?: (?:impacts?|effects?))?"
    r"(?: \([^)]*\))?: (?!(?:no|none|nil|n/?a|not applicable|[-–—]|0)\b)(?=\S)|"
    r"(?:^|: |; )(?:high |medium |low |some |slight |minor |major |potential(?:ly)? |possible |"
    r"significant )*(?:negative(?:ly)?|adverse(?:ly)?|detrimental|disadvantage[ds]?)"
    r"(?: (?:impacts?|effects?))?(?=$|\s?[;.,(]|"
    r": (?!no\b|none|nil|n/?a|[-–—])\w|\s*[–—]|\s-\s|"
    r" (?:and|/) positive)|(?:^|: |; )positive (?:and|/) negative\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:if|any|whether|how|what|are there|is there)\b|\?", re.IGNORECASE)
"""A row that asks about negative impacts is none of a group of people."""
NOT_NEGATIVE = re.compile(
    r"(?:\A|: |; )(?:positive|neutral|no(?:ne| (?:\w+ )?(?:impact|effect|difference|change))|"
    r"nil)\b",
    re.IGNORECASE,
)
"""A row of a group on which there is no negative impact: its comment answers none."""
_ASKED = re.compile(r"\s*[-*]?\s*(?P<asked>[^?\n]{4,300})\?\W*: (?P<answer>.+)$")
LAW = (
    "Equality Act 2010, section 149; SSI 2012/162, regulation 5, in force from 27 May 2012: the "
    "results are to be taken into account"
)


def is_assessment(appendix: Appendix) -> bool:
    """Return whether an appendix is an impact assessment that is kept as text, by its name."""
    return appendix.kind == "text" and bool(_IS_ASSESSMENT.search(named_as(appendix)))


A_GROUP = re.compile(
    r"\b(?:age|older|young\w*|child\w*|disab\w+|sex|gender|wom[ae]n|trans\w*|race|ethnic\w*|gypsy|"
    r"religio\w*|belief|sexual orientation|lesbian|pregnan\w+|maternity|marriage|civil partnership|"
    r"socio-?\s?economic|poverty|low incomes?|carers?|care[- ]experienced|care leavers|veterans|"
    r"armed "
    r"forces|islands?|rural|gaelic|BSL|homeless\w*|refugees)\b",
    re.IGNORECASE,
)


def is_a_group(row: str) -> bool:
    """Return whether what a row of an assessment is about is a group of people."""
    return len(row) <= _LONGEST_GROUP and "?" not in row and A_GROUP.search(row) is not None


_LONGEST_GROUP = 80
_BOX = "☐□◻"
_UNMARKED = re.compile(rf"[^:;\n]{{1,60}}: ?[{_BOX}]\s*")
_COUNTED = re.compile(r"\A\d{1,2}(?:\.\d{1,2})?\\?[.)]\s+")
"""The number of a row, which is none of its words."""


def marked_text(appendix: Appendix) -> str:
    """Return the lines of an assessment without the boxes that are printed and not marked."""
    return _marked_text(appendix.text)


@remembered
def _marked_text(text: str) -> str:
    if not any(one in text for one in _BOX):
        return text
    return "\n".join(map(_without_empty_boxes, text.split("\n")))


def _without_empty_boxes(line: str) -> str:
    """Return a row without the columns whose box is printed and empty."""
    row, colon, rest = line.partition(": ")
    cells = [one for one in rest.split("; ") if not _UNMARKED.fullmatch(one)]
    return f"{row}{colon}{'; '.join(cells)}"


def answered_lines(text: str) -> Iterator[str]:
    """Yield the lines of an assessment, a question with the line below it that answers it."""
    question = ""
    for line in text.split("\n"):
        said = line.strip().strip("*").strip()
        if said.endswith("?") and ": " not in said:
            question = said
        elif said:
            yield f"- {question}: {said.removeprefix('- ')}" if question else line
            question = ""


def lines_of_assessments(plan: Plan) -> Iterator[tuple[Appendix, str]]:
    """Yield the answered lines of the assessments that are appended as text, each with its own."""
    for appendix in plan.appendices:
        if is_assessment(appendix):
            yield from ((appendix, line) for line in answered_lines(marked_text(appendix)))


def question_and_answer(line: str) -> tuple[str, str]:
    """Return what a line of an assessment asks and what is answered; any other line is answered."""
    found = _ASKED.match(line)
    return (found["asked"], found["answer"].strip()) if found else ("", line)


def negative_rows(appendix: Appendix) -> dict[str, str]:
    """Return the rows that are marked negative by what they are about, each with what it says."""
    rows = (
        (_COUNTED.sub("", found["row"].strip()), found["rest"])
        for found in ROW.finditer(marked_text(appendix))
        if NEGATIVE.search(found["rest"]) and not _QUESTION.search(found["row"])
    )
    return dict(rows)


LEADING_NUMBER = re.compile(
    r"\A\s*[-*]?\s*(?:\d{1,2}(?:\.\d{1,2})?\\?[.)]|[a-z]\))?\s*", re.IGNORECASE
)
"""What stands before a line of a list or of a table."""
_DOING = re.compile(
    r"\A(?P<for>[^:\n]{2,100}): (?:[^:;\n]{0,40}: )?(?=.*?(?:action|mitigat\w+|measure|step|"
    r"what)\w*[^:;\n]{0,50}: (?P<what>[^;\n]{6,200}))(?=.*?(?:who|lead\w*|by when|when|date|"
    r"timescale|responsible)[^:;\n]{0,20}: )",
    re.IGNORECASE,
)
"""A row of what is to be done about an impact: for whom, what, and by whom or when."""


@remembered
def done_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what is to be done about the impacts, row by row: for whom, and what."""
    found = []
    for line in text.split("\n"):
        said = LEADING_NUMBER.sub("", line.strip(), count=1)
        if match := _DOING.match(said):
            found.append((match["for"].strip(), match["what"].strip()))
    return tuple(found)
