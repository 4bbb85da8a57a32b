"""A plan that two people went on with, each by themselves, for the property tests of merging."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.changes.edits.fields import say_what_timescale_is, set_source_field
from plan.changes.edits.reasons import give_reason
from plan.council.format import form_named, format_named
from plan.model.finding import Finding
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Row
from plan.papers.places import action_place
from plan.reading.timescales import Meant
from tests.plan.strategies import plans, small_plan

FORMAT = format_named("dundee-2016")
FORM = form_named("dundee-eqia-2016")
ASKED = [field for field in FORM.fields if field.kind == "line"][:3]

words = st.sampled_from(
    ["", "Audit", "Guide", "Train", "Team A", "Team A\nTeam B", "Team B\nAudit"]
)
numbers = st.integers(0, 5)


@dataclass(frozen=True)
class Step:
    """One edit: which, of what, where to and with which words."""

    do: Callable[[Plan, "Step"], Change]
    row: int
    place: int
    text: str
    side: str = ""


_IDS = count(1)


def _new(step: Step) -> Callable[[], str]:
    return lambda: f"{step.side}-{next(_IDS)}"


def _one(rows: "tuple[Row, ...]", step: Step) -> str:
    return rows[step.row % len(rows)].id


def _add_aim(plan: Plan, step: Step) -> Change:
    place = step.place % (len(plan.aims) + 1)
    return edits.add_aim(plan, place, f"{step.side} aim", make_id=_new(step))


def _add_action(plan: Plan, step: Step) -> Change:
    aim = _one(plan.aims, step)
    place = step.place % (len(plan.actions_of(aim)) + 1)
    return edits.add_action(plan, aim, place, f"{step.side} action", make_id=_new(step))


def _write(plan: Plan, step: Step) -> Change:
    field = ("text", "timescale", "leads", "leads", "indicators")[step.place % 5]
    return edits.set_action_field(plan, _one(plan.actions, step), field, step.text, name=field)


def _write_aim(plan: Plan, step: Step) -> Change:
    return edits.set_aim_text(plan, _one(plan.aims, step), step.text)


def _move(plan: Plan, step: Step) -> Change:
    aim = plan.aims[step.place % len(plan.aims)].id
    return edits.move_action(plan, _one(plan.actions, step), aim, 0)


def _delete_aim(plan: Plan, step: Step) -> Change:
    return edits.delete_aim(plan, _one(plan.aims, step))


def _delete_action(plan: Plan, step: Step) -> Change:
    return edits.delete_action(plan, _one(plan.actions, step))


def _note(plan: Plan, step: Step) -> Change:
    note = NoteOutline("", "On track", f"{step.side} note")
    return edits.add_note(plan, _one(plan.actions, step), note, make_id=_new(step))


def _report(plan: Plan, step: Step) -> Change:
    field = ("title", "by", "number")[step.place % 3]
    return edits.set_report_field(plan, field, step.text, name=field)  # type: ignore[arg-type]


def _passage(plan: Plan, step: Step) -> Change:
    section = FORMAT.report.sections[step.place % 2].id
    return edits.add_passage(plan, section, 0, FORMAT.report, text=f"{step.side} passage")


def _appendix(plan: Plan, step: Step) -> Change:
    if step.place % 3 == 0 and all(one.kind != "reviews" for one in plan.appendices):
        return edits.add_appendix(plan, len(plan.appendices), "reviews")
    return edits.add_appendix(plan, len(plan.appendices), "text", title=f"{step.side} appendix")


def _assessment(plan: Plan, step: Step) -> Change:
    return edits.add_assessment(plan, FORM)


def _answer(plan: Plan, step: Step) -> Change:
    field = ASKED[step.place % len(ASKED)]
    return edits.set_answer(plan, _one(plan.assessments, step), field, step.text)


def _delete_assessment(plan: Plan, step: Step) -> Change:
    return edits.delete_assessment(plan, _one(plan.assessments, step))


def _source(plan: Plan, step: Step) -> Change:
    field = ("contents", "recommendations", "title")[step.place % 3]
    return set_source_field(plan, field, step.text)


def _reason(plan: Plan, step: Step) -> Change:
    """Leave a finding as it is, both sides perhaps the same one with other reasons."""
    place = action_place(plan, _one(plan.actions, step), "pages")
    facts = str(step.place % 2)
    finding = Finding("P3", "FIX", place, "Which pages?", "Practice", facts=facts)
    return give_reason(plan, finding, step.text, given_on=f"{step.side} day")


def _meant(plan: Plan, step: Step) -> Change:
    meant: tuple[Meant, ...] = ("", "due", "review")
    return say_what_timescale_is(plan, _one(plan.actions, step), meant[step.place % 3])


_EDITS = (
    *(_add_aim, _add_action, _write, _write, _write_aim, _move, _delete_aim, _delete_action),
    *(_note, _report, _passage, _appendix, _assessment, _answer, _answer, _delete_assessment),
    *(_source, _source, _reason, _reason, _meant),
)

_steps = st.lists(st.builds(Step, st.sampled_from(_EDITS), numbers, numbers, words), max_size=8)


def gone_on(plan: Plan, steps: list[Step], side: str) -> Plan:
    """Return the plan after those of the steps that can be made in it."""
    for step in steps:
        try:
            change = step.do(plan, Step(step.do, step.row, step.place, step.text, side))
        except ZeroDivisionError:  # there is no row to do it to
            continue
        plan = applied(plan, change)
    return plan


@dataclass(frozen=True)
class Parted:
    """A plan, and what two people made of it."""

    base: Plan
    ours: Plan
    theirs: Plan


parted = st.builds(
    lambda base, common, here, there: _parted(gone_on(base, common, "base"), here, there),
    plans | st.just(small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))),
    _steps,
    _steps,
    _steps,
)


def _parted(base: Plan, here: list[Step], there: list[Step]) -> Parted:
    return Parted(base, gone_on(base, here, "ours"), gone_on(base, there, "theirs"))
