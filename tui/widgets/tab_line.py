"""The tab line: the views of the open plan, each with its key."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.commands import COMMAND, shown_key
from tui.views.plan_views import PLAN_VIEWS, PlanViewKind
from tui.widgets.key_line import clickable


class TabLine(Widget):
    """The views of a plan, with marks around the open one; a click opens another."""

    DEFAULT_CSS = """
    TabLine {
        height: 1;
        background: $surface;
        color: $foreground;
        link-color: $foreground;
        link-style: none;
        link-background-hover: $accent;
    }
    """

    ALLOW_SELECT = False  # the mouse does here what the keys do

    current: reactive[str] = reactive("")
    own_keys: reactive[Mapping[str, str]] = reactive(MappingProxyType({}))

    def watch_current(self, current: str) -> None:
        """Show the line only while a plan is open."""
        self.display = bool(current)

    def render(self) -> Content:
        """Return the tabs, each with its key."""
        return Content.assemble(*(self._tab(view) for view in PLAN_VIEWS))

    def _tab(self, view: PlanViewKind) -> Content:
        key = shown_key(COMMAND[f"view-{view.id}"], "everywhere", self.own_keys)
        return _tab(view, key, view.id == self.current)


@cache
def _tab(view: PlanViewKind, key: str, is_current: bool) -> Content:
    """Return a view's key and title, as a link; cached, since the line is repainted at each key."""
    named = f"{key} {view.title}"
    current = Content.assemble((f"▸{named}◂", "b $accent"), " ")
    words = current if is_current else Content(f" {named}  ")
    return clickable(words, f"app.open_view('{view.id}')")
