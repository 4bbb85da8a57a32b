"""How a document is laid out: a table or cards, which columns, large print; with how it begins."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from desk.shown_papers import beginning_of
from plan.council.format import Format
from plan.model.plan import Plan
from plan.papers.choices import (
    LAYOUTS,
    ChoiceError,
    Choices,
    choices_in_words,
    columns_of,
    narrow_columns,
    read_choices,
    texts_of,
)
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

_COLUMN = "column:"
_LAYOUTS: dict[str, str] = {
    "": "as the council's format has it",
    "landscape": "a table on landscape pages",
    "portrait": "a table on portrait pages",
    "cards": "one action a page, its labels on the left",
}
_SWITCHES: dict[str, str] = {
    "break_by_aim": "Each aim begins a page",
    "cover": "A cover page",
    "contents": "A table of contents, with links",
}
_OF_FILES: dict[str, str] = {"comments": "The plan's comments, as comments of Word, this time"}
"""What only a file that is written can have, and is not remembered."""
_SIZES = ("", "12", "14", "16", "18", "20", "24")
"""Points that are offered; any other can be typed on the command line."""
_LEAST_WIDTH = 40
_MOST_LINES = 200
"""Lines of the beginning that are shown; the Preview view has all of the paper."""
_KEYS_OF_LINE = "type: all, latest, or a day   Enter: keep   Esc: leave it as it is"
_KEYS_OF_PREVIEW = "Enter: keep   Esc: leave it as it is"


class ChoicesLine(Static, can_focus=True):
    """A line that says how papers are laid out; Enter or a click asks for it to be changed."""

    DEFAULT_CSS = """
    ChoicesLine {
        margin: 0 0 1 0;

        &:focus { background: $accent; color: $background; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "ask", show=False)]

    class Asked(Message):
        """How papers are laid out is to be changed."""

    def __init__(self) -> None:
        super().__init__("", id="layout", markup=False)

    def show(self, words: str, remark: str = "") -> None:
        """Show how papers are laid out, and a remark on it; without words there is no line."""
        self.update("\n".join(filter(None, (f"laid out as: {words}", remark))))
        self.display = bool(words)

    def action_ask(self) -> None:
        """Ask for it to be changed."""
        self.post_message(self.Asked())

    def on_click(self) -> None:
        """Do what Enter does."""
        self.action_ask()


class ChoicesDialog(Dialog[Choices]):
    """Asks how the papers of a plan are laid out, and shows how the plan begins then.

    The result is what was chosen. `is_for_files` offers what only files that are written can have.
    """

    DEFAULT_CSS = """
    ChoicesDialog {
        #notes { margin: 0; }
        #problem { display: none; color: $text-error; }
        #problem.-is-shown { display: block; }

        #words {
            height: 28vh;
            border-top: solid $border-blurred;
            border-title-color: $text-muted;

            &:focus { border-top: solid $accent; border-title-color: $accent; }
        }
    }
    """
    heading = "How the papers are laid out"
    keys_in_words = (
        "↑↓: which   Space or ←→: change   Tab: next line   Enter: keep   Esc: leave it as it is"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "change(1)", show=False),
        Binding("right", "change(1)", show=False),
        Binding("left", "change(-1)", show=False),
        Binding("enter", "keep", show=False, priority=True),
    ]

    def __init__(
        self, plan: Plan, council: Format, choices: Choices, *, is_for_files: bool = False
    ) -> None:
        super().__init__()
        self._switches = {**_SWITCHES, **(_OF_FILES if is_for_files else {})}
        self._plan = plan
        self._council = council
        self._texts = texts_of(choices)

    def contents(self) -> ComposeResult:
        """Yield the choices, the line for the notes, and how the plan begins."""
        yield RowList(id="choices")
        yield Static("Progress notes: all, latest, or since a day:", markup=False)
        yield TextLine(self._texts.get("progress", ""), id="notes", placeholder="all")
        yield Static("", id="problem", markup=False)
        yield ScrolledText(())

    def on_mount(self) -> None:
        """List the choices and show how the plan begins."""
        self._list()
        self.query_one(RowList).focus()
        self._show_beginning()

    def _list(self) -> None:
        self.query_one(RowList).show(self._rows(), self.query_one(RowList).current)

    def _rows(self) -> list[ListedRow]:
        size = self._texts.get("size", "")
        chosen = self._columns()
        return [
            ListedRow("layout", f"The plan's actions: {_LAYOUTS[self._texts.get('layout', '')]}"),
            *(
                ListedRow(name, f"[{'x' if name in self._texts else ' '}] {words}")
                for name, words in self._switches.items()
            ),
            ListedRow("size", f"Text: {f'{size} points' if size else 'the size of the template'}"),
            *(
                ListedRow(
                    f"{_COLUMN}{one.field}",
                    f"[{'x' if one.field in chosen else ' '}] Column: {one.heading or one.label}",
                )
                for one in columns_of(self._council)
            ),
        ]

    def _columns(self) -> list[str]:
        chosen = self._texts.get("columns", "")
        return chosen.split(",") if chosen else [one.field for one in columns_of(self._council)]

    # Changing

    def action_change(self, step: int) -> None:
        """Change the choice under the cursor to its next or previous value."""
        row = self.query_one(RowList).current
        if row == "layout":
            self._turn("layout", ("", *LAYOUTS), step)
        elif row == "size":
            self._turn("size", _SIZES, step)
        elif row in self._switches:
            self._set(row, "" if row in self._texts else "yes")
        else:
            self._switch_column(row.removeprefix(_COLUMN))
        self._list()
        self._show_beginning()

    def _turn(self, name: str, values: tuple[str, ...], step: int) -> None:
        now = self._texts.get(name, "")
        place = values.index(now) if now in values else 0
        self._set(name, values[(place + step) % len(values)])

    def _switch_column(self, column: str) -> None:
        chosen = self._columns()
        known = [one.field for one in columns_of(self._council)]
        if column not in chosen:
            chosen = [one for one in known if one in (*chosen, column)]
        elif len(chosen) > 1:
            chosen.remove(column)
        else:
            self._tell("One column at least is printed.")
            return
        self._set("columns", "" if chosen == known else ",".join(chosen))

    def _set(self, name: str, value: str) -> None:
        self._texts.pop(name, None)
        if value:
            self._texts[name] = value
        self._tell("")

    @on(Input.Changed, "#notes")
    def on_notes_changed(self, event: Input.Changed) -> None:
        """Show how the plan begins with the notes that were typed, once they are understood."""
        self._set("progress", event.value.strip())
        self._show_beginning()

    @on(OptionList.OptionSelected)
    def on_row_clicked(self, event: OptionList.OptionSelected) -> None:
        """Change a choice that is clicked twice."""
        event.stop()
        self.action_change(1)

    # How it begins

    def _chosen(self) -> Choices:
        """Return what is chosen now. Raises ChoiceError."""
        return read_choices(self._texts, self._council)

    @work(exclusive=True, group="beginning", exit_on_error=False)
    async def _show_beginning(self) -> None:
        try:
            choices = self._chosen()
        except ChoiceError:
            return  # said when it is kept
        words = self.query_one(ScrolledText)
        width = max(words.content_size.width - 2, _LEAST_WIDTH)
        lines = await asyncio.to_thread(beginning_of, self._plan, choices, width)
        words.border_title = Content(f" It begins: {choices_in_words(choices, self._council)} ")
        words.show([line.text for line in lines[:_MOST_LINES]])
        if remark := narrow_columns(choices, self._council):
            self._tell(remark)

    def on_resize(self) -> None:
        """Show the beginning in the new width."""
        self._show_beginning()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        if self.query_one("#notes", Input).has_focus:
            self.show_keys(_KEYS_OF_LINE)
        elif self.query_one(ScrolledText).has_focus:
            self.show_keys(_KEYS_OF_PREVIEW)
        else:
            self.show_keys(self.keys_in_words)

    def action_keep(self) -> None:
        """Close with what was chosen, or say what is wrong with it."""
        try:
            self.dismiss(self._chosen())
        except ChoiceError as error:
            self._tell(str(error))
            self.query_one("#notes", Input).focus()

    def _tell(self, sentence: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.update(sentence)
        problem.set_class(bool(sentence), "-is-shown")
