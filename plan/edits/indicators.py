"""The edit that prints the quality indicators by the names of their framework."""

from plan.changes import Change, row_edited
from plan.framework import Framework
from plan.model import Plan


def use_canonical_names(plan: Plan, framework: Framework) -> Change:
    """Return the change, one for the whole plan, that gives indicators their framework's names.

    Only a name that was read in a source is put in the place of what is printed; what is no
    indicator of the framework stays. The change is empty where all are so named already.
    """
    rows = []
    for action in plan.actions:
        names = tuple(canonical_name(printed, framework) for printed in action.indicators)
        if names != action.indicators:
            rows.append(row_edited(action, indicators=names))
    return Change(label="Use the framework's names of the indicators", rows=tuple(rows))


def canonical_name(printed: str, framework: Framework) -> str:
    """Return the framework's name of an indicator as printed; `printed` where there is none."""
    found = framework.find(printed)
    return found.name if found is not None and found.verified else printed
