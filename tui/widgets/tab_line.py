"""The tab line: the views of the open plan, each with its key."""

from functools import cache

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

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

    def watch_current(self, current: str) -> None:
        """Show the line only while a plan is open."""
        self.display = bool(current)

    def render(self) -> Content:
        """Return the tabs, each with its key."""
        return Content.assemble(*(_tab(view, view.id == self.current) for view in PLAN_VIEWS))


@cache
def _tab(view: PlanViewKind, is_current: bool) -> Content:
    """Return a view's key and title, as a link; cached, since the line is repainted at each key."""
    named = f"{view.number} {view.title}"
    current = Content.assemble((f"▸{named}◂", "b $accent"), " ")
    words = current if is_current else Content(f" {named}  ")
    return clickable(words, f"app.open_view('{view.id}')")
