"""The palette: Textual's, but for keys that come before it lists anything or after it is gone."""

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette

from tui.dialogs.dialog import may_close, nothing_to_wait_for
from tui.widgets.row_list import is_laid_out


class Palette(CommandPalette):
    """A line to type in and the commands that fit; a page up or down waits until there are any."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; a key that comes too late closes nothing else."""
        return super().dismiss(result) if may_close(self) else nothing_to_wait_for()

    def _action_command_list(self, action: str) -> None:
        if is_laid_out(self.query_one(CommandList)):
            super()._action_command_list(action)
