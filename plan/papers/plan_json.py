"""The plan as nested values for other programs: what `plandesk show --json` prints."""

from typing import Any

from plan.council.format import Format
from plan.council.own_field import NO_OWN_FIELDS, Cells, OwnFields
from plan.model.fields import TableName, kind_of
from plan.model.open_rows import OPEN_ROW, numbered_rows, row_of, rows_in_order
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, Comment, Cover, Row
from plan.model.ways import fields_in
from plan.papers.comments import answer_to
from plan.papers.own_fields import own_in_json
from plan.papers.places import comment_place
from plan.papers.typed_text import typed_value


def printed_plan(plan: Plan, council: Format | None = None) -> dict[str, Any]:
    """Return the plan as JSON values: texts as typed, refs and numbers as printed.

    `remarks` are the comments that are kept with it, if there are any. `council` says which fields
    are of its own; where it cannot be used, their texts are there as they are kept.
    """
    remarks = printed_comments(plan)
    own = _own_of(council, "actions")
    return {
        **_with_own(plan.cover, _own_of(council, "plan")),
        "aims": [
            {
                "number": number,
                **_with_own(aim, _own_of(council, "aims")),
                "actions": [printed_action(plan, one, own) for one in plan.actions_of(aim.id)],
            }
            for number, aim in plan.numbered_aims
        ],
        **({"remarks": remarks} if remarks else {}),
    }


def printed_action(plan: Plan, action: Action, own: OwnFields = NO_OWN_FIELDS) -> dict[str, Any]:
    """Return one action as JSON values; the keys are the FIELD names of `plandesk set`.

    `own` are the fields that the council adds.
    """
    return {
        "ref": plan.ref_of(action.id),
        **_with_own(action, own),
        **_made_of(plan, action),
        "progress": [_printed(note) for note in plan.notes_of(action.id)],
    }


def _made_of(plan: Plan, action: Action) -> dict[str, str]:
    """Return the row of a form that an action was made of, by its place, if it was."""
    for answer in plan.answer_rows.values():
        if answer.action == action.id:
            answers = plan.answers_of(answer.parent)
            ranks = {question: one.rank for question, one in answers.items()}
            place = numbered_rows(rows_in_order(answers, ranks))[row_of(answer.question)]
            places = [one.id for one in plan.assessments]
            number = f"-{places.index(answer.parent) + 1}" if len(places) > 1 else ""
            return {"made_of": f"assessment{number}/{place.replace(OPEN_ROW, '/')}"}
    return {}


def _own_of(council: Format | None, table: TableName) -> OwnFields:
    return council.own_of(table) if council is not None else NO_OWN_FIELDS


def _with_own(row: Cover | Aim | Action, own: OwnFields) -> dict[str, Any]:
    values = _printed(row)
    return values | {"own": printed_own(row.own, own)} if row.own else values


def printed_own(cells: Cells, own: OwnFields) -> dict[str, Any]:
    """Return what a row says in the council's own fields, by their ids, and under headings."""
    said = own.values(cells)
    return {
        **{one.id: own_in_json(one, said[one.id]) for one in own.fields if one.id in said},
        **dict(own.others(cells)),
    }


def _printed(row: Row) -> dict[str, Any]:
    """Return the fields of a row by name, except those in `LEFT_OUT`.

    A choice that nobody has made is left out too, as are a ref and cells of an action's own where
    it has none; cells are texts by their headings.
    """
    values: dict[str, Any] = {}
    for name in fields_in("json", row.table):
        kind, value = kind_of(row.table, name), getattr(row, name)
        if kind == "cells":
            values |= {name: dict(value)} if value else {}
        elif value or kind not in ("choice", "ref"):
            values[name] = typed_value(kind, value) if isinstance(value, str) else list(value)
    return values


def printed_comments(plan: Plan) -> list[dict[str, str]]:
    """Return the comments as JSON values, each with its place and field; `answer` if it has one.

    The place is an action's ref ("1.2"), else a path ("aim/2", "report"): a finding's without the
    field.
    """
    return [_printed_comment(plan, comment) for comment in plan.comments]


def _printed_comment(plan: Plan, comment: Comment) -> dict[str, str]:
    path = comment_place(plan, comment).path
    is_there = comment.on_row in plan.table(comment.on_table)
    place = path.removesuffix(f"/{comment.on_field}").removeprefix("action/")
    answer = answer_to(plan, comment)
    return {
        "place": place,
        "field": comment.on_field if is_there else "",
        "text": comment.text,
        **({"answer": answer} if answer else {}),
    }
