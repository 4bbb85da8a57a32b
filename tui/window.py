"""The window: a title line, a body, a notice line and a key line.

The modules that do what the officer asks for are given a `Window`; only the app, its subclass,
knows those modules.
"""

from abc import abstractmethod
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Event, Key
from textual.notifications import Notify
from textual.reactive import Reactive, var
from textual.screen import Screen
from textual.theme import Theme

from desk.colours import USUAL_COLOURS
from plan.text.clean import may_be_table, safe_characters
from tui.commands import Where, clashes, stray_in_words
from tui.guarded_app import GuardedApp
from tui.keys.bindings import bindings_at, keymap_of, usable_keys
from tui.themes import THEMES
from tui.views.plan_views import PLAN_VIEW
from tui.widgets.ground import Ground
from tui.widgets.key_line import KeyLine
from tui.widgets.notice_line import Notice, NoticeLine, Notices
from tui.widgets.once import once_after
from tui.widgets.tab_line import TabLine
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual.notifications import SeverityLevel
    from textual.timer import Timer

    from desk.session import PlanSession
    from desk.spelling import Spelling
    from store.saver import SaveState
    from tui.trail import Trail
    from tui.views.session_view import SessionView
    from tui.widgets.row_list import RowList
    from tui.words.search import Search


_COPYING = ("ctrl+c", "super+c")
_ENDS_QUIETLY = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "escape")
"""Keys that do nothing where there is nowhere to go, which is seen."""
_TAKES_TABLES: tuple[Where, ...] = ("aims", "actions", "passages")
"""The places where a pasted table makes actions or cells."""


class Body(Ground, Container):
    """What holds the desk or the views of the open plan."""


class Frame(Ground, Screen[None]):
    """The screen below every dialog, with the lines above and below the body."""


class Window(GuardedApp):
    """The frame, and in it the desk or the views of the open plan."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_at("everywhere"),
        Binding("ctrl+c,super+c", "copy_highlighted", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False),
    ]
    SUSPENDED_SCREEN_CLASS = "-behind"
    theme = Reactive(USUAL_COLOURS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012

    view_id: var[str] = var("")
    """The id of the view that is shown; empty on the desk."""
    where: var[Where] = var("everywhere")
    """Which commands apply now."""
    idle: var[frozenset[str]] = var(frozenset())
    """The ids of the commands that would do nothing under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.session: PlanSession | None = None
        self.spelling: Spelling | None = None
        """What words are checked by; None until it is loaded, or where there is no dictionary."""
        self.notices = Notices()
        self._notice_timer: Timer | None = None
        self.search: Search | None = None
        """What was looked for last, from which find-next goes on."""
        self.is_clipboard_ours = True
        """Whether the system's clipboard has what was copied here last, or something newer."""
        self.trail: Trail | None = None
        """Where the officer has been; None until the first key."""
        self.problem_said = ""
        """The last problem with saving that was said, so that it is not said again."""
        self.has_offered_merge = False
        """Whether the officer has been asked about a file that another program changed."""

    def get_default_screen(self) -> Screen[None]:
        """Return the screen that holds the frame of the window."""
        return Frame(id="_default")

    def compose(self) -> ComposeResult:
        """Yield the frame of the window."""
        yield TitleLine()
        yield TabLine().data_bind(current=Window.view_id)
        yield Body(id="body")
        yield NoticeLine()
        yield KeyLine({}).data_bind(Window.where, Window.idle)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The three choices of colours, and none of Textual's."""
        return THEMES

    @property
    def key_line(self) -> KeyLine:
        """The line of keys at the bottom of the window."""
        return self.screen_stack[0].query_one(KeyLine)

    @property
    def title_line(self) -> TitleLine:
        """The line at the top of the window."""
        return self.screen_stack[0].query_one(TitleLine)

    @property
    def body(self) -> Container:
        """The part between the lines, with the desk or the views."""
        return self.screen_stack[0].query_one("#body", Container)

    @property
    def tab_line(self) -> TabLine:
        """The line of tabs, one for each view of the plan."""
        return self.screen_stack[0].query_one(TabLine)

    @property
    def views(self) -> "list[SessionView]":
        """The views of the open plan that have been shown so far; empty on the desk."""
        if not self.screen_stack:
            return []  # the window is closing
        return [cast("SessionView", one) for one in self.body.children if one.id in PLAN_VIEW]

    @property
    def view(self) -> "SessionView | None":
        """The view of the open plan that is shown, or None on the desk."""
        return next((view for view in self.views if view.display), None)

    def watch_view_id(self, view_id: str) -> None:
        """Show the view with this id, and hide the plan's other views."""
        for view in self.views:
            if view.session is self.session:
                view.display = view.id == view_id

    def follow_keys(self, view: "SessionView") -> None:
        """Update the key line whenever the keys of this view change."""
        self.watch(view, "keys", partial(self.show_keys, view), init=False)

    def show_keys(self, view: "SessionView") -> None:
        """Show the keys of this view, if it is the one shown."""
        if view is self.view and view.session is self.session:
            self.where, self.idle = view.keys

    def use_keys(self, own_keys: dict[str, str]) -> None:
        """Bind the officer's own keys and show them; say which are no keys, or those of two."""
        if not own_keys and not self.key_line.own_keys:
            return
        usable, told = usable_keys(own_keys)
        self.key_line.own_keys = usable
        self.set_keymap(keymap_of(usable))
        self.key_line.refresh()
        self.tab_line.own_keys = usable
        for view in self.views:
            view.show_own_keys()
        for sentence in (*told, *clashes(usable)):
            self.say(sentence, is_problem=True)

    @abstractmethod
    def remember_setting(self, **changed: object) -> bool:
        """Keep settings for the next start; if the disk refuses, say so. Return if they are."""

    def use_density(self, *, is_dense: bool) -> None:
        """Give rows and fields as few lines as they can do with, or as many as usual."""
        if is_dense == self.has_class("-dense"):
            return
        self.set_class(is_dense, "-dense")
        for rows in self.body.query("RowList"):
            cast("RowList", rows).lay_out_again()

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a notice that goes away by itself."""
        severity: SeverityLevel = "error" if is_problem else "information"
        self.notify(sentence, severity=severity, markup=False)

    def takes_table(self, text: str) -> bool:
        """Return whether a pasted text may be a table, and cells or rows are made of it here."""
        where = self.view.where if self.view is not None and len(self.screen_stack) == 1 else ""
        return where in _TAKES_TABLES and may_be_table(text)

    def take_clipboard(self, text: str) -> None:
        """Have `text` be what was copied last, without copying it anywhere."""
        self._clipboard = text

    def unsay(self, sentence: str) -> None:
        """Remove a notice that is no longer true; it stays in the list of messages."""
        self.notices.remove(sentence, monotonic())
        self.show_notice()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Ctrl+C to the view if nothing is selected with the mouse."""
        if action == "copy_highlighted":
            return bool(self.screen_stack and self.screen.get_selected_text())
        return super().check_action(action, parameters)

    def action_copy_highlighted(self) -> None:
        """Copy what is selected with the mouse, whatever the cursor is on."""
        text = self.screen.get_selected_text()
        if text:
            self.copy_to_clipboard(text)
            self.say("What is highlighted is on the clipboard.")

    def action_help_quit(self) -> None:
        """Say how to quit at a Ctrl+C that has nothing to copy: other programs end at it."""
        self.say("Ctrl+Q quits; nothing is marked that Ctrl+C could copy.")

    async def on_event(self, event: Event) -> None:
        """Clear the mouse's selection at a key: after it, other text may be in its place."""
        if isinstance(event, Key):
            if self.notices.mark_old(monotonic()):
                self.show_notice()
            if event.key not in _COPYING and self.screen_stack:
                self.screen.clear_selection()
        await super().on_event(event)

    async def on_key(self, event: Key) -> None:
        """Run the command of a key; say so where there is none, but not where the cursor ends."""
        event.prevent_default()
        if not await self._check_bindings(event.key) and event.key not in _ENDS_QUIETLY:
            told = stray_in_words(event.key, self.where_keys_go, self.key_line.own_keys)
            self.notify(told, severity="warning", markup=False)

    @property
    def where_keys_go(self) -> Where | None:
        """The place whose keys work now; None in a dialog, which has its own."""
        return self.where if len(self.screen_stack) == 1 else None

    def on_notify(self, event: Notify) -> None:
        """Show a notification on the notice line instead of in Textual's box."""
        event.prevent_default()
        said = event.notification
        sentence = " ".join(safe_characters(said.message).split())
        severity = said.severity  # a warning is a hint: it answers the key that was pressed
        self.notices.add(Notice(sentence, severity == "error", severity == "warning"), monotonic())
        self.show_notice()

    def on_notice_line_ready(self) -> None:
        """Show the present notice in a dialog that has just opened."""
        self.show_notice()

    def on_notice_line_read(self) -> None:
        """Remove the notice that was clicked."""
        self.notices.next(monotonic())
        self.show_notice()

    def show_notice(self) -> None:
        """Show the notice whose turn it is, in the window or in the dialog on top of it."""
        if self._notice_timer is not None:
            self._notice_timer.stop()
        again = self.notices.advance(monotonic())
        lines = [line for screen in self.screen_stack for line in screen.query(NoticeLine)]
        for line in lines:
            line.notice = self.notices.shown if line is lines[-1] else None
        if again is not None:
            self._notice_timer = once_after(again, self, self.show_notice)

    def pop_screen(self) -> AwaitComplete:
        """Close the dialog on top, and show the present notice in what is below it."""
        closed = super().pop_screen()
        self.call_later(self.show_notice)
        return closed

    @abstractmethod
    def show_saving(self, state: "SaveState") -> None:
        """Show the plan's title and whether it is saved. Call it only on the app's own thread."""

    @abstractmethod
    def show_findings(self) -> None:
        """Show the checks' findings, and in the title line how many are open."""

    @abstractmethod
    def inspect_opened_plan(self, session: "PlanSession") -> None:
        """Start the checks, warn about the plan's folder and offer drafts of a crash."""

    @abstractmethod
    async def offer_recovery(self, path: "Path", problem: str) -> None:
        """Offer to restore a damaged plan, and open it."""
