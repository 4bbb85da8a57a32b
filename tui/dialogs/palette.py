"""Textual's command palette, made safe against keys pressed too early or too late."""

from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.command import Command, CommandList, CommandPalette
from textual.content import Content
from textual.widgets.option_list import Option

from tui.dialogs.dialog import may_close, nothing_to_wait_for
from tui.widgets.row_list import is_laid_out

if TYPE_CHECKING:
    from textual.command import ProviderSource
    from textual.visual import VisualType


KEY = "Key: "
"""What the words below a command begin with if they are its key."""
_KEYS_WIDTH = 9
"""The width of the column of keys, in cells."""
_PLACEHOLDER = "type what the command does   ↑↓ and Enter: do it   Esc: close"
_NOTHING = "No command is called that. Delete what you typed to see them all."


class Palette(CommandPalette):
    """A palette that ignores paging keys until it lists something.

    If nothing matches, it says so at once in the sentence `nothing`.
    """

    DEFAULT_CSS = """
    Palette SearchIcon { display: none; }
    Palette CommandList {
        scrollbar-size-vertical: 1;

        & > .option-list--option-highlighted { background: $accent; color: $background; }
    }
    """

    def __init__(
        self,
        providers: "ProviderSource | None" = None,
        *,
        placeholder: str = _PLACEHOLDER,
        nothing: str = _NOTHING,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        super().__init__(providers, placeholder=placeholder, id=id)
        self._nothing = nothing

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say at once that nothing matches: this is called when the search is already over."""
        words = Option(Content(self._nothing), disabled=True, id=self._NO_MATCHES)
        self.query_one(CommandList).add_option(words)
        self._list_visible = True

    def _refresh_command_list(
        self, command_list: CommandList, commands: list[Command], clear_current: bool
    ) -> None:
        """List each command on one line, its key before it."""
        lines = [Command(_on_one_line(one.prompt), one.hit, one.id) for one in commands]
        super()._refresh_command_list(command_list, lines, clear_current)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless the palette is closed already."""
        return super().dismiss(result) if may_close(self) else nothing_to_wait_for()

    def _action_command_list(self, action: str) -> None:
        if is_laid_out(self.query_one(CommandList)):
            super()._action_command_list(action)


def _on_one_line(prompt: "VisualType") -> Content:
    """Return a command with its key before it, or with the words that stood below it behind it."""
    title, *below = (prompt if isinstance(prompt, Content) else Content(str(prompt))).split("\n")
    key = below[0][len(KEY) :] if below and below[0].plain.startswith(KEY) else Content("")
    behind = [Content(f"  {one.plain}").stylize("dim") for one in below if not key.plain]
    before = " " * (_KEYS_WIDTH - key.cell_length)
    return Content.assemble(before, (key.plain, "bold"), "  ", title, *behind)
