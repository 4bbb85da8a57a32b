"""The one table of commands: keys, palette, key line and help are all read from it.

Adding a command is adding a row here and an `action_` method where it applies. Keys can be bound
anew by the command's id in the settings.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Where: TypeAlias = Literal["everywhere", "desk", "aims", "actions", "fields", "editing", "moving"]

PANELS: tuple[Where, ...] = ("aims", "actions", "fields")
ROWS: tuple[Where, ...] = ("aims", "actions")
INNER: tuple[Where, ...] = ("actions", "fields")


@dataclass(frozen=True, slots=True)
class Command:
    """Something an officer can do.

    `keys` are Textual's names, separated by commas, the first one shown; `short` stands on the key
    line, where a higher `weight` is kept longer as the window narrows (0 is never shown there).
    The action's name is the id with underscores.
    """

    id: str
    title: str
    short: str
    keys: str
    where: tuple[Where, ...]
    weight: int = 0
    in_palette: bool = True

    @property
    def action(self) -> str:
        """The name of the action that does it."""
        return self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    # The desk
    Command("open", "Open the plan", "open", "enter", ("desk",), 90),
    Command("new", "New plan", "new", "n", ("desk",), 80),
    Command("open-word", "Open a Word file", "open Word file", "o", ("desk",), 85),
    Command("sample", "Open the sample plan", "sample", "s", ("desk",), 60),
    # The plan
    Command("edit", "Edit what is under the cursor", "edit", "enter", PANELS, 95),
    Command("go-in", "To the panel on the right", "in", "right", ROWS, 20),
    Command("go-back", "Back to the panel on the left", "back", "left,escape", INNER, 30),
    Command("add", "Add an aim or action below", "add", "a", PANELS, 90),
    Command("move", "Move the aim or action", "move", "m", PANELS, 80),
    Command("duplicate", "Duplicate the aim or action", "duplicate", "ctrl+d", PANELS),
    Command("copy", "Copy the aim, action or field", "copy", "c,ctrl+c", PANELS, 35),
    Command("paste", "Paste below", "paste", "v", PANELS, 34),
    Command("delete", "Delete what is under the cursor", "delete", "d,delete", PANELS, 70),
    Command("note", "Add a progress note", "progress", "p", ("actions", "fields"), 65),
    Command("bullets", "Bullets in this list: on or off", "bullets", "b", ("fields",), 50),
    Command("undo", "Undo", "undo", "u,ctrl+z", PANELS, 75),
    Command("redo", "Redo", "redo", "y,ctrl+y", PANELS, 40),
    Command("find", "Find an action", "find", "slash,ctrl+f", PANELS, 60),
    Command("export", "Write the Word file", "export", "e,ctrl+e", PANELS, 85),
    Command("desk", "Back to the list of plans", "plans", "ctrl+o", PANELS, 32),
    # While a row is being moved
    Command("move-up", "One place up", "up", "up", ("moving",), 80, in_palette=False),
    Command("move-down", "One place down", "down", "down", ("moving",), 80, in_palette=False),
    Command("put-down", "Put it down here", "put it here", "enter,m", ("moving",), 90),
    Command("put-back", "Put it back where it was", "put it back", "escape", ("moving",), 85),
    # While a field is being edited
    Command("done", "Done: back to the list", "done", "escape", ("editing",), 95),
    Command("next-field", "Next field", "next field", "tab", ("editing",), 90),
    Command("previous-field", "Field before", "field before", "shift+tab", ("editing",), 60),
    Command("own-editor", "Open in your own editor", "own editor", "ctrl+t", ("editing",), 30),
    # Everywhere
    Command("commands", "Find a command", "commands", "ctrl+p", ("everywhere",), 55, False),
    Command("keys", "The keys of where you are", "keys", "question_mark,f1", ("everywhere",), 99),
    Command("quit", "Quit", "quit", "q,ctrl+q", ("everywhere",), 45),
)

COMMAND: dict[str, Command] = {command.id: command for command in COMMANDS}

ALWAYS_QUITS = "ctrl+q"
"""Whatever the settings say, this key quits."""

_KEY_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "delete": "Del",
    "slash": "/",
    "question_mark": "?",
    "f1": "F1",
}


def key_name(key: str) -> str:
    """Return a key as it is printed: "Enter", "Ctrl+P", "a"."""
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    return "+".join(part.capitalize() for part in key.split("+")) if "+" in key else key


def keys_of(command: Command, own_keys: Mapping[str, str]) -> str:
    """Return the command's keys: the officer's own where the settings have them."""
    keys = own_keys.get(command.id, command.keys)
    if command.id == "quit" and ALWAYS_QUITS not in keys.split(","):
        return f"{keys},{ALWAYS_QUITS}"
    return keys


def commands_at(where: Where) -> Iterator[Command]:
    """Yield the commands that apply at a place, those of everywhere last.

    While a letter is text (in a field), a command everywhere counts only if it has another key.
    """
    yield from (command for command in COMMANDS if where in command.where)
    yield from (command for command in COMMANDS if "everywhere" in command.where)


def shown_key(command: Command, where: Where, own_keys: Mapping[str, str]) -> str:
    """Return the key to show for a command: in a field, one that is not a letter to type."""
    keys = keys_of(command, own_keys).split(",")
    if where == "editing":
        keys = [key for key in keys if "+" in key or key in {"escape", "tab", "f1"}] or keys
    return key_name(keys[0])


def clashes(own_keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each key that the settings give to two commands of one place."""
    sentences: list[str] = []
    for where in ("desk", *PANELS, "moving", "editing"):
        taken: dict[str, Command] = {}
        for command in commands_at(where):
            for key in keys_of(command, own_keys).split(","):
                other = taken.setdefault(key, command)
                if other is not command:
                    has_it = "it always quits" if key == ALWAYS_QUITS else "the first one has it"
                    sentences.append(
                        f"The key {key_name(key)} is set for both “{other.title}” and "
                        f"“{command.title}”; {has_it}."
                    )
    unknown = [name for name in own_keys if name not in COMMAND]
    sentences += [f"The settings give a key to “{name}”, which is no command." for name in unknown]
    return tuple(dict.fromkeys(sentences))
