"""Rolling a plan forward: next year's plan, made from this one.

Each action is carried, closed, merged into another or split in two, with a reason. What is carried
keeps its id, so that its past can be followed; the plan as it was, with all its progress and with
these reasons as last notes, goes into the new plan as a sealed version.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.changes.change import applied
from plan.changes.edits import add_note, duplicate_action
from plan.changes.edits.adding import MakeId
from plan.changes.versions import version_of
from plan.following.commitments import commitments_of
from plan.model.conflicts import open_conflicts
from plan.model.outline import NoteOutline
from plan.model.plan import Plan, plan_of
from plan.model.rows import (
    KEY_RULE,
    Action,
    Aim,
    Cover,
    Reason,
    Row,
    SourceReport,
    acronym_of,
    new_id,
)

Kind: TypeAlias = Literal["close", "merge", "split"]
_STATUS: dict[Kind, str] = {"close": "Closed", "merge": "Merged", "split": "Split"}


class CannotRollError(ValueError):
    """A plan cannot be rolled forward so; the text says why, for the officer."""


@dataclass(frozen=True)
class Fate:
    """What becomes of an action that is not just carried, and why.

    `into` is the id of the action that it is merged into.
    """

    kind: Kind
    reason: str
    into: str = ""


@dataclass(frozen=True)
class Rolled:
    """Next year's plan, and what is asked of it: the ids of the actions that want a timescale."""

    plan: Plan
    carried: int
    closed: int
    promises: int
    wants_timescale: tuple[str, ...]


@dataclass(frozen=True)
class Sealing:
    """What the version of the plan as it was is called, who sealed it and when (UTC, ISO 8601)."""

    name: str
    who: str
    when: str
    schema: int


def rolled_forward(
    plan: Plan,
    fates: Mapping[str, Fate],
    sealing: Sealing,
    *,
    today_in_words: str,
    ends: Iterable[str] = (),
    make_id: MakeId = new_id,
) -> Rolled:
    """Return next year's plan: `fates` by action id, every other action is carried.

    `ends` are the ids of the actions whose timescale is past by then; those, and those without one,
    want a new one. Raises CannotRollError.
    """
    _refuse(plan, fates)
    archived = _with_reasons(plan, fates, today_in_words, make_id)
    carried = _split(plan, fates, make_id)
    goes = {one for one, fate in fates.items() if fate.kind != "split"}
    cover = Cover(
        **{**plan.cover.as_json(), "id": make_id(), "date": "", "year_1_begins": ""},
    )
    version = version_of(
        archived, sealing.name, who=sealing.who, when=sealing.when, schema=sealing.schema
    ).model_copy(update={"parent": cover.id})
    promises = [one.row for one in commitments_of(plan) if one.is_open]
    rows: list[Row] = [
        cover,
        *_carried(carried, cover, goes),
        *(one.model_copy(update={"parent": cover.id}) for one in promises),
        version,
    ]
    after = plan_of(rows)
    wanted = {one.id for one in after.actions if not one.timescale} | set(ends)
    return Rolled(
        after,
        carried=len(after.actions),
        closed=len(goes),
        promises=len(promises),
        wants_timescale=tuple(one.id for one in after.actions if one.id in wanted),
    )


def _refuse(plan: Plan, fates: Mapping[str, Fate]) -> None:
    if open_conflicts(plan):
        raise CannotRollError(
            "A field was written differently on several laptops and waits to be settled: next "
            "year's plan must begin with one wording. Settle it first."
        )
    for action, fate in fates.items():
        ref = plan.ref_of(action)
        if not fate.reason:
            raise CannotRollError(f"Action {ref} wants a reason: --close {ref}=REASON.")
        into = fates.get(fate.into)
        if fate.kind == "merge" and (
            fate.into == action or (into is not None and into.kind != "split")
        ):
            raise CannotRollError(
                f"Action {ref} can only be merged into another one that goes on itself."
            )


def _with_reasons(
    plan: Plan, fates: Mapping[str, Fate], today_in_words: str, make_id: MakeId
) -> Plan:
    """Return the plan as it was, each action that does not go on with its reason as last note."""
    for action, fate in fates.items():
        into = f"Merged into action {plan.ref_of(fate.into)}. " if fate.into else ""
        note = NoteOutline(today_in_words, _STATUS[fate.kind], f"{into}{fate.reason}")
        plan = applied(plan, add_note(plan, action, note, make_id=make_id))
    return plan


def _split(plan: Plan, fates: Mapping[str, Fate], make_id: MakeId) -> Plan:
    for action, fate in fates.items():
        if fate.kind == "split":
            plan = applied(plan, duplicate_action(plan, action, make_id=make_id))
    return plan


def _carried(plan: Plan, cover: Cover, goes: set[str]) -> Iterator[Row]:
    """Yield what next year's plan has of this one: no report, no assessment and no progress."""
    unsealed = {"sealed_ref": ""}
    for aim in plan.aims:
        yield Aim(**{**aim.as_json(), **unsealed, "parent": cover.id})
        for action in plan.actions_of(aim.id):
            if action.id not in goes:
                yield Action(**{**action.as_json(), **unsealed})
    for source in plan.source_rows.values():
        yield SourceReport(**{**source.as_json(), "parent": cover.id})
    for reason in plan.reason_rows.values():
        if acronym_of(reason) or reason.rule == KEY_RULE:
            yield Reason(**{**reason.as_json(), "parent": cover.id})
