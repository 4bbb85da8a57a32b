"""The rows that make up a plan: flat, frozen, each with its own id.

A row knows its parent and its rank among its siblings; its number is never stored.
`plan.model.fields` describes the fields of each. The plan file stores these shapes and changes
compare them, so adding or renaming a field means a new schema version.
"""

import os
from hashlib import sha256
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints

from plan.model.fields import (
    AnswerFields,
    AppendixFields,
    AssessmentFields,
    CommentFields,
    CommitmentFields,
    ConflictFields,
    ConsultationFields,
    CoverFields,
    NoteFields,
    PassageFields,
    ReasonFields,
    ReportFields,
    SealedActionFields,
    SealedAimFields,
    SourceFields,
    TableName,
    VersionFields,
)

RowId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[0-9a-z-]{1,64}$")]

JsonRow: TypeAlias = dict[str, Any]
"""A row's values as JSON has them, its id among them."""


class Row(BaseModel, frozen=True):
    """What every row has: a permanent id, its parent's id and its rank among its siblings."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    table: ClassVar[TableName]

    id: RowId
    parent: RowId | Literal[""] = ""
    rank: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]*$", max_length=1_000)] = ""

    def as_json(self) -> dict[str, Any]:
        """Return the row as values that stay equal after being written to JSON and read back."""
        return self.model_dump(mode="json")


class Cover(CoverFields, Row, frozen=True):
    """The plan itself."""

    table = "plan"


class Aim(SealedAimFields, Row, frozen=True):
    """An aim. Its parent is the cover."""

    table = "aims"


class Action(SealedActionFields, Row, frozen=True):
    """An action. Its parent is its aim."""

    table = "actions"


class ProgressNote(NoteFields, Row, frozen=True):
    """A progress note. Its parent is its action."""

    table = "progress"


class Report(ReportFields, Row, frozen=True):
    """The committee report's header and signature. There is at most one."""

    table = "report"


class Passage(PassageFields, Row, frozen=True):
    """A part of a section of the report. Its parent is the report."""

    table = "passages"


class Appendix(AppendixFields, Row, frozen=True):
    """An appendix. Its parent is the report."""

    table = "appendices"


class Assessment(AssessmentFields, Row, frozen=True):
    """An equality impact assessment. Its parent is the cover."""

    table = "assessments"


class Answer(AnswerFields, Row, frozen=True):
    """The answer to one question. Its parent is its assessment."""

    table = "answers"


class SourceReport(SourceFields, Row, frozen=True):
    """The inspection report. There is at most one; its parent is the cover."""

    table = "source"


class Reason(ReasonFields, Row, frozen=True):
    """Why the officer left a finding as it is. Its parent is the cover."""

    table = "reasons"


class Comment(CommentFields, Row, frozen=True):
    """A comment on the paper that the plan was read from. Its parent is the cover."""

    table = "comments"


class Commitment(CommitmentFields, Row, frozen=True):
    """What was promised to the committee. Its parent is the cover."""

    table = "commitments"


class Consultation(ConsultationFields, Row, frozen=True):
    """Who must see the report before it goes. Its parent is the cover."""

    table = "consultations"


class Conflict(ConflictFields, Row, frozen=True):
    """A field with more than one wording. Its parent is the cover."""

    table = "conflicts"


class Version(VersionFields, Row, frozen=True):
    """A sealed state of the plan. Its parent is the cover."""

    table = "versions"


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
    "comments": Comment,
    "commitments": Commitment,
    "consultations": Consultation,
    "conflicts": Conflict,
    "versions": Version,
}
"""The kind of row in each table, parents before children."""

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
    "comments": "plan",
    "commitments": "plan",
    "consultations": "plan",
    "conflicts": "plan",
    "versions": "plan",
}

REPORT_ID = "report"
"""The id of the only report: the same in every copy of a plan."""
SOURCE_ID = "source"
"""The id of the only source report."""
PLAN_HERE = "{plan}"
"""The text of a passage of the report in whose place the plan is printed, which is no appendix."""
COMMENT_RULE = "P13"
"""The rule that a comment waits for an answer: the reason that is given for leaving it."""
KEY_RULE = "P16"
"""The rule that a status letter is explained: the reason given for leaving it is a key."""
ACRONYM_RULE = "P6"
"""The rule that an acronym is tied to a name: the reason given for leaving it is that name."""
UNREAD_RULE = "R59"
"""The rule that what the import did not read is looked at: its reasons say what that was."""
_ACRONYM_PATH = "acronym/"
_UNREAD_PATH = "unread/"


def answer_id(assessment_id: str, question: str) -> str:
    """Return the id of the answer to a question: the same in every copy of the plan."""
    return f"{assessment_id[:16]}-{question.replace('.', '-')}"


def fixed_row_id(table: str, row_id: str) -> str:
    """Return the id of a fixed row of a table: the same in every copy of the plan."""
    return f"{table[:31]}-{row_id[:31]}"


def reason_id(rule: str, place: str) -> str:
    """Return the id of the reason given for a finding: the same in every copy of the plan."""
    return f"{rule.lower()}-{sha256(place.encode()).hexdigest()[:16]}"


def acronym_path(name: str) -> str:
    """Return the path of the reason that keeps what an acronym stands for."""
    return f"{_ACRONYM_PATH}{name}"


def acronym_of(reason: "Reason") -> str:
    """Return the acronym of which a reason says what it stands for, empty if it is another."""
    is_one = reason.rule == ACRONYM_RULE and reason.path.startswith(_ACRONYM_PATH)
    return reason.path.removeprefix(_ACRONYM_PATH) if is_one else ""


def unread_path(part: str) -> str:
    """Return the path of the reason that keeps what was not read of a part of a Word file."""
    return f"{_UNREAD_PATH}{part}"


def unread_part(reason: "Reason") -> str:
    """Return the part of a Word file of which a reason keeps what was not read, empty for none.

    It is "header", "access" or another part of the report, or the id of an assessment.
    """
    is_one = reason.rule == UNREAD_RULE and reason.path.startswith(_UNREAD_PATH)
    return reason.path.removeprefix(_UNREAD_PATH) if is_one else ""


def commitment_id(words: str) -> str:
    """Return the id of a promise by its words: the same in every copy of the plan."""
    return f"promise-{sha256(words.encode()).hexdigest()[:16]}"


def consultation_id(who: str) -> str:
    """Return the id of the row of somebody whom the format names: the same in every copy."""
    return f"consulted-{who}"


def conflict_id(table: str, row_id: str, name: str) -> str:
    """Return the id of the conflict about a field of a row: the same in every copy."""
    return f"conflict-{sha256(f'{table}/{row_id}/{name}'.encode()).hexdigest()[:32]}"


def version_id(name: str, digest: str) -> str:
    """Return the id of a state that was sealed under a name: the same in every copy."""
    return f"version-{sha256(f'{digest}/{name}'.encode()).hexdigest()[:32]}"


def new_id() -> str:
    """Return an id that no other row has."""
    return os.urandom(8).hex()
