"""Every field of every kind of row comes through every way out, or is left out on purpose.

A field that is added to a row is filled here by its kind: nothing need be written here for it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from importers.paper import read_paper
from plan.changes import edits
from plan.changes.change import Change, applied, row_removed
from plan.checks.all_checks import CHECKS
from plan.council.form import Form
from plan.council.format import Format
from plan.model.field_kinds import FieldKind
from plan.model.fields import (
    HEADER_FIELDS,
    LIST_FIELDS,
    SHAPES,
    SIGNATURE_FIELDS,
    ActionFields,
    ReportFields,
    TableName,
    described,
    values_of,
)
from plan.model.merged_fields import merged_fields
from plan.model.outline import action_outline, aim_outline, built_plan, outline_of
from plan.model.plan import Plan, plan_of
from plan.model.rows import (
    ROW_KINDS,
    SOURCE_ID,
    Comment,
    Commitment,
    Conflict,
    Consultation,
    JsonRow,
    Reason,
    Row,
    SourceReport,
    Version,
)
from plan.model.ways import COLUMN_FIELDS, EVERY, LEFT_OUT, Way
from plan.papers.paper_json import printed_papers
from plan.papers.plan_json import printed_plan
from plan.papers.typed_text import typed_value
from plan.wording.change_words import steps_in_words
from plan.wording.wording import Wording
from tests.importers.made_up_paper import made_up_paper
from tests.importers.styled_papers import our_word
from tests.importers.test_papers_from_blocks import DUNDEE, GLENSHIRE, pack

Said = dict[str, Any]
"""What a row holds in its described fields."""
Lost = set[tuple[TableName, str]]

OF_KIND: dict[FieldKind, Any] = {
    "line": "A line of words",
    "date": "26 September 2016",
    "lines": "First line\nsecond line",
    "pages": "Pages 9, 18",
    "timescale": "June 2017",
    "prose": "Some **bold** words:\n\n- one\n- two",
    "items": ["One thing", "Another thing"],
    "lists": ["success_criteria"],
    "key": "care-inspectorate-2014",
    "ref": "CP-SUB-1",
    "cells": [["Evidence", "Minutes\nof the board"], ["Risk", "low"]],
}


def a_value(table: TableName, name: str) -> Any:
    """Return something that a field may hold."""
    kind = described(SHAPES[table])[name].kind
    if kind == "choice":
        return next(filter(None, get_args(ROW_KINDS[table].model_fields[name].annotation)))
    named = {"sealed_ref": "1.1", "picture": f"{'3f' * 32}.png"}
    return named.get(name, OF_KIND[kind])


def whole_plan() -> Plan:
    """Return a plan in which every field of every kind of row holds something in some row."""
    plan = built_plan(made_up_paper(), "dundee-2016")
    cover = plan.cover.id
    one_of_each = (
        SourceReport(id=SOURCE_ID, parent=cover),
        Reason(id="a-reason", parent=cover, rule="P6", path="action/1.1/leads", facts="none"),
        Comment(
            id="a-comment",
            parent=cover,
            text="Who pays?\nThe council",
            on_table="actions",
            on_row=plan.actions[0].id,
            on_field="leads",
        ),
        Commitment(id="a-promise", parent=cover),
        Consultation(id="somebody", parent=cover),
        Conflict(
            id="a-conflict", parent=cover, on_table="actions", shown=('"May"',), others=('"June"',)
        ),
        Version(id="a-version", parent=cover),
    )
    rows = [*one_of_each, *every_row(plan)]
    return plan_of(row for table in ROW_KINDS for row in filled(table, rows))


def every_row(plan: Plan) -> list[Row]:
    return [row for table in ROW_KINDS for row in plan.table(table).values()]


def filled(table: TableName, rows: Iterable[Row]) -> Iterable[Row]:
    """Yield the rows of a table, each with what is empty in all of them."""
    own = [row for row in rows if row.table == table]
    empty = [name for name in described(SHAPES[table]) if not any(getattr(r, name) for r in own)]
    values = {name: a_value(table, name) for name in empty}
    for row in own:
        yield ROW_KINDS[table].model_validate({**row.as_json(), **values})


def said(plan: Plan, table: TableName) -> list[Said]:
    """Return what the rows of a table hold, whatever their ids and their order."""
    rows = (values_of(row, SHAPES[table]) for row in plan.table(table).values())
    return sorted(rows, key=repr)


def lost_between(before: list[Said], after: list[Said], table: TableName) -> Lost:
    """Return the fields in which the rows of a table are not as they were."""
    return {
        (table, name)
        for name in described(SHAPES[table])
        if sorted(repr(row[name]) for row in before) != sorted(repr(row[name]) for row in after)
    }


def lost_in(before: Plan, after: Plan) -> Lost:
    """Return the fields that the second plan has not as the first."""
    lost: Lost = set()
    for table in ROW_KINDS:
        lost |= lost_between(said(before, table), said(after, table), table)
    return lost


def left_out(way: Way) -> Lost:
    """Return the fields that a way leaves out on purpose."""
    return {
        (table, name)
        for table, names in LEFT_OUT[way].items()
        for name in (described(SHAPES[table]) if EVERY in names else names)
    }


PLAN = whole_plan()
REPORT = DUNDEE[0].report


def test_nothing_is_empty_in_the_plan_that_takes_every_way() -> None:
    empty = [
        (table, name)
        for table in ROW_KINDS
        for name in described(SHAPES[table])
        if not any(row[name] for row in said(PLAN, table))
    ]
    assert empty == []


def test_every_field_comes_back_from_an_outline() -> None:
    again = built_plan(outline_of(PLAN), "another-council")
    assert lost_in(PLAN, again) == left_out("outline")


def made_by(change: Change) -> Mapping[TableName, list[Said]]:
    """Return what the rows say that a change adds to the plan."""
    after = applied(PLAN, change)
    return {
        table: [
            values_of(row, SHAPES[table])
            for row_id, row in after.table(table).items()
            if row_id not in PLAN.table(table)
        ]
        for table in ROW_KINDS
    }


def test_every_field_is_in_a_duplicate() -> None:
    action, aim, assessment = PLAN.actions[0], PLAN.aims[0], PLAN.assessments[0]
    answers = list(PLAN.answers_of(assessment.id).values())
    copies: list[tuple[Change, list[Row]]] = [
        (edits.duplicate_action(PLAN, action.id), [action]),
        (edits.duplicate_aim(PLAN, aim.id), [aim, *PLAN.actions_of(aim.id)]),
        (edits.duplicate_assessment(PLAN, assessment.id), [assessment, *answers]),
        (
            edits.paste_actions(
                PLAN, aim.id, 0, (edits.without_progress(action_outline(PLAN, action.id)),)
            ),
            [action],
        ),
    ]
    for one in PLAN.passage_rows.values():
        copies.append((edits.duplicate_passage(PLAN, one.id, REPORT), [one]))
        copies.append((edits.paste_passage(PLAN, one.section, 0, REPORT, one), [one]))
    copied: Lost = set()
    for change, rows in copies:
        for table, made in made_by(change).items():
            own = [values_of(row, SHAPES[table]) for row in rows if row.table == table]
            lost = lost_between(own, made, table)
            assert lost <= left_out("copy"), change.label
            copied |= {(table, name) for name in described(SHAPES[table]) if made} - lost
    assert {(t, n) for t in ROW_KINDS for n in described(SHAPES[t])} - copied == left_out("copy")


def test_every_field_is_in_an_aim_that_is_pasted_and_so_is_its_progress() -> None:
    aim = PLAN.aims[0]
    made = made_by(edits.paste_aim(PLAN, 0, aim_outline(PLAN, aim.id)))
    actions = PLAN.actions_of(aim.id)
    notes = (note for action in actions for note in PLAN.notes_of(action.id))
    expected: dict[TableName, list[Row]] = {
        "aims": [aim],
        "actions": [*actions],
        "progress": [*notes],
    }
    for table, rows in expected.items():
        own = [values_of(row, SHAPES[table]) for row in rows]
        assert lost_between(own, made[table], table) <= left_out("copy")


def in_papers(printed: Said) -> dict[TableName, list[Said]]:
    """Return what the JSON says of the report, the assessments and the inspection report."""
    report = printed["report"]
    return {
        "source": [printed["source"]],
        "report": [{**report["header"], **report["signature"], "own": report["own"]}],
        "passages": [
            {"section": section["section"], **passage}
            for section in report["sections"]
            for passage in section["passages"]
        ],
        "appendices": report["appendices"],
        "consultations": report["consulted"],
        "assessments": printed["assessments"],
        "answers": [answer for one in printed["assessments"] for answer in answers_in(one)],
    }


def answers_in(assessment: Said) -> list[Said]:
    """Return the answers that the JSON has of an assessment, but for the blank ones."""
    cells = [row["cells"] for table in assessment["rows"] for row in table["rows"]]
    in_grids = [{"question": name, "text": text} for row in cells for name, text in row.items()]
    said = [*assessment["answers"], *assessment["marks"], *in_grids, *assessment["not_asked"]]
    whole = [{"text": "", "ticks": [], **one} for one in said]
    return [one for one in whole if one["text"] or one["ticks"]]


def test_every_field_is_in_the_json_as_it_is_typed() -> None:
    printed = printed_plan(PLAN)
    actions = [action for aim in printed["aims"] for action in aim["actions"]]
    found: dict[TableName, list[Said]] = {
        "plan": [printed],
        "aims": printed["aims"],
        "actions": actions,
        "progress": [note for action in actions for note in action["progress"]],
        "comments": printed["remarks"],
    }
    found |= in_papers(printed_papers(PLAN, DUNDEE[0], {one.id: one for one in DUNDEE[1]}))
    lost: Lost = set()
    for table in ROW_KINDS:
        for name, one in described(SHAPES[table]).items():
            held = (getattr(row, name) for row in PLAN.table(table).values())
            wanted = [
                dict(value)
                if one.kind == "cells"
                else typed_value(one.kind, value)
                if isinstance(value, str)
                else list(value)
                for value in held
            ]
            empty: Any = {} if one.kind == "cells" else ""
            values = [row.get(name, empty) for row in found.get(table, [])]
            if sorted(map(repr, wanted)) != sorted(map(repr, values)):
                lost.add((table, name))
    assert lost == left_out("json")


def test_every_field_comes_back_from_word_where_a_council_prints_it(tmp_path: Path) -> None:
    def lost_by(formats: tuple[Format, tuple[Form, ...]]) -> Lost:
        council, forms = formats
        path = our_word(tmp_path, pack(PLAN, council, (*forms, *DUNDEE[1])))
        return lost_in(
            PLAN, built_plan(read_paper(path, council, forms).outline, "another-council")
        )

    assert lost_by(DUNDEE) & lost_by(GLENSHIRE) == left_out("word")


def test_every_field_of_a_row_is_told_in_the_history_under_its_label() -> None:
    council, forms = DUNDEE
    wording = Wording(council, {one.id: one for one in forms})
    said_by_the_rows_name = {("passages", "section"), ("answers", "question")}
    said_by_the_rows_name |= {("aims", "sealed_ref"), ("actions", "sealed_ref")}
    said_by_the_rows_name |= {("versions", name) for name in ("name", "hash", "when", "state")}
    said_by_the_rows_name |= {("conflicts", name) for name in described(SHAPES["conflicts"])}
    for row in every_row(PLAN):
        change = Change(label="Delete", rows=(row_removed(row),))
        (step,) = steps_in_words(change, PLAN, PLAN, wording)
        held = [name for name, value in values_of(row, SHAPES[row.table]).items() if value]
        told = [
            one
            for name in held
            if (row.table, name) not in said_by_the_rows_name
            for one in steps_of(row, name)
        ]
        assert [one.field for one in step.fields] == told
        assert all(one.label and one.before and not one.after for one in step.fields)


def test_a_field_that_one_side_changed_is_taken_and_one_that_both_did_is_asked_about() -> None:
    for row in every_row(PLAN):
        base = row.as_json()
        for name in (name for name in described(SHAPES[row.table]) if name != "section"):
            once, twice = (self_made(base, name, word) for word in ("once", "twice"))
            merged, differences = merged_fields(row.table, base, base, once)
            assert (merged[name], differences) == (once[name], [])
            merged, differences = merged_fields(row.table, base, once, twice)
            is_merged = described(SHAPES[row.table])[name].kind == "lists"
            assert is_merged or [one.field for one in differences] == steps_of(row, name)


def steps_of(row: Row, name: str) -> list[str]:
    """Return what the history and a merge tell of a field: of one with cells each by itself."""
    if described(SHAPES[row.table])[name].kind != "cells":
        return [name]
    return [f"{name}.{heading}" for heading, _ in getattr(row, name)]


def self_made(row: JsonRow, name: str, word: str) -> JsonRow:
    """Return a row with something else in one of its fields."""
    held = row[name]
    if held and isinstance(held[0], list):
        return {**row, name: [[heading, word] for heading, _ in held]}
    return {**row, name: [word] if isinstance(held, list) else word}


@pytest.mark.parametrize("way", LEFT_OUT)
def test_whatever_is_left_out_has_its_reason(way: Way) -> None:
    reasons = [reason for names in LEFT_OUT[way].values() for reason in names.values()]
    assert all(reason.endswith(".") and len(reason.split()) > 3 for reason in reasons)


@pytest.mark.parametrize("table", ROW_KINDS)
def test_a_row_has_the_fields_that_are_described_and_no_others(table: TableName) -> None:
    assert set(ROW_KINDS) == set(SHAPES)
    own = ["id", "parent", "rank", *described(SHAPES[table])]
    assert list(ROW_KINDS[table].model_fields) == own


def test_fields_that_go_by_a_name_of_their_own_are_the_described_ones() -> None:
    items = [name for name, one in described(ActionFields).items() if one.kind == "items"]
    assert list(LIST_FIELDS) == items
    in_paper = [*HEADER_FIELDS, *SIGNATURE_FIELDS]
    assert [*in_paper, "own_sections", "own"] == list(described(ReportFields))
    checked = {one.column for one in CHECKS} - {None}
    assert checked <= {"ref", *COLUMN_FIELDS, "progress"}
