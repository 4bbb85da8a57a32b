"""The yardstick for changing a view: six views in a switcher, with as much on screen as a plan has.

Each is two framed lists and a framed panel of texts, and each has its cursor.
"""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import ContentSwitcher, OptionList, Static

VIEWS = range(1, 7)
ROWS = 12
TEXTS = 9
WORDS = "Publish one guide to parenting and family support, for families and for staff. " * 2


class BareViews(App[None]):
    """Six views of two lists and texts, each shown by its digit."""

    CSS = """
    OptionList, VerticalScroll { border: round $primary; height: 1fr; }
    #texts { width: 2fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(view), f"change({view})", f"View {view}") for view in VIEWS
    ]

    def compose(self) -> ComposeResult:
        """Yield the switcher with its views."""
        with ContentSwitcher(initial="view-1"):
            for view in VIEWS:
                with Horizontal(id=f"view-{view}"):
                    yield OptionList(*(f"Row {row} of view {view}\n{WORDS}" for row in range(ROWS)))
                    yield OptionList(*(f"{row} {WORDS}" for row in range(ROWS)))
                    with VerticalScroll():
                        yield from (Static(f"{text} {WORDS}\n") for text in range(TEXTS))

    def action_change(self, view: int) -> None:
        """Show a view, with the cursor in its first list."""
        self.query_one(ContentSwitcher).current = f"view-{view}"
        self.query_one(f"#view-{view}").query(OptionList).first().focus()


if __name__ == "__main__":
    BareViews().run()
