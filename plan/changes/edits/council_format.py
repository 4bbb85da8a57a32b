"""Have a plan follow another council's format: what stands in own fields goes where it belongs."""

from collections.abc import Iterator

from plan.changes.change import Change, RowChange, row_edited
from plan.changes.edits.fields import cleaned_value
from plan.council.format import Format
from plan.council.own_field import Cells, OwnFields
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.text.comparing import heading_key

_NOT_TO_FILL = ("ref", "progress")


def follow_format(plan: Plan, before: Format | None, after: Format) -> Change:
    """Return the change that makes a plan follow the format `after`.

    What stands in a field of the format `before` moves to that of the same id or heading, else it
    stays below its heading, as text. What stood below a heading moves to the field whose heading it
    is: one that the format adds, or one that plandesk has if that is empty. `before` is None where
    it cannot be used.
    """
    label = f"Follow the format {after.name}"
    labels = _labels_of_cover(before)
    own = _moved(plan.cover.own, _own_of(before, "plan"), labels, after.plan.own_of_cover)
    rows = [row_edited(plan.cover, format=after.id, own=own)]
    old = _own_of(before, "actions")
    rows += (_action_moved(one, old, _headings(before), after) for one in plan.actions if one.own)
    rows += (
        row_edited(aim, own=_moved(aim.own, _own_of(before, "aims"), {}, after.plan.own_of_aims))
        for aim in plan.aims
        if aim.own
    )
    if plan.report_rows:
        old = _own_of(before, "report")
        report = plan.report
        rows.append(row_edited(report, own=_moved(report.own, old, {}, after.report.own)))
    return Change(label=label, rows=tuple(row for row in rows if row.before != row.after))


def _own_of(council: Format | None, table: TableName) -> OwnFields:
    return council.own_of(table) if council is not None else OwnFields()


def _headings(council: Format | None) -> dict[str, str]:
    """Return the headings that a format prints over the fields that it adds, by their ids."""
    return {one.field: one.heading for one in council.plan.columns} if council else {}


def _labels_of_cover(council: Format | None) -> dict[str, str]:
    """Return the labels that a format prints before the fields that it adds to a plan."""
    lines = (*council.plan.lines, *council.plan.end_lines) if council is not None else ()
    return {name: line.label.rstrip(": ") for line in lines if line.label for name in line.fields}


def in_format(action: Action, before: Format | None, after: Format) -> Action:
    """Return an action of a plan that follows one format as it stands in one that follows another.

    What stands in own fields goes where `follow_format` puts it.
    """
    if not action.own:
        return action
    old = _own_of(before, "actions")
    return Action.model_validate(_action_moved(action, old, _headings(before), after).after)


def _action_moved(
    action: Action, old: OwnFields, headings: dict[str, str], after: Format
) -> RowChange:
    own = after.plan.own
    cells = _moved(action.own, old, headings, own)
    filled = dict(_filled(action, own.others(cells), after))
    kept = tuple(cell for cell in cells if cell[0] not in filled)
    return row_edited(action, own=kept, **dict(filled.values()))


def _moved(cells: Cells, old: OwnFields, headings: dict[str, str], new: OwnFields) -> Cells:
    """Return a row's own values by the ids of the new format's fields, else by their headings."""
    made: dict[str, str] = {}
    for key, text in cells:
        field = old.get(key)
        if field is not None and new.get(key) is None:
            key = headings.get(key, field.label)  # noqa: PLW2901 - from here on it is a heading
        key = key if key not in made else _free(key, made)  # noqa: PLW2901
        made[key] = text
    said = new.values(tuple(made.items()))
    others = new.others(tuple(made.items()))
    return (*said.items(), *others)


def _free(key: str, taken: dict[str, str]) -> str:
    return next(name for n in range(2, len(taken) + 3) if (name := f"{key} ({n})") not in taken)


def _filled(
    action: Action, others: Cells, after: Format
) -> Iterator[tuple[str, tuple[str, str | tuple[str, ...]]]]:
    """Yield the headings that are those of a field of plandesk, with its name and new value."""
    named = {
        heading_key(heading): column.field
        for column in after.plan.columns
        if column.field not in _NOT_TO_FILL and after.plan.own.get(column.field) is None
        for heading in (column.heading, *column.also)
    }
    taken: set[str] = set()
    for heading, text in others:
        name = named.get(heading_key(heading), "")
        if name and name not in taken and not getattr(action, name):
            taken.add(name)
            yield heading, (name, cleaned_value("actions", name, text))
