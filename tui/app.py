"""The app: what the officer asks for in the window is sent to what does it.

The frame is painted before anything that knows a plan is imported, so that the window stands
while the rest is read. The body then holds the desk, or the view of an open plan.
"""

import asyncio
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import work
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.markup import escape
from textual.screen import Screen

from tui import dialogs, tasks
from tui.clipboard import copy_to_system
from tui.commands import ALWAYS_QUITS, COMMAND, commands_at, key_name, shown_key
from tui.guarded_app import guard_threads
from tui.loading import keep_what_is_loaded, load
from tui.shutdown import watch_over
from tui.window import Window

if TYPE_CHECKING:
    from desk.session import PlanSession
    from store.saver import SaveState
    from tui.views.desk.desk_view import DeskView
    from tui.views.session_view import SessionView

DRAFT_AFTER = 0.4
"""Seconds after a key until what is in the field is kept; with the disk's time, under one."""


class Plandesk(Window):
    """plandesk, opened on a plan, or where the officer left it, or on the desk."""

    TITLE = "plandesk"
    CSS_PATH = "plandesk.tcss"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, plan: Path | None = None) -> None:
        super().__init__()
        self._asked_for = plan
        self._quit_refused = False
        self._draft_is_due = False

    def on_mount(self) -> None:
        """Paint the frame first, then open what is to be opened."""
        self._loading = Thread(target=load, name="loading")
        self._loading.start()
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        await asyncio.to_thread(self._loading.join)
        await tasks.begin(self, self._asked_for)
        self.turns.begin()
        keep_what_is_loaded()

    @work(exclusive=True, group="desk")
    async def on_desk_view_asked(self, message: "DeskView.Asked") -> None:
        """Do what the desk asks for."""
        match message.what:
            case "open" if message.plan is not None:
                await tasks.open_plan(self, message.plan)
            case "sample":
                await tasks.make_sample(self)
            case "open-word":
                await tasks.open_file(self)
            case "delete" if message.plan is not None:
                await tasks.delete_plan(self, message.plan)
            case "bin":
                await tasks.show_bin(self)

    @work(exclusive=True, group="desk")
    async def on_session_view_asked(self, message: "SessionView.Asked") -> None:
        """Do what a view of the plan asks for."""
        match message.what:
            case "export":
                await tasks.export(self)
            case "history":
                await tasks.browse_history(self)
            case "view":
                await tasks.go(self, message)
            case "merge-with-file":
                await tasks.merge_with_file(self)
            case "desk":
                if await tasks.put_away(self):
                    await tasks.open_desk(self)

    def on_text_area_changed(self) -> None:
        """Keep what is being typed, shortly after each key and not at each."""
        self._quit_refused = False
        if not self._draft_is_due:
            self._draft_is_due = True
            self.set_timer(DRAFT_AFTER, self._keep_typed)

    def _keep_typed(self) -> None:
        self._draft_is_due = False
        tasks.note_typed(self)

    # The window

    def show_saving(self, state: "SaveState") -> None:
        """Show the plan's title as it is now and whether it is saved; on the app's own thread."""
        if self.session is None:
            return
        self.title_line.plan_title = self.session.plan.cover.title or self.session.name
        is_read_only = bool(self.session.read_only_reason)
        self.title_line.state = "Read only" if is_read_only else tasks.saving_in_words(state)
        self.title_line.is_unsaved = state.kind == "unsaved"
        if self.session.findings_of is not None:
            tasks.check_soon(self)
        if state.kind == "saving":
            return
        tasks.tell_problem(self, state, self.session.warning)

    def show_findings(self) -> None:
        """Show what the checks have found, and how much of it is open."""
        if self.session is not None:
            self.title_line.to_check = tasks.open_in_words(self.session.findings)
        if self.view is not None and self.view.is_mounted:
            self.view.show_findings()

    def look_around(self, session: "PlanSession") -> None:
        """Look for what a crash has left of the plan, and at its place, once the plan is shown."""
        tasks.look_around(self, session)

    async def offer_recovery(self, path: Path, problem: str) -> None:
        """Offer to bring back a plan that is damaged, and open it."""
        await tasks.offer_recovery(self, path, problem)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy for other programs: through the terminal, and through the system where it can."""
        super().copy_to_clipboard(text)
        self.run_worker(partial(copy_to_system, text), thread=True, exit_on_error=False)

    def keep_what_is_typed(self) -> str:
        """Keep what is in a field as a draft, and say in a sentence what is safe."""
        tasks.note_typed(self)
        return tasks.kept_in_words(self.session)

    # Commands

    async def action_new_plan(self) -> None:
        """Make a new plan on the desk; keys wait meanwhile, and are the plan's title then."""
        if self.session is None:
            await tasks.make_new(self)

    def action_do(self, command_id: str) -> None:
        """Do a command where the officer is; the key line's clicks come here."""
        self.do(command_id)

    def do(self, command_id: str) -> None:
        """Do a command where the officer is, as its key would."""
        command = COMMAND[command_id]
        self.call_later(self.run_action, command.action, self._doing(command.method))

    def _doing(self, method: str) -> DOMNode:
        """Return what does a command: the widget in focus or one around it, else the app."""
        focused = self.screen_stack[0].focused
        shown = [child for child in self.body.children if child.display]
        around = focused.ancestors_with_self if focused is not None else shown
        return next((node for node in around if hasattr(node, method)), self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield what the palette offers: the commands of where the officer is, then the theme."""
        for command in commands_at(self.where):
            if command.in_palette:
                key = shown_key(command, self.where, self.key_line.own_keys)
                yield SystemCommand(command.title, escape(f"Key: {key}"), self._doer(command.id))
        yield SystemCommand(
            "What was said", "The last messages, to read again", self.action_messages
        )
        yield SystemCommand("Colours", "Light, dark or high contrast", self.action_colours)

    def _doer(self, command_id: str):  # type: ignore[no-untyped-def]
        return lambda: self.do(command_id)

    async def action_open_view(self, view_id: str) -> None:
        """Show a view of the open plan; the tabs' clicks come here, from a field as well."""
        await tasks.show_view(self, view_id)

    def action_commands(self) -> None:
        """Open the palette."""
        self.action_command_palette()

    @work(exclusive=True, group="colours")
    async def action_colours(self) -> None:
        """Ask for the colours, and paint the window in them."""
        await tasks.choose_colours(self)

    def action_messages(self) -> None:
        """Show what the officer was told since the start."""
        self.push_screen(dialogs.MessagesDialog(tuple(self.notices.told)))

    def action_keys(self) -> None:
        """Show the keys of where the officer is."""
        asked = dialogs.KeysDialog(self.where, self.key_line.own_keys, self.idle)
        self.push_screen(asked)

    async def action_quit(self) -> None:
        """Leave, with everything saved; refuse once, in words, where saving fails."""
        key = key_name(ALWAYS_QUITS)
        if await tasks.put_away(self, at_any_rate=self._quit_refused, key=key):
            self.exit()
        else:
            self._quit_refused = True


def run(plan: Path | None) -> int:
    """Run the app, on a plan where one is given, until it is left; return its exit status."""
    guard_threads()
    app = Plandesk(plan)
    watch_over(app)
    app.run()
    if app.last_words:
        sys.stderr.write(f"{app.last_words}\n")
    return app.return_code or 0
