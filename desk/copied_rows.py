"""Copy rows of a plan, and paste them there or into another plan, whatever format it follows."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from plan.changes.change import Change
from plan.changes.edits.adding import paste_actions, without_progress
from plan.changes.edits.council_format import in_format
from plan.changes.edits.many import (
    aims_among,
    joined,
    paste_aims,
    rows_in_words,
    single_actions,
)
from plan.council.format import Format, FormatError
from plan.model.fields import (
    ActionFields,
    kind_of,
    values_of,
)
from plan.model.outline import ActionOutline, AimOutline, action_outline, aim_outline
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.model.ways import COLUMN_FIELDS
from plan.papers.markdown import plain_of
from plan.papers.typed_text import plain_value
from store.copied import Copied
from store.formats import format_for


def copied_rows(
    plan: Plan, plan_id: str, ids: Collection[str], *, are_cut: bool = False
) -> Copied | None:
    """Return a copy of the aims and actions among some rows; None if there is none among them."""
    aims = tuple(aim_outline(plan, one.id) for one in aims_among(plan, ids))
    singles = single_actions(plan, ids)
    actions = tuple(action_outline(plan, one.id) for one in singles)
    if not aims and not actions:
        return None
    return Copied(
        plan_id=plan_id,
        format=plan.cover.format,
        are_cut=are_cut,
        aims=aims,
        actions=actions,
        aim=plan.aim_of(singles[0].id).text if singles else "",
        words=_in_words(aims, actions),
    )


def _in_words(aims: Sequence[AimOutline], actions: Sequence[ActionOutline]) -> str:
    """Return copied rows as plain text: an action on its own with all that it says."""
    lines = ["\n".join([aim.text, *(plain_of(one.text) for one in aim.actions)]) for aim in aims]
    return "\n".join((*lines, *map(_action_in_words, actions)))


def _action_in_words(action: ActionOutline) -> str:
    parts = (plain_value(kind_of("actions", name), getattr(action, name)) for name in COLUMN_FIELDS)
    return "\n".join(filter(None, (*parts, *(text for _, text in action.own))))


def pasted_rows(
    plan: Plan, plan_id: str, copied: Copied, council: Format, at: tuple[int, str, int]
) -> Change | None:
    """Return the change that pastes copied rows; None if there are actions and no aim for them.

    `at` is the place for aims, the id of the aim for actions (or empty), and the place in it. In a
    plan without any aim, actions get the one that they served. A copy in the same plan has no
    progress notes: nothing has been done on it yet; what was cut, or comes from another plan, has
    them. `council` is the format of the plan that is pasted into.
    """
    aim_place, aim_id, place = at
    is_whole = copied.are_cut or copied.plan_id != plan_id
    before = council if copied.format == council.id else _format(copied.format)

    def fitted(actions: tuple[ActionOutline, ...]) -> tuple[ActionOutline, ...]:
        return tuple(_fitted(one, before, council, is_whole) for one in actions)

    aims = [replace(aim, actions=fitted(aim.actions)) for aim in copied.aims]
    actions = fitted(copied.actions)
    if actions and not aim_id:
        if aims or plan.aims:
            return None
        return paste_aims(plan, 0, [AimOutline(copied.aim, actions)])
    changes = [paste_aims(plan, aim_place, aims)] if aims else []
    changes += [paste_actions(plan, aim_id, place, actions)] if actions else []
    if len(changes) == 1:
        return changes[0]
    within = sum(len(one.actions) for one in aims)
    return joined(f"Paste {rows_in_words(len(aims), len(actions), within)}", changes)


def _format(format_id: str) -> Format | None:
    try:
        return format_for(format_id)
    except FormatError:
        return None


def _fitted(
    outline: ActionOutline, before: Format | None, after: Format, is_whole: bool
) -> ActionOutline:
    """Return a copied action with what stands in own fields where the other format has it."""
    kept = outline if is_whole else without_progress(outline)
    if before is after or not kept.own:
        return kept
    action = Action(id="copied", parent="copied", **values_of(kept, ActionFields))
    fitted = values_of(in_format(action, before, after), ActionFields)
    return ActionOutline(**fitted, progress=kept.progress)
