"""Every field of every kind of row, described once.

A class here names the fields of one kind of row; the `Description` in its annotation says what
each holds. Rows, outlines, duplicates, pastes, the plan as JSON, the columns that a format may
print and that the reader knows, the panel of fields, the words of the history and the merge of
two lists are derived from it. A field that some of these leave out is in `LEFT_OUT`.
"""

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    dataclass_transform,
    get_args,
)

from pydantic import AfterValidator, StringConstraints
from pydantic import Field as Constraint

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

# What a field may hold, as the plan file checks it

FormatKey: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+$", min_length=1, max_length=40)
]
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
Items: TypeAlias = Annotated[tuple[Line, ...], Constraint(max_length=ITEMS_LIMIT)]

ListField: TypeAlias = Literal["indicators", "leads", "success_criteria"]
"""The lists of an action: printed with bullets or without."""
LIST_FIELDS: tuple[ListField, ...] = get_args(ListField)

PassageKind: TypeAlias = Literal["text", "numbered", "heading", "recommendation", "table"]
if TYPE_CHECKING:
    AppendixKind: TypeAlias = str
else:  # what a plan's file may say: the generated tables are those of the list of documents
    AppendixKind = Literal[("plan", "text", "file", *GENERATED)]
LISTED_ONCE: tuple[AppendixKind, ...] = ("plan", *GENERATED)
"""The kinds of appendix of which a paper has one at most."""

HeaderField: TypeAlias = Literal["item_no", "committee", "meeting_date", "title", "by", "number"]
SignatureField: TypeAlias = Literal["signatory", "signatory_post", "signed_on"]
ReportField: TypeAlias = Literal[HeaderField, SignatureField]
HEADER_FIELDS: tuple[HeaderField, ...] = get_args(HeaderField)
SIGNATURE_FIELDS: tuple[SignatureField, ...] = get_args(SignatureField)

# What a field is

FieldKind: TypeAlias = Literal[
    "line",
    "date",
    "lines",
    "pages",
    "timescale",
    "prose",
    "answer",
    "items",
    "lists",
    "ticks",
    "choice",
    "key",
]
"""What a field holds, which says how it is cleaned, shown, typed and read.

`line`: one line. `date`: one line, a date in words. `lines`: short lines. `pages`: lines that are
read as pages. `timescale`: lines that are read as a timescale. `prose`: Markdown. `answer`: prose
or a line, as the form asks. `items`: a list, a line for each. `lists`: which lists of the row have
bullets. `ticks`: ids of boxes. `choice`: one of few words. `key`: an id in a format or a form.
"""


class Description(NamedTuple):
    """What a field is: its kind, and what it is called where the council's format does not say.

    A field without a label goes by its name.
    """

    kind: FieldKind
    label: str = ""


ShapeT = TypeVar("ShapeT")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def shape(kind: type[ShapeT]) -> type[ShapeT]:
    """Make a class of described fields: a row and an outline inherit them and add the rest."""
    made = dataclass(frozen=True, init=False, eq=False, repr=False)(kind)
    del made.__setattr__, made.__delattr__  # a row and an outline each refuse in their own way
    return made


@shape
class CoverLines:
    """What a plan says of itself, whatever council prints it.

    `framework` is the id of the quality indicators that it uses, empty for the format's own.
    """

    title: Annotated[Line, Description("line", "Title")] = ""
    subtitle: Annotated[Line, Description("line", "Subtitle")] = ""
    date: Annotated[Line, Description("date", "Date")] = ""
    partnership: Annotated[Line, Description("line", "Partnership")] = ""
    framework: Annotated[FormatKey | Literal[""], Description("key", "Framework")] = field(
        default="", kw_only=True
    )


@shape
class CoverFields(CoverLines):
    """The plan itself: the lines of its cover and which council format it follows."""

    format: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=100),
        Description("key", "Format"),
    ] = field(kw_only=True)


@shape
class AimFields:
    """An aim: one sentence that its actions serve."""

    text: Annotated[Line, Description("line", "Text")] = ""


@shape
class ActionFields:
    """An action of an aim.

    `text` is Markdown; everything else is plain and to the letter. `bulleted` names the lists
    that are printed with bullets. `timescale_is` is what the officer said when asked whether the
    timescale is when the action is done or when it is reviewed; empty where nobody was asked.

    A field is added here alone; one that is a list is named in `ListField` too.
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


@shape
class NoteFields:
    """What was reported of an action at a time; added to, never overwritten.

    `as_at` is a date as printed ("26 September 2016") or empty; `text` is Markdown.
    """

    as_at: Annotated[Line, Description("date", "Date")] = ""
    status: Annotated[Line, Description("line", "Status")] = ""
    text: Annotated[Prose, Description("prose", "Text")] = ""


@shape
class ReportFields:
    """The committee report's header and signature, each as typed.

    `own_sections` are the sections that the council's format has not, a line each: see
    `plan.papers.report_sections`.
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


@shape
class PassageFields:
    """A part of a section of the report, in the order of the paper.

    `section` is the section's id in the council's format, or among the report's own sections.
    `text` is Markdown: a paragraph with what belongs to it, such as its bullets; a heading's is
    plain, a table's a line for each row (`plan.papers.passage_tables`).
    """

    section: Annotated[FormatKey, Description("key")]
    kind: Annotated[PassageKind, Description("choice", "Kind")] = "text"
    text: Annotated[Prose, Description("prose", "Text")] = ""


@shape
class AppendixFields:
    """An appendix of the report; its number is its place.

    `text` is the Markdown of an appendix that is a text, `file` the name of a file that is not
    ours. One that is a generated table holds nothing: it is drawn up from the plan.
    """

    kind: Annotated[AppendixKind, Description("choice", "Kind")] = "plan"
    title: Annotated[Line, Description("line", "Title")] = ""
    text: Annotated[Prose, Description("prose", "Text")] = ""
    file: Annotated[Line, Description("line", "File")] = ""


@shape
class AssessmentFields:
    """An equality impact assessment: answers to a form of the council's format, by its id."""

    form: Annotated[FormatKey, Description("key", "Form")]


@shape
class AnswerFields:
    """The answer to one question of an assessment.

    `question` is its id in the form. `ticks` are the ids of the boxes that are ticked, `text` what
    was written: Markdown where the form asks for prose, else plain.
    """

    question: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9.-]+$", max_length=QUESTION_LIMIT),
        Description("key", "Question"),
    ]
    text: Annotated[Prose, Description("answer", "Answer")] = ""
    ticks: Annotated[Items, Description("ticks", "Ticked")] = ()


@shape
class SourceFields:
    """The inspection report that the plan answers.

    `pages` is how many it has, `contents` its contents list as typed, a line for each part with
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
    """Why a finding was left as it is.

    `rule` and `path` say which finding and where, `facts` what it was judged on: where those
    change, the reason no longer answers it. `given_on` is a date in words.
    """

    rule: Annotated[Line, Description("line", "Rule")]
    path: Annotated[Line, Description("line", "Where")]
    facts: Annotated[Line, Description("line", "Judged on")]
    reason: Annotated[Lines, Description("lines", "Reason")] = ""
    given_on: Annotated[Line, Description("date", "Date")] = ""


SHAPES: dict[TableName, type] = {
    "plan": CoverFields,
    "aims": AimFields,
    "actions": ActionFields,
    "progress": NoteFields,
    "report": ReportFields,
    "passages": PassageFields,
    "appendices": AppendixFields,
    "assessments": AssessmentFields,
    "answers": AnswerFields,
    "source": SourceFields,
    "reasons": ReasonFields,
}
"""The fields of each table's rows, parents before children."""


@cache
def described(kind: type) -> Mapping[str, Description]:
    """Return the fields of a class of described fields, in order, by name."""
    return {one.name: _description(one) for one in fields(kind)}


def _description(one: "Field[Any]") -> Description:
    """Return what the annotation of a field says of it."""
    said = getattr(one.type, "__metadata__", ())
    return next(word for word in said if isinstance(word, Description))


def values_of(row: object, kind: type) -> dict[str, Any]:
    """Return what `row`, a row or an outline, holds in the fields of a class of described fields.

    `ActionOutline(**values_of(action, ActionFields))` says what the action says.
    """
    return {name: getattr(row, name) for name in described(kind)}


def label_of(table: TableName, name: str) -> str:
    """Return what a field is called where the council's format does not say."""
    one = described(SHAPES[table]).get(name)
    return (one.label if one else "") or name


def kind_of(table: TableName, name: str) -> FieldKind | None:
    """Return what kind a field of a table's rows is of, None where it is none of theirs."""
    one = described(SHAPES[table]).get(name)
    return one.kind if one else None


Way: TypeAlias = Literal["copy", "outline", "json", "word"]
"""A way out of a plan: a duplicate or a paste, an outline, `show --json`, Word and back."""
EVERY: Literal["*"] = "*"
"""Stands for every field of a kind of row."""

LEFT_OUT: Mapping[Way, Mapping[TableName, Mapping[str, str]]] = {
    "copy": {
        "plan": {EVERY: "A whole plan is copied as its file."},
        "progress": {EVERY: "Progress was reported of the one action; a copy has made none."},
        "report": {EVERY: "A plan has one report."},
        "appendices": {EVERY: "An appendix is another paper: no command makes it twice."},
        "source": {EVERY: "A plan answers one inspection report."},
        "reasons": {EVERY: "A reason answers the finding about the one row."},
    },
    "outline": {
        "plan": {"format": "Who builds a plan from an outline says whose format it follows."},
        "reasons": {EVERY: "A reason answers a finding about a row by its id; the ids are new."},
    },
    "json": {
        "plan": {"format": "It says how the plan is printed and nothing of what it says."},
        "actions": {"bulleted": "It says how a list is printed and nothing of what it says."},
        "report": {EVERY: "The JSON is the plan alone."},
        "passages": {EVERY: "The JSON is the plan alone."},
        "appendices": {EVERY: "The JSON is the plan alone."},
        "assessments": {EVERY: "The JSON is the plan alone."},
        "answers": {EVERY: "The JSON is the plan alone."},
        "source": {EVERY: "The JSON is the plan alone."},
        "reasons": {EVERY: "The JSON is the plan alone."},
    },
    "word": {
        "plan": {
            "framework": "A paper prints indicators and not whose they are.",
            "format": "A paper is read in the format that the settings name.",
        },
        "actions": {"timescale_is": "The officer says it to plandesk; a paper has the timescale."},
        "source": {EVERY: "No paper prints what the inspection report holds."},
        "reasons": {EVERY: "They are for the officer and not for the committee."},
    },
}
"""What each way leaves out on purpose, and why; everything else comes through it."""


def fields_in(way: Way, table: TableName) -> tuple[str, ...]:
    """Return the fields of a table's rows that come through a way, in order."""
    left_out = LEFT_OUT[way].get(table, {})
    if EVERY in left_out:
        return ()
    return tuple(name for name in described(SHAPES[table]) if name not in left_out)


COLUMN_FIELDS = tuple(
    name for name in fields_in("word", "actions") if kind_of("actions", name) != "lists"
)
"""The fields of an action that a council's format may give a column."""
