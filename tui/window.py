"""The window: a title line, a body and a key line; what the rest of the program knows of the app.

What the officer asks for is done by modules that are given the window; the app, which sends them,
is above them.
"""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from plan.clean import safe_characters
from tui.bindings import bindings_at, keymap_of
from tui.commands import Where, clashes
from tui.guarded_app import GuardedApp
from tui.widgets.key_line import KeyLine
from tui.widgets.tab_line import TabLine
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from store.saver import SaveState
    from tui.session import PlanSession
    from tui.views.session_view import SessionView


class Window(GuardedApp):
    """The frame and what is in it: the desk, or the views of an open plan."""

    BINDINGS = bindings_at("everywhere")
    SUSPENDED_SCREEN_CLASS = "-behind"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.session: PlanSession | None = None
        self.problem_said = ""
        """Why the plan is not saved; said once, not at every try."""
        self.has_offered_to_bring_together = False
        """Whether the officer has been asked about a file that was changed elsewhere."""

    def compose(self) -> ComposeResult:
        """Yield the frame of the window."""
        yield TitleLine()
        yield TabLine()
        yield Container(id="body")
        yield KeyLine({})

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
        from tui.views.session_view import SessionView

        if not self.screen_stack:
            return []  # the window is closing
        return [view for view in self.body.children if isinstance(view, SessionView)]

    @property
    def view(self) -> "SessionView | None":
        """The view of the open plan that is shown, None on the desk."""
        return next((view for view in self.views if view.display), None)

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        return self.key_line.where

    def show_keys(self, view: "SessionView") -> None:
        """Show the keys of where the officer is in a view of the plan."""
        self.key_line.where = view.where
        self.key_line.idle = view.idle

    def use_keys(self, own_keys: dict[str, str]) -> None:
        """Bind the officer's own keys, and say where two commands would share one."""
        self.key_line.own_keys = own_keys
        self.set_keymap(keymap_of(own_keys))
        for sentence in clashes(own_keys):
            self.say(sentence, is_problem=True)

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a sentence that goes away by itself."""
        severity: SeverityLevel = "error" if is_problem else "information"
        timeout = 12 if is_problem else 5
        self.notify(safe_characters(sentence), severity=severity, markup=False, timeout=timeout)

    def show_saving(self, state: "SaveState") -> None:
        """Show the plan's title as it is now and whether it is saved; on the app's own thread."""
        raise NotImplementedError

    def show_findings(self) -> None:
        """Show what the checks have found, and how much of it is open."""
        raise NotImplementedError
