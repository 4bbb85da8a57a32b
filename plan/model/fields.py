"""Every field of every kind of row, described once.

Each class here lists the fields of one kind of row, and the `Description` in a field's annotation
says what it holds. Everything else is derived from it: rows, outlines, duplicates, pastes, the JSON
of a plan, the columns that a format may print and the reader recognises, the fields panel, the
wording of the history and the merge of two lists. `plan.model.ways` names the fields that some of
these skip.
"""

from collections.abc import Mapping
from dataclasses import Field, field, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

from pydantic import StringConstraints

from plan.model.documents import GENERATED
from plan.model.field_kinds import (
    QUESTION_LIMIT,
    Cells,
    Description,
    FieldKind,
    FormatKey,
    Items,
    Line,
    Lines,
    Packed,
    PictureName,
    Prose,
    Values,
    shape,
)

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
    "comments",
    "commitments",
    "consultations",
    "conflicts",
    "versions",
]

ListField: TypeAlias = Literal["indicators", "leads", "success_criteria"]
"""The lists of an action, printed with or without bullets."""
LIST_FIELDS: tuple[ListField, ...] = get_args(ListField)

PassageKind: TypeAlias = Literal[
    "text", "numbered", "heading", "recommendation", "table", "row", "picture"
]
if TYPE_CHECKING:
    AppendixKind: TypeAlias = str
else:  # in a plan file: the generated tables come from the list of documents
    AppendixKind = Literal[("plan", "text", "file", *GENERATED)]
LISTED_ONCE: tuple[AppendixKind, ...] = ("plan", *GENERATED)
"""The kinds of appendix that a paper has at most once."""

HeaderField: TypeAlias = Literal["item_no", "committee", "meeting_date", "title", "by", "number"]
SignatureField: TypeAlias = Literal["signatory", "signatory_post", "signed_on"]
ReportField: TypeAlias = Literal[HeaderField, SignatureField]
HEADER_FIELDS: tuple[HeaderField, ...] = get_args(HeaderField)
SIGNATURE_FIELDS: tuple[SignatureField, ...] = get_args(SignatureField)


@shape
class CoverLines:
    """What every plan says about itself, whichever council prints it.

    `framework` is the id of the quality indicators it uses, or empty for the format's default.
    `year_1_begins` and `biannually_means` are what the officer says once of all the timescales:
    when "Year 1" begins, and whether "biannually" is twice a year or every two years.
    `introduction` and `closing` are Markdown: what stands above the first aim, and below the last.
    `own` has what the council's format adds to these lines, as in an action.
    """

    title: Annotated[Line, Description("line", "Title")] = ""
    subtitle: Annotated[Line, Description("line", "Subtitle")] = ""
    date: Annotated[Line, Description("date", "Date")] = ""
    partnership: Annotated[Line, Description("line", "Partnership")] = ""
    framework: Annotated[FormatKey | Literal[""], Description("key", "Framework")] = field(
        default="", kw_only=True
    )
    year_1_begins: Annotated[Line, Description("date", "Year 1 begins")] = field(
        default="", kw_only=True
    )
    biannually_means: Annotated[Line, Description("line", "Biannually means")] = field(
        default="", kw_only=True
    )
    introduction: Annotated[Prose, Description("prose", "Introduction")] = field(
        default="", kw_only=True
    )
    closing: Annotated[Prose, Description("prose", "Closing")] = field(default="", kw_only=True)
    own: Annotated[Cells, Description("cells", "Other lines")] = field(default=(), kw_only=True)


@shape
class CoverFields(CoverLines):
    """The plan itself: the lines on its cover and the council format it follows."""

    format: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=100),
        Description("key", "Format"),
    ] = field(kw_only=True)


@shape
class AimFields:
    """An aim: one sentence, served by its actions.

    `own` has what the council's format adds to it, as in an action.
    """

    text: Annotated[Line, Description("line", "Text")] = ""
    own: Annotated[Cells, Description("cells", "Other lines")] = field(default=(), kw_only=True)


@shape
class ActionFields:
    """An action of an aim.

    `text` is Markdown; everything else is plain, exactly as typed. `bulleted` names the lists
    printed with bullets. `timescale_is` is the officer's answer to whether the timescale says when
    the action is done or when it is reviewed; empty if we never asked. `own_ref` is what the
    partners call the action ("CP-SUB-1"), empty where that is its place. `own` has what plandesk
    has no field for: texts by the id of a field that the council's format adds, or by the heading
    of a column that it does not know.

    To add a field, add it here; if it is a list, name it in `ListField` too.
    """

    text: Annotated[Prose, Description("prose")] = ""
    pages: Annotated[Lines, Description("pages")] = ""
    indicators: Annotated[Items, Description("items")] = ()
    leads: Annotated[Items, Description("items")] = ()
    timescale: Annotated[Lines, Description("timescale")] = ""
    success_criteria: Annotated[Items, Description("items")] = ()
    bulleted: Annotated[tuple[ListField, ...], Description("lists", "With bullets")] = ()
    timescale_is: Annotated[
        Literal["", "due", "review"], Description("choice", "The timescale is")
    ] = field(default="", kw_only=True)
    own_ref: Annotated[Line, Description("ref", "Own ref")] = field(default="", kw_only=True)
    own: Annotated[Cells, Description("cells", "Other columns")] = field(default=(), kw_only=True)


@shape
class SealedAimFields(AimFields):
    """An aim in a plan: `sealed_ref` is the number that it keeps, once refs are frozen."""

    sealed_ref: Annotated[Line, Description("ref", "Sealed number")] = field(
        default="", kw_only=True
    )


@shape
class SealedActionFields(ActionFields):
    """An action in a plan: `sealed_ref` is the ref that it keeps, once refs are frozen."""

    sealed_ref: Annotated[Line, Description("ref", "Sealed ref")] = field(default="", kw_only=True)


@shape
class NoteFields:
    """What was reported about an action at one time; notes are added, never overwritten.

    `as_at` is a date as printed ("26 September 2016") or empty; `text` is Markdown.
    """

    as_at: Annotated[Line, Description("date", "Date")] = ""
    status: Annotated[Line, Description("line", "Status")] = ""
    text: Annotated[Prose, Description("prose", "Text")] = ""


@shape
class ReportFields:
    """The committee report's header and signature, each as typed.

    `own_sections` are the sections that the council's format has not, a line each: see
    `plan.papers.report_sections`. `own` has what the council's format adds to the header, as in an
    action.
    """

    item_no: Annotated[Line, Description("line")] = ""
    committee: Annotated[Line, Description("line")] = ""
    meeting_date: Annotated[Line, Description("date")] = ""
    title: Annotated[Line, Description("line")] = ""
    by: Annotated[Line, Description("line")] = ""
    number: Annotated[Line, Description("line")] = ""
    signatory: Annotated[Line, Description("line")] = ""
    signatory_post: Annotated[Line, Description("line")] = ""
    signed_on: Annotated[Line, Description("date")] = ""
    own_sections: Annotated[Items, Description("items", "Own sections")] = field(
        default=(), kw_only=True
    )
    own: Annotated[Cells, Description("cells", "Other lines")] = field(default=(), kw_only=True)


@shape
class PassageFields:
    """A part of a section of the report, in printed order.

    `section` is its section's id in the council's format, or among the report's own. `text` is
    Markdown; a heading's is plain, a table's a line for each row (`plan.papers.passage_tables`).
    For rows of a declared table see `plan.papers.report_rows`. Of a picture, `text` is what is read
    out for it and `picture` the name of its file among the plan's pictures: its hash, and its kind.
    """

    section: Annotated[FormatKey, Description("key")]
    kind: Annotated[PassageKind, Description("choice", "Kind")] = "text"
    text: Annotated[Prose, Description("prose", "Text")] = ""
    caption: Annotated[Line, Description("line", "Caption")] = ""
    row_id: Annotated[FormatKey | Literal[""], Description("key", "Row")] = ""
    cells: Annotated[Cells, Description("cells", "Cells")] = ()
    picture: Annotated[PictureName | Literal[""], Description("key", "Picture")] = field(
        default="", kw_only=True
    )


@shape
class AppendixFields:
    """An appendix of the report, numbered by its position.

    `text` is Markdown if the appendix is a text, `file` a file name if the appendix is a file from
    elsewhere. A generated table stores nothing: we build it from the plan.
    """

    kind: Annotated[AppendixKind, Description("choice", "Kind")] = "plan"
    title: Annotated[Line, Description("line", "Title")] = ""
    text: Annotated[Prose, Description("prose", "Text")] = ""
    file: Annotated[Line, Description("line", "File")] = ""


@shape
class AssessmentFields:
    """An equality impact assessment: answers to one of the council's forms, given by its id."""

    form: Annotated[FormatKey, Description("key", "Form")]


@shape
class AnswerFields:
    """The answer to one question of an assessment.

    `question` is its id in the form. `ticks` are the ids of the ticked boxes. `text` is what was
    written: Markdown if the form asks for prose, otherwise plain. A row that was added to a table
    has an answer of its own (`plan.model.open_rows`): `action` is the id of what it was made.
    """

    question: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9.-]+$", max_length=QUESTION_LIMIT),
        Description("key", "Question"),
    ]
    text: Annotated[Prose, Description("answer", "Answer")] = ""
    ticks: Annotated[Items, Description("ticks", "Ticked")] = ()
    action: Annotated[Line, Description("key", "Made an action")] = field(default="", kw_only=True)


@shape
class SourceFields:
    """The inspection report that the plan responds to.

    `pages` is how many pages it has, `contents` its contents list as typed, one line per part with
    its pages ("20-21 How good is our delivery"), `recommendations` what it asks for.
    """

    title: Annotated[Line, Description("line", "Title")] = ""
    publisher: Annotated[Line, Description("line", "Publisher")] = ""
    published: Annotated[Line, Description("line", "Published")] = ""
    pages: Annotated[Line, Description("line", "Number of pages")] = ""
    contents: Annotated[Prose, Description("lines", "Contents")] = ""
    recommendations: Annotated[Items, Description("items", "Recommendations")] = ()


@shape
class ReasonFields:
    """Why the officer left a finding as it is.

    `rule` and `path` say which finding and where, `facts` what it was based on: if those change,
    the reason no longer counts. `given_on` is a date in words.
    """

    rule: Annotated[Line, Description("line", "Rule")]
    path: Annotated[Line, Description("line", "Where")]
    facts: Annotated[Line, Description("line", "Judged on")]
    reason: Annotated[Lines, Description("lines", "Reason")] = ""
    given_on: Annotated[Line, Description("date", "Date")] = ""


@shape
class CommentLines:
    """What somebody wrote beside the paper that the plan was read from: a comment of Word.

    `text` is plain, a line for each paragraph, replies below. `on_table` and `on_field` say what it
    is on: a field of a row, empty for the row as a whole; for an assessment a question of its form.
    """

    text: Annotated[Prose, Description("lines", "Comment")] = ""
    on_table: Annotated[TableName, Description("choice", "On a row of")] = "plan"
    on_field: Annotated[Line, Description("line", "On the field")] = ""


@shape
class CommentFields(CommentLines):
    """A comment that is kept with the plan until it is answered; `on_row` is the id of its row.

    The row may be gone: the comment is then on the plan as a whole. Its answer is the reason that
    is given for the finding of `plan.model.rows.COMMENT_RULE`.
    """

    on_row: Annotated[Line, Description("line", "On the row")] = field(kw_only=True)


@shape
class CommitmentFields:
    """What was promised to the committee: to come back with a report or an update.

    `text` is the sentence as the report has it, plain; `by_when` its words that say when, `where`
    the place of the paper in words that outlive it, `on_row` the id of the passage, `promised_on`
    the day of the meeting, from which "in twelve months" counts. A dismissed one is no promise: it
    was only read as one. `promised_on` and `closed_when` are dates in words.
    """

    text: Annotated[Prose, Description("lines", "Promise")] = ""
    by_when: Annotated[Line, Description("line", "By when")] = ""
    where: Annotated[Line, Description("line", "Where")] = ""
    on_row: Annotated[Line, Description("line", "On the row")] = ""
    promised_on: Annotated[Line, Description("date", "Promised on")] = ""
    standing: Annotated[
        Literal["open", "closed", "dismissed"], Description("choice", "Standing")
    ] = "open"
    closed_when: Annotated[Line, Description("date", "Closed")] = ""
    closed_how: Annotated[Lines, Description("lines", "How")] = ""


@shape
class ConsultationFields:
    """Somebody who must see the report before it goes, and when they have.

    `who` is their id in the council's format, empty for whom the officer added; `name` is what they
    are called. `by_when` and `seen_on` are dates in words.
    """

    who: Annotated[FormatKey | Literal[""], Description("key", "Asked for as")] = ""
    name: Annotated[Line, Description("line", "Who")] = ""
    by_when: Annotated[Line, Description("date", "By when")] = ""
    seen_on: Annotated[Line, Description("date", "Seen on")] = ""
    note: Annotated[Lines, Description("lines", "Note")] = ""


@shape
class ConflictFields:
    """A field that was written differently on two laptops or more, until an officer settles it.

    `on_table`, `on_row` and `on_field` say which, as `plan.changes.merging.FieldKey` does. `shown`
    is the wording that the field held when they were brought together, `others` are all the other
    ones; each is the field's value in JSON.
    """

    on_table: Annotated[TableName, Description("choice", "In a row of")] = "plan"
    on_row: Annotated[Line, Description("line", "In the row")] = ""
    on_field: Annotated[Line, Description("line", "In the field")] = ""
    shown: Annotated[Values, Description("key", "Shown")] = ()
    others: Annotated[Values, Description("key", "Others")] = ()


@shape
class VersionFields:
    """A state of the plan that was sealed under a name, such as "as approved, 26 September 2016".

    `hash` is the SHA-256 of the state in hexadecimal digits, `when` the moment (UTC, ISO 8601) and
    `who` the officer. `state` is the plan as it was, packed: `plan.changes.versions` reads it.
    """

    name: Annotated[Line, Description("line", "Name")] = ""
    hash: Annotated[Line, Description("key", "Hash")] = ""
    when: Annotated[Line, Description("key", "Sealed")] = ""
    who: Annotated[Line, Description("line", "By")] = ""
    state: Annotated[Packed, Description("key", "State")] = ""


SHAPES: dict[TableName, type] = {
    "plan": CoverFields,
    "aims": SealedAimFields,
    "actions": SealedActionFields,
    "progress": NoteFields,
    "report": ReportFields,
    "passages": PassageFields,
    "appendices": AppendixFields,
    "assessments": AssessmentFields,
    "answers": AnswerFields,
    "source": SourceFields,
    "reasons": ReasonFields,
    "comments": CommentFields,
    "commitments": CommitmentFields,
    "consultations": ConsultationFields,
    "conflicts": ConflictFields,
    "versions": VersionFields,
}
"""The fields of each table's rows, parents before children."""


@cache
def described(kind: type) -> Mapping[str, Description]:
    """Return the fields of a class of described fields, by name and in order."""
    return {one.name: _description(one) for one in fields(kind)}


def _description(one: "Field[Any]") -> Description:
    """Return the description in a field's annotation."""
    said = getattr(one.type, "__metadata__", ())
    return next(word for word in said if isinstance(word, Description))


def values_of(row: object, kind: type) -> dict[str, Any]:
    """Return the values that `row`, a row or an outline, has for the fields of `kind`.

    So `ActionOutline(**values_of(action, ActionFields))` copies what an action says.
    """
    return {name: getattr(row, name) for name in described(kind)}


def label_of(table: TableName, name: str) -> str:
    """Return the label of a field for when the council's format gives none."""
    one = described(SHAPES[table]).get(name)
    return (one.label if one else "") or name


def kind_of(table: TableName, name: str) -> FieldKind | None:
    """Return the kind of a field of a table's rows, or None if they have no such field."""
    one = described(SHAPES[table]).get(name)
    return one.kind if one else None
