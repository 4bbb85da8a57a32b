"""From a Word file to a plan on the desk: read, shown, and only then made."""

from dataclasses import dataclass
from pathlib import Path

from plan.format import DEFAULT_FORMAT, format_named
from plan.model import Plan
from plan.outline import PlanOutline, built_plan
from tui.counting import counted


class ImportRefusedError(Exception):
    """The file was not read; the message says what it is and what to do."""


@dataclass(frozen=True)
class WordPlan:
    """A plan as it was read from a Word file, with what the officer should look at."""

    source: Path
    outline: PlanOutline
    summary: str
    remarks: tuple[str, ...]

    def made(self) -> Plan:
        """Return the plan, every row new."""
        return built_plan(self.outline, DEFAULT_FORMAT)


def read_word_plan(path: Path) -> WordPlan:
    """Return the plan that a Word file holds. Raises ImportRefusedError."""
    from importers.errors import UnreadableError
    from importers.word_plan import read_plan

    try:
        reading = read_plan(path, format_named(DEFAULT_FORMAT))
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error
    remarks = tuple(
        f"{remark.place}: {remark.text}" if remark.place else remark.text
        for remark in reading.remarks
    )
    return WordPlan(path, reading.outline, summary_of(reading.outline, path), remarks)


def summary_of(outline: PlanOutline, path: Path) -> str:
    """Return how much was found, in a line."""
    actions = sum(len(aim.actions) for aim in outline.aims)
    return f"{path.name}: {counted(len(outline.aims), 'aim')} and {counted(actions, 'action')}."
