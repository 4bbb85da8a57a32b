"""Texts, outlines and plans for the property tests."""

from itertools import count
from typing import Any, get_args

from hypothesis import strategies as st

from plan.model.field_kinds import FieldKind
from plan.model.fields import LIST_FIELDS, SHAPES, ActionFields, AimFields, TableName, described
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PlanOutline,
    SourceOutline,
    built_plan,
)
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS
from plan.papers.markdown import canonical
from plan.text.clean import clean_line, clean_text

MARKS = "ab é’•☒ \t\n\\*_-+#>|`[]()<&!~=19.)"
"""Letters, spaces and whatever means something in some Markdown."""

any_texts = st.one_of(st.text(max_size=40), st.text(alphabet=MARKS, max_size=40))
"""What may arrive at the door: anything at all, and much of what looks like Markdown."""

texts = any_texts.map(clean_text)
lines = any_texts.map(clean_line)
proses = texts.map(canonical)
several_lines = texts.map(
    lambda text: "\n".join(line.strip() for line in text.split("\n") if line.strip())
)
items = st.lists(lines.filter(bool), max_size=3).map(tuple)

OF_KIND: dict[FieldKind, st.SearchStrategy[Any]] = {
    "line": lines,
    "date": lines,
    "lines": several_lines,
    "pages": several_lines,
    "timescale": several_lines,
    "prose": proses,
    "items": items,
    "lists": st.lists(st.sampled_from(LIST_FIELDS), unique=True).map(tuple),
    "ref": lines,
    "cells": st.dictionaries(lines, several_lines.filter(bool), max_size=2).map(
        lambda cells: tuple(cells.items())
    ),
}


def filled(table: TableName) -> dict[str, st.SearchStrategy[Any]]:
    """Return for each field of a table's rows what an officer may have typed in it."""
    return of_shape(SHAPES[table], table)


def of_shape(shape: type, table: TableName) -> dict[str, st.SearchStrategy[Any]]:
    """Return what an officer may have typed in some of the fields of a table's rows."""
    return {
        name: OF_KIND[one.kind]
        if one.kind in OF_KIND
        else st.sampled_from(get_args(ROW_KINDS[table].model_fields[name].annotation))
        for name, one in described(shape).items()
    }


notes = st.builds(NoteOutline, **filled("progress"))

actions = st.builds(
    ActionOutline,
    **of_shape(ActionFields, "actions"),
    progress=st.lists(notes, max_size=2).map(tuple),
)

aims = st.builds(
    AimOutline, **of_shape(AimFields, "aims"), actions=st.lists(actions, max_size=3).map(tuple)
)

sources = st.builds(SourceOutline, **filled("source"))

outlines = st.builds(
    PlanOutline,
    title=lines,
    subtitle=lines,
    date=lines,
    partnership=lines,
    introduction=proses,
    aims=st.lists(aims, max_size=3).map(tuple),
    source=st.just(SourceOutline()) | sources,
)


def plan_from(outline: PlanOutline) -> Plan:
    """Return a plan whose ids are numbers in order, the same at every run."""
    numbers = count(1)
    return built_plan(outline, "dundee-2016", lambda: f"row-{next(numbers)}")


plans = outlines.map(plan_from)
plans_with_actions = plans.filter(lambda plan: bool(plan.action_rows))


def small_plan(*aims_and_actions: tuple[str, ...]) -> Plan:
    """Return a plan of aims, each given as its text and the texts of its actions."""
    return plan_from(
        PlanOutline(
            title="Improvement plan",
            aims=tuple(
                AimOutline(aim, tuple(ActionOutline(text) for text in action_texts))
                for aim, *action_texts in aims_and_actions
            ),
        )
    )
