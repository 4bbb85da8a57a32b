"""Where the officer is in a plan."""

from dataclasses import dataclass

from tui.commands import Where

COVER = "cover"
"""The id of the row that stands for the cover, above the aims."""


@dataclass
class Cursor:
    """Which aim the officer is on (or the cover), which action, and in which list."""

    aim: str = COVER
    action: str = ""
    panel: Where = "aims"

    @property
    def is_at_action(self) -> bool:
        """Whether an action is meant, and not its aim or the cover."""
        return self.panel == "actions" and bool(self.action)
