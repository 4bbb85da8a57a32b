"""The ways in which content leaves a plan, and the fields that each leaves out on purpose."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from plan.model.field_kinds import FieldKind
from plan.model.fields import SHAPES, TableName, described, kind_of

Way: TypeAlias = Literal["copy", "outline", "json", "word"]
"""How content leaves a plan: duplicate or paste, an outline, `show --json`, Word and back."""
EVERY: Literal["*"] = "*"
"""Means every field of a kind of row."""

LEFT_OUT: Mapping[Way, Mapping[TableName, Mapping[str, str]]] = {
    "copy": {
        "plan": {EVERY: "A whole plan is copied as its file."},
        "progress": {EVERY: "Progress was reported of the one action; a copy has made none."},
        "report": {EVERY: "A plan has one report."},
        "appendices": {EVERY: "An appendix is another paper: no command makes it twice."},
        "source": {EVERY: "A plan answers one inspection report."},
        "reasons": {EVERY: "A reason answers the finding about the one row."},
        "comments": {EVERY: "A comment was made on the one row; nobody has read the copy yet."},
        "commitments": {EVERY: "A promise was made once."},
        "consultations": {EVERY: "Somebody sees the report once, and is listed once."},
        "aims": {"sealed_ref": "Nobody has approved the copy."},
        "actions": {"sealed_ref": "Nobody has approved the copy."},
        "conflicts": {EVERY: "Two laptops disagree about the one row."},
        "versions": {EVERY: "What was sealed is the whole plan."},
    },
    "outline": {
        "plan": {"format": "Who builds a plan from an outline says whose format it follows."},
        "reasons": {EVERY: "A reason answers a finding about a row by its id; the ids are new."},
        "answers": {"action": "The ids are new, and the row and its action both come with it."},
        "comments": {"on_row": "The ids are new: an outline says the row by its number."},
        "commitments": {EVERY: "They are found in the report that an outline has."},
        "consultations": {EVERY: "Who has seen the one report has not seen another."},
        "aims": {"sealed_ref": "Another plan's numbers are its own."},
        "actions": {"sealed_ref": "Another plan's refs are its own."},
        "conflicts": {EVERY: "Two laptops disagree about a row by its id; the ids are new."},
        "versions": {EVERY: "What was sealed is the one plan."},
    },
    "json": {
        "plan": {"format": "It says how the plan is printed and nothing of what it says."},
        "aims": {"sealed_ref": "The JSON has it as the aim's number."},
        "actions": {
            "bulleted": "It says how a list is printed and nothing of what it says.",
            "sealed_ref": "The JSON has it as the action's ref.",
        },
        "conflicts": {EVERY: "The command of that name prints them."},
        "versions": {EVERY: "The command of that name prints them."},
        "report": {"own_sections": "The JSON has them among the sections, by id and heading."},
        "answers": {"action": "The JSON says the action of a row by its ref."},
        "reasons": {EVERY: "They are what the officer says of a finding: check prints them."},
        "commitments": {EVERY: "The command of that name prints them, kept or only found."},
        "comments": dict.fromkeys(
            ("on_table", "on_field", "on_row"),
            "The JSON says what a comment is on by the ref and the field that are printed.",
        ),
    },
    "word": {
        "plan": {
            "framework": "A paper prints indicators and not whose they are.",
            "format": "A paper is read in the format that the settings name.",
            "year_1_begins": "The officer says it to plandesk; a paper has the timescales.",
            "biannually_means": "The officer says it to plandesk; a paper has the timescales.",
            "own": "A format prints the fields that it adds, and no heading that it does not know.",
        },
        "aims": {
            "sealed_ref": "A paper has the numbers; whether they are sealed is the plan's.",
            "own": "A format prints the fields that it adds, and no heading that it does not know.",
        },
        "actions": {
            "sealed_ref": "A paper has the refs; whether they are sealed is the plan's.",
            "timescale_is": "The officer says it to plandesk; a paper has the timescale.",
            "own": "A format prints the fields that it adds, and no heading that it does not know.",
        },
        "report": {
            "own": "A format prints the fields that it adds, and no heading that it does not know."
        },
        "answers": {"action": "The paper has both the row and the action that it was made."},
        "passages": {
            **dict.fromkeys(("row_id", "cells"), "Only a format that has it prints it."),
            "picture": "A paper holds the picture itself, which gets its name anew from its bytes.",
        },
        "source": {EVERY: "No paper prints what the inspection report holds."},
        "reasons": {EVERY: "They are for the officer and not for the committee."},
        "comments": {EVERY: "They are for the officer and not for the committee."},
        "commitments": {EVERY: "They are found in the sentences that a paper prints."},
        "consultations": {EVERY: "A format that prints them prints a table drawn up from them."},
        "conflicts": {EVERY: "A paper has the wording that is shown, and is not for issue."},
        "versions": {EVERY: "They are for the officer and not for the committee."},
    },
}
"""What each way leaves out on purpose, and why; everything else comes through."""


def fields_in(way: Way, table: TableName) -> tuple[str, ...]:
    """Return the fields of a table's rows that come through a way, in order."""
    left_out = LEFT_OUT[way].get(table, {})
    if EVERY in left_out:
        return ()
    return tuple(name for name in described(SHAPES[table]) if name not in left_out)


_NO_COLUMN: tuple[FieldKind, ...] = ("lists", "ref")
COLUMN_FIELDS = tuple(
    name for name in fields_in("word", "actions") if kind_of("actions", name) not in _NO_COLUMN
)
"""The fields of an action that a council's format may print as a column."""
