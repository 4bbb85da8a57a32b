"""Textual's bindings, made from the table of commands."""

from textual.binding import Binding, BindingType

from tui.commands import COMMANDS, Where


def bindings_at(*places: Where) -> list[BindingType]:
    """Return a binding for each command that applies at one of `places`."""
    return [
        Binding(command.keys, command.action, command.title, show=False, id=command.id)
        for command in COMMANDS
        if any(place in command.where for place in places)
    ]
