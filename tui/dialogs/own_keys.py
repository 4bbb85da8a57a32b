"""The keys of all commands, to give any of them another one: it is pressed, and works at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from tui.commands import COMMAND, key_name
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.keys.own_keys import Rebinding, as_usual, exchanged, first_key, own_key_lines, rebound
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.window import Window

_KEYS_WIDTH = 16
_NOTHING = "No command says that. Delete some of it to see more."


class KeyWish(NamedTuple):
    """What the officer wants: another key for a command, its usual ones, or those of all."""

    what: str
    command: str


class OwnKeysDialog(Dialog[KeyWish]):
    """Lists the commands that say what is typed, each behind its keys; closes with a wish."""

    DEFAULT_CSS = "OwnKeysDialog Input { margin: 0 0 1 0; }"
    heading = "Your own keys"
    keys_in_words = (
        "type: filter   Enter: another key   F5: its usual keys   F6: all usual keys   Esc: back"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('cursor_up')", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("f5", "wish('usual')", show=False),
        Binding("f6", "wish('all')", show=False),
    ]

    def __init__(self, own_keys: Mapping[str, str], typed: str, current: str) -> None:
        super().__init__()
        self._own_keys = own_keys
        self._current = current
        self.typed = typed

    def contents(self) -> ComposeResult:
        """Yield the line to type in, and the commands."""
        yield TextLine(self.typed, placeholder="type what the command does, or its key …")
        commands = RowList(id="commands", empty=_NOTHING)
        commands.follow_line()
        yield commands

    def on_mount(self) -> None:
        """List the commands, and focus the line."""
        self._show(self._current)
        line = self.query_one(Input)
        line.focus()

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def _show(self, current: str) -> None:
        said = self.typed.casefold().split()
        rows = []
        for command, keys, usual in own_key_lines(self._own_keys):
            below = f"{' ' * _KEYS_WIDTH}  usually {usual}" if usual else ""
            line = f"{keys:>{_KEYS_WIDTH}}  {command.title}"
            if all(word in f"{line} {command.short}".casefold() for word in said):
                rows.append(ListedRow(command.id, line, below))
        self._list.show(rows, current)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the commands that say what was typed."""
        if event.value != self.typed:
            self.typed = event.value
            self._show("")

    def action_move(self, how: str) -> None:
        """Move the cursor of the list."""
        getattr(self._list, f"action_{how}")()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for another key of the command under the cursor."""
        event.stop()
        self.action_wish("another")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for another key of the command that was clicked twice."""
        event.stop()
        self.action_wish("another")

    def action_wish(self, what: str) -> None:
        """Close with what the officer wants for the command under the cursor."""
        if self._list.current:
            self.dismiss(KeyWish(what, self._list.current))


class PressedKey(Widget, can_focus=True):
    """Takes the next key, whichever it is; Esc takes none."""

    DEFAULT_CSS = """
    PressedKey { height: auto; }
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def render(self) -> Content:
        """Return what is asked."""
        return Content(self._words)

    def on_key(self, event: events.Key) -> None:
        """Close the dialog with the key; with none at Esc."""
        event.stop()
        event.prevent_default()
        if isinstance(self.screen, PressKeyDialog):
            self.screen.dismiss(None if event.key == "escape" else event.key)


class PressKeyDialog(Dialog[str]):
    """Asks for the new key of a command: the result is the next key that is pressed."""

    heading = "Another key"
    keys_in_words = "the key itself: take it   Esc: leave it as it is"

    def __init__(self, title: str, now: str, problem: str) -> None:
        super().__init__()
        self._title = title
        self._now = now
        self._problem = problem

    def contents(self) -> ComposeResult:
        """Yield what is asked, and what was wrong with the key before."""
        if self._problem:
            yield Static(f"{self._problem} Press another.\n", markup=False)
        yield PressedKey(f"Press the new key for “{self._title}”. Now it is {self._now}.")

    def on_mount(self) -> None:
        """Wait for the key."""
        self.query_one(PressedKey).focus()


async def change_keys(app: "Window") -> None:
    """Show the keys of all commands, and change those that the officer wants to have changed."""
    typed = current = ""
    while True:
        dialog = OwnKeysDialog(app.key_line.own_keys, typed, current)
        wish = await app.push_screen_wait(dialog)
        if wish is None:
            return
        typed, current = dialog.typed, wish.command
        command = COMMAND[current]
        if wish.what == "another":
            await _ask_for_key(app, current)
        elif wish.what == "usual":
            made = as_usual(app.key_line.own_keys, command)
            _use(app, made, f"“{command.title}” has its usual key again.")
        else:
            _use(app, Rebinding({}), "Every command has its usual key again.")


async def _ask_for_key(app: "Window", command_id: str) -> None:
    """Ask for a key until one fits; one that another command has can be exchanged."""
    command, problem = COMMAND[command_id], ""
    while True:
        own_keys = app.key_line.own_keys
        now = key_name(first_key(own_keys, command))
        key = await app.push_screen_wait(PressKeyDialog(command.title, now, problem))
        if key is None:
            return
        made = rebound(own_keys, command, key)
        if made.other is not None:
            rows = [
                ListedRow("other", "Another key"),
                ListedRow("exchange", f"Exchange them: “{made.other.title}” has {now} then"),
            ]
            asked = ChooseDialog("That key is taken", made.problem, rows, "other")
            chosen = await app.push_screen_wait(asked)
            if chosen is None:
                return
            if chosen == "exchange":
                made = exchanged(own_keys, command, key, made.other)
        if not made.problem:
            _use(app, made, f"“{command.title}” has its new key from now on.")
            return
        problem = made.problem


def _use(app: "Window", made: Rebinding, done: str) -> None:
    """Use the keys from now on, remember them and say `done`, or say why not."""
    if made.problem:
        app.say(f"{made.problem} The keys are as they were.", is_problem=True)
    elif app.remember_setting(keys=made.own_keys):
        app.use_keys(made.own_keys)
        app.say(done)
