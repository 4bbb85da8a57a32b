"""Make Textual's key bindings from the table of commands."""

from collections.abc import Mapping
from unicodedata import name as name_of_character

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from tui.commands import ALWAYS_QUITS, COMMAND, COMMANDS, Command, Where, character_of, keys_of

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
_NAMED = frozenset(key.value for key in Keys) | {"space", "comma"}


def bindings_at(*places: Where) -> list[BindingType]:
    """Return a binding for each command that applies at one of `places`."""
    here = frozenset(places)
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
        if not here.isdisjoint(command.where)
    ]


def keymap_of(own_keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of every command by its id, or nothing if the officer has changed no key.

    All commands are listed, not only the changed ones: Textual takes a key in the keymap away
    from every other command bound to it, but commands that apply in different places may share it.
    """
    if not own_keys:
        return {}
    return {command.id: _keys_in_use(command, own_keys) for command in COMMANDS}


def usable_keys(own_keys: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the officer's keys as Textual names them, without what is no key, and why not.

    A command that has no key then has its usual ones.
    """
    usable: dict[str, str] = {}
    told: list[str] = []
    for name, keys in own_keys.items():
        listed = [_textual_name(key.strip()) for key in keys.split(",")]
        wrong = [key for key in listed if not is_key(key)]
        right = [key for key in listed if is_key(key)]
        if right:
            usable[name] = ",".join(dict.fromkeys(right))
        if wrong and name in COMMAND:
            instead = "" if right else "; its usual key works"
            told.append(
                f"The settings give “{COMMAND[name].title}” the key “{wrong[0]}”, which is no "
                f"key{instead}."
            )
        elif name not in COMMAND:
            usable.setdefault(name, keys)
    return usable, tuple(told)


def is_key(name: str) -> bool:
    """Return whether a key is called so: "x", "ctrl+x", "f7", "question_mark"."""
    *modifiers, key = name.split("+")
    known = bool(character_of(key)) or key in _NAMED
    return known and set(modifiers) <= _MODIFIERS


def _textual_name(key: str) -> str:
    """Return the name of a key that was written as the mark it types: "slash" for "/"."""
    if len(key) != 1 or key.isalnum():
        return key
    named = name_of_character(key, "").lower().replace(" ", "_").replace("-", "_")
    return KEY_NAME_REPLACEMENTS.get(named, named) or key


def _keys_in_use(command: Command, own_keys: Mapping[str, str]) -> str:
    return _bindable(keys_of(command, own_keys)) or _bindable(command.keys)


def _bindable(keys: str) -> str:
    """Return `keys` without the key that always quits: the app handles that one itself."""
    return ",".join(key for key in keys.split(",") if key.strip() != ALWAYS_QUITS)
