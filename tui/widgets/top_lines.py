"""The lines at the top of the window: which plan this is, and its views, each with its key."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.views.plan_views import PLAN_VIEWS


class TitleLine(Widget):
    """The program's name, the plan's title, and on the right the state of saving in words."""

    plan_title: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    to_check: reactive[str] = reactive("")
    is_unsaved: reactive[bool] = reactive(False, toggle_class="-unsaved")

    def render(self) -> Content:
        """Return the line, the title shortened with … where the window is too narrow for it."""
        left = Content.assemble((" plandesk", "bold"), "   ")
        right = Content("   ".join(filter(None, (self.state, self.to_check))) + " ")
        room = self.size.width - left.cell_length - right.cell_length - 2
        title = Content(self.plan_title).truncate(max(room, 0), ellipsis=True)
        gap = max(self.size.width - left.cell_length - title.cell_length - right.cell_length, 1)
        return Content.assemble(left, title, " " * gap, right)


class TabLine(Widget):
    """The views of a plan, the one that is open between two marks; a click opens another."""

    ALLOW_SELECT = False  # the mouse does here what the keys do

    current: reactive[str] = reactive("")

    def watch_current(self, current: str) -> None:
        """Take a line only while a plan is open."""
        self.display = bool(current)

    def render(self) -> Content:
        """Return the tabs, each with its key."""
        return Content.assemble(
            *(
                Content.from_markup(
                    f"[@click=app.open_view('{view.id}')]{_style(view.id == self.current)}[/]",
                    key=view.number,
                    title=view.title,
                )
                for view in PLAN_VIEWS
            )
        )


def _style(is_current: bool) -> str:
    return "[b $accent]▸$key $title◂[/] " if is_current else " $key $title  "
