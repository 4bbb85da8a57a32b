"""Make Textual's key bindings from the table of commands."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from tui.commands import ALWAYS_QUITS, COMMANDS, Command, Where, keys_of


def bindings_at(*places: Where) -> list[BindingType]:
    """Return a binding for each command that applies at one of `places`."""
    return [
        Binding(
            _bindable(command.keys),
            command.action,
            command.title,
            show=False,
            priority=command.comes_first,
            id=command.id,
        )
        for command in COMMANDS
        if any(place in command.where for place in places)
    ]


def keymap_of(own_keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of every command by its id, or nothing if the officer has changed no key.

    All commands are listed, not only the changed ones: Textual takes a key in the keymap away
    from every other command bound to it, but commands that apply in different places may share it.
    """
    if not own_keys:
        return {}
    return {command.id: _keys_in_use(command, own_keys) for command in COMMANDS}


def _keys_in_use(command: Command, own_keys: Mapping[str, str]) -> str:
    return _bindable(keys_of(command, own_keys)) or _bindable(command.keys)


def _bindable(keys: str) -> str:
    """Return `keys` without the key that always quits: the app handles that one itself."""
    return ",".join(key for key in keys.split(",") if key.strip() != ALWAYS_QUITS)
