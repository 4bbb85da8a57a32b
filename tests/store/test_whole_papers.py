"""A plan with its report and assessments: saved, reopened, and undone after a restart."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.changes.undo import UndoState, undo_state
from plan.council.form_groups import FormField
from plan.council.format import form_named, format_named
from plan.model.outline import outline_of
from plan.model.plan import Plan
from store.history import History
from store.plan_file import PlanFile
from tests.plan.paper_strategies import papers
from tests.plan.strategies import plan_from
from tests.store.plans import SMALL, made, stored_tables

DUNDEE = format_named("dundee-2016")
FORM = form_named("dundee-eqia-2016")

plans = papers(DUNDEE, [FORM]).map(plan_from)
in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@in_one_folder
@given(plans)
@pytest.mark.slow
def test_any_paper_comes_back_as_it_was_made(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "Any.plan.json"
    made(path, plan, replace=True)
    assert PlanFile.open(path).plan == plan


class Session:
    """The app between one start and the next: a plan, its file and what can be undone."""

    def __init__(self, path: Path) -> None:
        self.file = PlanFile.open(path)
        self.plan = self.file.plan
        self.undo = undo_state(self.file.history.read())

    def make(self, change: Change | None) -> None:
        assert change is not None
        recorded = self.file.save(change)
        self.plan = applied(self.plan, recorded)
        self.undo = self.undo.after(recorded)


def steps(session: Session) -> list[Plan]:
    """Write a small report and assessment; return the plan before each step."""
    before: list[Plan] = []

    def make(change: Change) -> None:
        before.append(session.plan)
        session.make(change)

    def asked(question: str) -> FormField:
        field = FORM.field(question)
        assert field
        return field

    make(edits.set_report_field(session.plan, "title", "A plan", name="Title"))
    make(edits.add_passage(session.plan, "main-text", 0, DUNDEE.report, text="First"))
    make(edits.add_passage(session.plan, "main-text", 0, DUNDEE.report, text="- Before\n- it"))
    moved = session.plan.passages_of("main-text")[0].id
    make(edits.move_passage(session.plan, moved, "purpose", 0, DUNDEE.report))
    make(edits.add_appendix(session.plan, 0, "file", title="The survey"))
    make(edits.add_assessment(session.plan, FORM))
    assessment = session.plan.assessments[0].id
    make(edits.set_answer(session.plan, assessment, asked("description"), "A plan\n\n- for all"))
    make(edits.tick(session.plan, assessment, asked("characteristics.age"), "not-known"))
    make(edits.tick(session.plan, assessment, asked("characteristics.age"), "positively"))
    make(edits.duplicate_assessment(session.plan, assessment))
    make(edits.delete_assessment(session.plan, assessment))
    return before


def test_each_step_is_undone_and_redone_in_sessions_of_their_own(path: Path) -> None:
    made(path)
    session = Session(path)
    plans = [*steps(session), session.plan]
    for earlier in reversed(plans[:-1]):
        session = Session(path)
        session.make(session.undo.next_undo)
        assert session.plan == PlanFile.open(path).plan == earlier
    assert session.undo.next_undo is None
    for later in plans[1:]:
        session = Session(path)
        session.make(session.undo.next_redo)
        assert session.plan == PlanFile.open(path).plan == later


def test_history_says_what_was_done_in_the_officers_words(path: Path) -> None:
    made(path)
    session = Session(path)
    steps(session)
    labels = [change.label for change in History(session.file.history.path).read()]
    assert labels[0] == "Made"
    assert labels[1:5] == [
        "Edit Title of the report",
        "Add to “Main text”",
        "Add to “Main text”",
        "Move a paragraph of “Main text”",
    ]
    assert labels[-3:] == [
        "Tick Age",
        "Duplicate assessment 1",
        "Delete assessment 1",
    ]


def test_a_plan_from_before_there_were_reports_opens_and_can_have_one(path: Path) -> None:
    made(path)
    tables = stored_tables(path.read_bytes())
    for name in ("report", "passages", "appendices", "assessments", "answers"):
        del tables[name]
    tables["meta"]["plan"]["schema_version"] = 1
    path.write_text(json.dumps(tables), encoding="utf-8")
    session = Session(path)
    assert (session.plan, session.undo) == (SMALL, UndoState())
    session.make(edits.set_report_field(session.plan, "title", "A plan", name="Title"))
    assert PlanFile.open(path).plan.report.title == "A plan"
    assert PlanFile.open(path).plan.appendices == ()


@in_one_folder
@given(plans, st.data())
@pytest.mark.slow
def test_an_edit_of_any_paper_is_what_the_file_says_next(
    tmp_path: Path, plan: Plan, data: st.DataObject
) -> None:
    path = tmp_path / "Edited.plan.json"
    made(path, plan, replace=True)
    session = Session(path)
    section = data.draw(st.sampled_from(DUNDEE.report.sections)).id
    session.make(edits.add_passage(session.plan, section, 0, DUNDEE.report, text="New"))
    assert outline_of(PlanFile.open(path).plan) == outline_of(session.plan)
    assert PlanFile.open(path).plan == session.plan
