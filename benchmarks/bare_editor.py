"""The yardstick for a keystroke: a text area and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareEditor(App[None]):
    """A text area of the size of the window."""

    def compose(self) -> ComposeResult:
        """Yield the text area."""
        yield TextArea("Ready")


if __name__ == "__main__":
    BareEditor().run()
