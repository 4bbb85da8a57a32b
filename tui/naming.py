"""The framework's names for the quality indicators, put in where an officer asks for them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plan.edits.indicators import Naming, canonical_naming
from plan.framework import framework_of
from tui.counting import counted

if TYPE_CHECKING:
    from plan.framework import Framework
    from tui.views.plan_panels import PlanPanels

NO_FRAMEWORK = (
    "The plan follows no framework of quality indicators, so there are no names to use: choose one "
    "on the Cover, under Framework."
)
NOTHING_TO_RENAME = "Nothing to rename: what the framework knows has its name already."


def use_names(view: "PlanPanels") -> None:
    """Use the framework's names in the action under the cursor, else in the whole plan."""
    plan, cursor = view.plan, view.cursor
    framework = framework_of(plan, view.session.form)
    if framework is None:
        view.say(NO_FRAMEWORK)
        return
    if view.is_read_only():
        return
    naming = canonical_naming(plan, framework, [cursor.action] if cursor.is_at_action else None)
    panel, place = view.where, view.fields.current
    if view.session.make(naming.change):
        view.show()
        if panel == "fields":
            view.fields.go_to(place)
    view.say("\n".join((_made(naming), *left_in_words(naming, framework))))


def _made(naming: Naming) -> str:
    if not naming.renamed:
        return NOTHING_TO_RENAME
    count = len(naming.renamed)
    has = "has its" if count == 1 else "have their"
    return f"{counted(count, 'indicator')} {has} framework's name now. u takes it back."


def left_in_words(naming: Naming, framework: "Framework") -> Iterator[str]:
    """Yield what was left as it is printed, and why."""
    if naming.unknown:
        named = "; ".join(f"{ref} “{printed}”" for ref, printed in naming.unknown)
        count = counted(len(naming.unknown), "indicator")
        yield f"Left, as {framework.id} does not know it: {count}: {named}."
    if naming.unread:
        named = "; ".join(f"{one.ref} “{one.printed}”" for one in naming.unread)
        count = counted(len(naming.unread), "indicator")
        yield f"Left, as the framework's own wording was not read in a source: {count}: {named}."
