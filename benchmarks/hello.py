"""The yardstick for starting: the smallest Textual application."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Hello(App[None]):
    """Says hello."""

    def compose(self) -> ComposeResult:
        """Yield the greeting."""
        yield Label("Hello, world")


if __name__ == "__main__":
    Hello().run()
