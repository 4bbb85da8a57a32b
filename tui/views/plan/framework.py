"""Choose the council's format and the framework of a plan, and use the framework's names."""

from typing import TYPE_CHECKING

from desk.council import offered_formats
from desk.field_edits import format_followed
from desk.rename_indicators import NO_FRAMEWORK, left_in_words, made_in_words
from plan.changes.edits.indicators import canonical_naming, choose_framework
from plan.council.framework import NONE, framework_of, frameworks
from plan.text.line_breaks import counted
from tui.dialogs.choose import ChooseDialog
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.views.fields_view import FieldsView

_THE_COUNCILS = "council"
_WHICH_FORMAT = (
    "Which council's format does the plan follow? What it holds stays: a field that the other "
    "format has not is kept below its heading."
)
_WHICH_FRAMEWORK = (
    "Which quality indicators do the plan's actions name? What they print stays as it is; the "
    "names that are offered, the checks and the tracing follow the framework."
)


def ask_for_format(view: "FieldsView", place: int) -> None:
    """Ask which format the plan follows, then put the cursor on the field at `place` again."""
    usable = [one for one in offered_formats() if not one.problem]

    def choose(chosen: str | None) -> None:
        if chosen is not None:
            change = format_followed(view.plan, chosen, view.session.council)
            if view.make(change):
                view.say(f"{change.label}. u takes it back.")
        view.fields.go_to(place)

    rows = [ListedRow(one.id, one.name, f"  {one.id}" if one.is_namesake else "") for one in usable]
    current = view.plan.cover.format
    view.app.push_screen(ChooseDialog("Format", _WHICH_FORMAT, rows, current), choose)


def ask_for_framework(view: "FieldsView", place: int) -> None:
    """Ask which framework the plan follows, then put the cursor on the field at `place` again."""
    council = view.session.council
    known = frameworks(council.own_frameworks)

    def choose(chosen: str | None) -> None:
        if chosen is not None:
            wanted = "" if chosen == _THE_COUNCILS else chosen
            change = choose_framework(view.plan, wanted, council.own_frameworks)
            if view.make(change):
                view.say(f"{change.label}. u takes it back.")
        view.fields.go_to(place)

    usual = next((one.name for one in known if one.id == council.plan.framework), "none")
    rows = [
        ListedRow(_THE_COUNCILS, f"That of the council's format: {usual}"),
        ListedRow(NONE, "None", "  no indicators are asked for, and none checked"),
    ]
    for each in known:
        below = f"  {counted(len(each.indicators), 'indicator')}"
        rows.append(ListedRow(each.id, each.name, below))
    current = view.plan.cover.framework or _THE_COUNCILS
    view.app.push_screen(ChooseDialog("Framework", _WHICH_FRAMEWORK, rows, current), choose)


def use_names(view: "FieldsView", action: str = "") -> None:
    """Rename indicators to the framework's names, in one action (its id) or in the whole plan."""
    plan = view.plan
    framework = framework_of(plan, view.session.council)
    if framework is None:
        view.say(NO_FRAMEWORK)
        return
    if view.is_read_only():
        return
    naming = canonical_naming(plan, framework, [action] if action else None)
    panel, place = view.where, view.fields.current
    if view.session.make(naming.change):
        view.show()
        if panel == "fields":
            view.fields.go_to(place)
    view.say("\n".join((made_in_words(naming), *left_in_words(naming, framework))))
