"""The officer's own keys: another key for a command, and what clashes with it. Values only."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.commands import (
    ALWAYS_QUITS,
    COMMANDS,
    DIGITS,
    LETTERS,
    PLACES,
    Command,
    Where,
    clashes,
    commands_at,
    key_name,
    keys_of,
    typed_instead,
)

REBOUND = tuple(command for command in COMMANDS if command.keys not in (DIGITS, LETTERS))
"""The commands that can have another key: digits and letters that name a place stay."""

_OF_CURSOR = frozenset({"up", "down", "home", "end", "pageup", "pagedown"})
_WITHOUT_CURSOR: tuple[Where, ...] = ("moving", "preview")
"""The places in which no list or field takes the keys of the cursor."""


class Rebinding(NamedTuple):
    """The officer's keys after a change, or why there is none.

    `other` is the command that has the key already, where the two can exchange theirs.
    """

    own_keys: dict[str, str]
    problem: str = ""
    other: Command | None = None


def rebound(own_keys: Mapping[str, str], command: Command, key: str) -> Rebinding:
    """Return the officer's keys with `key` as the first one of a command."""
    kept = dict(own_keys)
    if problem := _why_not(command, key):
        return Rebinding(kept, problem)
    others = tuple(dict.fromkeys(_others_with(kept, command, key)))
    if others:
        named = " and ".join(f"“{one.title}”" for one in others)
        problem = f"{key_name(key)} is already the key of {named} there."
        first = others[0]
        is_free = first in REBOUND and not exchanged(kept, command, key, first).problem
        return Rebinding(kept, problem, first if is_free else None)
    return Rebinding(_with_first(kept, command, key))


def exchanged(own_keys: Mapping[str, str], command: Command, key: str, other: Command) -> Rebinding:
    """Return the officer's keys with `key` taken from another command, which has the one before."""
    old = first_key(own_keys, command)
    changed = _with(own_keys, other, [old if one == key else one for one in _keys(own_keys, other)])
    changed = _with_first(changed, command, key)
    known = clashes(own_keys)
    new = [sentence for sentence in clashes(changed) if sentence not in known]
    return Rebinding(dict(own_keys), new[0]) if new else Rebinding(changed)


def as_usual(own_keys: Mapping[str, str], command: Command) -> Rebinding:
    """Return the officer's keys with the usual ones of a command, if no other has them now."""
    changed = {name: keys for name, keys in own_keys.items() if name != command.id}
    for key in keys_of(command, {}).split(","):
        for other in _others_with(changed, command, key):
            if other.id in changed:
                problem = f"{key_name(key)} is the key of “{other.title}” now: give that another."
                return Rebinding(dict(own_keys), problem)
    return Rebinding(changed)


def first_key(own_keys: Mapping[str, str], command: Command) -> str:
    """Return the key of a command that is shown first."""
    return _keys(own_keys, command)[0]


def _keys(own_keys: Mapping[str, str], command: Command) -> list[str]:
    return keys_of(command, own_keys).split(",")


def _with_first(own_keys: Mapping[str, str], command: Command, key: str) -> dict[str, str]:
    others = [one for one in _keys(own_keys, command)[1:] if one != key]
    return _with(own_keys, command, [key, *others])


def _with(own_keys: Mapping[str, str], command: Command, keys: list[str]) -> dict[str, str]:
    """Return the officer's keys with those of a command; its usual ones are not kept."""
    others = {name: kept for name, kept in own_keys.items() if name != command.id}
    listed = ",".join(dict.fromkeys(keys))
    return others if listed == keys_of(command, {}) else {**others, command.id: listed}


def _why_not(command: Command, key: str) -> str:
    """Return why a key cannot be that of a command wherever the others have theirs, if so."""
    if key == ALWAYS_QUITS:
        return f"{key_name(key)} always quits."
    if all(typed_instead(key, where) for where in command.where):
        return f"There {key_name(key)} is typed: take one with Ctrl, or one from F1 to F12."
    if key in _OF_CURSOR and not set(command.where) <= set(_WITHOUT_CURSOR):
        return f"{key_name(key)} moves the cursor there."
    return ""


def _others_with(own_keys: Mapping[str, str], command: Command, key: str) -> Iterator[Command]:
    """Yield the commands that have a key wherever this one applies."""
    is_everywhere = "everywhere" in command.where
    for where in (*PLACES, "everywhere") if is_everywhere else command.where:
        for other in commands_at(where):
            if other is not command and key in _keys(own_keys, other):
                yield other


def own_key_lines(own_keys: Mapping[str, str]) -> Iterator[tuple[Command, str, str]]:
    """Yield each command with its keys as they are shown, and its usual ones if it has others."""
    for command in REBOUND:
        keys = _named(keys_of(command, own_keys))
        usual = _named(keys_of(command, {}))
        yield command, keys, usual if usual != keys else ""


def _named(keys: str) -> str:
    return " or ".join(key_name(key) for key in keys.split(","))
