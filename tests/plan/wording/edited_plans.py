"""Plans with a past for the tests of history: what was done to them, and every state of them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.changes.edits.fields import say_what_timescale_is, set_source_field
from plan.changes.edits.indicators import choose_framework
from plan.changes.edits.reasons import give_reason
from plan.changes.undo import undo_state
from plan.council.form_groups import FormField
from plan.council.format import form_named, format_named
from plan.council.framework import framework_ids
from plan.model.finding import Finding
from plan.model.merged_fields import PLACE
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS
from plan.papers.places import action_place
from plan.reading.timescales import Meant
from plan.wording.restore_change import WHOLE, Part, restored
from plan.wording.wording import Wording
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.strategies import small_plan

FORMAT = format_named("dundee-2016")
FORM = form_named(DUNDEE_FORM)
WORDING = Wording(FORMAT, {FORM.id: FORM})
SECTIONS = ("purpose", "main-text", "recommendations")
MOMENT = "on 26 September 2016, 14:02"
CREATED = Change(label="Made", rows=(), kind="created", revision=1)


class Edited:
    """A plan, what was done to it, and every state that it was in: `past[k]` after revision k."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.changes = [CREATED]
        self.past = {1: plan}

    def make(self, change: Change | None) -> None:
        if change is None or change.is_empty:
            return
        revision = len(self.changes) + 1
        self.changes.append(change.model_copy(update={"revision": revision}))
        self.plan = applied(self.plan, self.changes[-1])
        self.past[revision] = self.plan

    def restored(self, revision: int, part: Part) -> Change:
        return restored(self.plan, self.past[revision], part, WORDING, MOMENT)


def begun() -> Plan:
    """Return a plan with something of every kind in it."""
    edited = Edited(small_plan(("Help early", "Guide", "Train"), ("Listen", "Event"), ("Lead",)))
    note = NoteOutline("1 May 2016", "On track", "Begun.")
    edited.make(edits.add_note(edited.plan, edited.plan.actions[0].id, note))
    edited.make(edits.set_report_field(edited.plan, "title", "Plan", name="title"))
    for section in SECTIONS:
        edited.make(edits.add_passage(edited.plan, section, 0, FORMAT.report, text=section))
    edited.make(edits.add_appendix(edited.plan, 1, "text", title="Glossary"))
    edited.make(edits.add_assessment(edited.plan, FORM))
    return edited.plan


@dataclass(frozen=True)
class Drawn:
    """A step that was drawn: two numbers, a text and a question say what it is done to."""

    edited: Edited
    one: int
    other: int
    text: str
    field: FormField
    ids: "count[int]"

    @property
    def plan(self) -> Plan:
        return self.edited.plan

    def make_id(self) -> str:
        return f"new-{next(self.ids)}"

    @property
    def aim(self) -> str:
        return self.plan.aims[self.one % len(self.plan.aims)].id

    @property
    def action(self) -> str:
        return self.plan.actions[self.other % len(self.plan.actions)].id

    @property
    def section(self) -> str:
        return SECTIONS[self.one % len(SECTIONS)]

    @property
    def passage(self) -> str:
        return sorted(self.plan.passage_rows)[self.other % len(self.plan.passage_rows)]

    @property
    def assessment(self) -> str:
        return self.plan.assessments[self.one % len(self.plan.assessments)].id


def _add_aim(step: Drawn) -> Change:
    place = step.one % (len(step.plan.aims) + 1)
    return edits.add_aim(step.plan, place, "An aim", make_id=step.make_id)


def _add_action(step: Drawn) -> Change:
    place = step.other % (len(step.plan.actions_of(step.aim)) + 1)
    return edits.add_action(step.plan, step.aim, place, step.text, make_id=step.make_id)


def _add_note(step: Drawn) -> Change:
    note = NoteOutline(text=step.text)
    return edits.add_note(step.plan, step.action, note, make_id=step.make_id)


def _move_action(step: Drawn) -> Change:
    others = [one for one in step.plan.actions_of(step.aim) if one.id != step.action]
    return edits.move_action(step.plan, step.action, step.aim, step.one % (len(others) + 1))


def _duplicate(step: Drawn) -> Change:
    return edits.duplicate_action(step.plan, step.action, make_id=step.make_id)


def _set(field: str) -> Callable[[Drawn], Change]:
    return lambda step: edits.set_action_field(step.plan, step.action, field, step.text, name=field)


def _add_passage(step: Drawn) -> Change:
    place = step.other % (len(step.plan.passages_of(step.section)) + 1)
    return edits.add_passage(step.plan, step.section, place, FORMAT.report, text=step.text)


def _move_passage(step: Drawn) -> Change:
    others = [one for one in step.plan.passages_of(step.section) if one.id != step.passage]
    place = step.one % (len(others) + 1)
    return edits.move_passage(step.plan, step.passage, step.section, place, FORMAT.report)


def _tick(step: Drawn) -> Change | None:
    options = step.field.options
    if not options:
        return None
    box = options[step.other % len(options)].id
    return edits.tick(step.plan, step.assessment, step.field, box)


def _reason(step: Drawn) -> Change:
    """Leave a finding as it is; its place may have gone since, as it may for an officer."""
    place = action_place(step.plan, step.action, "pages")
    finding = Finding("P3", "FIX", place, "Which pages?", "Practice", facts=str(step.one % 3))
    return give_reason(step.plan, finding, step.text, given_on="26 September 2016")


def _source(field: str) -> Callable[[Drawn], Change]:
    return lambda step: set_source_field(step.plan, field, step.text)


def _framework(step: Drawn) -> Change:
    return choose_framework(step.plan, ("", *framework_ids())[step.one % 3])


def _meant(step: Drawn) -> Change:
    meant: tuple[Meant, ...] = ("", "due", "review")
    return say_what_timescale_is(step.plan, step.action, meant[step.one % 3])


def _bring_back(step: Drawn) -> Change:
    revision = 1 + step.one % len(step.edited.changes)
    return step.edited.restored(revision, drawn_part(step.edited, step.other))


DOES: dict[str, Callable[[Drawn], Change | None]] = {
    "add aim": _add_aim,
    "add action": _add_action,
    "add note": _add_note,
    "move action": _move_action,
    "move aim": lambda one: edits.move_aim(one.plan, one.aim, one.other % len(one.plan.aims)),
    "duplicate": _duplicate,
    "delete action": lambda one: edits.delete_action(one.plan, one.action),
    "delete aim": lambda one: edits.delete_aim(one.plan, one.aim),
    "text": _set("text"),
    "leads": _set("leads"),
    "header": lambda one: edits.set_report_field(one.plan, "title", one.text, name="title"),
    "add passage": _add_passage,
    "move passage": _move_passage,
    "delete passage": lambda one: edits.delete_passage(one.plan, one.passage, FORMAT.report),
    "set passage": lambda one: edits.set_passage(one.plan, one.passage, one.text, FORMAT.report),
    "add assessment": lambda one: edits.add_assessment(one.plan, FORM),
    "delete assessment": lambda one: edits.delete_assessment(one.plan, one.assessment),
    "answer": lambda one: edits.set_answer(one.plan, one.assessment, one.field, one.text),
    "tick": _tick,
    "contents": _source("contents"),
    "recommendations": _source("recommendations"),
    "framework": _framework,
    "timescale is": _meant,
    "reason": _reason,
    "undo": lambda one: undo_state(one.edited.changes).next_undo,
    "redo": lambda one: undo_state(one.edited.changes).next_redo,
    "bring back": _bring_back,
}

numbers = st.integers(min_value=0, max_value=999)
words = st.sampled_from(["Review the audit", "**Publish** a guide", "- Train\n- staff", ""])
steps = st.tuples(
    st.sampled_from(list(DOES)), numbers, numbers, words, st.sampled_from(FORM.fields)
)


def drawn_part(edited: Edited, number: int) -> Part:
    """Return a row, a field of it, or the whole plan: of any row that there ever was."""
    touched = {(row.table, row.id) for change in edited.changes for row in change.rows}
    there = {(name, row_id) for name in ROW_KINDS for row_id in edited.plan.table(name)}
    rows = sorted(touched | there)
    table, row_id = rows[number % len(rows)]
    own = sorted(set(ROW_KINDS[table].model_fields) - {"id", "parent", "rank"})
    names = ["", "", PLACE, *own]
    field = names[number // len(rows) % len(names)]
    return WHOLE if number % 10 == 0 else Part(table, row_id, field)


@st.composite
def edited_plans(draw: st.DrawFn) -> Edited:
    """Draw a plan with something of every kind, and steps; what cannot be done is not."""
    edited, ids = Edited(begun()), count(1)
    for what, one, other, text, field in draw(st.lists(steps, max_size=25)):
        try:
            edited.make(DOES[what](Drawn(edited, one, other, text, field, ids)))
        except ZeroDivisionError:  # there is no row left to do it to
            continue
    return edited
