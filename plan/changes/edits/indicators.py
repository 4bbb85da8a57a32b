"""Edits to quality indicators: using their framework's names, choosing the framework.

We never replace an indicator that an officer typed unless an officer asks for it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from plan.changes.change import Change, row_edited
from plan.council.framework import NONE, Framework, framework_called, frameworks
from plan.model.plan import Plan
from plan.model.rows import Action


class NoSuchFrameworkError(ValueError):
    """What was typed is not a framework; the message lists those there are."""


@dataclass(frozen=True)
class Renaming:
    """An action's indicator as printed, and the framework's name for it."""

    ref: str
    printed: str
    name: str


@dataclass(frozen=True)
class Naming:
    """What using the framework's names changes in a plan, and what it leaves alone.

    `renamed` are the indicators that get the framework's name. Of the others, `unknown` are not in
    the framework, and `unread` are printed differently from a framework name that we have not read
    in a source; each comes with its action's ref.
    """

    change: Change
    renamed: tuple[Renaming, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    unread: tuple[Renaming, ...] = ()


def use_canonical_names(
    plan: Plan, framework: Framework, action_ids: Collection[str] | None = None
) -> Change:
    """Return one change for the whole plan that gives indicators their framework's names.

    With `action_ids` it covers only those actions. Only names read in a source replace what is
    printed; indicators that are not in the framework stay. The change is empty if nothing needs
    renaming.
    """
    chosen = _chosen(plan, action_ids)
    rows = []
    for action in chosen:
        names = tuple(_canonical_name(printed, framework) for printed in action.indicators)
        if names != action.indicators:
            rows.append(row_edited(action, indicators=names))
    label = "Use the framework's names of the indicators"
    if action_ids is not None and len(chosen) == 1:
        label = f"{label} in action {plan.ref_of(chosen[0].id)}"
    return Change(label=label, rows=tuple(rows))


def canonical_naming(
    plan: Plan, framework: Framework, action_ids: Collection[str] | None = None
) -> Naming:
    """Return the change of `use_canonical_names`, with what it renames and what it leaves."""
    renamed: list[Renaming] = []
    unread: list[Renaming] = []
    unknown: list[tuple[str, str]] = []
    for action in _chosen(plan, action_ids):
        ref = plan.ref_of(action.id)
        for printed in action.indicators:
            found = framework.find(printed)
            if found is None:
                unknown.append((ref, printed))
            elif found.name != printed:
                kept = renamed if found.verified else unread
                kept.append(Renaming(ref, printed, found.name))
    change = use_canonical_names(plan, framework, action_ids)
    return Naming(change, tuple(renamed), tuple(unknown), tuple(unread))


def _chosen(plan: Plan, action_ids: Collection[str] | None) -> list[Action]:
    return [one for one in plan.actions if action_ids is None or one.id in action_ids]


def _canonical_name(printed: str, framework: Framework) -> str:
    """Return the framework's name for an indicator as printed, or `printed` if it has none."""
    found = framework.find(printed)
    return found.name if found is not None and found.verified else printed


def choose_framework(plan: Plan, typed: str, own: Iterable[Framework] = ()) -> Change:
    """Return the change that makes the plan use the framework with this id or name.

    If nothing was typed, it uses the council format's; with "none" it follows none. `own` are the
    council's own frameworks. Raises NoSuchFrameworkError for anything else.
    """
    framework_id = ""
    label = "Use the framework of the council"
    if typed.strip().casefold() == NONE:
        framework_id, label = NONE, "Follow no framework"
    elif typed.strip():
        framework = _called(typed, tuple(own))
        framework_id, label = framework.id, f"Use the framework “{framework.name}”"
    row = row_edited(plan.cover, framework=framework_id)
    return Change(label=label, rows=() if row.before == row.after else (row,))


def _called(typed: str, own: Sequence[Framework]) -> Framework:
    framework = framework_called(typed, own)
    if framework is None:
        there = ", ".join(one.id for one in frameworks(own))
        raise NoSuchFrameworkError(
            f"There is no framework “{' '.join(typed.split())}”: there are {there}; “{NONE}” means "
            "none of them, nothing that of the council's format."
        )
    return framework
