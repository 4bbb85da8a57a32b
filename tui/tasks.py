# ruff: noqa: PLC0414 - mypy takes a name as exported only if it is imported as itself
"""The tasks that the app starts when the officer asks: `tasks.export(app)` runs one.

To add a task, add a row to `TASKS` and a line for mypy. Its module is loaded when it is first run,
so that the frame waits for nothing that knows a plan, and a plan for no dialog and no check.
"""

from typing import TYPE_CHECKING

from tui.loading import loaded_when_asked

TASKS = {
    "begin": "tui.opening",
    "go_to": "tui.opening",
    "open_desk": "tui.opening",
    "open_plan": "tui.opening",
    "close_plan": "tui.opening",
    "note_place": "tui.back_and_forward",
    "remember": "tui.opening",
    "remember_setting": "tui.opening",
    "show_view": "tui.opening",
    "step_along": "tui.back_and_forward",
    "kept_in_words": "tui.saving",
    "note_typed": "tui.saving",
    "saving_in_words": "tui.saving",
    "tell_problem": "tui.saving",
    "paste_from_outside": "tui.clipboard",
    "put_on_clipboard": "tui.clipboard",
    "check_soon": "tui.views.checks.checking",
    "open_in_words": "desk.checking",
    "inspect_opened_plan": "tui.recovery",
    "offer_recovery": "tui.recovery",
    "merge_with_file": "tui.merge_with_file",
    "browse_history": "tui.desk_commands",
    "choose_colours": "tui.dialogs.settings",
    "choose_format": "tui.dialogs.settings",
    "change_density": "tui.opening",
    "delete_plan": "tui.desk_commands",
    "export": "tui.desk_commands",
    "make_new_plan": "tui.desk_commands",
    "make_sample": "tui.desk_commands",
    "open_file": "tui.dialogs.open_file",
    "show_bin": "tui.desk_commands",
    "choose_goal": "tui.choosing",
    "choose_known": "tui.choosing",
    "ask_for_name": "tui.dialogs.rename_plan",
    "jump_in": "tui.jump",
    "learn_format": "tui.dialogs.learn",
    "explain_action": "tui.dialogs.explain",
    "find": "tui.words.finding",
    "roll_forward": "tui.dialogs.roll",
    "settle_conflicts": "tui.dialogs.conflicts",
    "share": "tui.dialogs.share",
    "sharing_in_words": "tui.dialogs.share",
    "look_for_versions": "tui.dialogs.share",
    "show_leads": "tui.dialogs.lead_packs",
    "show_register": "tui.dialogs.register",
    "show_settings": "tui.dialogs.settings",
    "show_since": "tui.dialogs.since",
    "show_trace": "tui.dialogs.trace",
    "show_versions": "tui.dialogs.versions",
    "show_written": "tui.dialogs.written",
    "choose_value": "tui.views.own_values",
    "paste_actions": "tui.dialogs.pasted_table",
    "paste_cells": "tui.dialogs.pasted_table",
    "load_spelling_soon": "tui.words.spelling",
    "suggest_spelling": "tui.dialogs.spelling",
    "walk_spelling": "tui.dialogs.spelling",
    "show_word_counts": "tui.words.word_counts",
}
"""The module of each task, by the name of its function."""

if TYPE_CHECKING:
    from desk.checking import open_in_words as open_in_words
    from tui.back_and_forward import note_place as note_place
    from tui.back_and_forward import step_along as step_along
    from tui.choosing import choose_goal as choose_goal
    from tui.choosing import choose_known as choose_known
    from tui.clipboard import paste_from_outside as paste_from_outside
    from tui.clipboard import put_on_clipboard as put_on_clipboard
    from tui.desk_commands import browse_history as browse_history
    from tui.desk_commands import delete_plan as delete_plan
    from tui.desk_commands import export as export
    from tui.desk_commands import make_new_plan as make_new_plan
    from tui.desk_commands import make_sample as make_sample
    from tui.desk_commands import show_bin as show_bin
    from tui.dialogs.conflicts import settle_conflicts as settle_conflicts
    from tui.dialogs.explain import explain_action as explain_action
    from tui.dialogs.lead_packs import show_leads as show_leads
    from tui.dialogs.learn import learn_format as learn_format
    from tui.dialogs.open_file import open_file as open_file
    from tui.dialogs.pasted_table import paste_actions as paste_actions
    from tui.dialogs.pasted_table import paste_cells as paste_cells
    from tui.dialogs.register import show_register as show_register
    from tui.dialogs.rename_plan import ask_for_name as ask_for_name
    from tui.dialogs.roll import roll_forward as roll_forward
    from tui.dialogs.settings import choose_colours as choose_colours
    from tui.dialogs.settings import choose_format as choose_format
    from tui.dialogs.settings import show_settings as show_settings
    from tui.dialogs.share import look_for_versions as look_for_versions
    from tui.dialogs.share import share as share
    from tui.dialogs.share import sharing_in_words as sharing_in_words
    from tui.dialogs.since import show_since as show_since
    from tui.dialogs.spelling import suggest_spelling as suggest_spelling
    from tui.dialogs.spelling import walk_spelling as walk_spelling
    from tui.dialogs.trace import show_trace as show_trace
    from tui.dialogs.versions import show_versions as show_versions
    from tui.dialogs.written import show_written as show_written
    from tui.jump import jump_in as jump_in
    from tui.merge_with_file import merge_with_file as merge_with_file
    from tui.opening import begin as begin
    from tui.opening import change_density as change_density
    from tui.opening import close_plan as close_plan
    from tui.opening import go_to as go_to
    from tui.opening import open_desk as open_desk
    from tui.opening import open_plan as open_plan
    from tui.opening import remember as remember
    from tui.opening import remember_setting as remember_setting
    from tui.opening import show_view as show_view
    from tui.recovery import inspect_opened_plan as inspect_opened_plan
    from tui.recovery import offer_recovery as offer_recovery
    from tui.saving import kept_in_words as kept_in_words
    from tui.saving import note_typed as note_typed
    from tui.saving import saving_in_words as saving_in_words
    from tui.saving import tell_problem as tell_problem
    from tui.views.checks.checking import check_soon as check_soon
    from tui.views.own_values import choose_value as choose_value
    from tui.words.finding import find as find
    from tui.words.spelling import load_spelling_soon as load_spelling_soon
    from tui.words.word_counts import show_word_counts as show_word_counts
else:
    __getattr__ = loaded_when_asked(TASKS)
