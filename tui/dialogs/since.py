"""The Since screen: what has changed since a week, the last committee or a date, net."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from desk.since import (
    COMMITTEE,
    NOTHING_CHANGED,
    WEEK,
    NoSuchDayError,
    Since,
    changed_since,
    day_since,
    row_in_words,
    since_in_words,
)
from desk.today import today
from plan.changes.change import Change
from plan.council.format import Format, FormatError
from plan.reading.dates import date_in_words
from plan.text.line_breaks import counted
from plan.wording.compared import RowDifference
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.dialogs.history import MOST_CHARACTERS, field_in_words
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window

_CHOICES = {WEEK: "A week ago", COMMITTEE: "The last committee"}


class SinceDialog(Dialog[None]):
    """Lists the days to choose from, and below what has changed since the one that is chosen."""

    DEFAULT_CSS = """
    SinceDialog {
        & > #dialog { width: 96%; max-width: 132; height: 94%; max-height: 94%; }

        #days { height: 2; }
        #date { margin: 0; }
        #words { height: 1fr; padding: 0 0 0 1; border-top: solid $border-blurred; }
        #words:focus { background: $foreground 6%; }
    }
    """
    heading: ClassVar[str] = "What has changed"
    keys_in_words = "↑↓: which day   type: a date   Enter: since it   Esc: close"

    def __init__(
        self, session: "PlanSession", history: Sequence[Change], problem: str, council: Format
    ) -> None:
        super().__init__()
        self._session = session
        self._history = history
        self._problem = problem
        self._council = council

    def contents(self) -> ComposeResult:
        """Yield the days to choose from, a line for another one, and what has changed."""
        yield RowList(id="days")
        yield Static("Or since a date, such as 26 September 2016:", markup=False)
        yield TextLine("", id="date", select_on_focus=False)
        yield ScrolledText([])

    def on_mount(self) -> None:
        """List the days and show the first."""
        days = self.query_one("#days", RowList)
        days.show([ListedRow(asked, self._listed(asked)) for asked in _CHOICES], WEEK)
        days.focus()
        self._look(WEEK)

    def on_key(self, event: events.Key) -> None:
        """Type a date where it belongs, wherever the cursor is."""
        line = self.query_one("#date", TextLine)
        if event.is_printable and event.character and self.focused is not line:
            event.stop()
            line.focus()
            line.replace(event.character, *sorted(line.selection))

    def _listed(self, asked: str) -> str:
        try:
            day = day_since(asked, self._session.plan, self._history, today())
        except NoSuchDayError:
            return f"{_CHOICES[asked]}: not known"
        return f"{_CHOICES[asked]}: {date_in_words(day)}"

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what has changed since the day under the cursor."""
        event.stop()
        self._look(self.query_one("#days", RowList).current)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show it again, where a date was typed meanwhile."""
        event.stop()
        self._look(self.query_one("#days", RowList).current)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what has changed since the date that was typed; what is typed next replaces it."""
        event.stop()
        event.input.select_all()
        self._look(event.value)

    @work(exclusive=True)
    async def _look(self, asked: str) -> None:
        plan = self._session.plan
        try:
            day = day_since(asked, plan, self._history, today())
        except NoSuchDayError as error:
            self.query_one(ScrolledText).show([str(error)])
            return
        since = await asyncio.to_thread(
            changed_since, plan, self._history, day, self._council, self._problem
        )
        self.query_one(ScrolledText).show(_in_words(since))


def _in_words(since: Since) -> list[Content | str]:
    lines: list[Content | str] = [since_in_words(since)]
    if since.short:
        lines.append(since.short)
    if not since.rows:
        lines += ["", NOTHING_CHANGED]
    return lines + rows_in_words(since.rows, f"plandesk since PLAN {since.day.isoformat()}")


def rows_in_words(rows: Sequence[RowDifference], command: str) -> list[Content | str]:
    """Return rows that differ, with their fields; `command` prints all where they are too many."""
    lines: list[Content | str] = []
    characters = 0
    for place, row in enumerate(rows):
        if characters > MOST_CHARACTERS:
            more = counted(len(rows) - place, "more thing")
            return [*lines, "", Content.styled(f"… and {more}: {command} prints all.", "bold")]
        lines += ["", Content.styled(row_in_words(row), "bold")]
        for field in row.fields:
            lines += field_in_words(row.done, field)
            characters += len(field.before) + len(field.after)
    return lines


async def show_since(app: "Window") -> None:
    """Show what has changed in the open plan since a day that is chosen there."""
    session = app.session
    if session is None:
        return
    try:
        council = session.council
    except FormatError as error:
        app.say(f"What has changed cannot be shown: {error}", is_problem=True)
        return
    past = session.newest_first()
    changes = await asyncio.to_thread(list, past)
    app.push_screen(SinceDialog(session, changes, past.problem, council))
