"""The rows a plan consists of: flat, frozen, each with its own id.

A row knows its parent and its rank among its siblings; its number is nowhere stored. These are
the shapes that the plan file keeps (schema 1) and that changes compare, so a field added or
renamed here is a new schema version.
"""

import os
import re
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from plan.model.documents import GENERATED
from plan.text.clean import UNSAFE

LINE_LIMIT = 10_000
"""Characters in a field that is one line, or in an item of a list."""
PROSE_LIMIT = 100_000
"""Characters in a field of prose, as they were typed."""
_NOT_TYPED = re.compile(r"\\(?=[\\*_.)+-])|(?<=\n) +")
"""What Markdown adds to a text: backslashes before marks, and the indents of its lists."""
ITEMS_LIMIT = 1_000
"""Items in a list."""
QUESTION_LIMIT = 47
"""Characters in the id of a question of a form, so that an answer's id has room for it."""

TableName: TypeAlias = Literal[
    "plan",
    "aims",
    "actions",
    "progress",
    "report",
    "passages",
    "appendices",
    "assessments",
    "answers",
    "source",
    "reasons",
]
ListField: TypeAlias = Literal["indicators", "leads", "success_criteria"]

LIST_FIELDS: tuple[ListField, ...] = ("indicators", "leads", "success_criteria")

PassageKind: TypeAlias = Literal["text", "numbered", "heading", "recommendation"]
if TYPE_CHECKING:
    AppendixKind: TypeAlias = str
else:  # what a plan's file may say: the generated tables are those of the list of documents
    AppendixKind = Literal[("plan", "text", "file", *GENERATED)]
LISTED_ONCE: tuple[AppendixKind, ...] = ("plan", *GENERATED)
"""The kinds of appendix of which a paper has one at most."""

HeaderField: TypeAlias = Literal["item_no", "committee", "meeting_date", "title", "by", "number"]
SignatureField: TypeAlias = Literal["signatory", "signatory_post", "signed_on"]
ReportField: TypeAlias = HeaderField | SignatureField
HEADER_FIELDS: tuple[HeaderField, ...] = get_args(HeaderField)
SIGNATURE_FIELDS: tuple[SignatureField, ...] = get_args(SignatureField)

FormatKey: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+$", min_length=1, max_length=40)
]
RowId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[0-9a-z-]{1,64}$")]
Line: TypeAlias = Annotated[
    str, StringConstraints(pattern=f"^[^\n{UNSAFE}]*$", max_length=LINE_LIMIT)
]
Lines: TypeAlias = Annotated[
    str, StringConstraints(pattern=f"^[^{UNSAFE}]*$", max_length=LINE_LIMIT)
]


def _fits_as_typed(text: str) -> str:
    """Return `text`; raise ValueError where what was typed of it is more than a field holds."""
    if len(text) > PROSE_LIMIT and len(_NOT_TYPED.sub("", text)) > PROSE_LIMIT:
        raise ValueError(f"longer than {PROSE_LIMIT:,} characters")
    return text


Prose: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=f"^[^{UNSAFE}]*$", max_length=3 * PROSE_LIMIT),
    AfterValidator(_fits_as_typed),
]
Items: TypeAlias = Annotated[tuple[Line, ...], Field(max_length=ITEMS_LIMIT)]


class Row(BaseModel):
    """What every row has: an id for life, its parent's id and its rank among its siblings."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    table: ClassVar[TableName]

    id: RowId
    parent: RowId | Literal[""] = ""
    rank: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]*$", max_length=1_000)] = ""

    def as_json(self) -> dict[str, Any]:
        """Return the row as values that are equal again after a journey through JSON."""
        return self.model_dump(mode="json")


class Cover(Row):
    """The plan itself: the lines of its cover and which council format it follows.

    `framework` is the id of the quality indicators that it uses, empty for the format's own.
    """

    table = "plan"

    title: Line = ""
    subtitle: Line = ""
    date: Line = ""
    partnership: Line = ""
    format: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=100)]
    framework: FormatKey | Literal[""] = ""


class Aim(Row):
    """An aim: one sentence that its actions serve. Its parent is the cover."""

    table = "aims"

    text: Line = ""


class Action(Row):
    """An action of an aim.

    `text` is Markdown; everything else is plain and to the letter. `bulleted` names the lists
    that are printed with bullets. `timescale_is` is what the officer said when asked whether the
    timescale is when the action is done or when it is reviewed; empty where nobody was asked.
    """

    table = "actions"

    text: Prose = ""
    pages: Lines = ""
    indicators: Items = ()
    leads: Items = ()
    timescale: Lines = ""
    success_criteria: Items = ()
    bulleted: tuple[ListField, ...] = ()
    timescale_is: Literal["", "due", "review"] = ""


class ProgressNote(Row):
    """What was reported of an action at a time; added to, never overwritten.

    `as_at` is a date as printed ("26 September 2016") or empty; `text` is Markdown.
    """

    table = "progress"

    as_at: Line = ""
    status: Line = ""
    text: Prose = ""


class Report(Row):
    """The committee report's header and signature, each as typed. There is at most one."""

    table = "report"

    item_no: Line = ""
    committee: Line = ""
    meeting_date: Line = ""
    title: Line = ""
    by: Line = ""
    number: Line = ""
    signatory: Line = ""
    signatory_post: Line = ""
    signed_on: Line = ""


class Passage(Row):
    """A part of a section of the report, in the order of the paper. Its parent is the report.

    `section` is the section's id in the council's format. `text` is Markdown: a paragraph with
    what belongs to it, such as its bullets; a heading's is plain.
    """

    table = "passages"

    section: FormatKey
    kind: PassageKind = "text"
    text: Prose = ""


class Appendix(Row):
    """An appendix of the report; its number is its place. Its parent is the report.

    `text` is the Markdown of an appendix that is a text, `file` the name of a file that is not
    ours. One that is a generated table holds nothing: it is drawn up from the plan.
    """

    table = "appendices"

    kind: AppendixKind = "plan"
    title: Line = ""
    text: Prose = ""
    file: Line = ""


class Assessment(Row):
    """An equality impact assessment: answers to a form of the council's format, by its id."""

    table = "assessments"

    form: FormatKey


class Answer(Row):
    """The answer to one question of an assessment.

    `question` is its id in the form. `ticks` are the ids of the boxes that are ticked, `text` what
    was written: Markdown where the form asks for prose, else plain.
    """

    table = "answers"

    question: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$", max_length=QUESTION_LIMIT)]
    text: Prose = ""
    ticks: Items = ()


class SourceReport(Row):
    """The inspection report that the plan answers. There is at most one; its parent is the cover.

    `pages` is how many it has, `contents` its contents list as typed, a line for each part with
    its pages ("20-21 How good is our delivery"), `recommendations` what it asks for.
    """

    table = "source"

    title: Line = ""
    publisher: Line = ""
    published: Line = ""
    pages: Line = ""
    contents: Prose = ""
    recommendations: Items = ()


class Reason(Row):
    """Why a finding was left as it is. Its parent is the cover.

    `rule` and `path` say which finding and where, `facts` what it was judged on: where those
    change, the reason no longer answers it. `given_on` is a date in words.
    """

    table = "reasons"

    rule: Line
    path: Line
    facts: Line
    reason: Lines = ""
    given_on: Line = ""


ROW_KINDS: dict[TableName, type[Row]] = {
    "plan": Cover,
    "aims": Aim,
    "actions": Action,
    "progress": ProgressNote,
    "report": Report,
    "passages": Passage,
    "appendices": Appendix,
    "assessments": Assessment,
    "answers": Answer,
    "source": SourceReport,
    "reasons": Reason,
}
"""Each table's kind of row, parents before children."""

PARENT_TABLE: dict[TableName, TableName] = {
    "aims": "plan",
    "actions": "aims",
    "progress": "actions",
    "report": "plan",
    "passages": "report",
    "appendices": "report",
    "assessments": "plan",
    "answers": "assessments",
    "source": "plan",
    "reasons": "plan",
}

REPORT_ID = "report"
"""The id of the one report, so that two copies of a plan mean the same row by it."""
SOURCE_ID = "source"
"""The id of the one source report."""


def answer_id(assessment_id: str, question: str) -> str:
    """Return the id of the answer to a question: the same in every copy of the plan."""
    return f"{assessment_id[:16]}-{question.replace('.', '-')}"


def reason_id(rule: str, place: str) -> str:
    """Return the id of the reason for leaving a finding: the same in every copy of the plan."""
    from hashlib import sha256

    return f"{rule.lower()}-{sha256(place.encode()).hexdigest()[:16]}"


def new_id() -> str:
    """Return an id that no other row has."""
    return os.urandom(8).hex()
