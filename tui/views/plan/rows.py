"""The rows that the plan view lists, and the cursor among them. Values only."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from plan.changes.change import Change
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.rows import Action, Aim
from plan.text.line_breaks import NO_TEXT, cells, sentence_line, shortened
from tui.commands import Where
from tui.widgets.row_list import ListedRow

COVER = "cover"
"""The id of the cover's row, above the aims."""
SOURCE = "inspection-report"
"""The id of the inspection report's row, below the aims."""

MARK = "■"
"""What stands before a row that is marked."""

_NO_AIM = {
    COVER: "Actions belong to an aim: {add} adds an aim.",
    SOURCE: "Actions belong to an aim: go to one first.",
}
_FIRST_AIM = "  No aim yet: {add} adds the first."
NONE_LET_THROUGH = "No action is left: {let-go} lists all again, {narrow-actions} asks for others."
_CURSOR_ORDER = (("actions",), ("aims",), ("progress", "plan", "source"))
"""Tables in the order in which the cursor prefers a row that a change changed."""


class Cursor(NamedTuple):
    """Which aim the officer is on (or COVER or SOURCE), which action, and in which list."""

    aim: str = COVER
    action: str = ""
    panel: Where = "aims"

    @property
    def is_at_action(self) -> bool:
        """Whether the cursor is on an action, and not on its aim or the cover."""
        return self.panel == "actions" and bool(self.action)

    @property
    def row(self) -> str:
        """The id of the row under the cursor, empty in an empty list of actions."""
        return self.aim if self.panel == "aims" else self.action

    @property
    def kept(self) -> dict[str, str]:
        """The cursor as strings, for the settings; `cursor_at` reads them."""
        return {"aim": self.aim, "action": self.action, "panel": self.panel}

    def within(self, plan: Plan) -> "Cursor":
        """Return the cursor on the same rows if they are in `plan`, or as near as possible."""
        moved = plan.action_rows.get(self.action)
        aim = moved.parent if moved is not None else self.aim
        if aim not in plan.aim_rows and aim != SOURCE:
            aim = COVER
        ids = [action.id for action in plan.actions_of(aim)]
        action = self.action if self.action in ids else next(iter(ids), "")
        return Cursor(aim, action, self.panel if aim in plan.aim_rows else "aims")

    def title_in(self, plan: Plan) -> str:
        """Return the title of the fields of the row under the cursor."""
        if self.is_at_action:
            return plan.ref_of(self.action)
        if self.aim in plan.aim_rows:
            return f"Aim {plan.number_of(self.aim)}"
        return "Inspection report" if self.aim == SOURCE else "Cover"


def cursor_at(plan: Plan, place: Mapping[str, str]) -> Cursor:
    """Return the cursor that `place` was kept from, or on the first action if that is gone."""
    action = place.get("action", "")
    if action in plan.action_rows and place.get("panel") == "actions":
        return Cursor(plan.action_rows[action].parent, action, "actions")
    if place.get("aim") in plan.aim_rows:
        return Cursor(place["aim"])
    if plan.actions:
        first = plan.actions[0]
        return Cursor(first.parent, first.id, "actions")
    return Cursor(plan.aims[0].id) if plan.aims else Cursor(COVER)


def stop_at(plan: Plan, cursor: Cursor, field: str) -> dict[str, str]:
    """Return the row of the cursor and the field there, with what leads near it once it is gone."""
    aim = cursor.aim
    stop = {"aim": aim, "field": field}
    if aim in plan.aim_rows:
        stop["aim_number"] = str(plan.number_of(aim))
    if cursor.is_at_action and cursor.action in plan.action_rows:
        place = plan.actions_of(aim).index(plan.action_rows[cursor.action])
        stop |= {"action": cursor.action, "number": str(place)}
    return stop


def cursor_at_stop(plan: Plan, stop: Mapping[str, str]) -> Cursor:
    """Return the cursor on a row where it was, or on what is in its place if that is gone."""
    action, aim = stop.get("action", ""), stop["aim"]
    if action in plan.action_rows:
        return cursor_on(plan, "actions", action)
    if action and (others := plan.actions_of(aim)):
        return cursor_on(plan, "actions", others[min(int(stop["number"]), len(others) - 1)].id)
    if aim in plan.aim_rows or aim in (COVER, SOURCE):
        return Cursor(aim)
    if not plan.aims:
        return Cursor()
    return Cursor(plan.aims[min(int(stop["aim_number"]), len(plan.aims)) - 1].id)


def cursor_on(plan: Plan, table: TableName, row_id: str) -> Cursor:
    """Return the cursor on a row of a plan, or on its cover or the inspection report."""
    if table == "actions":
        return Cursor(plan.action_rows[row_id].parent, row_id, "actions")
    if table == "progress":
        return cursor_on(plan, "actions", plan.note_rows[row_id].parent)
    if table == "aims":
        return Cursor(row_id)
    return Cursor(SOURCE if table == "source" else COVER)


def cursor_after(plan: Plan, change: Change) -> Cursor | None:
    """Return the cursor on a row that a change changed, or None if none of them exists now."""
    for tables in _CURSOR_ORDER:
        for row in change.rows:
            is_there = row.table in ("plan", "source") or row.id in plan.table(row.table)
            if row.table in tables and is_there:
                return cursor_on(plan, row.table, row.id)
    return None


def aim_rows(plan: Plan) -> list[ListedRow]:
    """Return rows for the cover, the numbered aims and the inspection report.

    Below the cover of a plan without aims stands how the first is added, with the command's id.
    """
    aims = (_aim_row(number, aim) for number, aim in plan.numbered_aims)
    cover = ListedRow(COVER, "Cover", "" if plan.aims else _FIRST_AIM)
    return [cover, *aims, ListedRow(SOURCE, "Inspection report")]


def _aim_row(number: int, aim: Aim) -> ListedRow:
    return ListedRow(aim.id, f"{number} {aim.text or NO_TEXT}")


def with_marks(plan: Plan, rows: Iterable[ListedRow], marks: Collection[str]) -> list[ListedRow]:
    """Return rows of aims or actions with a sign before those that are marked.

    At an aim that is not marked itself stands how many of its actions are.
    """
    return [_with_mark(plan, row, marks) for row in rows] if marks else list(rows)


def _with_mark(plan: Plan, row: ListedRow, marks: Collection[str]) -> ListedRow:
    if row.id in marks:
        below = "\n".join(f"  {line}" for line in row.below.splitlines())
        return replace(row, line=f"{MARK} {row.line}", below=below)
    if row.id not in plan.aim_rows:
        return row
    count = sum(action.id in marks for action in plan.actions_of(row.id))
    return replace(row, below=f"  {count} marked") if count else row


def aims_title(plan: Plan, lifted: Collection[str], marks: Collection[str] = ()) -> str:
    """Return the title of the list of aims.

    `lifted` are the ids of the rows that are being moved, `marks` of those that are marked.
    """
    moving = [plan.number_of(one) for one in lifted if one in plan.aim_rows]
    if len(moving) > 1:
        return f"Aims: moving {len(moving)}"
    return f"Aims: moving {moving[0]}" if moving else f"Aims{_marked(marks)}"


def actions_title(
    plan: Plan,
    aim_id: str,
    lifted: Collection[str],
    marks: Collection[str] = (),
    narrowed: str = "",
) -> str:
    """Return the title of the list of an aim's actions, or of what lies above and below the aims.

    `lifted` are the ids of the rows that are being moved, `marks` of those that are marked.
    `narrowed` says what the list is limited to.
    """
    if narrowed:
        return f"{narrowed}{_marked(marks)}"
    named = f" of aim {plan.number_of(aim_id)}" if aim_id in plan.aim_rows else ""
    moving = [plan.ref_of(one) for one in lifted if one in plan.action_rows]
    if len(moving) > 1:
        return f"Actions{named}: moving {len(moving)}"
    return f"Actions{named}: moving {moving[0]}" if moving else f"Actions{named}{_marked(marks)}"


def breadcrumb(plan: Plan, cursor: Cursor, width: int, *, to_action: bool) -> str:
    """Return the way to where the cursor is, in at most `width` cells: the aim, then the action.

    It stands over the one panel of a narrow window; the action is left out where it is listed.
    Empty on the cover and the inspection report.
    """
    aim = plan.aim_rows.get(cursor.aim)
    if aim is None:
        return ""
    named = f"Aim {plan.number_of(aim.id)}: {sentence_line(aim.text) or NO_TEXT}"
    action = plan.action_rows.get(cursor.action) if to_action and cursor.is_at_action else None
    if action is None:
        return f"{shortened(named, width - cells(_LISTED))}{_LISTED}"
    text = f"{plan.ref_of(action.id)} {sentence_line(action.text) or NO_TEXT}"
    half = max((width - len(_STEP)) // 2, 1)
    named = shortened(named, max(half, width - len(_STEP) - cells(text)))
    return f"{named}{_STEP}{shortened(text, max(width - len(_STEP) - cells(named), 1))}"


_STEP = " › "
"""What separates two steps of a breadcrumb."""
_LISTED = f"{_STEP}Actions"


def _marked(marks: Collection[str]) -> str:
    return f" · {len(marks)} marked" if marks else ""


def why_no_actions(aim_id: str) -> str:
    """Return the sentence that stands where there are no actions, with the ids of commands.

    On COVER and SOURCE there is no aim to add one to.
    """
    return _NO_AIM.get(aim_id, "No action here yet: {add} adds one.")


def action_rows(
    plan: Plan,
    actions: Iterable[Action],
    *,
    wants_timescale: bool = True,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> list[ListedRow]:
    """Return a row for each action: ref and text, below them pages and timescale.

    That there is no timescale is said where the council's format prints one (`wants_timescale`).
    Last comes what `notes` has of an action, by its id: its status and last note.
    """
    return [
        _action_row(plan, action, notes.get(action.id, ""), wants_timescale=wants_timescale)
        for action in actions
    ]


def _action_row(plan: Plan, action: Action, note: str, *, wants_timescale: bool) -> ListedRow:
    refs = plan.refs_in_words(action.id)
    text = sentence_line(action.text) or NO_TEXT
    facts = " · ".join(filter(None, (action.pages, action.timescale))).replace("\n", " ")
    indent = " " * (len(plan.ref_of(action.id)) + 1)
    below = facts or ("no timescale" if wants_timescale else "")
    lines = (indent + line for line in (below, note) if line)
    return ListedRow(action.id, f"{refs} {text}", "\n".join(lines))
