"""The key line at the bottom: the keys that work here, as many as the window has room for."""

from collections.abc import Collection, Mapping
from functools import cache

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui.commands import Command, Where, commands_at, shown_key

_GAP = "  "


def keys_that_fit(
    where: Where, width: int, own_keys: Mapping[str, str], idle: Collection[str] = ()
) -> tuple[Command, ...]:
    """Return the commands to show in `width` cells: the heaviest ones, in the table's order.

    Commands whose ids are in `idle` would do nothing at the moment and are left out.
    """
    chosen: list[Command] = []
    room = width - 2
    candidates = [one for one in commands_at(where) if one.weight and one.id not in idle]
    for command in sorted(candidates, key=lambda command: -command.weight):
        cost = len(shown_key(command, where, own_keys)) + 1 + len(command.short) + len(_GAP)
        if cost <= room:
            chosen.append(command)
            room -= cost
    return tuple(command for command in candidates if command in chosen)


class KeyLine(Widget):
    """The keys that work at `where`; a click on one does what the key does.

    `idle` holds the ids of commands that would do nothing under the cursor; they are not shown.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        link-color: $foreground;
        link-style: none;
        link-background-hover: $accent;
        background: $surface;
        color: $foreground;
    }
    """

    ALLOW_SELECT = False  # the mouse does here what the keys do

    where: reactive[Where] = reactive("everywhere")
    idle: reactive[frozenset[str]] = reactive(frozenset())

    def __init__(self, own_keys: Mapping[str, str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.own_keys = own_keys

    def render(self) -> Content:
        """Return the keys, each followed by what it does."""
        parts: list[Content | str] = [" "]
        fitting = keys_that_fit(self.where, self.size.width, self.own_keys, self.idle)
        for command in fitting:
            key = shown_key(command, self.where, self.own_keys)
            parts += [_shown(command, key), _GAP]
        return Content.assemble(*parts)


@cache
def _shown(command: Command, key: str) -> Content:
    """Return a key and what it does, as a link; cached, since the line is repainted at each key."""
    words = Content.assemble((key, "b $accent"), f" {command.short}")
    return clickable(words, f"app.do('{command.id}')")


def clickable(words: Content, action: str) -> Content:
    """Return words on which a click runs an action; there is no markup that would be parsed."""
    return words.stylize_before(Style.from_meta({"@click": action}))
