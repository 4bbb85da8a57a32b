"""A tick box for the text in a template's own body."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Checkbox


class BodySwitch(Checkbox, inherit_bindings=False):
    """A tick box: whether the text in the template's own body is printed.

    It is shown only for a template that has such text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "toggle_button", show=False)]

    def __init__(self) -> None:
        super().__init__(id="keep-body")
        self._has = ""
        self.display = False

    def show(self, has: str, *, keeps: bool) -> None:
        """Show the switch; `has` says in words how much text the body has, and empty hides it."""
        self._has = has
        with self.prevent(Checkbox.Changed):
            self.value = keeps
        self.display = bool(has)
        self.update_label()

    def update_label(self) -> None:
        """Write the label: how much text there is, and whether it is kept or left out."""
        done = "kept" if self.value else "left out"
        self.BUTTON_INNER = "x" if self.value else " "
        self.label = Content(f"{self._has} of its own: {done}")
