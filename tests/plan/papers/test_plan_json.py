"""The plan for a program to read: everything, as it is typed, as JSON."""

import json
from dataclasses import replace

from hypothesis import given

from plan.model.outline import NoteOutline, outline_of
from plan.model.plan import Plan
from plan.papers.plan_json import printed_action, printed_plan
from plan.papers.typed_text import shown_of
from tests.plan.strategies import plans


@given(plans)
def test_what_is_printed_says_all_that_the_plan_says(plan: Plan) -> None:
    printed = json.loads(json.dumps(printed_plan(plan)))
    outline = outline_of(plan)
    assert (printed["title"], printed["subtitle"], printed["date"]) == (
        outline.title,
        outline.subtitle,
        outline.date,
    )
    for number, (values, aim) in enumerate(zip(printed["aims"], outline.aims, strict=True), 1):
        assert values["number"] == number
        assert values["text"] == aim.text
        for place, (row, action) in enumerate(zip(values["actions"], aim.actions, strict=True), 1):
            assert row["ref"] == f"{number}.{place}"
            assert (row["text"], row["pages"], row["timescale"]) == (
                shown_of(action.text),
                action.pages,
                action.timescale,
            )
            for field in ("indicators", "leads", "success_criteria"):
                assert tuple(row[field]) == getattr(action, field)
            assert (row.get("own_ref", ""), row.get("own", {})) == (
                action.own_ref,
                dict(action.own),
            )
            assert [NoteOutline(**note) for note in row["progress"]] == [
                replace(note, text=shown_of(note.text)) for note in action.progress
            ]


@given(plans)
def test_one_action_is_printed_as_it_is_within_the_plan(plan: Plan) -> None:
    printed = [row for aim in printed_plan(plan)["aims"] for row in aim["actions"]]
    assert [printed_action(plan, action) for action in plan.actions] == printed
