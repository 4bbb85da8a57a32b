"""Choose one row of a list: those remain that say what the officer types."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from plan.text.word_search import says_words
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

ResultT = TypeVar("ResultT")

_NOTHING = "Nothing here says that. Delete some of it to see more."


class Chooser(Dialog[ResultT]):
    """A list of which those rows remain that say what is typed; Enter takes that of the cursor.

    The arrows move the cursor while the line to type in has the focus; `typed` stands there first.
    """

    DEFAULT_CSS = """
    Chooser {
        #wanted { margin: 1 0 0 0; }
        #wanted.-first { margin: 0; }
        #choices { text-wrap: wrap; }
    }
    """
    keys_in_words = "type: filter   ↑↓ and Enter: choose   Esc: leave it as it is"
    hint: ClassVar[str] = "type a part of it"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('cursor_up')", show=False, priority=True),
        Binding("down", "move('cursor_down')", show=False, priority=True),
        Binding("pageup", "move('page_up')", show=False, priority=True),
        Binding("pagedown", "move('page_down')", show=False, priority=True),
        Binding("home", "move('first')", show=False, priority=True),
        Binding("end", "move('last')", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        question: str,
        rows: Sequence[ListedRow],
        current: str = "",
        typed: str = "",
    ) -> None:
        super().__init__()
        self._typed_before = typed
        self._title = title
        self._question = question
        self._rows = tuple(rows)
        self._current = current
        self._most_rows = 0
        """How many rows were listed before some were left out; 0 while all are."""

    @abstractmethod
    def result_of(self, row: str) -> ResultT:
        """Return what the dialog closes with when the row with this id is chosen."""

    def rows_for(self, typed: str) -> Sequence[ListedRow]:
        """Return the rows that are listed while this is typed."""
        return [row for row in self._rows if says_words(self.said_by(row), typed)]

    def said_by(self, row: ListedRow) -> str:
        """Return the words of a row that what is typed may say."""
        return f"{row.line} {row.below}"

    def contents(self) -> ComposeResult:
        """Yield the question, the line to type in and the list."""
        if self._question:
            yield Static(self._question, markup=False)
        is_first = "" if self._question else "-first"
        yield TextLine(self._typed_before, placeholder=self.hint, id="wanted", classes=is_first)
        choices = RowList(id="choices", empty=_NOTHING)
        choices.follow_line()
        yield choices

    def on_mount(self) -> None:
        """Fill the list, and focus the line."""
        self.query_one("#dialog").border_title = Content(self._title)
        self.list_now()
        self.query_one("#wanted", Input).focus()

    @property
    def _list(self) -> RowList:
        return self.query_one("#choices", RowList)

    @on(Input.Changed, "#wanted")
    def list_again(self, event: Input.Changed) -> None:
        """List the rows that say what is typed now, with the cursor on the first of them."""
        event.stop()
        self.list_now()

    def list_now(self) -> None:
        """List the rows that say what is typed."""
        typed = self.query_one("#wanted", Input).value
        rows = self.rows_for(typed)
        if self._most_rows and (not typed or len(rows) > self._most_rows):
            self._let_go()
        elif typed and not self._most_rows and len(rows) < len(self._list.rows):
            self._hold_top()
        self._list.show(rows, "" if typed else self._current)

    def _hold_top(self) -> None:
        """Have the box end where its rows do, but begin where it does now: the line lies still."""
        box = self.query_one("#dialog")
        if box.region:
            self._most_rows = len(self._list.rows)
            box.styles.max_height = box.outer_size.height
            box.styles.offset = (0, box.region.y)
            self.styles.align_vertical = "top"

    def _let_go(self) -> None:
        """Have the box stand in the middle again, as high as there is room for."""
        self._most_rows = 0
        box = self.query_one("#dialog")
        for rule in ("max_height", "offset"):
            box.styles.clear_rule(rule)
        self.styles.clear_rule("align_vertical")

    def on_resize(self) -> None:
        """Have the box stand in the middle of the new window."""
        self._let_go()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Home and End to the line once something is typed in it."""
        is_of_line = parameters in (("first",), ("last",))
        return not (is_of_line and self.query_one("#wanted", Input).value)

    def action_move(self, how: str) -> None:
        """Move the cursor of the list."""
        getattr(self._list, f"action_{how}")()

    @on(Input.Submitted, "#wanted")
    @on(OptionList.OptionSelected, "#choices")
    def take(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Close with the row under the cursor."""
        event.stop()
        if isinstance(event, Input.Submitted):
            # What was typed just before Enter may not have been listed yet.
            self._list.show(self.rows_for(event.value), self._list.current)
        self.take_current()

    def take_current(self) -> None:
        """Close with the row under the cursor, if there is one."""
        if self._list.rows:
            self.dismiss(self.result_of(self._list.current))


class ChooseDialog(Chooser[str]):
    """Asks one question; the result is the id of the chosen row."""

    def __init__(
        self,
        title: str,
        question: str,
        rows: Sequence[ListedRow],
        current: str = "",
        *,
        typed: str = "",
        opens_unasked: bool = False,
    ) -> None:
        super().__init__(title, question, rows, current, typed)
        self.opens_unasked = opens_unasked

    def result_of(self, row: str) -> str:
        """Return the id of the row."""
        return row
