# ruff: noqa: PLC0414 - what is imported as itself is offered to others, mypy says
"""What is done in the window when it is asked for: `tasks.export(app)` does one thing of it.

Adding a task is adding a row to `TASKS` and a line for mypy. Its module is loaded when it is first
done, so that the frame waits for nothing that knows a plan, and a plan for no dialog and no check.
"""

from typing import TYPE_CHECKING

from tui.loading import loaded_when_asked

TASKS = {
    "begin": "tui.opening",
    "go": "tui.opening",
    "open_desk": "tui.opening",
    "open_plan": "tui.opening",
    "put_away": "tui.opening",
    "remember": "tui.opening",
    "show_view": "tui.opening",
    "kept_in_words": "tui.saving",
    "note_typed": "tui.saving",
    "saving_in_words": "tui.saving",
    "tell_problem": "tui.saving",
    "check_soon": "tui.checking",
    "open_in_words": "desk.checking",
    "look_around": "tui.recovery",
    "offer_recovery": "tui.recovery",
    "merge_with_file": "tui.merge_with_file",
    "browse_history": "tui.desk_commands",
    "choose_colours": "tui.desk_commands",
    "delete_plan": "tui.desk_commands",
    "export": "tui.desk_commands",
    "make_new": "tui.desk_commands",
    "make_sample": "tui.desk_commands",
    "open_file": "tui.desk_commands",
    "show_bin": "tui.desk_commands",
    "explain_action": "tui.dialogs.explain",
    "find_action": "tui.dialogs.find",
    "show_trace": "tui.dialogs.trace",
}
"""The module of each task, by its function."""

if TYPE_CHECKING:
    from desk.checking import open_in_words as open_in_words
    from tui.checking import check_soon as check_soon
    from tui.desk_commands import browse_history as browse_history
    from tui.desk_commands import choose_colours as choose_colours
    from tui.desk_commands import delete_plan as delete_plan
    from tui.desk_commands import export as export
    from tui.desk_commands import make_new as make_new
    from tui.desk_commands import make_sample as make_sample
    from tui.desk_commands import open_file as open_file
    from tui.desk_commands import show_bin as show_bin
    from tui.dialogs.explain import explain_action as explain_action
    from tui.dialogs.find import find_action as find_action
    from tui.dialogs.trace import show_trace as show_trace
    from tui.merge_with_file import merge_with_file as merge_with_file
    from tui.opening import begin as begin
    from tui.opening import go as go
    from tui.opening import open_desk as open_desk
    from tui.opening import open_plan as open_plan
    from tui.opening import put_away as put_away
    from tui.opening import remember as remember
    from tui.opening import show_view as show_view
    from tui.recovery import look_around as look_around
    from tui.recovery import offer_recovery as offer_recovery
    from tui.saving import kept_in_words as kept_in_words
    from tui.saving import note_typed as note_typed
    from tui.saving import saving_in_words as saving_in_words
    from tui.saving import tell_problem as tell_problem
else:
    __getattr__ = loaded_when_asked(TASKS)
