"""Ask from which day to which day reviews are listed, such as up to the next committee."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Static

from plan.reading.dates import date_in_words, read_date
from tui.dialogs.dialog import Dialog
from tui.widgets.text_line import TextLine


@dataclass(frozen=True)
class Period:
    """From one day to another, both included."""

    first: date
    last: date

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "Period | None":
        """Return the period that `kept` was made from, or None if it holds none."""
        if "first" not in kept or "last" not in kept:
            return None
        return cls(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"]))

    @property
    def kept(self) -> dict[str, str]:
        """The two days, for `of`."""
        return {"first": self.first.isoformat(), "last": self.last.isoformat()}


class PeriodDialog(Dialog[Period]):
    """Asks for the first and the last day; what is not a date is reported and left to correct."""

    heading = "From when to when?"
    keys_in_words = "Tab: next line   Enter: list it   Esc: leave it as it is"

    def __init__(self, period: Period) -> None:
        super().__init__()
        self._period = period

    def contents(self) -> ComposeResult:
        """Yield the two inputs, and a line for a problem."""
        yield Static("From (overdue is what lies before):", markup=False)
        yield TextLine(date_in_words(self._period.first), id="first")
        yield Static("Up to and with, such as the day of the committee:", markup=False)
        yield TextLine(date_in_words(self._period.last), id="last")
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Focus the last day: it is changed most often."""
        last = self.query_one("#last", Input)
        last.focus()
        last.select_all()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with the two days, or say what is wrong with them."""
        event.stop()
        read = {name: read_date(self.query_one(f"#{name}", Input).value) for name in _LINES}
        first, last = read["first"], read["last"]
        if first is None or last is None:
            typed = self.query_one("#first" if first is None else "#last", Input).value
            self._say(f"“{typed}” is no date, such as 26 September 2016 or December 2016.")
        elif last.last < first.first:
            self._say("The last day is before the first.")
        else:
            self.dismiss(Period(first.first, last.last))

    def _say(self, problem: str) -> None:
        self.query_one("#problem", Static).update(problem)


_LINES = ("first", "last")
