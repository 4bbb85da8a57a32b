"""Every text of a plan has its place, and can be written anew wherever it stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.changes.edits.plan_texts import set_texts
from plan.council.format import form_named, format_named
from plan.model.outline import ActionOutline, AimOutline, NoteOutline
from plan.model.plan import Plan
from plan.papers.plan_texts import PlanText, texts_of
from tests.plan.checks.sound import OUTLINE
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.paper_strategies import papers
from tests.plan.strategies import plan_from

DUNDEE = format_named("dundee-2016")
FORMS = {DUNDEE_FORM: form_named(DUNDEE_FORM)}


def texts(plan: Plan) -> list[PlanText]:
    """Return every text of a plan in the format of 2016."""
    return list(texts_of(plan, DUNDEE, FORMS))


def said_at(plan: Plan) -> dict[tuple[str, str, str, str], str]:
    """Return what stands where, by the row, the field and the part of it."""
    return {(one.row.id, one.field, one.part, one.key): one.text for one in texts(plan)}


def test_the_texts_come_in_the_order_of_the_paper_with_their_places() -> None:
    plan = plan_from(replace(OUTLINE, introduction="It answers the inspection."))
    places = [one.place.path for one in texts(plan)]
    first = [
        next(n for n, path in enumerate(places) if path.startswith(start))
        for start in (
            "report/title",
            "plan/title",
            "plan/introduction",
            "aim/1",
            "action/1.1/text",
            "aim/2",
            "assessment/part-1",
        )
    ]
    assert first == sorted(first)


def test_a_note_stands_at_the_progress_of_its_action_and_an_own_column_at_its_heading() -> None:
    note = NoteOutline("26 September 2016", "On track", "The first visit is made.")
    action = ActionOutline(
        "Visit", leads=("A team", "The group"), progress=(note,), own=(("Risk", "High"),)
    )
    plan = plan_from(replace(OUTLINE, aims=(AimOutline("One", (action,)),)))
    said = {
        (one.place.path, one.place.table): one.text
        for one in texts(plan)
        if "1.1" in one.place.path
    }
    assert said[("action/1.1/leads", "actions")] == "A team\nThe group"
    assert said[("action/1.1/own", "actions")] == "High"
    assert said[("action/1.1/progress", "progress")] == "The first visit is made."


def test_texts_of_several_rows_are_written_in_one_change_and_the_others_left_alone() -> None:
    plan = plan_from(OUTLINE)
    wanted = {one: f"{one.text} again" for one in texts(plan) if one.field in ("title", "leads")}
    change = set_texts(wanted.items(), DUNDEE, "Replace")
    after = said_at(applied(plan, change))
    for one in texts(plan):
        assert after[(one.row.id, one.field, one.part, one.key)] == wanted.get(one, one.text)
    assert set_texts(((one, one.text) for one in wanted), DUNDEE, "Replace").is_empty


@given(papers(DUNDEE, [FORMS[DUNDEE_FORM]]).map(plan_from), st.data())
@pytest.mark.slow
def test_any_text_can_be_written_anew_and_nothing_else_changes(
    plan: Plan, data: st.DataObject
) -> None:
    there = texts(plan)
    if not there:
        return
    one = data.draw(st.sampled_from(there))
    after = said_at(applied(plan, set_texts([(one, "Word")], DUNDEE, "Replace")))
    before = said_at(plan)
    key = (one.row.id, one.field, one.part, one.key)
    assert after.pop(key) == "Word"
    del before[key]
    assert after == before
