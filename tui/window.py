"""The window: a title line, a body and a key line; what the rest of the program knows of the app.

What the officer asks for is done by modules that are given the window; the app, which sends them,
is above them.
"""

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
from textual.theme import Theme

from desk.colours import USUAL_COLOURS
from plan.text.clean import safe_characters
from tui.commands import Where, clashes
from tui.guarded_app import GuardedApp
from tui.keys.bindings import bindings_at, keymap_of
from tui.notices import Notice, Notices
from tui.themes import THEMES
from tui.views.plan_views import PLAN_VIEW
from tui.widgets.key_line import KeyLine
from tui.widgets.notice_line import NoticeLine
from tui.widgets.tab_line import TabLine
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual.notifications import SeverityLevel
    from textual.timer import Timer

    from desk.session import PlanSession
    from store.saver import SaveState
    from tui.views.session_view import SessionView


_COPYING = ("ctrl+c", "super+c")


class Window(GuardedApp):
    """The frame and what is in it: the desk, or the views of an open plan."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_at("everywhere"),
        Binding("ctrl+c,super+c", "copy_highlighted", show=False, priority=True),
    ]
    SUSPENDED_SCREEN_CLASS = "-behind"
    theme = Reactive(USUAL_COLOURS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    view_id: var[str] = var("")
    """The view of the plan that is shown; empty on the desk."""
    where: var[Where] = var("everywhere")
    """Which commands apply now."""
    idle: var[frozenset[str]] = var(frozenset())
    """The ids of those that would do nothing under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.session: PlanSession | None = None
        self.notices = Notices()
        self._notice_timer: Timer | None = None
        self.problem_said = ""
        """Why the plan is not saved; said once, not at every try."""
        self.has_offered_merge = False
        """Whether the officer has been asked about a file that was changed elsewhere."""

    def compose(self) -> ComposeResult:
        """Yield the frame of the window."""
        yield TitleLine()
        yield TabLine().data_bind(current=Window.view_id)
        yield Container(id="body")
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
        """What lies between the two."""
        return self.screen_stack[0].query_one("#body", Container)

    @property
    def tab_line(self) -> TabLine:
        """The line of the plan's views."""
        return self.screen_stack[0].query_one(TabLine)

    @property
    def views(self) -> "list[SessionView]":
        """The views of the open plan that have been shown, none of them on the desk."""
        if not self.screen_stack:
            return []  # the window is closing
        return [cast("SessionView", one) for one in self.body.children if one.id in PLAN_VIEW]

    @property
    def view(self) -> "SessionView | None":
        """The view of the open plan that is shown, None on the desk."""
        return next((view for view in self.views if view.display), None)

    def watch_view_id(self, view_id: str) -> None:
        """Show the view of the plan that is asked for, and hide the plan's others."""
        for view in self.views:
            if view.session is self.session:
                view.display = view.id == view_id

    def follow_keys(self, view: "SessionView") -> None:
        """Show the keys of where the officer is in a view, whenever they are others there."""
        self.watch(view, "keys", partial(self.show_keys, view), init=False)

    def show_keys(self, view: "SessionView") -> None:
        """Show the keys of where the officer is, if it is in this view of the open plan."""
        if view is self.view and view.session is self.session:
            self.where, self.idle = view.keys

    def use_keys(self, own_keys: dict[str, str]) -> None:
        """Bind the officer's own keys, and say where two commands would share one."""
        if not own_keys:
            return
        self.key_line.own_keys = own_keys
        self.set_keymap(keymap_of(own_keys))
        for sentence in clashes(own_keys):
            self.say(sentence, is_problem=True)

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a sentence that goes away by itself."""
        severity: SeverityLevel = "error" if is_problem else "information"
        self.notify(sentence, severity=severity, markup=False)

    def unsay(self, sentence: str) -> None:
        """Take away a sentence that holds no longer; it can still be read again."""
        self.notices.take_away(sentence, monotonic())
        self.show_notice()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Ctrl+C to where the officer is, where nothing is highlighted with the mouse."""
        if action == "copy_highlighted":
            return bool(self.screen_stack and self.screen.get_selected_text())
        return super().check_action(action, parameters)

    def action_copy_highlighted(self) -> None:
        """Copy what is highlighted with the mouse, whatever the cursor is on."""
        text = self.screen.get_selected_text()
        if text:
            self.copy_to_clipboard(text)
            self.say("What is highlighted is on the clipboard.")

    async def on_event(self, event: Event) -> None:
        """Take the highlight away with the next key: it stands for what was there before."""
        if isinstance(event, Key):
            self.notices.outlived()
            if event.key not in _COPYING and self.screen_stack:
                self.screen.clear_selection()
        await super().on_event(event)

    def on_notify(self, event: Notify) -> None:
        """Show what is said on the line of notices, in the place of Textual's boxes."""
        event.prevent_default()
        said = event.notification
        sentence = " ".join(safe_characters(said.message).split())
        self.notices.add(Notice(sentence, said.severity == "error"), monotonic())
        self.show_notice()

    def on_notice_line_ready(self) -> None:
        """Show in a dialog that has just opened what is being said."""
        self.show_notice()

    def on_notice_line_read(self) -> None:
        """Take away the notice that was clicked."""
        self.notices.next(monotonic())
        self.show_notice()

    def show_notice(self) -> None:
        """Show the notice whose turn it is: in the window, or in the dialog on top of it."""
        if self._notice_timer is not None:
            self._notice_timer.stop()
        again = self.notices.look(monotonic())
        lines = [line for screen in self.screen_stack for line in screen.query(NoticeLine)]
        for line in lines:
            line.notice = self.notices.shown if line is lines[-1] else None
        if again is not None:
            self._notice_timer = self.set_timer(again, self.show_notice)

    def pop_screen(self) -> AwaitComplete:
        """Close the dialog on top; what is being said goes on below it."""
        closed = super().pop_screen()
        self.call_later(self.show_notice)
        return closed

    def show_saving(self, state: "SaveState") -> None:
        """Show the plan's title as it is now and whether it is saved; on the app's own thread."""
        raise NotImplementedError

    def show_findings(self) -> None:
        """Show what the checks have found, and how much of it is open."""
        raise NotImplementedError

    def look_around(self, session: "PlanSession") -> None:
        """Look for what a crash has left of the plan, and at its place, once the plan is shown."""
        raise NotImplementedError

    async def offer_recovery(self, path: "Path", problem: str) -> None:
        """Offer to bring back a plan that is damaged, and open it."""
        raise NotImplementedError
