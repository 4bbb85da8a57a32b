"""Rolling a plan forward: next year's plan, made from this one.

Each action is carried, closed, merged into another or split in two, with a reason. What is carried
keeps its id, so that its past can be followed; the plan as it was, with all its progress and with
these reasons as last notes, goes into the new plan as a sealed version, beside those of the years
before. The ids of these notes, and of what a split adds, say what became of what.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from typing import Literal, TypeAlias

from plan.changes.change import applied
from plan.changes.edits import add_note, duplicate_action, set_action_field
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
    ProgressNote,
    Reason,
    Row,
    SourceReport,
    Version,
    acronym_of,
    new_id,
)
from plan.text.clean import clean_line

Kind: TypeAlias = Literal["close", "merge", "split"]
_STATUS: dict[Kind, str] = {"close": "Closed", "merge": "Merged", "split": "Split"}
_ENDED, _PART = "rolled-", "-part-"
_LONGEST_ID = 64


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
class Chosen:
    """What was chosen for next year's plan.

    `fates` say what becomes of the actions that are not just carried, by their ids, `timescales`
    by when they are to be done now, as typed. `title` is the new plan's; that of the old one where
    it is empty, and `reason` is the one that was given last.
    """

    fates: Mapping[str, Fate] = field(default_factory=dict)
    timescales: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    reason: str = ""

    def with_fate(self, plan: Plan, action: str, fate: Fate | None) -> "Chosen":
        """Return the choice in which a fate becomes of an action; with None it just goes on.

        Raises CannotRollError.
        """
        fates = {one: kept for one, kept in self.fates.items() if one != action}
        if fate is None:
            return replace(self, fates=fates)
        fates[action] = fate
        refuse_what_cannot_be(plan, fates)
        return replace(self, fates=fates, reason=fate.reason)

    def with_timescale(self, action: str, typed: str) -> "Chosen":
        """Return the choice in which an action is to be done by what was typed."""
        return replace(self, timescales={**self.timescales, action: typed})

    def fitting(self, plan: Plan) -> "Chosen":
        """Return the choice without what was chosen of actions that are gone meanwhile."""
        there = plan.action_rows
        fates = {
            one: fate
            for one, fate in self.fates.items()
            if one in there and (not fate.into or fate.into in there)
        }
        timescales = {one: said for one, said in self.timescales.items() if one in there}
        return replace(self, fates=fates, timescales=timescales)


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
    """What the version of the plan as it was is called, who sealed it and when (UTC, ISO 8601).

    `earlier` are those of the years before, which are carried with it.
    """

    name: str
    who: str
    when: str
    schema: int
    earlier: tuple[Version, ...] = ()


def rolled_forward(
    plan: Plan,
    chosen: Chosen,
    sealing: Sealing,
    *,
    today_in_words: str,
    ends: Iterable[str] = (),
) -> Rolled:
    """Return next year's plan.

    `ends` are the ids of the actions whose timescale is past by then; those, and those without one,
    want a new one, unless one was chosen. Raises CannotRollError, and pydantic's ValidationError
    where a text is longer than its field.
    """
    fates, timescales = chosen.fates, chosen.timescales
    refuse_what_cannot_be(plan, fates)
    archived = _with_reasons(plan, fates, today_in_words)
    carried = _split(_with_timescales(plan, timescales), fates)
    goes = {one for one, fate in fates.items() if fate.kind != "split"}
    cover = _cover(plan.cover, chosen.title)
    version = version_of(
        archived, sealing.name, who=sealing.who, when=sealing.when, schema=sealing.schema
    )
    promises = [one.row for one in commitments_of(plan) if one.is_open]
    rows: list[Row] = [
        cover,
        *_carried(carried, cover, goes),
        *(
            one.model_copy(update={"parent": cover.id})
            for one in (*promises, version, *sealing.earlier)
        ),
    ]
    after = plan_of(rows)
    return Rolled(
        after,
        carried=len(after.actions),
        closed=len(goes),
        promises=len(promises),
        wants_timescale=_wanting_timescale(after, timescales, ends),
    )


def _wanting_timescale(
    after: Plan, timescales: Mapping[str, str], ends: Iterable[str]
) -> tuple[str, ...]:
    """Return which actions have none, or one that ends, and for which none was chosen."""
    wanted = {one.id for one in after.actions if not one.timescale} | set(ends)
    wanted -= {one for one, typed in timescales.items() if typed}
    return tuple(one.id for one in after.actions if one.id in wanted)


def refuse_what_cannot_be(plan: Plan, fates: Mapping[str, Fate]) -> None:
    """Raise CannotRollError where a plan cannot be rolled forward with these fates."""
    if open_conflicts(plan):
        raise CannotRollError(
            "A field was written differently on several laptops and waits to be settled: next "
            "year's plan must begin with one wording. Settle it first."
        )
    for action, fate in fates.items():
        ref = plan.ref_of(action)
        if not fate.reason:
            raise CannotRollError(f"Action {ref} wants a reason for what becomes of it.")
        into = fates.get(fate.into)
        if fate.kind == "merge" and (
            fate.into == action or (into is not None and into.kind != "split")
        ):
            raise CannotRollError(
                f"Action {ref} can only be merged into another one that goes on itself."
            )


def _with_reasons(plan: Plan, fates: Mapping[str, Fate], today_in_words: str) -> Plan:
    """Return the plan as it was, each action that does not go on with its reason as last note."""
    for action, fate in fates.items():
        into = f"Merged into action {plan.ref_of(fate.into)}. " if fate.into else ""
        note = NoteOutline(today_in_words, _STATUS[fate.kind], f"{into}{fate.reason}")
        note_id = partial(_reason_id, fate.kind, action, fate.into)
        plan = applied(plan, add_note(plan, action, note, make_id=note_id))
    return plan


def _reason_id(kind: Kind, action: str, into: str = "") -> str:
    """Return the id of the note that says why an action does not just go on."""
    return f"{_ENDED}{sha256(f'{kind}/{action}/{into}'.encode()).hexdigest()[:32]}"


def _with_timescales(plan: Plan, timescales: Mapping[str, str]) -> Plan:
    for action, typed in timescales.items():
        if typed and action in plan.action_rows:
            change = set_action_field(plan, action, "timescale", typed, name="timescale")
            plan = applied(plan, change)
    return plan


def _split(plan: Plan, fates: Mapping[str, Fate]) -> Plan:
    for action, fate in fates.items():
        if fate.kind == "split":
            part = partial(_part_id, plan, action)
            plan = applied(plan, duplicate_action(plan, action, make_id=part))
    return plan


def _part_id(plan: Plan, action: str) -> str:
    """Return the id of the part that a split adds, which says what it is a part of."""
    number = 2
    while (part := f"{action}{_PART}{number}") in plan.action_rows:
        number += 1
    return part if len(part) <= _LONGEST_ID else new_id()


@dataclass(frozen=True)
class Origin:
    """What an action was in a plan that was rolled forward.

    `action` is that action, `note` what was last noted of it then, and `split` why it goes on as
    two since, empty where it does not. `merged` are the actions that went on in it, with why.
    """

    action: Action
    note: ProgressNote | None
    split: str
    merged: tuple[tuple[Action, str], ...]


def origin_of(archived: Plan, action_id: str) -> Origin | None:
    """Return what an action was in the plan as it was sealed then, None where it was not there."""
    known = action_id
    if known not in archived.action_rows:
        known = action_id.rpartition(_PART)[0]
    action = archived.action_rows.get(known)
    if action is None:
        return None
    split = archived.note_rows.get(_reason_id("split", known))
    notes = [one for one in archived.notes_of(known) if not one.id.startswith(_ENDED)]
    merged = (
        (one, note.text.partition(". ")[2])
        for one in archived.actions
        if (note := archived.note_rows.get(_reason_id("merge", one.id, known)))
    )
    return Origin(action, notes[-1] if notes else None, split.text if split else "", tuple(merged))


def _cover(before: Cover, title: str) -> Cover:
    anew = {"id": new_id(), "date": "", "year_1_begins": ""}
    named = {"title": clean_line(title)} if title else {}
    return Cover.model_validate({**before.as_json(), **anew, **named})


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
