"""The app: passes what the officer asks for in the window to the task that does it.

The frame is painted before any module that knows a plan is imported, so that the window is there
while the rest is loaded. The body then holds the desk, or the views of the open plan.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual import events, widgets, work
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.markup import escape
from textual.screen import Screen

from tui import dialogs, tasks
from tui.commands import ALWAYS_QUITS, COMMAND, Command, commands_at, key_name, keys_of, shown_key
from tui.guarded_app import guard_threads
from tui.loading import freeze_loaded, load
from tui.shutdown import watch_over
from tui.widgets.once import once_after
from tui.window import Window

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.model.finding import Place
    from store.saver import SaveState
    from tui.views.desk.desk_view import DeskView
    from tui.views.session_view import Elsewhere, OfWords, SessionView, WithOthers
    from tui.widgets.field_editor import FieldEditor

_OF_CURSOR = frozenset(
    {
        *("up", "down", "pageup", "pagedown", "home", "end", "left", "right"),
        *("tab", "shift+tab", "space"),
    }
)
"""Keys that only move the cursor: where a run of them ends is a place, but not each step of it."""
DRAFT_AFTER = 0.4
"""Seconds after a key until the field's text is kept as a draft: under one with writing it."""


class Plandesk(Window):
    """plandesk, opened on the given plan, or where the officer left it, or on the desk."""

    TITLE = "plandesk"
    CSS_PATH = "plandesk.tcss"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, plan: Path | None = None) -> None:
        super().__init__()
        self._plan_to_open = plan
        self._quit_refused = False
        self._draft_is_due = False
        self._moves_cursor = False

    def on_mount(self) -> None:
        """Paint the frame first, then open the plan or the desk."""
        self._loading = Thread(target=load, name="loading")
        self._loading.start()
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        await asyncio.to_thread(self._loading.join)
        await tasks.begin(self, self._plan_to_open)
        self.turns.begin()
        freeze_loaded()

    @work(exclusive=True, group="desk")
    async def on_desk_view_asked(self, message: "DeskView.Asked") -> None:
        """Start the task that the desk asked for."""
        if message.plan is not None:
            await self._do_with_plan(message.what, message.plan)
            return
        match message.what:
            case "sample":
                await tasks.make_sample(self)
            case "open-word":
                await tasks.open_file(self)
            case "back":
                await tasks.step_along(self, -1)
            case "bin":
                await tasks.show_bin(self)
            case "format":
                await tasks.choose_format(self)
            case "learn":
                await tasks.learn_format(self)

    async def _do_with_plan(self, what: str, plan: Path) -> None:
        """Start what the desk asked for one of its plans."""
        match what:
            case "open":
                await tasks.open_plan(self, plan)
            case "delete":
                await tasks.delete_plan(self, plan)
            case "rename":
                await tasks.ask_for_name(self, plan)
            case "written":
                tasks.show_written(self, plan)

    @work(exclusive=True, group="desk")
    async def on_session_view_asked(self, message: "SessionView.Asked") -> None:
        """Start the task that a view of the plan asked for."""
        match message.what:
            case "export":
                await tasks.export(self)
            case "history":
                await tasks.browse_history(self)
            case "view":
                await tasks.go_to(self, message)
            case "merge-with-file":
                await tasks.merge_with_file(self)
            case "written":
                self._show_written()
            case "desk":
                if await tasks.close_plan(self):
                    await tasks.open_desk(self)
            case "share" | "fetch" | "conflicts" | "versions" | "leads" | "roll":
                await self._with_colleagues(message.what, message.place)
            case "jump" | "move-choose" | "back" | "forward":
                await self._go_about(message.what)
            case of_words:
                await self._look_through(of_words)

    def _show_written(self) -> None:
        """Show the files that were written of the open plan."""
        if self.session is not None:
            tasks.show_written(self, self.session.path)

    async def _with_colleagues(self, what: "WithOthers", place: "Place | None") -> None:
        """Start what others have a part in: colleagues, leads, and those of another year."""
        match what:
            case "conflicts":
                await tasks.settle_conflicts(self, place.path if place else "")
            case "versions":
                await tasks.show_versions(self)
            case "leads":
                await tasks.show_leads(self)
            case "roll":
                await tasks.roll_forward(self)
            case "share" | "fetch":
                await tasks.share(self, to_share=what == "share")

    async def _go_about(self, what: "Elsewhere") -> None:
        """Start what leads to another place, or a row to another."""
        match what:
            case "jump":
                self.call_after_refresh(self._jump)  # a panel may be shown just now
            case "move-choose":
                tasks.choose_goal(self.view)
            case "back" | "forward":
                await tasks.step_along(self, -1 if what == "back" else 1)

    def _jump(self) -> None:
        """Show the letters by which the cursor jumps in the view that is shown."""
        if self.view is not None:
            self.view.jump = tasks.jump_in(self.view)

    async def _look_through(self, what: "OfWords") -> None:
        """Start what looks through the words of the whole paper."""
        match what:
            case "register":
                tasks.show_register(self.view)
            case "find" | "find-next" | "replace":
                tasks.find(self, what)
            case "spelling":
                await tasks.walk_spelling(self)
            case "since":
                await tasks.show_since(self)
            case "word-counts":
                tasks.show_word_counts(self)

    def on_field_editor_asked(self, message: "FieldEditor.Asked") -> None:
        """Do what was asked for while a field is edited, which stays open."""
        match message.what:
            case "suggest":
                tasks.suggest_spelling(self, message.editor)
            case "choose":
                tasks.choose_known(self, message.editor)
            case _:
                tasks.show_word_counts(self)

    def on_text_area_changed(self) -> None:
        """Keep the text of the field as a draft shortly after a key, but not at every key."""
        self._quit_refused = False
        if not self._draft_is_due:
            self._draft_is_due = True
            once_after(DRAFT_AFTER, self, self._keep_typed)

    def _keep_typed(self) -> None:
        self._draft_is_due = False
        tasks.note_typed(self)

    # The window

    def before_key(self, event: events.Key | events.MouseDown) -> None:
        """Note where the officer is, to go back there, before a key can lead away."""
        moves_cursor = isinstance(event, events.Key) and event.key in _OF_CURSOR
        is_in_run = moves_cursor and self._moves_cursor
        self._moves_cursor = moves_cursor
        if self.view is not None and isinstance(event, events.MouseDown):
            self.view.jump = None
        if self.session is not None and not is_in_run and self.where != "editing":
            tasks.note_place(self)

    def show_saving(self, state: "SaveState") -> None:
        """Show the plan's title and whether it is saved. Call it only on the app's own thread."""
        if self.session is None:
            return
        self.title_line.plan_title = self.session.plan.cover.title or self.session.name
        is_read_only = bool(self.session.read_only_reason)
        self.title_line.state = "Read only" if is_read_only else tasks.saving_in_words(state)
        self.title_line.is_unsaved = state.kind == "unsaved"
        is_shared = self.session.is_shared
        words = tasks.sharing_in_words(self.session) if is_shared else ("", "")
        self.title_line.sharing, self.title_line.sharing_briefly = words
        if self.session.is_checked:
            tasks.check_soon(self)
        if state.kind == "saving":
            return
        tasks.tell_problem(self, state, self.session.warning)

    def show_findings(self) -> None:
        """Show the checks' findings, and in the title line how many are open."""
        if self.session is not None:
            self.title_line.to_check = tasks.open_in_words(self.session.findings)
        if self.view is not None and self.view.is_mounted:
            self.view.show_findings()
            self.view.update_keys()

    def remember_setting(self, **changed: object) -> bool:
        """Keep settings for the next start; if the disk refuses, say so. Return if they are."""
        return tasks.remember_setting(self, changed)

    def inspect_opened_plan(self, session: "PlanSession") -> None:
        """Start the checks, warn about the plan's folder and offer drafts of a crash."""
        tasks.inspect_opened_plan(self, session)
        if session.is_shared:
            tasks.look_for_versions(self, session)

    async def offer_recovery(self, path: Path, problem: str) -> None:
        """Offer to restore a damaged plan, and open it."""
        await tasks.offer_recovery(self, path, problem)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal, and if possible through the system's clipboard too."""
        super().copy_to_clipboard(text)
        putting: Callable[[], Awaitable[None]] = partial(tasks.put_on_clipboard, self, text)
        self.is_clipboard_ours = False  # until it is there
        self.run_worker(putting, group="looking", exit_on_error=False)

    async def pastes_from_outside(self, key: str) -> bool:
        """Take over what another program copied if the key pastes; return whether that was all."""
        paste = COMMAND["paste"]
        if isinstance(self.focused, widgets.Input | widgets.TextArea):
            pastes = key == "ctrl+v"
        else:
            keys = keys_of(paste, self.key_line.own_keys).split(",")
            pastes = key in keys and self.where in paste.where and len(self.screen_stack) == 1
        return pastes and await tasks.paste_from_outside(self)

    def keep_typed_text(self) -> str:
        """Keep the text of the open field as a draft; return a sentence that says what is safe."""
        tasks.note_typed(self)
        return tasks.kept_in_words(self.session)

    # Commands

    async def action_new_plan(self) -> None:
        """Make a new plan on the desk; keys pressed meanwhile wait and go into its title."""
        if self.session is None:
            await tasks.make_new_plan(self)

    def action_do(self, command_id: str) -> None:
        """Run a command where the officer is; a click on the key line comes here."""
        self.do(command_id)

    def do(self, command_id: str) -> None:
        """Run a command where the officer is, as its key would."""
        self.call_later(self._run, COMMAND[command_id])

    async def _run(self, command: Command) -> None:
        node = self._node_with(command.method)
        if command.id != "paste" or not await tasks.paste_from_outside(self):
            await self.run_action(command.action, node)

    def _node_with(self, method: str) -> DOMNode:
        """Return the node that has the method: the focused widget, one around it, or the app."""
        focused = self.screen_stack[0].focused
        shown = [child for child in self.body.children if child.display]
        around = focused.ancestors_with_self if focused is not None else shown
        return next((node for node in around if hasattr(node, method)), self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield what the palette offers: the commands that apply here, messages, and colours."""
        for command in commands_at(self.where):
            if command.in_palette:
                key = shown_key(command, self.where, self.key_line.own_keys)
                run = partial(self.do, command.id)
                yield SystemCommand(command.title, escape(f"Key: {key}"), run)
        yield SystemCommand(
            "What was said", "The last messages, to read again", self.action_messages
        )
        yield SystemCommand("Colours", "Light, dark or high contrast", self.action_colours)

    async def action_open_view(self, view_id: str) -> None:
        """Show a view of the open plan; a click on a tab comes here, even from an open field."""
        await tasks.show_view(self, view_id)

    def action_commands(self) -> None:
        """Open the palette."""
        self.action_command_palette()

    @work(exclusive=True, group="colours")
    async def action_colours(self) -> None:
        """Ask for the colours, and use them."""
        await tasks.choose_colours(self)

    def action_density(self) -> None:
        """Show more at once, or as usual, and remember which."""
        tasks.change_density(self)

    @work(exclusive=True, group="colours")
    async def action_settings(self) -> None:
        """Show the settings, to be changed."""
        await tasks.show_settings(self)

    def action_messages(self) -> None:
        """Show the notices since plandesk was started."""
        self.push_screen(dialogs.MessagesDialog(tuple(self.notices.told)))

    def action_keys(self) -> None:
        """Show the keys that work where the officer is."""
        asked = dialogs.KeysDialog(self.where, self.key_line.own_keys, self.idle)
        self.push_screen(asked)

    async def action_quit(self) -> None:
        """Save everything and quit; if saving fails, refuse the first time and say why."""
        key = key_name(ALWAYS_QUITS)
        if await tasks.close_plan(self, at_any_rate=self._quit_refused, key=key):
            self.exit()
        else:
            self._quit_refused = True


def run(plan: Path | None) -> int:
    """Run the app until the officer leaves it, on `plan` if given; return its exit status."""
    guard_threads()
    app = Plandesk(plan)
    watch_over(app)
    app.run()
    if app.last_words:
        sys.stderr.write(f"{app.last_words}\n")
    return app.return_code or 0
